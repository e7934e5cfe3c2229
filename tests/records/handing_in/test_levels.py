"""What may leave: every kind of event has a decision, and the exceptions hold."""

import pytest
from handed_in import OUTLINE

from protectcourse.course.outline import CourseOutline
from protectcourse.progress.events import KINDS
from protectcourse.records.handing_in.levels import (
    NEVER,
    REFLECTION,
    SENSITIVE,
    SORTS,
    Level,
    leaves,
    open_cases,
    sort_of,
)

RESULTS = {
    *("device-begun", "course-begun", "lesson-completed", "quiz-finished", "case-finished"),
    "course-completed",
}
ANSWERS = {
    *("quiz-begun", "answer-given", "case-begun", "decision-made", "case-rewound"),
    "case-revised",
}


def test_every_kind_of_event_has_a_decision() -> None:
    """A kind that nobody decided about must not leave by an oversight, nor be lost by one."""
    assert set(SORTS) == set(KINDS)


def test_the_table_is_that_of_the_design() -> None:
    """Learners are promised it in words; here it is written out a second time."""
    at_results = {kind for kind, sort in SORTS.items() if leaves(sort, Level.RESULTS)}
    at_answers = {kind for kind, sort in SORTS.items() if leaves(sort, Level.ANSWERS)}

    assert at_results == RESULTS
    assert at_answers == RESULTS | ANSWERS


def test_a_kind_of_a_later_version_stays() -> None:
    """What it says is not known here."""
    assert sort_of({"kind": "mood-noted"}, ()) is NEVER


@pytest.mark.parametrize("kind", ["case-begun", "decision-made", "case-rewound", "case-revised"])
def test_decisions_in_the_most_sensitive_cases_stay(kind: str) -> None:
    """As do those in a case of which nobody can tell how sensitive it was."""
    cases = open_cases([OUTLINE, _with_sensitivity("S3")])

    assert sort_of({"kind": kind, "unit": "c/k"}, cases).leaves_at is Level.ANSWERS
    assert sort_of({"kind": kind, "unit": "grave/k"}, cases) is SENSITIVE
    assert sort_of({"kind": kind, "unit": "gone/k"}, cases) is SENSITIVE
    assert sort_of({"kind": kind}, cases) is SENSITIVE


@pytest.mark.parametrize("sensitivity", ["S0", "S1", "S2"])
def test_decisions_in_other_cases_may_leave(sensitivity: str) -> None:
    """Else nothing could be said of where people go wrong."""
    assert open_cases([_with_sensitivity(sensitivity)]) == {"grave/k"}


def test_that_such_a_case_ended_is_a_result() -> None:
    """Without it nobody could be seen to complete the course."""
    assert leaves(sort_of({"kind": "case-finished", "unit": "grave/k"}, ()), Level.RESULTS)


@pytest.mark.parametrize("answer", [{"kind": "reflection"}, None, "text"])
def test_a_reflection_stays(answer: object) -> None:
    """It is a learner's own; even that they kept one is nobody's business."""
    assert sort_of({"kind": "answer-given", "answer": answer}, ()) is REFLECTION


def _with_sensitivity(sensitivity: str) -> CourseOutline:
    (module,) = OUTLINE.modules
    units = tuple(unit._replace(sensitivity=sensitivity) for unit in module.units)
    return OUTLINE._replace(id="grave", modules=(module._replace(units=units),))
