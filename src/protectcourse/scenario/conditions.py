"""Conditions: atoms such as `agreed`, `not photo`, `trust >= 2`, `custody = post`, `asked since`.

Each atom is matched by one anchored expression and becomes a tuple; testing is a loop over tuples.
After that nothing can fail: there is no evaluation of text, and every value is of a finite range.
"""

import operator
import re
from collections.abc import Callable
from typing import NamedTuple, TypeAlias, assert_never

from protectcourse.errors import ScenarioError
from protectcourse.findings import did_you_mean, name_one_of
from protectcourse.scenario.spelling import AnyOf
from protectcourse.scenario.state import Misreading, State, Variables

RESERVED = frozenset({"not", "any", "asked", "visited", "learn", "set", "clear"})
"""Words of conditions and effects, which no variable may have as its name."""

_NAME = r"[a-z][a-z0-9_]{0,63}"
_ATOM = re.compile(
    rf"(?P<no>not +)?(?:(?P<verb>asked|visited) +(?P<thing>{_NAME})"
    rf"|(?P<compared>{_NAME}) *(?P<sign>>=|<=|>|<|=) *(?P<value>-?[0-9]{{1,6}}|{_NAME})"
    rf"|(?P<name>{_NAME}))"
)
_COMPARE: dict[str, Callable[[int, int], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
    "=": operator.eq,
}


class BitTest(NamedTuple):
    """Holds when one of the bits is set, or none if not wanted."""

    bits: int
    wanted: bool


class MeterTest(NamedTuple):
    """Holds when a meter compares with a limit as wanted."""

    at: int
    compare: Callable[[int, int], bool]
    limit: int
    wanted: bool


class StateTest(NamedTuple):
    """Holds when a state has a value, or has it not if not wanted."""

    at: int
    value: int
    wanted: bool


class Atom(NamedTuple):
    """A condition taken apart, for whoever puts it into words; what it does not have is empty."""

    wanted: bool
    """False behind a `not`."""
    name: str
    verb: str = ""
    """`asked` or `visited`."""
    sign: str = ""
    value: str = ""


Test: TypeAlias = BitTest | MeterTest | StateTest
Tests: TypeAlias = tuple[tuple[Test, ...], ...]
"""Groups that must all hold; a group holds by any of its tests."""


def parse_atom(text: str) -> Atom | None:
    """Return the parts of an atom, None where it is none; its names may be unknown."""
    match = _ATOM.fullmatch(text.strip())
    if match is None:
        return None
    return Atom(
        wanted=match["no"] is None,
        name=match["thing"] or match["compared"] or match["name"],
        verb=match["verb"] or "",
        sign=match["sign"] or "",
        value=match["value"] or "",
    )


def read_atom(text: str, variables: Variables) -> Test | Misreading:
    """Return an atom as a test, or why it is none (S010 to S013)."""
    match = _ATOM.fullmatch(text.strip())
    if match is None:
        return Misreading(
            "S011",
            f"`{text[:60]}` is not a condition",
            "Write one thing each: `photo`, `not photo`, `trust >= 2`, `custody = post`,"
            " `asked since` or `visited gate`; several below each other, each behind `- `.",
        )
    wanted = match["no"] is None
    if match["verb"]:
        return _read_past(match["verb"], match["thing"], wanted, variables)
    if match["compared"]:
        return _read_comparison(match, wanted, variables)
    return _read_bit(match["name"], wanted, variables)


def compile_conditions(conditions: tuple[AnyOf, ...], variables: Variables) -> Tests:
    """Return conditions as tests. Raises ScenarioError for one that `read_atom` cannot read."""
    return tuple(
        tuple(_compile_atom(atom, variables) for atom in group.any) for group in conditions
    )


def holds(tests: Tests, state: State) -> bool:
    """Say whether conditions hold in a state. Never fails."""
    for group in tests:
        for test in group:
            if _passes(test, state):
                break
        else:
            return False
    return True


def unknown_name(name: str, variables: Variables) -> Misreading:
    """Return the fault of a name that is not declared."""
    hint = did_you_mean(name, variables.names) or "Declare it under `track:`."
    return Misreading("S010", f"`{name}` is not a variable of this case", hint)


def _compile_atom(atom: str, variables: Variables) -> Test:
    test = read_atom(atom, variables)
    if isinstance(test, Misreading):
        raise ScenarioError(test.message, test.hint)
    return test


def _passes(test: Test, state: State) -> bool:
    match test:
        case BitTest(bits, wanted):
            return bool(state.mask & bits) == wanted
        case MeterTest(at, compare, limit, wanted):
            return compare(state.meters[at], limit) == wanted
        case StateTest(at, value, wanted):
            return (state.states[at] == value) == wanted
        case _:
            assert_never(test)


def _read_past(verb: str, thing: str, wanted: bool, variables: Variables) -> Test | Misreading:
    if verb == "asked":
        known, what = [question for _, question in variables.asked], "question of a hub"
        bits = variables.asked_anywhere(thing)
    else:
        known, what = list(variables.visited), "node"
        bits = variables.visited.get(thing, 0)
    if not bits:
        return Misreading("S010", f"`{thing}` is not a {what}", name_one_of(thing, known))
    return BitTest(bits, wanted)


def _read_bit(name: str, wanted: bool, variables: Variables) -> Test | Misreading:
    bits = variables.facts.get(name) or variables.flags.get(name)
    if bits:
        return BitTest(bits, wanted)
    sort = variables.sort_of(name)
    if sort is None:
        return unknown_name(name, variables)
    example = f"{name} >= 1" if sort == "meter" else f"{name} = {variables.states[name].values[0]}"
    return Misreading("S012", f"`{name}` is a {sort}", f"Compare it, such as `{example}`.")


def _read_comparison(match: re.Match[str], wanted: bool, variables: Variables) -> Test | Misreading:
    name, sign, value = match["compared"], match["sign"], match["value"]
    match variables.sort_of(name):
        case None:
            return unknown_name(name, variables)
        case "fact" | "flag" as sort:
            hint = f"It holds or not: write `{name}` or `not {name}`."
            return Misreading("S012", f"`{name}` is a {sort} and cannot be compared", hint)
        case "meter":
            return _read_meter(name, sign, value, wanted, variables)
        case "state" | "variant":
            return _read_state(name, sign, value, wanted, variables)


def _read_meter(
    name: str, sign: str, value: str, wanted: bool, variables: Variables
) -> Test | Misreading:
    meter = variables.meters[name]
    between = f"It goes from {meter.least} to {meter.most}."
    if not value.lstrip("-").isdigit():
        return Misreading("S012", f"`{name}` is a meter: `{value}` is not a number", between)
    if not meter.least <= int(value) <= meter.most:
        return Misreading("S013", f"`{name}` is never {value}", between)
    return MeterTest(meter.at, _COMPARE[sign], int(value), wanted)


def _read_state(
    name: str, sign: str, value: str, wanted: bool, variables: Variables
) -> Test | Misreading:
    if sign != "=":
        hint = f"Write `{name} = {value}` or `not {name} = {value}`."
        return Misreading("S012", f"`{name}` has no more and less", hint)
    position = value_position(name, value, variables)
    if isinstance(position, Misreading):
        return position
    return StateTest(variables.states[name].at, position, wanted)


def value_position(name: str, value: str, variables: Variables) -> int | Misreading:
    """Return the position of a value among those of a state or variant, or why it has none."""
    values = variables.states[name].values
    if value not in values:
        listed = ", ".join(f"`{known}`" for known in values)
        hint = did_you_mean(value, values) or f"Known: {listed}."
        return Misreading("S013", f"`{name}` is never `{value}`", hint)
    return values.index(value)
