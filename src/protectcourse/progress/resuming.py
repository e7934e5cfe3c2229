"""Opens a learner's progress file and reads what the log amounts to."""

from pathlib import Path

from protectcourse.clock import Clock
from protectcourse.errors import StoreError
from protectcourse.progress.keeping import read_progress
from protectcourse.progress.opening import open_store
from protectcourse.progress.projections import Progress
from protectcourse.progress.store import Store


def open_progress(folder: Path, clock: Clock) -> tuple[Store, Progress]:
    """Return the open file and the progress in it.

    A start looks only at the newest entries; damage before them that shows in reading has the file
    opened once more, which then checks and mends all of it. Raises StoreError as `open_store` does.
    """
    store = open_store(folder, clock)
    try:
        return store, read_progress(store)
    except StoreError:
        store.close()
    store = open_store(folder, clock)
    return store, read_progress(store)
