"""What every screen of the course is made from."""

from typing import Generic, TypeVar

from textual.screen import Screen
from textual.widget import Widget

from protectcourse.tui.screens.key_groups import KeyGroup
from protectcourse.tui.widgets.rows_view import RowsView

Result = TypeVar("Result")


class CourseScreen(Screen[Result], Generic[Result]):
    """A screen whose lists scroll themselves, and that names its keys for the help."""

    key_groups: tuple[KeyGroup, ...] = ()
    """The keys of this screen, shown in help before those that hold everywhere."""

    def set_focus(
        self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False
    ) -> None:
        """Focus a widget. A list is not centred for it: that would hide the question above."""
        scroll = scroll_visible and not isinstance(widget, RowsView)
        super().set_focus(widget, scroll, from_app_focus)
