"""A completion record as blocks, or what is missing for it."""

from datetime import date
from pathlib import Path

from completed import make_sample

from protectcourse.blocks import Block, TextBlock
from protectcourse.errors import RecordError
from protectcourse.records.completion_blocks import (
    MISSING,
    NEW,
    completion_blocks,
    refused_blocks,
    saved_blocks,
)
from protectcourse.records.completion_state import CompletionState
from protectcourse.records.saving import Saved
from protectcourse.records.wording import facts, statements

TODAY = date(2026, 11, 25)


def words_of(blocks: list[Block]) -> list[str]:
    """Return the words of blocks."""
    return [one.text.plain for one in blocks if isinstance(one, TextBlock)]


def test_the_record_says_the_same_as_on_paper() -> None:
    """What it is not, every fact, every unit; labels are told from what they label."""
    record = make_sample()

    blocks = completion_blocks(CompletionState("A demonstration", record, (), ()), TODAY)

    words = words_of(blocks)
    labelled = [one for one in blocks if isinstance(one, TextBlock) and len(one.text.pieces) > 1]
    assert words[: len(statements(record))] == statements(record)
    assert [f"{label}: {said}" for label, said in facts(record, TODAY)] == [
        one.text.plain for one in labelled
    ]
    assert {one.text.pieces[0].style for one in labelled} == {"strong"}
    assert "lesson: Welcome" in words


def test_what_is_missing_or_new_is_listed() -> None:
    """Nobody is to search the course for it."""
    missing = CompletionState("T", None, ("lesson 1.1 Welcome",), ())
    new = CompletionState("T", make_sample(), (), ("lesson 1.2 More",))

    assert words_of(completion_blocks(missing, TODAY)) == [MISSING, "lesson 1.1 Welcome"]
    assert words_of(completion_blocks(new, TODAY))[-3:-1] == [NEW, "lesson 1.2 More"]


def test_saving_says_where_or_why_not() -> None:
    """With the command that checks the signed file."""
    saved = Saved(Path("/stick/a.pcdone"), Path("/stick/a.html"))

    assert "/stick/a.html" in words_of(saved_blocks(saved))[0]
    assert words_of(saved_blocks(saved))[1].endswith("protectcourse verify a.pcdone")
    refusal = RecordError("there is no folder x", "Make it first.")
    assert words_of(refused_blocks(refusal)) == ["Not saved: there is no folder x. Make it first."]
