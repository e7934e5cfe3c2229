"""What is said of a hand-in file before it is written: what leaves, what stays, who can read it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from protectcourse.course.outline import CourseOutline
from protectcourse.organisation import Organisation
from protectcourse.plain_text import one_line
from protectcourse.records.handing_in.levels import SENSITIVE, Level, Sort
from protectcourse.records.handing_in.selection import Selection
from protectcourse.signing import fingerprint

HEADING = "Hand in"
WHAT_IT_IS = (
    "A file is written for your organisation. Nothing is sent: you pass the file on yourself. "
    "You can hand in again at any time."
)
LEVELS: Mapping[Level, str] = {
    Level.RESULTS: "Results: what you completed, your scores, the days.",
    Level.ANSWERS: (
        "Results and answers: also the options you chose in quizzes and what you decided in "
        "cases. With them your organisation can tell which questions mislead people."
    ),
}
NOTHING = "Nothing has been recorded yet: the file says just that."
HOW_IT_STAYS = (
    "Of each step that stays, its place in the row and a checksum go along. They show that "
    "nothing was left out or changed; what the step was cannot be read or guessed from them."
)
NEVER = (
    "What you typed, exact times, how many seconds you took, your notes and reflections never "
    "go into the file, at no level."
)
OF_SENSITIVE = (
    "Of the most sensitive cases, what you decided stays here. That you finished such a case, "
    "and how it ended, is a result and leaves."
)
SEALED = "It is sealed: only {name} can open it, with the key {key}."
NOT_SEALED = (
    "It is not sealed, since no key of an organisation is known here: whoever has the file can "
    "read it."
)
WHAT_A_SIGNATURE_SHOWS = (
    "It is signed with the key of this computer. That shows that the file was not changed after "
    "it was written, and which installation of the program wrote it. It does not show who sat "
    "at the keyboard."
)
WAITING = (
    "{steps} could not be saved yet and will be in the next file. Close other windows of the "
    "program, then hand in once more."
)
WRITE = "Write the file"
WRITTEN = "The file to hand in: {path}"
PASS_IT_ON = "Nothing was sent: pass it on yourself, such as by mail or on a stick."


class Section(NamedTuple):
    """Some lines under a heading."""

    heading: str
    lines: tuple[str, ...]


def preview(selection: Selection, organisation: Organisation) -> list[Section]:
    """Return what a learner is about to hand in, in words."""
    return [
        Section("About you", tuple(_about(selection))),
        Section("What leaves", tuple(_leaving(selection))),
        Section("What stays here", tuple(_staying(selection))),
        Section("Who can read it", tuple(_readers(organisation))),
    ]


def summary(selection: Selection) -> str:
    """Return how much leaves, in one line."""
    if selection.days is None or selection.is_empty:
        return NOTHING
    steps = len(selection.leaving)
    staying = len(selection.chosen) - steps
    days = " to ".join(dict.fromkeys(selection.days))
    return f"Leaving: {_count(steps, 'step')}, {days}. Staying here: {staying}."


def waiting_words(selection: Selection) -> str:
    """Return that some steps are not in the file; empty where all are."""
    return WAITING.format(steps=_count(selection.waiting, "step")) if selection.waiting else ""


def _about(selection: Selection) -> Iterator[str]:
    name = one_line(selection.name)
    yield f"Name, as you gave it: {name}" if name else "Name: you gave none"
    yield f"Number that stands for you: {selection.learner}"


def _leaving(selection: Selection) -> Iterator[str]:
    yield LEVELS[selection.level]
    if selection.days is None or selection.is_empty:
        yield NOTHING
        return
    for outline in selection.courses:
        yield _course_words(outline)
    first, last = selection.days
    yield f"Day: {first}" if first == last else f"Days: {first} to {last}"
    yield from _counts(selection, leaving=True)


def _staying(selection: Selection) -> Iterator[str]:
    counts = list(_counts(selection, leaving=False))
    yield from counts
    if counts:
        yield HOW_IT_STAYS
    if SENSITIVE in selection.count(leaving=False):
        yield OF_SENSITIVE
    yield NEVER


def _readers(organisation: Organisation) -> Iterator[str]:
    if organisation.public_key:
        name = one_line(organisation.name)
        yield SEALED.format(name=name, key=fingerprint(organisation.public_key))
    else:
        yield NOT_SEALED
    yield WHAT_A_SIGNATURE_SHOWS


def _course_words(outline: CourseOutline) -> str:
    return f"Course: {one_line(outline.title)} ({outline.id}), version {outline.version}"


def _counts(selection: Selection, *, leaving: bool) -> Iterator[str]:
    """Give how many there are of each sort, such as "3 answers in quizzes"."""
    for sort, count in selection.count(leaving=leaving).items():
        yield _sort_words(sort, count)


def _sort_words(sort: Sort, count: int) -> str:
    return f"{count} {sort.one if count == 1 else sort.several}"


def _count(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
