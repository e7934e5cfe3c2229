"""Whether the model plays of a case end where its author expects."""

from collections.abc import Iterator

from protectcourse.errors import ScenarioError
from protectcourse.findings import Finding
from protectcourse.scenario.engine import answer_checklist, answers_for, begin, choose
from protectcourse.scenario.model import Case, ModelPlay
from protectcourse.scenario.state import State
from protectcourse.scenario.steps import Step
from protectcourse.scenario.story import Story, compile_story


def find_play_faults(case: Case) -> Iterator[Finding]:
    """Give S017 for each model play that goes wrong. The case must be sound in all else."""
    story = compile_story(case)
    for name, test in case.tests.items():
        fault = _play(story, name, test)
        if fault is not None:
            yield fault


def take(story: Story, state: State, way: str) -> Step:
    """Take a choice or question by its id, or a checklist by its result. Raises ScenarioError."""
    node = story.nodes.get(state.node)
    if node is not None and node.kind == "checklist":
        return answer_checklist(story, state, answers_for(story, state, way))
    return choose(story, state, way)


def _play(story: Story, name: str, test: ModelPlay) -> Finding | None:
    state = begin(story, seed=0)
    for index, way in enumerate(test.play):
        try:
            state = take(story, state, way).state
        except ScenarioError as error:
            return Finding(
                code="S017",
                path=("tests", name, "play", index),
                message=f"this play cannot go on: {error.message}",
                hint="Change the play, or what it plays.",
            )
    if state.node == test.expect:
        return None
    ended = "ends in" if state.node in story.endings else "stops before any ending, in"
    return Finding(
        code="S017",
        path=("tests", name, "expect"),
        message=f"this play {ended} `{state.node}`",
        hint=f"`{test.expect}` was expected. See which decision leads elsewhere.",
    )
