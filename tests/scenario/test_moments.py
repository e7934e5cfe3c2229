"""What is shown at each point of a play."""

from case_plays import MODEL_PLAY, picks, play, play_at_random, seeds, story_of
from hypothesis import given

from protectcourse.scenario.engine import begin, choose
from protectcourse.scenario.moments import Moment, moment
from protectcourse.scenario.story import Story

RIVER = story_of("river_post")


def shown_after(story: Story, *ways: str, short_form: bool = False) -> Moment:
    """Return what is shown after some decisions."""
    steps = play(story, *ways)
    state = steps[-1].state if steps else begin(story, 0)
    return moment(story, state, past=steps, short_form=short_form)


def test_the_start_shows_text_choices_and_meters_in_words() -> None:
    """Learners read the person, not a gauge; what has no words has its unit."""
    first = shown_after(RIVER)

    assert (first.node, first.kind) == ("gate", "scene")
    assert first.text.startswith("Sena, 19")
    assert {choice.id for choice in first.choices} == {"storeroom", "sergeant"}
    assert [(meter.name, meter.text) for meter in first.meters] == [
        ("trust", "wary"),
        ("time (half-hours)", "6"),
    ]
    assert first.facts == ()


def test_choices_are_shuffled_by_the_seed_and_stay_so() -> None:
    """Authors list the best first; learners must not find it there, nor find it moved."""
    state = begin(RIVER, 0)
    orders = [
        tuple(choice.id for choice in moment(RIVER, state, seed=seed).choices) for seed in range(20)
    ]

    assert set(orders) == {("storeroom", "sergeant"), ("sergeant", "storeroom")}
    assert orders[3] == tuple(choice.id for choice in moment(RIVER, state, seed=3).choices)


def test_an_author_can_keep_the_order() -> None:
    """Amounts and times read badly when shuffled."""
    story = story_of("river_post", ("nodes.gate.keep_order", "true"))

    for seed in range(10):
        shown = moment(story, begin(story, seed), seed=seed)
        assert [choice.id for choice in shown.choices] == ["storeroom", "sergeant"]


def test_a_hub_keeps_its_order_and_marks_what_was_asked() -> None:
    """An interview is a list to come back to; a list that jumps is lost."""
    shown = shown_after(RIVER, "sergeant", "form", "back")

    assert [choice.id for choice in shown.choices] == [
        "leaving",
        "back",
        "since",
        "names",
        "enough",
    ]
    by_id = {choice.id: choice for choice in shown.choices}
    assert by_id["back"].asked
    assert not by_id["back"].available
    assert by_id["since"].locked == "She shakes her head. Not yet."
    assert by_id["enough"].available


def test_leaving_waits_for_the_questions_owed() -> None:
    """The learner is told why a way is shut."""
    shown = shown_after(RIVER, "storeroom", "explain")

    enough = shown.choices[-1]
    assert (enough.id, enough.available) == ("enough", False)
    assert enough.locked == "Ask one more question first."


def test_what_is_hidden_is_not_given_away() -> None:
    """A choice without a `locked` sentence is not shown; a hidden meter neither."""
    story = story_of("river_post", ("track.meters.time.hidden", "true"))

    shown = shown_after(story, "sergeant", "promise", "back", "enough", "thin")

    assert "options" not in {choice.id for choice in shown.choices}
    assert [meter.id for meter in shown.meters] == ["trust"]


def test_extra_paragraphs_show_when_they_hold() -> None:
    """What was found out changes what is seen."""
    without = shown_after(RIVER, "storeroom", "explain", "back", "enough", "thin")
    with_it = shown_after(RIVER, "storeroom", "explain", "safe_now", "enough", "thin")

    assert without.also == ()
    assert with_it.also == ("So could the shelter for trafficked women.",)


def test_the_case_file_is_in_the_order_learnt() -> None:
    """A case file is read as a memory, not as the author's list."""
    shown = shown_after(RIVER, "storeroom", "explain", "safe_now", "back")

    assert [fact.id for fact in shown.facts] == ["broker", "camp_risk"]


def test_a_checklist_shows_its_elements_in_order() -> None:
    """The elements of a definition have an order of their own."""
    shown = shown_after(RIVER, *MODEL_PLAY[:7])

    assert (shown.kind, shown.choices) == ("checklist", ())
    assert [element.id for element in shown.elements][:2] == ["outside", "fear"]


def test_an_ending_is_shown_too() -> None:
    """The last text is a moment like the others, with nothing to choose."""
    shown = shown_after(RIVER, *MODEL_PLAY)

    assert (shown.node, shown.kind, shown.choices) == ("referred", "ending", ())
    assert shown.text.startswith("The van leaves without her.")
    assert (shown.number, shown.about) == (10, 10)


def test_decisions_are_counted_against_the_way_to_a_good_ending() -> None:
    """A learner with ten minutes left wants to know whether this is the place to stop."""
    first, fourth = shown_after(RIVER), shown_after(RIVER, *MODEL_PLAY[:3])
    hurried = shown_after(RIVER, "storeroom", "explain", "back", "enough")

    assert (first.number, first.about) == (1, 10)
    assert (fourth.number, fourth.about) == (4, 10)
    assert (hurried.number, hurried.about) == (5, 7)


def test_the_short_form_changes_the_text_alone() -> None:
    """Who reads the short form takes the same decisions, and the record does not tell."""
    story = story_of("river_post", ("nodes.gate.short", "A woman waits; a sergeant offers help."))

    full, short = shown_after(story), shown_after(story, short_form=True)
    elsewhere = shown_after(story, "storeroom", short_form=True)

    assert short.text == "A woman waits; a sergeant offers help."
    assert short.choices == full.choices
    assert elsewhere.text.startswith("She asks")


@given(seed=seeds, positions=picks)
def test_what_is_shown_as_open_is_open(seed: int, positions: list[int]) -> None:
    """A choice that is shown and then refused would be a trap."""
    steps = play_at_random(RIVER, seed, positions)
    state = steps[-1].state

    shown = moment(RIVER, state, seed=seed, past=steps)

    for choice in shown.choices:
        assert choice.available or choice.asked or choice.locked
        if choice.available:
            assert choose(RIVER, state, choice.id).node == shown.node
    assert shown.about >= shown.number
