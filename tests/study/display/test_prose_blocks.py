"""Course text as blocks."""

from protectcourse.blocks import TableBlock, TextBlock
from protectcourse.study.display.prose_blocks import line_block, prose_blocks

NUMBERS = {("cohen", "para 9"): 1, ("excom", ""): 2}


def test_terms_are_marked_and_emphasis_is_kept() -> None:
    """A term that can be looked up must show, in whatever way a front end can."""
    block = line_block("a [[term]], **strong** and *light*, ***both*** and <https://example.org>")

    styles = {piece.words: piece.style for piece in block.text.pieces if piece.style}
    assert styles == {
        "term": "term",
        "strong": "strong",
        "light": "emphasis",
        "both": "strong emphasis",
        "https://example.org": "link",
    }


def test_citations_are_the_numbers_of_their_footnotes() -> None:
    """A reader must find the very place."""
    text = line_block("x [@cohen, para 9; @excom]", NUMBERS).text

    assert text.plain == "x [1] [2]"
    assert text.pieces[-1] == ("[1] [2]", "muted")


def test_a_source_without_a_footnote_is_named() -> None:
    """No citation may vanish because nobody numbered it."""
    assert line_block("x [@cohen, para 9]").text.plain == "x [cohen, para 9]"


def test_items_hang_under_their_signs() -> None:
    """Where an item begins must show without colour, also from nine to ten."""
    blocks = prose_blocks("9. nine\n10. ten\n\n- first")

    assert [(one.first, one.rest) for one in blocks if isinstance(one, TextBlock)] == [
        (" 9. ", "    "),
        ("10. ", "    "),
        ("• ", "  "),
    ]


def test_a_table_keeps_its_cells() -> None:
    """Which cell belongs to which column is for the front end to show."""
    (table,) = prose_blocks("| Document | Year |\n|---|---|\n| Protocol | 1967 |")

    assert isinstance(table, TableBlock)
    assert [cell.plain for cell in table.head] == ["Document", "Year"]
    assert [[cell.plain for cell in row] for row in table.rows] == [["Protocol", "1967"]]
