"""Runs the lints over a course while it is read, one file in memory at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from protectcourse.course.lints.allowing import with_exceptions
from protectcourse.course.lints.registry import LINTS
from protectcourse.course.lints.survey import Survey, survey_course
from protectcourse.course.lints.unit import Unit
from protectcourse.course.models import ClaimsFile, CourseFile
from protectcourse.course.problems import Problem
from protectcourse.course.texts import Leaf, leaves

if TYPE_CHECKING:
    from protectcourse.course.file_reading import FileReading

_CLOSING = tuple(lint.find_at_end for lint in LINTS if lint.find_at_end is not None)


@dataclass(slots=True)
class Linting:
    """One run over one course."""

    _survey: Survey
    _declaring: "list[FileReading]"

    def lint(self, reading: "FileReading", found: list[Leaf]) -> Iterator[Problem]:
        """Give what is badly written in a file that has no error of form."""
        unit = _unit(reading, found, self._survey)
        for lint in LINTS:
            for finding in lint.find(unit):
                yield reading.problem(with_exceptions(unit, finding))
        self._take(unit)

    def finish(self) -> Iterator[Problem]:
        """Give what the whole course shows, once every file has been linted."""
        for reading in self._declaring:
            value = reading.value
            if not isinstance(value, CourseFile | ClaimsFile):
                continue
            unit = _unit(reading, [], self._survey)
            for find in _CLOSING:
                for finding in find(value, self._survey):
                    yield reading.problem(with_exceptions(unit, finding))

    def _take(self, unit: Unit) -> None:
        """Keep of a file what the whole course is judged by."""
        if unit.is_unit:
            self._survey.take_questions(unit.id, unit.bank)
            self._survey.take_claims(unit.leaves)
        if unit.kind in {"lesson", "scenario"}:
            self._survey.take_words(unit.id, unit.passages)


def begin_linting(declaring: "list[FileReading]") -> tuple[Linting, list[Problem]] | None:
    """Return a run over the course that these files declare, and what they themselves have wrong.

    None if they have no head.
    """
    survey = survey_course([reading.value for reading in declaring])
    if survey is None:
        return None
    linting = Linting(survey, declaring)
    problems = [
        problem
        for reading in declaring
        for problem in linting.lint(reading, list(leaves(reading.value)))
    ]
    return linting, problems


def _unit(reading: "FileReading", found: list[Leaf], survey: Survey) -> Unit:
    assert reading.kind is not None, "only a file that could be read is linted"
    return Unit(reading.kind, reading.value, found, survey)
