"""A roster brought up to date."""

from protectcourse.records.roster.merging import merge_roster
from protectcourse.records.roster.row import RosterRow

NUMBER = "0011223344556677"
ADA = RosterRow("", "Ada Lee", "North", "", "c", "2026-12-01")
BOB = RosterRow("", "Bob Ray", "North", "", "c", "2026-12-01")


def test_the_same_file_again_changes_nothing() -> None:
    """A coordinator who is not sure does it again."""
    once = merge_roster([], [ADA, BOB])
    twice = merge_roster(once.rows, [BOB, ADA])

    assert twice.rows == once.rows
    assert (twice.new, twice.changed, twice.same) == ((), (), 2)


def test_a_later_row_takes_the_place_of_the_earlier_and_the_others_stay() -> None:
    """The file of one team must not empty the others."""
    moved = ADA._replace(team="South", name="ADA  LEE")

    merged = merge_roster([ADA, BOB], [moved])

    assert set(merged.rows) == {moved, BOB}
    assert merged.changed == (moved,)


def test_whoever_is_no_longer_named_is_taken_out_only_when_that_is_asked() -> None:
    """The file is then the whole list."""
    merged = merge_roster([ADA, BOB], [ADA], replace=True)

    assert merged.rows == (ADA,)
    assert merged.taken_out == (BOB,)


def test_a_number_found_out_later_takes_the_place_of_the_name_alone() -> None:
    """Otherwise the person would stand on the roster twice, once as not begun."""
    numbered = ADA._replace(learner=NUMBER)

    merged = merge_roster([ADA, BOB], [numbered])

    assert set(merged.rows) == {numbered, BOB}
    assert merged.changed == (numbered,)


def test_the_order_of_files_makes_no_difference_where_they_do_not_disagree() -> None:
    """Teams hand in their lists as they please."""
    first, second = merge_roster([], [ADA]), merge_roster([], [BOB])

    assert merge_roster(first.rows, [BOB]).rows == merge_roster(second.rows, [ADA]).rows
