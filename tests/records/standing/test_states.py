"""How somebody stands in a course on a day."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protectcourse.records.standing.states import (
    UNSCORED,
    Gained,
    State,
    Work,
    day_after,
    find_standing,
)

TODAY = "2026-11-24"
DAYS = st.dates().map(str)


def worked(*gained: Gained, checks: tuple[str, ...] = (), begun: str = "2026-01-05") -> Work:
    """Return the work of somebody who began, and what came of it."""
    last = max([begun, *(one.day for one in gained), *checks])
    return Work(begun, last, tuple(sorted(gained)), checks)


def state(work: Work | None, due: str = "", today: str = TODAY) -> State:
    """Return the state alone."""
    return find_standing(work, due, today).state


def test_whoever_is_on_the_roster_has_not_begun_until_something_is_handed_in() -> None:
    """The empty row is the one that a coordinator looks for."""
    assert state(None) is State.NOT_BEGUN
    assert state(worked()) is State.IN_PROGRESS


def test_the_day_on_which_it_is_due_still_belongs_to_the_learner() -> None:
    """Nobody is called late on the day itself."""
    assert state(worked(), due=TODAY) is State.IN_PROGRESS
    assert state(worked(), due="2026-11-23") is State.OVERDUE
    assert state(None, due="2026-11-23") is State.OVERDUE


def test_whoever_completed_late_has_completed() -> None:
    """What is done is done; nobody is to be written to."""
    assert state(worked(Gained("2026-11-20")), due="2026-11-01") is State.COMPLETED


def test_the_first_completion_is_the_earliest_and_the_score_the_best() -> None:
    """Doing it again can only add to a record."""
    standing = find_standing(
        worked(Gained("2026-03-02", 8100), Gained("2026-02-01", 9500), Gained("2026-05-01", 8700)),
        "",
        TODAY,
    )

    assert (standing.completed, standing.score) == ("2026-02-01", 9500)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-11-01", State.COMPLETED),
        ("2026-11-02", State.EXPIRING),
        ("2026-12-31", State.EXPIRING),
        ("2027-01-01", State.EXPIRING),
        ("2027-01-02", State.EXPIRED),
    ],
)
def test_a_completion_expires_after_its_last_day_and_is_told_sixty_days_before(
    today: str, expected: State
) -> None:
    """The edges are where somebody would be written to too early or too late."""
    assert state(worked(Gained("2026-01-01", months=12)), today=today) is expected


def test_a_completion_of_a_long_month_ends_with_the_shorter_one() -> None:
    """There is no 30th of February."""
    standing = find_standing(worked(Gained("2026-08-31", months=6)), "", TODAY)

    assert standing.until == "2027-02-28"


def test_a_refresher_renews_and_the_history_stays() -> None:
    """The first completion, its day and its score are what was earned."""
    refreshed = Gained("2026-06-01", months=12, is_refresher=True)
    standing = find_standing(worked(Gained("2025-01-10", 9000, months=12), refreshed), "", TODAY)

    assert standing.state is State.COMPLETED
    assert (standing.completed, standing.score) == ("2025-01-10", 9000)
    assert standing.until == "2027-06-01"


def test_a_refresher_without_a_completion_completes_nothing() -> None:
    """A file may lack the days before it: what is not known is not made up."""
    refreshed = Gained("2026-06-01", months=12, is_refresher=True)

    assert state(worked(refreshed)) is State.IN_PROGRESS
    assert find_standing(worked(refreshed), "", TODAY).completed == ""


def test_a_refresher_from_before_the_first_completion_renews_nothing() -> None:
    """A clock twenty years ahead must not make a completion hold for ever."""
    early = Gained("2026-01-01", months=0, is_refresher=True)

    standing = find_standing(worked(Gained("2026-02-01", months=3), early), "", TODAY)

    assert standing.state is State.EXPIRED


def test_of_two_completions_the_one_that_holds_longer_says_until_when() -> None:
    """A rule made stricter later takes nothing away from what was reached before."""
    for_ever, short = Gained("2024-01-01", months=0), Gained("2026-01-01", months=6)

    standing = find_standing(worked(for_ever, short), "", TODAY)

    assert (standing.state, standing.until) == (State.COMPLETED, "")


def test_a_later_check_counts_after_the_completion_only() -> None:
    """Retained says that it was still known, not that it was known before."""
    assert state(worked(Gained("2026-02-01"), checks=("2026-05-01",))) is State.RETAINED
    assert state(worked(Gained("2026-02-01"), checks=("2026-01-09",))) is State.COMPLETED


def test_a_new_due_day_after_the_end_makes_it_overdue_again() -> None:
    """Who was asked to refresh by a day, and did not, is late."""
    expired = worked(Gained("2025-01-10", months=12))

    assert state(expired, due="2025-02-01") is State.EXPIRED
    assert state(expired, due="2026-11-01") is State.OVERDUE
    assert state(expired, due="2026-12-01") is State.EXPIRED


def test_a_day_in_the_future_is_told_and_not_believed_nor_dropped() -> None:
    """Clocks lie; tomorrow is somebody's today further east."""
    assert find_standing(worked(Gained("2046-01-01")), "", TODAY).is_ahead
    assert not find_standing(worked(Gained("2026-11-25")), "", TODAY).is_ahead


def test_what_happened_later_is_not_known_on_an_earlier_day() -> None:
    """The report on changes asks how somebody stood a month ago."""
    work = worked(Gained("2026-06-01", 9000), checks=("2026-08-01",))

    assert work.as_of("2026-01-04") is None
    assert state(work.as_of("2026-05-31"), today="2026-05-31") is State.IN_PROGRESS
    assert state(work.as_of("2026-06-01"), today="2026-06-01") is State.COMPLETED
    assert state(work.as_of("2026-08-01"), today="2026-08-01") is State.RETAINED


@given(
    st.lists(st.builds(Gained, DAYS, st.integers(-1, 10_000), st.integers(0, 12_000))),
    st.lists(DAYS),
    DAYS,
    DAYS | st.just(""),
)
def test_every_clock_gives_a_state(
    gained: list[Gained], checks: list[str], today: str, due: str
) -> None:
    """A wrong clock, or a hostile one, stops no report."""
    standing = find_standing(worked(*gained, checks=tuple(checks)), due, today)

    assert isinstance(standing.state, State)
    completions = [one for one in gained if not one.is_refresher]
    assert standing.completed == min((one.day for one in completions), default="")
    assert standing.score >= max((one.score for one in completions), default=UNSCORED)


@pytest.mark.parametrize(("day", "by"), [("9999-12-30", 60), ("0001-01-02", -60)])
def test_days_end_where_the_calendar_does(day: str, by: int) -> None:
    """A hostile day is at the edge of the calendar."""
    assert day_after(day, by) in {"9999-12-31", "0001-01-01"}
