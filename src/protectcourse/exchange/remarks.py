"""Collects what of one question does not come over as it stands."""

from protectcourse.exchange.carried import LeftOut
from protectcourse.exchange.foreign.foreign_text import CarriedText
from protectcourse.plain_text import UNCLEAN

LONGEST_ITEM = 60


def short_item(text: str) -> str:
    """Return a title or a stem as a list names it: on one line, cleaned, at most 60 characters."""
    line = " ".join(UNCLEAN.sub("", text).split())
    return line if len(line) <= LONGEST_ITEM else line[: LONGEST_ITEM - 1].rstrip() + "…"


class Remarks:
    """What is to be said of one question of a file."""

    def __init__(self, item: str, line: int) -> None:
        self._item, self._line = short_item(item), line
        self._made: list[LeftOut] = []

    def lost(self, what: str, line: int | None = None) -> None:
        """Say what was not carried."""
        self._add(what, line, lost=True)

    def changed(self, what: str, line: int | None = None) -> None:
        """Say what was carried in another form."""
        self._add(what, line, lost=False)

    def take(self, carried: CarriedText, where: str, line: int | None = None) -> str:
        """Return a carried text, having said what of it was lost or changed."""
        for what in carried.lost:
            self.lost(f"Not carried from {where}: {what}.", line)
        for what in carried.changed:
            self.changed(f"Changed in {where}: {what}.", line)
        return carried.text

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """All that was said, in the order of the lines."""
        return tuple(sorted(self._made, key=lambda one: one.line))

    def _add(self, what: str, line: int | None, *, lost: bool) -> None:
        at = self._line if line is None else line
        self._made.append(LeftOut(line=at, item=self._item, what=what, lost=lost))
