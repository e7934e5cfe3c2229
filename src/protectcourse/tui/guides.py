"""The guides in the app: which one, which section of it, then the section to read."""

from typing import Any

from textual.app import App

from protectcourse.guides.sheets import guides_offer, section_sheet, sections_offer
from protectcourse.guides.shelf import Guide, Section, find_guide, read_guide, sections_of
from protectcourse.tui.screens.choose import ChooseScreen
from protectcourse.tui.screens.text_screen import TextScreen


def choose_guide(app: App[Any]) -> None:
    """Let a guide be chosen, and read."""

    def chosen(name: str | None) -> None:
        if name is not None:
            guide = find_guide(name)
            _choose_section(app, guide, sections_of(read_guide(guide)))

    app.push_screen(ChooseScreen(guides_offer()), chosen)


def _choose_section(
    app: App[Any], guide: Guide, sections: tuple[Section, ...], last: str | None = None
) -> None:
    """Let a section be chosen, and after it another, beginning at the one read last."""

    def read(_result: None) -> None:
        _choose_section(app, guide, sections, place)

    place: str | None = None

    def chosen(answer: str | None) -> None:
        nonlocal place
        place = answer
        if answer is None:
            choose_guide(app)
        else:
            app.push_screen(TextScreen(section_sheet(guide, sections[int(answer)])), read)

    offer = sections_offer(guide, sections)._replace(chosen=last)
    app.push_screen(ChooseScreen(offer), chosen)
