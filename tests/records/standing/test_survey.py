"""Everybody in every course: the roster and what was handed in, put together."""

import pytest

from protectcourse.errors import SettingsError
from protectcourse.records.roster.row import RosterRow
from protectcourse.records.standing.contents import Contents
from protectcourse.records.standing.states import Gained, State, Work
from protectcourse.records.standing.survey import (
    NOT_ON_ROSTER,
    Line,
    Survey,
    make_survey,
    narrow,
    survey_as_of,
)

TODAY = "2026-11-24"
ADA, BOB, CY = "aa" * 8, "bb" * 8, "cc" * 8
DONE = Work("2026-01-05", "2026-02-01", (Gained("2026-02-01", 9000),))
BEGUN = Work("2026-01-05", "2026-01-09")


def survey_of(
    *roster: RosterRow,
    works: dict[tuple[str, str], Work] | None = None,
    learners: dict[str, str] | None = None,
) -> Survey:
    """Return how everybody stands: Ada has completed, Bob has begun, unless said otherwise."""
    return make_survey(
        Contents(
            works={(ADA, "c"): DONE, (BOB, "c"): BEGUN} if works is None else works,
            learners={ADA: "Ada Lee", BOB: "Bob Ray"} if learners is None else learners,
            roster=roster,
            titles={"c": "A course"},
        ),
        TODAY,
    )


def only(survey: Survey) -> Line:
    """Return the one line of a survey."""
    (line,) = survey.lines
    return line


def states(survey: Survey) -> dict[str, State]:
    """Return the state of each person by name."""
    return {line.name: line.standing.state for line in survey.lines}


def test_without_a_roster_whoever_handed_in_is_listed() -> None:
    """A small organisation may never need a roster."""
    survey = survey_of()

    assert states(survey) == {"Ada Lee": State.COMPLETED, "Bob Ray": State.IN_PROGRESS}
    assert [line.remarks for line in survey.lines] == [(), ()]


def test_the_roster_brings_team_place_and_due_day_and_those_who_have_not_begun() -> None:
    """Who is missing is what a coordinator cannot see in files."""
    survey = survey_of(
        RosterRow(ADA, "Ada Lee", "North", "Hill", "c", "2026-03-01"),
        RosterRow("", "Cy Fox", "South", "Hill", "c", "2026-03-01"),
    )

    lines = {line.name: line for line in survey.lines}
    assert lines["Ada Lee"][2:6] == ("North", "Hill", "c", "2026-03-01")
    assert lines["Cy Fox"].standing.state is State.OVERDUE
    assert lines["Bob Ray"].remarks == (NOT_ON_ROSTER,)


@pytest.mark.parametrize("name", ["ada lee", "  ADA   Lee ", "Áda Lee"])
def test_a_name_is_found_whatever_its_capitals_accents_and_blanks(name: str) -> None:
    """Whoever typed the roster did not type the name on the laptop."""
    line = only(
        survey_of(
            RosterRow("", name, "North", "", "c"),
            works={(ADA, "c"): DONE},
            learners={ADA: "Ada Lee"},
        )
    )

    assert (line.learner, line.team) == (ADA, "North")


def test_of_two_learners_of_one_name_nobody_is_guessed() -> None:
    """A wrong guess tells the wrong person that they are late."""
    survey = survey_of(
        RosterRow("", "Ada Lee", "North", "", "c"),
        works={(ADA, "c"): DONE, (BOB, "c"): BEGUN},
        learners={ADA: "Ada Lee", BOB: "ada lee"},
    )

    unfound = next(line for line in survey.lines if line.team == "North")
    assert unfound.learner == ""
    assert unfound.standing.state is State.NOT_BEGUN
    assert "2 learners" in unfound.remarks[0]
    assert survey.unclear[0][1] == (ADA, BOB)


def test_a_number_on_the_roster_settles_which_of_two_is_meant_and_leaves_the_other() -> None:
    """It is the way out that the program names."""
    survey = survey_of(
        RosterRow(ADA, "Ada Lee", "North", "", "c"),
        RosterRow("", "Ada Lee", "South", "", "c"),
        works={(ADA, "c"): DONE, (BOB, "c"): BEGUN},
        learners={ADA: "Ada Lee", BOB: "Ada Lee"},
    )

    assert {line.team: line.learner for line in survey.lines} == {"North": ADA, "South": BOB}
    assert survey.unclear == ()


def test_a_row_without_a_course_is_for_every_course_and_gives_way_to_one_with() -> None:
    """The same people often take all courses, one of them by an earlier day."""
    survey = survey_of(
        RosterRow("", "Ada Lee", "North", "", "", "2026-12-01"),
        RosterRow("", "Ada Lee", "North", "", "d", "2026-06-01"),
        learners={ADA: "Ada Lee"},
    )

    due = {line.course: line.due for line in survey.lines}
    assert due == {"c": "2026-12-01", "d": "2026-06-01"}


def test_somebody_on_the_roster_of_one_course_keeps_their_team_in_another() -> None:
    """A person does not change teams by taking a course of their own accord."""
    survey = survey_of(
        RosterRow(ADA, "Ada Lee", "North", "Hill", "d"),
        works={(ADA, "c"): DONE},
        learners={ADA: "Ada Lee"},
    )

    own = next(line for line in survey.lines if line.course == "c")
    assert (own.team, own.due, own.remarks) == ("North", "", (NOT_ON_ROSTER,))


def test_whoever_handed_in_an_empty_file_is_listed_by_name() -> None:
    """They did hand in; a coordinator would look for them."""
    line = only(survey_of(works={}, learners={CY: "Cy Fox"}))

    assert (line.name, line.course, line.standing.state) == ("Cy Fox", "", State.NOT_BEGUN)


def test_only_some_can_be_asked_for() -> None:
    """A team leader gets the report of one team."""
    survey = survey_of(
        RosterRow("", "Ada Lee", "North", "Hill", "c"),
        RosterRow("", "Bob Ray", "South", "Hill", "c"),
    )

    assert [line.name for line in narrow(survey, team="north").lines] == ["Ada Lee"]
    assert narrow(survey, team="north", place="hill").scope == ("team: North", "place: Hill")


def test_a_team_that_is_not_there_is_an_error_with_the_nearest() -> None:
    """An empty report would look as if nobody was late."""
    survey = survey_of(RosterRow("", "Ada Lee", "Northern", "", "c"))

    with pytest.raises(SettingsError, match="Norther") as error:
        narrow(survey, team="Norther")

    assert error.value.hint == "Did you mean `Northern`?"


def test_an_earlier_day_shows_the_same_people_as_they_stood() -> None:
    """Otherwise a report on changes would compare different people."""
    then = survey_as_of(survey_of(), "2026-01-20")

    assert states(then) == {"Ada Lee": State.IN_PROGRESS, "Bob Ray": State.IN_PROGRESS}
