from protectcourse.blocks import TextBlock
from protectcourse.guides.sheets import guide_blocks


def shown(text: str) -> list[str]:
    """Return the blocks of a text as lines, with what stands before them."""
    blocks = [block for block in guide_blocks(text) if isinstance(block, TextBlock)]
    return [block.first + block.text.plain for block in blocks]


def test_an_example_keeps_its_lines_and_how_far_they_stand_in() -> None:
    """In YAML the place of a word is its meaning."""
    text = "Write so:\n\n```yaml\npages:\n  hello:\n    title: Hello\n```\n\nAnd so on\nand on."

    lines = shown(text)

    assert lines == [
        "Write so:",
        "  pages:",
        "    hello:",
        "      title: Hello",
        "And so on and on.",
    ]


def test_a_heading_of_the_third_rank_is_a_heading_and_a_list_hangs_under_its_signs() -> None:
    """A guide is looked through before it is read."""
    blocks = list(guide_blocks("### Q101\n\n1. First\n2. Second"))

    kinds = [(block.kind, block.first) for block in blocks if isinstance(block, TextBlock)]

    assert kinds == [("heading", ""), ("text", "1. "), ("text", "2. ")]


def test_the_signs_of_terms_and_citations_are_shown_as_they_are_typed() -> None:
    """A guide speaks of them; read as the course's own they would lose their brackets."""
    assert shown("Write `[[visitor]]` and `[@rules, 4]`.") == [
        "Write `[[visitor]]` and `[@rules, 4]`."
    ]
