"""Reads what is previewed again after each save, beside the screen that shows it.

Two threads: one reads and is quick, so that the author sees the new words within a second; one
tries every way through a case and checks the writing, which may take its time. Neither touches the
screen; what they find waits to be taken.
"""

from collections.abc import Iterator
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import NamedTuple

from protectcourse.authoring.trying.preview_edition import Edition, read_edition
from protectcourse.authoring.trying.preview_target import PreviewTarget
from protectcourse.authoring.watching import KeptFiles, look_at_files, watch
from protectcourse.course.problems import Problem

PAUSE_SECONDS = 0.1
"""Between two looks at the files."""


class Findings(NamedTuple):
    """All that `check` says of what is previewed."""

    problems: tuple[Problem, ...]


class PreviewWatch:
    """The files of a preview, looked at until it is stopped."""

    def __init__(self, target: PreviewTarget) -> None:
        self._target = target
        self._seen = look_at_files((target.path,))
        self._checked = self._seen
        self._news: SimpleQueue[Edition | Findings] = SimpleQueue()
        self._kept = KeptFiles(deeply=False)
        self._stopped = Event()

    def read(self) -> Edition:
        """Read the files as they stand: before it is started, and then whenever they change."""
        return read_edition(self._target, self._kept)

    def start(self) -> None:
        """Begin to look. The threads end with the program, whatever they are at."""
        for work in (self._follow, self._check):
            Thread(target=work, daemon=True).start()

    def stop(self) -> None:
        """Look no more."""
        self._stopped.set()

    def news(self) -> Iterator[Edition | Findings]:
        """Give what has been found since the last time."""
        while True:
            try:
                yield self._news.get_nowait()
            except Empty:
                return

    def _follow(self) -> None:
        """Read the files whenever they have changed and are no longer being written."""
        paths = (self._target.path,)
        latest = self._seen
        while not self._stopped.wait(PAUSE_SECONDS):
            before, latest = latest, look_at_files(paths)
            if latest == before and latest != self._seen:
                self._seen = latest
                self._news.put(self.read())

    def _check(self) -> None:
        """Check the files now, and again after each save."""
        with suppress(_StoppedError):
            for change in watch((self._target.path,), self._rest):
                if look_at_files((self._target.path,)) == self._checked:
                    self._news.put(Findings(change.checked.problems))

    def _rest(self, seconds: float) -> None:
        """Wait, then note what is checked next: what has changed meanwhile is checked again."""
        if self._stopped.wait(seconds):
            raise _StoppedError
        self._checked = look_at_files((self._target.path,))


class _StoppedError(Exception):
    """Nobody looks at the preview any more."""
