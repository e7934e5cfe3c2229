"""What a course, its lessons, sources, glossary and claims are: the dataclasses behind the YAML.

Each class is both the value that the program works with and the shape that a file is checked
against (see ``shapes``). A field ends in `_` where its key is a word that Python keeps for itself.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Literal

from protectcourse.quiz.questions import Question
from protectcourse.shapes import (
    FILE_SHAPE,
    Between,
    Day,
    Identifier,
    Percent,
    Review,
    Sensitivity,
    Several,
    ShortText,
    Text,
    ToldApartBy,
    UnitId,
    WholeNumber,
    YesNo,
)

Version = Annotated[int, WholeNumber(1)]
Months = Annotated[int, WholeNumber(1, 600)]
Minutes = Annotated[int, WholeNumber(1, 600)]
Ids = Annotated[tuple[UnitId, ...], Between()]
Reasons = Mapping[UnitId, ShortText]
"""Exceptions to checks: code → why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Objective:
    """What a learner can do afterwards."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    text: ShortText
    domain: UnitId | None = None
    bloom: Literal["remember", "understand", "apply", "analyse", "evaluate", "create"] | None = None
    critical: YesNo = False


@dataclass(frozen=True, kw_only=True, slots=True)
class UnitEntry:
    """One line of a module: a lesson, a case or a quiz; just one of the three is named."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    lesson: UnitId | None = None
    case: UnitId | None = None
    quiz: UnitId | None = None
    elective: YesNo = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Module:
    """A part of the course, with its units in order."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    title: ShortText
    about: Text | None = None
    after: Ids = ()
    units: Annotated[tuple[UnitEntry, ...], Between(1)]


@dataclass(frozen=True, kw_only=True, slots=True)
class LaterCheck:
    """A check of what has stayed, some weeks after completion."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    draw: Annotated[int, WholeNumber(1, 1000)]
    pass_: Percent
    from_day: Annotated[int, WholeNumber(0, 10_000)]
    to_day: Annotated[int, WholeNumber(0, 10_000)]
    read: Ids = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Refresher:
    """What keeps a completion valid: a few questions, lessons to read again."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    after_months: Months
    draw: Annotated[int, WholeNumber(1, 1000)]
    pass_: Percent
    read: Ids = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Completion:
    """When the course is complete, and for how long."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    needs: Annotated[tuple[Literal["lessons", "cases", "quizzes", "final"], ...], Between(1, 4)] = (
        "lessons",
        "cases",
        "quizzes",
    )
    valid_months: Months | None = None
    later_check: LaterCheck | None = None
    refresher: Refresher | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Defaults:
    """Pass marks in percent, where a quiz or a case says nothing else."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    pass_: Percent = 80
    case_pass: Percent = 70


@dataclass(frozen=True, kw_only=True, slots=True)
class CourseFile:
    """The head of a course: what it is, its modules and their order, its objectives and rules."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    course: UnitId
    version: Version
    title: ShortText
    language: Annotated[
        str, Identifier(re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"), "a language is `en` or `ko`")
    ]
    subtitle: ShortText | None = None
    licence: ShortText | None = None
    about: Text | None = None
    status: Literal["draft", "reviewed"] = "draft"
    reviewers: tuple[Review, ...] = ()
    domains: Mapping[UnitId, ShortText] = field(default_factory=dict)
    objectives: Mapping[UnitId, Objective] = field(default_factory=dict)
    competencies: Mapping[UnitId, ShortText] = field(default_factory=dict)
    misconceptions: Mapping[UnitId, ShortText] = field(default_factory=dict)
    modules: Annotated[Mapping[UnitId, Module], Between(1, 200)]
    numbers_from: Annotated[int, WholeNumber(0, 1000)] = 1
    completion: Completion = field(default_factory=Completion)
    defaults: Defaults = field(default_factory=Defaults)
    support: Text | None = None
    lint_allow: Reasons = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class PageBase:
    """What every page may have."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    title: ShortText
    short: Text | None = None
    """What the short form of a sensitive page shows instead of its text."""
    sensitivity: Sensitivity = "S0"
    claims: Several = ()
    source: Several = ()
    as_of: Day | None = None
    recall: Question | None = None
    was: UnitId | None = None
    lint_allow: Reasons = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class TextPage(PageBase):
    """A page to read."""

    kind: Literal["text"] = "text"
    text: Text


@dataclass(frozen=True, kw_only=True, slots=True)
class ExamplePage(PageBase):
    """A worked example."""

    kind: Literal["example"]
    text: Text


@dataclass(frozen=True, kw_only=True, slots=True)
class BoxPage(PageBase):
    """What is known, what is argued and by whom, what has changed since.

    One of the three at least.
    """

    kind: Literal["box"]
    known: Text | None = None
    argued: Text | None = None
    changed: Text | None = None
    text: Text | None = None


Page = Annotated[TextPage | ExamplePage | BoxPage, ToldApartBy("kind", usual="text")]


@dataclass(frozen=True, kw_only=True, slots=True)
class Lesson:
    """A lesson: a question to guess first, then pages with questions to recall."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    lesson: UnitId
    title: ShortText
    minutes: Minutes
    objectives: Several = ()
    sensitivity: Sensitivity = "S0"
    content_note: Text | None = None
    about: Text | None = None
    guess_first: Question | None = None
    pages: Annotated[Mapping[UnitId, Page], Between(1, 100)]
    status: Literal["draft", "reviewed"] = "draft"
    reviewers: tuple[Review, ...] = ()
    was: UnitId | None = None
    lint_allow: Reasons = field(default_factory=dict)
    sources: "Mapping[UnitId, Source]" = field(default_factory=dict)
    """Only where the file stands alone, outside a course."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """Something that can be cited: what it is, of what date, and how sure we are of it."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    title: ShortText
    date: Day
    kind: Literal[
        "treaty", "un-body", "court", "government", "advocacy", "academic", "press", "course"
    ]
    status: Literal["confirmed", "partly", "article-only", "unconfirmed"]
    author: ShortText | None = None
    body: ShortText | None = None
    short: ShortText | None = None
    checked: Day | None = None
    symbol: ShortText | None = None
    address: ShortText | None = None
    note: Text | None = None

    @property
    def name(self) -> str:
        """How the source is named under a page."""
        return self.short or f"{self.author or self.body}, {self.date[:4]}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Term:
    """A term of the glossary."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    term: ShortText
    meaning: Text
    source: Several
    forms: Several = ()
    see: Ids = ()
    was: UnitId | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """Something that a source says and the course teaches or assesses."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    type: Literal["fact", "estimate", "law", "argument", "view", "recommendation", "reference"]
    as_of: ShortText
    text: Text
    source: Several
    contested: YesNo = False
    lint_allow: Reasons = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class SourcesFile:
    """The sources of a course."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    sources: Annotated[Mapping[UnitId, Source], Between(1)]
    lint_allow: Reasons = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class GlossaryFile:
    """The glossary of a course."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    glossary: Annotated[Mapping[UnitId, Term], Between(1)]
    lint_allow: Reasons = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class ClaimsFile:
    """The claims of a course."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    claims: Annotated[Mapping[UnitId, Claim], Between(1)]
    lint_allow: Reasons = field(default_factory=dict)
