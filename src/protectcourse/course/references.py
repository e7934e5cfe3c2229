"""What a file of a course refers to, and whether the course has it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from protectcourse.course.models import (
    ClaimsFile,
    CourseFile,
    GlossaryFile,
    SourcesFile,
)
from protectcourse.course.prose import citations, terms
from protectcourse.course.texts import Leaf
from protectcourse.findings import Finding, ValuePath, did_you_mean

OWN_FRAME = "course"
"""The source id that needs no entry: the course's own frame."""

WHAT = {
    "C020": "source",
    "C021": "claim",
    "C022": "objective",
    "C023": "glossary term",
    "C024": "misconception",
    "C025": "competency",
    "C026": "module",
}
KEYS = {
    "source": "C020",
    "claims": "C021",
    "objective": "C022",
    "objectives": "C022",
    "misconception": "C024",
    "for": "C025",
    "after": "C026",
    "see": "C023",
}


class Reference(NamedTuple):
    """One thing referred to: the code of the problem if it is not there, its id, and where."""

    code: str
    id: str
    path: ValuePath


@dataclass(slots=True)
class Declared:
    """The ids that a course declares, by the code of the problem when one is missing."""

    ids: dict[str, set[str]] = field(default_factory=lambda: {code: set() for code in WHAT})

    def take(self, value: object) -> None:
        """Add what a file declares."""
        match value:
            case CourseFile():
                self.ids["C022"] |= set(value.objectives)
                self.ids["C024"] |= set(value.misconceptions)
                self.ids["C025"] |= set(value.competencies)
                self.ids["C026"] |= set(value.modules)
            case SourcesFile():
                self.ids["C020"] |= set(value.sources)
            case ClaimsFile():
                self.ids["C021"] |= set(value.claims)
            case GlossaryFile():
                self.ids["C023"] |= term_wordings(value).keys()
            case _:
                pass

    def missing(self, reference: Reference, own_sources: frozenset[str]) -> Finding | None:
        """Return the finding for a reference that leads nowhere."""
        known = self.ids[reference.code]
        name = reference.id.casefold() if reference.code == "C023" else reference.id
        if name in known or name == OWN_FRAME or name in own_sources:
            return None
        what = WHAT[reference.code]
        hint = (
            did_you_mean(reference.id, known | own_sources)
            or f"Declare it, or name a {what} that is declared."
        )
        message = f"`{reference.id[:60]}` is not a {what} of this course"
        return Finding(code=reference.code, path=reference.path, message=message, hint=hint)


def term_wordings(glossary: GlossaryFile) -> dict[str, str]:
    """Return the id of each term by every wording that `[[ ]]` may hold, folded to lower case."""
    wordings: dict[str, str] = {}
    for name, term in glossary.glossary.items():
        for wording in (name, term.term, *term.forms):
            wordings.setdefault(wording.casefold(), name)
    return wordings


def references(found: Iterable[Leaf], *, alone: bool = False) -> Iterator[Reference]:
    """Give all that the leaves of a file refer to; standing alone, its own sources only."""
    for leaf in found:
        for reference in _of(leaf):
            if not alone or reference.code == "C020":
                yield reference


def _of(leaf: Leaf) -> Iterator[Reference]:
    code = KEYS.get(leaf.key)
    if code is not None and leaf.owner != "ModelPlay":
        entries = (leaf.value,) if isinstance(leaf.value, str) else leaf.value
        for entry in entries:
            name = entry.split(",", 1)[0].strip() if code == "C020" else entry
            yield Reference(code, name, leaf.path)
        return
    entries = (leaf.value,) if isinstance(leaf.value, str) else leaf.value
    for text in entries:
        if "[" in text:
            for citation in citations(text):
                yield Reference("C020", citation.source, leaf.path)
            for term in terms(text):
                yield Reference("C023", term, leaf.path)
