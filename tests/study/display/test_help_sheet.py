"""Every key, to read."""

from protectcourse.blocks import TextBlock
from protectcourse.study.display.help_sheet import help_sheet
from protectcourse.study.display.key_groups import EVERYWHERE, IN_A_TEXT_BOX, KeyGroup


def test_every_key_stands_under_its_heading_with_what_it_does() -> None:
    """In the order of the groups, the screen's own first; notes come last."""
    own = KeyGroup("Here", (("x", "do it"),))

    sheet = help_sheet([own, EVERYWHERE, IN_A_TEXT_BOX], ["Kept in /data."])

    blocks = [one for one in sheet.blocks if isinstance(one, TextBlock)]
    headings = [one.text.plain for one in blocks if one.kind == "heading"]
    assert headings == ["Here", "Everywhere", "In a text box"]
    assert (blocks[1].first, blocks[1].text.plain) == ("  x             ", "do it")
    assert blocks[-1].text.plain == "Kept in /data."
    assert len(blocks) == 5 + len(EVERYWHERE.keys) + len(IN_A_TEXT_BOX.keys)


def test_a_long_key_keeps_a_distance_and_words_keep_one_line() -> None:
    """A key's name must not run into what it does, nor break the column."""
    sheet = help_sheet([KeyGroup("Here", (("1 2 3 4 5 6 7 8 9", "choose\nit"),))])

    block = sheet.blocks[1]
    assert isinstance(block, TextBlock)
    assert block.first == "  1 2 3 4 5 6 7 8 9  "
    assert block.text.plain == "choose it"
