"""What a front end shows at one point of a play."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from protectcourse.scenario.conditions import holds
from protectcourse.scenario.engine import OptionStatus, questions_owed, status_of
from protectcourse.scenario.lots import rank
from protectcourse.scenario.playable import NodeKind, Option, OptionKind, PlayNode
from protectcourse.scenario.state import State
from protectcourse.scenario.steps import Fact, Step
from protectcourse.scenario.story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownChoice:
    """One choice as it is shown."""

    id: str
    kind: OptionKind
    text: str
    available: bool
    asked: bool
    """A question that has been asked already."""
    locked: str
    """Why it cannot be chosen now; empty where it can, or was asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownElement:
    """One line of a checklist as it is shown, to be answered `met`, `not_met` or `unclear`."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMeter:
    """A meter in words: `trust`, `wary`; or in its unit: `time (half-hours)`, `6`."""

    id: str
    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """All that is shown at one point: text, what can be done, what is known."""

    node: str
    """The node, or the ending."""
    kind: NodeKind | Literal["ending"]
    text: str
    also: tuple[str, ...]
    choices: tuple[ShownChoice, ...]
    """In the order shown; empty for a checklist and an ending."""
    elements: tuple[ShownElement, ...]
    meters: tuple[ShownMeter, ...]
    facts: tuple[Fact, ...]
    """The case file, in the order learnt."""
    number: int
    """Of this decision, from 1; at an ending, how many there were."""
    about: int
    """How many decisions there will be in all, at a guess; never less than `number`."""


def moment(
    story: Story,
    state: State,
    *,
    seed: int = 0,
    past: Sequence[Step] = (),
    short_form: bool = False,
) -> Moment:
    """Return what is to be shown in a state, after the steps that led to it.

    Choices of a scene stand in an order drawn by the seed, which stays the same for the same seed;
    questions of a hub, and its ways to leave, stand as in the file. Nothing hidden is given away.
    """
    node = story.nodes.get(state.node)
    number = len(past) + (node is not None)
    return Moment(
        node=state.node,
        kind=node.kind if node else "ending",
        text=_text(story, state, short_form=short_form),
        also=tuple(extra.text for extra in node.also if holds(extra.tests, state)) if node else (),
        choices=tuple(_choices(node, state, seed)) if node else (),
        elements=_elements(node) if node else (),
        meters=_meters(story, state),
        facts=_facts(story, state, past),
        number=number,
        about=max(number, len(past) + _left(story, state)),
    )


def _text(story: Story, state: State, *, short_form: bool) -> str:
    node = story.nodes.get(state.node)
    if node is None:
        return story.endings[state.node].text
    return node.short if short_form else node.text


def _choices(node: PlayNode, state: State, seed: int) -> list[ShownChoice]:
    shown = []
    for option in _in_order(node, seed):
        status = status_of(node, option, state)
        if status != "hidden":
            shown.append(_shown(node, option, status, state))
    return shown


def _in_order(node: PlayNode, seed: int) -> list[Option]:
    options = list(node.options.values())
    if not node.keep_order:
        options.sort(key=lambda option: rank(seed, node.id, option.id))
    return options


def _shown(node: PlayNode, option: Option, status: OptionStatus, state: State) -> ShownChoice:
    return ShownChoice(
        id=option.id,
        kind=option.kind,
        text=option.text,
        available=status == "open",
        asked=bool(option.bit & state.mask),
        locked=_why_locked(node, option, state) if status == "locked" else "",
    )


def _why_locked(node: PlayNode, option: Option, state: State) -> str:
    if not holds(option.tests, state):
        return option.locked
    owed = questions_owed(node, state)
    return "Ask one more question first." if owed == 1 else f"Ask {owed} more questions first."


def _elements(node: PlayNode) -> tuple[ShownElement, ...]:
    return tuple(
        ShownElement(id=element.id, text=element.ask) for element in node.elements.values()
    )


def _meters(story: Story, state: State) -> tuple[ShownMeter, ...]:
    shown = []
    meters = story.case.track.meters.items()
    for (name, meter), value in zip(meters, state.meters, strict=True):
        if meter.hidden:
            continue
        text = meter.words[value - meter.min] if meter.words else str(value)
        unit = f" ({meter.unit})" if meter.unit and not meter.words else ""
        shown.append(ShownMeter(id=name, name=name.replace("_", " ") + unit, text=text))
    return tuple(shown)


def _facts(story: Story, state: State, past: Sequence[Step]) -> tuple[Fact, ...]:
    """Return what is known: what the past taught, in its order, then whatever else is known."""
    learnt = [fact for step in past for fact in step.facts]
    known = [
        Fact(name, story.case.track.facts[name])
        for name, bit in story.variables.facts.items()
        if bit & state.mask
    ]
    return tuple(dict.fromkeys([*learnt, *known]))


def _left(story: Story, state: State) -> int:
    """Return about how many decisions are left, this one included."""
    node = story.nodes.get(state.node)
    if node is None:
        return 0
    asked = sum(1 for question in node.questions if question.bit & state.mask)
    expected = max(node.at_least, len(node.important))
    return story.decisions_left[state.node] - min(asked, expected)
