"""A section of a guide as a sheet to read: headings, prose, and examples line by line."""

from collections.abc import Iterator

from protectcourse.blocks import Block, TextBlock, text_block
from protectcourse.guides.shelf import GUIDES, Guide, Section
from protectcourse.study.display.choosing import Row
from protectcourse.study.display.prose_blocks import prose_blocks
from protectcourse.study.display.sheets import Offer, Sheet
from protectcourse.styled_text import StyledText, styled

INDENT = "  "
"""How far an example stands in from the text."""
FENCE, HEADING = "```", "### "
LITERAL = {"[[": "\ue000", "[@": "\ue001"}
"""Signs that course text reads as a term or a citation, and a guide speaks of."""


def guides_offer() -> Offer:
    """Return the guides to choose from."""
    rows = [
        Row(id=guide.name, text=f"{guide.title}: {guide.about}", number=number)
        for number, guide in enumerate(GUIDES, 1)
    ]
    words = "For those who write lessons, questions and cases, and those who keep track."
    return Offer("Guides", rows, [text_block(words)], does="read")


def sections_offer(guide: Guide, sections: tuple[Section, ...]) -> Offer:
    """Return the sections of a guide to choose from; ids are their places."""
    rows = [
        Row(id=str(place), text=section.title or "Before you begin", number=place + 1)
        for place, section in enumerate(sections)
    ]
    return Offer(guide.title, rows, [text_block(guide.about)], place="guide", does="read")


def section_sheet(guide: Guide, section: Section) -> Sheet:
    """Return a section to read."""
    return Sheet(section.title or guide.title, guide.title, list(guide_blocks(section.text)))


def guide_blocks(text: str) -> Iterator[Block]:
    """Give the blocks of a guide's Markdown."""
    prose: list[str] = []
    in_code = False
    first = False
    for line in text.splitlines():
        if line.startswith(FENCE):
            yield from _prose(prose)
            prose, in_code, first = [], not in_code, True
        elif in_code:
            yield _example_line(line, gap=1 if first else 0)
            first = False
        elif line.startswith(HEADING):
            yield from _prose(prose)
            prose = []
            yield text_block(line.removeprefix(HEADING).strip(), "heading")
        else:
            prose.append(line)
    yield from _prose(prose)


def _prose(lines: list[str]) -> list[Block]:
    """Return lines of prose as blocks."""
    text = "\n".join(lines).strip()
    for sign, stand_in in LITERAL.items():
        text = text.replace(sign, stand_in)
    return [_with_signs(block) for block in prose_blocks(text)] if text else []


def _with_signs(block: Block) -> Block:
    """Return a block with the signs back in their places."""
    if isinstance(block, TextBlock):
        return block._replace(text=_literal(block.text))
    rows = tuple(tuple(map(_literal, row)) for row in block.rows)
    return block._replace(head=tuple(map(_literal, block.head)), rows=rows)


def _literal(text: StyledText) -> StyledText:
    pieces = []
    for piece in text.pieces:
        words = piece.words
        for sign, stand_in in LITERAL.items():
            words = words.replace(stand_in, sign)
        pieces.append(piece._replace(words=words))
    return StyledText(tuple(pieces))


def _example_line(line: str, gap: int) -> TextBlock:
    """Return a line of an example: never joined with the next, its indentation kept."""
    words = line.lstrip(" ")
    margin = INDENT + " " * (len(line) - len(words))
    return TextBlock(styled(words or " "), first=margin, rest=margin + INDENT, gap=gap)
