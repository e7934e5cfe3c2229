"""Frozen dataclasses to plain values that JSON can carry, and back, without pydantic.

Only for what this program wrote itself: a file that people write is checked by ``file_reading``.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from protectcourse.shapes import ToldApartBy

T = TypeVar("T")
Decoder = Callable[[Any], Any]


def encode(value: Any) -> Any:
    """Return a dataclass, and all that it holds, as plain values. What is usual is left out."""
    if isinstance(value, str | int | float | bool | NoneType):
        return value
    if isinstance(value, Mapping):
        return {key: encode(entry) for key, entry in value.items()}
    if isinstance(value, tuple | list):
        return [encode(entry) for entry in value]
    if isinstance(value, Decimal):
        return str(value)
    return {
        part.name: encode(entry)
        for part in fields(value)
        if (entry := getattr(value, part.name)) != _usual(part) or _tells_kinds_apart(part)
    }


def decode(kind: type[T], plain: Any) -> T:
    """Return the dataclass that `encode` made `plain` from.

    Raises KeyError, TypeError, ValueError.
    """
    decoder: Decoder = _decoder(kind)  # type: ignore[arg-type]
    made: T = decoder(plain)
    return made


def _usual(part: Field[Any]) -> Any:
    if part.default is not MISSING:
        return part.default
    return part.default_factory() if part.default_factory is not MISSING else MISSING


def _tells_kinds_apart(part: Field[Any]) -> bool:
    return get_origin(part.type) is Literal


@cache
def _decoder(kind: Any) -> Decoder:
    """Return the function that turns plain values into a value of `kind`."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        told = next((mark for mark in parts[1:] if isinstance(mark, ToldApartBy)), None)
        return _told_apart(told, parts[0]) if told else _decoder(parts[0])
    if origin in {Union, UnionType}:
        return _either(parts)
    if origin is tuple:
        entry = _decoder(parts[0])
        return lambda plain: tuple([entry(one) for one in plain])
    if origin is not None and origin is not Literal and issubclass(origin, Mapping):
        entry = _decoder(parts[1])
        return lambda plain: {key: entry(one) for key, one in plain.items()}
    if kind is Decimal:
        return Decimal
    if is_dataclass(kind):
        return _dataclass(kind)
    return lambda plain: plain


def _dataclass(kind: Any) -> Decoder:
    decoders: dict[str, Decoder] = {}

    def build(plain: Any) -> Any:
        if not decoders:  # filled at first use: a class may hold others of its own kind
            hints = get_type_hints(kind, include_extras=True)
            decoders.update((part.name, _decoder(hints[part.name])) for part in fields(kind))
        return kind(**{name: decoders[name](value) for name, value in plain.items()})

    return build


def _told_apart(told: ToldApartBy, union: Any) -> Decoder:
    kinds = {tag: _decoder(member) for tag, member in told.kinds(union).items()}
    return lambda plain: kinds[plain.get(told.key, told.usual)](plain)


def _either(members: tuple[Any, ...]) -> Decoder:
    """Tell the members of a union apart by what JSON makes of them."""
    by_plain = {_plain_type(member): _decoder(member) for member in members}
    return lambda plain: by_plain[type(plain)](plain)


def _plain_type(kind: Any) -> type:
    """Return the type that JSON gives back for a value of `kind`."""
    origin = get_origin(kind)
    if origin is Annotated:
        return _plain_type(get_args(kind)[0])
    if origin is tuple:
        return list
    if origin is Literal or kind is Decimal:
        return str
    if is_dataclass(kind) or origin is not None:
        return dict
    return kind if isinstance(kind, type) else NoneType
