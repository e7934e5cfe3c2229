"""How the values of a course file are written: the shapes that its dataclasses are annotated with.

A course file holds text only; the field decides what it means (``1977`` is a number where a number
is wanted and text where text is). Each shape below knows how pydantic is to read such a text. They
are plain objects, so that a course already compiled opens without pydantic: it asks them for their
schema only when a file is read.

Usage: ``minutes: Minutes``, ``options: Annotated[Mapping[Id, Option], Between(2, 8)]``.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, ClassVar, get_args


def yaml_key(field: str) -> str:
    """Return the key that a field has in a file.

    `pass_` is `pass`, which Python keeps for itself.
    """
    return field.removesuffix("_")


FILE_SHAPE = {"extra": "forbid", "hide_input_in_errors": True, "alias_generator": yaml_key}
"""The pydantic configuration of every dataclass that is read from a file."""

UNIT_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9.\-]{0,63}")
PART_ID = re.compile(r"[a-z0-9][a-z0-9_\-]{0,63}")
CASE_ID = re.compile(r"[a-z][a-z0-9_]{0,63}")

WHOLE = re.compile(r"[+-]?[0-9]{1,15}")
DECIMAL = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,15})?")


class NotAnIdError(ValueError):
    """A key or value that is to be an id has letters or signs that ids do not have."""


def _read_first(read: Callable[[Any], Any], schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schema that passes a value through `read` before checking it."""
    return {
        "type": "function-before",
        "function": {"type": "no-info", "function": read},
        "schema": dict(schema),
    }


@dataclass(frozen=True)
class Words:
    """Text of `least` to `most` characters, kept as written."""

    least: int = 1
    most: int = 50_000

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> dict[str, Any]:
        return {"type": "str", "strict": True, "min_length": self.least, "max_length": self.most}


@dataclass(frozen=True)
class Identifier:
    """A word of the given form: an id that the author chose, or a level, a date and the like."""

    form: re.Pattern[str]
    says: str
    known: tuple[str, ...] = ()
    """All that there are, where they are few."""
    is_id: bool = True

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> dict[str, Any]:
        return _read_first(self._checked, {"type": "str", "strict": True})

    def _checked(self, value: object) -> object:
        if isinstance(value, str) and not self.form.fullmatch(value):
            raise NotAnIdError(self.says) if self.is_id else ValueError(self.says)
        return value


@dataclass(frozen=True)
class WholeNumber:
    """A whole number from `least` to `most`."""

    least: int = 0
    most: int = 1_000_000

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> dict[str, Any]:
        return _read_first(
            self._read, {"type": "int", "strict": True, "ge": self.least, "le": self.most}
        )

    def _read(self, value: object) -> object:
        if isinstance(value, str):
            if not WHOLE.fullmatch(value):
                raise ValueError("a whole number in digits is wanted here")
            return int(value)
        return value


@dataclass(frozen=True)
class DecimalNumber:
    """A decimal number, exact, with a point as its mark."""

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> dict[str, Any]:
        return _read_first(self._read, {"type": "decimal", "strict": True})

    def _read(self, value: object) -> object:
        if isinstance(value, str):
            if not DECIMAL.fullmatch(value):
                raise ValueError("a decimal number in digits is wanted here, such as 12 or 12.5")
            try:
                return Decimal(value)
            except InvalidOperation as error:  # pragma: no cover - the pattern leaves none
                raise ValueError("a decimal number is wanted here") from error
        return value


@dataclass(frozen=True)
class TrueOrFalse:
    """Yes or no, written `true` or `false`."""

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> dict[str, Any]:
        return _read_first(self._read, {"type": "bool", "strict": True})

    def _read(self, value: object) -> object:
        if isinstance(value, str):
            if value not in {"true", "false"}:
                raise ValueError("`true` or `false` is wanted here")
            return value == "true"
        return value


@dataclass(frozen=True)
class OneOrMany:
    """A list that may be written without brackets when it has one entry."""

    def __get_pydantic_core_schema__(
        self, source: object, handler: Callable[[Any], dict[str, Any]]
    ) -> dict[str, Any]:
        return _read_first(
            lambda value: [value] if isinstance(value, str) else value, handler(source)
        )


@dataclass(frozen=True)
class Between:
    """A list or mapping of `least` to `most` entries."""

    least: int = 0
    most: int = 10_000

    def __get_pydantic_core_schema__(
        self, source: object, handler: Callable[[Any], dict[str, Any]]
    ) -> dict[str, Any]:
        schema = handler(source)
        inner = schema["schema"] if schema["type"] == "function-before" else schema
        inner |= {"min_length": self.least, "max_length": self.most}
        return schema


@dataclass(frozen=True)
class ToldApartBy:
    """A union of dataclasses, each with a `Literal` field `key` that says which one it is.

    Where `usual` is given, a mapping without the key is of that kind.
    """

    key: str
    usual: str | None = None

    def __get_pydantic_core_schema__(self, source: object, handler: Any) -> dict[str, Any]:
        choices = {tag: handler.generate_schema(kind) for tag, kind in self.kinds(source).items()}
        return {"type": "tagged-union", "choices": choices, "discriminator": self._tag}

    def kinds(self, union: object) -> dict[str, type]:
        """Return the dataclasses of `union` by the value of their key."""
        return {get_args(member.__annotations__[self.key])[0]: member for member in get_args(union)}

    def _tag(self, value: object) -> object:
        return value.get(self.key, self.usual) if isinstance(value, dict) else None


Text = Annotated[str, Words()]
ShortText = Annotated[str, Words(1, 500)]
UnitId = Annotated[str, Identifier(UNIT_ID, "an id has letters, digits, `-` and `.`, at most 64")]
PartId = Annotated[
    str, Identifier(PART_ID, "an id here has lower-case letters, digits, `_` and `-`, at most 64")
]
CaseId = Annotated[
    str,
    Identifier(
        CASE_ID, "an id inside a case starts with a letter and has a–z, digits and `_`, at most 64"
    ),
]
YesNo = Annotated[bool, TrueOrFalse()]
Number = Annotated[Decimal, DecimalNumber()]
Percent = Annotated[int, WholeNumber(0, 100)]
Several = Annotated[tuple[ShortText, ...], OneOrMany()]
"""One text or a list of them, such as `source:`."""
Sensitivity = Annotated[
    str,
    Identifier(
        re.compile(r"S[0-3]"),
        "a level is S0, S1, S2 or S3",
        known=("S0", "S1", "S2", "S3"),
        is_id=False,
    ),
]
Day = Annotated[
    str,
    Identifier(
        re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"),
        "a date is 2012, 2012-03 or 2012-03-28",
        is_id=False,
    ),
]
"""A date as far as it is known."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Review:
    """Who has read a course, a lesson or a case, when, and what they looked at."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    by: ShortText
    """Who has read it: a name or a role."""
    date: Day
    """When, such as `2026-11-20`."""
    checked: ShortText
    """What they looked at, such as `the law in all lessons`."""
