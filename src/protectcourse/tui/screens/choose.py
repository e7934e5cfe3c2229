"""A screen that puts one choice: a few words, then what can be chosen."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.choosing import Row
from protectcourse.tui.widgets.reading import Block, Reading


class Option(NamedTuple):
    """Something that can be chosen."""

    id: str
    words: str
    note: str = ""
    """A line below."""
    right: str = ""
    """Words at the right end, such as the key that does the same."""


class ChooseScreen(CourseScreen[str | None]):
    """Asks for one choice. Returns its id; None where the learner went back."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(
        self,
        title: str,
        options: Sequence[Option],
        *,
        place: str = "",
        blocks: Iterable[Block] = (),
        chosen: str | None = None,
        does: str = "choose",
    ) -> None:
        """Take what is asked; `chosen` is highlighted first, `does` is what Enter does."""
        super().__init__()
        self._title, self._place, self._does = title, place, does
        self._blocks = list(blocks)
        self._options = list(options)
        self._chosen = chosen or self._options[0].id

    def compose(self) -> ComposeResult:
        """Lay the words out above the choices."""
        yield TitleBar(self._title, self._place)
        with VerticalScroll(id="page", can_focus=False):
            if self._blocks:
                yield Reading(self._blocks, id="text")
            yield ChoiceList(_rows(self._options), highlighted=self._chosen)
        yield KeyBar(
            KeyHint("enter", "Enter", self._does),
            KeyHint("", "↑↓", "move"),
            KeyHint("escape", "Esc", "back"),
        )

    def on_mount(self) -> None:
        """Begin on the usual choice."""
        self.set_focus(self.query_one(ChoiceList))

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Give back what was chosen."""
        self.dismiss(message.row_id)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)


def _rows(options: Sequence[Option]) -> list[Row]:
    return [
        Row(id=one.id, text=one.words, number=number, note=one.note, right=one.right)
        for number, one in enumerate(options, 1)
    ]
