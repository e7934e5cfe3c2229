"""A completion record as blocks for reading, or what is missing for it; and how it is saved."""

from collections.abc import Iterator
from datetime import date

from protectcourse.blocks import Block, TextBlock, text_block
from protectcourse.errors import RecordError
from protectcourse.records.completion_record import CompletionRecord
from protectcourse.records.completion_state import CompletionState
from protectcourse.records.saving import Saved
from protectcourse.records.wording import facts, statements, unit_words
from protectcourse.styled_text import join_text, styled

SAVE = "Save this record"
SAVE_WORDS = (
    "Two files are written: a page to read and print, and the same record signed. They hold the "
    "name and the numbers that you saw. No file is written over. Into which folder?"
)
SAVED_WORDS = (
    "The record, to read and print, is in {page}. The same record, signed, is in {signed}."
)
CHECK_WORDS = "To check the signed file: protectcourse verify {name}"
MISSING = "The course is not complete yet. A record can be written once this is done:"
NEW = "Added to the course since you completed it:"
NEW_WORDS = "Your completion stays valid without it."
LONGEST_PATH = 1000


def completion_blocks(state: CompletionState, today: date) -> list[Block]:
    """Return the record, and what the course has that is new since; or what is still missing."""
    return list(_blocks(state, today))


def saved_blocks(saved: Saved) -> list[Block]:
    """Return where the two files are, and how the signed one is checked."""
    words = SAVED_WORDS.format(page=saved.page.absolute(), signed=saved.signed.absolute())
    return [text_block(words), text_block(CHECK_WORDS.format(name=saved.signed.name))]


def refused_blocks(error: RecordError | RuntimeError) -> list[Block]:
    """Return why the record was not saved."""
    hint = error.hint if isinstance(error, RecordError) else ""
    return [text_block(f"Not saved: {error.args[0]}. {hint}")]


def _blocks(state: CompletionState, today: date) -> Iterator[Block]:
    if state.record is None:
        yield text_block(MISSING)
        yield from _list(state.missing)
        return
    yield from _record_blocks(state.record, today)
    if state.new:
        yield text_block(NEW, "heading")
        yield from _list(state.new)
        yield text_block(NEW_WORDS)


def _record_blocks(record: CompletionRecord, today: date) -> Iterator[Block]:
    for words in statements(record):
        yield text_block(words)
    yield text_block("What is recorded", "heading")
    for label, words in facts(record, today):
        yield TextBlock(join_text((f"{label}: ", "strong"), words), rest="  ", gap=0)
    yield text_block("What was done", "heading")
    yield from _list(tuple(unit_words(unit) for unit in record.units))


def _list(lines: tuple[str, ...]) -> Iterator[Block]:
    for line in lines:
        yield TextBlock(styled(line), first="· ", rest="  ", gap=0)
