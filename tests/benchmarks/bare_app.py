"""The floor: the smallest Textual app of the same make-up (Header, OptionList, Footer)."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, OptionList


class BareApp(App[None]):
    """Shows a list and answers one key."""

    BINDINGS: ClassVar = [("x", "seen", "Seen"), ("q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        """Lay out header, list and footer."""
        yield Header()
        yield OptionList("Hello-Ready", *[f"Line {n}" for n in range(20)])
        yield Footer()

    def action_seen(self) -> None:
        """Show that the key was seen."""
        self.query_one(OptionList).add_option("Key-Seen")


if __name__ == "__main__":
    BareApp().run()
