"""What a unit refers to, as its reviewer reads it: objectives, claims, sources, terms, problems."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from protectcourse.authoring.paper.document import (
    Block,
    Entries,
    Heading,
    Line,
    Paragraph,
    Piece,
    joined,
    line,
    place,
    said,
    small,
    strong,
)
from protectcourse.authoring.paper.material import Material, Unit
from protectcourse.authoring.paper.naming import Naming, authored, own_citation, term_id
from protectcourse.authoring.paper.unit_words import SOURCE_KINDS, SOURCE_STATUS
from protectcourse.course.models import Source, Term
from protectcourse.course.problems import Problem
from protectcourse.course.references import references
from protectcourse.course.texts import leaves


def objective_words(name: str, material: Material) -> Line:
    """Return an objective with its id."""
    objective = material.head.objectives.get(name) if material.head else None
    return line(authored(objective.text), " ", small(f"({name})")) if objective else (small(name),)


def competency_words(names: tuple[str, ...], material: Material) -> Line:
    """Return competencies, each with its id."""
    known = material.head.competencies if material.head else {}
    return joined(
        [
            line(authored(known[one]), " ", small(f"({one})")) if one in known else line(small(one))
            for one in names
        ]
    )


def claim_words(name: str, material: Material) -> Line:
    """Return a claim: its id, text, type, date and source."""
    claim = material.claims.get(name)
    if claim is None:
        return line(small(name))
    contested = ", contested" if claim.contested else ""
    naming = material.naming()
    return line(
        small(f"{name} ({claim.type}{contested}, as of "),
        Piece(claim.as_of, "small", authored=True),
        small("): "),
        naming.line(claim.text),
        " (",
        naming.all_cited(claim.source),
        ")",
    )


def exceptions_words(reasons: Mapping[str, str]) -> Line:
    """Return the exceptions to checks, each with its reason."""
    return joined([line(f"{code}: ", authored(reason)) for code, reason in reasons.items()])


def reference_blocks(material: Material, problems: list[Problem]) -> list[Block]:
    """Return what stands at the end: sources, glossary terms, problems."""
    used = referred(material.units, material)
    blocks: list[Block] = [Heading(2, line("Sources"), "sources")]
    blocks += _sources(material, used.sources)
    if used.terms:
        blocks.append(Heading(2, line("Glossary terms used"), "terms"))
        naming = material.naming()
        blocks.append(
            Entries(tuple(_term(name, material.terms[name], naming) for name in used.terms))
        )
    blocks.append(Heading(2, line("Problems that the check finds"), "problems"))
    return [*blocks, *_problems(problems)]


def source_line(source: Source) -> Line:
    """Return a source as it is cited in full: the name it goes by, maker, title, symbol, date."""
    makers = [line(authored(part)) for part in (source.author, source.body) if part]
    title = Piece(source.title, "emphasis", authored=True)
    symbol = line(", ", authored(source.symbol)) if source.symbol else ()
    name = Piece(source.name, "strong", authored=True)
    return line(name, ": ", joined([*makers, line(title)], ", "), symbol, f", {source.date}")


class Referred(NamedTuple):
    """What units refer to: sources and terms by id, in the order in which they are declared."""

    sources: tuple[str, ...]
    terms: tuple[str, ...]


def referred(units: Iterable[Unit], material: Material, left_out: Collection[str] = ()) -> Referred:
    """Return what units refer to, under all keys but those left out; and the terms' sources."""
    found = [
        one
        for unit in units
        for one in references(leaf for leaf in leaves(unit.value) if leaf.key not in left_out)
    ]
    named = {term_id(one.id, material.terms) for one in found if one.code == "C023"}
    terms = tuple(name for name in material.terms if name in named)
    claimed = {one.id for one in found if one.code == "C021"} & material.claims.keys()
    beside = [material.terms[name].source for name in terms]
    beside += [material.claims[name].source for name in claimed]
    cited = {one.id for one in found if one.code == "C020"}
    cited |= {one.partition(",")[0].strip() for sources in beside for one in sources}
    return Referred(tuple(name for name in material.sources if name in cited), terms)


def _sources(material: Material, cited: Collection[str]) -> Iterator[Block]:
    """Give the sources: of a whole course all, with a word on those that nothing cites."""
    naming = material.naming()
    entries = [
        tuple(_source(name, source, naming, is_cited=name in cited))
        for name, source in material.sources.items()
        if name in cited or material.whole
    ]
    for unit in material.units:
        for name, own in unit.value.sources.items():
            lead = line(authored(own_citation(own)), " ", small(f"({name})"))
            entries.append((Paragraph(lead),))
    if entries:
        yield Entries(tuple(entries))
    else:
        yield Paragraph(line("No source is cited."))


def _source(name: str, source: Source, naming: Naming, *, is_cited: bool) -> Iterator[Block]:
    """Give a source: its full citation, date, sort, how sure it is, and its note."""
    yield Paragraph(source_line(source))
    checked = f"looked up on {source.checked}" if source.checked else "not looked up"
    state = f"{SOURCE_KINDS[source.kind]}; {SOURCE_STATUS[source.status]}, {checked}"
    yield Paragraph(line(state, "" if is_cited else "; not cited anywhere"))
    if source.note:
        yield said("Note", naming.line(source.note))
    if source.address:
        yield said("Address", Piece(source.address, "link", authored=True))
    yield place(name)


def _term(name: str, term: Term, naming: Naming) -> tuple[Block, ...]:
    lead = line(Piece(term.term, "strong", authored=True), ": ", naming.line(term.meaning))
    cited = line(" (", naming.all_cited(term.source), ")")
    return (Paragraph(line(lead, cited)), place(name))


def _problems(problems: list[Problem]) -> Iterator[Block]:
    if not problems:
        yield Paragraph(line("None: the check finds nothing wrong."))
        return
    entries: list[tuple[Block, ...]] = []
    for problem in problems:
        where = f"{problem.file}, line {problem.line}, column {problem.column}"
        what = f" {_unticked(problem.message)}"
        lead = line(strong(f"{problem.severity} {problem.code}:"), what)
        hint = (Paragraph(line(_unticked(problem.hint))),) if problem.hint else ()
        entries.append((place(where), Paragraph(lead), *hint))
    yield Entries(tuple(entries))


def _unticked(words: str) -> str:
    """Return the words of a check with marks of quotation for its ticks, as suits a document."""
    return re.sub("`([^`]*)`", r"“\1”", words)
