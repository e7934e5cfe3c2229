"""Turns what pydantic says about a file into what its author can act on.

The annotations of the dataclasses and the file's own tree are walked side by side, so that each
message has the line and column of the value it speaks of and knows which keys belong there.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic_core import ErrorDetails

from protectcourse.course.yaml_reader import Block, Place, Series, Value
from protectcourse.findings import Finding, ValuePath, did_you_mean
from protectcourse.shapes import NotAnIdError, ToldApartBy, yaml_key


def explain(error: ErrorDetails, root: type, tree: Value) -> Finding:
    """Return the finding behind one error of pydantic's, in the author's words."""
    spot = _Spot.reach(root, tree, error["loc"])
    code, message, hint = _say(error, spot)
    at_key = error["type"] == "unexpected_keyword_argument" or spot.is_key
    return Finding(code=code, path=spot.path, message=message, hint=hint, at_key=at_key)


def place_of(tree: Value, path: ValuePath, *, at_key: bool = False) -> Place:
    """Return where the value at `path` stands, or the nearest thing above it."""
    place = tree.place if isinstance(tree, Block | Series) else Place(1, 1)
    for step in path:
        if isinstance(tree, Block) and step in tree:
            places = tree.keys_at if at_key and step == path[-1] else tree.values_at
            place, tree = places[str(step)], tree[str(step)]
        elif isinstance(tree, Series) and isinstance(step, int) and step < len(tree):
            place, tree = tree.values_at[step], tree[step]
        else:
            break
    return place


class _Spot:
    """Where an error points: the path in the file, the value there, the class it was read as."""

    def __init__(self, kind: Any, value: Value) -> None:
        self.kind = _bare(kind)
        self.value = value
        self.owner: type | None = None
        self.path: ValuePath = ()
        self.is_key = False

    @classmethod
    def reach(cls, root: type, tree: Value, loc: tuple[int | str, ...]) -> "_Spot":
        """Follow pydantic's location, without the names of kinds that it puts in between."""
        spot = cls(root, tree)
        for step in loc:
            spot._take(step)
        return spot

    def _take(self, step: int | str) -> None:
        if step == "[key]":
            self.is_key = True
            return
        if isinstance(self.kind, _Union) and step in self.kind.kinds:
            self.kind = self.kind.kinds[str(step)]
            return
        if is_dataclass(self.kind):
            self.owner = self.kind  # type: ignore[assignment]
            self.kind = _bare(_hints(self.kind).get(str(step)))  # type: ignore[arg-type]
        else:
            self.kind = _bare(_inside(self.kind))
        self.path = (*self.path, step)
        self.value = _value_at(self.value, step)

    @property
    def keys(self) -> list[str]:
        """The keys that belong where the last step was taken."""
        return list(_hints(self.owner)) if self.owner else []


class _Union:
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
def _hints(owner: Any) -> dict[str, Any]:
    """Return the annotation of each key of a dataclass."""
    hints = get_type_hints(owner, include_extras=True)
    return {yaml_key(part.name): hints[part.name] for part in fields(owner)}


def _bare(kind: Any) -> Any:
    """Return an annotation without `Annotated` and `| None`; a told-apart union as a `_Union`."""
    if get_origin(kind) is Annotated:
        inner, *marks = get_args(kind)
        for mark in marks:
            if isinstance(mark, ToldApartBy):
                return _Union(mark.kinds(inner))
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


def _say(error: ErrorDetails, spot: _Spot) -> tuple[str, str, str]:
    """Return code, message and hint."""
    last = str(spot.path[-1]) if spot.path else ""
    context = error.get("ctx", {})
    match error["type"]:
        case "missing":
            return "C011", f"`{last}` is missing", f"Add `{last}:` to this part of the file."
        case "unexpected_keyword_argument":
            known = ", ".join(f"`{key}`" for key in spot.keys)
            hint = did_you_mean(last, spot.keys) or f"Known here: {known}."
            return "C010", f"`{last}` is not a key that belongs here", hint
        case "union_tag_invalid" | "union_tag_not_found":
            return _say_kind(spot)
        case "literal_error":
            return _say_choice(spot, str(context.get("expected", "")))
        case "value_error":
            reason = context.get("error")
            code = "C014" if isinstance(reason, NotAnIdError) else "C012"
            return code, f"`{last}`: {reason}", ""
        case "too_short" | "too_long" | "string_too_short" | "string_too_long":
            return "C013", *_say_length(error["type"], last, context)
        case "greater_than_equal" | "less_than_equal":
            bound = f"at least {context['ge']}" if "ge" in context else f"at most {context['le']}"
            return "C013", f"`{last}` must be {bound}", ""
        case wrong:
            return _say_type(wrong, last, spot.value)


def _say_kind(spot: _Spot) -> tuple[str, str, str]:
    """Say that a question, page or node is of no known kind."""
    if not isinstance(spot.value, Block):
        return _say_type("dataclass_type", str(spot.path[-1]), spot.value)
    kinds = list(spot.kind.kinds) if isinstance(spot.kind, _Union) else []
    key = "type" if "scene" in kinds else "kind"
    code = {"one": "Q001", "scene": "S018"}.get(kinds[0] if kinds else "", "C012")
    listed = ", ".join(f"`{kind}`" for kind in kinds)
    given = spot.value.get(key)
    if given is None:
        return "C011", f"`{key}` is missing", f"Say which: {listed}."
    spot.path = (*spot.path, key)
    hint = did_you_mean(str(given), kinds) or f"Known: {listed}."
    return code, f"`{given}` is not a known {key}", hint


def _say_choice(spot: _Spot, expected: str) -> tuple[str, str, str]:
    """Say that a word is not one of a closed list."""
    known = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
    listed = ", ".join(f"`{word}`" for word in known)
    given = spot.value if isinstance(spot.value, str) else ""
    what = f"`{given[:40]}` is not one of {listed}" if given else f"one of {listed} is wanted here"
    return "C012", what, did_you_mean(given, known)


def _say_length(kind: str, last: str, context: Mapping[str, Any]) -> tuple[str, str]:
    """Say that a text or a list is too short or too long."""
    what = "characters" if kind.startswith("string") else "entries"
    if kind.endswith("short"):
        least = context.get("min_length", 1)
        if least == 1:
            return f"`{last}` is empty", "Write something, or leave the key out."
        return f"`{last}` needs at least {least} {what}", ""
    return f"`{last}` may have at most {context.get('max_length')} {what}", ""


def _say_type(wrong: str, last: str, value: Value) -> tuple[str, str, str]:
    """Say that a value is of the wrong sort."""
    if value is None:
        return "C012", f"nothing stands after `{last}:`", "Write a value, or leave the key out."
    if wrong.startswith("string"):
        wanted, mend = "text", "If it is a sentence with a colon, put it below a `|`."
    elif wrong.startswith(("tuple", "list", "iterable", "arguments")):
        wanted, mend = "a list", "Write one entry per line, each behind `- `."
    elif wrong.startswith(("dict", "mapping", "dataclass")):
        wanted, mend = "keys with values", "Write `key: value` below it, indented."
    else:
        wanted, mend = "a number" if wrong.startswith(("int", "decimal")) else "another value", ""
    found = {Block: "keys with values", Series: "a list"}.get(type(value), "text")
    return "C012", f"`{last}` wants {wanted}, and {found} stands here", mend
