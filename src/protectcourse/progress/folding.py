"""Takes events, one by one, into what a log amounts to."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from protectcourse.progress.events import (
    AnswerGiven,
    BookmarkSet,
    CaseBegun,
    CaseFinished,
    CaseRevised,
    CaseRewound,
    CourseBegun,
    CourseCompleted,
    DecisionMade,
    Event,
    LessonCompleted,
    NoteWritten,
    PageOpened,
    PromptAnswered,
    QuestionFlagged,
    QuizBegun,
    QuizFinished,
)
from protectcourse.progress.projections import (
    CaseAttempt,
    Completion,
    LessonWork,
    Progress,
    QuizAttempt,
)

Begun = TypeVar("Begun", QuizAttempt, CaseAttempt)


def fold(progress: Progress, day: str, event: Event) -> None:
    """Bring a projection up to date with one more event, which happened on `day`."""
    match event:
        case CourseBegun():
            progress.courses.setdefault(event.course, event.version)
            progress.rules.setdefault(event.course, dict(event.rule))
            if event.again:
                _start_over(progress, event)
        case CourseCompleted():
            _complete(progress, day, event)
        case PageOpened() | PromptAnswered() | LessonCompleted():
            _apply_lesson(progress, day, event)
            _touch(progress, event.unit)
        case NoteWritten() | BookmarkSet():
            _apply_mark(progress, event)
        case QuizBegun() | AnswerGiven() | QuestionFlagged() | QuizFinished():
            _apply_quiz(progress, day, event)
            _touch(progress, event.unit)
        case CaseBegun() | CaseRewound() | DecisionMade() | CaseRevised() | CaseFinished():
            _apply_case(progress, day, event)
            _touch(progress, event.unit)
        case _:
            pass


def _start_over(progress: Progress, event: CourseBegun) -> None:
    """Make what was done in a course history: it stays, and no longer counts."""
    progress.courses[event.course] = event.version
    progress.rules[event.course] = dict(event.rule)
    for completion in progress.completions.get(event.course, ()):
        completion.past = True
    start = f"{event.course}/"
    for unit in [unit for unit in progress.lessons if unit.startswith(start)]:
        del progress.lessons[unit]
    for work in (progress.quizzes, progress.cases):
        for unit, attempts in work.items():
            for attempt in attempts if unit.startswith(start) else ():
                attempt.past = True
    progress.latest = [unit for unit in progress.latest if not unit.startswith(start)]


def _complete(progress: Progress, day: str, event: CourseCompleted) -> None:
    """Take a completion, unless two computers, brought together, each recorded the same."""
    reached = progress.completions.setdefault(event.course, [])
    if all(one.past for one in reached):
        reached.append(
            Completion(
                day=day,
                version=event.version,
                score=event.score,
                status=event.status,
                valid_months=event.valid_months,
                units=dict(event.units),
            )
        )


def _apply_mark(progress: Progress, event: NoteWritten | BookmarkSet) -> None:
    match event:
        case NoteWritten(text=""):
            progress.notes.get(event.unit, {}).pop(event.item, None)
        case NoteWritten():
            progress.notes.setdefault(event.unit, {})[event.item] = event.text
        case BookmarkSet():
            marked = progress.bookmarks.setdefault(event.unit, [])
            if event.item in marked:
                marked.remove(event.item)
            if event.marked:
                marked.append(event.item)


def _touch(progress: Progress, unit: str) -> None:
    if not progress.latest or progress.latest[-1] != unit:
        if unit in progress.latest:
            progress.latest.remove(unit)
        progress.latest.append(unit)


def _apply_lesson(
    progress: Progress, day: str, event: PageOpened | PromptAnswered | LessonCompleted
) -> None:
    work = progress.lessons.setdefault(event.unit, LessonWork())
    match event:
        case PageOpened():
            work.last_item = event.item
            if event.item not in work.items:
                work.items.append(event.item)
        case PromptAnswered():
            work.answers[event.item] = dict(event.answer)
        case LessonCompleted():
            work.completed = work.completed or day
            work.minutes += event.minutes


def _apply_quiz(
    progress: Progress, day: str, event: QuizBegun | AnswerGiven | QuestionFlagged | QuizFinished
) -> None:
    attempts = progress.quizzes.setdefault(event.unit, [])
    if isinstance(event, QuizBegun):
        for earlier in attempts:
            earlier.packed = ""
            earlier.answers.clear()
            earlier.typed.clear()
        seen = progress.seen.setdefault(event.unit, {})
        for name in event.questions:
            seen[name] = seen.get(name, 0) + 1
        attempts.append(
            QuizAttempt(
                number=event.attempt,
                day=day,
                rule=dict(event.rule),
                questions=sorted(event.questions),  # canonical JSON keeps no other order
                seed=event.seed,
                packed=event.copy,
            )
        )
        return
    attempt = _latest(attempts, event.attempt)
    if attempt is None:
        return
    match event:
        case AnswerGiven():
            attempt.answers[event.question] = dict(event.answer)
            attempt.typed[event.question] = event.typed
            attempt.scores[event.question] = event.score
        case QuestionFlagged():
            if event.question in attempt.flagged:
                attempt.flagged.remove(event.question)
            if event.flagged:
                attempt.flagged.append(event.question)
        case QuizFinished():
            attempt.finished, attempt.score = True, event.score
            attempt.passed, attempt.minutes = bool(event.passed), event.minutes
            attempt.objectives = dict(event.objectives)


def _apply_case(
    progress: Progress,
    day: str,
    event: CaseBegun | CaseRewound | DecisionMade | CaseRevised | CaseFinished,
) -> None:
    plays = progress.cases.setdefault(event.unit, [])
    if isinstance(event, CaseBegun | CaseRewound):
        _begin_play(plays, day, event)
        return
    play = _latest(plays, event.attempt)
    if play is None:
        return
    match event:
        case DecisionMade():
            taken = event.choice if isinstance(event.choice, str) else dict(event.choice)
            play.decisions.append([event.node, taken])
        case CaseRevised():
            play.version, play.flow, play.packed = event.version, event.flow, event.copy
            play.decisions = [list(decision) for decision in event.decisions]
        case CaseFinished():
            play.ending, play.minutes = event.ending, event.minutes
            play.passed = bool(event.passed) and not play.practice


def _begin_play(plays: list[CaseAttempt], day: str, event: CaseBegun | CaseRewound) -> None:
    """Add a play; the earlier ones stay as results, and let go of what playing them took."""
    if isinstance(event, CaseBegun):
        play = CaseAttempt(
            number=event.attempt,
            day=day,
            version=event.version,
            flow=event.flow,
            seed=event.seed,
            packed=event.copy,
            mark=event.mark,
        )
    else:
        earlier = _latest(plays, event.of)
        if earlier is None:
            return
        play = replace(
            earlier,
            number=event.attempt,
            day=day,
            decisions=earlier.decisions[: event.kept],
            practice=True,
            ending="",
            passed=False,
            minutes=0,
        )
    for earlier in plays:
        earlier.packed = ""
        earlier.decisions.clear()
    plays.append(play)


def _latest(begun: Sequence[Begun], number: int) -> Begun | None:
    """Return the latest attempt of a number: two computers, brought together, count from 1 each."""
    return next((one for one in reversed(begun) if one.number == number), None)
