"""What may leave a learner's computer: one table by kind of event, and the exceptions to it."""

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from protectcourse.course.outline import CourseOutline
from protectcourse.progress.completion import unit_key


class Level(StrEnum):
    """How much a learner hands in."""

    RESULTS = "results"
    ANSWERS = "answers"


class Sort(NamedTuple):
    """What becomes of the events of a kind, and what they are called."""

    leaves_at: Level | None
    """The least level at which they leave; None for never."""
    one: str
    several: str


SORTS: Mapping[str, Sort] = {
    "course-begun": Sort(Level.RESULTS, "course begun", "courses begun"),
    "lesson-completed": Sort(Level.RESULTS, "lesson completed", "lessons completed"),
    "quiz-finished": Sort(Level.RESULTS, "result of a quiz", "results of quizzes"),
    "case-finished": Sort(Level.RESULTS, "ending of a case", "endings of cases"),
    "course-completed": Sort(Level.RESULTS, "course completed", "courses completed"),
    "device-begun": Sort(Level.RESULTS, "progress file begun", "progress files begun"),
    "quiz-begun": Sort(Level.ANSWERS, "quiz begun", "quizzes begun"),
    "answer-given": Sort(Level.ANSWERS, "answer in a quiz", "answers in quizzes"),
    "case-begun": Sort(Level.ANSWERS, "case begun", "cases begun"),
    "decision-made": Sort(Level.ANSWERS, "decision in a case", "decisions in cases"),
    "case-rewound": Sort(Level.ANSWERS, "case gone back in", "cases gone back in"),
    "case-revised": Sort(Level.ANSWERS, "case gone on with", "cases gone on with"),
    "page-opened": Sort(None, "page opened", "pages opened"),
    "prompt-answered": Sort(None, "answer on a page", "answers on pages"),
    "note-written": Sort(None, "note", "notes"),
    "bookmark-set": Sort(None, "bookmark", "bookmarks"),
    "question-flagged": Sort(None, "flagged question", "flagged questions"),
}
"""Each kind of event (records.md §1). A kind that is not here never leaves."""
NEVER = Sort(None, "other step", "other steps")
SENSITIVE = Sort(
    None, "step in the most sensitive cases", "steps in the most sensitive cases, or unknown ones"
)
REFLECTION = Sort(None, "reflection", "reflections")
OF_PLAYS = frozenset({"case-begun", "decision-made", "case-rewound", "case-revised"})
MOST_SENSITIVE = "S3"


def open_cases(outlines: Iterable[CourseOutline]) -> frozenset[str]:
    """Return the cases, as events name them, whose decisions may leave.

    A case that no course has any more is not among them: how sensitive it was is not known.
    """
    return frozenset(
        unit_key(outline.id, unit.id)
        for outline in outlines
        for unit in outline.units()
        if unit.sort == "case" and unit.sensitivity < MOST_SENSITIVE
    )


def sort_of(body: Mapping[str, Any], cases: Collection[str]) -> Sort:
    """Return what becomes of an event, of which `body` is what might leave."""
    kind = body.get("kind")
    if kind in OF_PLAYS and body.get("unit") not in cases:
        return SENSITIVE
    if kind == "answer-given" and _is_reflection(body.get("answer")):
        return REFLECTION
    return SORTS.get(str(kind), NEVER)


def leaves(sort: Sort, level: Level) -> bool:
    """Say whether events of a sort leave at a level."""
    return sort.leaves_at is not None and (
        sort.leaves_at is Level.RESULTS or level is Level.ANSWERS
    )


def _is_reflection(answer: object) -> bool:
    return not isinstance(answer, Mapping) or answer.get("kind") == "reflection"
