"""Work on a data folder while no other program does: it waits for nobody's answers."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from protectcourse.errors import StoreError
from protectcourse.progress.lock import FileLock
from protectcourse.progress.opening import LOCK_NAME
from protectcourse.progress.reserve import with_reserve


@contextlib.contextmanager
def sole_use(folder: Path) -> Iterator[None]:
    """Keep other programs from writing in a folder for a while.

    Raises StoreError where one does so already, or where the folder cannot be written.
    """
    lock = FileLock(folder / LOCK_NAME)
    try:
        taken = with_reserve(folder, lock.take)
    except OSError as error:
        message = f"{folder} cannot be written ({error.strerror})"
        raise StoreError(message, "Nothing was changed.") from error
    if not taken:
        message = "another window of this program has your progress open"
        raise StoreError(message, "Close that one first, then try again. Nothing was changed.")
    try:
        yield
    finally:
        lock.release()


def is_in_use(folder: Path) -> bool:
    """Say whether a program has the progress file of a folder open; makes no file to find out."""
    path = folder / LOCK_NAME
    lock = FileLock(path)
    try:
        return path.exists() and not lock.take(0)
    except OSError:
        return False
    finally:
        lock.release()
