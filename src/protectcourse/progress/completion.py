"""When a course is complete.

The rule is the one that stood when the learner began; which units are core is said by the course
as it is now. A completion once reached stays as it was, with the core units that there were.
"""

from typing import NamedTuple

from protectcourse.course.outline import CourseOutline, UnitOutline
from protectcourse.progress.projections import Progress

UNSCORED = -1
NEED_OF = {
    "lesson": "lessons",
    "case": "cases",
    "quiz": "quizzes",
    "practice": "quizzes",
    "final": "final",
}
"""The word of the rule for each sort of unit, and for each pool of quizzes.

A pre-test stands for none: it says where somebody begins, and nobody need pass it.
"""


class Outlook(NamedTuple):
    """What the rule asks for, and what of it is missing."""

    asked: tuple[UnitOutline, ...]
    missing: tuple[UnitOutline, ...]
    unread: tuple[str, ...]
    """Ids of core units that could not be read: nobody can say what they ask for."""

    @property
    def is_complete(self) -> bool:
        """Whether all that is asked for is done. A course that asks for nothing never is."""
        return bool(self.asked) and not self.missing and not self.unread


class Reached(NamedTuple):
    """A completion that has come about and is not recorded yet."""

    score: int
    units: dict[str, int]
    """Each core unit of the course by id: 1 where it is done."""
    valid_months: int


def unit_key(course: str, unit_id: str) -> str:
    """Return how events name a unit: with its course, since a learner may take several."""
    return f"{course}/{unit_id}"


def done_units(outline: CourseOutline, progress: Progress) -> set[str]:
    """Return what is done: lessons read to their last page or tested out, cases and quizzes passed.

    Units are named by their ids.
    """
    done = {unit.id for unit in outline.units() if _is_done(progress, outline.id, unit)}
    return done | lessons_tested_out(outline, progress)


def lessons_tested_out(outline: CourseOutline, progress: Progress) -> set[str]:
    """Return the lessons that were not read, and whose module's quiz was passed all the same."""
    return {
        unit.id
        for module in outline.modules
        if any(_is_passed_quiz(progress, outline.id, unit) for unit in module.units)
        for unit in module.units
        if unit.sort == "lesson" and not _is_done(progress, outline.id, unit)
    }


def _is_done(progress: Progress, course: str, unit: UnitOutline) -> bool:
    key = unit_key(course, unit.id)
    if unit.sort == "lesson":
        work = progress.lesson(key)
        return work is not None and bool(work.completed)
    return progress.is_passed(key)


def _is_passed_quiz(progress: Progress, course: str, unit: UnitOutline) -> bool:
    return _need(unit) == "quizzes" and not unit.elective and _is_done(progress, course, unit)


def read_outlook(outline: CourseOutline, progress: Progress) -> Outlook:
    """Return what a course asks of this learner now, since they last started it over if ever."""
    needs = progress.rules.get(outline.id, {}).get("needs", outline.needs)
    asked = tuple(unit for unit in core_units(outline) if _need(unit) in needs)
    done = done_units(outline, progress)
    missing = tuple(unit for unit in asked if unit.id not in done)
    return Outlook(asked, missing, outline.unread)


def find_completion(outline: CourseOutline, progress: Progress) -> Reached | None:
    """Return the completion that is due to be recorded; None where there is none."""
    completion = progress.completion(outline.id)
    if completion is not None and not completion.past:
        return None
    if not read_outlook(outline, progress).is_complete:
        return None
    rule = progress.rules.get(outline.id, {})
    done = done_units(outline, progress)
    return Reached(
        score=best_score(outline, progress),
        units={u.id: int(u.id in done) for u in core_units(outline)},
        valid_months=int(rule.get("valid_months", outline.valid_months)),
    )


def best_score(outline: CourseOutline, progress: Progress) -> int:
    """Return the score of a completion, from 0 to 10000.

    It is the best score in the final; in a course without a final, or one whose final was not
    needed and not tried, the mean of the best scores in its quizzes, rounded down. Electives,
    pre-tests, retries of what was missed, and attempts from before a start over do not count. -1
    where nothing was scored.
    """
    quizzes = [unit for unit in core_units(outline) if unit.sort == "quiz"]
    for need in ("final", "quizzes"):
        scores = (_scores(outline, progress, unit) for unit in quizzes if _need(unit) == need)
        best = [max(found) for found in scores if found]
        if best:
            return sum(best) // len(best)
    return UNSCORED


def new_units(outline: CourseOutline, progress: Progress) -> tuple[UnitOutline, ...]:
    """Return the core units that the course did not have when it was last completed.

    None before a completion, and none where an old record does not say which units there were.
    """
    completion = progress.completion(outline.id)
    if completion is None or not completion.units:
        return ()
    return tuple(unit for unit in core_units(outline) if unit.id not in completion.units)


def core_units(outline: CourseOutline) -> tuple[UnitOutline, ...]:
    """Return the units that count: all but the electives."""
    return tuple(unit for unit in outline.units() if not unit.elective)


def _need(unit: UnitOutline) -> str | None:
    return NEED_OF.get(unit.pool or unit.sort)


def _scores(outline: CourseOutline, progress: Progress, unit: UnitOutline) -> list[int]:
    return [
        attempt.score
        for attempt in progress.finished_attempts(unit_key(outline.id, unit.id))
        if not attempt.past and not attempt.rule.get("retry_of")
    ]
