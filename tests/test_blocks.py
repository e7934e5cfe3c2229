"""Text for reading, block by block."""

from protectcourse.blocks import TextBlock, text_block
from protectcourse.styled_text import styled


def test_words_in_one_style_are_a_block() -> None:
    """Most of what is said is that."""
    block = text_block("not saved", "beside", style="wrong", gap=0)

    assert block == TextBlock(styled("not saved", "wrong"), "beside", gap=0)
