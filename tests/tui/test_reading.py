"""Text for reading, laid out in a column."""

import asyncio

import pytest
from demo_screens import ListScreen, rows

from protectcourse.blocks import Block, TableBlock, TextBlock, text_block
from protectcourse.study.display.prose_blocks import prose_blocks
from protectcourse.styled_text import styled
from protectcourse.tui.app import CourseApp
from protectcourse.tui.widgets.reading import Reading

PROSE = """\
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
WORDS = " ".join(f"word{n}" for n in range(60))
TABLE = TableBlock(
    (styled("Document"), styled("Year")),
    (
        (styled("Refugee Convention"), styled("1951")),
        (styled("Protocol"), styled("1967")),
    ),
)


def lines_of(blocks: list[Block], columns: int = 80) -> list[str]:
    """Return the lines of a text in an app of some width, without the margins at the right."""
    screen = ListScreen(rows(1), blocks=blocks)

    async def run() -> list[str]:
        async with CourseApp(lambda: screen).run_test(size=(columns, 40)):
            reading = screen.query_one(Reading)
            return [reading.render_line(y).text.rstrip() for y in range(reading.size.height)]

    return asyncio.run(run())


def test_the_column_is_at_most_76_wide_and_centred() -> None:
    """Longer lines are hard to follow; on a wide window the text stands in the middle."""
    screen = ListScreen(rows(1), blocks=[text_block(WORDS)])

    async def run() -> tuple[int, int]:
        async with CourseApp(lambda: screen).run_test(size=(120, 40)):
            region = screen.query_one(Reading).region
            return region.x, region.width

    left, width = asyncio.run(run())

    assert width <= 76
    assert abs(left - (120 - width) // 2) <= 1
    assert max(len(line.strip()) for line in lines_of([text_block(WORDS)], 120)) <= 76


@pytest.mark.parametrize("columns", [40, 80])
def test_no_word_is_lost(columns: int) -> None:
    """Every word is there at each width, in order."""
    assert " ".join(lines_of([text_block(WORDS)], columns)).split() == WORDS.split()


def test_lists_hang_and_quotations_have_a_line() -> None:
    """Where an item begins shows without colour."""
    item = TextBlock(styled(WORDS), first="• ", rest="  ")
    quotation = TextBlock(styled(WORDS), "quotation", first="│ ", rest="│ ")

    lines = lines_of([item, quotation], 40)

    middle = lines.index("")
    assert lines[0].startswith("• word0")
    assert all(line.startswith("  word") for line in lines[1:middle])
    assert all(line.startswith("│ word") for line in lines[middle + 1 :])


def test_a_table_has_columns_where_they_fit() -> None:
    """Columns begin one below the other."""
    lines = lines_of([TABLE])

    assert [line.find("19") for line in lines if "19" in line] == [20, 20]


def test_a_table_too_wide_becomes_a_list() -> None:
    """On a narrow window nothing may be cut; each cell names its column."""
    wide = TableBlock(
        tuple(styled(f"Head {n}") for n in range(4)),
        (tuple(styled(f"A rather long cell {n}") for n in range(4)),),
    )

    lines = lines_of([wide], 40)

    assert lines == [f"Head {n}: A rather long cell {n}" for n in range(4)]


def test_a_table_that_nearly_fits_wraps_its_cells() -> None:
    """Two long columns share the width."""
    row = (styled(WORDS), styled("short"))

    lines = lines_of([TableBlock((styled("Long"), styled("S")), (row,))], 60)

    assert set(" ".join(lines).split()) >= {*WORDS.split(), "short"}


def test_every_kind_of_prose_is_laid_out() -> None:
    """What an author writes is what a learner reads, without any of the marks."""
    assert lines_of(prose_blocks(PROSE, NUMBERS)) == [
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
