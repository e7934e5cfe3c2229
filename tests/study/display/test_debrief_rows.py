"""What can be done after a case."""

from pathlib import Path

import pytest
from learners import CASE, GOOD_PLAY, Learner, decide

from protectcourse.scenario.moments import Moment
from protectcourse.study.dashboard import next_after
from protectcourse.study.display.debrief_rows import (
    choice_after_debrief,
    debrief_rows,
    rewind_offer,
)


def test_the_next_step_comes_first_where_there_is_one(tmp_path: Path) -> None:
    """After finishing something the next step is offered, not the menu."""
    upcoming = next_after(Learner(tmp_path / "data").enrolment, CASE)
    assert upcoming is not None

    rows = debrief_rows(upcoming)

    assert [row.id for row in rows] == ["next", "again", "rewind", "home"]
    assert choice_after_debrief("next", upcoming).unit == upcoming.unit
    assert [row.id for row in debrief_rows(None)] == ["again", "rewind", "home"]
    assert choice_after_debrief("next", None).action == "home"


@pytest.mark.parametrize("row_id", ["again", "rewind", "home"])
def test_each_row_means_what_it_says(row_id: str) -> None:
    """Both front ends do the same with it."""
    assert choice_after_debrief(row_id, None).action == row_id


def test_every_decision_can_be_gone_back_to(tmp_path: Path) -> None:
    """Its id is how many stand before it; practice is said to be practice."""
    session = Learner(tmp_path / "data").case()
    moment: Moment = session.begin()
    for choice in GOOD_PLAY:
        moment = decide(session, choice)
    assert moment.kind == "ending"

    offer = rewind_offer(session.unit, session.debrief())

    assert [row.id for row in offer.rows] == [str(n) for n in range(len(GOOD_PLAY))]
    rated = [row for row, way in zip(offer.rows, GOOD_PLAY, strict=True) if way != "sound"]
    assert all(row.right for row in rated)
    assert len(offer.blocks) == 2
