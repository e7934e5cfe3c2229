"""A list of numbered options, for every way of choosing: one, several, in order, matched."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from protectcourse.study.display.choosing import (
    NOTHING_YET,
    Choice,
    Mode,
    NumberTyping,
    Row,
    arrange,
    box_words,
    open_rows,
    value_words,
    words_on_open,
)
from protectcourse.tui.widgets.choice_messages import ChoiceMessages
from protectcourse.tui.widgets.rows_view import RowsView

LIFTED_MARKER = "↕"
BOX_WIDTHS = {Mode.SINGLE: 0, Mode.SEVERAL: 3, Mode.ORDER: 4, Mode.MATCH: 0}


class ChoiceList(ChoiceMessages, RowsView):
    """Numbered rows, of which the learner chooses one, ticks several, orders or matches all."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", show=False),
        Binding("backspace", "take_back", show=False),
        Binding("enter", "confirm", show=False),
    ]

    def __init__(
        self,
        rows: Sequence[Row] = (),
        *,
        mode: Mode = Mode.SINGLE,
        highlighted: str | None = None,
        choice: Choice | None = None,
        values: Sequence[str] = (),
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(rows, highlighted=highlighted, id=id, classes=classes)
        self.mode = mode
        self.values = tuple(values)
        self.box_width = BOX_WIDTHS[mode]
        self._choice = choice or Choice()
        self._typing = NumberTyping()
        self._before_number = self._choice
        self._lifted = False
        self._clicked: str | None = None

    @property
    def choice(self) -> Choice:
        """What is ticked, placed or matched so far."""
        return self._choice

    def set_rows(
        self,
        rows: Sequence[Row],
        *,
        highlighted: str | None = None,
        choice: Choice | None = None,
    ) -> None:
        """Show other rows. Without `highlighted` the highlight stays on its row, if still there."""
        kept = self.highlighted if highlighted is None else highlighted
        self._rows = list(rows)
        self._highlighted = self.index_of(kept)
        self._choice = choice or Choice()
        self._lifted = False
        self.refresh_rows()

    # drawing

    def box_of(self, row: Row) -> str:
        """Return ``[x]`` for a ticked row, ``[2.]`` for one with a place."""
        return box_words(row, self._choice, self.mode)

    def marker_of(self, row: Row) -> str:
        """Return another sign for a row that is being moved."""
        return LIFTED_MARKER if self._lifted else super().marker_of(row)

    def note_of(self, row: Row) -> str:
        """Return a row's value in a matching list, otherwise its note."""
        if self.mode is not Mode.MATCH or row.heading:
            return row.note
        return value_words(row, self._choice, self.values)

    def highlight_row(self, index: int | None) -> None:
        """Highlight another row, and say so."""
        before = self.highlighted
        super().highlight_row(index)
        if self.highlighted not in {None, before}:
            self.post_message(self.Highlighted(self, str(self.highlighted)))

    # keys and mouse

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave keys that mean nothing in this mode to the screen."""
        del parameters
        if action == "tick":
            return self.mode in {Mode.SEVERAL, Mode.ORDER}
        if action == "take_back":
            return self.mode in {Mode.ORDER, Mode.MATCH}
        return True

    def on_key(self, event: events.Key) -> None:
        """Take digits; any other key begins a new number."""
        self._clicked = None
        character = event.character or ""
        if len(character) == 1 and character.isdecimal():
            event.stop()
            event.prevent_default()
            self._press_digit(str(int(character)))
        else:
            self._typing.forget()

    def on_click(self, event: events.Click) -> None:
        """Do with a click what a row's digit does; a second click confirms a single choice."""
        at = event.get_content_offset(self)
        index = self._rows_layout().index_at(at.y) if at else -1
        if index < 0 or self._rows[index].heading:
            return
        event.stop()
        row = self._rows[index]
        again, self._clicked = self._clicked == row.id, row.id
        self.highlight_row(index)
        if again and self.mode is Mode.SINGLE:
            self.action_confirm()
        else:
            self._give(row)

    def action_move(self, step: int) -> None:
        """Highlight the next row, or carry a lifted one past it."""
        if self._lifted:
            self._carry(step)
        else:
            super().action_move(step)

    def action_tick(self) -> None:
        """Tick the highlighted row; in an order lift it, or put it down."""
        if self._highlighted is None:
            self.action_move(1)
        elif self.mode is Mode.SEVERAL:
            self._give(self._rows[self._highlighted])
        elif self.mode is Mode.ORDER:
            self._lift_or_drop()

    def action_take_back(self) -> None:
        """Take the last place back, or make the highlighted row open again."""
        if self.mode is Mode.ORDER:
            self._change(self._choice.take_back())
        elif self.highlighted is not None:
            self._change(self._choice.unmatch(self.highlighted))

    def action_confirm(self) -> None:
        """Say what was chosen, or why that cannot be yet."""
        if self._lifted:
            self._lift_or_drop()
        elif self.mode is Mode.SINGLE:
            self._confirm_one()
        else:
            self._confirm_all()

    # what the keys do

    def _press_digit(self, digit: str) -> None:
        """Give the row with this number what its mode gives; in a match, give a value."""
        if self.mode is Mode.MATCH:
            self._press_value(digit)
            return
        numbers = {row.number: i for i, row in enumerate(self._rows) if row.number is not None}
        number, goes_on = self._typing.add(digit, numbers)
        if goes_on:
            self._change(self._before_number)
        else:
            self._before_number = self._choice
        if number is not None:
            self.highlight_row(numbers[number])
            self._give(self._rows[numbers[number]])

    def _press_value(self, digit: str) -> None:
        """Give the highlighted row a value, then go to the next open one."""
        if self._highlighted is None:
            self.action_move(1)
        row = self._rows[self._highlighted or 0]
        number, goes_on = self._typing.add(digit, range(1, len(self.values) + 1))
        if number is None or row.heading or row.disabled:
            return
        self._change(self._choice.match(row.id, number))
        if not (goes_on or self._typing.waits):
            waiting = open_rows(self._rows[self._highlighted or 0 :], self._choice, self.mode)
            if waiting:  # no digit can follow, so this row is done
                self.highlighted = waiting[0]

    def _give(self, row: Row) -> None:
        """Tick a row, or give it the next place; choosing one needs no more than the highlight."""
        if row.disabled:
            self.post_message(self.Refused(self, row.note or row.right))
        elif self.mode is Mode.SEVERAL:
            self._change(self._choice.toggle(row.id))
        elif self.mode is Mode.ORDER:
            self._change(self._choice.place(row.id))

    def _change(self, choice: Choice) -> None:
        """Take a new choice and draw the rows that it changes."""
        if choice == self._choice:
            return
        self._choice = choice
        if self.mode is Mode.MATCH:
            self.refresh_rows()  # a value may need more lines than another
        else:
            self.refresh()
        self.post_message(self.Changed(self, choice))

    def _lift_or_drop(self) -> None:
        """Take a row up, or put it down; the rows then stand, all of them, in the order chosen."""
        if self._highlighted is None:
            return
        row_id = self._rows[self._highlighted].id
        if not self._lifted:
            self._rows = arrange(self._rows, self._choice.placed)
            self._highlighted = self.index_of(row_id)
        self._lifted = not self._lifted
        self.refresh_rows()
        self._change(Choice(placed=tuple(row.id for row in self._rows)))

    def _carry(self, step: int) -> None:
        """Let the lifted row change places with its neighbour."""
        index = self._highlighted
        if index is None or not 0 <= index + step < len(self._rows):
            return
        self._rows[index], self._rows[index + step] = self._rows[index + step], self._rows[index]
        self._highlighted = index + step
        self.refresh_rows()
        self._change(Choice(placed=tuple(row.id for row in self._rows)))
        self.call_after_refresh(super().highlight_row, index + step)

    def _confirm_one(self) -> None:
        """Hand on the highlighted row, or the only one."""
        at = 0 if len(self._rows) == 1 else self._highlighted
        row = None if at is None else self._rows[at]
        if row is None:
            self.post_message(self.Refused(self, NOTHING_YET))
        elif row.disabled:
            self.post_message(self.Refused(self, row.note or row.right))
        else:
            self.post_message(self.Chosen(self, row.id))

    def _confirm_all(self) -> None:
        """Hand on ticks, a whole order or a whole match."""
        if self.mode is Mode.SEVERAL:
            self.post_message(self.HandedIn(self, self._choice.ticked))
            return
        waiting = words_on_open(self._rows, self._choice, self.mode)
        if waiting:
            self.post_message(self.Refused(self, waiting))
        elif self.mode is Mode.ORDER:
            self.post_message(self.Ordered(self, self._choice.placed))
        else:
            self.post_message(self.Matched(self, self._choice.matched))
