"""The completion record on the screen, or what is still missing for it."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from protectcourse.errors import RecordError
from protectcourse.records.completion_record import CompletionRecord
from protectcourse.records.completion_state import CompletionState
from protectcourse.records.saving import Saved
from protectcourse.records.wording import HEADING, facts, statements, unit_words
from protectcourse.tui.commands import Command
from protectcourse.tui.safe_text import join_content
from protectcourse.tui.screens.key_groups import KeyGroup
from protectcourse.tui.screens.text_screen import TextScreen
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.reading import Block, Reading, TextBlock, text_block

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


class RecordScreen(TextScreen):
    """Shows the record and saves it, or shows what is missing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("w", "save", show=False)]

    def __init__(
        self, state: CompletionState, save: Callable[[Path], Saved], today: date, folder: Path
    ) -> None:
        """Take how the completion stands, what saves its record, and the folder offered first.

        `save` raises RecordError where a folder will not do.
        """
        super().__init__(HEADING, state.title, _blocks(state, today))
        self._state, self._save, self._folder = state, save, folder
        if state.record is not None:
            self.key_groups = (KeyGroup(HEADING, (("w", "save this record"),)),)

    def compose(self) -> ComposeResult:
        """Lay the text out, with the key that saves where there is something to save."""
        saving = [KeyHint("w", "w", "save it")] if self._state.record is not None else []
        yield TitleBar(self._title, self._place)
        with VerticalScroll(id="page"):
            yield Reading(self._blocks)
        yield KeyBar(*saving, KeyHint("escape", "Esc", "back"), KeyHint("", "↑↓", "read"))

    @property
    def commands(self) -> tuple[Command, ...]:
        """What can be done with the record."""
        return () if self._state.record is None else (Command(SAVE, "w", "screen.save"),)

    def action_save(self) -> None:
        """Ask for a folder and write both files there."""
        from protectcourse.tui.screens.note import NameScreen

        if self._state.record is not None:
            asking = NameScreen(SAVE, SAVE_WORDS, str(self._folder), LONGEST_PATH)
            self.app.push_screen(asking, self._save_in)

    def _save_in(self, answer: str | None) -> None:
        """Write both files into the folder that was typed, and say where they are."""
        if not answer:
            return
        try:
            saved = self._save(Path(answer).expanduser())
        except (RecordError, RuntimeError) as error:  # no home is known for the `~` of somebody
            hint = error.hint if isinstance(error, RecordError) else ""
            words = [f"Not saved: {error.args[0]}. {hint}"]
        else:
            words = [
                SAVED_WORDS.format(page=saved.page.absolute(), signed=saved.signed.absolute()),
                CHECK_WORDS.format(name=saved.signed.name),
            ]
        self.app.push_screen(TextScreen(SAVE, "", [text_block(line) for line in words]))


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
        yield TextBlock(join_content((f"{label}: ", "bold"), words), rest="  ", gap=0)
    yield text_block("What was done", "heading")
    yield from _list(tuple(unit_words(unit) for unit in record.units))


def _list(lines: tuple[str, ...]) -> Iterator[Block]:
    for line in lines:
        yield TextBlock(join_content(line), first="· ", rest="  ", gap=0)
