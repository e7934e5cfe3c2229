"""What a course declares beside its units: its sources, its glossary, its claims.

Each class is both the value that the program works with and the shape that a file is checked
against (see ``shapes``). The words under a field are what an editor shows for its key.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Literal

from protectcourse.shapes import (
    FILE_SHAPE,
    Between,
    Day,
    Several,
    ShortText,
    Text,
    UnitId,
    YesNo,
)

Ids = Annotated[tuple[UnitId, ...], Between()]
Reasons = Mapping[UnitId, ShortText]
"""Exceptions to checks: code → why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """Something that can be cited: what it is, of what date, and how sure we are of it."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    title: ShortText
    """The title as it is printed, such as `Convention against Torture, Article 3`."""
    date: Day
    """When it was published, as far as it is known: `1951`, `2013-05` or `2013-05-30`."""
    kind: Literal[
        "treaty", "un-body", "court", "government", "advocacy", "academic", "press", "course"
    ]
    """What sort of source it is; a reader weighs a court's words and a newspaper's differently."""
    status: Literal["confirmed", "partly", "article-only", "unconfirmed"]
    """How far somebody has checked it. One that is `unconfirmed` may not be cited."""
    author: ShortText | None = None
    """The person who wrote it. Every source has an `author` or a `body`."""
    body: ShortText | None = None
    """The body that published it, such as `United Nations`."""
    short: ShortText | None = None
    """How it is named under a page; without it, the author or body and the year."""
    checked: Day | None = None
    """The day on which somebody last looked it up, such as `2026-11-20`."""
    symbol: ShortText | None = None
    """Its number as a document, such as `CAT/C/CHN/CO/5`."""
    address: ShortText | None = None
    """Where it can be read on the web. The program never opens it."""
    note: Text | None = None
    """What a reader should know of it: its bias, its edition, what it does not show."""

    @property
    def name(self) -> str:
        """How the source is named under a page."""
        return self.short or f"{self.author or self.body}, {self.date[:4]}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Term:
    """A term of the glossary."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    term: ShortText
    """The word or words as they are explained to the learner."""
    meaning: Text
    """What it means, in one or two plain sentences."""
    source: Several
    """Where the meaning comes from: the id of a source, or an id and a place."""
    forms: Several = ()
    """Other wordings of it, such as the plural; a text may use them in `[[ ]]`."""
    see: Ids = ()
    """Ids of related terms, listed below the meaning."""
    was: UnitId | None = None
    """The id that this term had before it was renamed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """Something that a source says and the course teaches or assesses."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    type: Literal["fact", "estimate", "law", "argument", "view", "recommendation", "reference"]
    """What sort of statement it is: a fact, somebody's estimate, law, an argument and so on."""
    as_of: ShortText
    """Of which year or day it holds, such as `2012-12`."""
    text: Text
    """The statement in your own words, in one sentence."""
    source: Several
    """Where it comes from: the id of a source and a place in it, such as `report, para 9`."""
    contested: YesNo = False
    """`true` where it is disputed: a text must then say who holds it."""
    lint_allow: Reasons = field(default_factory=dict)
    """Exceptions to checks, each with its reason: `Q135: It is taught in the next course.`"""


@dataclass(frozen=True, kw_only=True, slots=True)
class SourcesFile:
    """The sources of a course."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    sources: Annotated[Mapping[UnitId, Source], Between(1)]
    """What the course cites, each below an id of your choice, such as `conv-33:`."""
    lint_allow: Reasons = field(default_factory=dict)
    """Exceptions to checks in this file: the code of the check, then the reason."""


@dataclass(frozen=True, kw_only=True, slots=True)
class GlossaryFile:
    """The glossary of a course."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    glossary: Annotated[Mapping[UnitId, Term], Between(1)]
    """The terms, each below an id of your choice; a text links one by `[[id]]`."""
    lint_allow: Reasons = field(default_factory=dict)
    """Exceptions to checks in this file: the code of the check, then the reason."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ClaimsFile:
    """The claims of a course."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    claims: Annotated[Mapping[UnitId, Claim], Between(1)]
    """The statements, each below an id of your choice, such as `p09.b:`."""
    lint_allow: Reasons = field(default_factory=dict)
    """Exceptions to checks in this file: the code of the check, then the reason."""
