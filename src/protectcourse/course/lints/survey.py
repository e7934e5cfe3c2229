"""What the lints know of a course beyond the file before them: small, however large the course."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from protectcourse.course.lints.asked import Asked
from protectcourse.course.lints.passage import Passage
from protectcourse.course.lints.syllables import Syllables
from protectcourse.course.lints.words import count_sentences, root_of, words_of
from protectcourse.course.models import (
    Claim,
    ClaimsFile,
    CourseFile,
    GlossaryFile,
    Objective,
    Source,
    SourcesFile,
)
from protectcourse.course.references import term_wordings
from protectcourse.course.texts import Leaf

UNCOUNTED = frozenset({"title", "locked"})
"""Keys whose texts are no sentences."""


class ItemSort(NamedTuple):
    """What marked questions of a bank have in common, to be counted."""

    pool: str
    module: str
    objective: str
    bloom: str


@dataclass(slots=True)
class ReadingSum:
    """How much text there is, for a formula of readability."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0


@dataclass(slots=True)
class Survey:
    """What a course declares, and sums over what has been read of it so far."""

    head: CourseFile
    sources: dict[str, Source] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    term_words: frozenset[str] = frozenset()
    """The single words of the glossary's terms, in lower case."""
    term_roots: frozenset[str] = frozenset()
    """The same by their roots."""
    term_texts: str = ""
    """The wordings of all terms as they are written, one a line."""
    module_of: dict[str, str] = field(default_factory=dict)
    """Module of each unit that one names."""
    first_lesson: str = ""
    items: Counter[ItemSort] = field(default_factory=Counter)
    pools: set[str] = field(default_factory=set)
    homes: set[str] = field(default_factory=set)
    """Claims that a page, a decision or a question names."""
    reading: dict[str, ReadingSum] = field(default_factory=dict)
    vocabulary: dict[str, set[str]] = field(default_factory=dict)
    """The words of each module's lessons and cases, in lower case."""
    syllables: Syllables = field(default_factory=Syllables)
    ids: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """The ids of all units and questions so far, by sort."""
    renamed: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """The same of what they were called before."""
    asked: dict[int, str] = field(default_factory=dict)
    """Bank and id of each question of a bank, by the hash of its words."""

    @property
    def reads_english(self) -> bool:
        """Whether rules made for English fit."""
        return self.head.language.split("-")[0] == "en"

    def objective(self, name: str | None) -> Objective | None:
        """Return an objective of the course, if it has one of that name."""
        return self.head.objectives.get(name) if name else None

    def items_for(self, objective: str, pool: str = "") -> int:
        """Return how many marked questions an objective has, in one pool or in all."""
        return sum(
            count
            for sort, count in self.items.items()
            if sort.objective == objective and (not pool or sort.pool == pool)
        )

    def take_questions(self, unit: str, bank: Iterable[Asked]) -> None:
        """Add the marked questions of a bank."""
        module = self.module_of.get(unit, "")
        for asked in bank:
            question = asked.question
            sort = ItemSort(asked.pool, module, question.objective or "", question.bloom or "")
            self.items[sort] += 1
            self.pools.add(asked.pool)

    def take_claims(self, found: Iterable[Leaf]) -> None:
        """Add the claims that a lesson, a bank or a case names."""
        for leaf in found:
            if leaf.key == "claims":
                self.homes.update([leaf.value] if isinstance(leaf.value, str) else leaf.value)

    def take_words(self, unit: str, read: Sequence[Passage]) -> None:
        """Add what is read in a lesson or a case to the sums of its module."""
        module = self.module_of.get(unit)
        if module is None:
            return
        vocabulary = self.vocabulary.setdefault(module, set())
        total = self.reading.setdefault(module, ReadingSum())
        for passage in read:
            vocabulary |= passage.bag
        if self.reads_english:
            sentences = (one for one in read if one.key not in UNCOUNTED and not one.is_option)
            text = "\n".join(one.lines for one in sentences)
            words = text.casefold().split()
            total.sentences += count_sentences(text)
            total.words += len(words)
            total.syllables += sum(map(self.syllables.__getitem__, words))

    def content_of(self, unit: str, wanted: Container[str], least: int) -> set[str] | None:
        """Return which roots that are wanted a unit's module has, as far as it has been read.

        None where the module has fewer content words than `least`, and proves nothing.
        """
        words = self.vocabulary.get(self.module_of.get(unit, ""), set())
        found: set[str] = set()
        some: set[str] = set()
        for word in words:
            root = root_of(word)
            if root and len(some) < least:
                some.add(root)
            if root in wanted:
                found.add(root)
        return found if len(some) >= least else None


def survey_course(declaring: list[object]) -> Survey | None:
    """Return the survey of a course by the files that declare things; None without a head."""
    head = next((one for one in declaring if isinstance(one, CourseFile)), None)
    if head is None:
        return None
    survey = Survey(head)
    wordings: set[str] = set()
    for value in declaring:
        match value:
            case SourcesFile():
                survey.sources |= value.sources
            case ClaimsFile():
                survey.claims |= value.claims
            case GlossaryFile():
                wordings |= term_wordings(value).keys()
                survey.term_texts += "\n".join(_written(value))
            case _:
                pass
    survey.term_words = frozenset(word for text in wordings for word in words_of(text))
    survey.term_roots = frozenset(map(root_of, survey.term_words))
    survey.syllables = Syllables(survey.term_words)
    for name, module in head.modules.items():
        for entry in module.units:
            unit = entry.lesson or entry.case or entry.quiz
            if unit:
                survey.module_of[unit] = name
            if entry.lesson and not survey.first_lesson:
                survey.first_lesson = entry.lesson
    return survey


def _written(glossary: GlossaryFile) -> Iterator[str]:
    for term in glossary.glossary.values():
        yield from (term.term, *term.forms)
