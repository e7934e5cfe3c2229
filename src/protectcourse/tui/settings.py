"""A learner's own settings: name, language, colours, plain mode."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from textual.app import App

from protectcourse.errors import StoreError
from protectcourse.progress.store import Store
from protectcourse.study.display.first_questions import LONGEST_NAME, NAME_WORDS
from protectcourse.study.display.setting_offers import (
    NAME_TITLE,
    colour_offer,
    language_offer,
    plain_offer,
)
from protectcourse.study.display.sheets import Offer
from protectcourse.tui.palettes import PALETTES
from protectcourse.tui.screens.choose import ChooseScreen


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
        from protectcourse.tui.screens.note import NameScreen

        name = self._store.profile("name") or ""
        screen = NameScreen(NAME_TITLE, NAME_WORDS, name, LONGEST_NAME)
        self._app.push_screen(screen, self._keep("name"))

    def change_language(self) -> None:
        """Choose among the languages that the course is in."""
        self._choose("language", language_offer(self._languages, self._store.profile("language")))

    def change_theme(self) -> None:
        """Choose the colours; they change at once."""
        offer = colour_offer([(one.name, one.words) for one in PALETTES], self._app.theme)

        def chosen(name: str | None) -> None:
            if name is not None:
                self._app.theme = name
                self._keep("theme")(name)

        self._app.push_screen(ChooseScreen(offer), chosen)

    def change_plain(self) -> None:
        """Choose plain mode for the next start."""
        self._choose("plain", plain_offer(self._store.profile("plain")))

    def _choose(self, key: str, offer: Offer) -> None:
        """Ask for one of some values, and keep it."""
        self._app.push_screen(ChooseScreen(offer), self._keep(key))

    def _keep(self, key: str) -> Callable[[Any], None]:
        """Return what keeps a value; what cannot be saved now is saved with the next answer."""

        def keep(value: str | None) -> None:
            if value is not None:
                with suppress(StoreError):
                    self._store.set_profile(key, value)

        return keep
