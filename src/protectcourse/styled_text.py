"""Text whose pieces say what they are, such as a term or a mark; a front end says how that looks.

The words are kept as they came: whoever draws or prints them cleans them.
"""

from typing import Literal, NamedTuple

Style = Literal[
    "",
    "strong",
    "emphasis",
    "strong emphasis",
    "term",
    "muted",
    "right",
    "partly",
    "wrong",
    "link",
]
"""What a piece is: of the usual text, stressed, a term to look up, beside the text, a mark."""


class Piece(NamedTuple):
    """Some words in one style."""

    words: str
    style: Style = ""


class StyledText(NamedTuple):
    """Words in styles, one piece after another."""

    pieces: tuple[Piece, ...] = ()

    def __bool__(self) -> bool:
        """Say whether there are any words."""
        return any(piece.words for piece in self.pieces)

    @property
    def plain(self) -> str:
        """The words without their styles."""
        return "".join(piece.words for piece in self.pieces)


Part = str | tuple[str, Style] | StyledText
"""What can be joined: usual words, words with their style, or text made before."""


def styled(words: str, style: Style = "") -> StyledText:
    """Return words in one style."""
    return StyledText((Piece(words, style),))


def join_text(*parts: Part) -> StyledText:
    """Return parts as one text."""
    pieces: list[Piece] = []
    for part in parts:
        match part:
            case StyledText():
                pieces += part.pieces
            case str():
                pieces.append(Piece(part))
            case (words, style):
                pieces.append(Piece(words, style))
    return StyledText(tuple(pieces))
