"""How a learner stands, to read."""

from pathlib import Path

from learners import Learner, four_units, read_through, take_quiz

from protectcourse.blocks import TextBlock
from protectcourse.study.dashboard import read_dashboard
from protectcourse.study.display.standing_sheet import standing_sheet
from protectcourse.study.standing import read_standing


def blocks_of(learner: Learner, name: str = "") -> list[TextBlock]:
    """Return what the learner reads."""
    dashboard = read_dashboard(learner.enrolment)
    sheet = standing_sheet(read_standing(learner.enrolment), dashboard, name)
    assert sheet.place == dashboard.summary
    return [one for one in sheet.blocks if isinstance(one, TextBlock)]


def test_at_first_nothing_was_tried_and_every_objective_is_listed(tmp_path: Path) -> None:
    """It shows what there is to reach."""
    learner = Learner(tmp_path / "data", four_units(tmp_path / "course"))

    words = [one.text.plain for one in blocks_of(learner)]

    assert words[1] == "Name on your record: no name given."
    assert words.count("· not seen") == len(learner.course.outline.objectives)
    assert words[-1] == "No quiz and no case has been finished yet."


def test_what_was_mastered_is_marked_in_sign_word_and_style(tmp_path: Path) -> None:
    """And every attempt is there, with its outcome."""
    learner = Learner(tmp_path / "data", four_units(tmp_path / "course"))
    read_through(learner.lesson())
    session = learner.quiz()
    session.begin()
    take_quiz(session)

    blocks = blocks_of(learner, "Ada")

    words = [one.text.plain for one in blocks]
    assert words[1] == "Name on your record: Ada."
    assert any(one.startswith("Time spent on what is finished: about ") for one in words)
    assert ("✓ mastered", "right") in [one.text.pieces[0] for one in blocks]
    assert words[-1].endswith("100 %, passed")
