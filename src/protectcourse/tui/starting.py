"""Starts the course in the full screen: the file, the course, the first questions, and the end."""

from pathlib import Path

from protectcourse.clock import Clock
from protectcourse.course.folders import CourseFiles
from protectcourse.course.library import open_course
from protectcourse.progress.keeping import keep_progress, read_progress
from protectcourse.progress.opening import open_store
from protectcourse.progress.store import Store
from protectcourse.progress.writer import Writer
from protectcourse.study.enrolment import Enrolment
from protectcourse.tui.app import run_full_screen
from protectcourse.tui.crash import Ending
from protectcourse.tui.learning import LearningApp
from protectcourse.tui.saving import Saving

COMPILED_FOLDER = "compiled"
KEPT = "Your answers are kept in {folder} and nowhere else. To erase them, delete that folder."
NOT_SAVED_AT_END = "{count} steps of this sitting could not be saved."


def learn(files: CourseFiles, folder: Path, clock: Clock) -> Ending:
    """Run the course until the learner leaves; return how it ended.

    Raises ContentError where the course cannot be opened, StoreError where a file that is not ours
    stands in the place of the learner's.
    """
    course = open_course(files, folder / COMPILED_FOLDER)
    store = open_store(folder, clock)
    enrolment = Enrolment(course, store, read_progress(store), clock)
    writer = Writer()
    app = LearningApp(enrolment, Saving(writer), KEPT.format(folder=folder))
    writer.submit(store.back_up_if_due)
    try:
        ending = run_full_screen(app, folder)
    finally:
        writer.close()
        keep_progress(store, enrolment.progress)
        store.close()
    return _with_what_is_not_saved(ending, store)


def _with_what_is_not_saved(ending: Ending, store: Store) -> Ending:
    """Add to an ending how many steps could not be saved, if any."""
    if not store.pending:
        return ending
    words = NOT_SAVED_AT_END.format(count=store.pending)
    return Ending(ending.exit_code, f"{ending.message}\n{words}".strip())
