"""Searching the course for words, as one types."""

import re
import unicodedata
from typing import NamedTuple

from protectcourse.course.index import CourseIndex, Entry

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
        """Return what has every word, wherever it begins a word; titles come first."""
        wanted = fold_text(words).split()
        if not wanted:
            return []
        patterns = [re.compile(rf"\b{re.escape(word)}") for word in wanted]
        in_title: list[Hit] = []
        in_text: list[Hit] = []
        for entry, title, text in self._entries:
            both = f"{title}\n{text}"
            if all(word in both for word in wanted) and all(p.search(both) for p in patterns):
                is_title = any(pattern.search(title) for pattern in patterns)
                found = patterns[0].search(text)
                around = "" if entry.sort == "unit" else entry.text
                hit = Hit(entry, _snippet(around, found.start() if found else 0))
                (in_title if is_title else in_text).append(hit)
        return [*in_title, *in_text][:MOST]


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


def _snippet(text: str, at: int) -> str:
    """Return the words around a place."""
    start = max(at - BEFORE, 0)
    start = 0 if start == 0 else text.find(" ", start) + 1
    end = start + SNIPPET
    words = text[start:end] if end >= len(text) else text[start:end].rsplit(" ", 1)[0]
    return ("… " if start else "") + words + (" …" if end < len(text) else "")
