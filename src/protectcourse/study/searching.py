"""Searching the course for words, as one types."""

import re
import unicodedata
from operator import itemgetter
from typing import NamedTuple

from protectcourse.course.index import CourseIndex, Entry

WORD = re.compile(r"[\w'’-]+")
SNIPPET = 90
"""Characters shown around what was found."""
BEFORE = 24
MOST = 60
"""Hits at most; who finds more writes another word."""


class Hit(NamedTuple):
    """Something found: what it is, and the words around."""

    entry: Entry
    snippet: str


class Searcher:
    """A course made ready for searching: without case and accents."""

    def __init__(self, index: CourseIndex) -> None:
        self._entries = [(one, fold_text(one.title), fold_text(one.text)) for one in index.entries]

    def find(self, words: str) -> list[Hit]:
        """Return what has every word, wherever it begins a word; what is called so comes first."""
        wanted = WORD.findall(fold_text(words))
        if not wanted:
            return []
        patterns = [re.compile(rf"\b{re.escape(word)}") for word in wanted]
        found: list[tuple[int, Hit]] = []
        for entry, title, text in self._entries:
            both = f"{title}\n{text}"
            if all(word in both for word in wanted) and all(p.search(both) for p in patterns):
                at = patterns[0].search(text)
                snippet = _snippet(entry, at.start() if at else 0)
                found.append((_rank(entry, title, wanted, patterns), Hit(entry, snippet)))
        return [hit for _, hit in sorted(found, key=itemgetter(0))][:MOST]


def _rank(entry: Entry, title: str, wanted: list[str], patterns: list[re.Pattern[str]]) -> int:
    """Return how early something found is listed: by its title, a unit before its pages."""
    if " ".join(WORD.findall(title)).startswith(" ".join(wanted)):
        return 0 if entry.sort == "unit" else 1
    in_title = sum(bool(pattern.search(title)) for pattern in patterns)
    if in_title == len(patterns) or (in_title and entry.sort == "unit"):
        return 2
    return 3 if in_title else 4


def fold_text(text: str) -> str:
    """Return a text without case and accents; each character stays one, so that places hold."""
    return "".join(_fold(character) for character in text)


def _fold(character: str) -> str:
    if character.isascii():
        return character.lower()
    parts = unicodedata.normalize("NFKD", character)
    plain = parts[0].lower()
    is_accented = all(unicodedata.combining(mark) for mark in parts[1:])
    return plain if is_accented and len(plain) == 1 else character


def _snippet(entry: Entry, at: int) -> str:
    """Return the words around a place; of a grave page none, since its note comes first."""
    text = "" if entry.sort == "unit" or entry.is_grave else entry.text
    start = max(at - BEFORE, 0)
    start = 0 if start == 0 else text.find(" ", start) + 1
    end = start + SNIPPET
    words = text[start:end] if end >= len(text) else text[start:end].rsplit(" ", 1)[0]
    return ("… " if start else "") + words + (" …" if end < len(text) else "")
