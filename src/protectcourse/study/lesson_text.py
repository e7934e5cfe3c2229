"""A lesson as a text file in Markdown, with its sources and the learner's own notes."""

from collections.abc import Iterator, Mapping
from typing import assert_never

from protectcourse.course.models import BoxPage, Page
from protectcourse.course.outline import UnitOutline
from protectcourse.course.prose import (
    BulletList,
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
    parse_prose,
)
from protectcourse.study.citing import footnotes, numbers
from protectcourse.study.enrolment import Enrolment
from protectcourse.study.looking_up import note_on

Numbers = Mapping[tuple[str, str], int]
BOX_HEADINGS = {"text": "", "known": "Known", "argued": "Argued", "changed": "Changed since"}


def lesson_text(enrolment: Enrolment, unit: UnitOutline, *, short_form: bool = False) -> str:
    """Return a lesson as Markdown: its pages, the learner's notes, then the sources."""
    lesson = enrolment.course.lesson(unit.id)
    pages = {name: _parts(page, short_form=short_form) for name, page in lesson.pages.items()}
    texts = [text for parts in pages.values() for _, text in parts]
    named = [source for page in lesson.pages.values() for source in page.source]
    cited = footnotes(texts, named, enrolment.course.sources)
    lines = [f"# {unit.number} {lesson.title}", f"{enrolment.course.outline.title}"]
    for name, parts in pages.items():
        lines.append(f"## {lesson.pages[name].title}")
        for heading, text in parts:
            lines += [f"### {heading}"] if heading else []
            lines += [_block_text(block, numbers(cited)) for block in parse_prose(text)]
        note = note_on(enrolment, unit, name)
        lines += ["**My note**", note] if note else []
    lines += ["## Sources"] if cited else []
    lines += [f"{note.line}  \n{note.about}" for note in cited]
    return "\n\n".join(lines) + "\n"


def file_name(enrolment: Enrolment, unit: UnitOutline) -> str:
    """Return a name for the file, without an ending."""
    return f"{enrolment.course.outline.id}-{unit.number}-{unit.id}"


def _parts(page: Page, *, short_form: bool) -> list[tuple[str, str]]:
    """Return heading and text of each part of a page."""
    if short_form and page.short is not None:
        return [("", page.short)]
    if isinstance(page, BoxPage):
        parts = [(heading, getattr(page, key) or "") for key, heading in BOX_HEADINGS.items()]
        return [(heading, text) for heading, text in parts if text]
    return [("", page.text)]


def _block_text(block: ProseBlock, marks: Numbers) -> str:
    match block:
        case Paragraph(spans):
            return _words(spans, marks)
        case BulletList(items):
            return "\n".join(f"- {_words(item, marks)}" for item in items)
        case NumberedList(items, start):
            return "\n".join(f"{n}. {_words(item, marks)}" for n, item in enumerate(items, start))
        case Quotation(paragraphs):
            return "\n>\n".join(f"> {_words(spans, marks)}" for spans in paragraphs)
        case Table(head, rows):
            return "\n".join(_table_lines(head, rows, marks))
        case _:
            assert_never(block)


def _table_lines(
    head: tuple[Spans, ...], rows: tuple[tuple[Spans, ...], ...], marks: Numbers
) -> Iterator[str]:
    yield _row(head, marks)
    yield "|" + " --- |" * len(head)
    for row in rows:
        yield _row(row, marks)


def _row(cells: tuple[Spans, ...], marks: Numbers) -> str:
    return "| " + " | ".join(_words(cell, marks) for cell in cells) + " |"


def _words(spans: Spans, marks: Numbers) -> str:
    return "".join(_span_text(span, marks) for span in spans)


def _span_text(span: Span, marks: Numbers) -> str:
    match span:
        case TextSpan(text, strong, emphasis):
            around = "**" * strong + "*" * emphasis
            return f"{around}{text}{around}"
        case TermSpan(name, wording):
            return wording or name
        case CiteSpan(citations):
            return " ".join(f"[{marks.get(cited, cited.source)}]" for cited in citations)
        case LinkSpan(address):
            return f"<{address}>"
        case _:
            assert_never(span)
