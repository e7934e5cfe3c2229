"""What becomes of the runs of a case: rewound, revised under way, begun again, all kept."""

from pathlib import Path
from typing import Any

import pytest
from case_plays import MODEL_PLAY, edited
from case_stage import RAN_OUT, RIVER, rename_choice, river_learner, write_case, write_river
from learners import Learner, take

from protectcourse.errors import ScenarioError
from protectcourse.scenario.revision import Fit
from protectcourse.study.case_session import CaseSession
from protectcourse.study.dashboard import read_dashboard

HALF_WAY = MODEL_PLAY[:6]
REWORDED = ("nodes.gate.choices.storeroom.best", "Said better.")
NEW_QUESTION = ("nodes.talk.questions.eaten", {"ask": "Have you eaten?", "answer": "She nods."})
ROUTE_AHEAD = ("nodes.commander.choices.law.goto", "referred")
ROUTE_TAKEN = ("nodes.gate.choices.storeroom.goto", "talk")


def played(learner: Learner, ways: tuple[str, ...]) -> CaseSession:
    """Return a sitting in which a new run was played so far."""
    session = learner.case(RIVER)
    session.begin()
    take(session, ways)
    return session


def after_edit(tmp_path: Path, ways: tuple[str, ...], tree: dict[str, Any]) -> Learner:
    """Return a learner who was half-way when the author put another case in place."""
    learner = river_learner(tmp_path)
    played(learner, ways)
    write_case(tmp_path, tree)
    learner.lose_power()
    return learner


def state_of(learner: Learner) -> str:
    """Return the dashboard's word for the case."""
    lines = [line for module in read_dashboard(learner.enrolment).modules for line in module.units]
    return next(line.state.value for line in lines if line.unit.id == RIVER)


# playing again from a decision


def test_a_rewind_goes_on_from_that_decision_and_leaves_the_first_run(tmp_path: Path) -> None:
    """First decisions stay on record; what is tried out afterwards is beside them."""
    learner = river_learner(tmp_path)
    session = played(learner, RAN_OUT)
    first = session.steps

    moment = session.rewind(6)

    assert moment.node == "talk"
    assert session.steps == first[:6]
    assert session.is_practice
    assert learner.rows("decision-made") == len(RAN_OUT)
    assert [run.words for run in session.runs()] == [
        "a bad ending, not yet passed",
        "not finished, practice",
    ]


def test_a_rewound_run_goes_on_after_a_power_cut(tmp_path: Path) -> None:
    """Practice is work too."""
    learner = river_learner(tmp_path)
    session = played(learner, RAN_OUT)
    session.rewind(6)
    take(session, ("enough",))
    before = session.moment()

    learner.lose_power()
    session = learner.case(RIVER)

    assert session.open() == before
    assert session.is_practice


def test_practice_never_counts(tmp_path: Path) -> None:
    """With the answers known, anybody passes; the dashboard must not say that they did."""
    learner = river_learner(tmp_path)
    session = played(learner, RAN_OUT)
    session.rewind(6)

    take(session, MODEL_PLAY[6:])

    assert session.debrief().passed
    assert not session.is_passed
    assert state_of(learner) == "to be repeated"
    learner.lose_power()
    assert state_of(learner) == "to be repeated"


def test_a_pass_is_not_lost_by_playing_again(tmp_path: Path) -> None:
    """Whoever passed may look at the bad endings without paying for it."""
    learner = river_learner(tmp_path)
    session = played(learner, MODEL_PLAY)
    session.rewind(0)
    take(session, ("sergeant",))
    assert state_of(learner) == "done"
    take(session, ("form", "back", "enough", "thin", "refer_all"))
    assert state_of(learner) == "done"

    played(learner, RAN_OUT)

    assert state_of(learner) == "done"
    assert learner.case(RIVER).is_passed


def test_a_new_run_from_the_start_counts(tmp_path: Path) -> None:
    """Otherwise nobody could pass who failed the first time; the best run stands."""
    learner = river_learner(tmp_path)
    session = played(learner, RAN_OUT)
    session.rewind(0)

    session = played(learner, MODEL_PLAY)

    assert not session.is_practice
    assert state_of(learner) == "done"
    assert [run.words for run in session.runs()] == [
        "a bad ending, not yet passed",
        "not finished, practice",
        "a good ending, passed",
    ]


