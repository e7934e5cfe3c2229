"""Plays that are broken off: each can be gone on with, and is the same again for the same seed."""

from case_plays import MODEL_PLAY, seeds, story_of
from hypothesis import given
from random_cases import stories

from protectcourse.scenario.partial_plays import play_model, play_part
from protectcourse.scenario.replay import replay
from protectcourse.scenario.story import Story


@given(story=stories(loops=True), seed=seeds)
def test_a_play_by_chance_can_be_played_again_and_has_not_ended(story: Story, seed: int) -> None:
    """One that had ended would be nobody who could go on; its variants are those of its seed."""
    decisions = play_part(story, seed)

    played = replay(story, seed, decisions)

    assert played.diverged_at is None
    assert played.state.node in story.nodes
    assert play_part(story, seed) == decisions


def test_a_model_play_stops_before_its_ending() -> None:
    """Its last decision is one that no play under way has taken."""
    story = story_of("river_post")

    decisions = play_model(story, story.case.tests["model"])

    assert len(decisions) == len(MODEL_PLAY) - 1
    assert decisions[0] == ("gate", "storeroom")
