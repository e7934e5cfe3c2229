"""The glossary: the terms of the page first, then all of them; and one term in full."""

from collections.abc import Iterator, Mapping, Sequence

from protectcourse.blocks import Block, text_block
from protectcourse.course.prose import plain_words
from protectcourse.study.display.choosing import Row
from protectcourse.study.display.prose_blocks import prose_blocks
from protectcourse.study.display.sheets import Sheet
from protectcourse.study.looking_up import TermEntry

TITLE = "Glossary"
HERE, ALL = "here ", "all "
"""What the ids of rows begin with, before the id of the term."""
NO_TERMS = "This course has no glossary."


def glossary_rows(terms: Mapping[str, TermEntry], on_page: Sequence[str]) -> list[Row]:
    """Return the terms of a page under a heading, then all."""
    rows = [_row(HERE, terms[name]) for name in on_page if name in terms]
    if rows:
        rows.insert(0, Row(id="on-page", text="On this page", heading=True))
        rows.append(Row(id="all", text="All terms", heading=True))
    return [*rows, *(_row(ALL, term) for term in terms.values())]


def term_of(row_id: str) -> str:
    """Return the id of the term that a row stands for."""
    return row_id.split(" ", 1)[1]


def place_words(terms: Mapping[str, TermEntry]) -> str:
    """Return how many terms there are."""
    return f"{len(terms)} terms"


def no_term_blocks() -> list[Block]:
    """Return that there is no term."""
    return [text_block(NO_TERMS)]


def term_sheet(term: TermEntry) -> Sheet:
    """Return one term in full: meaning, other wordings, source, where it is taught."""
    return Sheet(TITLE, term.term, list(_blocks(term)))


def _row(part: str, term: TermEntry) -> Row:
    return Row(id=part + term.id, text=term.term, note=plain_words(term.meaning))


def _blocks(term: TermEntry) -> Iterator[Block]:
    yield text_block(term.term, "heading")
    yield from prose_blocks(term.meaning)
    if term.forms:
        yield text_block(f"Also: {', '.join(term.forms)}", "beside")
    if term.see:
        yield text_block(f"See also: {', '.join(term.see)}", "beside", gap=0)
    if term.source:
        yield text_block(f"Source: {term.source}", "beside")
    if term.lesson is not None:
        where = f"{term.lesson.number} {term.lesson.title}"
        yield text_block(f"First used in lesson {where}", "beside", gap=0)
