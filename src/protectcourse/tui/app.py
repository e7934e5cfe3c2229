"""The full-screen app: what holds on every screen, and nothing about any one of them."""

import faulthandler
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, ClassVar

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.filter import LineFilter
from textual.screen import Screen
from textual.scrollbar import ScrollBar

from protectcourse.crash import EXIT_CODE, Ending, end_after_crash
from protectcourse.study.display.commands import OF_PROGRAM, Command
from protectcourse.study.display.help_sheet import help_sheet
from protectcourse.study.display.key_groups import EVERYWHERE, IN_A_TEXT_BOX, KeyGroup
from protectcourse.tui.safe_text import Backstop
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.screens.text_screen import HelpScreen
from protectcourse.tui.screens.too_small import TooSmall
from protectcourse.tui.terminal import fits
from protectcourse.tui.theme import DARK, THEMES
from protectcourse.tui.widgets.scroll_bar import SignScrollBar

if sys.platform == "win32":
    CourseDriver = None
else:
    from protectcourse.tui.terminal_driver import CourseDriver


class CourseApp(App[None], inherit_bindings=False):
    """The app around the screens: keys that hold everywhere, colours, sizes, a tidy end."""

    TITLE = "protectcourse"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "commands", "Commands", priority=True, show=False),
        Binding("question_mark", "help", "Help", show=False),
        Binding("ctrl+c", "leave", "Quit", priority=True, show=False),
        Binding("q", "leave", "Quit", show=False),
        Binding("ctrl+z", "suspend_process", "Suspend", priority=True, show=False),
    ]

    def __init__(self, first_screen: Callable[[], Screen[Any]], notes: Sequence[str] = ()) -> None:
        super().__init__(driver_class=CourseDriver)
        self.animation_level = "none"
        for name in list(self.available_themes):
            self.unregister_theme(name)
        for theme, _ in THEMES:
            self.register_theme(theme)
        self.theme = DARK.name
        ScrollBar.renderer = SignScrollBar
        self.failure: Exception | None = None
        """What ended the app, if that was a fault in the program."""
        self._first_screen = first_screen
        self._notes = tuple(notes)
        self._backstop = Backstop(colours=not self.no_color)

    def get_default_screen(self) -> Screen[Any]:
        """Return the screen to begin with."""
        return self._first_screen()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what every line passes on its way to the terminal."""
        if self.no_color:
            return [self._backstop]
        return [*super().get_line_filters(), self._backstop]

    def on_mount(self) -> None:
        """Draw again whenever the shell brings the app back; Textual leaves the screen empty."""
        self.app_resume_signal.subscribe(self, self._draw_again)

    def on_resize(self, event: events.Resize) -> None:
        """Cover a screen that has become too small to show anything."""
        small = not fits(event.size.width, event.size.height)
        if small and not isinstance(self.screen, TooSmall):
            self.push_screen(TooSmall())

    @property
    def commands(self) -> tuple[Command, ...]:
        """Everything that can be done from everywhere, by name."""
        return OF_PROGRAM

    def action_commands(self) -> None:
        """List what can be done by name: on this screen, then from everywhere."""
        from protectcourse.tui.screens.command_list import CommandListScreen

        here = self.screen
        if isinstance(here, CommandListScreen | HelpScreen | TooSmall):
            return
        own = here.commands if isinstance(here, CourseScreen) else ()
        self.push_screen(CommandListScreen(own, self.commands), self._run_command)

    async def _run_command(self, command: Command | None) -> None:
        """Do what was chosen by name."""
        if command is not None:
            await self.run_action(command.action)

    def action_help(self) -> None:
        """Show every key: the screen's own ``key_groups`` before those that hold everywhere."""
        if isinstance(self.screen, HelpScreen | TooSmall):
            return
        own: Sequence[KeyGroup] = getattr(self.screen, "key_groups", ())
        sheet = help_sheet([*own, EVERYWHERE, IN_A_TEXT_BOX], self._notes)
        self.push_screen(HelpScreen(sheet))

    def action_guides(self) -> None:
        """Show the guides for trainers."""
        from protectcourse.tui.guides import choose_guide

        choose_guide(self)

    def action_leave(self) -> None:
        """End at once; each answer is saved before its feedback shows."""
        self.exit(return_code=0)

    def _draw_again(self, _app: App[Any]) -> None:
        """Draw the whole screen."""
        self.refresh(layout=True)

    def _handle_exception(self, error: Exception) -> None:
        """End because of a fault; Textual's own report prints the values of variables."""
        self._return_code = EXIT_CODE
        if self.failure is None:
            self.failure = self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()


def run_full_screen(app: CourseApp, crash_folder: Path | None) -> Ending:
    """Run the app until it ends; return its exit code and what is left to say."""
    if sys.__stderr__ is not None:
        faulthandler.enable(sys.__stderr__)
    app.run()
    if app.failure is not None:
        return end_after_crash(app.failure, crash_folder)
    return Ending(app.return_code or 0)
