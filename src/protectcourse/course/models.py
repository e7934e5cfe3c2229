"""What a course and its lessons are: the dataclasses behind the YAML.

Each class is both the value that the program works with and the shape that a file is checked
against (see ``shapes``). A field ends in `_` where its key is a word that Python keeps for itself.
The words under a field are what an editor shows for its key. Sources, glossary and claims stand in
``declarations``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Literal

from protectcourse.course.declarations import (
    Claim,
    ClaimsFile,
    GlossaryFile,
    Ids,
    Reasons,
    Source,
    SourcesFile,
    Term,
)
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

__all__ = [
    "BoxPage",
    "Claim",
    "ClaimsFile",
    "Completion",
    "CourseFile",
    "Defaults",
    "ExamplePage",
    "GlossaryFile",
    "LaterCheck",
    "Lesson",
    "Module",
    "Objective",
    "Page",
    "PageBase",
    "Refresher",
    "Source",
    "SourcesFile",
    "Term",
    "TextPage",
    "UnitEntry",
]

Version = Annotated[int, WholeNumber(1)]
Months = Annotated[int, WholeNumber(1, 600)]
Minutes = Annotated[int, WholeNumber(1, 600)]


@dataclass(frozen=True, kw_only=True, slots=True)
class Objective:
    """What a learner can do afterwards."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    text: ShortText
    """What the learner can do, beginning with a verb: `Explain why …`, `Choose between …`."""
    domain: UnitId | None = None
    """The id of the domain that it belongs to, one of those under `domains:`."""
    bloom: Literal["remember", "understand", "apply", "analyse", "evaluate", "create"] | None = None
    """How much thinking it asks for, from `remember` to `create`; its questions should match."""
    critical: YesNo = False
    """`true` where nobody may pass without it: it then needs more questions."""


@dataclass(frozen=True, kw_only=True, slots=True)
class UnitEntry:
    """One line of a module: a lesson, a case or a quiz; just one of the three is named."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    lesson: UnitId | None = None
    """The id of a lesson, as it stands in the first line of its file."""
    case: UnitId | None = None
    """The id of a case, as it stands after `scenario:` in its file."""
    quiz: UnitId | None = None
    """The id of a quiz, as it stands in the first line of its file."""
    elective: YesNo = False
    """`true` where a learner may leave it out; it never counts towards completion."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Module:
    """A part of the course, with its units in order."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    title: ShortText
    """The title of the module, as the learner sees it."""
    about: Text | None = None
    """One or two sentences on what the module is about."""
    after: Ids = ()
    """Ids of modules that must be done first, such as `[basics]`; until then this one is closed."""
    units: Annotated[tuple[UnitEntry, ...], Between(1)]
    """What it consists of, in order: one `- lesson: …`, `- case: …` or `- quiz: …` a line."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LaterCheck:
    """A check of what has stayed, some weeks after completion."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    draw: Annotated[int, WholeNumber(1, 1000)]
    """How many questions it asks."""
    pass_: Percent
    """The percentage of right answers that it takes to pass."""
    from_day: Annotated[int, WholeNumber(0, 10_000)]
    """From how many days after completion it can be taken."""
    to_day: Annotated[int, WholeNumber(0, 10_000)]
    """Until how many days after completion it can be taken."""
    read: Ids = ()
    """Ids of lessons to be read again before it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Refresher:
    """What keeps a completion valid: a few questions, lessons to read again."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    after_months: Months
    """After how many months it is due."""
    draw: Annotated[int, WholeNumber(1, 1000)]
    """How many questions it asks."""
    pass_: Percent
    """The percentage of right answers that it takes to pass."""
    read: Ids = ()
    """Ids of lessons to be read again before it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Completion:
    """When the course is complete, and for how long."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    needs: Annotated[tuple[Literal["lessons", "cases", "quizzes", "final"], ...], Between(1, 4)] = (
        "lessons",
        "cases",
        "quizzes",
    )
    """What must be done: all `lessons` read, all `cases`, `quizzes` or the `final` passed."""
    valid_months: Months | None = None
    """For how many months a completion is valid; without it, for good."""
    later_check: LaterCheck | None = None
    """A few questions some weeks later, to see what has stayed."""
    refresher: Refresher | None = None
    """What is to be done again after some months, so that a completion stays valid."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Defaults:
    """Pass marks in percent, where a quiz or a case says nothing else."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    pass_: Percent = 80
    """The percentage that it takes to pass a quiz that states none itself."""
    case_pass: Percent = 70
    """The percentage for each competency that it takes to pass a case that states none itself."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CourseFile:
    """The head of a course: what it is, its modules and their order, its objectives and rules."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    course: UnitId
    """The id of the course and the name of its folder.

    It never changes once learners have begun.
    """
    version: Version
    """A whole number; add 1 each time that you publish a change."""
    title: ShortText
    """The title of the course, as the learner sees it."""
    language: Annotated[
        str,
        Identifier(
            re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"),
            "a language is given by its code, such as `en` or `ko`",
            is_id=False,
        ),
    ]
    """The language of its texts by its code, such as `en`, `fr` or `ko`."""
    subtitle: ShortText | None = None
    """A line below the title."""
    licence: ShortText | None = None
    """On which terms others may use it, such as `CC BY 4.0`."""
    about: Text | None = None
    """What the course is and what it is not, in a few sentences."""
    status: Literal["draft", "reviewed"] = "draft"
    """`draft`, or `reviewed` once others have read it; then `reviewers:` must say who."""
    reviewers: tuple[Review, ...] = ()
    """Who has reviewed the course, when, and what they checked."""
    domains: Mapping[UnitId, ShortText] = field(default_factory=dict)
    """The parts of the field that the course covers: an id, then its title. Reports use them."""
    objectives: Mapping[UnitId, Objective] = field(default_factory=dict)
    """What learners can do afterwards, each below an id such as `O1:`.

    Once there are objectives, every lesson and every question names one.
    """
    competencies: Mapping[UnitId, ShortText] = field(default_factory=dict)
    """What cases train: an id, then one sentence, such as `K1: Asks before acting`."""
    misconceptions: Mapping[UnitId, ShortText] = field(default_factory=dict)
    """Mistaken beliefs that wrong options rest on: an id, then the belief in one sentence.

    Once there are some, each wrong option of a quiz names one.
    """
    modules: Annotated[Mapping[UnitId, Module], Between(1, 200)]
    """The modules in their order, each below an id of your choice."""
    numbers_from: Annotated[int, WholeNumber(0, 1000)] = 1
    """The number of the first module: `1`, or `0` for a course that begins with a welcome."""
    completion: Completion = field(default_factory=Completion)
    """When the course is complete, and for how long."""
    defaults: Defaults = field(default_factory=Defaults)
    """Pass marks for quizzes and cases that state none themselves."""
    support: Text | None = None
    """Up to three lines below sensitive lessons: to whom a learner can turn."""
    lint_allow: Reasons = field(default_factory=dict)
    """Exceptions to checks in this file: the code of the check, then the reason."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PageBase:
    """What every page may have."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    title: ShortText
    """The heading of the page."""
    short: Text | None = None
    """What the short form of a sensitive page shows instead of its text."""
    sensitivity: Sensitivity = "S0"
    """How heavy the page is, from `S0` (plain) to `S3` (grave); from `S2` add `short`."""
    claims: Several = ()
    """Ids from claims.yaml of the claims that this page teaches."""
    source: Several = ()
    """Sources of the page beside those cited in its text: `source: conv-33`, or a list."""
    as_of: Day | None = None
    """The date of the figures on this page, such as `2023-12`."""
    recall: Question | None = None
    """A question after the page, answered from memory and not scored."""
    was: UnitId | None = None
    """The id that this page had before it was renamed; learners keep their place."""
    lint_allow: Reasons = field(default_factory=dict)
    """Exceptions to checks on this page: the code of the check, then the reason."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TextPage(PageBase):
    """A page to read."""

    kind: Literal["text"] = "text"
    text: Text
    """The text, below a `|`: about 250 words at most, in simple Markdown."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ExamplePage(PageBase):
    """A worked example."""

    kind: Literal["example"]
    text: Text
    """The example, step by step, below a `|`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class BoxPage(PageBase):
    """What is known, what is argued and by whom, what has changed since.

    One of the three at least.
    """

    kind: Literal["box"]
    known: Text | None = None
    """What is established."""
    argued: Text | None = None
    """What is argued, and by whom."""
    changed: Text | None = None
    """What has changed since the source was written, with its date."""
    text: Text | None = None
    """A text above the three parts."""


