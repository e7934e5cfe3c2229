"""My progress says what was seen, practised and mastered, and every attempt."""

from pathlib import Path

from learners import (
    CASE,
    GOOD_PLAY,
    LESSON,
    QUIZ,
    Learner,
    four_units,
    read_through,
    take,
    take_quiz,
)

from protectcourse.study.standing import Mastery, read_standing


def someone(tmp_path: Path) -> Learner:
    """Return a learner of a course of four units."""
    return Learner(tmp_path / "data", four_units(tmp_path / "course"))


def mastery(learner: Learner) -> dict[str, Mastery]:
    """Return how far each objective is, by its words."""
    return {one.text: one.mastery for one in read_standing(learner.enrolment).objectives}


def test_at_first_nothing_is_seen(tmp_path: Path) -> None:
    """And nothing is said to have been tried."""
    learner = someone(tmp_path)

    standing = read_standing(learner.enrolment)

    assert {one.mastery for one in standing.objectives} == {Mastery.NOT_SEEN}
    assert (standing.tried, standing.minutes) == ((), 0)


def test_reading_a_lesson_shows_its_objectives_as_seen(tmp_path: Path) -> None:
    """Those that it teaches, and no others."""
    learner = someone(tmp_path)
    read_through(learner.lesson(LESSON))

    taught = learner.unit(LESSON).objectives
    outline = learner.course.outline
    seen = {text for text, state in mastery(learner).items() if state is Mastery.SEEN}

    assert seen == {outline.objectives[name] for name in taught}


def test_a_quiz_shows_what_is_practised_and_what_is_mastered(tmp_path: Path) -> None:
    """The latest attempt counts; a retry of what was missed does not."""
    learner = someone(tmp_path)
    session = learner.quiz(QUIZ)
    session.open()
    take_quiz(session, missing=6)
    after_first = set(mastery(learner).values())
    again = learner.quiz(QUIZ)
    again.begin()
    take_quiz(again)

    standing = read_standing(learner.enrolment)

    assert Mastery.PRACTISED in after_first
    assert Mastery.MASTERED not in after_first
    asked = {one.text: one.percent for one in standing.objectives if one.percent is not None}
    assert set(asked.values()) == {100}
    assert [one.outcome.split(", ")[1] for one in standing.tried] == ["passed", "not passed"]


def test_plays_and_time_are_told_and_what_was_before_a_start_over_is_marked(
    tmp_path: Path,
) -> None:
    """History is kept, and is not mistaken for the present."""
    learner = someone(tmp_path)
    case = learner.case(CASE)
    case.begin()
    take(case, GOOD_PLAY)
    before = read_standing(learner.enrolment)

    learner.enrolment.start_over()
    after = read_standing(learner.enrolment)

    assert [(one.unit.id, one.is_past) for one in before.tried] == [(CASE, False)]
    assert before.minutes >= 1
    assert [(one.unit.id, one.is_past) for one in after.tried] == [(CASE, True)]
