"""How much is read on the way to an ending: exactly what stands on the screen."""

from case_plays import play, story_of

from protectcourse.scenario.exploring.explorer import search
from protectcourse.scenario.exploring.reading import measure_reading, minutes


def words(*texts: str) -> int:
    """Return the number of words."""
    return sum(len(text.split()) for text in texts)


def test_the_smallest_case_is_counted_word_by_word() -> None:
    """Scene, both choices, the reason of the one taken, ending and debrief."""
    story = story_of("first_case")
    (step,) = play(story, "ask_safe")
    node, ending = story.nodes["call"], story.endings["heard"]
    shown = [node.text, *(option.text for option in node.options.values())]

    (heard, _) = measure_reading(search(story)).values()

    expected = words(*shown, step.reason, ending.text, ending.debrief or "")
    assert (heard.fewest, heard.most) == (expected, expected)


def test_a_case_that_coaches_afterwards_has_less_to_read_on_the_way() -> None:
    """The reasons then stand in the debrief."""
    now = measure_reading(search(story_of("first_case")))
    later = measure_reading(search(story_of("first_case", ("coach", "debrief"))))

    assert later["heard"].fewest < now["heard"].fewest


def test_what_is_hidden_is_not_read_and_what_is_locked_is() -> None:
    """Only what stands on the screen counts."""
    flag = ("track.flags", {"told": "She was told."})
    closed = ("nodes.call.choices.address.if", ["told"])
    reason = ("nodes.call.choices.address.locked", "Not yet, and not by you.")

    hidden = measure_reading(search(story_of("first_case", flag, closed)))
    locked = measure_reading(search(story_of("first_case", flag, closed, reason)))
    shown = measure_reading(search(story_of("first_case")))

    text = story_of("first_case").nodes["call"].options["address"].text
    assert shown["heard"].fewest - hidden["heard"].fewest == words(text)
    assert locked["heard"].fewest - shown["heard"].fewest == words(reason[1])


def test_an_interview_is_read_once_and_each_answer_as_it_comes() -> None:
    """Who asks one question more reads one answer more, not the whole page again."""
    river = measure_reading(search(story_of("river_post")))

    assert all(one.most is not None and one.fewest < one.most for one in river.values())
    assert max(one.most or 0 for one in river.values()) < 900


def test_going_round_has_no_longest_way() -> None:
    """A loop can be read for ever."""
    again = ("nodes.call.choices.wait", {"text": "Wait.", "goto": "call"})

    heard = measure_reading(search(story_of("first_case", again)))["heard"]

    assert heard.most is None
    assert heard.minutes == (1, None)


def test_minutes_are_rounded_up() -> None:
    """A trainer plans with whole minutes, and too few are worse than too many."""
    assert [minutes(count) for count in (0, 180, 181)] == [1, 1, 2]
