"""The list of everybody: found as one types, in an order, within a width."""

import pytest

from protectcourse.records.coordinating.listing import NEXT, Listing, Order
from protectcourse.records.reports.text_writer import cells_wide
from protectcourse.records.standing.states import Gained, Work, find_standing
from protectcourse.records.standing.survey import Line

TODAY = "2026-11-24"


def line(name: str, team: str, work: Work | None = None, due: str = "", course: str = "c") -> Line:
    """Return somebody."""
    standing = find_standing(work, due, TODAY)
    return Line(name.lower()[:8], name, team, "Hill", course, due, standing, work)


DONE = Work("2026-01-01", "2026-02-01", (Gained("2026-02-01", 9000),))
BETTER = Work("2026-01-01", "2026-03-01", (Gained("2026-03-01", 9700),))
LISTING = Listing(
    [
        line("Ada Lee", "North", DONE),
        line("Bob Ray", "South", None, due="2026-11-01"),
        line("Chloé Górski", "", BETTER),
        line("王小明", "North"),
    ]
)


def found(typed: str, order: Order = Order.NAME) -> list[str]:
    """Return the names that are found."""
    return [one.name for one in LISTING.find(typed, order)]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", ["Ada Lee", "Bob Ray", "Chloé Górski", "王小明"]),
        ("gorski", ["Chloé Górski"]),
        ("NORTH", ["Ada Lee", "王小明"]),
        ("north comp", ["Ada Lee"]),
        ("overdue", ["Bob Ray"]),
        ("小", ["王小明"]),
        ("zzz", []),
    ],
)
def test_words_of_any_column_find_somebody(typed: str, names: list[str]) -> None:
    """One types what one knows: part of a name, a team, a state."""
    assert found(typed) == names


def test_each_order_puts_first_what_is_looked_for() -> None:
    """By state the overdue, by score the best, by day the latest; what is not said comes last."""
    assert found("", Order.STATE)[0] == "Bob Ray"
    assert found("", Order.SCORE)[:2] == ["Chloé Górski", "Ada Lee"]
    assert found("", Order.DAY)[:2] == ["Chloé Górski", "Ada Lee"]
    assert found("", Order.TEAM)[-1] == "Chloé Górski"


def test_the_orders_go_round() -> None:
    """One key reaches all of them."""
    seen = [Order.NAME]
    while (following := NEXT[seen[-1]]) is not Order.NAME:
        seen.append(following)

    assert set(seen) == set(Order)


@pytest.mark.parametrize("width", [20, 30, 40, 51, 72, 110])
def test_every_line_fits_and_its_columns_stand_below_their_heads(width: int) -> None:
    """Wide letters take two columns each."""
    columns = LISTING.columns(width)
    rows = [columns.row(one) for one in LISTING.lines]

    assert {cells_wide(row) for row in rows} == {cells_wide(columns.head())}
    assert cells_wide(columns.head()) <= width
    assert columns.name >= min(7, width)


def test_little_room_leaves_out_the_place_before_the_team_and_never_the_state() -> None:
    """Name, state and score are what the list is for."""
    assert "Team" in LISTING.columns(52).head()
    assert "Place" not in LISTING.columns(52).head()
    assert "overdue, due 2026-11-01" in LISTING.columns(46).row(LISTING.lines[1])
    assert LISTING.columns(30).row(LISTING.lines[1]).split() == ["Bob", "Ray", "overdue"]


def test_the_course_stands_there_where_there_are_several() -> None:
    """Somebody has a line for each."""
    two = Listing([line("Ada", "North"), line("Ada", "North", course="other")])

    assert "Course" in two.columns(110).head()
    assert "Course" not in LISTING.columns(110).head()
