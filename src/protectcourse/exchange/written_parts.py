"""Which parts of a bank, a question or an option say something."""

from collections.abc import Iterator
from dataclasses import MISSING, Field, fields
from typing import Any


def written_parts(owner: Any) -> Iterator[tuple[str, Any]]:
    """Give field and value of each part of a dataclass that is not as it is when left out."""
    for part in fields(owner):
        value = getattr(owner, part.name)
        if value != _usual(part):
            yield part.name, value


def _usual(part: Field[Any]) -> Any:
    if part.default is not MISSING:
        return part.default
    return part.default_factory() if part.default_factory is not MISSING else MISSING
