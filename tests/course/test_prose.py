import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protectcourse.course.prose import (
    BulletList,
    Citation,
    CiteSpan,
    LinkSpan,
    NumberedList,
    Paragraph,
    ProseBlock,
    Quotation,
    Spans,
    Table,
    TermSpan,
    TextSpan,
    citations,
    count_words,
    parse_line,
    parse_prose,
    plain_words,
    terms,
)
from protectcourse.course.prose_faults import find_prose_faults


def test_each_sort_of_block_is_told_apart() -> None:
    """What an author lays out as a list must not reach the reader as one long line."""
    text = "One\nline.\n\n- a\n- b\n  on\n\n3. c\n4. d\n\n> e\n\n| f | g |\n|---|---|\n| 1 | 2 |\n"

    blocks = parse_prose(text)

    assert [type(block) for block in blocks] == [
        Paragraph,
        BulletList,
        NumberedList,
        Quotation,
        Table,
    ]
    assert blocks[0] == Paragraph((TextSpan("One line."),))
    assert blocks[1] == BulletList(((TextSpan("a"),), (TextSpan("b on"),)))
    assert blocks[2] == NumberedList(((TextSpan("c"),), (TextSpan("d"),)), 3)


def test_emphasis_terms_citations_and_addresses_are_spans() -> None:
    """A front end shows each in its own way."""
    spans = parse_line(
        "**No** *return* of [[refugee|people]] [@conv-33; @ex6, (c)] <https://un.org>"
    )

    assert spans == (
        TextSpan("No", strong=True),
        TextSpan(" "),
        TextSpan("return", emphasis=True),
        TextSpan(" of "),
        TermSpan("refugee", "people"),
        TextSpan(" "),
        CiteSpan((Citation("conv-33"), Citation("ex6", "(c)"))),
        TextSpan(" "),
        LinkSpan("https://un.org"),
    )


def test_a_mark_that_is_never_closed_stays_text() -> None:
    """Nothing that an author wrote may vanish."""
    assert parse_line("2 * 3 and **open") == (TextSpan("2 * 3 and **open"),)


def test_what_a_text_cites_and_names_is_found() -> None:
    """References are checked, and footnotes numbered, by these."""
    text = "A [[refugee]] [@a, para 1; @b] and [[nexus|link]] [@a]."

    assert citations(text) == [Citation("a", "para 1"), Citation("b"), Citation("a")]
    assert terms(text) == ["refugee", "nexus"]
    assert plain_words(text) == "A refugee and link."
    assert count_words(text) == 4


@pytest.mark.parametrize(
    "text",
    [
        *["# Title", "Title\n=====", "<b>x</b>", "[a](http://b)", "`x`", "**open"],
        *["[[open", "[@open", "![x](y)", "a\n\n---\n\nb"],
    ],
)
def test_more_markdown_than_a_course_has_is_named(text: str) -> None:
    """What would be shown as odd signs is better found before a learner sees it (C030)."""
    assert list(find_prose_faults(text))


@pytest.mark.parametrize("text", ["see [@a]", "- a\n- b", "| a |\n|---|", "at <https://un.org>"])
def test_a_text_in_one_run_holds_less(text: str) -> None:
    """A stem or an option has no room for lists, and cites under `source:`."""
    assert not list(find_prose_faults(text))
    assert list(find_prose_faults(text, line_only=True))


@pytest.mark.parametrize(
    "sign", ["*", "[", "[[", "**a ", "> ", "<a", "|a", "`", "[a](", "- ", "1. "]
)
def test_odd_signs_in_great_number_take_no_time(sign: str) -> None:
    """A hostile text must not freeze the screen."""
    text = sign * (40_000 // len(sign))

    parse_prose(text)
    list(find_prose_faults(text, line_only=True))


@given(st.text(alphabet="ab *[]@|>-1.\n<", max_size=80))
def test_every_letter_of_a_text_is_shown(text: str) -> None:
    """Parsing is total, and text is never lost."""
    shown = "".join(_letters(parse_prose(text)))

    assert re.findall("[ab]", shown) == re.findall("[ab]", text)


def _letters(blocks: tuple[ProseBlock, ...]) -> list[str]:
    """Return all words of some blocks."""
    words: list[str] = []
    for block in blocks:
        match block:
            case Paragraph(spans):
                words += _span_letters(spans)
            case BulletList(items) | NumberedList(items) | Quotation(items):
                words += [word for item in items for word in _span_letters(item)]
            case Table(head, rows):
                words += [w for row in (head, *rows) for cell in row for w in _span_letters(cell)]
    return words


def _span_letters(spans: Spans) -> list[str]:
    words: list[str] = []
    for span in spans:
        match span:
            case TextSpan(text):
                words.append(text)
            case TermSpan(name, wording):
                words += [name, wording and "|", wording]
            case CiteSpan(cited):
                words += [part for one in cited for part in one]
            case LinkSpan(address):
                words.append(address)
    return words
