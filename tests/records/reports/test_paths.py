"""The report on a case, from hand-in files to its tables."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from case_takers import Taken, play_steps
from coordinated import Step, fill_register, make_hand_in
from fake_clock import FakeClock

from protectcourse.records.register.opening import open_register
from protectcourse.records.reports.case_plays import CasePlays, read_case_plays, read_cases
from protectcourse.records.reports.case_words import CaseWords
from protectcourse.records.reports.paths import (
    GRAVEST,
    NO_DECISIONS,
    TOO_FEW,
    AskedCase,
    paths_report,
)
from protectcourse.records.reports.report import Report, Table

UNIT = "demo/gate"
GOOD: tuple[Taken, ...] = (
    ("gate", "open", "best", "talk"),
    ("talk", "leave", "acceptable", "fine"),
)
BAD: tuple[Taken, ...] = (("gate", "send", "red_line", "sorry"),)
WORDS = CaseWords(
    id="gate",
    title="At the gate",
    scenes={"gate": "Somebody knocks."},
    choices={("gate", "open"): "Open the gate", ("gate", "send"): "Send her away"},
    endings={"fine": "She comes in."},
    outcomes={"fine": "good", "sorry": "bad"},
)


def read(path: Path) -> CasePlays:
    """Return the first plays of the case in a register."""
    with open_register(str(path), FakeClock()) as register:
        return read_case_plays(register, "demo", "gate")


def played(path: Path, *groups: tuple[int, Sequence[Taken], str]) -> Path:
    """Make a register of so many people who went so and came to an ending."""
    files: list[bytes] = []
    for count, taken, ending in groups:
        for _ in range(count):
            steps = play_steps(UNIT, taken, ending=ending)
            files.append(make_hand_in(f"Person {len(files)}", steps))
    return fill_register(path, *files)


def report_of(path: Path, words: CaseWords = WORDS) -> Report:
    """Return the report on the case."""
    return paths_report(read(path), words, AskedCase("r.db", "2026-11-27"))


def table_of(report: Report, name: str) -> Table:
    """Return a table of a report."""
    return next(table for table in report.tables if table.name == name)


def test_where_red_lines_are_crossed_is_seen(tmp_path: Path) -> None:
    """It is where a course must do better first."""
    path = played(tmp_path / "r.db", (15, GOOD, "fine"), (5, BAD, "sorry"))

    report = report_of(path)

    assert table_of(report, "red-lines").rows == (("gate", "Send her away", 5, 20, 0.25),)
    endings = table_of(report, "endings")
    assert [(row[0], row[2], row[3]) for row in endings.rows] == [
        ("fine", "good", 15),
        ("sorry", "bad", 5),
    ]
    assert endings.total is not None
    assert (endings.total[3], endings.total[-1]) == (20, 5)


def test_a_scene_that_few_came_to_shows_nothing(tmp_path: Path) -> None:
    """Of three people who went another way everybody knows who they are."""
    rare: tuple[Taken, ...] = (("gate", "wait", "", "yard"), ("yard", "call", "best", "fine"))
    path = played(tmp_path / "r.db", (15, GOOD, "fine"), (3, rare, "fine"))

    decisions = table_of(report_of(path), "decisions")

    yard = [row for row in decisions.rows if row[0] == "yard"]
    assert len(yard) == 1
    assert "call" not in str(yard)
    assert "fewer than 10 people" in str(yard)


def test_whole_ways_are_shown_from_ten_people_on(tmp_path: Path) -> None:
    """A way that one person took is that person's."""
    path = played(tmp_path / "r.db", (12, GOOD, "fine"), (4, BAD, "sorry"))

    ways = table_of(report_of(path), "ways")

    assert ways.rows == (("open > leave", "fine", 12, 0.75),)
    assert ways.notes == ("On other ways: 4 of 16 people who finished.",)


def test_under_ten_people_nothing_is_shown(tmp_path: Path) -> None:
    """Not even how many."""
    report = report_of(played(tmp_path / "r.db", (9, GOOD, "fine")))

    assert report.tables == ()
    assert TOO_FEW in report.about
    assert "9" not in "".join(report.about[1:])


@pytest.mark.parametrize(
    ("words", "why"), [(WORDS._replace(is_gravest=True), GRAVEST), (WORDS, NO_DECISIONS)]
)
def test_a_case_without_data_says_why(tmp_path: Path, words: CaseWords, why: str) -> None:
    """A coordinator would ask learners again and again for what never leaves their laptops."""
    steps = play_steps(UNIT, (), ending="fine")[1:]
    path = fill_register(tmp_path / "r.db", make_hand_in("Ada", steps))

    report = report_of(path, words)

    assert report.tables == ()
    assert why in report.about


def test_practice_and_later_plays_do_not_count(tmp_path: Path) -> None:
    """Who goes back knows what comes."""
    rewound: Step = ("case-rewound", "2026-10-02", {"unit": UNIT, "attempt": 2, "of": 1, "kept": 0})
    practice = play_steps(UNIT, BAD, ending="sorry", attempt=2)[1:]
    practice[-1][2]["assessed"] = 0  # type: ignore[index]
    again = play_steps(UNIT, BAD, ending="sorry", attempt=3)
    steps = [*play_steps(UNIT, GOOD, ending="fine"), rewound, *practice, *again]
    path = fill_register(tmp_path / "r.db", make_hand_in("Ada", steps))

    found = read(path)

    assert [play.ending for play in found.plays] == ["fine"]


def test_a_play_that_changed_its_case_is_left_out(tmp_path: Path) -> None:
    """Its decisions belong to two stories."""
    revised: Step = ("case-revised", "2026-10-02", {"unit": UNIT, "attempt": 1, "version": 2})
    steps = [*play_steps(UNIT, GOOD), revised]
    path = fill_register(tmp_path / "r.db", make_hand_in("Ada", steps))

    assert (read(path).plays, read(path).revised) == ([], 1)


def test_a_play_in_a_copied_profile_is_left_out(tmp_path: Path) -> None:
    """Two people on one profile took two ways, of which none is first."""
    files = [
        make_hand_in("Ada", play_steps(UNIT, taken), learner="a" * 16, device="d" * 16)
        for taken in (GOOD, BAD)
    ]
    path = fill_register(tmp_path / "r.db", *files)

    assert (read(path).plays, read(path).mixed) == ([], 1)


@pytest.mark.parametrize(
    "change",
    [
        {"node": 3},
        {"choice": ["a"]},
        {"choice": {"fear": ["met"]}},
        {"next": None},
        {"rating": "splendid"},
        {"choice": "c" * 100},
    ],
)
def test_what_is_no_decision_is_left_out_and_told(
    tmp_path: Path, change: dict[str, object]
) -> None:
    """Whoever signs their own file may have written anything into it."""
    steps = play_steps(UNIT, GOOD)
    steps[1] = (steps[1][0], steps[1][1], {**steps[1][2], **change})
    path = fill_register(tmp_path / "r.db", make_hand_in("Ada", steps))

    found = read(path)

    assert found.unreadable == 1
    assert [one.choice for one in found.plays[0].decisions] == ["leave"]


def test_the_cases_of_a_register_are_found(tmp_path: Path) -> None:
    """A coordinator who mistypes an id is told those that there are."""
    path = played(tmp_path / "r.db", (1, GOOD, "fine"))

    with open_register(str(path), FakeClock()) as register:
        assert read_cases(register) == [("demo", "gate")]