def test_endings_met_in_practice_are_endings_seen(tmp_path: Path) -> None:
    """Seeing the other endings is what playing again is for."""
    session = played(river_learner(tmp_path), RAN_OUT)
    session.rewind(6)

    take(session, MODEL_PLAY[6:])

    assert (session.debrief().endings_seen, session.debrief().endings) == (2, 4)


@pytest.mark.parametrize("kept", [-1, 10, 99])
def test_only_a_decision_that_was_taken_can_be_gone_back_to(tmp_path: Path, kept: int) -> None:
    """Neither before the start nor behind the end is there a decision."""
    learner = river_learner(tmp_path)
    session = played(learner, RAN_OUT)

    with pytest.raises(ScenarioError):
        session.rewind(kept)

    assert learner.rows("case-rewound") == 0


def test_a_run_under_way_cannot_be_gone_back_in(tmp_path: Path) -> None:
    """A run that counts is read back, not changed."""
    session = played(river_learner(tmp_path), HALF_WAY)

    with pytest.raises(ScenarioError, match="ended"):
        session.rewind(1)


# an author's edit while a run is under way


@pytest.mark.parametrize(
    ("edits", "fit", "revisions"),
    [
        ([REWORDED], Fit.SAME, 0),
        ([NEW_QUESTION], Fit.MIGRATED, 1),
        ([ROUTE_AHEAD], Fit.MIGRATED, 1),
        ([ROUTE_TAKEN], Fit.DIVERGED, 0),
    ],
    ids=["reworded", "question-added", "route-ahead", "route-taken"],
)
def test_a_run_survives_an_edit_wherever_its_decisions_still_fit(
    tmp_path: Path, edits: list[tuple[str, Any]], fit: Fit, revisions: int
) -> None:
    """Nobody is to lose an interview because an author mended something else."""
    learner = after_edit(tmp_path, HALF_WAY, edited("river_post", *edits))
    session = learner.case(RIVER)

    found = session.find_way_on().fit
    moment = session.open()

    assert found is fit
    assert moment.node == "talk"
    assert [step.choice for step in session.steps] == list(HALF_WAY)
    assert learner.rows("case-revised") == revisions


def test_new_words_show_in_a_run_under_way(tmp_path: Path) -> None:
    """Same flow, new wording: it goes on silently."""
    learner = after_edit(tmp_path, HALF_WAY, edited("river_post", REWORDED))
    session = learner.case(RIVER)

    session.open()

    assert session.steps[0].reason == "Said better."


def test_a_run_goes_over_to_the_revised_case_with_its_decisions(tmp_path: Path) -> None:
    """And is told once: what is replayed later is the same."""
    learner = after_edit(tmp_path, HALF_WAY, edited("river_post", NEW_QUESTION))
    session = learner.case(RIVER)
    moment = session.open()
    assert "eaten" in [choice.id for choice in moment.choices]

    learner.lose_power()
    session = learner.case(RIVER)

    assert session.find_way_on().fit is Fit.SAME
    assert session.open() == moment
    take(session, ("eaten", *MODEL_PLAY[6:]))
    assert session.debrief().passed
    assert learner.rows("case-revised") == 1


def test_a_renamed_choice_is_kept_through_two_renames(tmp_path: Path) -> None:
    """The second file knows nothing of the first name: the decision is kept as it is called now."""
    learner = after_edit(tmp_path, HALF_WAY, rename_choice("consent", "explain", "tell", was=True))
    learner.case(RIVER).open()
    again = rename_choice("consent", "explain", "say", was=False)
    again["nodes"]["consent"]["choices"]["say"]["was"] = "tell"
    write_case(tmp_path, again)
    learner.lose_power()
    session = learner.case(RIVER)

    assert session.find_way_on().fit is Fit.MIGRATED
    session.open()
    assert session.steps[1].choice == "say"


