"""What the dashboard needs to know of a course: its modules and units, without their content."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

Sort = Literal["lesson", "case", "quiz"]


@dataclass(frozen=True, kw_only=True, slots=True)
class UnitOutline:
    """One lesson, case or quiz as a line of the dashboard."""

    id: str
    sort: Sort
    title: str
    minutes: int
    number: str = ""
    """Of a lesson, such as "2.3"; worked out from the order."""
    elective: bool = False
    pages: tuple[str, ...] = ()
    """The ids of a lesson's pages."""
    pool: str = ""
    """Of a quiz: practice, final or pretest."""
    pass_mark: int = 0
    """Of a quiz, in percent."""
    sensitivity: str = "S0"
    objectives: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ModuleOutline:
    """A module and its units in order."""

    id: str
    title: str
    number: str
    after: tuple[str, ...] = ()
    units: tuple[UnitOutline, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class CourseOutline:
    """A course as its dashboard shows it."""

    id: str
    version: int
    title: str
    language: str
    subtitle: str = ""
    about: str = ""
    status: str = "draft"
    support: str = ""
    case_pass: int = 70
    needs: tuple[str, ...] = ()
    modules: tuple[ModuleOutline, ...] = ()
    objectives: Mapping[str, str] = field(default_factory=dict)
    competencies: Mapping[str, str] = field(default_factory=dict)
    misconceptions: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    """Names of files that could not be read: the course opens without them and says so."""

    def units(self) -> Iterator[UnitOutline]:
        """Give every unit in order."""
        for module in self.modules:
            yield from module.units

    def unit(self, unit_id: str) -> UnitOutline | None:
        """Return the unit of this id, if the course has it."""
        return next((unit for unit in self.units() if unit.id == unit_id), None)
