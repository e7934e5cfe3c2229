"""The texts of a file that learners read, as plain sentences with what each part cites.

Far quicker than to parse the prose, and good enough to count and to search: a test holds it
against `prose.plain_words`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from protectcourse.course.lints.words import WORD, sentences_of
from protectcourse.course.prose import Citation, citations
from protectcourse.course.texts import Leaf
from protectcourse.findings import ValuePath

READ = frozenset(
    {"title", "about", "content_note", "text", "short", "known", "argued", "changed", "stem"}
    | {"rationale", "model_answer", "steps", "left", "right", "extra", "then", "locked", "best"}
    | {"acceptable", "harmful", "red_line", "ask", "answer", "debrief", "ask_yourself", "facts"}
    | {"meaning", "support", "subtitle"}
)
"""The keys whose texts learners read, in whatever part of a course they stand."""
OPTION_KEYS = frozenset({"text", "left", "right", "steps", "extra"})
_UNREAD_OWNERS = frozenset({"Source", "Claim", "ModelPlay", "CasePromise", "Review"})
_CITATION = re.compile(r"\s*\[@[^\[\]]*\]")
_TERM = re.compile(r"\[\[(?:[^\[\]|]+\|)?([^\[\]|]+)\]\]")
_LINK = re.compile(r"<https?://[^\s<>]+>")
_MARK = re.compile(r"\*{1,2}(?=\S)|(?<=\S)\*{1,2}")
_BLOCK_END = re.compile(r"\n[ \t]*\n|\n(?= {0,3}(?:[-*]|[0-9]{1,3}\.) )|\n(?= {0,3}\|)")
_LEAD = re.compile(r"\A\s*(?:[-*] +|[0-9]{1,3}\. +|> ?)|\n\s*> ?")
_MARKS = "-'’‘“”\".,;:!?()[]/%–…*"
_BLANKS = str.maketrans(_MARKS, " " * len(_MARKS))
_TABLE_RULE = re.compile(r"[\s|:\-]+")


class Block(NamedTuple):
    """A paragraph, an entry of a list or a row of a table: what is read, and what it cites."""

    plain: str
    cited: tuple[Citation, ...]


@dataclass(slots=True)
class Passage:
    """One text that learners read, with where it stands; what is costly waits until it is asked."""

    path: ValuePath
    owner: str
    key: str
    raw: str
    lines: str
    """The text as it is read, each paragraph or entry of a list in one line."""
    bag: frozenset[str]
    """Its words in lower case, each once, without hyphens and apostrophes.

    Whatever a lint looks for is looked up here first: most texts have none of it.
    """

    @property
    def plain(self) -> str:
        """The text as it is read, in one run."""
        return self.lines.replace("\n", " ")

    @property
    def words(self) -> list[str]:
        """Its words in order, as they are written."""
        return WORD.findall(self.lines)

    @property
    def is_option(self) -> bool:
        """Whether it is one of the things to choose from."""
        return self.owner in {"Option", "Pair", "OrderQuestion", "MatchQuestion"} and (
            self.key in OPTION_KEYS
        )

    @property
    def blocks(self) -> list[Block]:
        """Its paragraphs with what each cites."""
        if "[@" not in self.raw:
            return [Block(line, ()) for line in self.lines.split("\n")]
        return [
            Block(plain_line(part), tuple(citations(part)))
            for part in _BLOCK_END.split(self.raw)
            if part.strip()
        ]

    def offset_of(self, words: str) -> int | None:
        """Return where some words that are read stand in the text as written."""
        found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", self.plain, re.IGNORECASE)
        return None if found is None else self.offset_at(found.start())

    def offset_at(self, start: int) -> int:
        """Return where a character of what is read stands in the text as written.

        Marks are covered, so that all that is left is what is read, but for blanks: the place is
        found by counting.
        """
        before = sum(not char.isspace() for char in self.lines[:start])
        shown = (at for at, char in enumerate(_covered(self.raw)) if not char.isspace())
        return next(islice(shown, before, None), 0)

    def sentences(self) -> Iterator[str]:
        """Give the sentences; none goes over the end of a paragraph."""
        for line in self.lines.split("\n"):
            yield from sentences_of(line)


def passages(found: list[Leaf]) -> Iterator[Passage]:
    """Give the texts that learners read among the leaves of a file."""
    for leaf in found:
        if leaf.key not in READ or leaf.owner in _UNREAD_OWNERS:
            continue
        if isinstance(leaf.value, str):
            yield _passage(leaf.path, leaf, leaf.value)
        else:
            for index, text in enumerate(leaf.value):
                yield _passage((*leaf.path, index), leaf, text)


def plain_line(text: str) -> str:
    """Return a text in one run as it is read."""
    return " ".join(_without_marks(text).split())


def _passage(path: ValuePath, leaf: Leaf, raw: str) -> Passage:
    lines = _lines(raw) if "\n" in raw.rstrip() else plain_line(raw)
    bag = frozenset(lines.casefold().translate(_BLANKS).split())
    return Passage(path, leaf.owner, leaf.key, raw, lines, bag)


def _without_marks(text: str) -> str:
    if "[" in text:
        text = _TERM.sub(r"\1", _CITATION.sub("", text))
    if "*" in text:
        text = _MARK.sub("", text)
    if "<" in text:
        text = _LINK.sub("", text)
    return text


def _covered(raw: str) -> str:
    """Return a text with blanks for all that is not read, and as long as it was."""
    for mark in (_CITATION, _LINK, _TERM, _MARK):
        raw = mark.sub(_cover, raw)
    parts, begin = [], 0
    for end in (*_BLOCK_END.finditer(raw), None):
        part = raw[begin : end.start() if end else len(raw)]
        parts.append(_LEAD.sub(_cover, part))
        if end is not None:
            parts.append(end.group())
            begin = end.end()
    covered = "".join(parts)
    if "|" not in raw:
        return covered
    rows = covered.split("\n")
    is_rule = [_TABLE_RULE.fullmatch(row) is not None for row in rows]
    shown = (" " * len(r) if rule else r for r, rule in zip(rows, is_rule, strict=True))
    return "\n".join(shown).replace("|", " ")


def _cover(found: re.Match[str]) -> str:
    """Return blanks in place of a mark, and the wording of a term where it stands."""
    kept = found.span(1) if found.re is _TERM else (0, 0)
    return "".join(
        char if char == "\n" or kept[0] <= found.start() + at < kept[1] else " "
        for at, char in enumerate(found.group())
    )


def _lines(raw: str) -> str:
    """Return what is read, one paragraph a line."""
    parts = _BLOCK_END.split(_without_marks(raw))
    lines = [" ".join(_LEAD.sub(" ", part).split()) for part in parts]
    if "|" in raw:
        rows = [line for line in lines if not _TABLE_RULE.fullmatch(line)]
        lines = [" ".join(line.replace("|", " ").split()) for line in rows]
    return "\n".join(line for line in lines if line)
