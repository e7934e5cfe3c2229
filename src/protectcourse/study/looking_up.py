"""What a learner looks up: terms, sources, and the pages they marked or wrote a note on."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from protectcourse.course.library import Course
from protectcourse.course.outline import UnitOutline
from protectcourse.progress.events import BookmarkSet, NoteWritten
from protectcourse.study.citing import Footnote, footnotes
from protectcourse.study.enrolment import Enrolment

if TYPE_CHECKING:
    from protectcourse.course.index import CourseIndex


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A term of the glossary as it is looked up."""

    id: str
    term: str
    meaning: str
    forms: tuple[str, ...]
    source: str
    see: tuple[str, ...]
    """Other terms to look at, in words."""
    lesson: UnitOutline | None
    """The first lesson that uses it."""


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """A page with a bookmark, a note, or both."""

    unit: UnitOutline
    item: str
    title: str
    note: str
    is_bookmarked: bool


def list_terms(course: Course, index: "CourseIndex") -> list[TermEntry]:
    """Return the glossary in alphabetical order."""
    glossary, outline = course.glossary, course.outline
    entries = []
    for name, term in glossary.items():
        notes = footnotes([], term.source, course.sources)
        first = index.first_uses.get(name)
        entries.append(
            TermEntry(
                id=name,
                term=term.term,
                meaning=term.meaning,
                forms=tuple(term.forms),
                source="; ".join(_source_words(note) for note in notes),
                see=tuple(glossary[one].term for one in term.see if one in glossary),
                lesson=outline.unit(first) if first else None,
            )
        )
    return sorted(entries, key=lambda entry: entry.term.casefold())


def list_sources(course: Course) -> tuple[Footnote, ...]:
    """Return every source of the course, in the order of its list."""
    return footnotes([], course.sources, course.sources)


def list_marks(enrolment: Enrolment, index: "CourseIndex") -> list[MarkedPage]:
    """Return the pages with a bookmark or a note, in the order of the course."""
    progress, marks = enrolment.progress, []
    for unit in enrolment.course.outline.units():
        key = enrolment.key(unit.id)
        notes, marked = progress.notes.get(key, {}), progress.bookmarks.get(key, [])
        for item in _in_order(unit, {*notes, *marked}):
            title = index.title(unit.id, item) or unit.title
            marks.append(MarkedPage(unit, item, title, notes.get(item, ""), item in marked))
    return marks


def note_on(enrolment: Enrolment, unit: UnitOutline, item: str) -> str:
    """Return the learner's note on a page; empty where there is none."""
    return enrolment.progress.notes.get(enrolment.key(unit.id), {}).get(item, "")


def is_bookmarked(enrolment: Enrolment, unit: UnitOutline, item: str) -> bool:
    """Say whether a page is marked."""
    return item in enrolment.progress.bookmarks.get(enrolment.key(unit.id), [])


def write_note(enrolment: Enrolment, unit: UnitOutline, item: str, text: str) -> None:
    """Keep a note on a page in place of the one before; an empty one takes it away."""
    if text != note_on(enrolment, unit, item):
        enrolment.record(NoteWritten(unit=enrolment.key(unit.id), item=item, text=text))


def set_bookmark(enrolment: Enrolment, unit: UnitOutline, item: str, *, marked: bool) -> None:
    """Mark a page, or take the mark away."""
    enrolment.record(BookmarkSet(unit=enrolment.key(unit.id), item=item, marked=int(marked)))


def _in_order(unit: UnitOutline, items: Iterable[str]) -> list[str]:
    """Return pages in the order of their lesson; those it no longer has come last."""
    places = {name: number for number, name in enumerate(unit.pages)}
    return sorted(items, key=lambda item: (places.get(item, len(places)), item))


def _source_words(note: Footnote) -> str:
    return f"{note.name}, {note.place}" if note.place else note.name
