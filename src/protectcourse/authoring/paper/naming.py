"""Course text on paper: terms and sources by their names instead of their ids."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, assert_never

from protectcourse.authoring.paper.document import (
    Block,
    Grid,
    Items,
    Line,
    Paragraph,
    Piece,
    Quote,
    Style,
    line,
)
from protectcourse.course.models import GlossaryFile, Source, Term
from protectcourse.course.prose import (
    BulletList,
    Citation,
    CiteSpan,
    LinkSpan,
    NumberedList,
    ProseBlock,
    Quotation,
    Span,
    Spans,
    Table,
    TermSpan,
    TextSpan,
    parse_line,
    parse_prose,
)
from protectcourse.course.prose import Paragraph as ProseParagraph
from protectcourse.course.references import OWN_FRAME, term_wordings

OWN_FRAME_NAME = "the course's own frame"
STRESS: Mapping[tuple[bool, bool], Style] = {
    (False, False): "",
    (True, False): "strong",
    (False, True): "emphasis",
    (True, True): "strong emphasis",
}
"""The style of words that are strong, or emphasised, or both."""


@dataclass(frozen=True, slots=True)
class Naming:
    """How sources and terms are called; one that is not declared goes by its id."""

    sources: Mapping[str, str]
    terms: Mapping[str, str]

    def line(self, text: str) -> Line:
        """Return a text that is one run of words, such as an option or a reason."""
        return self._run(parse_line(text))

    def blocks(self, text: str) -> list[Block]:
        """Return the blocks of a text."""
        return [self._block(block) for block in parse_prose(text)]

    def cited(self, reference: str) -> Line:
        """Return a source and the place in it, written as `id, place`."""
        name, _, place = reference.partition(",")
        return (self._source(Citation(name.strip(), place.strip())),)

    def all_cited(self, references: tuple[str, ...]) -> Line:
        """Return sources and places, one after the other."""
        found = [piece for reference in references for piece in self.cited(reference)]
        return tuple(piece for one in found for piece in (Piece("; "), one))[1:]

    def _block(self, block: ProseBlock) -> Block:
        match block:
            case ProseParagraph(spans):
                return Paragraph(self._run(spans))
            case BulletList(items):
                return Items(tuple(self._run(spans) for spans in items))
            case NumberedList(items, start):
                return Items(tuple(self._run(spans) for spans in items), start)
            case Quotation(paragraphs):
                return Quote(tuple(self._run(spans) for spans in paragraphs))
            case Table(head, rows):
                cells = [tuple(self._run(spans) for spans in row) for row in (head, *rows)]
                return Grid(cells[0], tuple(cells[1:]))
            case _:
                assert_never(block)

    def _run(self, spans: Spans) -> Line:
        return line(*(piece for span in spans for piece in self._pieces(span)))

    def _pieces(self, span: Span) -> Iterator[Piece]:
        match span:
            case TextSpan(text, strong, emphasis):
                yield Piece(text, STRESS[strong, emphasis], authored=True)
            case TermSpan(name, wording):
                yield Piece(wording or self.terms.get(name, name), "term", authored=True)
            case CiteSpan(cited):
                yield Piece("(", "cited")
                for number, one in enumerate(cited):
                    yield Piece("; " if number else "", "cited")
                    yield self._source(one)._replace(style="cited")
                yield Piece(")", "cited")
            case LinkSpan(address):
                yield Piece(address, "link", authored=True)
            case _:
                assert_never(span)

    def _source(self, cited: Citation) -> Piece:
        if cited.source == OWN_FRAME:
            return Piece(OWN_FRAME_NAME)
        name = self.sources.get(cited.source, cited.source)
        return Piece(f"{name}, {cited.place}" if cited.place else name, authored=True)


def naming_of(
    sources: Mapping[str, Source], terms: Mapping[str, Term], own: Mapping[str, Any]
) -> Naming:
    """Return the naming of a course, and of the sources that a unit declares for itself.

    A case's own are a citation each, a quiz's have whatever its author wrote.
    """
    names = {name: source.name for name, source in sources.items()}
    for name, source in own.items():
        names[name] = source.name if isinstance(source, Source) else own_citation(source)
    return Naming(names, {name: term.term for name, term in terms.items()})


def own_citation(source: object) -> str:
    """Return in words a source that a quiz or a case declares for itself."""
    if isinstance(source, Mapping):
        parts = [source.get(key) for key in ("author", "body", "title", "date")]
        return ", ".join(part for part in parts if isinstance(part, str))
    return str(source)


def authored(text: str) -> Piece:
    """Return a text of the course's that is shown as it stands, such as a title."""
    return Piece(" ".join(text.split()), authored=True)


def term_id(wording: str, terms: Mapping[str, Term]) -> str | None:
    """Return the id of the term that a wording stands for."""
    if not terms:
        return None
    return term_wordings(GlossaryFile(glossary=terms)).get(wording.casefold())