def test_a_choice_renamed_without_was_ends_the_run_or_lets_it_end_as_begun(tmp_path: Path) -> None:
    """Nothing is guessed: the learner starts again, and the old run is on record."""
    learner = after_edit(tmp_path, HALF_WAY, rename_choice("consent", "explain", "tell", was=False))
    session = learner.case(RIVER)
    assert session.find_way_on().fit is Fit.DIVERGED
    assert session.find_way_on().case is not None

    session.begin()
    take(session, ("storeroom", "tell"))

    assert [run.words for run in session.runs()] == ["not finished", "not finished"]
    assert learner.rows("decision-made") == len(HALF_WAY) + 2
    assert learner.rows("case-begun") == 2


def test_a_run_that_no_longer_fits_can_be_finished_as_it_was_begun(tmp_path: Path) -> None:
    """The run carries its own copy of the case."""
    tree = edited("river_post", ("nodes.gate.choices.storeroom.best", None))
    tree["nodes"]["gate"]["choices"]["storeroom"]["acceptable"] = "Good, and slow."
    learner = after_edit(tmp_path, HALF_WAY, tree)
    session = learner.case(RIVER)
    assert session.find_way_on().fit is Fit.RESCORED

    session.open()
    take(session, MODEL_PLAY[6:])

    assert session.steps[0].rating == "best"
    assert session.debrief().passed


def test_a_run_whose_copy_is_damaged_can_only_be_begun_again(tmp_path: Path) -> None:
    """An old file in bad shape must not stop a learner for good."""
    learner = after_edit(tmp_path, HALF_WAY, edited("river_post", ROUTE_TAKEN))
    attempt = learner.enrolment.progress.open_case(learner.enrolment.key(RIVER))
    assert attempt is not None
    attempt.packed = "not a copy"
    session = learner.case(RIVER)

    assert session.find_way_on().fit is Fit.DIVERGED
    assert session.find_way_on().case is None
    with pytest.raises(ScenarioError, match="damaged"):
        session.open()
    assert session.begin().node == "gate"


def test_decisions_that_the_same_case_does_not_allow_are_not_half_believed(tmp_path: Path) -> None:
    """A file in bad shape, or a mended program: the run is begun again, and never goes astray."""
    learner = river_learner(tmp_path)
    played(learner, HALF_WAY)
    attempt = learner.enrolment.progress.open_case(learner.enrolment.key(RIVER))
    assert attempt is not None
    del attempt.decisions[1]

    way = learner.case(RIVER).find_way_on()

    assert (way.fit, way.case) == (Fit.DIVERGED, None)


def test_an_ended_run_whose_copy_is_damaged_gives_way_to_a_new_one(tmp_path: Path) -> None:
    """Its result stands in the list; only the way there cannot be shown."""
    learner = river_learner(tmp_path)
    played(learner, MODEL_PLAY)
    attempt = learner.enrolment.progress.finished_case(learner.enrolment.key(RIVER))
    assert attempt is not None
    attempt.packed = "not a copy"

    session = learner.case(RIVER)

    assert not session.has_ended_play
    assert session.is_passed
    assert session.runs()[0].words == "a good ending, passed"


@pytest.mark.parametrize(
    "edit",
    [
        REWORDED,
        ROUTE_TAKEN,
        ("rubric.protection", "100"),
        ("nodes.gate.for", ["consent"]),
        ("nodes.talk.important", ["names"]),
    ],
    ids=["wording", "route", "pass-mark", "competency", "important"],
)
def test_a_finished_run_is_never_scored_again(tmp_path: Path, edit: tuple[str, Any]) -> None:
    """What was reached under one version stays reached, and reads as it did."""
    learner = river_learner(tmp_path)
    before = played(learner, RAN_OUT).debrief()
    write_river(tmp_path, edit)

    learner.lose_power()
    session = learner.case(RIVER)
    session.open_finished()

    assert session.debrief() == before


def test_the_pass_marks_of_a_run_under_way_stay_those_it_was_begun_with(tmp_path: Path) -> None:
    """The goalposts do not move while somebody is playing."""
    raised = dict.fromkeys(("protection", "consent", "do_no_harm"), "100")
    learner = after_edit(tmp_path, HALF_WAY, edited("river_post", ("rubric", raised)))
    session = learner.case(RIVER)

    session.open()
    take(session, MODEL_PLAY[6:])

    marks = {one.score.competency: one.score.mark for one in session.debrief().competencies}
    assert marks["protection"] == 60
    assert marks["referral"] == 60
