"""A document to print or to read as a file: its parts, before they become Markdown or HTML."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

Style = Literal["", "strong", "emphasis", "strong emphasis", "term", "cited", "link", "small"]
"""What a piece of text is; `cited` are sources named in brackets, `small` is in small print."""


class Piece(NamedTuple):
    """Some words in one style, and whether they are the course's own rather than the program's."""

    words: str
    style: Style = ""
    authored: bool = False


Line = tuple[Piece, ...]
"""A run of text."""
Part = str | Piece | Line


class Heading(NamedTuple):
    """The title of a part, of level 1 (the document's) to 4."""

    level: int
    words: Line
    anchor: str = ""
    """What the list of contents refers to; empty where it does not."""
    kind: Literal["heading"] = "heading"


class Paragraph(NamedTuple):
    """A paragraph; `place` says in small print where something stands, `key` what is right."""

    words: Line
    role: Literal["", "place", "key"] = ""
    kind: Literal["paragraph"] = "paragraph"


class Items(NamedTuple):
    """A list with bullets or, from `start` on, with numbers; bare where each has a sign itself."""

    items: tuple[Line, ...]
    start: int | None = None
    is_bare: bool = False
    kind: Literal["items"] = "items"


class Quote(NamedTuple):
    """A quotation, in paragraphs."""

    paragraphs: tuple[Line, ...]
    kind: Literal["quote"] = "quote"


class Grid(NamedTuple):
    """A table with a head."""

    head: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    kind: Literal["grid"] = "grid"


class Facts(NamedTuple):
    """What is known of something: a label and words for each."""

    rows: tuple[tuple[str, Line], ...]
    kind: Literal["facts"] = "facts"


class Entries(NamedTuple):
    """A list whose entries have paragraphs of their own, such as the options of a question."""

    entries: tuple[tuple["Block", ...], ...]
    kind: Literal["entries"] = "entries"


class Box(NamedTuple):
    """Blocks that belong together and, on paper, stay so where they can."""

    blocks: tuple["Block", ...]
    kind: Literal["box"] = "box"


class WriteLines(NamedTuple):
    """Empty lines to write on."""

    number: int = 1
    kind: Literal["write"] = "write"


Block = Heading | Paragraph | Items | Quote | Grid | Facts | Entries | Box | WriteLines


class Document(NamedTuple):
    """A whole document. The course's own words are in `language`, the program's in English."""

    title: str
    language: str
    blocks: tuple[Block, ...]
    has_contents: bool = False
    """Whether it begins with a list of its headings: for a whole course."""


def line(*parts: Part) -> Line:
    """Return parts as one run of text; plain words are the program's own."""
    pieces: list[Piece] = []
    for part in parts:
        match part:
            case str():
                pieces.append(Piece(part))
            case Piece():
                pieces.append(part)
            case _:
                pieces += part
    return tuple(pieces)


def strong(words: str) -> Piece:
    """Return words of the program's own that stand out."""
    return Piece(words, "strong")


def small(words: str) -> Piece:
    """Return words of the program's own in small print."""
    return Piece(words, "small")


def quoted(words: Line) -> Line:
    """Return a run of text in quotation marks."""
    return line("“", words, "”")


def joined(parts: list[Line], between: str = "; ") -> Line:
    """Return several runs of text as one."""
    shown: list[Part] = []
    for number, part in enumerate(parts):
        shown += [between, part] if number else [part]
    return line(*shown)


def said(label: str, words: Part) -> Paragraph:
    """Return a paragraph that begins with a label."""
    return Paragraph(line(strong(f"{label}:"), " ", words))


def place(*parts: str) -> Paragraph:
    """Return in small print where something stands, or what it is called in its file."""
    return Paragraph(line(" · ".join(part for part in parts if part)), "place")


def headings(document: Document) -> Iterator[Heading]:
    """Give what the list of contents names."""
    for block in document.blocks:
        if isinstance(block, Heading) and block.anchor:
            yield block
