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
    """Its value at the start."""
    min: Level = 0
    """The lowest that it goes down to."""
    max: Level
    """The highest that it goes up to; few steps are enough, such as 3."""
    unit: ShortText | None = None
    """What is counted, shown behind the number, such as `half-hours`."""
    words: tuple[ShortText, ...] = ()
    """Shown instead of the number, from the lowest up: `[closed, wary, open]`."""
    hidden: YesNo = False
    """`true` where the learner does not see it."""
    when_empty: CaseId | None = None
    """The node or ending that follows when the meter has come down to its lowest."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Track:
    """The variables of a case; each has few values, so that every state can be explored."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    facts: Mapping[CaseId, ShortText] = field(default_factory=dict)
    """What the learner can find out: an id, then the sentence that appears in the case file."""
    flags: Mapping[CaseId, ShortText] = field(default_factory=dict)
    """What has happened or has not: an id, then a note for authors."""
    meters: Mapping[CaseId, Meter] = field(default_factory=dict)
    """Numbers that go up and down, such as trust or the time that is left."""
    states: Mapping[CaseId, Values] = field(default_factory=dict)
    """What is in one of several states: `custody: [post, shelter]`.

    The first is the one at the start.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class CasePromise:
    """A rule of the author's: before a node, or a choice of it (`node.choice`), this must hold."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    say: ShortText
    """The rule in words: `Nobody is referred before she has agreed.`"""
    before: Annotated[
        str,
        Identifier(
            re.compile(r"[a-z][a-z0-9_]{0,63}(\.[a-z][a-z0-9_]{0,63})?"),
            "a place is a node, or a choice written `node.choice`",
            is_id=False,
        ),
    ]
    """A node, or a choice of it written `node.choice`."""
    need: Conditions
    """What must hold whenever a learner gets there, such as `[agreed]`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ModelPlay:
    """A play of the author's, replayed after every edit."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    play: Annotated[CaseIds, Between(1, 200)]
    """What is chosen from start to end, by id: choices, questions, results of checklists."""
    expect: CaseId
    """The ending that this must lead to."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """A branching case as its file has it."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    scenario: UnitId
    """The id of the case. It never changes once learners have begun, and learners never see it."""
    version: Annotated[int, WholeNumber(1)]
    """A whole number; add 1 each time that you publish a change."""
    title: ShortText
    """The title of the case, as the learner sees it."""
    about: Text | None = None
    """Who the learner is in the story, and that it is invented."""
    content_note: ShortText | None = None
    """What is mentioned that may be hard to read, in one sentence; needed from `S2`."""
    minutes: Annotated[int, WholeNumber(1, 240)] | None = None
    """How long one way through it takes."""
    language: ShortText | None = None
    """The language of its texts, where it is not that of the course."""
    level: Literal["novice", "practised"] = "novice"
    """`novice` explains each decision at once; `practised` waits for the debrief."""
    status: Literal["draft", "reviewed"] = "draft"
    """`draft`, or `reviewed` once others have read it; then `reviewers:` must say who."""
    reviewers: tuple[Review, ...] = ()
    """Who has reviewed the case, when, and what they checked."""
    coach: Literal["now", "debrief"] | None = None
    """When decisions are explained: `now`, or in the `debrief`; without it, as `level` says."""
    sensitivity: Sensitivity = "S0"
    """How heavy it is, from `S0` (plain) to `S3` (grave); from `S2` it needs a `content_note`."""
    objectives: Annotated[tuple[UnitId, ...], OneOrMany()] = ()
    """Ids of the objectives in course.yaml that it serves."""
    rubric: Mapping[CompetencyId, Percent] = field(default_factory=dict)
    """Competency, then the percentage to pass, where it is not the usual one: `consent: 80`."""
    sources: Mapping[UnitId, ShortText] = field(default_factory=dict)
    """What this case alone cites: an id, then the citation in words."""
    track: Track = field(default_factory=Track)
    """What the case keeps in mind: facts, flags, meters and states."""
    variants: Mapping[CaseId, Values] = field(default_factory=dict)
    """Differences of which one is drawn at the start: `interpreter: [woman, man]`.

    They are tested like states, and never change.
    """
    start: CaseId
    """The id of the node at which the case begins."""
    nodes: Annotated[Mapping[CaseId, Node], Between(1, 200)]
    """The places of the story, each below an id of your choice (a to z, digits, `_`)."""
    endings: Annotated[Mapping[CaseId, Ending], Between(1, 30)]
    """Where the case can end, each below an id of your choice."""
    promises: tuple[CasePromise, ...] = ()
    """Rules of yours that the program proves on every way through the case."""
    tests: Mapping[CaseId, ModelPlay] = field(default_factory=dict)
    """Plays of yours, each below a name, that are replayed after every edit."""
    was: UnitId | None = None
    """The id that this case had before it was renamed; learners keep their work."""
    retired: Mapping[CaseId, CaseId] = field(default_factory=dict)
    """Nodes that are no more: the old id, then the node that took its place."""
    lint_allow: Exceptions = field(default_factory=dict)
    """Exceptions to checks in this file: the code of the check, then the reason."""

    @property
    def coaches_at_once(self) -> bool:
        """Whether the reason for a rating is shown at once, not only in the debrief."""
        return (self.coach or ("now" if self.level == "novice" else "debrief")) == "now"
