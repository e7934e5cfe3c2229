"""`report`: a question about who stands where, answered from a register."""

from datetime import date, timedelta
from typing import NamedTuple

from protectcourse.cli.report_target import ReportTarget, put_report
from protectcourse.clock import SystemClock
from protectcourse.errors import SettingsError
from protectcourse.records.register.opening import open_register
from protectcourse.records.register.register import Register
from protectcourse.records.reports.changes import RECEIVED, Received, changes_report
from protectcourse.records.reports.completion import completion_report
from protectcourse.records.reports.expiring import expiring_report
from protectcourse.records.reports.overdue import overdue_lines, overdue_report
from protectcourse.records.reports.report import Report
from protectcourse.records.reports.team import team_report
from protectcourse.records.standing.contents import read_contents
from protectcourse.records.standing.survey import Survey, make_survey, narrow

SOMEBODY_OVERDUE = 1
USUAL_DAYS = 30


class Wanted(NamedTuple):
    """What is asked. What is not said is empty."""

    kind: str
    course: str
    team: str
    place: str
    since: date | None
    fail_if_overdue: bool


def write_report(where: str, wanted: Wanted, target: ReportTarget) -> int:
    """Answer a question from a register; return the exit code."""
    clock = SystemClock()
    with open_register(where, clock, must_exist=True) as register:
        survey = narrow(
            make_survey(read_contents(register), clock.today().isoformat()),
            course=wanted.course,
            team=wanted.team,
            place=wanted.place,
        )
        report = make_report(register, survey, wanted, for_file=not _is_shown(target))
    code = put_report(report, wanted.kind, target)
    is_asked = wanted.fail_if_overdue and not code
    return SOMEBODY_OVERDUE if is_asked and overdue_lines(survey) else code


def make_report(register: Register, survey: Survey, wanted: Wanted, *, for_file: bool) -> Report:
    """Return the answer to a question."""
    match wanted.kind:
        case "completion":
            return completion_report(survey, for_file=for_file)
        case "overdue":
            return overdue_report(survey, for_file=for_file)
        case "expiring":
            return expiring_report(survey, for_file=for_file)
        case "team":
            return team_report(survey)
    since = _since(wanted.since, date.fromisoformat(survey.today))
    rows = register.rows(RECEIVED, (since,))
    received = {learner: Received(files, last[:10]) for learner, files, last in rows}
    return changes_report(survey, since, received, for_file=for_file)


def _since(day: date | None, today: date) -> str:
    if day is not None and day > today:
        raise SettingsError(f"--since: {day} is still to come", "Name a day that has passed.")
    return (day or today - timedelta(USUAL_DAYS)).isoformat()


def _is_shown(target: ReportTarget) -> bool:
    """Say whether the report is a table in the terminal, which has less room than a file."""
    return target.to is None and target.form in {None, "table"}
