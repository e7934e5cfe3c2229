"""Plays that begin in the middle of a case."""

import pytest
from case_plays import story_of, take

from protectcourse.errors import SettingsError
from protectcourse.scenario.engine import begin
from protectcourse.scenario.moments import moment
from protectcourse.scenario.openings import Opening, open_story

RIVER = story_of("river_post")
STATES = ("track.states", {"custody": ["post", "shelter", "released"]})
VARIANTS = ("variants", {"interpreter": ["woman", "man"]})


def test_a_play_begins_where_and_as_it_was_asked_to() -> None:
    """An author looks at one scene without playing up to it."""
    opening = Opening("advise", ("agreed", "trust=2", "broker", "time=1"))

    story = open_story(RIVER, opening, seed=7)
    here = begin(story, seed=7)
    shown = moment(story, here)

    assert shown.node == "advise"
    assert "options" in {choice.id for choice in shown.choices}
    assert shown.also == ("So could the shelter for trafficked women.",)
    assert [(meter.id, meter.text) for meter in shown.meters] == [
        ("trust", "talking"),
        ("time", "1"),
    ]
    assert [fact.id for fact in shown.facts] == ["broker"]


def test_what_was_not_asked_for_is_as_at_the_start() -> None:
    """`--from` alone must not hand out facts."""
    start, opened = begin(RIVER, 3), begin(open_story(RIVER, Opening("advise"), 3), 3)

    assert (opened.meters, opened.states) == (start.meters, start.states)
    assert not moment(RIVER, opened).facts


def test_the_case_itself_is_left_as_it_is() -> None:
    """The next play without `--from` begins at its start."""
    open_story(RIVER, Opening("advise"), 0)

    assert begin(RIVER, 0).node == "gate"


def test_states_and_variants_can_be_set() -> None:
    """What chance decides at the start is decided by the author here."""
    story = story_of("river_post", STATES, VARIANTS)
    opened = open_story(story, Opening("", ("custody=shelter", "interpreter=man")), 0)

    assert begin(opened, 0).states == (1, 1)


def test_a_play_from_the_middle_goes_on_as_any() -> None:
    """Conditions must see what was set."""
    story = open_story(RIVER, Opening("commander", ("agreed",)), 0)

    assert take(story, begin(story, 0), "law").next == "referred"


@pytest.mark.parametrize(
    ("opening", "says", "hint"),
    [
        (Opening("advize"), "`advize` is not a node", "`advise`"),
        (Opening("exposed"), "is an ending", "Nodes:"),
        (Opening("", ("agred",)), "`agred` is not a variable", "`agreed`"),
        (Opening("", ("agreed=1",)), "is a flag and has no value", "`agreed`"),
        (Opening("", ("trust",)), "is a meter from 0 to 3", "trust=0"),
        (Opening("", ("trust=4",)), "from 0 to 3, and 4 is none of that", "trust=0"),
        (Opening("", ("trust=two",)), "and two is none of that", "trust=0"),
        (Opening("", ("trust>=2",)), "is no setting", "trust=2"),
        (Opening("", ("custody=shelte",)), "has no value `shelte`", "`shelter`"),
        (Opening("", ("custody",)), "wants a value", "`post`"),
    ],
)
def test_what_the_case_does_not_have_is_refused_with_what_it_has(
    opening: Opening, says: str, hint: str
) -> None:
    """A typing error on the command line gives a sentence, not another beginning."""
    story = story_of("river_post", STATES)

    with pytest.raises(SettingsError) as refused:
        open_story(story, opening, 0)

    assert says in refused.value.message
    assert hint in refused.value.hint
