"""Cases for tests: the two of the design, edited ones, and plays through them at random."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st
from pydantic import TypeAdapter

from protectcourse.scenario.engine import (
    answer_checklist,
    answers_for,
    begin,
    choose,
    status_of,
)
from protectcourse.scenario.model import Case
from protectcourse.scenario.play_checks import take
from protectcourse.scenario.steps import Step
from protectcourse.scenario.story import Story, compile_story

FOLDER = Path(__file__).parent / "scenario"
ADAPTER = TypeAdapter(Case)
MODEL_PLAY: tuple[str, ...] = (
    *("storeroom", "explain", "leaving", "back", "since", "safe_now"),
    *("enough", "sound", "options", "law"),
)

seeds = st.integers(0, 2**63 - 1)
picks = st.lists(st.integers(0, 99), min_size=1, max_size=40)
"""What a random play takes, decision by decision: position among the open options."""


def read_tree(name: str) -> dict[str, Any]:
    """Return a case file as a reader gives it: texts, lists and mappings only."""
    tree = yaml.load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    assert isinstance(tree, dict)
    return tree


def read_case(tree: dict[str, Any]) -> Case:
    """Return the case of a tree. Raises pydantic's ValidationError."""
    return ADAPTER.validate_python(tree)


def edited(name: str, *edits: tuple[str, Any]) -> dict[str, Any]:
    """Return a case file with values put at places such as `nodes.gate.text`; None removes."""
    tree = read_tree(name)
    for place, value in edits:
        put(tree, place, value)
    return tree


def put(tree: Any, place: str, value: Any) -> None:
    """Put a value at a place of a tree; None removes what is there."""
    *way, last = place.split(".")
    for step in way:
        tree = tree[int(step)] if isinstance(tree, list) else tree.setdefault(step, {})
    if value is None:
        del tree[last]
    elif isinstance(tree, list):
        tree[int(last)] = value
    else:
        tree[last] = value


def story_of(name: str, *edits: tuple[str, Any]) -> Story:
    """Return a case, as it is or edited, ready to play."""
    return compile_story(read_case(edited(name, *edits)))


def play(story: Story, *ways: str, seed: int = 0) -> list[Step]:
    """Take choices and questions by id, and checklists by result, from the start."""
    state, steps = begin(story, seed), []
    for way in ways:
        steps.append(take(story, state, way))
        state = steps[-1].state
    return steps


def play_at_random(story: Story, seed: int, positions: Sequence[int]) -> list[Step]:
    """Play on until an ending, or until the positions are used up."""
    state, steps = begin(story, seed), []
    for position in positions:
        if state.node in story.endings:
            break
        node = story.nodes[state.node]
        if node.kind == "checklist":
            results = [band.id for band in node.bands]
            answers = answers_for(story, state, results[position % len(results)])
            step = answer_checklist(story, state, answers)
        else:
            ways = [
                name for name, one in node.options.items() if status_of(node, one, state) == "open"
            ]
            step = choose(story, state, ways[position % len(ways)])
        steps.append(step)
        state = step.state
    return steps
