"""The nodes of a case: scenes, interviews (hubs), checklists, and what can be done in them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Literal

from protectcourse.scenario.spelling import Conditions, Reason, Routes
from protectcourse.shapes import (
    FILE_SHAPE,
    Between,
    CaseId,
    Identifier,
    OneOrMany,
    Several,
    ShortText,
    Text,
    ToldApartBy,
    UnitId,
    WholeNumber,
    YesNo,
)

CompetencyId = Annotated[
    str,
    Identifier(
        re.compile(r"[A-Za-z0-9][A-Za-z0-9._\-]{0,63}"),
        "a competency has letters, digits, `_`, `-` and `.`, at most 64",
    ),
]
Competencies = Annotated[tuple[CompetencyId, ...], OneOrMany()]
CaseIds = Annotated[tuple[CaseId, ...], OneOrMany()]
Count = Annotated[int, WholeNumber(0, 100)]
Exceptions = Mapping[UnitId, ShortText]
"""Exceptions to checks: code → why."""


class Rating(StrEnum):
    """How good a decision is, from best to worst; also the key under which its reason stands."""

    BEST = "best"
    ACCEPTABLE = "acceptable"
    HARMFUL = "harmful"
    RED_LINE = "red_line"


def is_better(one: Rating, other: Rating) -> bool:
    """Say whether one rating is better than another."""
    ratings = list(Rating)
    return ratings.index(one) < ratings.index(other)


@dataclass(frozen=True, kw_only=True, slots=True)
class ExtraText:
    """A paragraph that is shown below a node's text when its conditions hold."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    if_: Conditions
    """When the paragraph is shown, such as `[broker]` or `trust >= 2`."""
    text: Text
    """The paragraph."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Doing:
    """What every choice and every question may have."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    if_: Conditions = ()
    """When it can be chosen: `agreed`, `not photo`, `trust >= 2`, `custody = post`.

    Of a list all must hold.
    """
    locked: ShortText | None = None
    """Shown as the reason while the conditions do not hold; without it the choice is hidden."""
    do: Several = ()
    """What it changes: `learn photo`, `set agreed`, `clear seen`, `trust +1`, `custody = post`."""
    best: Reason = None
    """Rates it best (2 points): say why."""
    acceptable: Reason = None
    """Rates it acceptable (1 point): say why, and what would be better."""
    harmful: Reason = None
    """Rates it harmful (no point): say what harm it does."""
    red_line: Reason = None
    """Rates it as never to be done (the case is not passed): say why it cannot be undone."""
    source: Several = ()
    """What its reason rests on: the id of a source, or a list. Where law is named it is needed."""
    for_: Competencies = ()
    """What it trains, instead of the node's competencies."""
    claims: Several = ()
    """Ids from claims.yaml of the claims that it uses."""
    was: CaseId | None = None
    """The id that it had before it was renamed."""

    @property
    def ratings(self) -> Mapping[Rating, str]:
        """The ratings given, each with its reason; a sound case gives at most one."""
        given = {rating: getattr(self, rating.value) for rating in Rating}
        return {rating: reason for rating, reason in given.items() if reason is not None}


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice(Doing):
    """Something that the learner may do or say; it leads on."""

    text: Text
    """What the learner would do or say."""
    then: Text | None = None
    """What happens in the story, shown at once."""
    goto: Routes = ()
    """The node or ending that follows.

    Or a list of ways, each with `if` and `to`; the last is a plain id.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class HubQuestion(Doing):
    """A question of an interview. It leads back to the interview."""

    ask: Text
    """The question, as the learner would ask it."""
    answer: Text
    """What the other person says or does."""
    repeat: YesNo = False
    """`true` where it can be asked more than once."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Element:
    """One line of a checklist: the right answer stands fixed, or depends on what was found out."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    ask: Text = ""
    """What is to be judged, in one sentence; only a template's own lines can do without."""
    answer: Literal["met", "not_met", "unclear"] | None = None
    """The right answer, where it is always the same."""
    met_if: Conditions = ()
    """Conditions: *met* is right if they hold, otherwise that there is not enough information."""
    best: Text | None = None
    """Why, for the debrief."""
    source: Several = ()
    """What it rests on: the id of a source, or a list. Where law is named it is needed."""
    for_: Competencies = ()
    """What it trains, instead of the node's competencies."""
    claims: Several = ()
    """Ids from claims.yaml of the claims that it uses."""
    was: CaseId | None = None
    """The id that it had before it was renamed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Result:
    """What follows from a checklist with so many right answers."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    at_least: Count
    """From how many right answers this result counts; one of the results has `0`."""
    then: Text | None = None
    """What happens in the story, shown at once."""
    do: Several = ()
    """What it changes: `set ready`, `trust +1`."""
    goto: Routes = ()
    """The node or ending that follows; or a list of ways, each with `if` and `to`."""
    was: CaseId | None = None
    """The id that it had before it was renamed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NodeBase:
    """What every node may have."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    text: Text
    """What the learner reads: 60 to 120 words are enough."""
    short: Text | None = None
    """What the short form of a sensitive node shows instead of its text."""
    also: tuple[ExtraText, ...] = ()
    """Paragraphs that are added when their conditions hold, each with `if` and `text`."""
    for_: Competencies = ()
    """Ids of the competencies in course.yaml that are trained here, such as `[consent]`."""
    claims: Several = ()
    """Ids from claims.yaml of the claims that this node uses."""
    was: CaseId | None = None
    """The id that this node had before it was renamed."""
    lint_allow: Exceptions = field(default_factory=dict)
    """Exceptions to checks in this node: the code of the check, then the reason."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Scene(NodeBase):
    """A decision between choices."""

    type: Literal["scene"] = "scene"
    choices: Annotated[Mapping[CaseId, Choice], Between(1, 12)]
    """Two or three things that a decent colleague might do, each below an id of your choice."""
    keep_order: YesNo = False
    """`true` to show the choices as they stand here; otherwise they are shuffled."""
    dilemma: YesNo = False
    """`true` where it is meant that every choice does harm."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Hub(NodeBase):
    """An interview: questions in any order, each once, until the learner leaves."""

    type: Literal["hub"] = "hub"
    questions: Annotated[Mapping[CaseId, HubQuestion], Between(1, 30)]
    """What can be asked, each below an id of your choice; each once, in any order."""
    leave: Mapping[CaseId, Choice] = field(default_factory=dict)
    """The choices that end the interview."""
    at_least: Count = 0
    """How many questions must be asked before leaving."""
    important: CaseIds = ()
    """Ids of questions that are missed opportunities, and cost points, if they are not asked."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Checklist(NodeBase):
    """An assessment: each element is met, not met, or there is not enough information."""

    type: Literal["checklist"] = "checklist"
    elements: Annotated[Mapping[CaseId, Element], Between(0, 20)] = field(default_factory=dict)
    """What is to be judged, each below an id: *met*, *not met* or *not enough information*.

    With `template: rsd-elements` the ids are those of the six, each with `answer` or `met_if`.
    """
    results: Annotated[Mapping[CaseId, Result], Between(0, 12)] = field(default_factory=dict)
    """What follows, by the number of right answers."""
    template: Literal["rsd-elements"] | None = None
    """`rsd-elements` words six lines: outside, fear, persecution, ground, sur_place, bar.

    It cites conv-1a2, conv-33 and cat-3 where they are declared. Your own `ask` and `source` go
    first. Say in the text of the node that others decide on status.
    """


Node = Annotated[Scene | Hub | Checklist, ToldApartBy("type", "scene")]


@dataclass(frozen=True, kw_only=True, slots=True)
class Ending:
    """Where a case ends, and what the debrief says of it."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    outcome: Literal["good", "mixed", "bad"]
    """How the story ends for the people in it."""
    text: Text
    """What happens at the end."""
    debrief: Text | None = None
    """What the learner should take from it, such as a question to think about."""
    ask_yourself: Several = ()
    """Questions for the learner to think about afterwards, one or a list."""
    despite_good_practice: YesNo = False
    """`true` where good decisions may end here too, although it ends badly."""
    despite_red_line: YesNo = False
    """`true` where it may end well although something was done that must never be."""
    was: CaseId | None = None
    """The id that this ending had before it was renamed."""
