"""What changed between two versions of one file: a quiz, a lesson, the course's own, the lists."""

from collections.abc import Iterator, Mapping
from typing import Any

from protectcourse.authoring.comparing.case_changes import compare_cases
from protectcourse.authoring.comparing.changes import (
    Change,
    UnitChanges,
    compare_entries,
    differing_parts,
    pairs,
)
from protectcourse.course.file_reading import FileReading
from protectcourse.course.models import ClaimsFile, CourseFile, GlossaryFile, Lesson, SourcesFile
from protectcourse.errors import ContentError
from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.fingerprint import fingerprint
from protectcourse.quiz.questions import Question
from protectcourse.scenario.model import Case

KEY_CHANGED = "what is asked, or what is right: it counts as a new question"


def compare_files(old: FileReading, new: FileReading, plays: int) -> UnitChanges:
    """Return how two files of one kind differ. Raises ContentError where they cannot be compared.

    `plays` is the number of plays by chance that are tried in a case.
    """
    for reading in (old, new):
        if reading.value is None:
            raise ContentError(
                f"{reading.path} could not be read",
                f"Mend it first: protectcourse check {reading.path}",
            )
    match old.value, new.value:
        case Case() as before, Case() as after:
            return compare_cases(before, after, plays)
        case Quiz() as before, Quiz() as after:
            changes = _with_id("quiz", before.quiz, after.quiz, _compare_quizzes(before, after))
            return UnitChanges(kind="quiz", id=after.quiz, changes=changes)
        case Lesson() as before, Lesson() as after:
            lesson = _compare_lessons(before, after)
            changes = _with_id("lesson", before.lesson, after.lesson, lesson)
            return UnitChanges(kind="lesson", id=after.lesson, changes=changes)
        case CourseFile() as before, CourseFile() as after:
            return UnitChanges(
                kind="course",
                id=after.course,
                changes=_with_id("course", before.course, after.course, _heads(before, after)),
                version=(before.version, after.version),
            )
        case SourcesFile() as before, SourcesFile() as after:
            return _list_changes("sources", "source", before.sources, after.sources)
        case GlossaryFile() as before, GlossaryFile() as after:
            return _list_changes("glossary", "term", before.glossary, after.glossary)
        case ClaimsFile() as before, ClaimsFile() as after:
            return _list_changes("claims", "claim", before.claims, after.claims)
        case _:
            message = f"{old.path} is a {old.kind} and {new.path} a {new.kind}"
            raise ContentError(message, "Name two versions of the same file.")


def _compare_quizzes(old: Quiz, new: Quiz) -> Iterator[Change]:
    yield from _compare_parts("quiz", old, new, ("quiz", "questions", "was", "version"))
    yield from compare_entries("question", old.questions, new.questions, _was)
    for name, before, after in pairs(old.questions, new.questions, _was):
        yield from _compare_questions(name, before, after)


def _compare_questions(name: str, old: Question, new: Question) -> Iterator[Change]:
    if fingerprint(old) != fingerprint(new):
        yield Change("changed", "question", name, KEY_CHANGED)
    elif parts := differing_parts(old, new, ("was",)):
        yield Change("reworded", "question", name, ", ".join(parts))


def _compare_lessons(old: Lesson, new: Lesson) -> Iterator[Change]:
    yield from _compare_parts("lesson", old, new, ("lesson", "pages", "guess_first", "was"))
    yield from _compare_optional("guess_first", old.guess_first, new.guess_first)
    yield from compare_entries("page", old.pages, new.pages, _was)
    for name, before, after in pairs(old.pages, new.pages, _was):
        if parts := differing_parts(before, after, ("recall", "was")):
            yield Change("reworded", "page", name, ", ".join(parts))
        yield from _compare_optional(f"{name}.recall", before.recall, after.recall)
    if _order(old.pages, new.pages) != _order(new.pages, old.pages):
        yield Change("changed", "lesson", new.lesson, "the order of its pages")


def _compare_optional(name: str, old: Question | None, new: Question | None) -> Iterator[Change]:
    if old is None and new is not None:
        yield Change("added", "question", name)
    elif old is not None and new is None:
        yield Change("removed", "question", name)
    elif old is not None and new is not None:
        yield from _compare_questions(name, old, new)


def _heads(old: CourseFile, new: CourseFile) -> Iterator[Change]:
    """Give what differs in the head of a course."""
    apart = ("course", "version", "modules", "objectives", "competencies", "misconceptions")
    yield from _compare_parts("course", old, new, apart)
    for key, what in (
        ("objectives", "objective"),
        ("competencies", "competency"),
        ("misconceptions", "misconception"),
        ("modules", "module"),
    ):
        yield from _compare_list(what, getattr(old, key), getattr(new, key))


def _list_changes(
    kind: str, what: str, old: Mapping[str, Any], new: Mapping[str, Any]
) -> UnitChanges:
    return UnitChanges(kind=kind, id=kind, changes=tuple(_compare_list(what, old, new)))


def _compare_list(what: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    yield from compare_entries(what, old, new, _was)
    for name, before, after in pairs(old, new, _was):
        if before != after:
            yield Change("changed", what, name, ", ".join(differing_parts(before, after)))


def _compare_parts(what: str, old: object, new: object, apart: tuple[str, ...]) -> Iterator[Change]:
    for part in differing_parts(old, new, apart):
        yield Change("changed", what, part)


def _with_id(what: str, old: str, new: str, changes: Iterator[Change]) -> tuple[Change, ...]:
    renamed = [Change("renamed", what, new, old)] if old != new else []
    return (*renamed, *changes)


def _order(pages: Mapping[str, Any], others: Mapping[str, Any]) -> list[str]:
    """Return the pages that two versions share, in the order of the first."""
    return [name for name in pages if name in others]


def _was(part: Any) -> str | None:
    return getattr(part, "was", None)
