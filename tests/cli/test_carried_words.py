"""What did not come over, in lines that a trainer reads to the end."""

from protectcourse.cli.carried_words import carried_lines
from protectcourse.exchange.carried import LeftOut


def left_out(line: int, item: str, what: str, *, lost: bool = True) -> LeftOut:
    """Return something that was told."""
    return LeftOut(line=line, item=item, what=what, lost=lost)


def test_what_is_lost_stands_first_and_with_its_line() -> None:
    """A loss must not be looked for among forty changes."""
    told = [left_out(3, "Door", "No feedback.", lost=False), left_out(9, "Desk", "A picture.")]

    assert carried_lines(told, "a.gift") == [
        "Lost:",
        "  a.gift:9: Desk: A picture.",
        "Carried in another form:",
        "  a.gift:3: Door: No feedback.",
    ]


def test_one_thing_said_of_many_questions_is_said_once() -> None:
    """A bank of two hundred questions without feedback is one fact."""
    told = [left_out(line, "x", "No feedback.", lost=False) for line in range(1, 41)]

    lines = carried_lines(told, "a.gift")

    assert lines[1:] == ["  a.gift: lines 1, 2, 3, 4, 5, 6, 7, 8 and 32 more: No feedback."]


def test_going_out_the_questions_are_named() -> None:
    """A bank of ours is looked up by id."""
    told = [left_out(0, name, "Not carried: source.") for name in ("door", "desk")]

    assert carried_lines(told, "") == ["Lost:", "  door, desk: Not carried: source."]


def test_what_is_told_cannot_begin_a_line_of_its_own() -> None:
    """The words come from a foreign file."""
    lines = carried_lines([left_out(1, "a\nLost:", "b\x1b[2J\nc")], "a.gift")

    assert lines[1:] == ["  a.gift:1: a Lost:: b\ufffd[2J c"]
