"""A moment of a case: its words, its rows, and where in the case it stands."""

from pathlib import Path

import pytest
from case_stage import RAN_OUT, RIVER, river_learner
from learners import take

from protectcourse.blocks import Block, TextBlock
from protectcourse.study.case_session import CaseSession
from protectcourse.study.display.case_blocks import meter_line
from protectcourse.study.display.case_moment import (
    case_file_sheet,
    choice_rows,
    now_blocks,
    place_words,
    refusal_blocks,
    title_words,
)


@pytest.fixture
def session(tmp_path: Path) -> CaseSession:
    """Return a case that was just begun."""
    one = river_learner(tmp_path).case(RIVER)
    one.begin()
    return one


def words_of(blocks: list[Block]) -> str:
    """Return the words of blocks."""
    return " ".join(one.text.plain for one in blocks if isinstance(one, TextBlock))


def test_the_place_counts_decisions_and_says_practice(session: CaseSession) -> None:
    """Nobody is to take practice for a play that counts."""
    assert place_words(session, session.moment()).startswith("decision 1 of about ")

    take(session, RAN_OUT)
    assert place_words(session, session.moment()) == "ending"
    assert [row.text for row in choice_rows(session.moment())] == ["See the debrief"]

    moment = session.rewind(0)
    assert place_words(session, moment).startswith("practice · decision 1")
    assert "It does not count" in words_of(now_blocks(session, moment, is_wide=True))


def test_meters_stand_below_where_the_case_file_has_no_room(session: CaseSession) -> None:
    """They are never out of sight, and never there twice."""
    moment = session.moment()
    line = meter_line(moment)
    assert moment.meters[0].text in line

    assert words_of(now_blocks(session, moment, is_wide=False)).endswith(line)
    assert line not in words_of(now_blocks(session, moment, is_wide=True))
    file = case_file_sheet(session, moment)
    assert file.title == title_words(session)
    assert moment.meters[0].text in words_of(list(file.blocks))


def test_what_cannot_be_chosen_is_there_with_its_reason(session: CaseSession) -> None:
    """What was asked says so at its end, what is locked in a line below."""
    take(session, ("storeroom", "explain"))
    rows = {row.id: row for row in choice_rows(session.moment())}

    shut = [row for row in rows.values() if row.disabled]
    assert shut
    assert all(row.note or row.right == "asked" for row in shut)
    assert [row.number for row in rows.values()] == list(range(1, len(rows) + 1))


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("asked", "You have asked this already; the answer stands above."),
        ("Not yet.", "Not yet."),
        ("", "This cannot be chosen now."),
    ],
)
def test_a_refusal_is_a_sentence(why: str, said: str) -> None:
    """One word at the end of a row is no reason."""
    assert words_of(refusal_blocks(why)) == said
