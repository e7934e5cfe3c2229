"""Commands by name."""

from protectcourse.study.display import commands
from protectcourse.study.display.commands import OF_PAGE, OF_PROGRAM, Command, command_rows

GROUPS = [group for group in vars(commands).values() if isinstance(group, tuple)]
ALL = [one for group in GROUPS for one in group if isinstance(one, Command)]


def test_the_commands_of_a_screen_come_first() -> None:
    """Ids go on counting, so that a row names one command; headings have no number."""
    rows = command_rows(OF_PAGE, OF_PROGRAM)

    chosen = [row for row in rows if not row.heading]
    assert [int(row.id) for row in chosen] == list(range(len(OF_PAGE) + len(OF_PROGRAM)))
    assert [row.text for row in chosen] == [one.name for one in (*OF_PAGE, *OF_PROGRAM)]
    assert [row.number for row in chosen] == list(range(1, len(chosen) + 1))
    assert [row.text for row in rows if row.heading] == ["On this screen", "Everywhere"]


def test_without_any_of_its_own_there_are_no_headings() -> None:
    """A heading over everything says nothing."""
    assert not any(row.heading for row in command_rows((), OF_PROGRAM))


def test_no_two_commands_have_one_name() -> None:
    """They are called by it."""
    names = [one.name for one in ALL]

    assert len(names) == len(set(names)) > 10
