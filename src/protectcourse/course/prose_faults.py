"""C030: Markdown beyond the small part that course text is written in."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from protectcourse.course.prose import TextSpan, parse_line

NOT_ALLOWED = (
    (re.compile(r"^ {0,3}#{1,6}\s", re.M), "a heading", "A page has a title; make another page."),
    (re.compile(r"^ {0,3}(=+|-{2,}) *$", re.M), "a heading or a rule", "Leave the line out."),
    (re.compile(r"</?[A-Za-z][^<>\n]*>|<!--"), "HTML", "Write it as text."),
    (re.compile(r"!\[[^\]\n]*\]\("), "an image", "Say in words what it would show."),
    (re.compile(r"`"), "code", "Use *emphasis* or quotation marks."),
    (
        re.compile(r"(?<!\[)\[(?![\[@])[^\[\]\n]+\]\([^()\s]*\)"),
        "a link with words of its own",
        "Write the address between < and >.",
    ),
    (re.compile(r"^ {0,3}\[[^\]\n]+\]: *\S", re.M), "a link written elsewhere", "Write it here."),
    (
        re.compile(r"(?<!\[)\[(?![\[@])[^\[\]\n]+\]\[(?![\[@])[^\[\]\n]*\]"),
        "a link written elsewhere",
        "Write the address between < and >.",
    ),
    (
        re.compile(r"(?:\A|\n[ \t]*\n)(?: {4,}|\t)\S[^\n]*"),
        "code (a line set in)",
        "Begin the line at the margin.",
    ),
    (
        re.compile(r"^ {0,3}[•‣▪◦●·](?=[ \t\u00a0]*\S)|^ {0,3}[–—](?= \S.*\n {0,3}[–—] \S)", re.M),
        "a list mark of a word processor",
        "Begin each point with `- `.",
    ),
)
ONLY_IN_PARAGRAPHS = (
    (re.compile(r"\[@"), "a citation", "Put it under `source:`."),
    (re.compile(r"^ {0,3}([-*]|[0-9]{1,3}\.) +\S.*\n.*\S", re.M), "a list", "Write one sentence."),
    (re.compile(r"^ {0,3}\|.*\| *$", re.M), "a table", "Write one sentence."),
    (re.compile(r"^ {0,3}> ?\S.*", re.M), "a quotation", "Use quotation marks."),
    (re.compile(r"<https?://"), "an address", "Put it under `sources:`."),
)
_SIGNS = ("#", "<", "[", "`", "*", "=", "-", "    ", "\t", *"•‣▪◦●·–—")
"""A text with none of these holds no fault: most texts are passed over so."""
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n|\n(?= {0,3}(?:[-*]|[0-9]{1,3}\.) )")
_PAIRS = (
    ("**", "**", re.compile(r"\*\*(?=[^*]*\Z)")),
    ("[[", "]]", re.compile(r"\[\[(?![^\[\]\n]+\]\])")),
    ("[@", "]", re.compile(r"\[@(?![^\[\]\n]+\])")),
)
"""What is opened, what closes it, and where it most likely was left open."""
_ADDRESS = re.compile(r"<https?://[^\s<>]+>")


class ProseFault(NamedTuple):
    """One thing that a text may not hold."""

    message: str
    hint: str
    offset: int
    """Where in the text it begins."""


def find_prose_faults(text: str, *, line_only: bool = False) -> Iterator[ProseFault]:
    """Give what a text may not hold.

    `line_only` for a text in one run (a stem, an option, a reason).
    """
    if line_only:
        for pattern, what, hint in ONLY_IN_PARAGRAPHS:
            if found := pattern.search(text):
                yield _fault(what, found.group(), hint, found.start())
    bare = _ADDRESS.sub("", text)
    if not any(sign in bare for sign in _SIGNS):
        return
    for pattern, what, hint in NOT_ALLOWED:
        if found := pattern.search(bare):
            yield _fault(what, found.group(), hint, _with_addresses(text, found.start()))
    for begin, paragraph in _paragraphs(bare):
        if not any(opened in paragraph for opened, _, _ in _PAIRS):
            continue
        spans = [span.text for span in parse_line(paragraph) if isinstance(span, TextSpan)]
        for opened, closes, unclosed in _PAIRS:
            if any(opened in words for words in spans):
                found = unclosed.search(paragraph)
                at = found.start() if found else paragraph.rfind(opened)
                yield ProseFault(
                    f"`{opened}` is opened and never closed",
                    f"Close it with `{closes}`, in one run.",
                    _with_addresses(text, begin + at),
                )


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Give the paragraphs of a text and the entries of its lists, each with where it begins."""
    begin = 0
    for end in _PARAGRAPH_END.finditer(text):
        yield begin, text[begin : end.start()]
        begin = end.end()
    yield begin, text[begin:]


def _with_addresses(text: str, at: int) -> int:
    """Return a place in a text by its place in the same without the addresses."""
    for found in _ADDRESS.finditer(text):
        if found.start() > at:
            break
        at += len(found.group())
    return at


def _fault(what: str, found: str, hint: str, offset: int) -> ProseFault:
    shown = " ".join(found.split())[:40]
    return ProseFault(f"{what} does not belong in this text: “{shown}”", hint, offset)
