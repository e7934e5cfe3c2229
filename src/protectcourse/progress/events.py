"""What can happen, in the past tense; each kind says what of it may leave the laptop.

Fields marked local (exact time, seeds, typed text, seconds) never leave it; the others are the
body of the event, which holds whole numbers and text only (records.md §1).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any, ClassVar

Plain = int | str | list[Any] | dict[str, Any]
"""What a body may hold, all the way down."""


def _local(**usual: Any) -> Any:
    return field(metadata={"local": True}, **usual)


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """Something that happened. Each kind has a class of its own."""

    kind: ClassVar[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class DeviceBegun(Event):
    """A progress file was begun, perhaps in place of an earlier one."""

    kind: ClassVar[str] = "device-begun"
    earlier: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class CourseBegun(Event):
    """A course was begun, under the rule for completing it as it stood."""

    kind: ClassVar[str] = "course-begun"
    course: str
    version: int
    rule: Mapping[str, Any]
    again: int = 0
    """1 where the learner starts over: what was done before is history from here on."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PageOpened(Event):
    """A page of a lesson was shown. It never leaves the laptop."""

    kind: ClassVar[str] = "page-opened"
    unit: str
    item: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PromptAnswered(Event):
    """A question on a page, never scored, was answered. It never leaves the laptop."""

    kind: ClassVar[str] = "prompt-answered"
    unit: str
    item: str
    answer: Mapping[str, Any] = _local(default_factory=dict)
    seconds: int = _local(default=0)


@dataclass(frozen=True, kw_only=True, slots=True)
class NoteWritten(Event):
    """A note on a page was kept, in place of the one before. It never leaves the laptop."""

    kind: ClassVar[str] = "note-written"
    unit: str
    item: str
    text: str = _local(default="")
    """Empty where the note is taken away."""


