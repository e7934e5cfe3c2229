"""A progress file that is none: for an author who looks at a course as a learner would."""

from pathlib import Path

from protectcourse.clock import Clock
from protectcourse.progress.store import Store


def open_throwaway(clock: Clock) -> Store:
    """Return a store that keeps everything in memory, and with its end nothing."""
    store = Store(Path(), None, clock, writable=False)
    store.set_profile("language", "en")
    return store
