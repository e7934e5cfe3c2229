"""`paths`: which ways people take through a case, from a register."""

import gc
from pathlib import Path

from protectcourse.cli.items import one_course, shown_place
from protectcourse.cli.report_target import ReportTarget, put_report
from protectcourse.clock import SystemClock
from protectcourse.course.library import Course
from protectcourse.errors import RecordError
from protectcourse.findings import did_you_mean
from protectcourse.records.register.opening import open_register
from protectcourse.records.reports.case_plays import read_case_plays, read_cases
from protectcourse.records.reports.case_words import CaseWords, case_words
from protectcourse.records.reports.paths import AskedCase, paths_report


def report_paths(
    case: str, where: str, folder: Path, course: str | None, target: ReportTarget
) -> int:
    """Print or write how people went through a case; return the exit code."""
    gc.enable()
    clock = SystemClock()
    opened = one_course(course, folder) if course is not None else None
    with open_register(where, clock, must_exist=True) as register:
        of_course, name = _find_case(case, opened, read_cases(register))
        plays = read_case_plays(register, of_course, name)
    words = _words(opened, name)
    asked = AskedCase(shown_place(where), clock.today().isoformat())
    return put_report(paths_report(plays, words, asked), f"paths-{name}", target)


def _find_case(
    case: str, opened: Course | None, handed_in: list[tuple[str, str]]
) -> tuple[str, str]:
    """Return course and id of the case that is meant. Raises RecordError."""
    known = set(handed_in)
    if opened is not None:
        outline = opened.outline
        known = {one for one in known if one[0] == outline.id}
        known |= {(outline.id, unit.id) for unit in outline.units() if unit.sort == "case"}
    wanted_course, _, wanted = case.rpartition("/")
    found = [one for one in sorted(known) if one[1] == wanted and wanted_course in {"", one[0]}]
    if not found:
        names = sorted({name for _, name in known})
        listed = f"Cases here: {', '.join(names)}." if names else "It holds no case at all."
        raise RecordError(f"there is no case `{case}` here", did_you_mean(case, names) or listed)
    if len(found) > 1:
        names = [f"{course}/{name}" for course, name in found]
        raise RecordError(f"several courses have a case `{case}`", f"Name {' or '.join(names)}.")
    return found[0]


def _words(opened: Course | None, name: str) -> CaseWords:
    """Return the case in words, as far as the course has it."""
    unit = opened.outline.unit(name) if opened is not None else None
    if opened is None or unit is None or unit.sort != "case":
        return CaseWords(name)
    return case_words(opened.case(name), opened.outline.language)
