"""`register`: everybody on the full screen; erases a learner, drops what is too old to be kept."""

import os
import shutil
import sys
from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from protectcourse.cli.agreement import is_sure
from protectcourse.cli.output import say, say_aside
from protectcourse.clock import SystemClock
from protectcourse.errors import SettingsError
from protectcourse.records.register.opening import open_register
from protectcourse.records.register.retaining import Dropped
from protectcourse.records.roster.matching import match_roster
from protectcourse.records.roster.row import name_key
from protectcourse.records.standing.contents import read_learners, read_rows
from protectcourse.tui.terminal import check_terminal, mend_terminal

REFUSED = 2
LEAST_OF_NUMBER = 4
READING = "Reading the register …"
_HINT = "`protectcourse register R` lists everybody; a number or its beginning names one."


def view(where: str) -> int:
    """Show everybody until the coordinator leaves; return the exit code."""
    size = shutil.get_terminal_size()
    refusal = check_terminal(os.environ, sys.stdin, sys.stdout, size)
    if refusal is not None:
        say_aside(refusal)
        say_aside("Without it: protectcourse report completion --register R")
        return REFUSED
    with open_register(where, SystemClock(), must_exist=True) as register:
        mend_terminal(sys.stdin.fileno())
        say_aside(READING)

        from protectcourse.tui.register.starting import show_register

        ending = show_register(register, where, SystemClock())
    if ending.message:
        say_aside(ending.message)
    return ending.exit_code


def erase(where: str, named: str, *, sure: bool) -> int:
    """Erase a learner from a register, after asking; return the exit code."""
    with open_register(where, SystemClock(), must_exist=True) as register:
        learners = read_learners(register)
        learner = find_learner(named, learners)
        rows = read_rows(register)
        matches = zip(rows, match_roster(rows, learners), strict=True)
        kept = [row for row, match in matches if match.learner != learner]
        called = learners[learner] or "no name given"
        say(f"Learner {learner} ({called})")
        say("All that was handed in of them goes, and their rows of the roster. What they hand in")
        say("later is not taken in any more. This cannot be undone.")
        if not is_sure("Erase it?", sure=sure):
            return REFUSED if not _can_ask() else 0
        events = register.erase(learner)
        register.set_roster(kept)
    say(f"Erased: {_count(events, 'event')}, {_count(len(rows) - len(kept), 'row')} of the roster.")
    say("The hand-in files themselves, and reports made before, are still where you keep them.")
    return 0


def retain(where: str, months: int, *, keep_completions: bool, sure: bool) -> int:
    """Drop what is older than so many months, after asking; return the exit code."""
    before = first_day_kept(SystemClock().today(), months)
    with open_register(where, SystemClock(), must_exist=True) as register:
        found = register.find_old(before, keep_completions=keep_completions)
        if not found.events and not found.names:
            say(f"There is nothing from before {before} to drop.")
            return 0
        _say_old("From before", before, found)
        if found.completions:
            say("  Who has completed would be lost. To keep that, add --keep-completions.")
        if not is_sure("Drop it?", sure=sure):
            return REFUSED if not _can_ask() else 0
        dropped = register.drop_old(before, keep_completions=keep_completions)
    _say_old("Dropped, from before", before, dropped)
    say("The hand-in files themselves, and reports made before, are still where you keep them.")
    return 0


def find_learner(named: str, learners: Mapping[str, str]) -> str:
    """Return the learner of a number, of its beginning, or of a name that nobody else has.

    Raises SettingsError.
    """
    wanted = named.strip().lower()
    by_number = [one for one in learners if one.startswith(wanted)]
    found = by_number if len(wanted) >= LEAST_OF_NUMBER else []
    found = found or [one for one, name in learners.items() if name_key(name) == name_key(named)]
    if len(found) == 1 and wanted:
        return found[0]
    if len(found) > 1:
        raise SettingsError(f"`{named}` may be {_count(len(found), 'learner')}", _HINT)
    raise SettingsError(f"there is no learner `{named}` in the register", _HINT)


def first_day_kept(today: date, months: int) -> str:
    """Return the day so many months before another, or the last of that month if it is shorter."""
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    if year < 1:
        return date.min.isoformat()
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1])).isoformat()


def _say_old(words: str, before: str, old: Dropped) -> None:
    say(f"{words} {before}: {_count(old.events, 'event')}")
    if old.completions:
        say(f"  among them {_count(old.completions, 'completion')}")
    if old.names:
        say(f"  the names given in {_count(old.names, 'hand-in file')}")


def _can_ask() -> bool:
    return bool(sys.stdin and sys.stdin.isatty())


def _count(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
