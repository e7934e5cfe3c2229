"""Starts the course in the full screen: the file, the course, the first questions, and the end."""

from collections.abc import Callable, Sequence
from pathlib import Path
from shlex import quote

from protectcourse.clock import Clock
from protectcourse.course.folders import CourseFiles
from protectcourse.course.library import open_course
from protectcourse.errors import StoreError
from protectcourse.locations import COMPILED_FOLDER
from protectcourse.progress.keeping import keep_progress
from protectcourse.progress.resuming import open_progress
from protectcourse.progress.store import Store
from protectcourse.progress.writer import Writer
from protectcourse.study.enrolment import Enrolment
from protectcourse.tui.app import run_full_screen
from protectcourse.tui.crash import Ending
from protectcourse.tui.learning import LearningApp
from protectcourse.tui.saving import Saving

KEPT = "Your answers are kept in {folder} and nowhere else. To erase them: protectcourse erase"
NOT_SAVED_AT_END = "{count} steps of this sitting could not be saved."
OFFER = (
    "{problem}\nType a folder, such as a stick's, to keep a copy of all your answers there,\n"
    "or press Enter to leave without: "
)
COPIED = (
    "A copy of all your answers is in {folder}. To go on with it, start with\n"
    "  protectcourse --data-dir {quoted}"
)
A_SIGNAL = 128
"""Exit codes from here on say that a signal ended the program: nobody is there to answer."""


def learn(
    courses: Sequence[CourseFiles], folder: Path, clock: Clock, ask: Callable[[str], str]
) -> Ending:
    """Run the courses, one at least, until the learner leaves; return how it ended.

    `ask` puts a question below the full screen and returns the line typed; it is asked where to
    put a copy of what could not be saved. Raises ContentError where a course cannot be opened,
    StoreError where a file that is not ours stands in the place of the learner's.
    """
    opened = [open_course(files, folder / COMPILED_FOLDER) for files in courses]
    store, progress = open_progress(folder, clock)
    enrolments = [Enrolment(course, store, progress, clock) for course in opened]
    writer = Writer()
    app = LearningApp(enrolments, Saving(writer), KEPT.format(folder=folder))
    writer.submit(store.back_up_if_due)
    try:
        ending = run_full_screen(app, folder)
        writer.submit(store.save_waiting).result()
        words = ""
        if store.pending and ending.exit_code < A_SIGNAL:
            words = offer_copy(store, clock, ask)
    finally:
        writer.close()
        keep_progress(store, progress)
        store.close()
    return Ending(ending.exit_code, f"{ending.message}\n{words}".strip())


def offer_copy(store: Store, clock: Clock, ask: Callable[[str], str]) -> str:
    """Offer to keep a copy elsewhere of what could not be saved; return in words what was done."""
    from protectcourse.progress.rescue import rescue

    left_behind = problem = NOT_SAVED_AT_END.format(count=store.pending)
    while answer := ask(OFFER.format(problem=problem)).strip():
        chosen = Path(answer).expanduser().absolute()
        try:
            rescue(store, chosen, clock)
        except StoreError as error:
            problem = f"{error.message}. {error.hint}"
        else:
            return COPIED.format(folder=chosen, quoted=quote(str(chosen)))
    return left_behind
