import re
from collections import Counter
from collections.abc import Iterator
from time import perf_counter

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
    Span,
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


@pytest.mark.parametrize(("begin", "end"), [("", "\n"), ("- ", "\n  "), ("> ", " \n> ")])
def test_a_reference_broken_over_two_lines_is_found(begin: str, end: str) -> None:
    """What is shown as a source must be checked and numbered as one, wherever a line ends."""
    text = f"{begin}A [@cat-15, paras{end}46-47] and [[convention{end}ground]]."

    assert citations(text) == [Citation("cat-15", "paras 46-47")]
    assert terms(text) == ["convention ground"]
    assert count_words(text) == 4


def test_a_line_that_begins_with_a_number_does_not_begin_a_list() -> None:
    """An editor breaks lines where it likes; the number would be lost as an item's own."""
    assert parse_prose("See Article\n33. It binds.") == (
        Paragraph((TextSpan("See Article 33. It binds."),)),
    )
    assert len(parse_prose("First:\n1. a\n2. b")) == 2


def test_a_bar_inside_a_term_does_not_end_a_cell() -> None:
    """A table may name a term in other words, and only a row of dashes makes a head."""
    cell = (TermSpan("nexus", "link"),)

    assert parse_prose("| [[nexus|link]] | b |\n|---|---|") == (
        Table((cell, (TextSpan("b"),)), ()),
    )
    assert isinstance(parse_prose("| a |\n| |\n| b |")[0], Paragraph)


@pytest.mark.parametrize(
    "text",
    [
        *["# Title", "Title\n=====", "<b>x</b>", "[a](http://b)", "`x`", "**open"],
        *["[a][b]", "a\n\n    set in", "[[open", "[@open", "![x](y)", "a\n\n---\n\nb"],
        *["Bring:\n\n• a pen", "•\u00a0a pen", "– a pen\n– a cup"],
    ],
)
def test_more_markdown_than_a_course_has_is_named(text: str) -> None:
    """What would be shown as odd signs is better found before a learner sees it (C030)."""
    assert list(find_prose_faults(text))


@pytest.mark.parametrize(
    "text", ["see [@a]", "- a\n- b", "> a", "| a |\n|---|", "at <https://un.org>"]
)
def test_a_text_in_one_run_holds_less(text: str) -> None:
    """A stem or an option has no room for lists, and cites under `source:`."""
    assert not list(find_prose_faults(text))
    assert list(find_prose_faults(text, line_only=True))


@pytest.mark.parametrize(
    "sign",
    [
        *["*", "[", "[[", "**a ", "> ", "<a", "|a", "`", "[a](", "- ", "1. ", " ", "[@a", "[[a|"],
        *["[a][", "- a\n", "- a\n\n", "1. a\n\n", "a\n", "|-", "<https://", "=", "\n", "\t"],
    ],
)
def test_odd_signs_in_great_number_take_no_time(sign: str) -> None:
    """A hostile text must not freeze the screen."""
    text = sign * (50_000 // len(sign))
    began = perf_counter()

    for hostile in (text, f"{text}x", f"{text}|\n|-|", f"a{text}b"):
        parse_prose(hostile)
        list(find_prose_faults(hostile, line_only=True))
        citations(hostile)
        count_words(hostile)

    assert perf_counter() - began < 4


@given(st.text(alphabet="ab *[]@|>-1.\n<", max_size=80))
def test_every_letter_of_a_text_is_shown(text: str) -> None:
    """Parsing is total, and text is never lost."""
    shown = "".join(_letters(parse_prose(text)))

    assert re.findall("[ab]", shown) == re.findall("[ab]", text)


@given(st.text(alphabet="ab @,;*[]|>-1.\n", max_size=60))
def test_whatever_is_shown_as_cited_is_found(text: str) -> None:
    """A source that is shown but not found would stand without a footnote, unchecked."""
    found = Counter(citations(text))
    shown = Counter(
        one for span in _spans(text) if isinstance(span, CiteSpan) for one in span.citations
    )

    assert shown <= found


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


def _spans(text: str) -> Iterator[Span]:
    """Give all spans of a text, block after block."""
    for block in parse_prose(text):
        match block:
            case Paragraph(spans):
                yield from spans
            case BulletList(items) | NumberedList(items) | Quotation(items):
                yield from (span for item in items for span in item)
            case Table(head, rows):
                yield from (span for row in (head, *rows) for cell in row for span in cell)


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
