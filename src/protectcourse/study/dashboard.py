"""The dashboard: what is done, what is begun, what comes next."""

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from protectcourse.course.outline import ModuleOutline, UnitOutline
from protectcourse.progress.completion import done_units, lessons_tested_out, new_units
from protectcourse.study.durations import about_minutes
from protectcourse.study.enrolment import Enrolment


class State(StrEnum):
    """How far a unit or module is."""

    NOT_BEGUN = "not begun"
    BEGUN = "begun"
    DONE = "done"
    REPEAT = "to be repeated"
    """Taken to its end and not passed."""
    LOCKED = "locked"


SIGNS = {
    State.NOT_BEGUN: "·",
    State.BEGUN: "▸",
    State.DONE: "✓",
    State.REPEAT: "↻",
    State.LOCKED: "–",
}
OPEN = {State.NOT_BEGUN, State.BEGUN, State.REPEAT}
"""States in which there is something to do."""
NOT_GRADED = "not graded"
NOT_PASSED, TESTED_OUT, NEW = "not yet passed", "tested out", "new since"

COMPLETED = "You completed this course on {day}. F1 has the completion record."
CHANGED = (
    "The course has changed since, from version {before} to {now}; your completion stays valid."
)
ADDED = "Units that are new since then: {count}."


class UnitLine(NamedTuple):
    """A unit as a line of the dashboard."""

    unit: UnitOutline
    state: State
    where: str = ""
    """Where a begun unit was left, what a quiz asks for, or why a unit is locked."""

    @property
    def name(self) -> str:
        """Sort, number and title, such as "lesson 2.2 The rule against return"."""
        number = f"{self.unit.number} " if self.unit.number else ""
        return f"{number}{self.unit.title}"


class ModuleLine(NamedTuple):
    """A module with its units; counts are of core units."""

    module: ModuleOutline
    state: State
    done: int
    total: int
    units: tuple[UnitLine, ...]


class Dashboard(NamedTuple):
    """All that the dashboard shows."""

    title: str
    summary: str
    """How much is done and left, in words."""
    next: UnitLine | None
    """The unit to go on with, or the first that is open."""
    is_begun: bool
    """Whether that unit was begun: then the word is *Continue*."""
    modules: tuple[ModuleLine, ...]
    notices: tuple[str, ...]


def read_dashboard(enrolment: Enrolment) -> Dashboard:
    """Return the dashboard as the log has it now."""
    outline = enrolment.course.outline
    progress = enrolment.progress
    look = _Look(
        done=done_units(outline, progress),
        tested_out=lessons_tested_out(outline, progress),
        new={unit.id for unit in new_units(outline, progress)},
    )
    modules = tuple(_module_line(enrolment, module, look) for module in outline.modules)
    core = [line for module in modules for line in module.units if not line.unit.elective]
    left = sum(line.unit.minutes for line in core if line.state is not State.DONE)
    finished = sum(line.state is State.DONE for line in core)
    summary = f"{finished} of {len(core)} done"
    summary += f" · {about_minutes(left)} left" if left else ""
    begun = _latest(enrolment, modules)
    waiting = (line for line in core if line.state in OPEN)
    upcoming = begun or next(waiting, None)
    return Dashboard(
        title=outline.title,
        summary=summary,
        next=upcoming,
        is_begun=begun is not None,
        modules=modules,
        notices=_notices(enrolment),
    )


def next_after(enrolment: Enrolment, unit_id: str) -> UnitLine | None:
    """Return the first unit after this one that is neither done nor locked.

    Else the first before.
    """
    lines = [line for module in read_dashboard(enrolment).modules for line in module.units]
    at = next((n for n, line in enumerate(lines) if line.unit.id == unit_id), 0)
    around = lines[at + 1 :] + lines[:at]
    return next((o for o in around if o.state in OPEN), None)


def why_locked(enrolment: Enrolment, unit_id: str) -> str:
    """Return why a unit cannot be opened yet; empty where it can."""
    lines = (line for module in read_dashboard(enrolment).modules for line in module.units)
    line = next((one for one in lines if one.unit.id == unit_id), None)
    return line.where if line is not None and line.state is State.LOCKED else ""


class _Look(NamedTuple):
    """What is looked up once for all lines: ids of units."""

    done: set[str]
    tested_out: set[str]
    new: set[str]


