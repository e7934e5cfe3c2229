"""Plays decisions again: a play is its decisions, and everything else is worked out from them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from protectcourse.errors import ScenarioError
from protectcourse.scenario.engine import answer_checklist, begin, choose
from protectcourse.scenario.nodes import Ending
from protectcourse.scenario.playable import PlayNode
from protectcourse.scenario.state import State
from protectcourse.scenario.steps import Answers, Step
from protectcourse.scenario.story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Playthrough:
    """Decisions played again, as far as the case still allows."""

    steps: tuple[Step, ...]
    state: State
    """After the last of the steps."""
    diverged_at: int | None
    """Position of the first decision that the case no longer allows; None if it allows all."""


def replay(story: Story, seed: int, decisions: Iterable[tuple[str, str | Answers]]) -> Playthrough:
    """Play decisions from the start. What was renamed with `was:`, or retired, is found again.

    Each decision is a node with a choice or a checklist's answers, as `Step.decision` gives them.
    """
    state = begin(story, seed)
    steps: list[Step] = []
    for position, (node, taken) in enumerate(decisions):
        try:
            step = _play(story, state, node, taken)
        except ScenarioError:
            return Playthrough(steps=tuple(steps), state=state, diverged_at=position)
        steps.append(step)
        state = step.state
    return Playthrough(steps=tuple(steps), state=state, diverged_at=None)


def stands_for(story: Story, old: str, here: str) -> bool:
    """Say whether a node or ending is the one that was called `old`, perhaps in an older case."""
    places: dict[str, PlayNode | Ending] = {**story.nodes, **story.endings}
    if old in places:
        return old == here
    return places[here].was == old or story.case.retired.get(old) == here


def _play(story: Story, state: State, node: str, taken: str | Answers) -> Step:
    """Play one decision. Raises ScenarioError if it cannot be taken here and now."""
    here = story.nodes.get(state.node)
    if here is None or not stands_for(story, node, here.id):
        raise ScenarioError(f"`{node}` is not where the play stands")
    if isinstance(taken, str):
        return choose(story, state, _renamed_choice(here, taken))
    return answer_checklist(story, state, _renamed_answers(here, taken))


def _renamed_choice(node: PlayNode, old: str) -> str:
    if old in node.options:
        return old
    return next((name for name, option in node.options.items() if option.was == old), old)


def _renamed_answers(node: PlayNode, answers: Mapping[str, str]) -> Mapping[str, str]:
    names = {element.was: name for name, element in node.elements.items() if element.was}
    return {
        old if old in node.elements else names.get(old, old): answer
        for old, answer in answers.items()
    }
