"""Playing a case, decision by decision."""

import pytest
from case_plays import MODEL_PLAY, picks, play, play_at_random, seeds, story_of
from hypothesis import given

from protectcourse.errors import ScenarioError
from protectcourse.scenario.engine import answer_checklist, answers_for, begin, choose
from protectcourse.scenario.nodes import Rating
from protectcourse.scenario.steps import BestChoice

RIVER = story_of("river_post")


def test_the_model_play_ends_well() -> None:
    """The example's own model play is the proof that the engine does what the design says."""
    steps = play(RIVER, *MODEL_PLAY)

    assert steps[-1].next == "referred"
    assert steps[-1].ended
    assert [step.points for step in steps if step.kind == "choice"] == [2, 2, 2, 2]


def test_who_asks_everything_runs_out_of_time() -> None:
    """An empty meter takes over from the `goto` of a choice."""
    ways = ["storeroom", "explain", "leaving", "back", "since", "safe_now", "names", "enough"]
    steps = play(RIVER, *ways, "thin", "hotline")

    assert steps[-1].next == "returned"


def test_an_ending_chosen_by_goto_stands() -> None:
    """Time that runs out with the last decision does not undo what that decision did."""
    story = story_of("river_post", ("nodes.commander.choices.letter.do", ["time -6"]))
    steps = play(story, *MODEL_PLAY[:-1], "letter")

    assert steps[-1].next == "delayed"


def test_a_meter_acts_only_when_it_becomes_empty() -> None:
    """A meter that led to a node, and stays empty, must not lead there for ever."""
    story = story_of(
        "river_post",
        ("track.meters.trust.when_empty", "advise"),
    )
    steps = play(story, "sergeant", "hotline", "law")

    assert [step.next for step in steps] == ["advise", "commander", "exposed"]


def test_a_step_says_what_was_chosen_and_what_came_of_it() -> None:
    """A front end shows the step and needs nothing else."""
    first, _, third = play(RIVER, "sergeant", "form", "back")

    assert first.text.startswith("Accept his help.")
    assert first.consequence.startswith("She answers in single words")
    assert first.rating is Rating.RED_LINE
    assert first.reason.startswith("What he hears")
    assert first.competencies == ("confidentiality", "do_no_harm")
    assert first.best_available == BestChoice(
        "storeroom", RIVER.nodes["gate"].options["storeroom"].text, Rating.BEST
    )
    assert third.kind == "question"
    assert [fact.id for fact in third.facts] == ["camp_risk"]
    assert third.sources == ("exit",)
    assert third.next == "talk"


def test_a_choice_of_its_own_competency_counts_for_that_one() -> None:
    """A hub about protection may hold a question that tests something else."""
    *_, names = play(RIVER, "storeroom", "explain", "names")

    assert names.competencies == ("do_no_harm",)


@pytest.mark.parametrize(
    ("ways", "stale"),
    [
        ((), "sergeantt"),
        ((), "explain"),
        (("storeroom", "form"), "enough"),
        (("sergeant", "form"), "since"),
        (("storeroom", "form", "back"), "back"),
        (MODEL_PLAY[:-3], "sound"),
        (MODEL_PLAY, "law"),
    ],
)
def test_what_is_not_open_cannot_be_chosen(ways: tuple[str, ...], stale: str) -> None:
    """A key pressed twice, or an old screen, must not move the play on."""
    steps = play(RIVER, *ways)
    state = steps[-1].state if steps else begin(RIVER, 0)

    with pytest.raises(ScenarioError):
        choose(RIVER, state, stale)


def test_a_question_that_may_be_repeated_stays_open() -> None:
    """Some questions are asked again and again, such as whether somebody needs a break."""
    story = story_of("river_post", ("nodes.talk.questions.back.repeat", "true"))

    steps = play(story, "storeroom", "explain", "back", "back")

    assert [step.kind for step in steps[2:]] == ["question", "question"]
    assert steps[-1].facts == ()


def test_nobody_is_locked_in_by_a_number_of_questions() -> None:
    """`at_least` asks for questions; where none is left to ask it must let go."""
    edits = [(f"nodes.talk.questions.{name}.if", ["trust >= 3"]) for name in ("leaving", "back")]
    story = story_of("river_post", *edits, ("nodes.talk.at_least", "5"))

    steps = play(story, "sergeant", "form", "names", "enough")

    assert steps[-1].next == "assess"


def test_the_right_answer_depends_on_what_was_found_out() -> None:
    """Guessing "met" without the fact is wrong even where it happens to be true."""
    state = play(RIVER, "storeroom", "explain", "back", "enough")[-1].state
    answers = dict.fromkeys(RIVER.nodes["assess"].elements, "met")

    step = answer_checklist(RIVER, state, answers)

    right = {mark.id for mark in step.marks if mark.points}
    assert right == {"outside", "fear", "ground", "bar"}
    assert {mark.right for mark in step.marks if not mark.points} == {"unclear"}
    assert (step.choice, step.points, step.out_of) == ("thin", 8, 12)


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"outside": "met"},
        dict.fromkeys(("outside", "fear", "persecution", "ground", "sur_place", "bar"), "maybe"),
        dict.fromkeys(("outside", "fear", "persecution", "ground", "sur_place", "bar", "x"), "met"),
    ],
)
def test_a_checklist_wants_each_answer_and_no_other(answers: dict[str, str]) -> None:
    """An answer left out is not an answer "unclear"."""
    state = play(RIVER, *MODEL_PLAY[:7])[-1].state

    with pytest.raises(ScenarioError):
        answer_checklist(RIVER, state, answers)


def test_answers_can_be_found_for_each_result() -> None:
    """Model plays and the explorer name results, not answers."""
    state = play(RIVER, *MODEL_PLAY[:7])[-1].state

    for result in ("sound", "thin"):
        answers = answers_for(RIVER, state, result)
        assert answer_checklist(RIVER, state, answers).choice == result
    with pytest.raises(ScenarioError):
        answers_for(RIVER, state, "perfect")


def test_a_variant_is_drawn_from_the_seed_and_can_be_tested() -> None:
    """The same attempt opened again must find the same interpreter."""
    story = story_of(
        "first_case",
        ("variants.interpreter", ["woman", "man"]),
        ("nodes.call.choices.ask_safe.if", ["interpreter = woman"]),
    )
    drawn = {begin(story, seed).states for seed in range(40)}

    assert drawn == {(0,), (1,)}
    assert begin(story, 7) == begin(story, 7)
    woman = next(seed for seed in range(40) if begin(story, seed).states == (0,))
    man = next(seed for seed in range(40) if begin(story, seed).states == (1,))
    assert choose(story, begin(story, woman), "ask_safe").ended
    with pytest.raises(ScenarioError):
        choose(story, begin(story, man), "ask_safe")


@given(seed=seeds, positions=picks)
def test_a_play_keeps_to_the_case(seed: int, positions: list[int]) -> None:
    """Whatever is chosen, the next place exists, states can be compared, and facts are kept."""
    steps = play_at_random(RIVER, seed, positions)

    facts = 0
    for step in steps:
        assert step.ended == (step.next in RIVER.endings) == (step.next not in RIVER.nodes)
        assert hash(step.state) == hash(step.state._replace())
        learnt = step.state.mask & 0b1111
        assert learnt & facts == facts
        facts = learnt
