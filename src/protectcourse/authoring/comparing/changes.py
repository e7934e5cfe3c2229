"""What changed between two versions of one file, whatever its kind: facts, without words."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeVar

from protectcourse.authoring.comparing.going_on import GoingOn

How = Literal["added", "removed", "renamed", "changed", "reworded"]
T = TypeVar("T")
UNMET = "no learner meets it"
"""The detail of a change for which no version has to be raised."""


class Change(NamedTuple):
    """One thing that differs."""

    how: How
    what: str
    """What sort of thing it is: a node, a question, a page."""
    id: str
    detail: str = ""
    """The old id of what was renamed; of what was changed the parts of it that differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitChanges:
    """How one file differs from its older version."""

    kind: str
    """The first key of the file, such as `quiz`."""
    id: str
    changes: tuple[Change, ...] = ()
    version: tuple[int, int] | None = None
    """The old version and the new, of a file that states one."""
    flow: bool = False
    """Of a case: whether more than its words differ."""
    plays: tuple[GoingOn, ...] = ()
    """Of a case whose flow differs: whether plays under way could go on."""

    @property
    def is_unraised(self) -> bool:
        """Whether something that learners meet differs and the version is not a later one."""
        if self.version is None or all(change.detail == UNMET for change in self.changes):
            return False
        before, after = self.version
        return after <= before


def compare_entries(
    what: str,
    old: Mapping[str, T],
    new: Mapping[str, T],
    was: Callable[[T], str | None] = lambda _: None,
) -> Iterator[Change]:
    """Give the ids that were added, removed or renamed, in the order of the files."""
    names = renames(old, new, was)
    for name in new:
        if name in names:
            yield Change("renamed", what, name, names[name])
        elif name not in old:
            yield Change("added", what, name)
    kept = {*new, *names.values()}
    yield from (Change("removed", what, name) for name in old if name not in kept)


def renames(
    old: Mapping[str, T], new: Mapping[str, T], was: Callable[[T], str | None]
) -> dict[str, str]:
    """Return the new ids that stand for old ones which are no more."""
    return {
        name: before
        for name, one in new.items()
        if name not in old and (before := was(one)) and before in old and before not in new
    }


def pairs(
    old: Mapping[str, T], new: Mapping[str, T], was: Callable[[T], str | None]
) -> Iterator[tuple[str, T, T]]:
    """Give what both versions have, under whatever id: the new id, the old value, the new one."""
    names = renames(old, new, was)
    for name, one in new.items():
        before = names.get(name, name)
        if before in old:
            yield name, old[before], one


def differing_parts(old: object, new: object, apart: Iterable[str] = ()) -> list[str]:
    """Return the keys of two values of one class that differ, without some that are told apart."""
    fields: Iterable[str] = getattr(new, "__dataclass_fields__", ())
    return [
        name.rstrip("_")
        for name in fields
        if name not in set(apart) and getattr(old, name, None) != getattr(new, name)
    ]
