"""Reports about people: who is named in which, and that small groups say nothing."""

from datetime import date

import pytest

from protectcourse.records.reports.changes import Received, changes_report
from protectcourse.records.reports.completion import completion_report
from protectcourse.records.reports.expiring import expiring_report
from protectcourse.records.reports.months import completions_by_month
from protectcourse.records.reports.overdue import overdue_report
from protectcourse.records.reports.report import Report, Table
from protectcourse.records.reports.team import team_report
from protectcourse.records.reports.text_writer import text_lines
from protectcourse.records.roster.row import RosterRow
from protectcourse.records.standing.contents import Contents
from protectcourse.records.standing.states import Gained, Work
from protectcourse.records.standing.survey import Survey, make_survey
from protectcourse.records.undefined import FEWER, Undefined

TODAY = "2026-11-24"
DONE = Work("2026-01-05", "2026-02-01", (Gained("2026-02-01", 9000, 24),))
BEGUN = Work("2026-01-05", "2026-01-09")


def survey_of(teams: dict[str, int], *, courses: tuple[str, ...] = ("c",), due: str = "") -> Survey:
    """Return teams of so many people, every second of whom has completed."""
    names = [(f"{team} {n:02d}", team) for team, count in teams.items() for n in range(count)]
    numbers = {name: f"{n:016x}" for n, (name, _) in enumerate(names)}
    works = {
        (numbers[name], course): DONE if int(name[-2:]) % 2 else BEGUN
        for name, _ in names
        for course in courses
    }
    roster = [
        RosterRow(numbers[name], name, team, "", course, due)
        for name, team in names
        for course in courses
    ]
    learners = {number: name for name, number in numbers.items()}
    titles = {course: f"Course {course}" for course in courses}
    return make_survey(Contents(works, learners, tuple(roster), titles), TODAY)


def table(report: Report, name: str) -> Table:
    """Return a table of a report."""
    return next(one for one in report.tables if one.name == name)


def shown(report: Report) -> str:
    """Return a report as it stands in a terminal."""
    return "\n".join(text_lines(report, 80))


def test_a_group_under_ten_shows_no_statistic() -> None:
    """Of nine people a share says who they are."""
    teams = table(team_report(survey_of({"North": 10, "South": 9})), "teams")

    north, south = teams.rows
    assert north[:2] == ("North", 10)
    assert north[-1] == 0.5
    assert south[0] == "South"
    assert set(south[1:]) == {FEWER}


def test_a_small_group_cannot_be_reckoned_from_the_total() -> None:
    """All less those shown would be the nine."""
    teams = table(team_report(survey_of({"North": 10, "South": 9})), "teams")

    assert teams.total is not None
    assert teams.total[:2] == ("groups of 10 or more", 10)


def test_where_every_group_is_small_there_is_no_total() -> None:
    """A row of nothing but dashes says nothing."""
    assert table(team_report(survey_of({"North": 4, "South": 3})), "teams").total is None


def test_several_small_groups_that_are_ten_together_are_in_the_total() -> None:
    """Together they are enough that nobody is told apart."""
    teams = table(team_report(survey_of({"North": 10, "South": 6, "West": 4})), "teams")

    assert teams.total is not None
    assert teams.total[:2] == ("all", 20)


@pytest.mark.parametrize("count", [0, 1, 9])
def test_nothing_is_counted_of_fewer_than_ten(count: int) -> None:
    """Nor in the first table, nor by month."""
    report = completion_report(survey_of({"North": count}))

    states = table(report, "states")
    assert {cell for row in states.rows for cell in row[1:3]} <= {FEWER}
    assert states.charts == ()
    assert table(report, "months").rows == ()


def test_the_people_are_counted_and_not_their_courses() -> None:
    """Five people in two courses are five."""
    report = completion_report(survey_of({"North": 5}, courses=("c", "d")))

    assert [row[0] for row in table(report, "courses").rows] == ["c", "d"]
    cells = {cell for row in table(report, "teams").rows for cell in row[2:]}
    assert cells == {FEWER}
    assert "states" not in {one.name for one in report.tables}


def test_a_report_on_teams_names_nobody() -> None:
    """It is the one to be passed on."""
    survey = survey_of({"North": 12})

    words = shown(team_report(survey))

    assert "North 01" not in words
    assert "North 01" in shown(completion_report(survey))
    assert "leave them out of what is passed on" in shown(completion_report(survey)).replace(
        "\n", " "
    )


def test_the_totals_of_a_table_are_the_sums_of_its_rows() -> None:
    """Somebody will add them up."""
    teams = table(completion_report(survey_of({"North": 11, "South": 14})), "teams")

    assert teams.total is not None
    for place in range(1, len(teams.columns) - 1):
        numbers = [row[place] for row in teams.rows if not isinstance(row[place], Undefined)]
        assert teams.total[place] == sum(int(str(one)) for one in numbers)


