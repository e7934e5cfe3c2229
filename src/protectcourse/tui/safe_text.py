"""Words from a course, a learner, a file name or an error, made fit for the screen.

Nothing else in ``tui`` turns such words into something that Textual draws. Textual reads markup in
plain strings (a course could press keys for the learner) and passes escape codes on to the
terminal; what comes out of here does neither.
"""

from collections.abc import Sequence

from rich.segment import Segment
from textual.color import Color
from textual.content import Content, Span
from textual.filter import LineFilter

from protectcourse.plain_text import UNCLEAN, clean_text

TAB = "    "


def as_content(text: str, style: str = "") -> Content:
    """Return text as it stands, newlines kept, in one style such as ``bold`` or ``$muted``."""
    clean = clean_text(text).replace("\t", TAB)
    return Content(clean, [Span(0, len(clean), style)] if style and clean else None)


def as_line(text: str, style: str = "") -> Content:
    """Return text on one line: every run of white space becomes one blank."""
    return as_content(" ".join(clean_text(text).split()), style)


def join_content(*parts: str | tuple[str, str] | Content) -> Content:
    """Return pieces as one: plain words, words with a style, or content made before."""
    made: list[Content] = []
    for part in parts:
        match part:
            case Content():
                made.append(part)
            case str():
                made.append(as_content(part))
            case (text, style):
                made.append(as_content(text, style))
    return Content("").join(made)


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
