"""What makes a case large: by how much each variable multiplies its states."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from protectcourse.scenario.exploring.explored import Explored
from protectcourse.scenario.state import State

LOOKED_AT = 20_000
"""States that are looked at; in a larger case the first."""
WORTH_SAYING = 1.05
Without = Callable[[State], State]


class Multiplier(NamedTuple):
    """A variable, and how many times as many states there are because of it."""

    name: str
    times: float


def find_multipliers(explored: Explored) -> list[Multiplier]:
    """Return the variables that multiply the states, those that do it most first."""
    states = explored.states.states[:LOOKED_AT]
    kept = 0
    for state in states:
        kept |= state.mask
    found = [
        Multiplier(name, len(states) / len({without(state) for state in states}))
        for name, without in _variables(explored, kept)
    ]
    return sorted((one for one in found if one.times >= WORTH_SAYING), key=lambda one: -one.times)


def _variables(explored: Explored, kept: int) -> Iterator[tuple[str, Without]]:
    """Give each variable with what a state is without it; the questions of a hub are one.

    Of the bits only those that some state has `kept`.
    """
    variables = explored.story.variables
    bits = {**variables.facts, **variables.flags}
    for name, node in explored.story.nodes.items():
        bits[f"the questions of {name}"] = sum(question.bit for question in node.questions)
    bits |= {f"visited {name}": bit for name, bit in variables.visited.items()}
    for name, bit in bits.items():
        if bit & kept:
            yield name, _without_bits(bit)
    for name, meter in variables.meters.items():
        yield name, _without_meter(meter.at)
    for name, one in variables.states.items():
        yield name, _without_state(one.at)


def _without_bits(bits: int) -> Without:
    return lambda state: state._replace(mask=state.mask & ~bits)


def _without_meter(at: int) -> Without:
    return lambda state: state._replace(meters=(*state.meters[:at], 0, *state.meters[at + 1 :]))


def _without_state(at: int) -> Without:
    return lambda state: state._replace(states=(*state.states[:at], 0, *state.states[at + 1 :]))
