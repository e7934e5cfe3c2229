"""A text of ours as Moodle holds texts, with the format that it is in, and the way back."""

import re
from html import escape
from typing import Literal

from protectcourse.course.prose import TextSpan, parse_line, plain_words
from protectcourse.course.prose_faults import find_prose_faults
from protectcourse.exchange.foreign.foreign_text import CarriedText, TextFormat, carry_text
from protectcourse.exchange.foreign.html_text import html_of
from protectcourse.plain_text import find_unclean

FORMATS: dict[str, TextFormat] = {
    "html": "html",
    "markdown": "markdown",
    "plain_text": "plain",
    "moodle_auto_format": "moodle",
}
"""What `format` may say. Where it says nothing, Moodle takes the last."""
_OTHER_MARKDOWN = re.compile(r"\\[!-/:-@\[-`{-~]|&#?\w+;|(?<!\w)_\S|\S {2,}\n")
"""Marks of Moodle's Markdown that ours has not."""


def from_moodle(text: str, written: str) -> CarriedText:
    """Return a text of Moodle in our Markdown; what is that already stays as it is."""
    form = FORMATS.get(written, "moodle")
    if form == "markdown" and _is_ours(text):
        return CarriedText(text)
    return carry_text(text, form)


def for_moodle(text: str) -> tuple[str, Literal["html", "markdown"]]:
    """Return a text of ours as HTML; as Markdown where HTML would not keep each blank of it."""
    html = html_of(text)
    if from_moodle(html, "html").text != text and from_moodle(text, "markdown").text == text:
        return text, "markdown"
    return html, "html"


def words_for_moodle(text: str) -> str:
    """Return a text of ours without its marks, for where Moodle takes plain words only.

    Even there it takes `&amp;` for `&`.
    """
    has_marks = parse_line(text) != (TextSpan(" ".join(text.split("\n"))),)
    words = plain_words(text) if has_marks else text
    if from_moodle(words, "").text == words:
        return words
    escaped = escape(words, quote=False)
    return escaped if from_moodle(escaped, "").text == words else words


def _is_ours(text: str) -> bool:
    faults = find_prose_faults(text, line_only=True)
    return not (_OTHER_MARKDOWN.search(text) or find_unclean(text) or any(True for _ in faults))
