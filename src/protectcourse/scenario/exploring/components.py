"""Which places of a graph lead round to each other (strongly connected components)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Successors = Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True)
class Components:
    """The groups of places that lead round to each other; most groups are one place alone."""

    of: tuple[int, ...]
    """For each place its group. A group leads only to groups with lower numbers."""
    members: tuple[tuple[int, ...], ...]
    """For each group its places."""

    def loops(self, group: int, successors: Successors) -> bool:
        """Say whether a play can come round again within a group."""
        first, *others = self.members[group]
        return bool(others) or first in successors[first]


def find_components(successors: Successors) -> Components:
    """Return the groups of a graph (Tarjan's way, without recursion: a graph may be deep)."""
    return _Search(successors).result()


class _Search:
    """One walk through a graph."""

    def __init__(self, successors: Successors) -> None:
        self._successors = successors
        self._number = [-1] * len(successors)
        self._lowest = [0] * len(successors)
        self._group = [-1] * len(successors)
        self._open: list[int] = []
        self._groups: list[tuple[int, ...]] = []
        self._found = 0

    def result(self) -> Components:
        for place in range(len(self._successors)):
            if self._number[place] < 0:
                self._walk(place)
        return Components(tuple(self._group), tuple(self._groups))

    def _walk(self, first: int) -> None:
        way: list[tuple[int, Iterator[int]]] = [self._enter(first)]
        while way:
            place, following = way[-1]
            for other in following:
                if self._number[other] < 0:
                    way.append(self._enter(other))
                    break
                if self._group[other] < 0:
                    self._lowest[place] = min(self._lowest[place], self._number[other])
            else:
                way.pop()
                if way:
                    above = way[-1][0]
                    self._lowest[above] = min(self._lowest[above], self._lowest[place])
                if self._lowest[place] == self._number[place]:
                    self._close(place)

    def _enter(self, place: int) -> tuple[int, Iterator[int]]:
        self._number[place] = self._lowest[place] = self._found
        self._found += 1
        self._open.append(place)
        return place, iter(self._successors[place])

    def _close(self, place: int) -> None:
        members: list[int] = []
        while place not in members[-1:]:
            members.append(self._open.pop())
            self._group[members[-1]] = len(self._groups)
        self._groups.append(tuple(members))
