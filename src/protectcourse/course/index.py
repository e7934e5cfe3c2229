"""What can be looked up in a course: its pages, terms and sources as plain words.

Made when something is first looked up: no start waits for it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from protectcourse.course.library import Course
from protectcourse.course.models import BoxPage, Lesson, Page
from protectcourse.course.outline import UnitOutline
from protectcourse.course.prose import plain_words, terms
from protectcourse.errors import ContentError

GRAVE = "S2"
"""The least sensitivity of what is told of before it is shown."""
Sort = Literal["page", "unit", "term", "source"]


class Entry(NamedTuple):
    """Something that can be looked up."""

    sort: Sort
    name: str
    """The id of the unit, term or source."""
    item: str
    """The id of the page; empty for all else."""
    title: str
    text: str
    is_grave: bool = False
    """Whether the page opens only after a note on what it speaks of."""


@dataclass(frozen=True, slots=True)
class CourseIndex:
    """Everything that can be looked up, in the order of the course."""

    entries: tuple[Entry, ...]
    first_uses: Mapping[str, str]
    """The first lesson that uses each term of the glossary."""
    page_terms: Mapping[tuple[str, str], tuple[str, ...]]
    """The terms of each page, by unit and page."""

    def title(self, unit: str, item: str) -> str:
        """Return the title of a page; empty where the course has no such page."""
        found = (one.title for one in self.entries if (one.name, one.item) == (unit, item))
        return next(found, "")


def index_course(course: Course) -> CourseIndex:
    """Return the index of a course. What cannot be opened is left out."""
    entries: list[Entry] = []
    first_uses: dict[str, str] = {}
    page_terms: dict[tuple[str, str], tuple[str, ...]] = {}
    for unit in course.outline.units():
        entries.append(Entry("unit", unit.id, "", unit.title, f"{unit.sort} {unit.number}"))
        for name, page in _pages(course, unit) if unit.sort == "lesson" else ():
            text = _text(page)
            page_terms[unit.id, name] = tuple(dict.fromkeys(terms(text)))
            for term in page_terms[unit.id, name]:
                first_uses.setdefault(term, unit.id)
            is_grave = max(page.sensitivity, unit.sensitivity) >= GRAVE
            words = plain_words(text)
            entries.append(Entry("page", unit.id, name, page.title, words, is_grave))
    for name, entry in course.glossary.items():
        words = " ".join([plain_words(entry.meaning), *entry.forms])
        entries.append(Entry("term", name, "", entry.term, words))
    for name, source in course.sources.items():
        words = " ".join([source.author or source.body or "", source.symbol or "", source.date])
        entries.append(Entry("source", name, "", source.title, words))
    return CourseIndex(tuple(entries), first_uses, page_terms)


def _pages(course: Course, unit: UnitOutline) -> Iterator[tuple[str, Page]]:
    try:
        lesson: Lesson = course.lesson(unit.id)
    except ContentError:
        return
    yield from lesson.pages.items()


def _text(page: Page) -> str:
    """Return all that is read on a page."""
    parts = [page.text]
    if isinstance(page, BoxPage):
        parts += [page.known, page.argued, page.changed]
    return "\n\n".join(part for part in parts if part)
