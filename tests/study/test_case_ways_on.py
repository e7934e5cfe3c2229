"""A case revised while a play was under way: finished as begun, gone on with, or begun again."""

from pathlib import Path
from typing import Any

import pytest
from case_plays import MODEL_PLAY, edited
from case_stage import RIVER, rename_choice, river_learner, write_case
from learners import Learner, take

from protectcourse.errors import ScenarioError
from protectcourse.scenario.revision import Fit
from protectcourse.study.display.case_notes import revised_note

HALF_WAY = MODEL_PLAY[:6]
NEW_ROUTE = ("nodes.consent.choices.explain.goto", "advise")


def after_edit(tmp_path: Path, tree: dict[str, Any]) -> Learner:
    """Return a learner who was half-way when the author put another case in place."""
    learner = river_learner(tmp_path)
    session = learner.case(RIVER)
    session.begin()
    take(session, HALF_WAY)
    write_case(tmp_path, tree)
    learner.lose_power()
    return learner


def rated_lower() -> dict[str, Any]:
    """Return the example with the first decision of the play rated acceptable."""
    tree = edited("river_post", ("nodes.gate.choices.storeroom.best", None))
    tree["nodes"]["gate"]["choices"]["storeroom"]["acceptable"] = "Good, and slow."
    return tree


@pytest.mark.parametrize(
    ("tree", "kept", "node"),
    [
        (rename_choice("consent", "explain", "tell", was=False), 1, "consent"),
        (edited("river_post", NEW_ROUTE), 1, "consent"),
        (rated_lower(), 6, "talk"),
    ],
    ids=["choice-gone", "leads-elsewhere", "rated-lower"],
)
def test_a_play_goes_on_in_the_new_version_at_the_decision_that_changed(
    tmp_path: Path, tree: dict[str, Any], kept: int, node: str
) -> None:
    """What still fits is kept; nobody is sent back to the start for one changed choice."""
    learner = after_edit(tmp_path, tree)
    session = learner.case(RIVER)
    words = [str(row.text) for row in revised_note(session.find_way_on()).rows]
    assert words[1] == f"Continue the new version from decision {kept + 1}"

    moment = session.open_revised()

    assert (moment.node, moment.number) == (node, kept + 1)
    assert [step.choice for step in session.steps] == list(HALF_WAY[:kept])


def test_decisions_that_are_dropped_stay_on_record(tmp_path: Path) -> None:
    """First decisions are never rewritten: the log holds them, and one event that says the rest."""
    learner = after_edit(tmp_path, edited("river_post", NEW_ROUTE))

    learner.case(RIVER).open_revised()

    assert learner.rows("decision-made") == len(HALF_WAY)
    assert learner.rows("case-revised") == 1
    assert learner.rows("case-begun") == 1


def test_a_play_that_went_over_stays_there_and_counts(tmp_path: Path) -> None:
    """After a power cut it is the same play in the same version, and nobody is asked again."""
    learner = after_edit(tmp_path, rename_choice("consent", "explain", "tell", was=False))
    moment = learner.case(RIVER).open_revised()

    learner.lose_power()
    session = learner.case(RIVER)

    assert session.find_way_on().fit is Fit.SAME
    assert session.open() == moment
    take(session, ("tell", *MODEL_PLAY[2:]))
    assert session.is_passed
    assert [run.words for run in session.runs()] == ["a good ending, passed"]


def test_what_counts_differently_counts_so_only_for_who_goes_over(tmp_path: Path) -> None:
    """The learner chooses under which ratings the play is looked back on."""
    learner = after_edit(tmp_path, rated_lower())
    session = learner.case(RIVER)

    session.open()
    assert session.steps[0].rating == "best"
    session.open_revised()

    assert session.steps[0].rating == "acceptable"


def test_the_version_begun_can_be_finished_over_several_sittings(tmp_path: Path) -> None:
    """The way over stays open meanwhile: each time the learner is asked again."""
    learner = after_edit(tmp_path, edited("river_post", NEW_ROUTE))
    session = learner.case(RIVER)
    session.open()
    take(session, ("enough",))

    learner.lose_power()
    session = learner.case(RIVER)

    assert session.find_way_on().fit is Fit.DIVERGED
    assert session.open().node == "assess"
    assert len(session.steps) == len(HALF_WAY) + 1


def test_there_is_nothing_to_go_on_with_where_the_first_decision_changed(tmp_path: Path) -> None:
    """From decision 1 is the start: that is offered in its own words, and counted as a new play."""
    learner = after_edit(tmp_path, rename_choice("gate", "storeroom", "room", was=False))
    session = learner.case(RIVER)

    rows = revised_note(session.find_way_on()).rows

    assert [row.id for row in rows] == ["go-on", "anew", "leave"]
    with pytest.raises(ScenarioError, match="fits the revised case"):
        session.open_revised()
    assert learner.rows("case-revised") == 0


def test_a_damaged_copy_leaves_a_new_start(tmp_path: Path) -> None:
    """Without the version begun nobody can tell which decisions still mean the same."""
    learner = after_edit(tmp_path, edited("river_post", NEW_ROUTE))
    attempt = learner.enrolment.progress.open_case(learner.enrolment.key(RIVER))
    assert attempt is not None
    attempt.packed = "not a copy"

    rows = revised_note(learner.case(RIVER).find_way_on()).rows

    assert [row.id for row in rows] == ["anew", "leave"]


def test_the_marks_needed_stay_those_the_play_was_begun_with(tmp_path: Path) -> None:
    """To go over to another version must not move the goalposts."""
    raised = dict.fromkeys(("protection", "consent", "do_no_harm"), "100")
    learner = after_edit(tmp_path, edited("river_post", NEW_ROUTE, ("rubric", raised)))
    session = learner.case(RIVER)

    session.open_revised()
    take(session, ("form", "back", "enough", "thin", "refer_all"))

    marks = {one.score.competency: one.score.mark for one in session.debrief().competencies}
    assert marks["protection"] == 60
