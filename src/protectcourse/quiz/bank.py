"""A bank of questions: a module's quiz, the final or the pre-test, with its rules."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Literal

from protectcourse.quiz.questions import Question
from protectcourse.shapes import FILE_SHAPE, Percent, ShortText, Text, UnitId, WholeNumber, Between

Count = Annotated[int, WholeNumber(1, 1000)]


@dataclass(frozen=True, kw_only=True, slots=True)
class Quiz:
    """A bank of questions and the rules for taking it."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    quiz: UnitId
    title: ShortText
    pool: Literal["practice", "final", "pretest"] = "practice"
    draw: Count | None = None
    spread: Literal["objective", "domain"] = "objective"
    pass_: Percent | None = None
    floor: Count | None = None
    feedback: Literal["now", "after", "after-pass"] = "now"
    attempts_per_day: Count | None = None
    minutes: Annotated[int, WholeNumber(1, 600)] | None = None
    about: Text | None = None
    questions: Annotated[Mapping[UnitId, Question], Between(1, 2000)]
    was: UnitId | None = None
    lint_allow: Mapping[UnitId, ShortText] = field(default_factory=dict)
    sources: Mapping[UnitId, Any] = field(default_factory=dict)