Page = Annotated[TextPage | ExamplePage | BoxPage, ToldApartBy("kind", usual="text")]


@dataclass(frozen=True, kw_only=True, slots=True)
class Lesson:
    """A lesson: a question to guess first, then pages with questions to recall."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    lesson: UnitId
    """The id of the lesson.

    It never changes once learners have begun, and learners never see it.
    """
    title: ShortText
    """The title of the lesson, as the learner sees it."""
    minutes: Minutes
    """How long it takes: a minute for 180 words, and 20 seconds for each question."""
    objectives: Several = ()
    """Ids of the objectives in course.yaml that it serves, such as `[O1, O2]`."""
    sensitivity: Sensitivity = "S0"
    """How heavy it is, from `S0` (plain) to `S3` (grave): as its heaviest page."""
    content_note: Text | None = None
    """From `S2`: what is mentioned, in one sentence, so that a learner can choose."""
    about: Text | None = None
    """One or two sentences below the title."""
    guess_first: Question | None = None
    """A question before the first page: learners guess, and then read with more attention.

    It is never scored.
    """
    pages: Annotated[Mapping[UnitId, Page], Between(1, 100)]
    """The pages in their order, each below an id of your choice."""
    status: Literal["draft", "reviewed"] = "draft"
    """`draft`, or `reviewed` once others have read it; then `reviewers:` must say who."""
    reviewers: tuple[Review, ...] = ()
    """Who has reviewed the lesson, when, and what they checked."""
    was: UnitId | None = None
    """The id that this lesson had before it was renamed; learners keep their work."""
    lint_allow: Reasons = field(default_factory=dict)
    """Exceptions to checks in this lesson: the code of the check, then the reason."""
    sources: Mapping[UnitId, Source] = field(default_factory=dict)
    """Only where the file stands alone, outside a course: what it cites.

    A course has sources.yaml.
    """
