"""Runs the lints over a course while it is read, one file in memory at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from protectcourse.course.lints.registry import LINTS
from protectcourse.course.lints.survey import Survey, survey_course
from protectcourse.course.lints.unit import Unit
from protectcourse.course.models import ClaimsFile, CourseFile
from protectcourse.course.problems import Problem

if TYPE_CHECKING:
    from protectcourse.course.allowing import Weighed

_CLOSING = tuple(lint.find_at_end for lint in LINTS if lint.find_at_end is not None)


@dataclass(slots=True)
class Linting:
    """One run over one course."""

    _survey: Survey
    _declaring: "list[Weighed]"

    def lint(self, file: "Weighed") -> Iterator[Problem]:
        """Give what is badly written in a file that has no error of form."""
        assert file.reading.kind is not None, "only a file that could be read is linted"
        unit = Unit(file.reading.kind, file.reading.value, file.texts, self._survey)
        for lint in LINTS:
            for finding in lint.find(unit):
                yield file.reading.problem(file.exceptions.weigh(finding, of_writing=True))
        self._take(unit)

    def finish(self) -> Iterator[Problem]:
        """Give what the whole course shows, once every file has been linted."""
        for file in self._declaring:
            value = file.reading.value
            if not isinstance(value, CourseFile | ClaimsFile):
                continue
            for find in _CLOSING:
                for finding in find(value, self._survey):
                    yield file.reading.problem(file.exceptions.weigh(finding, of_writing=True))

    def _take(self, unit: Unit) -> None:
        """Keep of a file what the whole course is judged by."""
        if unit.is_unit:
            self._survey.take_questions(unit.id, unit.bank)
            self._survey.take_claims(unit.leaves)
        if unit.kind in {"lesson", "scenario"}:
            self._survey.take_words(unit.id, unit.passages)


def begin_linting(declaring: "list[Weighed]") -> tuple[Linting, list[Problem]] | None:
    """Return a run over the course that these files declare, and what they themselves have wrong.

    None if they have no head.
    """
    survey = survey_course([file.reading.value for file in declaring])
    if survey is None:
        return None
    linting = Linting(survey, [file.without_texts() for file in declaring])
    return linting, [problem for file in declaring for problem in linting.lint(file)]
