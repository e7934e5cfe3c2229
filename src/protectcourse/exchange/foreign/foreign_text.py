"""Texts of other systems, each in a format of its own, as the Markdown of a course."""

import re
from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from markdown_it import MarkdownIt

from protectcourse.exchange.foreign.html_text import UNSAID, markdown_of
from protectcourse.exchange.foreign.literal_text import fit_one_run, literal, without_unseen

TextFormat = Literal["moodle", "html", "markdown", "plain"]
"""How a text is marked up; `moodle` is plain text that may hold HTML."""

_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")
_HTML = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|br|code|dd|del|div|dl|dt|em|font|h[1-6]|hr|i|img|ins|kbd|li|ol"
    r"|p|pre|q|s|samp|small|span|strike|strong|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul|var"
    r"|audio|video|iframe|script|style)(?:\s[^<>]*)?/?>|&(?:[a-z]{2,8}|#[0-9]{1,6});",
    re.I,
)
"""What makes a text HTML though nobody says so: an element or a character by its name."""
_MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable("table")


class CarriedText(NamedTuple):
    """A text in our Markdown, and what of it is lost or was written in another way."""

    text: str
    lost: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


def carry_text(text: str, written: TextFormat) -> CarriedText:
    """Return a text of one run, as our Markdown, that reads as it did where it comes from."""
    return _CARRIERS[written](text)


def _from_html(html: str) -> CarriedText:
    text, told = markdown_of(html)
    clean, unseen = without_unseen(text)  # what stood there by its number, such as `&#8238;`
    fitted, swapped = fit_one_run(clean)
    lost = tuple(what for what in told if _is_lost(what))
    changed = tuple(what for what in told if not _is_lost(what))
    return CarriedText(fitted, lost, (*changed, *unseen, *swapped))


def _from_plain(text: str) -> CarriedText:
    paragraphs = [" ".join(part.split()) for part in _PARAGRAPHS.split(text.strip())]
    written, changed = literal("\n\n".join(paragraphs))
    return CarriedText(written, (), changed)


def _from_moodle(text: str) -> CarriedText:
    if not _HTML.search(text):
        return _from_plain(text)
    paragraphs = (f"<p>{' '.join(part.split())}</p>" for part in _PARAGRAPHS.split(text.strip()))
    return _from_html("".join(paragraphs))


def _from_markdown(text: str) -> CarriedText:
    return _from_html(_MARKDOWN.render(text).strip())


def _is_lost(what: str) -> bool:
    return what in UNSAID.values() or what.startswith(("the picture", "a picture"))


_CARRIERS: Mapping[TextFormat, Callable[[str], CarriedText]] = {
    "moodle": _from_moodle,
    "html": _from_html,
    "markdown": _from_markdown,
    "plain": _from_plain,
}
