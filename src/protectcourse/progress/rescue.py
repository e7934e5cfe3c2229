"""A copy of everything, elsewhere, when the progress file cannot take it."""

import sqlite3
from pathlib import Path

from protectcourse.atomic import make_private_folder
from protectcourse.clock import Clock
from protectcourse.errors import StoreError
from protectcourse.progress.database import connect
from protectcourse.progress.recovery import clear_log, write_log
from protectcourse.progress.store import FILE_NAME, Holdings, Store

HINT = "Name another folder."


def rescue(store: Store, folder: Path, clock: Clock) -> Path:
    """Write all that a store holds to a progress file in another folder; return where it stands.

    What waits goes on in a chain of its own there: the first file may be used again, and then
    gives the same numbers to other steps. Raises StoreError.
    """
    path = folder / FILE_NAME
    made = path.with_suffix(".new")
    try:
        make_private_folder(folder)
        if path.exists():
            raise StoreError(f"{folder} has a progress file already")
        _write(made, store.holdings(), clock)
        made.replace(path)
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise StoreError(f"{folder} cannot be written ({reason})", HINT) from error
    except StoreError as error:
        raise StoreError(error.message, HINT) from error
    finally:
        clear_log(made)
    return path


def _write(path: Path, held: Holdings, clock: Clock) -> None:
    write_log(path, held.saved, held.profile)
    copy = Store(path, connect(path), clock, writable=True)
    try:
        copy.begin_device()
        copy.adopt(held.waiting)
    finally:
        copy.close()
