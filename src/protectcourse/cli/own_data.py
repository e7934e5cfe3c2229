"""`export-mine`, `restore`, `erase`: what a learner can do with all that is kept of them."""

import sys
from pathlib import Path

from protectcourse.cli.output import say, say_aside
from protectcourse.clock import SystemClock
from protectcourse.progress.erasing import Traces, erase, find_traces
from protectcourse.progress.own_copy import write_own_copy
from protectcourse.progress.restoring import Restored, restore

REFUSED = 2
USUAL_NAME = "my-protectcourse-{day}.copy"


def export_mine(folder: Path, to: Path | None, *, replace: bool) -> int:
    """Write the learner's own copy of everything to a file; return the exit code."""
    target = _target(to)
    if refusal := _why_not(target, folder, replace=replace):
        say_aside(f"protectcourse: {refusal}")
        return REFUSED
    held = write_own_copy(folder, target)
    say(f"A copy of everything is in {target}.")
    say(f"It holds {_steps(len(held.entries))}: answers and what you typed, notes, bookmarks,")
    say("scores, decisions in cases, the exact times, and the name that you chose.")
    say("It is private, and not the file to hand in: keep it where only you can read it.")
    say("On another computer, bring it in with: protectcourse restore FILE")
    return 0


def restore_copy(folder: Path, file: Path) -> int:
    """Bring a copy into the data folder; return the exit code."""
    done = restore(folder, file, SystemClock())
    for line in _restored_words(done, file):
        say(line)
    return 0


def erase_all(folder: Path, *, sure: bool) -> int:
    """Show what would go, ask unless the learner is sure, erase it; return the exit code."""
    traces = find_traces(folder)
    if not traces.files:
        say(f"There is nothing to erase in {folder}.")
        return 0
    _show(traces, folder)
    if not sure:
        if not (sys.stdin and sys.stdin.isatty()):
            say_aside("protectcourse: nobody is here to be asked. To erase it all, add --yes.")
            return REFUSED
        if _ask("Type yes to erase it, or press Enter to keep it: ") != "yes":
            say("Nothing was erased.")
            return 0
    gone = erase(folder)
    say(f"Erased: {_count(len(gone.files), 'file')}. This cannot be undone.")
    say("Copies that you saved or handed in elsewhere are still there. A disk may keep traces")
    say("of removed files for a while; only an encrypted disk guards against that.")
    return 0


def _target(to: Path | None) -> Path:
    """Return the file to write: as named, or of the usual name in the folder named, or here."""
    usual = USUAL_NAME.format(day=SystemClock().today().isoformat())
    if to is None:
        return Path(usual)
    return to / usual if to.is_dir() else to


def _why_not(target: Path, folder: Path, *, replace: bool) -> str:
    """Return why a copy is not written to a file; empty where it can be."""
    if target.resolve().is_relative_to(folder.resolve()):
        return f"{target} is inside the data folder. A copy is of use elsewhere: name it with --to."
    if target.exists() and not target.is_file():
        return f"{target} is not a file that can be replaced. Name another with --to."
    if target.exists() and not replace:
        return f"{target} is there already. Name another with --to, or replace it with --yes."
    return ""


def _restored_words(done: Restored, file: Path) -> list[str]:
    """Return in words what came of bringing a copy in."""
    if not done.brought:
        return [f"Nothing in {file} is new here. Nothing was changed."]
    lines = [f"{_steps(done.brought)} were brought in from {file}. Start the course to go on."]
    if done.before:
        lines += [
            f"This computer had {_steps(done.before)} of its own: both are kept. A backup of the",
            "file as it was before is in the folder `backups` beside it.",
        ]
        if done.two_learners:
            lines += [
                "The two were begun apart. Should one be another person's: keep that backup",
                "elsewhere, erase, and restore the backup.",
            ]
    lines.append(f"{file} was not changed; you may remove it.")
    return lines


def _show(traces: Traces, folder: Path) -> None:
    say(f"This would be erased from {folder}:")
    for sort, paths in reversed(traces.own):
        if sort.words:
            say(f"  {sort.words} ({_count(len(paths), 'file')})")
    if traces.others:
        say(f"This is not about you, or not the program's, and stays: {', '.join(traces.others)}")
    say("To keep a copy first: protectcourse export-mine")


def _ask(question: str) -> str:
    say_aside(question)
    return sys.stdin.readline().strip()


def _steps(count: int) -> str:
    return _count(count, "saved step")


def _count(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
