"""What a file of a course refers to, and whether the course has it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from protectcourse.course.models import (
    ClaimsFile,
    CourseFile,
    GlossaryFile,
    SourcesFile,
)
from protectcourse.course.prose import Citation, names_in
from protectcourse.course.texts import Leaf
from protectcourse.findings import Finding, ValuePath, did_you_mean
from protectcourse.quiz.bank import Quiz

OWN_FRAME = "course"
"""The source id that needs no entry: the course's own frame."""

WHAT = {
    "C020": "a source",
    "C021": "a claim",
    "C022": "an objective",
    "C023": "a glossary term",
    "C024": "a misconception",
    "C025": "a competency",
    "C026": "a module",
    "Q009": "a question",
}
HOMES = {
    "C020": "`sources:` in sources.yaml",
    "C021": "`claims:` in claims.yaml",
    "C022": "`objectives:` in course.yaml",
    "C023": "`glossary:` in glossary.yaml",
    "C024": "`misconceptions:` in course.yaml",
    "C025": "`competencies:` in course.yaml",
    "C026": "`modules:` in course.yaml",
    "Q009": "`questions:` in a quiz",
}
"""Where each sort of thing is added, by the code of the problem when one is missing."""
DECLARED_IN: Mapping[str, frozenset[str]] = {
    "course": frozenset({"C022", "C024", "C025", "C026"}),
    "sources": frozenset({"C020"}),
    "claims": frozenset({"C021"}),
    "glossary": frozenset({"C023"}),
}
"""What cannot be looked up while a file of a kind could not be read."""
KEYS = {
    "source": "C020",
    "claims": "C021",
    "objective": "C022",
    "objectives": "C022",
    "misconception": "C024",
    "for": "C025",
    "after": "C026",
    "see": "C023",
    "parallel_of": "Q009",
}


class Reference(NamedTuple):
    """One thing referred to: the code of the problem if it is not there, its id, and where."""

    code: str
    id: str
    path: ValuePath
    offset: int | None = None
    """Where in a text it stands."""


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
            case Quiz():
                self.ids["Q009"] |= set(value.questions)
            case _:
                pass

    def missing(self, reference: Reference, own_sources: frozenset[str]) -> Finding | None:
        """Return the finding for a reference that leads nowhere."""
        known = self.ids[reference.code]
        name = reference.id.casefold() if reference.code == "C023" else reference.id
        if name in known:
            return None
        if reference.code == "C020" and (name == OWN_FRAME or name in own_sources):
            return None
        hint = (
            did_you_mean(reference.id, known | own_sources)
            or f"Add it below {HOMES[reference.code]}, or correct the name here."
        )
        return Finding(
            code=reference.code,
            path=reference.path,
            message=f"`{reference.id[:60]}` is not {WHAT[reference.code]} of this course",
            hint=hint,
            offset=reference.offset,
        )


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


def rated_competencies(value: object) -> Iterator[Reference]:
    """Give the competencies for which a case has a pass mark of its own: they are keys."""
    for competency in getattr(value, "rubric", ()):
        yield Reference("C025", competency, ("rubric", competency))


def _of(leaf: Leaf) -> Iterator[Reference]:
    code = KEYS.get(leaf.key) if leaf.owner != "ModelPlay" else None
    for text, path in _texts(leaf):
        if code is not None:
            yield Reference(code, text.split(",", 1)[0].strip() if code == "C020" else text, path)
        elif "[" in text:
            for named, offset in names_in(text):
                if isinstance(named, Citation):
                    yield Reference("C020", named.source, path, offset)
                else:
                    yield Reference("C023", named, path, offset)


def _texts(leaf: Leaf) -> Iterator[tuple[str, ValuePath]]:
    """Give each text of a leaf with its place; one that stands alone is a list of one too."""
    if isinstance(leaf.value, str):
        yield leaf.value, leaf.path
        return
    for index, text in enumerate(leaf.value):
        yield text, (*leaf.path, index)
