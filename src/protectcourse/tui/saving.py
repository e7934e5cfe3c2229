"""Runs what a session does on another thread, so that a slow disk freezes no key."""

import asyncio
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from protectcourse.progress.writer import Writer
from protectcourse.tui.widgets.bars import TitleBar

P = ParamSpec("P")
T = TypeVar("T")
PATIENCE_SECONDS = 1.0
SAVING = "saving …"


class Saving:
    """Hands a session's work to the one writing thread and waits for it, keys staying alive."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def later(self, work: Callable[[], object]) -> None:
        """Do some work before all that follows, without waiting for it."""
        self._writer.submit(work)

    async def run(
        self, bar: TitleBar, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Do some work of a session; after a second say in the title that it is being saved."""
        future = asyncio.wrap_future(self._writer.submit(work, *args, **kwargs))
        try:
            return await asyncio.wait_for(asyncio.shield(future), PATIENCE_SECONDS)
        except TimeoutError:
            if future.done():
                raise
        before = bar.right
        bar.show(right=SAVING)
        try:
            return await future
        finally:
            bar.show(right=before)
