"""A case goes on at the very scene, and each decision is saved before what follows from it."""

from pathlib import Path

import pytest
from learners import CASE, GOOD_PLAY, Learner, copy_course, decide, take

from protectcourse.errors import ScenarioError


def test_a_play_goes_on_at_the_very_decision_after_a_power_cut(tmp_path: Path) -> None:
    """The same scene, the same case file, the choices in the same order, wherever it was cut."""
    learner = Learner(tmp_path / "d")
    learner.case().begin()
    for choice in GOOD_PLAY[:5]:
        session = learner.case()
        session.open()
        before = decide(session, choice)

        learner.lose_power()
        session = learner.case()

        assert session.is_under_way
        assert session.open() == before
    assert learner.rows("decision-made") == 5
    assert learner.rows("case-begun") == 1


def test_a_decision_is_in_the_file_before_its_consequence(tmp_path: Path) -> None:
    """And the ending with the last one."""
    learner = Learner(tmp_path / "data")
    session = learner.case()
    session.begin()

    for number, choice in enumerate(GOOD_PLAY, 1):
        decide(session, choice)

        assert learner.rows("decision-made") == number
    assert session.is_ended
    assert learner.rows("case-finished") == 1


def test_an_ended_play_can_be_looked_back_on_after_a_restart(tmp_path: Path) -> None:
    """The debrief is where most is learnt; it must not be gone the next day."""
    learner = Learner(tmp_path / "data")
    session = learner.case()
    session.begin()
    take(session, GOOD_PLAY)
    before = session.debrief()

    learner.lose_power()
    session = learner.case()

    assert not session.is_under_way
    assert session.has_ended_play
    session.open_finished()
    assert session.debrief() == before
    assert before.passed
    assert before.ending_id == "heard"
    assert learner.enrolment.progress.is_passed(learner.enrolment.key(CASE))


def test_a_choice_that_is_not_there_leaves_no_trace(tmp_path: Path) -> None:
    """A key pressed twice must not spoil the play."""
    learner = Learner(tmp_path / "data")
    session = learner.case()
    before = session.begin()

    with pytest.raises(ScenarioError):
        session.choose("refuse", seconds=1)

    assert learner.rows("decision-made") == 0
    assert session.moment() == before


def test_a_case_not_begun_cannot_be_gone_on_with(tmp_path: Path) -> None:
    """The error is the program's own, with what to do."""
    session = Learner(tmp_path / "data").case()

    for step in (session.open, session.open_finished, session.moment):
        with pytest.raises(ScenarioError, match="under way"):
            step()


def test_an_edit_of_the_flow_does_not_reach_a_play_under_way(tmp_path: Path) -> None:
    """A play half done goes on in the case as it was begun; the next one has the edit."""
    files = copy_course(tmp_path / "course")
    learner = Learner(tmp_path / "data", files)
    session = learner.case()
    session.begin()
    take(session, GOOD_PLAY[:2])
    before = session.moment()
    file = files.lessons / "scenarios" / "going-south.yaml"
    old = file.read_text(encoding="utf-8")
    new = old.replace("      both:\n", "      talk_first:\n").replace("[both,", "[talk_first,")
    file.write_text(new, encoding="utf-8")

    learner.lose_power()
    session = learner.case()

    assert session.open() == before
    take(session, GOOD_PLAY[2:])
    assert session.debrief().ending_id == "heard"
    choices = {one.id for one in learner.case().begin().choices}
    assert "talk_first" in choices
    assert "both" not in choices


def test_an_edit_of_the_wording_shows_in_a_play_under_way(tmp_path: Path) -> None:
    """A mended typing mistake need not wait for the next play."""
    files = copy_course(tmp_path / "course")
    learner = Learner(tmp_path / "data", files)
    session = learner.case()
    text = session.begin().text
    file = files.lessons / "scenarios" / "going-south.yaml"
    words = " ".join(text.split()[:4])
    old = file.read_text(encoding="utf-8")
    assert words in old
    file.write_text(old.replace(words, f"Edited: {words}"), encoding="utf-8")

    learner.lose_power()

    assert learner.case().open().text.startswith("Edited: ")


def test_on_a_full_disk_the_play_goes_on_and_the_next_decision_saves_both(tmp_path: Path) -> None:
    """Told in words; nothing lost, nothing doubled."""
    learner = Learner(tmp_path / "data")
    session = learner.case()
    session.begin()
    learner.fill_disk()

    session.choose(GOOD_PLAY[0], seconds=1)

    assert session.not_saved.startswith("Not saved: ")
    assert learner.rows("decision-made") == 0
    learner.free_disk()
    before = session.choose(GOOD_PLAY[1], seconds=1)
    assert session.not_saved == ""
    learner.lose_power()
    assert learner.case().open() == before
    assert learner.rows("decision-made") == 2


def test_endings_of_all_plays_are_remembered(tmp_path: Path) -> None:
    """The debrief says which ways have been seen, and a second play is a play of its own."""
    learner = Learner(tmp_path / "data")
    session = learner.case()
    for last in ("refuse", "embassy"):
        session.begin()
        take(session, (*GOOD_PLAY[:-1], last))

    key = learner.enrolment.key(CASE)

    assert learner.enrolment.progress.endings_seen(key) == {"heard", "told"}
    assert [one.number for one in learner.enrolment.progress.cases[key]] == [1, 2]
    assert learner.enrolment.progress.is_passed(key)
