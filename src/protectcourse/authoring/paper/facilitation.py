"""How long a session in a room takes, and which cases and lessons fill it: from data, no ids.

Three ways to work with a case, each for what suits it: an early one in pairs, to begin with; the
last, where all comes together, in teams with printed files; one that several good choices answer
as a debate in four corners. What weighs most is not for a room: learners meet it alone.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple

from protectcourse.authoring.paper.material import Material, Unit
from protectcourse.authoring.paper.unit_words import GRAVE
from protectcourse.course.models import Lesson
from protectcourse.errors import ContentError
from protectcourse.quiz.bank import Quiz
from protectcourse.scenario.model import Case
from protectcourse.scenario.nodes import Checklist, Rating, Scene

GRAVEST = "S3"
Kind = Literal["opening", "pairs", "reading", "break", "teams", "corners", "questions", "debrief"]


class Length(StrEnum):
    """How long a session is."""

    NINETY = "90"
    HALF_DAY = "half-day"


MINUTES: dict[Length, tuple[tuple[Kind, int], ...]] = {
    Length.NINETY: (("pairs", 20), ("teams", 30), ("corners", 25), ("debrief", 15)),
    Length.HALF_DAY: (
        *(("opening", 15), ("pairs", 30), ("reading", 30), ("break", 20)),
        *(("teams", 45), ("corners", 35), ("questions", 20), ("debrief", 15)),
    ),
}
"""What a session is made of, in order, with its minutes."""
UNITLESS = frozenset({"opening", "break", "debrief"})
"""The stretches that need nothing of the course."""


class Station(NamedTuple):
    """A stretch of a session."""

    kind: Kind
    minutes: int
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """A session: its stretches, and the decision that is argued in four corners."""

    length: Length
    stations: tuple[Station, ...]
    corner: str = ""
    """The id of that decision in its case; empty where no case has one."""

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return sum(station.minutes for station in self.stations)

    @property
    def cases(self) -> tuple[Unit, ...]:
        """The cases that it works with, each once."""
        found = {
            station.unit.id: station.unit
            for station in self.stations
            if station.unit is not None and station.unit.sort == "case"
        }
        return tuple(found.values())


def plan_session(material: Material, length: Length) -> Session:
    """Return a session from a unit or a course. Raises ContentError where nothing is fit for it.

    A stretch for which the course has nothing is left out, and the session is shorter.
    """
    found = _find_cases(material)
    units = {kind: one.unit for kind, one in found.items()} | _other_units(material, found)
    stations = tuple(
        Station(kind, minutes, units.get(kind))
        for kind, minutes in MINUTES[length]
        if kind in units or kind in UNITLESS
    )
    if not units:
        message = f"nothing in `{material.title}` is fit to be worked on in a room"
        hint = "A plan needs a case or a lesson below S3: what weighs most, learners meet alone."
        raise ContentError(message, hint)
    corners = found.get("corners")
    return Session(length, stations, _open_decision(corners.case)[0] if corners else "")


class _Found(NamedTuple):
    """A case that is fit for a room."""

    unit: Unit
    case: Case


def _find_cases(material: Material) -> dict[Kind, _Found]:
    """Return the case that each stretch works with, each another one where there are enough."""
    left = _fit_cases(material)
    found: dict[Kind, _Found] = {}
    if left:
        found["pairs"] = left.pop(0)
    if left:
        found["teams"] = max(reversed(left), key=_togetherness)
        left.remove(found["teams"])
    arguable = [one for one in left or found.values() if sum(_open_decision(one.case)[1]) > 1]
    if arguable:
        found["corners"] = max(arguable, key=_arguability)
    return found


def _fit_cases(material: Material) -> list[_Found]:
    """Return the cases fit for a room: of the core if there are any, the gravest never."""
    every = [_Found(unit, unit.value) for unit in material.units if isinstance(unit.value, Case)]
    for limit in (GRAVE, GRAVEST):
        fit = [one for one in every if one.case.sensitivity < limit]
        if fit:
            return [one for one in fit if not one.unit.elective] or fit
    return []


def _togetherness(found: _Found) -> tuple[bool, bool]:
    """Return how much a case brings together; of equal ones the last in the course is taken."""
    lists = any(isinstance(node, Checklist) for node in found.case.nodes.values())
    return found.case.level == "practised", lists


def _arguability(found: _Found) -> tuple[tuple[int, int], int]:
    """Return how open the most open decision of a case is; of equal ones the less grave first."""
    return _open_decision(found.case)[1], -int(found.case.sensitivity[1:])


def _open_decision(case: Case) -> tuple[str, tuple[int, int]]:
    """Return the decision that most choices answer well: its id, best ones, acceptable ones."""
    every = [
        (name, (ratings.count(Rating.BEST), ratings.count(Rating.ACCEPTABLE)))
        for name, node in case.nodes.items()
        if isinstance(node, Scene)
        for ratings in [[rating for one in node.choices.values() for rating in one.ratings]]
    ]
    return max(every, key=lambda one: one[1], default=("", (0, 0)))


def _other_units(material: Material, found: dict[Kind, _Found]) -> dict[Kind, Unit]:
    """Return a lesson to read together, of the first case's module if that has one, and a quiz."""
    first = found["pairs"].unit if "pairs" in found else None
    parts = sorted(material.parts, key=lambda part: first not in part.units)
    units = [unit for part in parts if part.module or not material.whole for unit in part.units]
    read = [one for one in units if isinstance(one.value, Lesson) and one.value.sensitivity < GRAVE]
    asked = [one for one in units if isinstance(one.value, Quiz) and one.value.pool == "practice"]
    others: tuple[tuple[Kind, list[Unit]], ...] = (("reading", read), ("questions", asked))
    return {kind: fit[0] for kind, fit in others if fit}
