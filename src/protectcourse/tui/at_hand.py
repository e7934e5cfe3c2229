"""What is at hand on every screen: glossary, search, sources, notes, progress.

Screens are imported when first opened, and the course is indexed when something is first looked up.
"""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.screen import Screen

from protectcourse.course.outline import UnitOutline
from protectcourse.study.dashboard import read_dashboard
from protectcourse.study.enrolment import Enrolment
from protectcourse.tui.commands import Command
from protectcourse.tui.screens.choose import ChooseScreen, Option
from protectcourse.tui.screens.text_screen import TextScreen
from protectcourse.tui.widgets.prose_blocks import prose_blocks
from protectcourse.tui.widgets.reading import Block, text_block

if TYPE_CHECKING:
    from protectcourse.course.index import CourseIndex, Entry
    from protectcourse.study.searching import Searcher

CLOSED = "Lessons, search and progress stay closed until you have handed in."
OVER_WORDS = (
    "Everything in this course counts as not begun from then on. What you did before stays in your "
    "record: attempts, notes and bookmarks are kept, and a completion stays valid."
)
COMMANDS = (
    Command("Search the course", "/", "app.search"),
    Command("Glossary", "g", "app.glossary"),
    Command("Sources of the course", "s", "app.all_sources"),
    Command("Notes and bookmarks", "", "app.marks"),
    Command("My progress", "p", "app.standing"),
    Command("Completion record", "", "app.completion_record"),
    Command("About this course", "", "app.about"),
    Command("Start this course over", "", "app.start_over"),
)


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
        self._push(TextScreen("Not now", "", [text_block(CLOSED)]))

    def glossary(self, on_page: tuple[str, ...]) -> None:
        """Show the glossary, the terms of a page first."""
        from protectcourse.study.looking_up import list_terms
        from protectcourse.tui.screens.glossary import GlossaryScreen

        terms = list_terms(self._enrolment.course, self._index)
        self._push(GlossaryScreen(terms, on_page))

    def all_sources(self) -> None:
        """Show every source of the course."""
        from protectcourse.study.looking_up import list_sources
        from protectcourse.tui.screens.sources import SourcesScreen

        self._push(SourcesScreen(list_sources(self._enrolment.course), "of the course"))

    def search(self) -> None:
        """Search the course, and open what is chosen."""
        from protectcourse.tui.screens.search import SearchScreen

        self._push(SearchScreen(self._searcher.find, self._place_of), self._open_entry)

    def marks(self) -> None:
        """Show the pages with a note or a bookmark, and open the one chosen."""
        from protectcourse.study.looking_up import list_marks

        marks = list_marks(self._enrolment, self._index)
        if not marks:
            words = "No page has a note or a bookmark yet. On a page, n writes a note, m marks it."
            self._push(TextScreen("Notes and bookmarks", "", [text_block(words)]))
            return
        options = [
            Option(
                id=str(number),
                words=f"{mark.unit.number} {mark.unit.title}: {mark.title}",
                note=mark.note,
                right="bookmark" if mark.is_bookmarked else "note",
            )
            for number, mark in enumerate(marks)
        ]

        def chosen(number: str | None) -> None:
            if number is not None:
                mark = marks[int(number)]
                self._open_unit(mark.unit, mark.item)

        screen = ChooseScreen("Notes and bookmarks", options, does="open")
        self._push(screen, chosen)

    def standing(self) -> None:
        """Show how the learner stands."""
        from protectcourse.study.standing import read_standing
        from protectcourse.tui.screens.standing import StandingScreen

        dashboard = read_dashboard(self._enrolment)
        name = self._enrolment.store.profile("name") or "no name given"
        lines = (f"{dashboard.title}  {dashboard.summary}", f"Name on your record: {name}.")
        self._push(StandingScreen(read_standing(self._enrolment), dashboard.summary, lines))

    def completion_record(self) -> None:
        """Show the completion record, or what is missing for it."""
        from protectcourse.records.completion_state import read_state
        from protectcourse.records.saving import Saved, save_record
        from protectcourse.tui.screens.record import RecordScreen

        enrolment, store = self._enrolment, self._enrolment.store
        today = enrolment.clock.today()
        state = read_state(enrolment.course.outline, enrolment.progress, store)

        def save(to: Path) -> Saved:
            assert state.record is not None  # the screen offers it only then
            return save_record(state.record, store.path.parent, to, today)

        self._push(RecordScreen(state, save, today, Path.home()))

    def about(self) -> None:
        """Say what the course is."""
        outline = self._enrolment.course.outline
        blocks: list[Block] = [text_block(outline.title, "heading")]
        if outline.subtitle:
            blocks.append(text_block(outline.subtitle, gap=0))
        blocks += prose_blocks(outline.about)
        facts = [f"Version {outline.version}", f"status: {outline.status}"]
        facts += [f"licence: {outline.licence}"] if outline.licence else []
        blocks.append(text_block(" · ".join(facts), "beside"))
        self._push(TextScreen("About this course", "", blocks))

    def start_over(self) -> None:
        """Begin the course again, once that is confirmed."""
        options = [Option("no", "No, go on as it is"), Option("yes", "Yes, start over")]
        blocks = [text_block(OVER_WORDS)]

        def chosen(answer: str | None) -> None:
            if answer == "yes":
                self._enrolment.start_over()
                self._go_home()

        self._push(ChooseScreen("Start this course over?", options, blocks=blocks), chosen)

    # a lesson as text

    def save_text(self, unit: UnitOutline, *, short_form: bool) -> None:
        """Write a lesson as a text file into the learner's home folder, and say where."""
        from protectcourse.study.lesson_text import file_name, lesson_text

        text = lesson_text(self._enrolment, unit, short_form=short_form)
        path = _free_path(Path.home(), file_name(self._enrolment, unit))
        try:
            path.write_text(text, encoding="utf-8")
            words = f"The lesson, with your notes and its sources, is in {path}."
        except OSError as error:
            words = f"The file {path} could not be written: {error.strerror}."
        self._push(TextScreen("Lesson as a text file", "", [text_block(words)]))

    # looking up

    @cached_property
    def _index(self) -> "CourseIndex":
        from protectcourse.course.index import index_course

        return index_course(self._enrolment.course)

    @cached_property
    def _searcher(self) -> "Searcher":
        from protectcourse.study.searching import Searcher

        return Searcher(self._index)

    def _place_of(self, entry: "Entry") -> str:
        """Say where something that was found stands."""
        unit = self._enrolment.course.outline.unit(entry.name)
        match entry.sort:
            case "page" | "unit" if unit is not None:
                return f"{unit.sort} {unit.number}".strip()
            case "term":
                return "glossary"
            case _:
                return entry.sort

    def _open_entry(self, entry: "Entry | None") -> None:
        """Open what was found."""
        from protectcourse.study.looking_up import list_sources, list_terms
        from protectcourse.tui.screens.glossary import TermScreen
        from protectcourse.tui.screens.sources import SourcesScreen

        if entry is None:
            return
        course = self._enrolment.course
        unit = course.outline.unit(entry.name)
        match entry.sort:
            case "page" | "unit" if unit is not None:
                self._open_unit(unit, entry.item)
            case "term":
                found = [one for one in list_terms(course, self._index) if one.id == entry.name]
                self._push(TermScreen(found[0]))
            case _:
                notes = [one for one in list_sources(course) if one.source_id == entry.name]
                self._push(SourcesScreen(notes, "one of the course"))

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