@dataclass(frozen=True, kw_only=True, slots=True)
class BookmarkSet(Event):
    """A page was marked, or the mark taken away. It never leaves the laptop."""

    kind: ClassVar[str] = "bookmark-set"
    unit: str
    item: str
    marked: int = _local(default=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class LessonCompleted(Event):
    """The last page of a lesson was shown."""

    kind: ClassVar[str] = "lesson-completed"
    unit: str
    version: int
    minutes: int


@dataclass(frozen=True, kw_only=True, slots=True)
class QuizBegun(Event):
    """An attempt at a quiz was begun, with its questions and its rule."""

    kind: ClassVar[str] = "quiz-begun"
    unit: str
    attempt: int
    questions: Mapping[str, str]
    """Fingerprint of each question by its id; the order asked is that of the copy."""
    rule: Mapping[str, int]
    seed: int = _local(default=0)
    copy: str = _local(default="")
    """The questions as they were, as JSON."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswerGiven(Event):
    """A question of an attempt was answered."""

    kind: ClassVar[str] = "answer-given"
    unit: str
    attempt: int
    question: str
    fingerprint: str
    answer: Mapping[str, Any]
    score: int
    """From 0 to 10000; -1 for what is not scored."""
    sureness: int = 0
    """1 guessing, 2 fairly, 3 sure; 0 not said."""
    typed: str = _local(default="")
    seconds: int = _local(default=0)


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionFlagged(Event):
    """A question of an attempt was flagged for later, or no longer. It never leaves the laptop."""

    kind: ClassVar[str] = "question-flagged"
    unit: str
    attempt: int
    question: str
    flagged: int = _local(default=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class QuizFinished(Event):
    """An attempt was handed in, or its last question answered."""

    kind: ClassVar[str] = "quiz-finished"
    unit: str
    attempt: int
    score: int
    objectives: Mapping[str, int]
    passed: int
    minutes: int
    retry: int = 0
    """1 where only what had been missed was asked again: practice, neither passed nor failed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseBegun(Event):
    """A play of a case was begun."""

    kind: ClassVar[str] = "case-begun"
    unit: str
    attempt: int
    version: int
    flow: str
    wording: str
    assessed: int
    mark: int = 0
    """Percent needed where the rubric of the case is silent; 0 in old files, which do not say."""
    seed: int = _local(default=0)
    copy: str = _local(default="")
    """The case as it was, as JSON."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DecisionMade(Event):
    """A decision of a play was taken."""

    kind: ClassVar[str] = "decision-made"
    unit: str
    attempt: int
    node: str
    choice: str | Mapping[str, str]
    """The choice, or the answers of a checklist."""
    rating: str
    next: str
    seconds: int = _local(default=0)


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseRewound(Event):
    """A play was taken up again from an earlier decision: a play of its own, for practice."""

    kind: ClassVar[str] = "case-rewound"
    unit: str
    attempt: int
    of: int
    """The play that was gone back in; it stays as it is."""
    kept: int
    """How many of its decisions stand."""
    version: int
    flow: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseRevised(Event):
    """A play under way went over to the case as its author had revised it since."""

    kind: ClassVar[str] = "case-revised"
    unit: str
    attempt: int
    version: int
    flow: str
    wording: str
    decisions: Sequence[Any]
    """Node and choice of each decision so far, as the revised case calls them."""
    copy: str = _local(default="")
    """The revised case, as JSON."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseFinished(Event):
    """A play came to an ending."""

    kind: ClassVar[str] = "case-finished"
    unit: str
    attempt: int
    ending: str
    competencies: Mapping[str, int]
    red_lines: int
    passed: int
    """1 where it counts as passed; practice never does."""
    minutes: int
    assessed: int = 1
    """0 for practice."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CourseCompleted(Event):
    """All that the course asks for was done."""

    kind: ClassVar[str] = "course-completed"
    course: str
    version: int
    score: int
    """From 0 to 10000; -1 where the course has nothing that is scored."""
    units: Mapping[str, int] = field(default_factory=dict)
    """Each core unit that the course then had, by id: 1 where it was done."""
    status: str = "draft"
    """What the course was then: draft or reviewed."""
    valid_months: int = 0
    """How long the completion holds, by the rule it was reached under; 0 for no end."""


KINDS: Mapping[str, type[Event]] = {
    kind.kind: kind
    for kind in (
        DeviceBegun,
        CourseBegun,
        PageOpened,
        PromptAnswered,
        NoteWritten,
        BookmarkSet,
        LessonCompleted,
        QuizBegun,
        AnswerGiven,
        QuestionFlagged,
        QuizFinished,
        CaseBegun,
        DecisionMade,
        CaseRewound,
        CaseRevised,
        CaseFinished,
        CourseCompleted,
    )
}


def split(event: Event) -> tuple[dict[str, Plain], dict[str, Plain]]:
    """Return an event as body, which may leave, and local, which never does."""
    parts: tuple[dict[str, Plain], dict[str, Plain]] = ({}, {})
    for name, is_local in _fields(type(event)):  # type: ignore[arg-type]
        parts[is_local][name] = _plain(getattr(event, name))
    return parts


def join(kind: str, body: Mapping[str, Any], local: Mapping[str, Any]) -> Event | None:
    """Return the event of a body and its local part.

    None for a kind that this version does not know.
    """
    made = KINDS.get(kind)
    if made is None:
        return None
    names = {name for name, _ in _fields(made)}  # type: ignore[arg-type]
    known = {name: value for name, value in {**body, **local}.items() if name in names}
    return made(**known)


@cache
def _fields(kind: Any) -> tuple[tuple[str, bool], ...]:
    return tuple((part.name, bool(part.metadata.get("local"))) for part in fields(kind))


def _plain(value: Any) -> Plain:
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list | frozenset):
        return [_plain(inner) for inner in value]
    if isinstance(value, int | str) and not isinstance(value, bool):
        return value
    raise TypeError(f"an event holds whole numbers and text, not {type(value).__name__}")
