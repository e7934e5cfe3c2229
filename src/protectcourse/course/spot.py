"""Where an error of pydantic's points: in the file's own tree, and among what may stand there.

The annotations of the dataclasses and the tree are walked side by side.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from protectcourse.course.yaml_reader import Block, Series, Value
from protectcourse.findings import ValuePath
from protectcourse.shapes import ToldApartBy, yaml_key


class Spot:
    """Where an error points: the path in the file, the value there, the class it was read as."""

    def __init__(self, kind: Any, value: Value) -> None:
        self.kind = _bare(kind)
        self.value = value
        self.owner: type | None = None
        self._rivals: Mapping[str, type] = {}
        """The kinds among which the part that holds the value is one."""
        self.path: ValuePath = ()
        self.is_key = False

    @classmethod
    def reach(cls, root: type, tree: Value, loc: tuple[int | str, ...]) -> "Spot":
        """Follow pydantic's location, without the names of kinds that it puts in between."""
        spot = cls(root, tree)
        for step in loc:
            spot._take(step)
        return spot

    def _take(self, step: int | str) -> None:
        if step == "[key]":
            self.is_key = True
            return
        if isinstance(self.kind, UnionOfKinds) and step in self.kind.kinds:
            self._rivals = self.kind.kinds
            self.kind = self.kind.kinds[str(step)]
            return
        if is_dataclass(self.kind):
            if self.kind not in self._rivals.values():
                self._rivals = {}
            self.owner = self.kind  # type: ignore[assignment]
            self.kind = _bare(keys_of(self.kind).get(str(step)))  # type: ignore[arg-type]
        else:
            self.kind = _bare(_inside(self.kind))
        self.path = (*self.path, step)
        self.value = _value_at(self.value, step)

    @property
    def keys(self) -> list[str]:
        """The keys that belong where the last step was taken."""
        return list(keys_of(self.owner)) if self.owner else []

    def kinds_with(self, key: str) -> list[str]:
        """Return the other kinds of the part that have a key."""
        return [name for name, kind in self._rivals.items() if key in keys_of(kind)]


class UnionOfKinds:
    """A union of dataclasses told apart by a key."""

    def __init__(self, kinds: Mapping[str, type]) -> None:
        self.kinds = kinds


def _value_at(value: Value, step: int | str) -> Value:
    if isinstance(value, Block) and isinstance(step, str):
        return value.get(step)
    if isinstance(value, Series) and isinstance(step, int) and step < len(value):
        return value[step]
    return None


@cache
def keys_of(owner: Any) -> dict[str, Any]:
    """Return the annotation of each key of a dataclass."""
    hints = get_type_hints(owner, include_extras=True)
    return {yaml_key(part.name): hints[part.name] for part in fields(owner)}


def _bare(kind: Any) -> Any:
    """Return an annotation without `Annotated` and `| None`; a union told apart as its kinds."""
    if get_origin(kind) is Annotated:
        inner, *marks = get_args(kind)
        for mark in marks:
            if isinstance(mark, ToldApartBy):
                return UnionOfKinds(mark.kinds(inner))
        return _bare(inner)
    if get_origin(kind) in {Union, UnionType}:
        members = [member for member in get_args(kind) if member is not type(None)]
        return _bare(members[0]) if len(members) == 1 else kind
    return kind


def _inside(kind: Any) -> Any:
    """Return the annotation of what a mapping or a tuple holds."""
    parts = get_args(kind)
    if not parts:
        return None
    return parts[1] if get_origin(kind) in {dict, Mapping} else parts[0]
