"""A little room kept back in the data folder, for what must work on a full disk too."""

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
FILE_NAME = "reserve"
SIZE = 64 * 1024
LEFT_BESIDE = 4 * SIZE
"""Room that must stay free beside the reserve: answers come first."""


def keep_reserve(folder: Path) -> None:
    """Make the reserve unless there is one. Where there is no room or no right, there is none."""
    path = folder / FILE_NAME
    with contextlib.suppress(OSError):
        if path.exists() or shutil.disk_usage(folder).free < SIZE + LEFT_BESIDE:
            return
        try:
            handle = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(os.urandom(SIZE))  # zeros take no room on a disk that compresses
        except OSError:
            path.unlink()
            raise


def with_reserve(folder: Path, work: Callable[[], T]) -> T:
    """Do some work that writes; where it fails, give the reserve up and do it once more.

    The work must be one that can be repeated. Raises what the work raises.
    """
    try:
        return work()
    except (OSError, sqlite3.OperationalError):
        if not give_up_reserve(folder):
            raise
    return work()


def give_up_reserve(folder: Path) -> bool:
    """Let the reserve go, say whether there was one; the next start makes another."""
    with contextlib.suppress(OSError):
        (folder / FILE_NAME).unlink()
        return True
    return False