def test_a_file_has_the_numbers_of_learners_and_a_terminal_has_room_for_names() -> None:
    """With the number a letter can be written; 80 columns have no room for it."""
    survey = survey_of({"North": 10})

    in_file = [
        one.name for one in table(completion_report(survey, for_file=True), "people").columns
    ]

    assert in_file[-1] == "Learner"
    assert "Valid until" in in_file
    assert max(len(line) for line in shown(completion_report(survey)).splitlines()) <= 80
    assert "Name: " not in shown(completion_report(survey))


def test_who_is_overdue_longest_comes_first_with_how_long() -> None:
    """That is whom to write to."""
    late = survey_of({"North": 2}, due="2026-11-01")
    later = late._replace(
        lines=tuple(
            line._replace(due="2026-10-25") if line.name == "North 01" else line
            for line in late.lines
        )
    )
    early = make_survey(
        Contents({}, {}, (RosterRow("", "Cy", "North", "", "c", "2026-10-01"),), {}), TODAY
    )

    people = table(overdue_report(later._replace(lines=later.lines + early.lines)), "people")

    assert [row[0] for row in people.rows] == ["Cy", "North 00"]
    days = [column.name for column in people.columns].index("Days")
    assert [row[days] for row in people.rows] == [54, 23]


def test_nobody_overdue_is_said_in_words() -> None:
    """An empty table leaves one wondering."""
    assert "Nobody is overdue." in shown(overdue_report(survey_of({"North": 3})))


def test_who_expires_first_comes_first_and_the_expired_before() -> None:
    """A refresher is planned in that order."""
    works = {
        (f"{n:016x}", "c"): Work("2026-01-01", day, (Gained(day, 9000, months),))
        for n, (day, months) in enumerate(
            [("2026-06-01", 6), ("2026-01-01", 12), ("2025-01-01", 12), ("2026-01-01", 0)]
        )
    }
    learners = {learner: f"Person {learner[-1]}" for learner, _ in works}
    survey = make_survey(Contents(works, learners, (), {}), TODAY)

    rows = table(expiring_report(survey), "people").rows

    assert [row[0] for row in rows] == ["Person 2", "Person 0", "Person 1"]
    assert [row[1] for row in rows] == ["expired", "expiring", "expiring"]
    assert rows[0][2:4] == (date(2026, 1, 1), -327)


def test_changes_say_from_what_to_what_and_since_when() -> None:
    """A coordinator reports once a month what is new."""
    survey = survey_of({"North": 2}, due="2026-11-01")

    report = changes_report(survey, "2026-01-20", {f"{0:016x}": Received(2, "2026-11-02")})

    changed = table(report, "changed").rows
    assert changed == (
        ("North 00", "North", "in progress", "overdue", date(2026, 11, 2)),
        ("North 01", "North", "in progress", "completed", date(2026, 2, 1)),
    )
    assert table(report, "handed in").rows == (
        ("North 00", "North", "overdue", 2, date(2026, 11, 2)),
    )


def test_months_have_no_holes_and_old_ones_stand_together() -> None:
    """A clock of 2006 must not draw two hundred and forty months."""
    works = {
        (f"{n:016x}", "c"): Work(day, day, (Gained(day, 9000, 0),))
        for n, day in enumerate(["2006-01-01", "2026-09-03", "2026-11-01", "2026-11-30"])
    }
    learners = dict.fromkeys((learner for learner, _ in works), "A")
    lines = make_survey(Contents(works, learners, (), {}), TODAY).lines

    months = completions_by_month(lines, TODAY)

    assert months[0] == ("earlier", 1)
    assert months[-3:] == (("2026-09", 1), ("2026-10", 0), ("2026-11", 1))
    assert len(months) == 25


def test_what_cannot_be_known_is_said_below() -> None:
    """No roster, a name that several have, the erased: each would else mislead."""
    rows = (RosterRow("", "Ada Lee", "North", "", "c"),)
    learners = {"aa" * 8: "Ada Lee", "bb" * 8: "Ada Lee"}
    survey = make_survey(Contents({}, learners, rows, {}, erased=3), TODAY)

    words = shown(completion_report(survey)).replace("\n", " ")

    assert "Ada Lee (aaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbb)" in words
    assert "Erased, and not counted: 3." in words
    assert "nobody can be overdue" in shown(
        completion_report(survey._replace(has_roster=False))
    ).replace("\n", " ")
    assert "aaaa" not in shown(team_report(survey))
