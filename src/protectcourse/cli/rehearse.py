"""Plays the scripts of cases and quizzes again, or records a new one."""

from pathlib import Path

from protectcourse.authoring.trying.preview_target import find_target
from protectcourse.authoring.trying.rehearsal import Rehearsed, RehearsedFile, rehearse
from protectcourse.authoring.trying.script_writing import Script, add_script, check_name
from protectcourse.cli.output import say, say_aside
from protectcourse.cli.preview import refuse_terminal
from protectcourse.clock import SystemClock
from protectcourse.course.file_reading import peek_kind
from protectcourse.errors import ContentError
from protectcourse.study.preview_scripts import read_script

NOT_TO_THE_END = (
    "Nothing was recorded. Play to the end, with an answer to every question, then leave with Esc."
)
RECORDING = "Recording"
OK, DIFFERS = "ok", "differs"
SEED = 0
"""By which scripts are played, so that what is drawn at the start of a case is the same again."""


def rehearse_path(path: Path) -> int:
    """Play every script that a path leads to, say how each went, and return the exit code."""
    files = list(rehearse(path))
    for file in files:
        _say_file(file)
    scripts = [one for file in files for one in file.scripts]
    differ = sum(bool(one.differs) for one in scripts)
    unread = sum(bool(file.problems) for file in files)
    say(_summary(len(scripts), differ, unread))
    return 1 if any(file.has_failed for file in files) else 0


def record_script(path: Path, name: str) -> int:
    """Let the author play a case or a quiz, add a script of it to the file; return the exit code.

    Raises ContentError where that cannot be.
    """
    target = find_target(path)
    if not target.is_unit or peek_kind(path) not in {"scenario", "quiz"}:
        raise ContentError(f"{path} is neither a case nor a quiz", "Name the file of one.")
    check_name(path, name)
    if (refusal := refuse_terminal()) is not None:
        return refusal

    from protectcourse.tui.preview_starting import preview
    from protectcourse.tui.preview_units import Wish

    shown = preview(target, Wish(seed=SEED), SystemClock(), RECORDING)
    if shown.ending.message:
        say_aside(shown.ending.message)
    if shown.ending.exit_code:
        return shown.ending.exit_code
    played = read_script(shown.enrolment, shown.unit) if shown.unit is not None else None
    if played is None:
        say_aside(NOT_TO_THE_END)
        return 1
    line = add_script(path, Script(name, played.played, played.expect))
    say(f"{path}:{line}: added the script `{name}`, which expects `{played.expect}`.")
    return 0


def _say_file(file: RehearsedFile) -> None:
    for problem in file.problems:
        place = f"{problem.file}:{problem.line}:{problem.column}"
        say(f"{place}: {problem.severity} {problem.code}: {problem.message}")
        if problem.hint:
            say(f"    {problem.hint}")
    for script in file.scripts:
        _say_script(script)


def _say_script(script: Rehearsed) -> None:
    place = f"{script.place.file}:{script.place.line}:{script.place.column}"
    verdict = DIFFERS if script.differs else OK
    say(f"{place}: {verdict}: {script.name}: {script.went}")
    if script.differs:
        say(f"    {script.differs}")


def _summary(scripts: int, differ: int, unread: int) -> str:
    if not scripts and not unread:
        return "Nothing to rehearse: no case or quiz here has `tests:`."
    parts = []
    if scripts:
        parts.append(f"{scripts} script{'' if scripts == 1 else 's'} played")
        parts.append(
            f"{differ} differ{'s' if differ == 1 else ''}" if differ else "all as expected"
        )
    if unread:
        parts.append(f"{unread} file{'' if unread == 1 else 's'} with errors could not be played")
    return ", ".join(parts) + "."
