"""A bank of questions: a module's quiz, the final, the pre-test, or a stock for reviews."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Literal

from protectcourse.quiz.questions import Question
from protectcourse.shapes import (
    FILE_SHAPE,
    Between,
    Identifier,
    PartId,
    Percent,
    Several,
    ShortText,
    Text,
    UnitId,
    WholeNumber,
)

Expected = Annotated[
    str,
    Identifier(
        re.compile(r"passed|not passed|100|[0-9]{1,2}"),
        "this is `passed`, `not passed`, or a percent from 0 to 100",
        is_id=False,
    ),
]


@dataclass(frozen=True, kw_only=True, slots=True)
class ScriptedAttempt:
    """An attempt of the author's, marked again by `rehearse`. Learners never see it."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    answers: Annotated[Mapping[UnitId, Several], Between(1, 200)]
    """The questions asked, and for each the answer: the id of an option, a list of ids, `true` or
    `false`, a number, a word; for a match `pair = right` for each pair."""
    expect: Expected
    """What the attempt comes to: `passed`, `not passed`, or its percent, such as `80`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Quiz:
    """A bank, how many of its questions an attempt takes, and what it takes to pass."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    quiz: UnitId
    """The id of the quiz. It never changes once learners have begun, and learners never see it."""
    title: ShortText
    """The title of the quiz, as the learner sees it."""
    pool: Literal["practice", "final", "pretest"] = "practice"
    """What the questions are for: `practice` (quizzes and reviews), the `final`, or a `pretest`."""
    draw: Annotated[int, WholeNumber(1, 1000)] | None = None
    """Questions in one attempt; without it, all of them."""
    spread: Literal["objective", "domain"] = "objective"
    """An attempt takes the same number of questions from each `objective` or each `domain`."""
    pass_: Percent | None = None
    """Percent of the points that it takes to pass; without it, what the course says."""
    floor: Annotated[int, WholeNumber(1, 1000)] | None = None
    """Least right answers in each part of the spread, whatever the rest."""
    feedback: Literal["now", "after", "after-pass"] = "now"
    """When answers are explained: `now`, `after` handing in, or `after-pass`."""
    attempts_per_day: Annotated[int, WholeNumber(1, 1000)] | None = None
    """How often a learner may try in one day; without it, as often as they like."""
    minutes: Annotated[int, WholeNumber(1, 600)] | None = None
    """Suggested; never a running clock."""
    about: Text | None = None
    """One or two sentences shown before it begins."""
    questions: Annotated[Mapping[UnitId, Question], Between(1, 2000)]
    """The questions, each below an id of its own that no other bank of the course uses."""
    was: UnitId | None = None
    """The id that this quiz had before it was renamed; learners keep their results."""
    lint_allow: Mapping[UnitId, ShortText] = field(default_factory=dict)
    """Exceptions to checks in this file: the code of the check, then the reason."""
    sources: Mapping[UnitId, Any] = field(default_factory=dict)
    """Only where the file stands alone, outside a course: what it cites.

    A course has sources.yaml.
    """
    tests: Mapping[PartId, ScriptedAttempt] = field(default_factory=dict)
    """Attempts that `rehearse` marks again after every edit, each below a name of its own."""
