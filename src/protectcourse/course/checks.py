"""What is checked within one file beyond its shape: prose, questions, cases."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from protectcourse.course.glossary_checks import find_glossary_faults
from protectcourse.course.head_checks import find_head_faults, find_plan_faults, unit_of
from protectcourse.course.models import (
    BoxPage,
    ClaimsFile,
    CourseFile,
    GlossaryFile,
    Lesson,
    SourcesFile,
)
from protectcourse.course.prose_faults import find_prose_faults
from protectcourse.course.texts import LONG_TEXT_OWNERS, NOT_PROSE, Leaf
from protectcourse.findings import Finding, Severity
from protectcourse.quiz import checks as quiz_checks
from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.draw_checks import find_faults_in_course

if TYPE_CHECKING:
    from protectcourse.course.allowing import Exceptions, Weighed
    from protectcourse.course.lints.linting import Linting
    from protectcourse.course.problems import Problem

SLOW_PAGE = 2_048
"""Bytes of text beyond which a page is slow to show."""
NOTED_FROM = "S2"
"""The level of sensitivity from which a unit needs a content note."""


def check_file(value: object, found: Iterable[Leaf]) -> Iterator[Finding]:
    """Give all that is wrong within a file and its leaves, whatever course it belongs to."""
    match value:
        case CourseFile():
            yield from find_head_faults(value)
        case Lesson():
            yield from _check_lesson(value)
        case Quiz():
            yield from quiz_checks.find_faults(value)
        case SourcesFile():
            yield from _check_sources(value.sources)
        case GlossaryFile():
            yield from find_glossary_faults(value)
        case ClaimsFile():
            pass
        case _:
            yield from _check_case(value)
    yield from _check_prose(found)


def check_in_course(value: object, head: CourseFile | None) -> Iterator[Finding]:
    """Give what is wrong with a file as part of its course; learners can use it all the same.

    `head` is the course's own file, None where there is none.
    """
    if isinstance(value, CourseFile):
        yield from find_plan_faults(value)
    elif isinstance(value, Quiz):
        objectives = head.objectives.items() if head is not None else ()
        domains = {name: one.domain for name, one in objectives if one.domain}
        yield from find_faults_in_course(value, domains if head is not None else None)


def _check_case(value: object) -> Iterator[Finding]:
    """Check a case; a course without any is checked without what cases need."""
    from protectcourse.scenario.checks import find_faults
    from protectcourse.scenario.model import Case

    if isinstance(value, Case):
        yield from find_faults(value)


def check_deeply(value: object) -> Iterator[Finding]:
    """Give what trying every way through a case finds. It must have no error so far."""
    from protectcourse.scenario.model import Case

    if isinstance(value, Case):
        from protectcourse.scenario.exploring.explorer import find_deep_faults

        yield from find_deep_faults(value)


def begin_writing_checks(
    declaring: "list[Weighed]",
) -> "tuple[Linting, list[Problem]] | None":
    """Begin the checks Q101 to Q140 of how a course is written, if it declares enough for them.

    They apply once a course has objectives, claims, misconceptions or sources (course_format.md
    §1.9): a first course passes with little, and loads nothing for them.
    """
    if not any(_is_serious(file.reading.value) for file in declaring):
        return None
    from protectcourse.course.lints.linting import begin_linting

    return begin_linting(declaring)


def check_exceptions(
    exceptions: "Exceptions", was_looked_for: Callable[[str], bool]
) -> Iterator[Finding]:
    """Give the exceptions that are good for nothing; a file without any loads nothing for it."""
    if any(exceptions.unneeded()):
        from protectcourse.course.stale_exceptions import find_stale_exceptions

        yield from find_stale_exceptions(exceptions, was_looked_for)


def _is_serious(value: object) -> bool:
    if isinstance(value, CourseFile):
        return bool(value.objectives or value.misconceptions)
    return isinstance(value, ClaimsFile | SourcesFile)


def check_alone(value: object) -> Iterator[Finding]:
    """Give what else is wrong with a file that belongs to no course."""
    yield from check_in_course(value, None)
    if isinstance(value, CourseFile):
        for name, module in value.modules.items():
            for index, entry in enumerate(module.units):
                yield Finding(
                    code="C016",
                    path=("modules", name, "units", index),
                    message=f"`{unit_of(entry)}` cannot be looked up outside a course folder",
                    hint="Put it into lessons/<course>/ as course.yaml.",
                    severity=Severity.INFO,
                )


def _check_lesson(lesson: Lesson) -> Iterator[Finding]:
    if lesson.guess_first is not None:
        yield from quiz_checks.find_question_faults(lesson.guess_first, ("guess_first",))
    for name, page in lesson.pages.items():
        path = ("pages", name)
        if page.recall is not None:
            yield from quiz_checks.find_question_faults(page.recall, (*path, "recall"))
        if isinstance(page, BoxPage) and not (page.known or page.argued or page.changed):
            yield Finding(
                code="C011",
                path=path,
                message="a box has at least one of `known`, `argued`, `changed`",
                hint="Add one of them below the title, as in `known: …`.",
            )
        size = len((page.text or "").encode())
        if size > SLOW_PAGE:
            yield Finding(
                code="T002",
                path=(*path, "text"),
                message=f"this page has {size} bytes; beyond {SLOW_PAGE} it is slow to show",
                hint="Make two pages of it.",
                severity=Severity.WARNING,
            )
    levels = [page.sensitivity for page in lesson.pages.values()]
    if max([lesson.sensitivity, *levels]) >= NOTED_FROM and lesson.content_note is None:
        yield Finding(
            code="C011",
            path=(),
            message="a lesson with a page of level S2 or S3 needs a `content_note`"
            if lesson.sensitivity < NOTED_FROM
            else "a lesson of level S2 or S3 needs a `content_note`",
            hint="Say in one sentence what is mentioned, so that a reader can choose.",
        )
    yield from _check_reviewed(lesson)
    yield from _check_sources(lesson.sources)


def _check_reviewed(lesson: Lesson) -> Iterator[Finding]:
    if lesson.status == "reviewed" and not lesson.reviewers:
        yield Finding(
            code="C031",
            path=("status",),
            message="`reviewed` needs `reviewers:`: who, when, and what was checked",
            hint="Leave it `draft` until somebody has reviewed it.",
        )


def _check_sources(sources: Mapping[str, Any]) -> Iterator[Finding]:
    for name, source in sources.items():
        path = ("sources", name)
        if source.author is None and source.body is None:
            yield Finding(
                code="C011",
                path=path,
                message="`author` or `body` is missing",
                hint="Add who wrote it: a person, or a body.",
            )
        if source.checked is None and source.status != "unconfirmed":
            message = "`checked` is missing: the day on which somebody looked"
            yield Finding(
                code="C011", path=path, message=message, hint="Add it, as in `checked: 2026-11-20`."
            )


def _check_prose(found: Iterable[Leaf]) -> Iterator[Finding]:
    """C030: Markdown beyond what a course may use."""
    for leaf in found:
        if not isinstance(leaf.value, str) or leaf.key in NOT_PROSE:
            continue
        line_only = leaf.owner not in LONG_TEXT_OWNERS
        for fault in find_prose_faults(leaf.value, line_only=line_only):
            yield Finding(
                code="C030",
                path=leaf.path,
                message=fault.message,
                hint=fault.hint,
                offset=fault.offset,
            )
