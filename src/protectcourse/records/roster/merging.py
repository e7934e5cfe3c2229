"""A roster brought up to date by a file: what is new, changed, the same, and taken out."""

from collections.abc import Iterable
from typing import NamedTuple

from protectcourse.records.roster.row import RosterRow, name_key


class Merged(NamedTuple):
    """A roster after a file was taken in, in order, and what that changed."""

    rows: tuple[RosterRow, ...]
    new: tuple[RosterRow, ...]
    changed: tuple[RosterRow, ...]
    same: int
    taken_out: tuple[RosterRow, ...] = ()


def merge_roster(
    before: Iterable[RosterRow], rows: Iterable[RosterRow], *, replace: bool = False
) -> Merged:
    """Return a roster with the rows of a file added or put in place of theirs.

    A row is that of the same person and course; one with a learner's number also takes the place
    of the row that had the name alone. With `replace`, what the file does not have is taken out.
    """
    kept = {row.key: row for row in before}
    by_name = {(name_key(row.name), row.course): row for row in kept.values() if not row.learner}
    new, changed, same, named = [], [], 0, set()
    for row in rows:
        old = kept.get(row.key)
        if old is None and row.learner and row.name:
            old = by_name.pop((name_key(row.name), row.course), None)
            if old is not None:
                del kept[old.key]
        kept[row.key] = row
        named.add(row.key)
        if old is None:
            new.append(row)
        elif old == row:
            same += 1
        else:
            changed.append(row)
    gone = tuple(row for key, row in kept.items() if key not in named) if replace else ()
    rest = (row for key, row in kept.items() if key in named or not replace)
    return Merged(in_order(rest), tuple(new), tuple(changed), same, in_order(gone))


def in_order(rows: Iterable[RosterRow]) -> tuple[RosterRow, ...]:
    """Return rows in the order in which a roster is kept and written, however they came."""
    return tuple(sorted(rows, key=_place))


def _place(row: RosterRow) -> tuple[str, ...]:
    return (row.course, row.team, row.place, name_key(row.name), *row)
