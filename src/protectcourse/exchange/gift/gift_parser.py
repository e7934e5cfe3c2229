"""Reads the text of a GIFT file into what it says, as Moodle reads it.

A blank line ends a question, a comment is a whole line, and the signs between the braces decide
what sort of question it is.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from protectcourse.exchange.foreign.foreign_text import TextFormat
from protectcourse.exchange.gift.gift_answers import (
    NotAnswersError,
    parse_answers,
    parse_marked,
)
from protectcourse.exchange.gift.gift_items import (
    Category,
    Description,
    GiftItem,
    GiftQuestion,
    Marked,
    Unreadable,
)
from protectcourse.exchange.gift.gift_signs import hide_escapes, show_escaped

GAP = "_____"
"""Stands where answers stood in the middle of a sentence."""
_ID = re.compile(r"\[id:((?:\\\]|[^\]\x00-\x1f\x7f])+)\]")
_TAG = re.compile(r"\[tag:((?:\\\]|[^\]\x00-\x1f\x7f])+)\]")
_PARTS = re.compile(r"\[parts:([a-z0-9_ \-]+)\]")
_CATEGORY = "$CATEGORY:"


class _Block(NamedTuple):
    """Lines between blank lines: their text without comments, and what the comments say."""

    line: int
    text: str
    comments: str


def parse_gift(text: str) -> Iterator[GiftItem]:
    """Give what a file holds, in order. Any text has some reading."""
    for block in _blocks(text):
        if not block.text.startswith(_CATEGORY):
            yield _parse(block)
            continue
        # Moodle takes all up to the blank line for the name: what follows would be lost
        name, _, rest = block.text.partition("\n")
        yield Category(block.line, name.removeprefix(_CATEGORY).strip())
        if rest.strip():
            later = rest.lstrip()
            skipped = block.text[: len(block.text) - len(later)].count("\n")
            yield _parse(_Block(block.line + skipped, later, block.comments))


def _blocks(text: str) -> Iterator[_Block]:
    lines: list[str] = []
    start = 1
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.strip():
            lines.append(line)
            continue
        if block := _block(start, lines):
            yield block
        lines, start = [], number + 1


def _block(line: int, lines: list[str]) -> _Block | None:
    """Return a block of lines; None where it has comments only."""
    comments = [one for one in lines if one.lstrip().startswith("//")]
    kept = ["" if one.lstrip().startswith("//") else one for one in lines]
    whole = "\n".join(kept)
    text = whole.strip()
    lead = whole[: len(whole) - len(whole.lstrip())]
    return _Block(line + lead.count("\n"), text, "\n".join(comments)) if text else None


def _parse(block: _Block) -> GiftItem:
    title, text, line = _split_title(hide_escapes(block.text), block.line)
    start, end = text.find("{"), text.find("}")
    if (start < 0) != (end < 0) or end < start:
        why = "A brace { or } is missing; a blank line ends a question, also between braces."
        return Unreadable(block.line, title or show_escaped(text), why)
    inner, feedback = ("", "") if start < 0 else _split_feedback(text[start + 1 : end])
    stem, embedded = _stem(text, start, end)
    try:
        answers = (
            Description()
            if start < 0
            else parse_answers(inner, line + text.count("\n", 0, start), stem.format)
        )
    except NotAnswersError as error:
        return Unreadable(error.line, title or stem.text, error.why)
    return GiftQuestion(
        line=block.line,
        stem=stem,
        answers=answers,
        title=title,
        idnumber=_first(_ID, block.comments),
        tags=tuple(found[1].replace("\\]", "]") for found in _TAG.finditer(block.comments)),
        parts=tuple((_first(_PARTS, block.comments) or "").split()),
        feedback=_marked_or_none(feedback, stem.format),
        embedded=embedded,
    )


def _split_title(text: str, line: int) -> tuple[str | None, str, int]:
    """Return the title between `::`, if there is one, what follows it, and the line of that."""
    if not text.startswith("::"):
        return None, text, line
    title, closed, rest = text[2:].partition("::")
    if not closed:
        return None, text[2:], line
    later = rest.lstrip()
    skipped = text[: len(text) - len(later)].count("\n")
    return " ".join(show_escaped(title).split()), later, line + skipped


def _split_feedback(inner: str) -> tuple[str, str]:
    """Return the answers, and what stands after the last `####`."""
    answers, found, feedback = inner.rpartition("####")
    return (answers, feedback) if found else (inner, "")


def _stem(text: str, start: int, end: int) -> tuple[Marked, bool]:
    """Return the question without its answers, and whether a gap stands for them."""
    if start < 0:
        return parse_marked(text, "moodle"), False
    embedded = end < len(text) - 1 and not text[end + 1 :].lstrip().startswith("//")
    before, after = text[:start], text[end + 1 :] if embedded else ""
    return parse_marked(before + (GAP if embedded else "") + after, "moodle"), embedded


def _first(pattern: re.Pattern[str], comments: str) -> str | None:
    found = pattern.search(comments)
    return found[1].replace("\\]", "]").strip() if found else None


def _marked_or_none(text: str, usual: TextFormat) -> Marked | None:
    marked = parse_marked(text, usual)
    return marked if marked.text else None
