"""The shorter spellings of a case file: one condition for a list of them, an id for a route.

Each is brought to its full form before it is checked, so that the rest of the program meets one
form only: conditions are a list of groups, each of atoms of which one is enough; a `goto` is a list
of routes.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from protectcourse.shapes import FILE_SHAPE, Between, CaseId, ShortText

Handler = Callable[[Any], dict[str, Any]]


@dataclass(frozen=True)
class Spelled:
    """A value that is passed through `full_form` before it is checked."""

    full_form: Callable[[Any], Any]
    short_for: str = ""
    """The key that a text in place of an entry's keys stands for; empty where entries are texts."""

    def __get_pydantic_core_schema__(self, source: object, handler: Handler) -> Mapping[str, Any]:
        return {
            "type": "function-before",
            "function": {"type": "no-info", "function": self.full_form},
            "schema": handler(source),
        }


def _groups(value: Any) -> Any:
    """Return conditions as a list of groups: `agreed` is `[{any: [agreed]}]`."""
    if isinstance(value, str | dict):
        value = [value]
    if not isinstance(value, list):
        return value
    return [{"any": [entry]} if isinstance(entry, str) else entry for entry in value]


def _one_or_many(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _routes(value: Any) -> Any:
    """Return a `goto` as a list of routes: `gate` is `[{to: gate}]`."""
    if isinstance(value, str | dict):
        value = [value]
    if not isinstance(value, list):
        return value
    return [{"to": entry} if isinstance(entry, str) else entry for entry in value]


def _present(value: Any) -> Any:
    """Return a rating without a reason as an empty one, so that it can be found and named."""
    return "" if value is None else value


@dataclass(frozen=True, kw_only=True, slots=True)
class AnyOf:
    """Atoms of which one is enough; an atom that stands alone is a group of one."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    any: Annotated[tuple[ShortText, ...], Between(1, 20), Spelled(_one_or_many)]
    """Conditions of which one is enough, such as `[photo, trust >= 2]`."""


Conditions = Annotated[tuple[AnyOf, ...], Spelled(_groups, "any")]
"""Groups that must all hold. None at all always hold."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Route:
    """Where a choice leads, if its conditions hold. The last of a list has none."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    to: CaseId
    """The node or ending that follows."""
    if_: Conditions = ()
    """When this way is taken, such as `[agreed, trust >= 2]`; the last way of a list has none."""


Routes = Annotated[tuple[Route, ...], Spelled(_routes, "to")]
"""The first route whose conditions hold is taken."""

Reason = Annotated[str | None, Spelled(_present)]
"""Why a choice is rated so: None is not rated, an empty text is a rating without its reason."""
