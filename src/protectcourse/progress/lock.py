"""A lock file: one program at a time writes a progress file."""

import os
import sys
import time
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

PATIENCE_SECONDS = 1.0
PAUSE_SECONDS = 0.05


class FileLock:
    """Held while a file is open for writing.

    Gone by itself when the program ends, however it ends.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def take(self, patience: float = PATIENCE_SECONDS) -> bool:
        """Take the lock, waiting a little if another program has it; say whether it was got.

        Raises OSError where the lock file cannot be made.
        """
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        end = time.monotonic() + patience
        while not _try_lock(handle):
            if time.monotonic() >= end:
                os.close(handle)
                return False
            time.sleep(PAUSE_SECONDS)
        self._handle = handle
        return True

    def release(self) -> None:
        """Give the lock back."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def _try_lock(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
