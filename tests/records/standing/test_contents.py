"""What reports are told of a register, however it came to be what it is."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from coordinated import (
    COURSE,
    Step,
    begun,
    collect,
    completed,
    gained,
    lesson,
    make_hand_in,
    many_learners,
    number_of,
    quiz,
    roster_of,
)
from fake_clock import FakeClock
from hypothesis import given, settings
from hypothesis import strategies as st

from protectcourse.records.register.opening import open_register
from protectcourse.records.register.register import Register
from protectcourse.records.reports.completion import completion_report
from protectcourse.records.reports.report import Report
from protectcourse.records.roster.file_reading import read_roster
from protectcourse.records.standing.contents import Contents, read_contents
from protectcourse.records.standing.states import Work
from protectcourse.records.standing.survey import make_survey

TODAY = "2026-11-24"
ADA = number_of("Ada")
PEOPLE = many_learners(12)
FILES = [
    *(make_hand_in(name, steps) for name, steps in PEOPLE.items()),
    *(make_hand_in(name, steps[:1], day="2026-06-01") for name, steps in PEOPLE.items()),
    make_hand_in("Ada", [begun("2026-02-01"), completed("2026-03-01", 8100)]),
    make_hand_in("Ada", [begun("2026-02-01"), completed("2026-02-20", 8000)], day="2026-11-23"),
    make_hand_in("Ada B", [begun("2006-02-01")], learner=ADA, device="ee" * 8, day="2026-11-22"),
]
"""With earlier files of a log, a fork, and a second device whose clock is twenty years behind."""


def contents_of(*files: bytes, roster: str = "") -> Contents:
    """Return the contents of a register of some files."""
    with TemporaryDirectory() as folder, filled(Path(folder), files, roster) as register:
        return read_contents(register)


def filled(folder: Path, files: Sequence[bytes], roster: str = "") -> Register:
    """Return a register of some files, open."""
    register = open_register(str(folder / "register.db"), FakeClock())
    with register.together():
        collect(register, *files)
    if roster:
        register.set_roster(read_roster(roster.encode()).rows)
    return register


def work_of(*steps: Step) -> Work:
    """Return the work of somebody who hands these steps in."""
    return contents_of(make_hand_in("Ada", steps)).works[ADA, COURSE]


def report_of(files: Sequence[bytes]) -> Report:
    """Return the report on completion of a register of some files."""
    roster = roster_of([*PEOPLE, "Ada"])
    return completion_report(make_survey(contents_of(*files, roster=roster), TODAY))


@settings(max_examples=15, deadline=None)
@given(st.permutations(FILES), st.lists(st.sampled_from(FILES), max_size=6))
def test_the_order_of_collecting_makes_no_difference(
    files: list[bytes], again: list[bytes]
) -> None:
    """Two coordinators with the same files must not write to different people."""
    assert report_of([*again, *files]) == report_of(FILES)


def test_the_days_of_all_devices_count_and_the_earliest_completion_is_the_first() -> None:
    """A fork keeps both; neither is dropped, and the earlier day stands."""
    work = contents_of(*FILES).works[ADA, COURSE]

    assert work.begun == "2006-02-01"
    assert [one.day for one in work.gained] == ["2026-02-20", "2026-03-01"]


def test_a_completion_holds_as_long_as_the_rule_it_was_reached_under_says() -> None:
    """An organisation that changes its rule changes it for those who begin after."""
    work = work_of(begun("2026-01-01"), completed("2026-02-01", months=7))

    assert work.gained[0].months == 7


def test_a_refresher_that_does_not_say_how_long_holds_as_long_as_what_it_renews() -> None:
    """It is the same course."""
    work = work_of(completed("2026-02-01", months=12), gained("refresher-done", "2026-10-01"))

    assert [one.months for one in work.gained] == [12, 12]
    assert work.gained[1].is_refresher


def test_a_later_check_is_known() -> None:
    """It makes the difference between completed and retained."""
    assert work_of(completed("2026-02-01"), gained("check-passed", "2026-10-01")).checks == (
        "2026-10-01",
    )


@pytest.mark.parametrize("months", [-5, 10**8, "12", None, True, [1]])
def test_a_period_out_of_bounds_counts_as_none(months: object) -> None:
    """Whoever signed a file may have written anything into it."""
    day = "2026-02-01"
    work = work_of(gained("course-completed", day, score=9000, valid_months=months))

    assert (work.gained[0].months, work.gained[0].score) == (0, 9000)


def test_a_completion_that_was_taken_back_does_not_count() -> None:
    """A correction is a new event; the one it takes back is not edited."""
    device = number_of(f"device of {ADA}")
    back = gained("voided", "2026-03-02", device=device, seq=2)

    work = work_of(begun("2026-02-01"), completed("2026-03-01"), back)

    assert work.gained == ()
    assert work.begun == "2026-02-01"


def test_how_somebody_stands_does_not_hang_on_the_level_handed_in() -> None:
    """Who hands in answers too must not look busier than who does not."""
    part = {"unit": f"{COURSE}/visits", "attempt": 1, "question": "q1", "score": 10_000}
    answered: Step = ("answer-given", "2026-09-09", part)

    assert work_of(begun("2026-02-01"), lesson("2026-02-02"), answered).last == "2026-02-02"


def test_of_an_erased_learner_nothing_is_reported_but_that_there_was_one(tmp_path: Path) -> None:
    """Their right to be forgotten holds in every report."""
    with filled(tmp_path, FILES) as register:
        register.erase(ADA)
        contents = read_contents(register)

    assert contents.erased == 1
    assert not [key for key in contents.works if key[0] == ADA]
    assert ADA not in contents.learners


def test_what_is_older_than_an_organisation_keeps_is_gone_and_stays_gone(tmp_path: Path) -> None:
    """Handing the same file in again must not bring it back."""
    steps = [begun("2024-02-01"), completed("2024-03-01"), quiz("2026-10-01")]
    file = make_hand_in("Ada", steps, day="2024-03-02")
    with filled(tmp_path, [file]) as register:
        found = register.find_old("2026-01-01", keep_completions=False)
        dropped = register.drop_old("2026-01-01", keep_completions=False)
        collect(register, make_hand_in("Ada", steps, day="2026-11-01"))
        contents = read_contents(register)

    assert found == dropped
    assert (dropped.events, dropped.completions, dropped.names) == (2, 1, 1)
    assert contents.works[ADA, COURSE] == Work("2026-10-01", "2026-10-01")
    assert contents.learners[ADA] == "Ada"


def test_completions_can_be_kept_when_the_rest_goes(tmp_path: Path) -> None:
    """Who may work without refreshing is often kept longer than their answers."""
    steps = [begun("2024-02-01"), quiz("2024-02-20"), completed("2024-03-01")]
    with filled(tmp_path, [make_hand_in("Ada", steps, day="2024-03-02")]) as register:
        dropped = register.drop_old("2026-01-01", keep_completions=True)
        contents = read_contents(register)

    assert dropped == (2, 0, 0)
    assert contents.works[ADA, COURSE].gained[0].day == "2024-03-01"
    assert contents.learners[ADA] == "Ada"


def test_whoever_has_no_name_and_no_work_left_is_not_listed(tmp_path: Path) -> None:
    """A number alone tells a coordinator nothing, and was to go."""
    file = make_hand_in("Ada", [begun("2024-02-01")], day="2024-03-02")
    with filled(tmp_path, [file]) as register:
        register.drop_old("2026-01-01", keep_completions=False)
        survey = make_survey(read_contents(register), TODAY)

    assert survey.lines == ()
