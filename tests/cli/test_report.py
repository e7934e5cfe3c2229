"""`report`: the answers in every form, and the exit code for scripts."""

import csv
from pathlib import Path

import pytest
from coordinated import (
    begun,
    completed,
    fill_register,
    make_hand_in,
    many_learners,
    roster_of,
)
from html_page import Page, assert_sound
from openpyxl import load_workbook
from program import PROGRAM, run, run_here
from terminal import Terminal

PEOPLE = many_learners(40)
KINDS = ("completion", "overdue", "expiring", "team", "changes")


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a register of forty learners and their roster, due long ago."""
    folder = tmp_path_factory.mktemp("organisation")
    files = [make_hand_in(name, steps) for name, steps in PEOPLE.items()]
    file = fill_register(folder / "register.db", *files)
    roster = folder / "people.csv"
    roster.write_text(roster_of(PEOPLE, due="2026-01-31"), encoding="utf-8")
    assert run_here("roster", "--register", file, "import", roster).returncode == 0
    return file


def report(register: Path, *arguments: str | Path) -> str:
    """Return what a report says."""
    done = run_here("report", arguments[0], "--register", register, *arguments[1:])
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("kind", KINDS)
def test_each_report_fits_a_terminal_of_80_columns(register: Path, kind: str) -> None:
    """As a table, with what it is of."""
    shown = report(register, kind)

    assert "Course: A demonstration (demo)." in shown
    assert max(map(len, shown.splitlines())) <= 80
    assert "Name: " not in shown


@pytest.mark.parametrize("kind", KINDS)
def test_each_report_is_one_page_that_needs_nothing_beside_it(
    register: Path, tmp_path: Path, kind: str
) -> None:
    """It is sent on, opened offline, printed."""
    report(register, kind, "--to", tmp_path / "page.html")

    assert_sound(Page((tmp_path / "page.html").read_text(encoding="utf-8")))


def test_every_form_has_the_same_numbers(register: Path, tmp_path: Path) -> None:
    """A coordinator shows one and sends another."""
    shown = report(register, "team")
    report(register, "team", "--format", "csv", "--to", tmp_path)
    report(register, "team", "--to", tmp_path / "team.xlsx")

    with (tmp_path / "team-teams.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    sheet = load_workbook(tmp_path / "team.xlsx")["teams"]
    north = next(row for row in rows if row[0] == "North")
    cells = next(row for row in sheet.iter_rows(values_only=True) if row[0] == "North")
    line = next(line.split() for line in shown.splitlines() if line.startswith("North"))
    assert north[1:7] == line[1:7] == [str(cell) for cell in cells[1:7]]
    assert float(north[7]) == float(line[7]) == pytest.approx(100 * float(str(cells[7])), abs=0.5)


def test_a_list_in_a_file_has_the_number_of_each_learner(register: Path, tmp_path: Path) -> None:
    """By it a row of the roster can be mended."""
    report(register, "overdue", "--format", "csv", "--to", tmp_path)

    with (tmp_path / "overdue-people.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    assert all(row["Due on"] == "2026-01-31" for row in rows)
    assert sum(len(row["Learner"]) == 16 for row in rows) > 1


def test_a_script_learns_by_the_exit_code_that_somebody_is_overdue(
    register: Path, tmp_path: Path
) -> None:
    """Only if it asks; whatever the report is about."""
    usual = run("report", "overdue", "--register", register)
    asked = run("report", "team", "--register", register, "--fail-if-overdue")
    done = fill_register(tmp_path / "r.db", make_hand_in("Ada", [completed("2026-01-01")]))

    assert (usual.returncode, asked.returncode) == (0, 1)
    assert run("report", "team", "--register", done, "--fail-if-overdue").returncode == 0


def test_one_team_is_reported_on_alone_and_says_so(register: Path) -> None:
    """Its leader is not to see the others."""
    shown = report(register, "completion", "--team", "coast")

    assert "Of team: Coast only." in shown
    assert "North" not in shown


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--team", "Nroth"), "Did you mean `North`?"),
        (("--course", "dem"), "Did you mean `demo`?"),
        (("--since", "2999-01-01"), "is still to come"),
        (("--since", "1/2/2026"), "does not match"),
    ],
)
def test_what_nobody_has_is_a_usage_error(
    register: Path, arguments: tuple[str, ...], says: str
) -> None:
    """An empty report would look like good news."""
    done = run("report", "changes", "--register", register, *arguments)

    assert done.returncode == 2
    assert says in done.stderr


def test_a_name_from_outside_cannot_steer_the_terminal_nor_the_page(tmp_path: Path) -> None:
    """The register holds what other computers wrote."""
    name = "<script>alert(1)</script> =1+1"
    register = fill_register(tmp_path / "r.db", make_hand_in(name, [begun("2026-01-01")]))

    report(register, "completion", "--to", tmp_path / "page.html")
    report(register, "completion", "--format", "csv", "--to", tmp_path)

    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_a_file_that_is_no_register_is_told_and_not_touched(tmp_path: Path) -> None:
    """A coordinator may name the roster by mistake."""
    file = tmp_path / "people.csv"
    file.write_text("name\nAda\n", encoding="utf-8")

    done = run("report", "completion", "--register", file)

    assert done.returncode == 5
    assert "is not a register" in done.stderr
    assert file.read_text(encoding="utf-8") == "name\nAda\n"


def test_a_report_longer_than_the_terminal_stops_at_each_page(register: Path) -> None:
    """Its beginning is what is asked for, and must not fly past."""
    argv = [*PROGRAM, "report", "completion", "--register", str(register)]

    with Terminal(argv, env={"PAGER": "more"}) as terminal:
        terminal.wait("How everybody stands")
        shown = terminal.text()
        terminal.press("q")
        code = terminal.exit_code()

    assert "who sat at the keyboard" not in shown
    assert code == 0


def test_the_name_of_a_file_has_no_blank(register: Path, tmp_path: Path) -> None:
    """A shell would take it for two."""
    report(register, "changes", "--format", "csv", "--to", tmp_path)

    names = {file.name for file in tmp_path.iterdir()}
    assert "changes-handed-in.csv" in names
    assert not any(" " in name for name in names)


def test_an_empty_register_has_a_report_too(tmp_path: Path) -> None:
    """The first day of an organisation."""
    register = fill_register(tmp_path / "r.db")

    for kind in KINDS:
        assert "There is no roster" in report(register, kind)
