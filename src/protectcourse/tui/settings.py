"""A learner's own settings: name, language, colours, plain mode."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from textual.app import App

from protectcourse.errors import StoreError
from protectcourse.progress.store import Store
from protectcourse.tui.commands import Command
from protectcourse.tui.screens.choose import ChooseScreen, Option
from protectcourse.tui.theme import THEMES
from protectcourse.tui.widgets.reading import text_block

COMMANDS = (
    Command("Settings: your name", "", "app.setting('name')"),
    Command("Settings: language", "", "app.setting('language')"),
    Command("Settings: colours", "", "app.setting('colours')"),
    Command("Settings: plain mode", "", "app.setting('plain')"),
)


class Settings:
    """Asks for one setting after another, and keeps it in the learner's file."""

    def __init__(self, app: App[None], store: Store, languages: Mapping[str, str]) -> None:
        """Take the app, the file, and the languages of the course, by code."""
        self._app = app
        self._store = store
        self._languages = languages

    def change(self, name: str) -> None:
        """Ask for one setting by its name."""
        match name:
            case "name":
                self.change_name()
            case "language":
                self.change_language()
            case "colours":
                self.change_theme()
            case "plain":
                self.change_plain()

    def change_name(self) -> None:
        """Change the name on the completion record."""
        from protectcourse.tui.screens.first_start import LONGEST_NAME, NAME_WORDS
        from protectcourse.tui.screens.note import NameScreen

        name = self._store.profile("name") or ""
        screen = NameScreen("Your name", NAME_WORDS, name, LONGEST_NAME)
        self._app.push_screen(screen, self._keep("name"))

    def change_language(self) -> None:
        """Choose among the languages that the course is in."""
        options = [Option(code, name) for code, name in self._languages.items()]
        self._choose("Language", "language", options, "Which language do you want?")

    def change_theme(self) -> None:
        """Choose the colours; they change at once."""
        options = [Option(theme.name, words) for theme, words in THEMES]
        words = "The course can be read without colours: each sign has its word."

        def chosen(name: str | None) -> None:
            if name is not None:
                self._app.theme = name
                self._keep("theme")(name)

        screen = ChooseScreen(
            "Colours", options, blocks=[text_block(words)], chosen=self._app.theme
        )
        self._app.push_screen(screen, chosen)

    def change_plain(self) -> None:
        """Choose plain mode for the next start."""
        from protectcourse.tui.screens.first_start import PLAIN_MISSING_WORDS, PLAIN_WORDS

        options = [Option("no", "No"), Option("yes", "Yes")]
        self._choose("Plain mode", "plain", options, PLAIN_WORDS, PLAIN_MISSING_WORDS)

    def _choose(self, title: str, key: str, options: list[Option], *words: str) -> None:
        """Ask for one of some values, the present one highlighted."""
        known = {option.id for option in options}
        chosen = self._store.profile(key)
        screen = ChooseScreen(
            title,
            options,
            blocks=[text_block(one) for one in words],
            chosen=chosen if chosen in known else None,
        )
        self._app.push_screen(screen, self._keep(key))

    def _keep(self, key: str) -> Callable[[Any], None]:
        """Return what keeps a value; what cannot be saved now is saved with the next answer."""

        def keep(value: str | None) -> None:
            if value is not None:
                with suppress(StoreError):
                    self._store.set_profile(key, value)

        return keep
