"""Starts the coordinator's view of a register."""

from pathlib import Path
from tempfile import gettempdir

from protectcourse.clock import Clock
from protectcourse.crash import Ending
from protectcourse.records.register.address import is_address, read_address
from protectcourse.records.register.register import Register
from protectcourse.records.standing.contents import read_contents
from protectcourse.records.standing.survey import make_survey
from protectcourse.tui.app import run_full_screen
from protectcourse.tui.register.app import RegisterApp

TITLE = "Register"
CRASH_FOLDER = "protectcourse-register"
"""In the system's folder for temporary files: where a report on a fault goes."""


def show_register(register: Register, where: str, clock: Clock) -> Ending:
    """Show a register until the coordinator leaves. Raises RecordError where it cannot be read."""
    survey = make_survey(read_contents(register), clock.today().isoformat())
    app = RegisterApp(register, f"{TITLE} {called(where)}", survey)
    return run_full_screen(app, Path(gettempdir()) / CRASH_FOLDER)


def called(where: str) -> str:
    """Return what a register is called: the name of its file, or of its database alone."""
    if not is_address(where):
        return Path(where).name
    return read_address(where).shown.rstrip("/").rpartition("/")[2].rpartition("@")[2]
