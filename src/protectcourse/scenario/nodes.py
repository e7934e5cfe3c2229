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
    text: Text


@dataclass(frozen=True, kw_only=True, slots=True)
class Doing:
    """What every choice and every question may have."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    if_: Conditions = ()
    locked: ShortText | None = None
    """Shown as the reason while the conditions do not hold; without it the choice is hidden."""
    do: Several = ()
    best: Reason = None
    acceptable: Reason = None
    harmful: Reason = None
    red_line: Reason = None
    source: Several = ()
    for_: Competencies = ()
    """Instead of the node's competencies."""
    claims: Several = ()
    was: CaseId | None = None

    @property
    def ratings(self) -> Mapping[Rating, str]:
        """The ratings given, each with its reason; a sound case gives at most one."""
        given = {rating: getattr(self, rating.value) for rating in Rating}
        return {rating: reason for rating, reason in given.items() if reason is not None}


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice(Doing):
    """Something that the learner may do or say; it leads on."""

    text: Text
    then: Text | None = None
    """What happens in the story, shown at once."""
    goto: Routes = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class HubQuestion(Doing):
    """A question of an interview. It leads back to the interview."""

    ask: Text
    answer: Text
    repeat: YesNo = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Element:
    """One line of a checklist: the right answer stands fixed, or depends on what was found out."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    ask: Text
    answer: Literal["met", "not_met", "unclear"] | None = None
    met_if: Conditions = ()
    """Met if they hold, otherwise there is not enough information."""
    best: Text | None = None
    """Why, for the debrief."""
    source: Several = ()
    for_: Competencies = ()
    claims: Several = ()
    was: CaseId | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Result:
    """What follows from a checklist with so many right answers."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    at_least: Count
    then: Text | None = None
    do: Several = ()
    goto: Routes = ()
    was: CaseId | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class NodeBase:
    """What every node may have."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    text: Text
    short: Text | None = None
    """What the short form of a sensitive node shows instead of its text."""
    also: tuple[ExtraText, ...] = ()
    for_: Competencies = ()
    claims: Several = ()
    was: CaseId | None = None
    lint_allow: Exceptions = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Scene(NodeBase):
    """A decision between choices."""

    type: Literal["scene"] = "scene"
    choices: Annotated[Mapping[CaseId, Choice], Between(1, 12)]
    keep_order: YesNo = False
    dilemma: YesNo = False
    """That every choice does harm is meant."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Hub(NodeBase):
    """An interview: questions in any order, each once, until the learner leaves."""

    type: Literal["hub"] = "hub"
    questions: Annotated[Mapping[CaseId, HubQuestion], Between(1, 30)]
    leave: Mapping[CaseId, Choice] = field(default_factory=dict)
    at_least: Count = 0
    """Questions to be asked before leaving."""
    important: CaseIds = ()
    """Questions that are missed opportunities if they are not asked."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Checklist(NodeBase):
    """An assessment: each element is met, not met, or there is not enough information."""

    type: Literal["checklist"] = "checklist"
    elements: Annotated[Mapping[CaseId, Element], Between(0, 20)] = field(default_factory=dict)
    results: Annotated[Mapping[CaseId, Result], Between(0, 12)] = field(default_factory=dict)
    template: Literal["rsd-elements"] | None = None


Node = Annotated[Scene | Hub | Checklist, ToldApartBy("type", "scene")]


@dataclass(frozen=True, kw_only=True, slots=True)
class Ending:
    """Where a case ends, and what the debrief says of it."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    outcome: Literal["good", "mixed", "bad"]
    text: Text
    debrief: Text | None = None
    ask_yourself: Several = ()
    despite_good_practice: YesNo = False
    despite_red_line: YesNo = False
    was: CaseId | None = None
