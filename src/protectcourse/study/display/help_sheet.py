"""Every key, by name, grouped, to read."""

from collections.abc import Iterator, Sequence

from protectcourse.blocks import Block, TextBlock, text_block
from protectcourse.plain_text import one_line
from protectcourse.study.display.key_groups import KeyGroup
from protectcourse.study.display.sheets import Sheet
from protectcourse.styled_text import styled

KEY_COLUMN = 14


def help_sheet(groups: Sequence[KeyGroup], notes: Sequence[str] = ()) -> Sheet:
    """Return what every key does, and a few notes such as where the data is kept."""
    return Sheet("Help", "every key", list(_blocks(groups, notes)))


def _blocks(groups: Sequence[KeyGroup], notes: Sequence[str]) -> Iterator[Block]:
    """Give headings, keys and notes."""
    for group in groups:
        yield text_block(group.title, "heading")
        for key, does in group.keys:
            yield _key_block(key, does)
    for note in notes:
        yield text_block(note)


def _key_block(key: str, does: str) -> TextBlock:
    """Return a line with a key and what it does, the words below one another."""
    shown = one_line(key)
    blanks = " " * max(KEY_COLUMN - len(shown), 2)  # each sign of a key is one column wide
    words = styled(one_line(does))
    return TextBlock(words, first=f"  {shown}{blanks}", rest=" " * (KEY_COLUMN + 2), gap=0)
