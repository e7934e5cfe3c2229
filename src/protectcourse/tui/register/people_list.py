"""The list of everybody: one line each in columns, of which only those in sight are made."""

from collections.abc import Callable, Sequence

from textual.strip import Strip
from textual.widget import Widget

from protectcourse.records.coordinating.listing import Columns, Listing
from protectcourse.records.standing.survey import Line as Person
from protectcourse.study.display.choosing import Row
from protectcourse.tui.safe_text import as_content
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.rows_layout import Line, RowsLayout
from protectcourse.tui.widgets.rows_view import LAYOUTS_KEPT


class OneLineLayout(RowsLayout):
    """Rows of one line each, whose words are made when they are looked at."""

    words_of: Callable[[int], str]
    """Returns the words of a row, by its place."""

    def _height(self, index: int) -> int:
        del index
        return 1

    def _wrap(self, index: int) -> list[Line]:
        return [Line(index, 0, as_content(self.words_of(index)))]


class PeopleList(ChoiceList):
    """Everybody who was found, numbered; the id of a row is its place among them."""

    def __init__(self, listing: Listing, *, id: str) -> None:
        self._rows_of_all = [
            Row(id=str(n), text="", number=n + 1) for n in range(len(listing.lines))
        ]
        self._listing = listing
        self._people: Sequence[Person] = listing.lines
        super().__init__(self._rows_of_all, highlighted="0", id=id)

    @property
    def person(self) -> Person | None:
        """Who is highlighted."""
        return None if self.highlighted is None else self._people[int(self.highlighted)]

    @property
    def prefix_width(self) -> int:
        """Columns before the words of a row."""
        return self._rows_layout().prefix_width(self._rows[0]) if self._rows else 0

    @property
    def columns(self) -> Columns:
        """How wide each column is now."""
        return self._listing.columns(max(1, self.size.width - self.prefix_width))

    def show(self, people: Sequence[Person]) -> None:
        """Show other people; the highlight stays on whoever has it, if they are still there."""
        before = self.person
        place = next((n for n, one in enumerate(people) if one is before), 0)
        self._people = people
        self.set_rows(self._rows_of_all[: len(people)], highlighted=str(place))
        self.highlight_row(place if people else None)

    def _rows_layout(self, width: int | None = None) -> RowsLayout:
        """Return how the rows fall into lines: each into one."""
        wanted = self.size.width if width is None else width
        if wanted not in self._layouts:
            if len(self._layouts) == LAYOUTS_KEPT:
                self._layouts.clear()
            self._layouts[wanted] = self._lay_out(wanted)
        return self._layouts[wanted]

    def _lay_out(self, width: int) -> RowsLayout:
        layout = OneLineLayout(self._rows, width, self.box_width, self.note_of)
        columns = self._listing.columns(max(1, width - self._prefix_of(layout)))
        people = self._people
        layout.words_of = lambda index: columns.row(people[index])
        return layout

    def _prefix_of(self, layout: RowsLayout) -> int:
        return layout.prefix_width(self._rows[0]) if self._rows else 0


class ColumnHead(Widget):
    """The heads of the columns, above the list, which scrolls away under them."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "ColumnHead { height: 1; width: 1fr; text-style: bold; color: $foreground; }"

    def __init__(self, people: PeopleList) -> None:
        super().__init__()
        self._list = people

    def render_line(self, y: int) -> Strip:
        """Draw the heads where the columns are."""
        del y
        before = " " * self._list.prefix_width
        line = as_content(before + self._list.columns.head())
        style = self.visual_style
        strip = Strip(line.render_segments(style), line.cell_length)
        return strip.adjust_cell_length(self.size.width, style.rich_style)
