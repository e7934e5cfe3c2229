from pathlib import Path

from protectcourse.authoring.checking import Checked
from protectcourse.cli.problem_report import full_list, headline, report, summary
from protectcourse.course.problems import Problem
from protectcourse.findings import Severity


def problem(file: str = "a.yaml", line: int = 1, severity: str = "error", **more: str) -> Problem:
    """Return a problem with what a test does not care about filled in."""
    words = {"code": "C010", "message": "`x` does not belong here", "hint": "Delete it."} | more
    return Problem(file=file, line=line, column=1, severity=Severity(severity), **words)


def test_the_summary_counts_by_severity_and_files() -> None:
    """It is what is read first, and often all."""
    found = (problem(), problem(line=2), problem("b.yaml", severity="warning"))

    assert summary(Checked(found, 26)) == "2 errors, 1 warning in 2 of 26 files."
    assert summary(Checked(found[:1], 1)) == "1 error in 1 file."
    assert summary(Checked((), 3)) == "No problem found in 3 files."


def test_notes_alone_ask_for_nothing() -> None:
    """A list of four things looks like work until it says that it is none."""
    notes = (problem(severity="info"), problem(severity="info", line=2))

    assert summary(Checked(notes, 9)) == "2 notes (info) in 1 of 9 files. Nothing has to be mended."


def test_the_gravest_code_is_offered_to_be_explained() -> None:
    """The first in the list may be a note."""
    found = (problem(severity="info", code="C016"), problem(line=9, code="Q003"))

    assert list(report(Checked(found, 1), "text"))[-1].endswith("--explain Q003")


def test_a_problem_of_a_file_that_is_gone_is_listed_without_its_line(tmp_path: Path) -> None:
    """Files go away while they are being checked."""
    lines = list(full_list([problem(str(tmp_path / "gone.yaml"))]))

    assert lines[0].endswith("gone.yaml:1:1: error C010: `x` does not belong here")
    assert lines[1:] == ["    Delete it.", ""]


def test_a_line_break_in_a_name_cannot_begin_a_line_of_its_own() -> None:
    """A file name could pass itself off as another problem, or as an order to a workflow."""
    assert "\n" not in headline(problem("a\n::error::x.yaml", message="b\nc"))


def test_a_long_hint_is_wrapped_below_its_beginning(tmp_path: Path) -> None:
    """The shortest way to an ending is longer than a line."""
    lines = list(full_list([problem(str(tmp_path / "gone.yaml"), hint="to the end " * 30)]))

    assert len(lines) > 4
    assert all(line.startswith("    ") and len(line) <= 80 for line in lines[1:-1])
