"""Whether the model plays of a case end where its author expects."""

from collections.abc import Iterator
from typing import NamedTuple

from protectcourse.errors import ScenarioError
from protectcourse.findings import Finding, ValuePath
from protectcourse.scenario.engine import (
    answer_checklist,
    answers_for,
    begin,
    choose,
    status_of,
)
from protectcourse.scenario.model import Case, ModelPlay
from protectcourse.scenario.state import State
from protectcourse.scenario.steps import Step
from protectcourse.scenario.story import Story, compile_story


class Parting(NamedTuple):
    """Where a case goes another way than a model play says."""

    path: ValuePath
    """Below the play: which decision, or the ending expected."""
    number: int
    """The decision, from 1; at an ending, the last one."""
    place: str
    """The node, or ending, where the play stands."""
    wanted: str
    """What the play says."""
    on_offer: tuple[str, ...]
    """What could be taken there; empty at an ending."""
    message: str
    hint: str


def find_play_faults(case: Case) -> Iterator[Finding]:
    """Give S017 for each model play that goes wrong. The case must be sound in all else."""
    story = compile_story(case)
    for name, test in case.tests.items():
        parting = find_parting(story, test)
        if parting is not None:
            yield Finding(
                code="S017",
                path=("tests", name, *parting.path),
                message=parting.message,
                hint=parting.hint,
            )


def find_parting(story: Story, test: ModelPlay) -> Parting | None:
    """Return where a case and a model play part; None where it ends as expected."""
    state = begin(story, seed=0)
    for index, way in enumerate(test.play):
        try:
            state = take(story, state, way).state
        except ScenarioError as error:
            message = f"this play cannot go on: {error.message}"
            return Parting(
                path=("play", index),
                number=index + 1,
                place=state.node,
                wanted=way,
                on_offer=ways_open(story, state),
                message=message,
                hint="Change the play, or what it plays.",
            )
    if state.node == test.expect:
        return None
    ended = "ends in" if state.node in story.endings else "stops before any ending, in"
    return Parting(
        path=("expect",),
        number=len(test.play),
        place=state.node,
        wanted=test.expect,
        on_offer=ways_open(story, state),
        message=f"this play {ended} `{state.node}`",
        hint=f"`{test.expect}` was expected. See which decision leads elsewhere.",
    )


def take(story: Story, state: State, way: str) -> Step:
    """Take a choice or question by its id, or a checklist by its result. Raises ScenarioError."""
    node = story.nodes.get(state.node)
    if node is not None and node.kind == "checklist":
        return answer_checklist(story, state, answers_for(story, state, way))
    return choose(story, state, way)


def ways_open(story: Story, state: State) -> tuple[str, ...]:
    """Return what can be taken now, by id; of a checklist the results that it can come to."""
    node = story.nodes.get(state.node)
    if node is None:
        return ()
    if node.kind == "checklist":
        return tuple(band.id for band in node.bands if band.at_least <= len(node.elements))
    options = node.options.items()
    return tuple(name for name, one in options if status_of(node, one, state) == "open")
