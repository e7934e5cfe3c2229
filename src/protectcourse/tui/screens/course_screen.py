"""What every screen of the course is made from."""

from typing import Generic, TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen
from textual.widget import Widget

from protectcourse.study.display.commands import Command
from protectcourse.study.display.key_groups import KeyGroup
from protectcourse.tui.widgets.rows_view import RowsView

Result = TypeVar("Result")


class CourseScreen(Screen[Result], Generic[Result]):
    """A screen whose lists scroll themselves, and that names its keys for the help."""

    key_groups: tuple[KeyGroup, ...] = ()
    """The keys of this screen, shown in help before those that hold everywhere."""

    @property
    def commands(self) -> tuple[Command, ...]:
        """What can be done on this screen only, listed first by F1."""
        return ()

    @property
    def terms(self) -> tuple[str, ...]:
        """The glossary terms on this screen, by id."""
        return ()

    def lay_out_at_once(self) -> None:
        """Lay everything out with the very next paint.

        The screen hears of a changed size by a message; a paint that comes before it would show
        the old layout, and the new one a frame later.
        """
        self.refresh(layout=True, repaint=False)

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Give a result and go; do neither while another screen stands above.

        A key may come after the one that brought that screen, and before it shows: the other would
        go in place of this one.
        """
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()

    def set_focus(
        self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False
    ) -> None:
        """Focus a widget. A list is not centred for it: that would hide the question above."""
        scroll = scroll_visible and not isinstance(widget, RowsView)
        super().set_focus(widget, scroll, from_app_focus)
