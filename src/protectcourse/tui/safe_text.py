"""Words from a course, a learner, a file name or an error, made fit for the screen.

Nothing else in ``tui`` turns such words into something that Textual draws, nor says how a style of
text looks. Textual reads markup in plain strings (a course could press keys for the learner) and
passes escape codes on to the terminal; what comes out of here does neither.
"""

from collections.abc import Mapping, Sequence

from rich.segment import Segment
from textual.color import Color
from textual.content import Content, Span
from textual.filter import LineFilter

from protectcourse.plain_text import UNCLEAN, clean_text, one_line
from protectcourse.styled_text import Style, StyledText

TAB = "    "
LOOKS: Mapping[Style, str] = {
    "": "",
    "strong": "bold",
    "emphasis": "italic",
    "strong emphasis": "bold italic",
    "term": "underline",
    "muted": "$muted",
    "right": "$right bold",
    "partly": "$partly bold",
    "wrong": "$wrong bold",
    "link": "$link-text",
}
"""How each style looks, in the words of the library and the colours of the theme."""


def as_content(words: str | StyledText, look: str = "") -> Content:
    """Return text as it stands, newlines kept.

    Styled text looks as its styles do, plain words have one look such as ``bold`` or ``$muted``.
    """
    if isinstance(words, StyledText):
        pieces = [_as_content(piece.words, LOOKS[piece.style]) for piece in words.pieces]
        return pieces[0] if len(pieces) == 1 else Content("").join(pieces)
    return _as_content(words, look)


def as_line(words: str) -> Content:
    """Return text on one line: every run of white space becomes one blank."""
    return _as_content(one_line(words), "")


def join_content(*parts: str | Content) -> Content:
    """Return pieces as one: plain words, or content made before."""
    made = [part if isinstance(part, Content) else _as_content(part, "") for part in parts]
    return Content("").join(made)


def _as_content(words: str, look: str) -> Content:
    """Return clean words in one look."""
    clean = clean_text(words).replace("\t", TAB)
    return Content(clean, [Span(0, len(clean), look)] if look and clean else None)


class Backstop(LineFilter):
    """Drops what must never reach the terminal, whoever let it through; and colours if unwanted."""

    def __init__(self, *, colours: bool) -> None:
        super().__init__()
        self._colours = colours

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments of one line without control characters."""
        del background
        kept = segments
        if not all(segment.text.isprintable() for segment in segments):
            kept = [
                Segment(UNCLEAN.sub("", text).replace("\n", ""), style, control)
                for text, style, control in segments
            ]
        return kept if self._colours else _without_colours(kept)


def _without_colours(segments: Sequence[Segment]) -> list[Segment]:
    """Return segments that keep bold, underline and reverse only."""
    return [
        Segment(text, None if style is None else style.without_color, control)
        for text, style, control in segments
    ]
