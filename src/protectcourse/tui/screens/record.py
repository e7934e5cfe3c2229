"""The completion record on the screen, or what is still missing for it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

from protectcourse.errors import RecordError
from protectcourse.records.completion_blocks import (
    LONGEST_PATH,
    SAVE,
    SAVE_WORDS,
    completion_blocks,
    refused_blocks,
    saved_blocks,
)
from protectcourse.records.completion_state import CompletionState
from protectcourse.records.saving import Saved
from protectcourse.records.wording import HEADING
from protectcourse.study.display.commands import OF_RECORD, Command
from protectcourse.study.display.key_groups import KeyGroup
from protectcourse.study.display.sheets import Sheet
from protectcourse.tui.screens.text_screen import TextScreen
from protectcourse.tui.widgets.bars import KeyHint


class RecordScreen(TextScreen):
    """Shows the record and saves it, or shows what is missing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("w", "save", show=False)]

    def __init__(
        self, state: CompletionState, save: Callable[[Path], Saved], today: date, folder: Path
    ) -> None:
        """Take how the completion stands, what saves its record, and the folder offered first.

        `save` raises RecordError where a folder will not do.
        """
        super().__init__(Sheet(HEADING, state.title, completion_blocks(state, today)))
        self._state, self._save, self._folder = state, save, folder
        if state.record is not None:
            self.key_groups = (KeyGroup(HEADING, (("w", "save this record"),)),)
            self.hints = (KeyHint("w", "w", "save it"), *self.hints)

    @property
    def commands(self) -> tuple[Command, ...]:
        """What can be done with the record."""
        return () if self._state.record is None else OF_RECORD

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
            blocks = saved_blocks(self._save(Path(answer).expanduser()))
        except (RecordError, RuntimeError) as error:  # no home is known for the `~` of somebody
            blocks = refused_blocks(error)
        self.app.push_screen(TextScreen(Sheet(SAVE, "", blocks)))
