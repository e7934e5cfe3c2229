"""Reading first attempts at quizzes from a register."""

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from coordinated import Step, fill_register, make_hand_in
from fake_clock import FakeClock
from quiz_takers import attempt_steps, chose, scored_steps

from protectcourse.records.register.opening import open_register
from protectcourse.records.reports.quiz_answers import (
    QuizAnswers,
    Scope,
    read_answer,
    read_quiz_answers,
)
from protectcourse.records.statistics.first_attempts import Item

UNIT = "demo/visits"
ALL, NONE = [10_000, 10_000], [0, 0]
ONE = Item("q1", "print of q1")


def read(path: Path, scope: Scope | None = None) -> QuizAnswers:
    """Return the first attempts in a register."""
    with open_register(str(path), FakeClock()) as register:
        return read_quiz_answers(register, scope or Scope())


def test_only_the_first_attempt_counts(tmp_path: Path) -> None:
    """After the first the answers were explained: the second says how well they were read."""
    steps = [*scored_steps(UNIT, ALL, attempt=2), *scored_steps(UNIT, NONE, attempt=1)]
    path = fill_register(tmp_path / "r.db", make_hand_in("Ada", steps))

    attempts = read(path).quizzes["demo", "visits"]

    assert attempts.people == 1
    assert attempts.totals == [0]


def test_an_attempt_that_is_not_finished_is_told(tmp_path: Path) -> None:
    """Who has not come to a question yet has not left it out."""
    open_one = attempt_steps(UNIT, [("q1", "x")], [], finished=False)
    later = scored_steps(UNIT, ALL, attempt=2)
    path = fill_register(tmp_path / "r.db", make_hand_in("Ada", [*open_one, *later]))

    found = read(path)

    assert (found.unfinished, found.quizzes) == (1, {})


def test_a_first_attempt_done_twice_is_left_out(tmp_path: Path) -> None:
    """Of two copies of a profile nobody knows which learner had seen the answers."""
    files = [
        make_hand_in("Ada", scored_steps(UNIT, row), learner="a" * 16, device="d" * 16)
        for row in (ALL, NONE)
    ]
    path = fill_register(tmp_path / "r.db", *files)

    found = read(path)

    assert (found.twice, found.quizzes) == (1, {})


def test_the_order_of_collecting_makes_no_difference(tmp_path: Path) -> None:
    """A report must not depend on who was quicker to send their file."""
    lot = Random(4)
    rows = {name: [lot.choice((0, 10_000)) for _ in range(4)] for name in "abcdefghijkl"}
    files = [make_hand_in(name, scored_steps(UNIT, row)) for name, row in rows.items()]
    one = fill_register(tmp_path / "one.db", *files)
    other = fill_register(tmp_path / "other.db", *files[::-1], *files)

    answers = [read(path).quizzes["demo", "visits"] for path in (one, other)]

    assert sorted(answers[0].totals) == sorted(answers[1].totals)
    rests = [sorted(one.item_answers(ONE).rests) for one in answers]
    assert rests[0] == rests[1]


def test_results_alone_bring_no_answers(tmp_path: Path) -> None:
    """Who hands in results only is counted nowhere as somebody who left everything out."""
    begun, *_, finished = scored_steps(UNIT, ALL)
    path = fill_register(tmp_path / "r.db", make_hand_in("Ada", [finished]))

    found = read(path)

    assert begun[0] == "quiz-begun"
    assert (found.quizzes, found.unfinished) == ({}, 1)


def test_a_scope_reads_one_quiz(tmp_path: Path) -> None:
    """Of a register with many courses only what is asked for is read."""
    steps: list[Step] = [
        *scored_steps("demo/one", ALL),
        *scored_steps("demo/two", ALL),
        *scored_steps("else/one", ALL),
    ]
    path = fill_register(tmp_path / "r.db", make_hand_in("Ada", steps))

    assert list(read(path, Scope("demo", "one")).quizzes) == [("demo", "one")]
    assert len(read(path, Scope(quiz="one")).quizzes) == 2


HOSTILE: list[dict[str, Any]] = [
    {"answer": {"kind": "choice", "chosen": [["a"]]}},
    {"answer": {"kind": "choice", "chosen": "abc"}},
    {"answer": {"kind": "order", "steps": [1, 2]}},
    {"answer": {"kind": "match", "choices": "all"}},
    {"answer": {"kind": "true-false", "value": True}},
    {"answer": {"kind": "number", "form": [0]}},
    {"answer": {"kind": "what"}},
    {"answer": 7},
    {"score": 10_001},
    {"score": None},
    {"question": ["q1"]},
    {"question": "q" * 65},
    {"fingerprint": None},
    {"answer": {"kind": "choice", "chosen": ["a" * 500]}},
]


@pytest.mark.parametrize("change", HOSTILE)
def test_what_is_no_answer_is_left_out_and_told(tmp_path: Path, change: dict[str, Any]) -> None:
    """Whoever signs their own file may have written anything into it."""
    begun, first, second, finished = scored_steps(UNIT, ALL)
    spoilt = (first[0], first[1], {**first[2], **change})
    path = fill_register(tmp_path / "r.db", make_hand_in("Ada", [begun, spoilt, second, finished]))

    found = read(path)

    assert found.unreadable == 1
    assert found.quizzes["demo", "visits"].totals == [10_000]


@pytest.mark.parametrize(
    ("answer", "response"),
    [
        (chose("b", "a"), "a + b"),
        (chose(), ""),
        ({"kind": "true-false", "value": "true"}, "true"),
        ({"kind": "order", "steps": ["c", "a", "b"]}, "c > a > b"),
        ({"kind": "match", "choices": {"x": "y", "a": "b"}}, "a = b; x = y"),
        ({"kind": "short-text", "form": 2}, "form 2"),
        ({"kind": "number", "form": "other"}, "other"),
        ({"kind": "reflection"}, ""),
    ],
)
def test_each_kind_of_answer_is_read(answer: dict[str, Any], response: str) -> None:
    """The order in which options were ticked says nothing; the order of steps says all."""
    body = {"question": "q", "fingerprint": "f", "score": 0, "answer": answer}

    found = read_answer(json.dumps(body))

    assert found is not None
    assert found.response == response
