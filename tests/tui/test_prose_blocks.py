"""Course text as it is read on the screen."""

import asyncio

from demo_screens import HOSTILE, ListScreen, rows

from protectcourse.tui.app import CourseApp
from protectcourse.tui.widgets.prose_blocks import line_block, prose_blocks
from protectcourse.tui.widgets.reading import Reading, TableBlock, TextBlock

TEXT = """\
A **refugee** is *protected* by the [[refoulement|rule against return]]. [@cohen, para 9; @excom]

- first
- second

9. nine
10. ten

> Quoted once.
>
> Quoted twice.

| Document | Year |
|----------|------|
| Protocol | 1967 |

See <https://example.org>.
"""
NUMBERS = {("cohen", "para 9"): 1, ("excom", ""): 2}


def lines_of(text: str) -> list[str]:
    """Return the lines of a text in a window of 80 columns."""
    screen = ListScreen(rows(1), blocks=prose_blocks(text, NUMBERS))

    async def run() -> list[str]:
        async with CourseApp(lambda: screen).run_test(size=(80, 40)):
            reading = screen.query_one(Reading)
            return [reading.render_line(y).text.rstrip() for y in range(reading.size.height)]

    return asyncio.run(run())


def test_every_kind_of_block_is_laid_out() -> None:
    """What an author writes is what a learner reads, without any of the marks."""
    assert lines_of(TEXT) == [
        "A refugee is protected by the rule against return. [1] [2]",
        "",
        "• first",
        "• second",
        "",
        " 9. nine",
        "10. ten",
        "",
        "│ Quoted once.",
        "│",
        "│ Quoted twice.",
        "",
        "Document  Year",
        "────────  ────",
        "Protocol  1967",
        "",
        "See https://example.org.",
    ]


def test_terms_are_underlined_and_emphasis_is_kept() -> None:
    """A term that can be looked up must show without colour."""
    block = line_block("a [[term]], **strong** and *light*")

    styles = {block.text.plain[span.start : span.end]: span.style for span in block.text.spans}
    assert styles == {"term": "underline", "strong": "bold", "light": "italic"}


def test_a_source_without_a_footnote_is_named() -> None:
    """No citation may vanish because nobody numbered it."""
    assert line_block("x [@cohen, para 9]").text.plain == "x [cohen, para 9]"


def test_hostile_prose_is_only_words() -> None:
    """What gets past the reader of courses is stopped here."""
    for block in prose_blocks(f"{HOSTILE}\n\n- {HOSTILE}\n\n| {HOSTILE} |\n|--|\n| {HOSTILE} |"):
        cells = (block.text,) if isinstance(block, TextBlock) else (*block.head, *block.rows[0])
        assert isinstance(block, TextBlock | TableBlock)
        assert all(cell.plain.isprintable() for cell in cells)
