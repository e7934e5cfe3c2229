"""HTML of other systems as the Markdown of a stem, an option or a reason, and the way back.

Those texts are one run (course_format.md §1.6): paragraphs, emphasis and glossary terms. Of a list
the items become paragraphs, of a table the rows; what words cannot say is told.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from typing import assert_never

from protectcourse.course.prose import CiteSpan, LinkSpan, TermSpan, TextSpan, parse_line
from protectcourse.exchange.foreign.literal_text import Run, marked, without_unseen

TERM_CLASS = "glossary-term"
"""The class of a `<dfn>` that is one of our glossary terms; its `title` is the term's id."""
STRONG, EMPHASIS = frozenset({"b", "strong"}), frozenset({"i", "em"})
BLOCKS = frozenset(
    {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul", "ol", "li", "dl"}
    | {"dt", "dd", "table", "caption", "tr", "section", "article", "header", "footer", "hr"}
)
UNSAID = {
    "audio": "a recording",
    "video": "a film",
    "iframe": "another page shown inside",
    "object": "something shown by another program",
    "embed": "something shown by another program",
    "svg": "a drawing",
    "math": "a formula",
    **{"script": "a script", "style": "a style sheet"},
    "input": "a field to fill in",
    "select": "a field to fill in",
    "textarea": "a field to fill in",
}
"""Elements that words cannot stand for."""
SILENT = frozenset({"script", "style", "iframe", "object", "svg", "math", "select", "textarea"})
"""Of these not even the text inside is for a reader."""
EMPTY = frozenset({"br", "img", "hr", "input", "embed", "source", "wbr", "link", "meta", "col"})
"""Elements that have no end."""
RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")

DEEPEST = 60
"""Elements one in another; of what lies deeper the text is taken without its style."""
_LINE_BREAK = "\u2028"
"""Stands for a line's end while spans are read; no text of ours holds it."""
_PARAGRAPHS = re.compile(r"\n[ \t]*\n")
_DECLARED = re.compile(r"<[!?][^<>]*>")
"""What is said to a machine; the parser falls over it where it is ill written."""
_UNENDED = re.compile(r"<[^<>]*(?=<|\Z)")
"""A sign that begins no element; the parser would look for its end again and again."""
_BLANKS = re.compile(r"[ \t\n\r\f]+")


def markdown_of(html: str) -> tuple[str, tuple[str, ...]]:
    """Return the text of HTML in our Markdown, and what of it could not be carried in words.

    A line's end at the end of the HTML is kept, since a long text of a bank ends so.
    """
    clean, unseen = without_unseen(html)
    reader = _Reader()
    elements = _DECLARED.sub(" ", _without_comments(clean))
    reader.feed(_UNENDED.sub(_as_text, elements))
    reader.close()
    paragraphs, lost = reader.finish()
    text = "\n\n".join(paragraphs)
    ending = "\n" if text and clean.endswith("\n") else ""
    return text + ending, tuple(dict.fromkeys((*unseen, *lost)))


def html_of(markdown: str) -> str:
    """Return a text of one run as HTML: its paragraphs, emphasis and glossary terms."""
    ending = "\n" if markdown.endswith("\n") else ""
    paragraphs = (part for part in _PARAGRAPHS.split(markdown.strip("\n")) if part.strip())
    return "\n".join(f"<p>{_paragraph(part)}</p>" for part in paragraphs) + ending


def _without_comments(html: str) -> str:
    """Return HTML without its comments; one that never ends goes as far as the text does."""
    kept, at = [], 0
    while (begun := html.find("<!--", at)) >= 0:
        kept.append(html[at:begun])
        ended = html.find("-->", begun + 4)
        at = ended + 3 if ended >= 0 else len(html)
    return "".join((*kept, html[at:]))


def _as_text(found: re.Match[str]) -> str:
    return found[0].replace("<", "&lt;")


def _paragraph(text: str) -> str:
    spans = parse_line(text.replace("\n", _LINE_BREAK))
    return "".join(_span(span) for span in spans).replace(_LINE_BREAK, "\n")


def _span(span: TextSpan | TermSpan | CiteSpan | LinkSpan) -> str:
    match span:
        case TextSpan(text, strong, emphasis):
            inner = f"<em>{escape(text, quote=False)}</em>" if emphasis else escape(text, False)
            return f"<strong>{inner}</strong>" if strong else inner
        case TermSpan(name, wording):
            shown = escape(wording or name, quote=False)
            return f'<dfn class="{TERM_CLASS}" title="{escape(name)}">{shown}</dfn>'
        case LinkSpan(address):
            return f'<a href="{escape(address)}">{escape(address, quote=False)}</a>'
        case CiteSpan(cited):
            sources = "; ".join(", ".join(filter(None, one)) for one in cited)
            return escape(f"({sources})", quote=False)
        case _:
            assert_never(span)


@dataclass(slots=True)
class _Open:
    """An element that has begun: what its end has to do."""

    tag: str
    before: int = 0
    """How many runs there were before it."""
    says: str = ""
    """The address of a link, the id of a term."""


@dataclass(slots=True)
class _Paragraph:
    """The runs of the paragraph being read."""

    runs: list[Run] = field(default_factory=list)
    marker: str = ""


class _Reader(HTMLParser):
    """Reads HTML, well formed or not, into paragraphs of our Markdown."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._paragraphs: list[_Paragraph] = [_Paragraph()]
        self._open: list[_Open] = []
        self._lists: list[int | None] = []
        """The number of the next item of each list that is open; None for bullets."""
        self._lost: list[str] = []

    def finish(self) -> tuple[list[str], list[str]]:
        """Return the paragraphs that hold text, and what was lost."""
        written = []
        for paragraph in self._paragraphs:
            text, changed = marked(_tidy(paragraph.runs))
            self._lost += changed
            if text:
                written.append(paragraph.marker + text)
        return written, self._lost

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        given = {name: value or "" for name, value in attrs}
        if what := UNSAID.get(tag):
            self._lost.append(what)
        if tag in BLOCKS:
            self._begin_block(tag, given)
        elif tag == "br":
            self._add("\n")
        elif tag in {"td", "th"} and self._paragraphs[-1].runs:
            self._add(" – ")
        elif tag == "img":
            self._add_image(given)
        if tag not in EMPTY and len(self._open) < DEEPEST:
            says = given.get("href", "") if tag == "a" else given.get("title", "")
            if tag == "dfn" and TERM_CLASS not in given.get("class", "").split():
                says = ""
            self._open.append(_Open(tag, len(self._paragraphs[-1].runs), says))

    def handle_endtag(self, tag: str) -> None:
        """End an element, and with it those inside it that were never ended."""
        if tag not in {one.tag for one in self._open}:
            return
        while (one := self._open.pop()).tag != tag:
            pass
        self._end(one)
        if tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
        if tag in BLOCKS:
            self._paragraphs.append(_Paragraph())

    def handle_data(self, data: str) -> None:
        """Take text, in the styles that are open."""
        if not any(one.tag in SILENT for one in self._open):
            self._add(self._shifted(data))

    def _begin_block(self, tag: str, given: dict[str, str]) -> None:
        marker = ""
        if tag in {"ul", "ol"}:
            start = given.get("start", "")
            first = int(start) if start.isascii() and start.isdigit() and len(start) < 4 else 1
            self._lists.append(first if tag == "ol" else None)
        elif tag == "li":
            number = self._lists[-1] if self._lists else None
            marker = "• " if number is None else f"{number}) "
            if number is not None:
                self._lists[-1] = number + 1
        elif tag == "p" and not self._paragraphs[-1].runs:
            marker = self._paragraphs[-1].marker  # the paragraph that an item begins with
        self._paragraphs.append(_Paragraph(marker=marker))

    def _end(self, one: _Open) -> None:
        runs = self._paragraphs[-1].runs
        said = "".join(run.text for run in runs[one.before :])
        if one.tag == "dfn" and one.says and not set("[]|\n") & set(one.says + said):
            runs[one.before :] = [Run(said, term=one.says)]
        elif one.tag == "a" and one.says.startswith(("http://", "https://")) and one.says != said:
            self._add(f" ({one.says})")

    def _add_image(self, given: dict[str, str]) -> None:
        name = given.get("src", "").rpartition("/")[2]
        self._lost.append(f"the picture {name[:60]}" if name else "a picture")
        if given.get("alt", "").strip():
            self._add(f"({given['alt'].strip()})")

    def _add(self, text: str) -> None:
        inside = {one.tag for one in self._open}
        run = Run(text, bool(STRONG & inside), bool(EMPHASIS & inside))
        self._paragraphs[-1].runs.append(run)

    def _shifted(self, text: str) -> str:
        """Return text with its raised or lowered signs, where there are such."""
        for tag, signs, what in (("sup", RAISED, "a raised"), ("sub", LOWERED, "a lowered")):
            if any(one.tag == tag for one in self._open) and text.strip():
                if all(ord(sign) in signs for sign in text.strip()):
                    return text.translate(signs)
                self._lost.append(f"that “{text.strip()[:40]}” is {what} text")
        return text


def _tidy(runs: list[Run]) -> Iterator[Run]:
    """Give the runs with single blanks, none at the edges; a line's end within stays one."""
    texts = [run.text for run in runs]
    joined = "".join(texts)
    start, end = len(joined) - len(joined.lstrip()), len(joined.rstrip())
    at, blank = 0, False
    for run in runs:
        inner = run.text[max(0, start - at) : max(0, end - at)]
        at += len(run.text)
        inner = _BLANKS.sub(lambda found: "\n" if "\n" in found[0] else " ", inner)
        if blank and inner[:1] in {" ", "\n"}:
            inner = inner[1:]
        if inner:
            blank = inner[-1] in {" ", "\n"}
            yield Run(inner, run.strong, run.emphasis, run.term)
