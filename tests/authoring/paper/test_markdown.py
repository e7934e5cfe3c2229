"""Markdown that is read as it was written: by a person as text, by a program as what it means."""

import pytest
from markdown_it import MarkdownIt

from protectcourse.authoring.paper.document import (
    Box,
    Document,
    Entries,
    Facts,
    Grid,
    Heading,
    Items,
    Paragraph,
    Piece,
    Quote,
    WriteLines,
    line,
    said,
)
from protectcourse.authoring.paper.markdown import as_markdown

READER = MarkdownIt("commonmark").enable("table").enable("strikethrough")
TRICKS = (
    "# no heading",
    "- no bullet",
    "+ no bullet",
    "1. no number",
    "12) no number",
    "> no quotation",
    "=== no rule",
    "--- no rule",
    "***",
    "___",
    "[x](https://x.example)",
    "![x](https://x.example/y.png)",
    "[x]: https://x.example",
    "<https://x.example>",
    "<script>x</script>",
    "&lt;b&gt; &#27;",
    "`code` ``x``",
    "~~~\nx",
    "a | b",
    "*stars* and __lines__ and snake_case",
    "back\\slash \\",
    "    four blanks",
)


def tokens(*blocks: object) -> list[tuple[str, str]]:
    """Return what a reader of Markdown makes of some blocks: sorts of tokens, with their words."""
    text = as_markdown(Document("T", "en", tuple(blocks)))  # type: ignore[arg-type]
    found = []
    for token in READER.parse(text):
        found.append((token.type, ""))
        for child in token.children or ():
            found.append((child.type, child.content))
    return found


def words(found: list[tuple[str, str]]) -> str:
    """Return the words of tokens."""
    return "".join(text for sort, text in found if sort in {"text", "text_special"})


@pytest.mark.parametrize("trick", TRICKS)
@pytest.mark.parametrize("style", ["", "strong"])
def test_a_courses_words_are_words(trick: str, style: str) -> None:
    """What an author writes must reach the reader as written, and make nothing of itself."""
    piece = Piece(trick, style, authored=True)  # type: ignore[arg-type]

    found = tokens(Paragraph((piece,)))

    sorts = {sort for sort, _ in found}
    assert sorts <= {
        *("paragraph_open", "inline", "text", "text_special", "paragraph_close"),
        *("strong_open", "strong_close"),
    }
    assert words(found) == " ".join(trick.split())


@pytest.mark.parametrize("trick", TRICKS)
def test_a_cell_stays_a_cell(trick: str) -> None:
    """A bar within a cell would move every column after it."""
    found = tokens(Grid((line("A"), line("B")), ((line(trick), line("end")),)))

    assert [sort for sort, _ in found].count("td_open") == 2
    assert words(found) == f"AB{' '.join(trick.split())}end"


def test_lists_that_stand_beside_each_other_stay_apart() -> None:
    """Options that run into the bullets of a page would be read as part of it."""
    items, entries = Items((line("one"),)), Entries(((Paragraph(line("two")),),))

    found = tokens(items, Facts((("Label", line("words")),)), entries)
    beside = tokens(items, entries)

    assert [sort for sort, _ in found].count("bullet_list_open") == 2
    assert [sort for sort, _ in beside].count("bullet_list_open") == 2


def test_an_entry_keeps_all_its_paragraphs() -> None:
    """A reason that falls out of its option says nothing."""
    entry = (Paragraph(line("An option")), said("Why", "Because"), Items((line("a"), line("b")), 1))

    found = [sort for sort, _ in tokens(Entries((entry, entry)))]

    assert found.count("list_item_open") == 2 + 4
    assert found.count("bullet_list_open") == 1
    assert found[-1] == "bullet_list_close"


def test_each_sort_of_block_is_what_it_is_called() -> None:
    """Headings are found by screen readers, lines are there to write on."""
    blocks = (
        Heading(1, line("Title")),
        Box((Paragraph(line("boxed")),)),
        Quote((line("first"), line("second"))),
        WriteLines(2),
    )

    found = [sort for sort, _ in tokens(*blocks)]

    assert found.count("heading_open") == 1
    assert found.count("blockquote_open") == 1
    assert found.count("hr") == 2 + 2
    assert found.count("paragraph_open") == 3


def test_no_control_character_comes_out() -> None:
    """It is shown in terminals."""
    text = as_markdown(Document("T", "en", (Paragraph(line("a\x1b[2Jb\u202e\x07")),)))

    assert not {"\x1b", "\u202e", "\x07"} & set(text)
