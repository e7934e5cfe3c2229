"""The one thread that writes, so that a slow disk freezes no key."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Writer:
    """Runs work that writes, in the order given, on one thread of its own."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writer")

    def submit(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Hand over some work; the result comes with the future."""
        return self._pool.submit(work, *args, **kwargs)

    def close(self) -> None:
        """Finish what was handed over, then end."""
        self._pool.shutdown(wait=True)
