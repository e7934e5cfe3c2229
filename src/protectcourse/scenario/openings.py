"""Where a play begins that is tried out from its middle: a node, and what holds there.

Only an author does so, in a preview; what it would have taken to come there is not asked.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from protectcourse.errors import SettingsError
from protectcourse.findings import did_you_mean
from protectcourse.scenario.engine import begin
from protectcourse.scenario.state import State, Variables
from protectcourse.scenario.story import Story

_SETTING = re.compile(r"\s*([A-Za-z0-9_]+)\s*(?:=\s*([A-Za-z0-9_+-]+)\s*)?")


class Opening(NamedTuple):
    """Where a play is to begin, as it was asked for."""

    node: str = ""
    """Empty for the start of the case."""
    settings: tuple[str, ...] = ()
    """A fact or a flag by its name; a meter, state or variant as `name=value`."""


def open_story(story: Story, opening: Opening, seed: int) -> Story:
    """Return a case that begins where it was asked to.

    Raises SettingsError for a node, name or value that the case does not have.
    """
    state = begin(story, seed)
    if opening.node:
        if opening.node not in story.nodes:
            ending = opening.node in story.endings
            what = "is an ending: nothing is left to decide there" if ending else "is not a node"
            hint = did_you_mean(opening.node, story.nodes) or _listed(story.nodes, "Nodes")
            raise SettingsError(f"--from: `{opening.node}` {what}", hint)
        mask = state.mask & ~story.nodes[state.node].bit | story.nodes[opening.node].bit
        state = state._replace(node=opening.node, mask=mask)
    for setting in opening.settings:
        state = _with_setting(state, setting, story.variables)
    return replace(story, opening=state)


def _with_setting(state: State, setting: str, variables: Variables) -> State:
    match = _SETTING.fullmatch(setting)
    if match is None:
        raise _refused(f"`{setting}` is no setting", "Write `agreed,trust=2,custody=shelter`.")
    name, value = match[1], match[2] or ""
    if name in variables.meters:
        return _with_meter(state, name, value, variables)
    if name in variables.states:
        return _with_state(state, name, value, variables)
    bit = variables.facts.get(name) or variables.flags.get(name)
    if bit is None:
        hint = did_you_mean(name, variables.names) or _listed(variables.names, "Known here")
        raise _refused(f"`{name}` is not a variable of this case", hint)
    if value:
        what = variables.sort_of(name)
        raise _refused(f"`{name}` is a {what} and has no value", f"Write just `{name}`.")
    return state._replace(mask=state.mask | bit)


def _with_meter(state: State, name: str, value: str, variables: Variables) -> State:
    meter = variables.meters[name]
    whole = re.fullmatch(r"[+-]?[0-9]{1,6}", value)
    if whole is None or not meter.least <= int(value) <= meter.most:
        message = f"`{name}` is a meter from {meter.least} to {meter.most}"
        found = f", and {value} is none of that" if value else ""
        raise _refused(message + found, f"Write `{name}={meter.least}`, for example.")
    levels = (*state.meters[: meter.at], int(value), *state.meters[meter.at + 1 :])
    return state._replace(meters=levels)


def _with_state(state: State, name: str, value: str, variables: Variables) -> State:
    known = variables.states[name]
    if value not in known.values:
        message = f"`{name}` has no value `{value}`" if value else f"`{name}` wants a value"
        hint = did_you_mean(value, known.values) or _listed(known.values, "It can be")
        raise _refused(message, hint)
    at = known.values.index(value)
    return state._replace(states=(*state.states[: known.at], at, *state.states[known.at + 1 :]))


def _refused(message: str, hint: str) -> SettingsError:
    return SettingsError(f"--with: {message}", hint)


def _listed(names: Iterable[str], before: str) -> str:
    listed = ", ".join(f"`{name}`" for name in names)
    return f"{before}: {listed}." if listed else "It has none at all."
