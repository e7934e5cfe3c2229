"""`handin`: the file that a learner passes on to an organisation, shown in words beforehand."""

import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import TextWrapper
from typing import NamedTuple

from protectcourse.cli.courses import find_courses
from protectcourse.cli.output import say, say_aside
from protectcourse.clock import SystemClock
from protectcourse.course.library import Course, open_course
from protectcourse.course.outline import CourseOutline
from protectcourse.errors import ContentError
from protectcourse.locations import COMPILED_FOLDER
from protectcourse.organisation import load_organisation
from protectcourse.progress.resuming import open_progress
from protectcourse.records.handing_in.levels import Level
from protectcourse.records.handing_in.saving import (
    hand_in_file,
    refuse_inside,
    save_in_folder,
    write_over,
)
from protectcourse.records.handing_in.selection import Selection, select_entries
from protectcourse.records.handing_in.wording import (
    PASS_IT_ON,
    WHAT_IT_IS,
    WRITTEN,
    preview,
    waiting_words,
)
from protectcourse.study.enrolment import Enrolment

REFUSED = 2
WIDTH = 76
_PARAGRAPH = TextWrapper(WIDTH, break_long_words=False, break_on_hyphens=False)
_LINE = TextWrapper(
    WIDTH,
    initial_indent="  ",
    subsequent_indent="    ",
    break_long_words=False,
    break_on_hyphens=False,
)


class Wanted(NamedTuple):
    """What the learner asked for."""

    course: str | None
    level: Level
    to: Path | None
    """A folder or a file; None for the folder that one is in."""
    sure: bool
    """Whether neither to ask nor to spare a file that is there."""


def write_hand_in(folder: Path, wanted: Wanted) -> int:
    """Show what would be handed in, ask where somebody can be asked, write it.

    Returns the exit code.
    """
    to = wanted.to or Path()
    if refusal := _why_not(to, replace=wanted.sure):
        say_aside(f"protectcourse: {refusal}")
        return REFUSED
    refuse_inside(to if to.is_dir() else to.parent, folder)
    selection = _select(folder, wanted)
    _show(selection, folder)
    if not (wanted.sure or _agreed()):
        say("Nothing was written.")
        return REFUSED
    today = SystemClock().today()
    if to.is_dir():
        to = save_in_folder(selection, folder, to, today)
    else:
        write_over(to, hand_in_file(selection, folder, today), folder)
    say(WRITTEN.format(path=to))
    say(_PARAGRAPH.fill(PASS_IT_ON))
    return 0


def _why_not(to: Path, *, replace: bool) -> str:
    """Return why nothing is written to a place; empty where it can be."""
    if to.is_dir():
        return ""
    if not to.parent.is_dir():
        return f"there is no folder {to.parent}. Make it first, or name another with --to."
    if to.exists() and not to.is_file():
        return f"{to} is not a file that can be replaced. Name another with --to."
    if to.exists() and not replace:
        return f"{to} is there already. Name another with --to, or replace it with --yes."
    return ""


def _select(folder: Path, wanted: Wanted) -> Selection:
    """Return what becomes of each step of the learner's log.

    A completion that no step of theirs made is noted before.
    """
    courses = list(_courses(folder, wanted.course))
    clock = SystemClock()
    store, progress = open_progress(folder, clock)
    try:
        for one in courses:
            if one.outline.id in progress.courses:
                Enrolment(one, store, progress, clock).note_completion()
        outlines: list[CourseOutline] = [one.outline for one in courses]
        only = outlines[0].id if wanted.course and outlines else None
        if store.notice and store.writable:
            say_aside(store.notice)
        return select_entries(store, outlines, wanted.level, only)
    finally:
        store.close()


def _courses(folder: Path, chosen: str | None) -> Iterator[Course]:
    """Give the courses that there are, or the one that was chosen.

    One that cannot be opened keeps nobody from handing in the others.
    """
    for files in find_courses(chosen, folder):
        try:
            course = open_course(files, folder / COMPILED_FOLDER)
            _ = course.outline
        except ContentError:
            if chosen:
                raise
            continue
        yield course


def _show(selection: Selection, folder: Path) -> None:
    say(_PARAGRAPH.fill(WHAT_IT_IS))
    for heading, lines in preview(selection, load_organisation(folder)):
        say("")
        say(heading)
        for line in lines:
            say(_LINE.fill(line))
    say("")
    if words := waiting_words(selection):
        say_aside(_PARAGRAPH.fill(words))


def _agreed() -> bool:
    """Say whether the learner agrees; where nobody can be asked, the command itself says so."""
    if not (sys.stdin and sys.stdin.isatty()):
        return True
    say_aside("Type yes to write the file, or press Enter to leave it.")
    return sys.stdin.readline().strip().lower() == "yes"
