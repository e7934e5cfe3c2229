"""Starts a preview in the full screen, and ends it with nothing kept."""

from pathlib import Path
from tempfile import gettempdir
from typing import NamedTuple

from protectcourse.authoring.trying.preview_edition import Edition, empty_course
from protectcourse.authoring.trying.preview_target import PreviewTarget
from protectcourse.authoring.trying.preview_watch import PreviewWatch
from protectcourse.clock import Clock
from protectcourse.course.outline import UnitOutline
from protectcourse.crash import Ending
from protectcourse.errors import SettingsError
from protectcourse.findings import did_you_mean
from protectcourse.progress.projections import Progress
from protectcourse.progress.throwaway import open_throwaway
from protectcourse.progress.writer import Writer
from protectcourse.scenario.openings import Opening, open_story
from protectcourse.scenario.story import compile_story
from protectcourse.study.enrolment import Enrolment
from protectcourse.tui.app import run_full_screen
from protectcourse.tui.preview import PreviewApp
from protectcourse.tui.preview_units import Wish
from protectcourse.tui.saving import Saving

PREVIEW = "Preview"
CRASH_FOLDER = "protectcourse-preview"
"""In the system's folder for temporary files: where a report on a fault goes."""


class Previewed(NamedTuple):
    """How a preview ended, and what the author did in it."""

    ending: Ending
    enrolment: Enrolment
    unit: UnitOutline | None
    """The unit that was previewed; None for a course, or where it could never be shown."""


def preview(target: PreviewTarget, wish: Wish, clock: Clock, mark: str = PREVIEW) -> Previewed:
    """Show what is edited until the author leaves.

    Raises SettingsError where there is no such place to begin.
    """
    watch = PreviewWatch(target)
    edition = watch.read()
    check_wish(edition, wish)
    course = edition.course or empty_course()
    enrolment = Enrolment(course, open_throwaway(clock), Progress(), clock)
    writer = Writer()
    app = PreviewApp(
        edition, watch, enrolment, Saving(writer), wish, name=target.path.name, mark=mark
    )
    try:
        ending = run_full_screen(app, Path(gettempdir()) / CRASH_FOLDER)
    finally:
        writer.close()
    return Previewed(ending, enrolment, app.unit)


def check_wish(edition: Edition, wish: Wish) -> None:
    """Raise SettingsError where an edition has no such place to begin; not where it is broken."""
    course, item = edition.course, wish.item
    if course is None:
        return
    unit = course.outline.unit(edition.unit)
    sort = unit.sort if unit is not None else "course"
    if sort == "case":
        case = course.case(edition.unit)
        open_story(compile_story(case), Opening(item, wish.settings), wish.seed or 0)
        return
    if wish.settings:
        raise SettingsError(f"--with: only a case has variables, and this is a {sort}")
    if sort == "lesson":
        known, what = list(course.lesson(edition.unit).pages), "page"
    elif sort == "quiz":
        known, what = list(course.quiz(edition.unit).questions), "question"
    else:
        known, what = [one.id for one in course.outline.units()], "unit"
    if item and item not in known:
        listed = ", ".join(f"`{name}`" for name in known)
        hint = did_you_mean(item, known) or f"There are: {listed}."
        raise SettingsError(f"--from: `{item}` is not a {what} here", hint)
