"""One file of a course as the lints look at it."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from protectcourse.course.lints.asked import Asked, questions_of
from protectcourse.course.lints.passage import Passage, passages
from protectcourse.course.lints.survey import Survey
from protectcourse.course.texts import Leaf
from protectcourse.findings import Severity, ValuePath

if TYPE_CHECKING:
    from protectcourse.course.file_reading import Kind

FEW = 20
"""Questions below which a share or a chance of the whole bank says nothing."""


@dataclass
class Unit:
    """A lesson, bank or case, or a file that declares things; with what the course declares."""

    kind: "Kind"
    value: Any
    leaves: list[Leaf]
    course: Survey

    @property
    def id(self) -> str:
        """The id of a lesson, bank or case; empty for other files."""
        return str(getattr(self.value, self.kind)) if self.is_unit else ""

    @property
    def is_unit(self) -> bool:
        """Whether it is a lesson, a bank or a case."""
        return self.kind in {"lesson", "quiz", "scenario"}

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All that learners read."""
        return tuple(passages(self.leaves))

    @cached_property
    def text(self) -> str:
        """The same in one text, for a first look at all of it together."""
        return "\n".join(passage.lines for passage in self.passages)

    @cached_property
    def asked(self) -> tuple[Asked, ...]:
        """The questions."""
        return tuple(questions_of(self.value))

    @cached_property
    def bank(self) -> tuple[Asked, ...]:
        """The questions of a bank that can be right or wrong."""
        return tuple(one for one in self.asked if one.in_bank and one.is_marked)

    @cached_property
    def choosing(self) -> tuple[Asked, ...]:
        """The questions of which one option is right."""
        return tuple(one for one in self.asked if one.has_one_key)

    @property
    def pool(self) -> str:
        """What a bank is for; empty for all else."""
        return str(getattr(self.value, "pool", ""))

    def holders(self, path: ValuePath) -> list[Any]:
        """Return what a path leads through: the file, then its page or question, and so on."""
        found, at = [self.value], self.value
        for step in path:
            at = _part(at, step)
            if at is None or isinstance(at, str):
                break
            if hasattr(at, "__dataclass_fields__"):
                found.append(at)
        return found

    def sensitivity(self, path: ValuePath) -> str:
        """Return the level under which a text stands: the highest of all that it is a part of."""
        return max(getattr(one, "sensitivity", "S0") for one in self.holders(path))

    def is_dated(self, path: ValuePath) -> bool:
        """Say whether the page or question around a text bears a date."""
        return any(getattr(one, "as_of", None) for one in self.holders(path)[1:])

    def graver_in_final(self, mild: Severity) -> Severity:
        """Return an error for the final, where a fault costs a pass, else the `mild` severity."""
        return Severity.ERROR if self.pool == "final" else mild


def _part(value: Any, step: str | int) -> Any:
    """Return what stands at one step of a path."""
    if isinstance(step, int):
        return value[step] if isinstance(value, tuple) and step < len(value) else None
    if hasattr(value, "__dataclass_fields__"):
        return getattr(value, step, getattr(value, f"{step}_", None))
    return value.get(step) if hasattr(value, "get") else None
