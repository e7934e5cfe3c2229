"""Makes a bank of the questions that a file holds; those that no course could hold are told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from protectcourse.course.prose_faults import find_prose_faults
from protectcourse.course.texts import NOT_PROSE, leaves
from protectcourse.errors import ExchangeError
from protectcourse.exchange.carried import CarriedIn, LeftOut
from protectcourse.exchange.foreign.made_ids import Named, unit_ids
from protectcourse.exchange.remarks import Remarks
from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.checks import find_question_faults
from protectcourse.quiz.questions import Question
from protectcourse.shapes import UNIT_ID

MOST_QUESTIONS = 2000
LONGEST_TEXT, LONGEST_SHORT_TEXT = 50_000, 500
SHORT_TEXTS = frozenset(
    {"text", "left", "right", "steps", "extra", "accept", "unit", "source", "claims"}
)
"""The keys of a question whose texts are short ones."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A question as a file has it, what its id is made of, and where to tell about it."""

    question: Question
    named: Named
    remarks: Remarks
    comments: tuple[str, ...] = ()
    """What is kept as lines above it."""


def bank_of(
    proposed: Iterable[Proposed], told: Sequence[LeftOut], bank_id: str, title: str
) -> CarriedIn:
    """Return the bank of the questions that a course could hold, and all that was told."""
    if not UNIT_ID.fullmatch(bank_id):
        hint = "An id has letters, digits, `-` and `.`, at most 64."
        raise ExchangeError(f"`{bank_id}` cannot be the id of a bank", hint)
    left_out = list(told)
    kept: list[Proposed] = []
    for one in proposed:
        fault = _fault(one.question)
        if fault is None and len(kept) == MOST_QUESTIONS:
            fault = f"a bank holds at most {MOST_QUESTIONS} questions"
        if fault is None:
            kept.append(one)
        else:
            one.remarks.lost(f"The question was left out: {fault}.")
        left_out += one.remarks.left_out
    ids = unit_ids([one.named for one in kept])
    questions = {name: one.question for name, one in zip(ids, kept, strict=True)}
    quiz = Quiz(quiz=bank_id, title=title, questions=questions) if questions else None
    return CarriedIn(
        quiz=quiz,
        left_out=tuple(sorted(left_out, key=lambda one: one.line)),
        comments={name: one.comments for name, one in zip(ids, kept, strict=True) if one.comments},
    )


def _fault(question: Question) -> str | None:
    """Return why no course could hold a question, or None."""
    for leaf in leaves(question):
        most = LONGEST_SHORT_TEXT if leaf.key in SHORT_TEXTS else LONGEST_TEXT
        texts = (leaf.value,) if isinstance(leaf.value, str) else leaf.value
        if not all(text.strip() for text in texts):
            return f"its {_spoken(leaf.key)} is empty"
        if any(len(text) > most for text in texts):
            return f"its {_spoken(leaf.key)} is longer than {most} characters"
        if leaf.key not in NOT_PROSE and any(_is_no_prose(text) for text in texts):
            return f"its {_spoken(leaf.key)} cannot be written in a course"
    faults = find_question_faults(question, ())
    return faults[0].message if faults else None


def _is_no_prose(text: str) -> bool:
    return any(True for _ in find_prose_faults(text, line_only=True))


def _spoken(key: str) -> str:
    return {"stem": "question", "text": "option", "accept": "answer"}.get(key, key).replace(
        "_", " "
    )
