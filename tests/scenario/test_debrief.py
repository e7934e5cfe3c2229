"""What is said after a case."""

import pytest
from case_plays import MODEL_PLAY, play, story_of

from protectcourse.errors import ScenarioError
from protectcourse.scenario.debrief import Standing, debrief

RIVER = story_of("river_post")


def test_each_decision_is_looked_back_on() -> None:
    """Rating in words, reason, source, and what would have been better."""
    result = debrief(
        RIVER, play(RIVER, "sergeant", "explain", "back", "enough", "thin", "refer_all")
    )

    first, second, *_ = result.decisions
    assert (first.words, first.reason[:12]) == ("a red line", "What he hear")
    assert first.better is not None
    assert first.better.id == "storeroom"
    assert (second.words, second.better, second.sources) == (
        "the best choice here",
        None,
        ("standards",),
    )
    assert [decision.text for decision in result.red_lines] == [
        first.text,
        result.decisions[-1].text,
    ]


def test_better_is_named_only_where_it_was_open() -> None:
    """Nobody is told to have taken a way that was shut to them."""
    steps = play(RIVER, "storeroom", "promise", "back", "enough", "thin", "hotline", "law")

    hotline = debrief(RIVER, steps).decisions[5]

    assert hotline.words == "acceptable"
    assert hotline.better is None


def test_facts_found_and_not_found() -> None:
    """What was never asked is what is learnt most from."""
    result = debrief(RIVER, play(RIVER, "sergeant", "form", "back", "enough", "thin", "refer_all"))

    assert [fact.id for fact in result.found] == ["camp_risk"]
    assert [fact.id for fact in result.not_found] == ["no_permit", "photo", "broker"]
    assert [missed.question for missed in result.missed] == ["leaving", "since", "safe_now"]


def test_the_lines_of_a_checklist_are_shown_with_their_answers() -> None:
    """Half the learning of a checklist is seeing which line was a guess."""
    result = debrief(RIVER, play(RIVER, *MODEL_PLAY))

    marks = next(decision.marks for decision in result.decisions if decision.marks)
    assert [mark.given == mark.right for mark in marks] == [True] * 5 + [False]


def test_outcome_and_decisions_are_spoken_of_apart() -> None:
    """Good decisions can end badly; protection work is like that."""
    unlucky = story_of("river_post", ("endings.referred.outcome", "bad"))
    lucky = story_of(
        "river_post",
        ("endings.exposed.outcome", "good"),
    )

    well = debrief(unlucky, play(unlucky, *MODEL_PLAY))
    badly = debrief(lucky, play(lucky, *MODEL_PLAY[:-1], "her_story"))

    assert (well.well_but_badly_ended, well.badly_but_well_ended) == (True, False)
    assert (badly.well_but_badly_ended, badly.badly_but_well_ended) == (False, True)


def test_competencies_come_in_words() -> None:
    """A bar says how far; a word says whether that is enough."""
    story = story_of("river_post", ("rubric.consent", "80"), ("rubric.protection", "60"))

    result = debrief(story, play(story, "storeroom", "form", *MODEL_PLAY[2:-1], "letter"))

    standings = {one.score.competency: one.standing for one in result.competencies}
    assert standings == {
        "confidentiality": Standing.NEARLY,
        "do_no_harm": Standing.STRONG,
        "consent": Standing.NEARLY,
        "protection": Standing.REACHED,
        "referral": Standing.STRONG,
    }


def test_endings_are_counted() -> None:
    """That there are others is the reason to play again."""
    steps = play(RIVER, *MODEL_PLAY)

    assert debrief(RIVER, steps).endings_seen == 1
    seen = debrief(RIVER, steps, endings_seen={"referred", "exposed", "an_old_ending"})
    assert (seen.endings_seen, seen.endings) == (2, 4)


def test_there_is_no_debrief_before_the_end() -> None:
    """It would give away what is still to be decided."""
    with pytest.raises(ScenarioError):
        debrief(RIVER, play(RIVER, "storeroom"))
    with pytest.raises(ScenarioError):
        debrief(RIVER, [])
