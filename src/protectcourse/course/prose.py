"""The small part of Markdown that course text is written in, as values that any front end can show.

Paragraphs, `-` and `1.` lists, `>` quotations, tables, `**strong**`, `*emphasis*`, `<https://address>`,
`[[term]]` and `[@source, place]`. Whatever else stands in a text is text.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, assert_never


@dataclass(frozen=True, slots=True)
class TextSpan:
    """A run of text in one style."""

    text: str
    strong: bool = False
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class TermSpan:
    """A glossary term: what to look up, and the wording shown (empty: the term's own)."""

    name: str
    wording: str = ""


class Citation(NamedTuple):
    """A source and the place in it."""

    source: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class CiteSpan:
    """Sources cited at this point of the text."""

    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class LinkSpan:
    """An address, which is shown and never opened by itself."""

    address: str


Span = TextSpan | TermSpan | CiteSpan | LinkSpan
Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list with bullets."""

    items: tuple[Spans, ...]


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A numbered list."""

    items: tuple[Spans, ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation, in paragraphs."""

    paragraphs: tuple[Spans, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head."""

    head: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]


ProseBlock = Paragraph | BulletList | NumberedList | Quotation | Table

_BULLET = re.compile(r" {0,3}[-*] +(.*)")
_NUMBERED = re.compile(r" {0,3}([0-9]{1,3})\. +(.*)")
_QUOTE = re.compile(r" {0,3}> ?(.*)")
_TABLE_ROW = re.compile(r" {0,3}\|(.*)\| *")
_TABLE_RULE = re.compile(r"(?=[^-]*-)[\s|:\-]+")
_CELL_END = re.compile(r"\[\[[^\[\]\n]*\]\]|(\|)")
_SPAN = re.compile(
    r"\[@(?P<cite>[^\[\]\n]+)\]"
    r"|\[\[(?P<term>[^\[\]|\n]+)(?:\|(?P<wording>[^\[\]|\n]+))?\]\]"
    r"|<(?P<link>https?://[^\s<>]+)>"
    r"|(?P<mark>\*{1,2})"
)

_LINE_END = re.compile(r"\n[ \t]*(?:>[ \t]?)?(?=\S)")
_BARE_TERM = re.compile(r"\[\[([^\[\]|\n]+)\]\]")


def parse_prose(text: str) -> tuple[ProseBlock, ...]:
    """Return the blocks of a text. Any text has some reading; nothing of it is lost."""
    return tuple(_block(lines) for lines in _groups(text))


def parse_line(text: str) -> Spans:
    """Return the spans of a text in one run."""
    return _Spans().parse(" ".join(text.split("\n")))


def citations(text: str) -> list[Citation]:
    """Return what a text cites, in order, over the ends of lines too."""
    return [name for name, _ in names_in(text) if isinstance(name, Citation)]


def terms(text: str) -> list[str]:
    """Return the glossary terms that a text names, in order, over the ends of lines too."""
    return [name for name, _ in names_in(text) if not isinstance(name, Citation)]


def names_in(text: str) -> Iterator[tuple[Citation | str, int]]:
    """Give each citation and each glossary term of a text, with where its brackets open."""
    for found in _SPAN.finditer(_run_on(text)):
        if found["cite"]:
            yield from ((one, found.start()) for one in _citations(found["cite"]))
        elif found["term"]:
            yield _name(found["term"]), found.start()


def spell_terms(text: str, wordings: Mapping[str, str]) -> str:
    """Return a text with the own wording of each term beside its id: `[[id|wording]]`."""

    def spelled(found: re.Match[str]) -> str:
        name = found[1].strip()
        wording = wordings.get(name)
        return found[0] if wording in {None, name} else f"[[{name}|{wording}]]"

    return _BARE_TERM.sub(spelled, text) if "[[" in text else text


def plain_words(text: str) -> str:
    """Return a text as it is read: without marks and citations."""
    bare = "".join(_words(span) for span in _all_spans(text))
    return re.sub(r" ([,;:?!]|\.(?!\.\.))", r"\1", re.sub(r" +", " ", bare)).strip()


def count_words(text: str) -> int:
    """Return how many words a reader reads."""
    return len(re.findall(r"\w[\w’'.-]*", plain_words(text)))


def _run_on(text: str) -> str:
    """Return a text of the same length without the ends of lines that its author's editor put in.

    Far quicker than to parse it, and whatever a reader is shown as cited is found in it.
    """
    return _LINE_END.sub(lambda found: " " * len(found.group()), text)


def _all_spans(text: str) -> Iterator[Span]:
    """Give the spans of all blocks, a blank between one run and the next."""
    for block in parse_prose(text):
        for run in _runs(block):
            yield from run
            yield TextSpan(" ")


def _runs(block: ProseBlock) -> tuple[Spans, ...]:
    match block:
        case Paragraph(spans):
            return (spans,)
        case BulletList(items) | NumberedList(items):
            return items
        case Quotation(paragraphs):
            return paragraphs
        case Table(head, rows):
            return tuple(cell for row in (head, *rows) for cell in row)
        case _:
            assert_never(block)


def _words(span: Span) -> str:
    match span:
        case TextSpan(text):
            return text
        case TermSpan(name, wording):
            return wording or name
        case LinkSpan(address):
            return address
        case CiteSpan():
            return ""
        case _:
            assert_never(span)


def _groups(text: str) -> list[list[str]]:
    """Return the lines of each block: blank lines and a change of sort divide them.

    A list goes on after blank lines, and a number begins one within a paragraph only if it is 1:
    else a line that is broken before a number ("paragraph / 33. It …") would lose it.
    """
    groups: list[list[str]] = []
    last = before = ""
    for line in text.split("\n"):
        sort = _sort(line)
        if not sort:
            before = ""
            continue
        if sort == "1" and before == "text" and not line.lstrip().startswith("1."):
            sort = "text"
        continues_text = sort == before or (sort == "text" and before in {"-", "1"})
        if groups and (continues_text or (sort == last and sort in {"-", "1"})):
            groups[-1].append(line)
            before = before or sort
        else:
            groups.append([line])
            last = before = sort
    return groups


def _sort(line: str) -> str:
    """Return what sort of block a line belongs to; empty for a blank line."""
    if not line.strip():
        return ""
    for sort, pattern in (("-", _BULLET), ("1", _NUMBERED), (">", _QUOTE), ("|", _TABLE_ROW)):
        if pattern.fullmatch(line):
            return sort
    return "text"


def _block(lines: list[str]) -> ProseBlock:
    match _sort(lines[0]):
        case "-":
            return BulletList(_items(lines, _BULLET))
        case "1":
            first = _NUMBERED.fullmatch(lines[0])
            return NumberedList(_items(lines, _NUMBERED), int(first[1]) if first else 1)
        case ">":
            return _quotation(lines)
        case "|" if len(lines) > 1 and _TABLE_RULE.fullmatch(lines[1]):
            rows = [_cells(line) for line in (lines[0], *lines[2:])]
            width = max(map(len, rows))
            even = [row + ((),) * (width - len(row)) for row in rows]
            return Table(even[0], tuple(even[1:]))
        case _:
            return Paragraph(_Spans().parse(" ".join(line.strip() for line in lines)))


def _items(lines: list[str], pattern: re.Pattern[str]) -> tuple[Spans, ...]:
    items: list[list[str]] = []
    for line in lines:
        begun = pattern.fullmatch(line)
        if begun:
            items.append([begun[begun.lastindex or 1].strip()])
        else:
            items[-1].append(line.strip())
    return tuple(_Spans().parse(" ".join(item)) for item in items)


def _quotation(lines: list[str]) -> Quotation:
    inner = "\n".join(found[1] if (found := _QUOTE.fullmatch(line)) else line for line in lines)
    parts = [part for part in re.split(r"\n[ \t]*\n", inner) if part.strip()]
    return Quotation(tuple(parse_line(part.strip()) for part in parts))


def _cells(line: str) -> tuple[Spans, ...]:
    inner = line.strip()[1:].removesuffix("|")
    cells, at = [], 0
    for found in _CELL_END.finditer(inner):
        if found[1]:
            cells.append(inner[at : found.start()])
            at = found.end()
    return tuple(_Spans().parse(cell.strip()) for cell in (*cells, inner[at:]))


def _citations(inside: str) -> list[Citation]:
    found = []
    for one in inside.split(";"):
        source, _, place = one.strip().removeprefix("@").partition(",")
        found.append(Citation(source.strip(), _name(place)))
    return found


def _name(written: str) -> str:
    """Return a name with single blanks, however it was spaced or broken."""
    return " ".join(written.split())


class _Spans:
    """Reads one run of text into spans; marks that are never closed stay text."""

    def __init__(self) -> None:
        self._spans: list[Span] = []
        self._strong = False
        self._emphasis = False

    def parse(self, text: str) -> Spans:
        closing = _closed_marks(text)
        at = 0
        for found in _SPAN.finditer(text):
            if found["mark"] and found.start() not in closing:
                continue
            self._add_text(text[at : found.start()])
            at = found.end()
            if found["cite"]:
                self._spans.append(CiteSpan(tuple(_citations(found["cite"]))))
            elif found["term"]:
                self._spans.append(TermSpan(_name(found["term"]), found["wording"] or ""))
            elif found["link"]:
                self._spans.append(LinkSpan(found["link"]))
            elif found["mark"] == "**":
                self._strong = not self._strong
            else:
                self._emphasis = not self._emphasis
        self._add_text(text[at:])
        return tuple(self._spans)

    def _add_text(self, text: str) -> None:
        if text:
            self._spans.append(TextSpan(text, self._strong, self._emphasis))


def _closed_marks(text: str) -> set[int]:
    """Return where the marks stand that come in pairs.

    Opening before a letter, closing after one.
    """
    waiting: dict[str, int] = {}
    closed: set[int] = set()
    for found in _SPAN.finditer(text):
        mark = found["mark"]
        if not mark:
            continue
        opens = found.end() < len(text) and not text[found.end()].isspace()
        closes = found.start() > 0 and not text[found.start() - 1].isspace()
        if mark in waiting and closes:
            closed |= {waiting.pop(mark), found.start()}
        elif opens and mark not in waiting:
            waiting[mark] = found.start()
    return closed
