"""Playing decisions again: the same case gives the same play, an edited one says where it parts."""

import json
from typing import Any

import pytest
from case_plays import (
    MODEL_PLAY,
    picks,
    play,
    play_at_random,
    read_case,
    read_tree,
    seeds,
    story_of,
)
from hypothesis import given

from protectcourse.scenario.replay import Playthrough, replay
from protectcourse.scenario.steps import Step
from protectcourse.scenario.story import Story, compile_story

RIVER = story_of("river_post")


def replay_kept(story: Story, steps: list[Step], seed: int = 0) -> Playthrough:
    """Play steps again from what a file would keep of them."""
    kept = json.loads(json.dumps([step.decision for step in steps]))
    return replay(story, seed, kept)


def renamed(old: str, new: str, **keys: str) -> Story:
    """Return the example with the choice `consent.form`, say, under another id."""
    tree: dict[str, Any] = read_tree("river_post")
    node, choice = old.split(".")
    choices = tree["nodes"][node]["choices"]
    choices[new] = choices.pop(choice) | keys
    tree["tests"] = {}
    return compile_story(read_case(tree))


@given(seed=seeds, positions=picks)
def test_replay_equals_live(seed: int, positions: list[int]) -> None:
    """An attempt is its decisions: whatever was shown live must come back from them alone."""
    steps = play_at_random(RIVER, seed, positions)

    again = replay_kept(RIVER, steps, seed)

    assert again.diverged_at is None
    assert list(again.steps) == steps
    assert again.state == steps[-1].state


def test_no_decisions_lead_to_the_start() -> None:
    """An attempt left before the first decision opens at the start."""
    again = replay(RIVER, 0, [])

    assert (again.steps, again.state.node, again.diverged_at) == ((), "gate", None)


def test_reworded_feedback_changes_nothing() -> None:
    """Wording edits never disturb a learner."""
    story = story_of("river_post", ("nodes.gate.choices.sergeant.red_line", "Said better."))

    again = replay_kept(story, play(RIVER, "sergeant", "form"))

    assert again.diverged_at is None
    assert again.steps[0].reason == "Said better."


@pytest.mark.parametrize(
    ("edits", "diverged_at"),
    [
        ([("nodes.consent.choices.form.if", ["trust >= 3"])], 1),
        ([("nodes.gate.choices.storeroom.goto", "talk")], 1),
        ([("nodes.consent.choices.form.goto", "advise")], 2),
        ([("nodes.commander.choices.law.goto", "delayed")], None),
        ([("nodes.talk.questions.pause", {"ask": "Do you need a break?", "answer": "No."})], None),
    ],
)
def test_an_edit_of_the_way_taken_is_found(
    edits: list[tuple[str, Any]], diverged_at: int | None
) -> None:
    """Only what the learner has met matters; what lies ahead may change."""
    steps = play(RIVER, "storeroom", "form", "back", "enough")
    story = story_of("river_post", *edits)

    assert replay_kept(story, steps).diverged_at == diverged_at


def test_a_renamed_choice_is_found_by_what_it_was() -> None:
    """`was:` keeps learners' work; without it the decision is gone."""
    steps = play(RIVER, "storeroom", "form", "back")

    kept = replay_kept(renamed("consent.form", "read_form", was="form"), steps)
    lost = replay_kept(renamed("consent.form", "read_form"), steps)

    assert kept.diverged_at is None
    assert kept.steps[1].choice == "read_form"
    assert lost.diverged_at == 1
    assert [step.choice for step in lost.steps] == ["storeroom"]
    assert lost.state.node == "consent"


@pytest.mark.parametrize("how", ["was", "retired"])
def test_a_renamed_node_is_found(how: str) -> None:
    """A node may get another id, or give its place to one that is there already."""
    tree = read_tree("river_post")
    tree["nodes"]["permission"] = tree["nodes"].pop("consent")
    if how == "was":
        tree["nodes"]["permission"]["was"] = "consent"
    else:
        tree["retired"] = {"consent": "permission"}
    for choice in tree["nodes"]["gate"]["choices"].values():
        choice["goto"] = "permission"

    again = replay_kept(compile_story(read_case(tree)), play(RIVER, "storeroom", "form"))

    assert again.diverged_at is None
    assert again.steps[1].node == "permission"


def test_a_renamed_element_is_found() -> None:
    """The answers of a checklist are kept by element."""
    tree = read_tree("river_post")
    elements = tree["nodes"]["assess"]["elements"]
    elements["objective_fear"] = elements.pop("fear") | {"was": "fear"}
    steps = play(RIVER, *MODEL_PLAY)

    again = replay_kept(compile_story(read_case(tree)), steps)

    assert again.diverged_at is None


@pytest.mark.parametrize(
    "decisions",
    [
        [("gate", {"outside": "met"})],
        [("gate", "storeroom"), ("gate", "storeroom")],
        [("nowhere", "storeroom")],
    ],
)
def test_decisions_of_another_case_part_at_once(decisions: list[Any]) -> None:
    """A damaged or foreign file must be told apart, never half believed."""
    assert replay(RIVER, 0, decisions).diverged_at == len(decisions) - 1
