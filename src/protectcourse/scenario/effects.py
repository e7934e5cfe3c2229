"""Effects: `learn photo`, `set agreed`, `clear agreed`, `trust +1`, `custody = shelter`.

Each is matched by one anchored expression and becomes a tuple; applying them never fails.
"""

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias, assert_never

from protectcourse.errors import ScenarioError
from protectcourse.scenario.conditions import unknown_name, value_position
from protectcourse.scenario.state import Misreading, State, Variables

_NAME = r"[a-z][a-z0-9_]{0,63}"
_EFFECT = re.compile(
    rf"(?P<verb>learn|set|clear) +(?P<bit>{_NAME})"
    rf"|(?P<state>{_NAME}) *= *(?P<value>{_NAME}|[0-9]{{1,6}})"
    rf"|(?P<meter>{_NAME}) *(?P<sign>[+-]) *(?P<by>[0-9]{{1,6}})"
)


class BitChange(NamedTuple):
    """Sets a bit, or clears it."""

    bit: int
    on: bool


class MeterChange(NamedTuple):
    """Moves a meter, which stops at both ends."""

    at: int
    by: int
    least: int
    most: int


class StateChange(NamedTuple):
    """Gives a state another value."""

    at: int
    value: int


class Effect(NamedTuple):
    """An effect taken apart, for whoever puts it into words."""

    verb: Literal["learn", "set", "clear", "become", "rise", "fall"]
    name: str
    value: str = ""
    """What a state becomes, or by how much a meter rises or falls."""


Change: TypeAlias = BitChange | MeterChange | StateChange


def parse_effect(text: str) -> Effect | None:
    """Return the parts of an effect, None where it is none; its names may be unknown."""
    match = _EFFECT.fullmatch(text.strip())
    if match is None:
        return None
    match match["verb"], match["state"], match["sign"]:
        case "learn" | "set" | "clear" as verb, _, _:
            return Effect(verb, match["bit"])
        case _, str(state), _:
            return Effect("become", state, match["value"])
        case _, _, "+":
            return Effect("rise", match["meter"], match["by"])
        case _:
            return Effect("fall", match["meter"], match["by"])


def read_effect(text: str, variables: Variables) -> Change | Misreading:
    """Return an effect as a change, or why it is none (S010 to S013)."""
    match = _EFFECT.fullmatch(text.strip())
    if match is None:
        return Misreading(
            "S011",
            f"`{text[:60]}` is not an effect",
            "Write `learn photo`, `set agreed`, `clear agreed`, `trust +1` or `custody = post`.",
        )
    if match["verb"]:
        return _read_bit(match["verb"], match["bit"], variables)
    if match["state"]:
        return _read_state(match["state"], match["value"], variables)
    return _read_meter(match["meter"], match["sign"], int(match["by"]), variables)


def compile_effects(effects: Iterable[str], variables: Variables) -> tuple[Change, ...]:
    """Return effects as changes. Raises ScenarioError for one that `read_effect` cannot read."""
    changes = []
    for text in effects:
        change = read_effect(text, variables)
        if isinstance(change, Misreading):
            raise ScenarioError(change.message, change.hint)
        changes.append(change)
    return tuple(changes)


def apply_changes(changes: tuple[Change, ...], state: State) -> State:
    """Return the state after changes, one after the other. Never fails."""
    if not changes:
        return state
    mask, meters, states = state.mask, list(state.meters), list(state.states)
    for change in changes:
        match change:
            case BitChange(bit, on):
                mask = mask | bit if on else mask & ~bit
            case MeterChange(at, by, least, most):
                meters[at] = min(most, max(least, meters[at] + by))
            case StateChange(at, value):
                states[at] = value
            case _:
                assert_never(change)
    return State(state.node, mask, tuple(meters), tuple(states))


def _read_bit(verb: str, name: str, variables: Variables) -> Change | Misreading:
    bits = variables.facts if verb == "learn" else variables.flags
    if name in bits:
        return BitChange(bits[name], on=verb != "clear")
    match variables.sort_of(name):
        case None:
            return unknown_name(name, variables)
        case "fact":
            mend = f"Write `learn {name}`." if verb == "set" else "A fact is never unlearned."
            return Misreading("S012", f"`{name}` is a fact", mend)
        case "flag":
            return Misreading("S012", f"`{name}` is a flag", f"Write `set {name}`.")
        case "meter":
            return Misreading("S012", f"`{name}` is a meter", f"Write `{name} +1` or `{name} -1`.")
        case "state" | "variant" as sort:
            return Misreading("S012", f"`{name}` is a {sort}", f"`{verb}` is for facts and flags.")


def _read_state(name: str, value: str, variables: Variables) -> Change | Misreading:
    match variables.sort_of(name):
        case "state":
            position = value_position(name, value, variables)
            if isinstance(position, Misreading):
                return position
            return StateChange(variables.states[name].at, position)
        case None:
            return unknown_name(name, variables)
        case "variant":
            hint = "Declare a state under `track:` for what can change."
            return Misreading("S012", f"`{name}` is a variant, drawn once at the start", hint)
        case "meter":
            hint = f"Write `{name} +1` or `{name} -1`."
            return Misreading("S012", f"`{name}` is a meter: it moves by steps", hint)
        case "fact" | "flag" as sort:
            verb = "learn" if sort == "fact" else "set"
            return Misreading("S012", f"`{name}` is a {sort}", f"Write `{verb} {name}`.")


def _read_meter(name: str, sign: str, by: int, variables: Variables) -> Change | Misreading:
    sort = variables.sort_of(name)
    if sort is None:
        return unknown_name(name, variables)
    if sort != "meter":
        return Misreading("S012", f"`{name}` is a {sort}, not a meter", "Only meters move.")
    if by == 0:
        return Misreading("S013", f"`{name} {sign}0` changes nothing", "Leave it out.")
    meter = variables.meters[name]
    step = by if sign == "+" else -by
    return MeterChange(meter.at, step, meter.least, meter.most)
