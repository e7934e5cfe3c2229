"""What a case is: the dataclasses behind its YAML file, from title to model plays.

Each class is both the value that the program works with and the shape that a file is checked
against (see ``shapes``). A field ends in `_` where its key is a word that Python keeps for itself.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Literal

from protectcourse.scenario.nodes import CaseIds, CompetencyId, Ending, Exceptions, Node
from protectcourse.scenario.spelling import Conditions
from protectcourse.shapes import (
    FILE_SHAPE,
    Between,
    CaseId,
    Identifier,
    OneOrMany,
    Percent,
    Review,
    Sensitivity,
    ShortText,
    Text,
    UnitId,
    WholeNumber,
    YesNo,
)

Level = Annotated[int, WholeNumber(-1000, 1000)]
Values = Annotated[tuple[CaseId, ...], Between(2, 12)]
"""The values that a state, or a variant, can have."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Meter:
    """A number that stops at both ends, such as trust or the time that is left."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    start: Level
    min: Level = 0
    max: Level
    unit: ShortText | None = None
    words: tuple[ShortText, ...] = ()
    """Shown instead of the number, from the lowest up."""
    hidden: YesNo = False
    when_empty: CaseId | None = None
    """The node or ending that follows when the meter has come down to its lowest."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Track:
    """The variables of a case; each has few values, so that every state can be explored."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    facts: Mapping[CaseId, ShortText] = field(default_factory=dict)
    """Id → the sentence that appears in the learner's case file."""
    flags: Mapping[CaseId, ShortText] = field(default_factory=dict)
    """Id → a note for authors."""
    meters: Mapping[CaseId, Meter] = field(default_factory=dict)
    states: Mapping[CaseId, Values] = field(default_factory=dict)
    """Id → values; the first is the one at the start."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CasePromise:
    """A rule of the author's: before a node, or a choice of it (`node.choice`), this must hold."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    say: ShortText
    before: Annotated[
        str,
        Identifier(
            re.compile(r"[a-z][a-z0-9_]{0,63}(\.[a-z][a-z0-9_]{0,63})?"),
            "a place is a node, or a choice written `node.choice`",
        ),
    ]
    need: Conditions


@dataclass(frozen=True, kw_only=True, slots=True)
class ModelPlay:
    """A play of the author's, replayed after every edit."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    play: Annotated[CaseIds, Between(1, 200)]
    """Choices and questions by id; a checklist by its result."""
    expect: CaseId
    """The ending."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """A branching case as its file has it."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    scenario: UnitId
    version: Annotated[int, WholeNumber(1)]
    title: ShortText
    about: Text | None = None
    content_note: ShortText | None = None
    minutes: Annotated[int, WholeNumber(1, 240)] | None = None
    language: ShortText | None = None
    level: Literal["novice", "practised"] = "novice"
    status: Literal["draft", "reviewed"] = "draft"
    reviewers: tuple[Review, ...] = ()
    coach: Literal["now", "debrief"] | None = None
    sensitivity: Sensitivity = "S0"
    objectives: Annotated[tuple[UnitId, ...], OneOrMany()] = ()
    rubric: Mapping[CompetencyId, Percent] = field(default_factory=dict)
    """Competency → pass mark, where it is not the usual one."""
    sources: Mapping[UnitId, ShortText] = field(default_factory=dict)
    """Id → citation, beside those of the course."""
    track: Track = field(default_factory=Track)
    variants: Mapping[CaseId, Values] = field(default_factory=dict)
    """Differences of which one is drawn at the start; tested like states, never changed."""
    start: CaseId
    nodes: Annotated[Mapping[CaseId, Node], Between(1, 200)]
    endings: Annotated[Mapping[CaseId, Ending], Between(1, 30)]
    promises: tuple[CasePromise, ...] = ()
    tests: Mapping[CaseId, ModelPlay] = field(default_factory=dict)
    was: UnitId | None = None
    retired: Mapping[CaseId, CaseId] = field(default_factory=dict)
    """Node that is no more → the node that took its place."""
    lint_allow: Exceptions = field(default_factory=dict)

    @property
    def coaches_at_once(self) -> bool:
        """Whether the reason for a rating is shown at once, not only in the debrief."""
        return (self.coach or ("now" if self.level == "novice" else "debrief")) == "now"
