"""What is at hand on every screen: glossary, search, sources, notes, progress.

Screens are imported when first opened, and the course is indexed when something is first looked up.
"""

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.screen import Screen

from protectcourse.course.outline import UnitOutline
from protectcourse.study.dashboard import read_dashboard
from protectcourse.study.display.course_sheets import (
    YES,
    about_sheet,
    closed_sheet,
    marks_offer,
    saved_text_sheet,
    start_over_offer,
)
from protectcourse.study.display.sheets import Sheet
from protectcourse.study.enrolment import Enrolment
from protectcourse.tui.screens.choose import ChooseScreen
from protectcourse.tui.screens.text_screen import TextScreen

if TYPE_CHECKING:
    from protectcourse.course.index import CourseIndex, Entry
    from protectcourse.study.searching import Searcher


class AtHand:
    """Opens what can be looked up or set while learning one course."""

    def __init__(
        self,
        app: App[None],
        enrolment: Enrolment,
        open_unit: Callable[[UnitOutline, str], None],
        go_home: Callable[[], None],
    ) -> None:
        """Take the app, a course, and what opens a unit (a lesson at a page) or the dashboard."""
        self._app = app
        self._enrolment = enrolment
        self._open_unit = open_unit
        self._go_home = go_home

    def say_closed(self) -> None:
        """Say that nothing can be looked up now."""
        self._push(TextScreen(closed_sheet()))

    def glossary(self, on_page: tuple[str, ...]) -> None:
        """Show the glossary, the terms of a page first."""
        from protectcourse.study.looking_up import list_terms
        from protectcourse.tui.screens.glossary import GlossaryScreen

        terms = list_terms(self._enrolment.course, self._index)
        self._push(GlossaryScreen(terms, on_page))

    def all_sources(self) -> None:
        """Show every source of the course."""
        from protectcourse.study.display.sources_sheet import OF_COURSE, sources_sheet
        from protectcourse.study.looking_up import list_sources
        from protectcourse.tui.screens.text_screen import SourcesScreen

        sheet = sources_sheet(list_sources(self._enrolment.course), OF_COURSE)
        self._push(SourcesScreen(sheet))

    def search(self) -> None:
        """Search the course, and open what is chosen."""
        from protectcourse.study.display.search_rows import place_words
        from protectcourse.tui.screens.search import SearchScreen

        place_of = partial(place_words, outline=self._enrolment.course.outline)
        self._push(SearchScreen(self._searcher.find, place_of), self._open_entry)

    def marks(self) -> None:
        """Show the pages with a note or a bookmark, and open the one chosen."""
        from protectcourse.study.looking_up import list_marks

        marks = list_marks(self._enrolment, self._index)
        offer = marks_offer(marks)
        if isinstance(offer, Sheet):
            self._push(TextScreen(offer))
            return

        def chosen(number: str | None) -> None:
            if number is not None:
                mark = marks[int(number)]
                self._open_unit(mark.unit, mark.item)

        self._push(ChooseScreen(offer), chosen)

    def standing(self) -> None:
        """Show how the learner stands."""
        from protectcourse.study.display.standing_sheet import standing_sheet
        from protectcourse.study.standing import read_standing
        from protectcourse.tui.screens.text_screen import StandingScreen

        dashboard, standing = read_dashboard(self._enrolment), read_standing(self._enrolment)
        name = self._enrolment.store.profile("name") or ""
        self._push(StandingScreen(standing_sheet(standing, dashboard, name)))

    def completion_record(self) -> None:
        """Show the completion record, or what is missing for it."""
        from protectcourse.records.completion_state import read_state
        from protectcourse.records.saving import Saved, save_record
        from protectcourse.tui.screens.record import RecordScreen

        enrolment, store = self._enrolment, self._enrolment.store
        today = enrolment.clock.today()
        enrolment.note_completion()
        state = read_state(enrolment.course.outline, enrolment.progress, store)

        def save(to: Path) -> Saved:
            assert state.record is not None  # the screen offers it only then
            return save_record(state.record, store.path.parent, to, today)

        self._push(RecordScreen(state, save, today, Path.home()))

    def about(self) -> None:
        """Say what the course is."""
        self._push(TextScreen(about_sheet(self._enrolment.course.outline)))

    def start_over(self) -> None:
        """Begin the course again, once that is confirmed."""

        def chosen(answer: str | None) -> None:
            if answer == YES:
                self._enrolment.start_over()
                self._go_home()

        self._push(ChooseScreen(start_over_offer()), chosen)

    # a lesson as text

    def save_text(self, unit: UnitOutline, *, short_form: bool) -> None:
        """Write a lesson as a text file into the learner's home folder, and say where."""
        from protectcourse.study.lesson_text import file_name, lesson_text

        text = lesson_text(self._enrolment, unit, short_form=short_form)
        path = _free_path(Path.home(), file_name(self._enrolment, unit))
        try:
            path.write_text(text, encoding="utf-8")
            sheet = saved_text_sheet(path)
        except OSError as error:
            sheet = saved_text_sheet(path, error)
        self._push(TextScreen(sheet))

    # looking up

    @cached_property
    def _index(self) -> "CourseIndex":
        from protectcourse.course.index import index_course

        return index_course(self._enrolment.course)

    @cached_property
    def _searcher(self) -> "Searcher":
        from protectcourse.study.searching import Searcher

        return Searcher(self._index)

    def _open_entry(self, entry: "Entry | None") -> None:
        """Open what was found."""
        from protectcourse.study.display.glossary_rows import term_sheet
        from protectcourse.study.display.sources_sheet import ONE_OF_COURSE, sources_sheet
        from protectcourse.study.looking_up import list_sources, list_terms
        from protectcourse.tui.screens.text_screen import SourcesScreen, TermScreen

        if entry is None:
            return
        course = self._enrolment.course
        unit = course.outline.unit(entry.name)
        match entry.sort:
            case "page" | "unit" if unit is not None:
                self._open_unit(unit, entry.item)
            case "term":
                found = [one for one in list_terms(course, self._index) if one.id == entry.name]
                self._push(TermScreen(term_sheet(found[0])))
            case _:
                notes = [one for one in list_sources(course) if one.source_id == entry.name]
                self._push(SourcesScreen(sources_sheet(notes, ONE_OF_COURSE)))

    def _push(self, screen: Screen[Any], then: Callable[[Any], None] | None = None) -> None:
        """Show a screen, unless one like it stands already."""
        if type(self._app.screen) is not type(screen) or isinstance(screen, ChooseScreen):
            self._app.push_screen(screen, then)


def _free_path(folder: Path, name: str) -> Path:
    """Return a path for a Markdown file that is not there yet."""
    path, number = folder / f"{name}.md", 2
    while path.exists():
        path, number = folder / f"{name}-{number}.md", number + 1
    return path
