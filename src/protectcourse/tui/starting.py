"""Starts the course in the full screen: the file, the course, the first questions, and the end."""

from collections.abc import Callable, Sequence
from pathlib import Path

from protectcourse.clock import Clock
from protectcourse.course.folders import CourseFiles
from protectcourse.course.library import open_course
from protectcourse.crash import Ending
from protectcourse.locations import COMPILED_FOLDER
from protectcourse.progress.keeping import keep_progress
from protectcourse.progress.resuming import open_progress
from protectcourse.progress.writer import Writer
from protectcourse.study.display.first_questions import kept_words
from protectcourse.study.enrolment import Enrolment
from protectcourse.tui.app import run_full_screen
from protectcourse.tui.learning import LearningApp
from protectcourse.tui.saving import Saving

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
    app = LearningApp(enrolments, Saving(writer), kept_words(folder))
    writer.submit(store.back_up_if_due)
    try:
        ending = run_full_screen(app, folder)
        writer.submit(store.save_waiting).result()
        words = ""
        if store.pending and ending.exit_code < A_SIGNAL:
            from protectcourse.study.leaving import offer_copy

            words = offer_copy(store, clock, ask)
    finally:
        writer.close()
        keep_progress(store, progress)
        store.close()
    return Ending(ending.exit_code, f"{ending.message}\n{words}".strip())
