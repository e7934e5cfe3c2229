"""Handing in, on the screen: how much, into which folder, and where the file then is."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from protectcourse.course.outline import CourseOutline
from protectcourse.errors import RecordError, StoreError
from protectcourse.organisation import load_organisation
from protectcourse.progress.store import Store
from protectcourse.records.handing_in.blocks import (
    LONGEST_PATH,
    TO_FOLDER,
    choice_blocks,
    preview_blocks,
    refused_blocks,
    written_blocks,
)
from protectcourse.records.handing_in.levels import Level
from protectcourse.records.handing_in.saving import save_in_folder
from protectcourse.records.handing_in.selection import Selection, select_entries
from protectcourse.records.handing_in.wording import HEADING, LEVELS, WRITE, summary
from protectcourse.study.display.choosing import Row, number_rows
from protectcourse.study.display.commands import Command
from protectcourse.study.display.key_groups import KeyGroup
from protectcourse.study.display.sheets import Offer, Sheet
from protectcourse.tui.screens.choose import ChooseScreen
from protectcourse.tui.screens.note import NameScreen
from protectcourse.tui.screens.text_screen import TextScreen
from protectcourse.tui.widgets.bars import KeyHint


class PreviewScreen(TextScreen):
    """Shows what would leave and what stays, from the top; writes the file if that is wanted."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("w", "write", show=False)]
    key_groups = (KeyGroup(HEADING, (("w", "write the file"),)),)
    hints = (KeyHint("w", "w", "write the file"), *TextScreen.hints)

    def __init__(self, sheet: Sheet, write: Callable[[], None]) -> None:
        """Take what is shown, and what asks where the file goes."""
        super().__init__(sheet)
        self._write = write

    @property
    def commands(self) -> tuple[Command, ...]:
        """What can be done with what is shown."""
        return (Command(WRITE, "w", "screen.write"),)

    def action_write(self) -> None:
        """Go on to the folder."""
        self._write()


class HandingIn:
    """Leads a learner from the choice of a level to the file."""

    def __init__(
        self,
        app: App[Any],
        store: Store,
        outlines: Sequence[CourseOutline],
        today: date,
        folder: Path,
    ) -> None:
        """Take the learner's log, all courses, the day, and the folder offered first."""
        self._app = app
        self._store = store
        self._outlines = outlines
        self._today = today
        self._folder = folder

    def begin(self) -> None:
        """Ask how much is to be handed in, saying what each level is."""
        try:
            selections = {level: self._select(level) for level in Level}
        except StoreError as error:
            self._app.push_screen(TextScreen(Sheet(HEADING, "", refused_blocks(error))))
            return
        rows = number_rows(
            Row(id=level.value, text=LEVELS[level], note=summary(one))
            for level, one in selections.items()
        )
        blocks = choice_blocks(selections[Level.RESULTS])
        offer = Offer(HEADING, rows, blocks, place="how much")

        def chosen(answer: str | None) -> None:
            if answer is not None:
                self._show(selections[Level(answer)])

        self._app.push_screen(ChooseScreen(offer), chosen)

    def _select(self, level: Level) -> Selection:
        return select_entries(self._store, self._outlines, level)

    def _show(self, selection: Selection) -> None:
        """Show in words what would leave and what stays; go on where the learner agrees."""
        organisation = load_organisation(self._store.path.parent)
        sheet = Sheet(HEADING, "what leaves", preview_blocks(selection, organisation))
        self._app.push_screen(PreviewScreen(sheet, partial(self._ask_folder, selection)))

    def _ask_folder(self, selection: Selection) -> None:
        """Ask into which folder the file goes."""
        asking = NameScreen(HEADING, TO_FOLDER, str(self._folder), LONGEST_PATH)
        self._app.push_screen(asking, partial(self._write, selection))

    def _write(self, selection: Selection, answer: str | None) -> None:
        """Write the file into the folder that was typed, and say where it is."""
        if not answer:
            return
        try:
            to = Path(answer).expanduser()
            path = save_in_folder(selection, self._store.path.parent, to, self._today)
            blocks = written_blocks(path)
        except (RecordError, RuntimeError) as error:  # no home is known for the `~` of somebody
            blocks = refused_blocks(error)
        self._app.push_screen(TextScreen(Sheet(HEADING, "", blocks)))
