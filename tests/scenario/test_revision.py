"""What an author's edit does to a play under way."""

from typing import Any

import pytest
from case_plays import MODEL_PLAY, edited, picks, play, play_at_random, read_case, seeds, story_of
from case_stage import rename_choice
from hypothesis import given

from protectcourse.scenario.revision import Fit, fit_revision
from protectcourse.scenario.story import Story, compile_story

RIVER = story_of("river_post")
HALF_WAY = MODEL_PLAY[:7]
"""Up to the checklist: seven decisions."""
NEW_QUESTION = {"ask": "Have you eaten?", "answer": "She nods.", "do": ["time -1"]}
OTHER_ROUTE = "nodes.commander.choices.law.goto"
TAKEN_ROUTE = "nodes.talk.leave.enough.goto"


def fit_of(new: Story, ways: tuple[str, ...] = HALF_WAY) -> Fit:
    """Return how a play of the example fits an edited one."""
    kept = [step.decision for step in play(RIVER, *ways)]
    return fit_revision(RIVER, new, 0, kept).fit


@pytest.mark.parametrize(
    ("place", "value", "fit"),
    [
        ("nodes.gate.choices.storeroom.best", "Said better.", Fit.MIGRATED),
        ("nodes.talk.questions.eaten", NEW_QUESTION, Fit.MIGRATED),
        (OTHER_ROUTE, "delayed", Fit.MIGRATED),
        (TAKEN_ROUTE, "advise", Fit.DIVERGED),
    ],
    ids=["reworded", "question-added", "route-not-reached", "route-taken"],
)
def test_each_edit_of_the_design_comes_to_what_the_design_says(
    place: str, value: Any, fit: Fit
) -> None:
    """Learners are half-way when authors edit; each edit has one known consequence."""
    assert fit_of(story_of("river_post", (place, value))) is fit


@pytest.mark.parametrize(("was", "fit"), [(True, Fit.MIGRATED), (False, Fit.DIVERGED)])
def test_a_renamed_choice_is_found_by_its_old_name_only(was: bool, fit: Fit) -> None:
    """Without `was:` nobody can know that it is the same choice."""
    renamed = rename_choice("consent", "explain", "tell", was=was)

    assert fit_of(compile_story(read_case(renamed))) is fit


def test_a_changed_rating_of_a_decision_taken_is_told_apart() -> None:
    """A decision taken must not come to count for something else behind the learner's back."""
    tree = edited("river_post", ("nodes.gate.choices.storeroom.best", None))
    tree["nodes"]["gate"]["choices"]["storeroom"]["acceptable"] = "Good, and slow."

    assert fit_of(compile_story(read_case(tree))) is Fit.RESCORED


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("nodes.gate.for", ["consent"]),
        ("nodes.talk.important", ["leaving", "back", "since", "safe_now", "names"]),
    ],
    ids=["competency", "question-now-important"],
)
def test_what_else_changes_the_score_is_told_apart_too(place: str, value: list[str]) -> None:
    """Competencies and questions missed count as ratings do."""
    assert fit_of(story_of("river_post", (place, value))) is Fit.RESCORED


def test_a_checklist_answered_whose_right_answers_change_is_told_apart() -> None:
    """Its lines count as decisions do."""
    new = story_of("river_post", ("nodes.assess.elements.outside.answer", "not_met"))

    assert fit_of(new, MODEL_PLAY[:8]) is Fit.RESCORED
    assert fit_of(new, HALF_WAY) is Fit.MIGRATED


@given(seed=seeds, positions=picks)
def test_an_unchanged_case_fits_every_play(seed: int, positions: list[int]) -> None:
    """Nobody may be stopped by an edit that was none."""
    kept = [step.decision for step in play_at_random(RIVER, seed, positions)]

    revision = fit_revision(RIVER, RIVER, seed, kept)

    assert revision.fit is Fit.MIGRATED
    assert [step.decision for step in revision.play.steps] == kept


@pytest.mark.parametrize(
    ("edit", "at"),
    [
        (("nodes.consent.choices.explain.goto", "advise"), 1),
        ((TAKEN_ROUTE, "advise"), 6),
        (("nodes.talk.important", ["names"]), 6),
        (("nodes.talk.questions.back.for", ["consent"]), 3),
        (("nodes.gate.text", "Sena waits."), None),
    ],
    ids=["route", "later-route", "question-now-important", "competency", "wording"],
)
def test_the_first_decision_that_no_longer_fits_is_named(
    edit: tuple[str, Any], at: int | None
) -> None:
    """A learner goes on from there, and a trainer sees what to mend."""
    kept = [step.decision for step in play(RIVER, *HALF_WAY)]

    assert fit_revision(RIVER, story_of("river_post", edit), 0, kept).at == at


def test_a_renamed_interview_misses_what_it_missed_before() -> None:
    """Another id alone must not count as another score."""
    tree = edited("river_post")
    tree["nodes"] = {("interview" if n == "talk" else n): one for n, one in tree["nodes"].items()}
    tree["nodes"]["interview"]["was"] = "talk"
    for choice in tree["nodes"]["consent"]["choices"].values():
        choice["goto"] = "interview"
    ways = ("storeroom", "explain", "leaving", "enough")

    assert fit_of(compile_story(read_case(tree)), ways) is Fit.MIGRATED