def _module_line(enrolment: Enrolment, module: ModuleOutline, look: _Look) -> ModuleLine:
    waiting = [
        earlier
        for earlier in enrolment.course.outline.modules
        if earlier.id in module.after and not _is_module_done(earlier, look.done)
    ]
    reason = ""
    if waiting:
        names = " and ".join(f"module {one.number} “{one.title}”" for one in waiting)
        reason = f"opens when {names} is done"
    units = tuple(_unit_line(enrolment, unit, look, reason) for unit in module.units)
    core = [line for line in units if not line.unit.elective]
    finished = sum(line.state is State.DONE for line in core)
    if waiting:
        state = State.LOCKED
    elif finished == len(core):
        state = State.DONE
    else:
        any_begun = any(line.state is not State.NOT_BEGUN for line in units)
        state = State.BEGUN if any_begun else State.NOT_BEGUN
    return ModuleLine(module, state, finished, len(core), units)


def _is_module_done(module: ModuleOutline, done: set[str]) -> bool:
    """Say whether its core cases and its quiz are passed; without a quiz, its lessons read."""
    core = [unit for unit in module.units if not unit.elective]
    has_quiz = any(unit.sort == "quiz" for unit in core)
    counted = [u for u in core if u.sort in {"case", "quiz" if has_quiz else "lesson"}]
    return all(unit.id in done for unit in counted)


def _unit_line(enrolment: Enrolment, unit: UnitOutline, look: _Look, locked: str) -> UnitLine:
    if unit.id in look.done:
        words = TESTED_OUT if unit.id in look.tested_out else _usual_words(unit)
        return UnitLine(unit, State.DONE, words)
    if locked:
        return UnitLine(unit, State.LOCKED, locked)
    where = where_left(enrolment, unit)
    if where == NOT_PASSED:
        return UnitLine(unit, State.REPEAT, where)
    if where:
        return UnitLine(unit, State.BEGUN, where)
    return UnitLine(unit, State.NOT_BEGUN, NEW if unit.id in look.new else _usual_words(unit))


def _usual_words(unit: UnitOutline) -> str:
    if unit.elective:
        return "elective"
    if unit.sort != "quiz":
        return ""
    return f"pass at {unit.pass_mark} %" if unit.pass_mark else NOT_GRADED


def where_left(enrolment: Enrolment, unit: UnitOutline) -> str:
    """Return where a begun unit was left, such as "page 2 of 5"; empty if it was not begun."""
    key, progress = enrolment.key(unit.id), enrolment.progress
    if unit.sort == "lesson":
        work = progress.lesson(key)
        if work is None:
            return ""
        if work.last_item not in unit.pages:
            return "begun"
        return f"page {unit.pages.index(work.last_item) + 1} of {len(unit.pages)}"
    if unit.sort == "quiz":
        attempt = progress.open_attempt(key)
        if attempt is not None:
            return f"question {len(attempt.answers) + 1} of {len(attempt.questions)}"
        return NOT_PASSED if progress.finished_attempts(key) else ""
    play = progress.open_case(key)
    if play is not None:
        return f"decision {len(play.decisions) + 1}"
    return NOT_PASSED if progress.finished_case(key) else ""


def _latest(enrolment: Enrolment, modules: tuple[ModuleLine, ...]) -> UnitLine | None:
    """Return the unit touched last that is begun, and not just waiting to be tried again."""
    lines = {enrolment.key(o.unit.id): o for module in modules for o in module.units}
    for key in reversed(enrolment.progress.latest):
        line = lines.get(key)
        if line is not None and line.state is not State.LOCKED and _is_under_way(enrolment, line):
            return line
    return None


def _is_under_way(enrolment: Enrolment, line: UnitLine) -> bool:
    key, progress = enrolment.key(line.unit.id), enrolment.progress
    match line.unit.sort:
        case "lesson":
            return line.state is State.BEGUN
        case "quiz":
            return progress.open_attempt(key) is not None
        case "case":
            return progress.open_case(key) is not None


def _notices(enrolment: Enrolment) -> tuple[str, ...]:
    """Return what the learner is to be told.

    About saving, about a completion, about files left out, about the draft.
    """
    outline = enrolment.course.outline
    notices = [enrolment.store.notice] if enrolment.store.notice else []
    completion = enrolment.progress.completion(outline.id)
    if completion is not None and not completion.past:
        notices.append(COMPLETED.format(day=completion.day))
        if completion.version != outline.version:
            added = len(new_units(outline, enrolment.progress))
            words = CHANGED.format(before=completion.version, now=outline.version)
            notices.append(f"{words} {ADDED.format(count=added)}" if added else words)
    if outline.left_out:
        names = ", ".join(Path(name).name for name in outline.left_out)
        notices.append(
            f"Left out, because it could not be read: {names}. "
            "`protectcourse check` says what is wrong."
        )
    if outline.status == "draft":
        notices.append("This course is a draft: nobody has reviewed it yet.")
    return tuple(notices)
