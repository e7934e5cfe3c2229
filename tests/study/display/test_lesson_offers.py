"""The choices before a lesson and after it."""

from pathlib import Path

from learners import LESSON, Learner

from protectcourse.blocks import TextBlock
from protectcourse.study.dashboard import next_after
from protectcourse.study.display.lesson_offers import USUAL_NOTE, content_offer, end_offer


def test_a_grave_lesson_can_be_read_short_or_left(tmp_path: Path) -> None:
    """A real choice has three ways, and says what the short form leaves out."""
    offer = content_offer(Learner(tmp_path / "data").lesson())

    assert [(row.id, row.number) for row in offer.rows] == [
        ("go-on", 1),
        ("short", 2),
        ("leave", 3),
    ]
    assert "leaves details out" in offer.rows[1].note
    (block,) = offer.blocks
    assert isinstance(block, TextBlock)
    assert block.text.plain == USUAL_NOTE


def test_after_a_lesson_the_next_step_comes_first(tmp_path: Path) -> None:
    """In words, with its length; without one, reading again."""
    learner = Learner(tmp_path / "data")
    unit, upcoming = learner.unit(LESSON), next_after(learner.enrolment, LESSON)
    assert upcoming is not None

    offer, last = end_offer(unit, upcoming), end_offer(unit, None)

    assert [row.id for row in offer.rows] == ["next", "again", "home"]
    assert str(offer.rows[0].text).startswith(f"Next: {upcoming.unit.sort} ")
    assert str(offer.rows[0].text).endswith(" min")
    assert [row.id for row in last.rows] == ["again", "home"]
