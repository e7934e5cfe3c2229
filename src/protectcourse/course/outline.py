"""What the dashboard needs to know of a course: its modules and units, without their content.

Named tuples, which take a seventh of the time of dataclasses to define: every start waits for them.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

Sort = Literal["lesson", "case", "quiz"]


class UnitOutline(NamedTuple):
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
    """Of a quiz, in percent; 0 where it is not graded."""
    attempts_per_day: int = 0
    """Of a quiz; 0 for as many as one likes."""
    sensitivity: str = "S0"
    objectives: tuple[str, ...] = ()


class ModuleOutline(NamedTuple):
    """A module and its units in order."""

    id: str
    title: str
    number: str
    after: tuple[str, ...] = ()
    units: tuple[UnitOutline, ...] = ()


class CourseOutline(NamedTuple):
    """A course as its dashboard shows it."""

    id: str
    version: int
    title: str
    language: str
    subtitle: str = ""
    about: str = ""
    licence: str = ""
    status: str = "draft"
    support: str = ""
    case_pass: int = 70
    needs: tuple[str, ...] = ()
    """What completing the course asks for: lessons, cases, quizzes, final."""
    valid_months: int = 0
    """How long a completion holds; 0 for no end."""
    modules: tuple[ModuleOutline, ...] = ()
    objectives: Mapping[str, str] = MappingProxyType({})
    domains: Mapping[str, str] = MappingProxyType({})
    """Titles by id."""
    domain_of: Mapping[str, str] = MappingProxyType({})
    """The domain of each objective that has one."""
    competencies: Mapping[str, str] = MappingProxyType({})
    misconceptions: Mapping[str, str] = MappingProxyType({})
    left_out: tuple[str, ...] = ()
    """Names of files that could not be read: the course opens without them and says so."""
    unread: tuple[str, ...] = ()
    """Ids of the core units among them: the course cannot be completed meanwhile."""

    def units(self) -> Iterator[UnitOutline]:
        """Give every unit in order."""
        for module in self.modules:
            yield from module.units

    def unit(self, unit_id: str) -> UnitOutline | None:
        """Return the unit of this id, if the course has it."""
        return next((unit for unit in self.units() if unit.id == unit_id), None)


def plain_outline(outline: CourseOutline) -> dict[str, Any]:
    """Return an outline as plain values, which `read_outline` reads."""
    modules = [
        module._asdict() | {"units": [unit._asdict() for unit in module.units]}
        for module in outline.modules
    ]
    return outline._asdict() | {"modules": modules}


def read_outline(plain: dict[str, Any]) -> CourseOutline:
    """Return the outline that was compiled to plain values. Raises KeyError, TypeError."""
    made = plain | {name: tuple(plain.get(name, ())) for name in ("needs", "left_out", "unread")}
    made["modules"] = tuple(_read_module(module) for module in plain["modules"])
    return CourseOutline(**made)


def _read_module(plain: dict[str, Any]) -> ModuleOutline:
    made = plain | {"after": tuple(plain.get("after", ()))}
    made["units"] = tuple(_read_unit(unit) for unit in plain.get("units", ()))
    return ModuleOutline(**made)


def _read_unit(plain: dict[str, Any]) -> UnitOutline:
    made = plain | {name: tuple(plain.get(name, ())) for name in ("pages", "objectives")}
    return UnitOutline(**made)
