"""C028: whether each wording of a glossary leads to one term, and each term on to another."""

from collections.abc import Iterator

from protectcourse.course.models import GlossaryFile, Term
from protectcourse.findings import Finding, Severity, ValuePath


def find_glossary_faults(glossary: GlossaryFile) -> Iterator[Finding]:
    """Give what is ambiguous in a glossary, or leads back to where a reader is."""
    owners: dict[str, str] = {}
    for name, term in glossary.glossary.items():
        path = ("glossary", name)
        for place, wording in _wordings(name, term):
            owner = owners.setdefault(wording.casefold(), name)
            if owner != name:
                message = f"`{wording}` is a wording of `{owner}` too, and leads there"
                yield _doubtful((*path, *place), message, "Leave it to one of the two terms.")
    for name, term in glossary.glossary.items():
        for index, other in enumerate(term.see):
            place = ("glossary", name, "see", index)
            if other == name:
                yield _doubtful(place, "a term refers to itself", "Take it out here.")
            elif other not in glossary.glossary and (owner := owners.get(other.casefold(), "")):
                message = f"`{other}` is a wording and not the id of a term: nothing is shown"
                yield _doubtful(place, message, f"Write `{owner}`.")


def _wordings(name: str, term: Term) -> Iterator[tuple[ValuePath, str]]:
    """Give each wording of a term with its place below the term."""
    yield (), name
    yield ("term",), term.term
    for index, form in enumerate(term.forms):
        yield ("forms", index), form


def _doubtful(path: ValuePath, message: str, hint: str) -> Finding:
    return Finding(
        code="C028",
        path=path,
        message=message,
        hint=hint,
        severity=Severity.WARNING,
        at_key=len(path) == 2,
    )
