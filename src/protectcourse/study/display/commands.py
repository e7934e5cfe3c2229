"""What can be done, by name: for the list of all commands."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from protectcourse.study.display.choosing import Row


class Command(NamedTuple):
    """Something that can be done here."""

    name: str
    key: str
    """The key that does the same; empty where there is none."""
    action: str
    """How the front end calls it: ``app.…`` from everywhere, ``screen.…`` only where one is."""


TITLE, PLACE = "Commands", "by name"
OF_PROGRAM = (
    Command("Guides for trainers and coordinators", "", "app.guides"),
    Command("Help: every key", "?", "app.help"),
    Command("Quit", "q", "app.leave"),
)
OF_COURSE = (
    Command("Search the course", "/", "app.search"),
    Command("Glossary", "g", "app.glossary"),
    Command("Sources of the course", "s", "app.all_sources"),
    Command("Notes and bookmarks", "", "app.marks"),
    Command("My progress", "p", "app.standing"),
    Command("Completion record", "", "app.completion_record"),
    Command("About this course", "", "app.about"),
    Command("Start this course over", "", "app.start_over"),
)
OF_LEARNER = (
    Command("Hand in to your organisation", "", "app.hand_in"),
    Command("Settings: your name", "", "app.setting('name')"),
    Command("Settings: language", "", "app.setting('language')"),
    Command("Settings: colours", "", "app.setting('colours')"),
    Command("Settings: plain mode", "", "app.setting('plain')"),
)
OF_PAGE = (
    Command("Write a note on this page", "n", "screen.note"),
    Command("Set or take away a bookmark", "m", "screen.bookmark"),
    Command("Save this lesson as a text file (Markdown)", "", "screen.save_text"),
)
OF_RECORD = (Command("Save this record", "w", "screen.save"),)


def command_rows(here: Sequence[Command], everywhere: Sequence[Command]) -> list[Row]:
    """Return the commands, those of the screen first; ids are places among all of them."""
    rows = list(_rows(everywhere, len(here)))
    if not here:
        return rows
    return [
        Row(id="here", text="On this screen", heading=True),
        *_rows(here, 0),
        Row(id="everywhere", text="Everywhere", heading=True),
        *rows,
    ]


def _rows(commands: Iterable[Command], first: int) -> Iterator[Row]:
    """Give the lines of commands; ids count on from `first`, numbers from 1."""
    for number, command in enumerate(commands, first):
        yield Row(id=str(number), text=command.name, number=number + 1, right=command.key)
