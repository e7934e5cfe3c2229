"""A bank of questions: a module's quiz, the final, the pre-test, or a stock for reviews."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Literal

from protectcourse.quiz.questions import Question
from protectcourse.shapes import (
    FILE_SHAPE,
    Between,
    Percent,
    ShortText,
    Text,
    UnitId,
    WholeNumber,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Quiz:
    """A bank, how many of its questions an attempt takes, and what it takes to pass."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    quiz: UnitId
    title: ShortText
    pool: Literal["practice", "final", "pretest"] = "practice"
    draw: Annotated[int, WholeNumber(1, 1000)] | None = None
    """Questions in one attempt; None for all of them."""
    spread: Literal["objective", "domain"] = "objective"
    """An attempt takes the same number of questions from each of these."""
    pass_: Percent | None = None
    """Percent of the points; None for what the course says."""
    floor: Annotated[int, WholeNumber(1, 1000)] | None = None
    """Least right answers in each part of the spread."""
    feedback: Literal["now", "after", "after-pass"] = "now"
    attempts_per_day: Annotated[int, WholeNumber(1, 1000)] | None = None
    minutes: Annotated[int, WholeNumber(1, 600)] | None = None
    """Suggested; never a running clock."""
    about: Text | None = None
    questions: Annotated[Mapping[UnitId, Question], Between(1, 2000)]
    was: UnitId | None = None
    lint_allow: Mapping[UnitId, ShortText] = field(default_factory=dict)
    sources: Mapping[UnitId, Any] = field(default_factory=dict)
    """Only where the file stands alone, outside a course; what a source is, ``course`` knows."""
