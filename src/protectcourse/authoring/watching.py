"""Watches the files of a course and checks it again whenever one of them is saved.

What has been read stays in memory: a save costs the reading of one file, and what the whole course
shows. Asking for times and sizes a few times a second needs no library, and works on every disk.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from protectcourse.authoring.checking import Checked, check_paths
from protectcourse.course.checked_file import Check, CheckedFile, file_checker
from protectcourse.course.folders import select
from protectcourse.course.problems import Problem
from protectcourse.errors import ContentError

PAUSE_SECONDS = 0.2
"""Between two looks at the files."""
MOST_UNSETTLED = 5
"""Looks for which a check waits while a file is still being written."""
OF_FORM = "C00"
"""How the codes begin of what keeps a file from being read to its end."""


class Stamp(NamedTuple):
    """What changes when a file is saved, whether in place or by putting a new one there."""

    modified: int
    size: int
    inode: int


Stamps = dict[Path, Stamp]


@dataclass(frozen=True, slots=True)
class Change:
    """What a save has done."""

    files: tuple[Path, ...]
    """Those that were saved, added or removed; none at the first check."""
    checked: Checked
    new: tuple[Problem, ...]
    mended: int
    """How many problems are gone."""


class KeptFiles:
    """The files that have been checked, each until it changes; cases in all their ways `deeply`."""

    def __init__(self, *, deeply: bool = True) -> None:
        self._deeply = deeply
        self._kept: dict[tuple[Path, bool], tuple[Stamp, CheckedFile]] = {}

    def checker(self, follow_links: bool) -> Check:
        """Return what checks a file, or gives what is known of it."""
        read = file_checker(deeply=self._deeply, follow_links=follow_links)

        def check(path: Path) -> CheckedFile:
            stamp = _stamp(path)
            kept = self._kept.get((path, follow_links))
            if stamp is not None and kept is not None and kept[0] == stamp:
                return kept[1]
            checked = read(path)
            if stamp is not None:
                self._kept[path, follow_links] = stamp, checked
            return checked

        return check

    def forget_all_but(self, paths: set[Path]) -> None:
        """Let go of files that are no more."""
        self._kept = {key: kept for key, kept in self._kept.items() if key[0] in paths}


def watch(paths: tuple[Path, ...], sleep: Callable[[float], None]) -> Iterator[Change]:
    """Give the first check, then one after each save, for as long as anyone asks.

    `sleep` is given seconds. A file that is being written is waited for; a folder that is gone is
    waited for too.
    """
    kept = KeptFiles()
    seen = look_at_files(paths)
    checked = check_paths(paths, kept.checker)
    known = checked.problems
    yield Change((), checked, known, 0)
    while True:
        sleep(PAUSE_SECONDS)
        now = look_at_files(paths)
        if now == seen:
            continue
        now = wait_until_settled(paths, now, sleep)
        changed = tuple(sorted({path for path, _ in now.items() ^ seen.items()}))
        seen = now
        kept.forget_all_but(set(now))
        try:
            checked = check_paths(paths, kept.checker)
        except ContentError:  # a folder went away meanwhile; the next look will show it
            continue
        new, gone = _without(checked.problems, known), _without(known, checked.problems)
        hidden = _hidden(gone, checked.problems)
        yield Change(changed, checked, new, len(gone) - len(hidden))
        known = (*checked.problems, *hidden)


def wait_until_settled(
    paths: tuple[Path, ...], now: Stamps, sleep: Callable[[float], None]
) -> Stamps:
    """Return how the files are once two looks agree: a file half written is no mistake."""
    for _ in range(MOST_UNSETTLED):
        sleep(PAUSE_SECONDS)
        before, now = now, look_at_files(paths)
        if now == before:
            break
    return now


def look_at_files(paths: tuple[Path, ...]) -> Stamps:
    """Return the stamps of all files that the paths lead to at this moment."""
    found: Stamps = {}
    for path in paths:
        try:
            selections = select(path)
        except OSError:
            continue
        for selection in selections:
            files = selection.course.files() if selection.course else [selection.only or path]
            found |= {file: stamp for file in files if (stamp := _stamp(file)) is not None}
    return found


def _stamp(path: Path) -> Stamp | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return Stamp(status.st_mtime_ns, status.st_size, status.st_ino)


def _without(problems: tuple[Problem, ...], others: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return the problems that are not among others.

    A problem that an edit above it has only moved is the same problem.
    """
    known = Counter(map(_what, others))
    left = []
    for problem in problems:
        if known[_what(problem)]:
            known[_what(problem)] -= 1
        else:
            left.append(problem)
    return tuple(left)


def _hidden(gone: tuple[Problem, ...], after: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return the problems that cannot be seen while a mistake of form hides the file's rest."""
    unreadable = {one.file for one in after if one.code.startswith(OF_FORM)}
    return tuple(problem for problem in gone if problem.file in unreadable)


def _what(problem: Problem) -> tuple[str, str, str, str]:
    return problem.file, problem.code, problem.severity, problem.message
