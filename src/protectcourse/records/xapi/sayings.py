"""What is said of each kind of event: verb, object and result (records.md §6).

A kind that never leaves the laptop is not among them, whatever file it came in.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from protectcourse.records.xapi.activities import Activities, Json
from protectcourse.records.xapi.body import FULL_SCORE, Body, UnitName
from protectcourse.records.xapi.identity import statement_id
from protectcourse.records.xapi.interactions import describe, pairs_pattern, read_answer
from protectcourse.records.xapi.vocabulary import ActivityType, Extension, Verb

UNSCORED = -1
LATEST_VERSION = 1_000_000


@dataclass(frozen=True, slots=True)
class Said:
    """What a statement says beyond who and when."""

    verb: Verb
    object: Json
    course: str = ""
    """Empty where it is about another statement: that has no context."""
    result: Json = field(default_factory=dict)
    revision: str = ""
    parents: tuple[str, ...] = ()
    """Addresses, the nearest first; the last is the course's."""
    extensions: Json = field(default_factory=dict)


def say_earned(body: Body, activities: Activities) -> Said:
    """Return what is said of a certificate that was issued. Raises RecordError."""
    course = body.identifier("course")
    until = {activities.extension(Extension.UNTIL): body.day("until")} if body.has("until") else {}
    return Said(
        Verb.EARNED,
        activities.certificate(course, body.number("id")),
        course,
        revision=_version(body),
        parents=(activities.course_address(course),),
        extensions=until,
    )


def say_voided(meant: str) -> Said:
    """Return what is said of a statement that no longer holds."""
    return Said(Verb.VOIDED, {"objectType": "StatementRef", "id": meant})


def _course_begun(body: Body, activities: Activities) -> Said:
    course = body.identifier("course")
    version = _version(body)
    return Said(Verb.INITIALIZED, activities.course(course), course, revision=version)


def _course_completed(body: Body, activities: Activities) -> Said:
    course = body.identifier("course")
    done = {"completion": True}
    version = _version(body)
    return Said(Verb.COMPLETED, activities.course(course), course, done, version)


def _lesson_completed(body: Body, activities: Activities) -> Said:
    unit = body.unit()
    done = {"completion": True, "duration": _duration(body)}
    lesson = activities.unit(unit, ActivityType.LESSON)
    course = (activities.course_address(unit.course),)
    return Said(Verb.COMPLETED, lesson, unit.course, done, _version(body), course)


def _quiz_finished(body: Body, activities: Activities) -> Said | None:
    if body.whole("retry", 0, 1, usual=0):
        return None  # practice is neither passed nor failed
    unit = body.unit()
    passed = bool(body.whole("passed", 0, 1))
    score = body.whole("score", 0, FULL_SCORE)
    return Said(
        Verb.PASSED if passed else Verb.FAILED,
        activities.unit(unit, ActivityType.ASSESSMENT),
        unit.course,
        {"score": _scaled(score), "success": passed, "duration": _duration(body)},
        parents=(activities.course_address(unit.course),),
        extensions=_attempt(body, activities),
    )


def _answer_given(body: Body, activities: Activities) -> Said | None:
    unit, name, as_asked = body.unit(), body.identifier("question"), body.identifier("fingerprint")
    question = activities.catalogue.question(unit, name, as_asked)
    given = read_answer(body.part("answer"), question)
    if given is None:
        return None
    outline = activities.catalogue.outline(unit.course)
    known = describe(question, outline.language) if question and outline else {}
    asked = activities.question(unit, name, interactionType=given.interaction, **known)
    score = body.whole("score", UNSCORED, FULL_SCORE)
    result: Json = {"response": given.response} if given.response else {}
    if score != UNSCORED:
        result |= {"success": score == FULL_SCORE, "score": _scaled(score)}
    if given.form is not None:
        result["extensions"] = {activities.extension(Extension.FORM): given.form}
    return _within(Verb.ANSWERED, asked, unit, result, as_asked, body, activities)


def _decision_made(body: Body, activities: Activities) -> Said:
    unit, node = body.unit(), body.identifier("node")
    checklist = body.has_pairs("choice")
    interaction = "matching" if checklist else "choice"
    decision = activities.decision(unit, node, interactionType=interaction)
    response = pairs_pattern(body.pairs("choice")) if checklist else body.identifier("choice")
    more = {activities.extension(Extension.NODE): node}
    if body.has("rating"):
        more[activities.extension(Extension.RATING)] = body.identifier("rating")
    result: Json = {"response": response} if response else {}
    result["extensions"] = more
    return _within(Verb.ANSWERED, decision, unit, result, "", body, activities)


def _case_finished(body: Body, activities: Activities) -> Said:
    unit = body.unit()
    ending = {activities.extension(Extension.ENDING): body.identifier("ending")}
    return Said(
        Verb.COMPLETED,
        activities.unit(unit, ActivityType.SIMULATION),
        unit.course,
        {"completion": True, "extensions": ending},
        parents=(activities.course_address(unit.course),),
        extensions=_attempt(body, activities),
    )


def _voided(body: Body, activities: Activities) -> Said:
    return say_voided(statement_id(body.identifier("device"), body.whole("seq", 1, 2**53)))


SAYINGS: Mapping[str, Callable[[Body, Activities], Said | None]] = {
    "course-begun": _course_begun,
    "lesson-completed": _lesson_completed,
    "answer-given": _answer_given,
    "quiz-finished": _quiz_finished,
    "decision-made": _decision_made,
    "case-finished": _case_finished,
    "course-completed": _course_completed,
    "voided": _voided,
}
"""What is said of each kind of event that is sent; of the others, nothing."""


def _within(
    verb: Verb,
    interaction: Json,
    unit: UnitName,
    result: Json,
    revision: str,
    body: Body,
    activities: Activities,
) -> Said:
    """Return what is said of something inside a unit."""
    parents = (activities.unit_address(unit), activities.course_address(unit.course))
    attempt = _attempt(body, activities)
    return Said(verb, interaction, unit.course, result, revision, parents, attempt)


def _attempt(body: Body, activities: Activities) -> Json:
    return {activities.extension(Extension.ATTEMPT): body.whole("attempt", 1, LATEST_VERSION)}


def _version(body: Body) -> str:
    return str(body.whole("version", 0, LATEST_VERSION))


def _duration(body: Body) -> str:
    return f"PT{body.whole('minutes', 0, 1440)}M"


def _scaled(score: int) -> Json:
    return {"scaled": score / FULL_SCORE}
