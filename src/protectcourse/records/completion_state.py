"""What there is to say of a learner's completion: the record, or what is missing for it."""

from dataclasses import dataclass

from protectcourse.course.outline import CourseOutline, UnitOutline
from protectcourse.progress.completion import Outlook, new_units, read_outlook
from protectcourse.progress.projections import Progress
from protectcourse.progress.store import Store
from protectcourse.records.completion_record import CompletionRecord, make_record

ASKS_FOR_NOTHING = "Nothing in the course, as it is now, is asked for by its rule for completing it"


@dataclass(frozen=True, slots=True)
class CompletionState:
    """How the completion of a course stands."""

    title: str
    record: CompletionRecord | None
    """Of the latest completion; None before the first."""
    missing: tuple[str, ...]
    """What is still to do, each in one line; empty once there is a record."""
    new: tuple[str, ...]
    """Core units that the course did not have when it was completed, each in one line."""


def read_state(outline: CourseOutline, progress: Progress, store: Store) -> CompletionState:
    """Return how the completion of a course stands for the learner of a progress file."""
    completion = progress.completion(outline.id)
    if completion is None:
        missing = tuple(_missing_lines(read_outlook(outline, progress)))
        return CompletionState(outline.title, None, missing, ())
    record = make_record(
        outline,
        completion,
        name=store.profile("name") or "",
        learner=store.learner,
        device=store.device,
    )
    new = tuple(_unit_line(unit) for unit in new_units(outline, progress))
    return CompletionState(outline.title, record, (), new)


def _missing_lines(outlook: Outlook) -> list[str]:
    lines = [_unit_line(unit) for unit in outlook.missing]
    lines += [f"{name}: it could not be read; see `protectcourse check`" for name in outlook.unread]
    return lines or [ASKS_FOR_NOTHING]


def _unit_line(unit: UnitOutline) -> str:
    """Return sort, number and title, such as "lesson 2.2 The rule against return"."""
    number = f" {unit.number}" if unit.number else ""
    asks = f" (pass at {unit.pass_mark} %)" if unit.sort == "quiz" else ""
    return f"{unit.sort}{number} {unit.title}{asks}"
