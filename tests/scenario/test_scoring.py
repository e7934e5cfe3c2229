"""What a play is worth."""

from typing import Any

import pytest
from case_plays import MODEL_PLAY, picks, play, play_at_random, seeds, story_of
from hypothesis import given

from protectcourse.scenario.scoring import Score, find_missed, score

RIVER = story_of("river_post")
HURRIED = ("storeroom", "form", "back", "enough", "sound", "hotline", "law")


def points(result: Score) -> dict[str, tuple[int, int]]:
    """Return earned and offered per competency."""
    return {one.competency: (one.earned, one.offered) for one in result.competencies}


def test_the_model_play_earns_what_it_can() -> None:
    """Five right of six is all that the model play answers on purpose."""
    result = score(RIVER, play(RIVER, *MODEL_PLAY))

    assert points(result) == {
        "confidentiality": (4, 4),
        "do_no_harm": (2, 2),
        "consent": (4, 4),
        "protection": (4 * 2 + 5 * 2 + 2, 4 * 2 + 6 * 2 + 2),
        "referral": (2, 2),
    }
    assert result.passed


def test_what_was_left_unasked_counts_nothing_out_of_two() -> None:
    """A score over what was visited would reward whoever avoids the interview."""
    steps = play(RIVER, *HURRIED)

    result = score(RIVER, steps)

    assert [missed.question for missed in result.missed] == ["leaving", "since", "safe_now"]
    assert points(result)["protection"] == (2 + 5 * 2 + 2, 2 + 3 * 2 + 6 * 2 + 2)


def test_a_red_line_cannot_be_bought_back() -> None:
    """One disclosure that cannot be undone outweighs any number of good answers."""
    steps = play(RIVER, *MODEL_PLAY[:-1], "her_story")

    result = score(RIVER, steps, usual_mark=0)

    assert [step.choice for step in result.red_lines] == ["her_story"]
    assert not result.passed


@pytest.mark.parametrize(("mark", "passed"), [("75", True), ("76", False)])
def test_each_competency_must_reach_its_own_mark(mark: str, passed: bool) -> None:
    """Consent at three points of four is 75 percent: at the mark is enough, below it is not."""
    story = story_of("river_post", ("rubric.consent", mark), ("rubric.protection", "0"))
    steps = play(story, "storeroom", "form", *MODEL_PLAY[2:])

    result = score(story, steps)

    consent = next(one for one in result.competencies if one.competency == "consent")
    assert (consent.percent, consent.reached) == (75, passed)
    assert result.passed == passed


def test_the_usual_mark_holds_where_the_rubric_is_silent() -> None:
    """In a course the rubric names exceptions only."""
    story = story_of("river_post", ("rubric", {"consent": "50"}))

    result = score(story, play(story, *MODEL_PLAY), usual_mark=85)

    assert {one.competency: one.mark for one in result.competencies} == {
        "confidentiality": 85,
        "do_no_harm": 85,
        "consent": 50,
        "protection": 85,
        "referral": 85,
    }


def looping(**keys: Any) -> Any:
    """Return the smallest case with a way back to its only scene."""
    choice = {"text": "Ask again who is there.", "goto": "call", **keys}
    return story_of("first_case", ("nodes.call.choices.again", choice))


def test_a_decision_counts_the_first_time_only() -> None:
    """Else a learner would walk in a circle until the good choice has made up for the bad."""
    story = looping(acceptable="It costs time.")

    result = score(story, play(story, "again", "again", "ask_safe"))

    assert (result.overall.earned, result.overall.offered) == (1, 2)


def test_looking_around_first_does_not_use_up_the_decision() -> None:
    """What is not rated is not a decision yet."""
    story = looping()

    result = score(story, play(story, "again", "ask_safe"))

    assert (result.overall.earned, result.overall.offered) == (2, 2)


@pytest.mark.parametrize(("choice", "passed"), [("ask_safe", True), ("address", False)])
def test_without_competencies_all_decisions_count_together(choice: str, passed: bool) -> None:
    """A first case has no competencies, and still must not pass whoever does harm."""
    story = story_of("first_case")

    result = score(story, play(story, choice))

    assert result.competencies == ()
    assert result.passed == passed


def test_a_hub_never_entered_misses_nothing() -> None:
    """Whoever could not ask did not fail to ask."""
    steps = play(RIVER, "storeroom")

    assert find_missed(RIVER, steps) == ()


@given(seed=seeds, positions=picks)
def test_points_stay_within_what_was_offered(seed: int, positions: list[int]) -> None:
    """A percentage beyond its ends would be a bug shown to a learner."""
    result = score(RIVER, play_at_random(RIVER, seed, positions))

    for one in (*result.competencies, result.overall):
        assert 0 <= one.earned <= one.offered
    for one in result.competencies:
        assert 0 <= one.percent <= 100
        assert one.reached == (one.earned / one.offered * 100 >= one.mark)
