"""Reads first attempts at quizzes from a register: in three passes over its events.

A learner's first attempt at a quiz counts once it is finished; later ones never do, since their
answers were explained. Where a copied profile has done the first attempt twice, nobody knows which
was the first: it is left out and told. So is what cannot be read as an answer.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from protectcourse.quiz.marking import FULL_SCORE
from protectcourse.records.register.contents import PRESENT
from protectcourse.records.register.database import Row
from protectcourse.records.standing.contents import ANY_VOIDED, BUT_VOIDED, Readable
from protectcourse.records.statistics.first_attempts import FirstAttempts, Item

UNSCORED = -1
REMEMBERED = 4096
"""Questions in their wordings: a course has fewer."""
LONGEST_ID, LONGEST_RESPONSE, MOST_ASKED = 64, 400, 1000
MIXED, PAIRED, ORDERED = " + ", "; ", " > "
"""What stands between the parts of an answer: options, pairs, steps."""
ATTEMPTS = (
    "SELECT course, unit, learner, attempt, kind, COUNT(*) FROM entry WHERE"
    " kind IN ('quiz-begun', 'quiz-finished'){only} GROUP BY course, unit, learner, attempt, kind"
)
BEGUN = "SELECT course, unit, learner, attempt, body FROM entry WHERE kind = 'quiz-begun'{only}"
ANSWERS = (
    "SELECT course, unit, learner, attempt, device, body FROM entry"
    " WHERE kind = 'answer-given'{only} ORDER BY device, seq, hash"
)
DEVICES = "SELECT id FROM device ORDER BY device"
Key = tuple[str, str, str]
"""Course, quiz and learner."""


class Scope(NamedTuple):
    """Which quizzes are read."""

    course: str | None = None
    quiz: str | None = None

    def only(self, register: Readable) -> tuple[str, tuple[str, ...]]:
        """Return the conditions for a query, and what is filled in."""
        but = BUT_VOIDED if any(register.rows(ANY_VOIDED)) else ""
        parts = [(name, value) for name, value in (("course", self.course), ("unit", self.quiz))]
        chosen = [(name, value) for name, value in parts if value is not None]
        conditions = "".join(f" AND {name} = ?" for name, _ in chosen)
        return f" AND state = {PRESENT}{conditions}{but}", tuple(value for _, value in chosen)


@dataclass(slots=True)
class QuizAnswers:
    """The first attempts at each quiz, by course and id, and what was left out of them."""

    quizzes: dict[tuple[str, str], FirstAttempts] = field(default_factory=dict)
    twice: int = 0
    """First attempts that a copied profile has done twice."""
    unfinished: int = 0
    """First attempts that are not finished, or whose answers were not all handed in."""
    unreadable: int = 0
    """Answers that cannot be read as such."""


class _First(NamedTuple):
    attempt: int
    begun: int
    finished: int

    @property
    def is_doubled(self) -> bool:
        return self.begun > 1 or self.finished > 1


def read_quiz_answers(register: Readable, scope: Scope) -> QuizAnswers:
    """Return the first attempts at the quizzes of a scope."""
    only, values = scope.only(register)
    firsts = _first_attempts(register.rows(ATTEMPTS.format(only=only), values))
    read = QuizAnswers()
    people = _take_people(read, register.rows(BEGUN.format(only=only), values), firsts)
    ranks = {int(device): rank for rank, (device,) in enumerate(register.rows(DEVICES))}
    for course, unit, learner, attempt, device, body in register.rows(
        ANSWERS.format(only=only), values
    ):
        key = (course, unit, learner)
        if key not in people or firsts[key].attempt != attempt:
            continue
        answer = read_answer(body)
        if answer is None:
            read.unreadable += 1
        elif answer.score != UNSCORED:
            quiz = read.quizzes[course, unit]
            rank = ranks.get(device, 0)
            quiz.add_answer(people[key], answer.item, answer.score, answer.response, rank)
    return read


def _first_attempts(rows: Iterator[Row]) -> dict[Key, _First]:
    """Return the earliest attempt of each learner at each quiz, begun and finished how often."""
    firsts: dict[Key, _First] = {}
    for course, unit, learner, attempt, kind, count in rows:
        key = (course, unit, learner)
        if unit is None or attempt is None:
            continue
        known = firsts.get(key)
        if known is None or attempt < known.attempt:
            known = _First(attempt, 0, 0)
        if attempt == known.attempt:
            begun, finished = (count, 0) if kind == "quiz-begun" else (0, count)
            firsts[key] = _First(attempt, known.begun + begun, known.finished + finished)
    return firsts


def _take_people(
    read: QuizAnswers, rows: Iterator[Row], firsts: Mapping[Key, _First]
) -> dict[Key, int]:
    """Take in everybody whose first attempt counts; return their numbers."""
    read.twice = sum(first.is_doubled for first in firsts.values())
    read.unfinished = sum(not (first.begun and first.finished) for first in firsts.values())
    people: dict[Key, int] = {}
    for course, unit, learner, attempt, body in rows:
        key = (course, unit, learner)
        first = firsts.get(key)
        if first is None or first.attempt != attempt or first.is_doubled or not first.finished:
            continue
        items = _asked(body)
        if items is None:
            read.unreadable += 1
            continue
        people[key] = read.quizzes.setdefault((course, unit), FirstAttempts()).add_person(items)
    return people


class GivenAnswer(NamedTuple):
    """An answer as it was handed in."""

    item: Item
    score: int
    response: str


def read_answer(text: str) -> GivenAnswer | None:
    """Return the answer that the body of an event says; None where it is none of ours."""
    body = json.loads(text)
    item = _item(body.get("question"), body.get("fingerprint"))
    score, response = body.get("score"), _response(body.get("answer"))
    if type(score) is not int or not UNSCORED <= score <= FULL_SCORE:
        return None
    if item is None or response is None or len(response) > LONGEST_RESPONSE:
        return None
    return GivenAnswer(item, score, response)


def _asked(text: str) -> list[Item] | None:
    """Return the questions of an attempt."""
    questions = json.loads(text).get("questions")
    if not isinstance(questions, dict) or not 0 < len(questions) <= MOST_ASKED:
        return None
    items = [_item(question, fingerprint) for question, fingerprint in questions.items()]
    return [item for item in items if item is not None] if None not in items else None


def _item(question: object, fingerprint: object) -> Item | None:
    if type(question) is not str or type(fingerprint) is not str:
        return None
    return _sound_item(question, fingerprint)


@lru_cache(REMEMBERED)
def _sound_item(question: str, fingerprint: str) -> Item | None:
    if max(len(question), len(fingerprint)) > LONGEST_ID:
        return None
    return Item(question, fingerprint)


def _response(answer: object) -> str | None:
    """Return the answer as a text, such as "a + c"; None where it is none of ours."""
    if not isinstance(answer, dict):
        return None
    match answer.get("kind"):
        case "choice":
            return _joined(answer.get("chosen"), MIXED)
        case "true-false":
            return _text(answer.get("value"))
        case "order":
            return _joined(answer.get("steps"), ORDERED, is_ordered=True)
        case "match":
            return _pairs(answer.get("choices"))
        case "number" | "short-text":
            return _form(answer.get("form"))
        case "reflection":
            return ""
        case _:
            return None


def _joined(parts: Any, between: str, *, is_ordered: bool = False) -> str | None:
    if type(parts) is not list:
        return None
    if len(parts) == 1:
        return _text(parts[0])
    if not all(isinstance(part, str) for part in parts):
        return None
    return between.join(parts if is_ordered else sorted(parts))


def _pairs(choices: object) -> str | None:
    if not isinstance(choices, dict):
        return None
    return _joined([f"{left} = {right}" for left, right in choices.items()], PAIRED)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _form(value: object) -> str | None:
    return f"form {value}" if type(value) is int else "other" if value == "other" else None
