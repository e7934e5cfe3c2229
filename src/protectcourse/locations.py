"""Where things stand on this computer: the shipped courses, the learner's data."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

DATA_FOLDER_VARIABLE = "PROTECTCOURSE_DATA_DIR"
COMPILED_FOLDER = "compiled"
"""In the data folder: courses in the form that opens at once."""
COURSES_FOLDER = "courses"
"""In the data folder: courses that were added to those of the program."""
CRASH_FILE = "crash.txt"
"""In the data folder: the report on the program's latest fault."""
KEY_FILE = "signing.key"
"""In the data folder: what signs the learner's completion records. It stays on this computer."""

OUTBOX_FILE = "lrs-outbox.db"
"""In the data folder: what of the learner's steps was sent to an LRS, if anything was."""


class CourseFolders(NamedTuple):
    """The two folders that hold courses side by side, each with one folder a course."""

    lessons: Path
    quizzes: Path


def shipped_courses() -> CourseFolders | None:
    """Return the courses of the wheel, else those at the top of a checkout, else None.

    Only the folder beside this very module counts: an editable install may have left a stale copy
    of the courses elsewhere.
    """
    package = Path(__file__).resolve().parent
    for top in (package / "courses", package.parent.parent):
        folders = CourseFolders(top / "lessons", top / "quizzes")
        if folders.lessons.is_dir():
            return folders
    return None


def data_folder(chosen: Path | None, environ: Mapping[str, str]) -> Path:
    """Return the folder for the learner's data.

    As chosen, as the environment says, or the usual one.
    """
    if chosen is not None:
        return chosen
    if named := environ.get(DATA_FOLDER_VARIABLE):
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("protectcourse", appauthor=False)
