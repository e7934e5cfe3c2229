"""Questions and answers in the patterns of the standard, read from questions of every kind."""

from collections.abc import Iterator
from typing import Any

import pytest
from lrs_learners import Everybody, everybody

from protectcourse.progress.events import AnswerGiven
from protectcourse.quiz.questions import Question
from protectcourse.records.xapi.body import Body
from protectcourse.records.xapi.interactions import describe, read_answer

ANSWERS: dict[str, dict[str, Any]] = {
    "choosing": {"kind": "choice", "chosen": ["right"]},
    "ticking": {"kind": "choice", "chosen": ["name", "hour"]},
    "deciding": {"kind": "true-false", "value": "false"},
    "ordering": {"kind": "order", "steps": ["greet", "ask", "write"]},
    "matching": {"kind": "match", "choices": {"noon": "noon", "nine": "nine"}},
    "naming": {"kind": "short-text", "form": 0},
}
"""The right answers, as events carry them."""


@pytest.fixture(scope="module")
def learner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Everybody]:
    """Give somebody who takes the course with questions of every kind."""
    yield from everybody(tmp_path_factory.mktemp("everybody"))


def question(learner: Everybody, name: str) -> Question:
    """Return the question of a quiz."""
    return learner.course.quiz(name).questions[f"{name}-first"]


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("choosing", "right"),
        ("ticking", "hour[,]name"),
        ("deciding", "false"),
        ("ordering", "greet[,]ask[,]write"),
        ("matching", "nine[.]nine[,]noon[.]noon"),
        ("counting", "1"),
        ("naming", "{case_matters=false}badge"),
    ],
)
def test_what_is_right_is_said_as_a_pattern(learner: Everybody, name: str, pattern: str) -> None:
    """An LRS can then say by itself which answers were right."""
    said = describe(question(learner, name), "en")

    assert said["correctResponsesPattern"] == [pattern]


@pytest.mark.parametrize("name", [name for name in ANSWERS if name != "naming"])
def test_a_right_answer_is_the_pattern_of_what_is_right(learner: Everybody, name: str) -> None:
    """Reports compare the two as texts."""
    asked = question(learner, name)

    given = read_answer(Body(ANSWERS[name]), asked)

    assert given is not None
    assert [given.response] == describe(asked, "en")["correctResponsesPattern"]


def test_of_a_typed_answer_the_accepted_form_leaves_and_nothing_else(learner: Everybody) -> None:
    """`badge` are the author's letters; what else was typed is the learner's."""
    asked = question(learner, "naming")

    accepted = read_answer(Body({"kind": "short-text", "form": 0}), asked)
    other = read_answer(Body({"kind": "short-text", "form": "other"}), asked)
    number = read_answer(Body({"kind": "number", "form": 0}), question(learner, "counting"))

    assert accepted is not None
    assert other is not None
    assert number is not None
    assert (accepted.response, accepted.form) == ("badge", 0)
    assert (other.response, other.form) == ("", "other")
    assert (number.response, number.form) == ("", 0)


def test_a_reflection_is_not_told(learner: Everybody) -> None:
    """Whether somebody thought about it is nobody's business."""
    assert read_answer(Body({"kind": "reflection"}), question(learner, "thinking")) is None


def test_every_answer_of_the_program_is_understood(learner: Everybody) -> None:
    """What the quiz writes and what is read here are one form."""
    given = [one.event for one in learner.store.events() if isinstance(one.event, AnswerGiven)]

    told = {event.unit: read_answer(Body(event.answer), None) for event in given}

    assert len(told) == len(ANSWERS) + 3
    assert [unit for unit, answer in told.items() if answer is None] == ["everything/thinking"]


def test_a_range_is_said_with_both_ends(learner: Everybody) -> None:
    """`15[:]20`, as the standard writes it."""
    asked = learner.course.lesson("visitors").pages["evening"].recall

    assert asked is not None
    assert describe(asked, "en")["correctResponsesPattern"] == ["8[:]10"]
