"""`register --erase` and `--retain`: what goes, and only after asking."""

from datetime import date
from pathlib import Path

import pytest
from coordinated import begun, completed, fill_register, make_hand_in, number_of, quiz
from program import PROGRAM, run
from terminal import Terminal

from protectcourse.cli.register_view import find_learner, first_day_kept
from protectcourse.errors import SettingsError

ADA, BOB = number_of("Ada Lee"), number_of("Bob Ray")
STEPS = [begun("2019-01-10"), quiz("2019-01-20"), completed("2019-02-01", months=0)]


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """Return a register of two learners who were done long ago, both on the roster by name."""
    file = fill_register(
        tmp_path / "register.db",
        make_hand_in("Ada Lee", STEPS, day="2019-02-02"),
        make_hand_in("Bob Ray", STEPS, day="2019-02-02"),
    )
    roster = tmp_path / "people.csv"
    roster.write_text("name,team\nAda Lee,North\nBob Ray,North\n", encoding="utf-8")
    assert run("roster", "--register", file, "import", roster).returncode == 0
    return file


def test_a_learner_is_erased_with_their_row_of_the_roster(register: Path) -> None:
    """Both hold their name; what is left says only that somebody was erased."""
    done = run("register", register, "--erase", "ada lee", "--yes")

    report = run("report", "completion", "--register", register).stdout
    assert done.returncode == 0
    assert "Erased: 3 events, 1 row of the roster." in done.stdout
    assert "Ada" not in report
    assert "Bob Ray" in report
    assert "Erased, and not counted: 1." in report
    assert b"Ada Lee" not in register.read_bytes()


def test_nothing_is_erased_where_nobody_can_be_asked(register: Path) -> None:
    """A script says --yes, or means something else."""
    before = register.read_bytes()

    erased = run("register", register, "--erase", ADA)
    dropped = run("register", register, "--retain", "12")

    assert (erased.returncode, dropped.returncode) == (2, 2)
    assert "add --yes" in erased.stderr
    assert register.read_bytes() == before


@pytest.mark.parametrize(("typed", "says"), [("yes", "Erased: 3 events"), ("", "Nothing was")])
def test_at_a_terminal_it_asks_and_takes_only_yes(register: Path, typed: str, says: str) -> None:
    """It cannot be undone."""
    with Terminal([*PROGRAM, "register", str(register), "--erase", ADA[:8]]) as terminal:
        terminal.wait("Erase it? Type yes")
        assert "Ada Lee" in terminal.text()
        terminal.type(f"{typed}\r")
        terminal.wait(says)
        assert terminal.exit_code() == 0


def test_what_is_older_than_is_kept_goes_and_is_told(register: Path) -> None:
    """With the completions, unless they are to stay."""
    kept = run("register", register, "--retain", "12", "--keep-completions", "--yes")
    gone = run("register", register, "--retain", "12", "--yes")
    again = run("register", register, "--retain", "12", "--yes")

    assert "Dropped, from before" in kept.stdout
    assert ": 4 events" in kept.stdout
    assert ": 2 events" in gone.stdout
    assert "among them 2 completions" in gone.stdout
    assert "Who has completed would be lost." in gone.stdout
    assert "There is nothing from before" in again.stdout
    assert {kept.returncode, gone.returncode, again.returncode} == {0}


@pytest.mark.parametrize(
    "arguments",
    [("--erase", "nobody"), ("--erase", "ab"), ("--erase", ""), ("--keep-completions",)],
)
def test_whoever_is_not_there_is_a_usage_error(register: Path, arguments: tuple[str, ...]) -> None:
    """The wrong person must never be the one erased."""
    done = run("register", register, *arguments, "--yes")

    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_without_a_terminal_it_says_what_else_there_is(register: Path) -> None:
    """The same is told by a report."""
    done = run("register", register)

    assert done.returncode == 2
    assert "report completion" in done.stderr


def test_a_learner_is_found_by_number_its_beginning_or_a_name_of_their_own() -> None:
    """And never by a guess."""
    learners = {ADA: "Ada Lee", BOB: "Bob Ray", "c" * 16: "Bob Ray"}

    assert find_learner(ADA.upper(), learners) == ADA
    assert find_learner(ADA[:6], learners) == ADA
    assert find_learner("ADA  LÉE", learners) == ADA
    with pytest.raises(SettingsError, match="2 learners"):
        find_learner("Bob Ray", learners)


@pytest.mark.parametrize(
    ("today", "months", "first"),
    [
        (date(2026, 11, 24), 12, "2025-11-24"),
        (date(2026, 3, 31), 1, "2026-02-28"),
        (date(2026, 1, 5), 1, "2025-12-05"),
        (date(2026, 1, 5), 1200 * 21, "0001-01-01"),
    ],
)
def test_the_first_day_kept_is_so_many_months_ago(today: date, months: int, first: str) -> None:
    """Months are not all of one length, and the calendar has a beginning."""
    assert first_day_kept(today, months) == first
