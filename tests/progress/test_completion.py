"""A course is complete by the rule of the day it was begun, once and for good."""

from collections.abc import Sequence

import pytest

from protectcourse.course.outline import CourseOutline, ModuleOutline, Sort, UnitOutline
from protectcourse.progress import events as kinds
from protectcourse.progress.completion import (
    UNSCORED,
    best_score,
    done_units,
    find_completion,
    lessons_tested_out,
    new_units,
    read_outlook,
)
from protectcourse.progress.events import Event
from protectcourse.progress.folding import fold
from protectcourse.progress.projections import Progress

DAY = "2026-11-24"
NEEDS = ("lessons", "cases", "quizzes", "final")


def unit(name: str, sort: Sort, *, pool: str = "", elective: bool = False) -> UnitOutline:
    """Return a unit of a made-up course."""
    return UnitOutline(
        name, sort, name.title(), 5, pool=pool, pass_mark=80, elective=elective, pages=("p",)
    )


L, K, Q, R, F = (
    unit("l", "lesson"),
    unit("k", "case"),
    unit("q", "quiz", pool="practice"),
    unit("r", "quiz", pool="practice"),
    unit("f", "quiz", pool="final"),
)
PRE, EXTRA = unit("pre", "quiz", pool="pretest"), unit("extra", "lesson", elective=True)
ALL = (PRE, L, K, Q, R, EXTRA, F)


def course(
    *units: UnitOutline,
    needs: Sequence[str] = NEEDS,
    unread: tuple[str, ...] = (),
    valid_months: int = 24,
) -> CourseOutline:
    """Return a course of some units, the lessons in a module of their own."""
    lessons = tuple(one for one in units if one.sort == "lesson")
    others = tuple(one for one in units if one.sort != "lesson")
    return CourseOutline(
        "c",
        3,
        "C",
        "en",
        needs=tuple(needs),
        modules=(
            ModuleOutline("m", "M", "1", units=lessons),
            ModuleOutline("n", "N", "2", units=others),
        ),
        unread=unread,
        valid_months=valid_months,
    )


def begun(needs: Sequence[str] = NEEDS, *, again: int = 0, valid_months: int = 24) -> Event:
    """Return the beginning of the course under a rule."""
    rule = {"needs": list(needs), "version": 1, "valid_months": valid_months}
    return kinds.CourseBegun(course="c", version=1, rule=rule, again=again)


def read(name: str = "l") -> list[Event]:
    """Return the reading of a lesson."""
    return [kinds.LessonCompleted(unit=f"c/{name}", version=1, minutes=1)]


def played(name: str = "k", *, passed: int = 1) -> list[Event]:
    """Return a play of a case."""
    return [
        kinds.CaseBegun(unit=f"c/{name}", attempt=1, version=1, flow="", wording="", assessed=1),
        kinds.CaseFinished(
            unit=f"c/{name}",
            attempt=1,
            ending="e",
            competencies={},
            red_lines=0,
            passed=passed,
            minutes=1,
        ),
    ]


def took(name: str, score: int, *, attempt: int = 1, retry_of: int = 0) -> list[Event]:
    """Return an attempt at a quiz, passed from 80 %."""
    return [
        kinds.QuizBegun(
            unit=f"c/{name}",
            attempt=attempt,
            questions={"a": "f"},
            rule={"pass": 80, "floor": 0, "retry_of": retry_of},
        ),
        kinds.QuizFinished(
            unit=f"c/{name}",
            attempt=attempt,
            score=score,
            objectives={},
            passed=int(score >= 8000 and not retry_of),
            minutes=1,
        ),
    ]


EVERYTHING = [*read(), *played(), *took("q", 9000), *took("r", 8000), *took("f", 8500)]


def progress_of(*events: Event) -> Progress:
    """Return what events amount to."""
    progress = Progress()
    for event in events:
        fold(progress, DAY, event)
    return progress


def complete(progress: Progress, outline: CourseOutline) -> None:
    """Take in the completion that is due."""
    reached = find_completion(outline, progress)
    assert reached is not None
    event = kinds.CourseCompleted(
        course="c", version=outline.version, score=reached.score, units=reached.units
    )
    fold(progress, DAY, event)


@pytest.mark.parametrize(
    ("needs", "asked"),
    [
        (["lessons"], [L]),
        (["cases"], [K]),
        (["quizzes"], [Q, R]),
        (["final"], [F]),
        (["cases", "final"], [K, F]),
        (NEEDS, [L, K, Q, R, F]),
    ],
)
def test_the_rule_says_what_counts(needs: list[str], asked: list[UnitOutline]) -> None:
    """Electives never do, nor a pre-test: it says where one begins and need not be passed."""
    outlook = read_outlook(course(*ALL), progress_of(begun(needs)))

    assert list(outlook.asked) == list(outlook.missing) == asked
    assert not outlook.is_complete


@pytest.mark.parametrize("left_out", range(len(EVERYTHING)))
def test_with_any_step_missing_the_course_is_not_complete(left_out: int) -> None:
    """A record must never say more than was done."""
    steps = [event for number, event in enumerate(EVERYTHING) if number != left_out]

    assert find_completion(course(*ALL), progress_of(begun(), *steps)) is None
    assert find_completion(course(*ALL), progress_of(begun(), *EVERYTHING)) is not None


@pytest.mark.parametrize(("score", "done"), [(8000, {"l", "q"}), (7999, set())])
def test_whoever_passes_the_quiz_of_a_module_has_tested_out_of_its_lessons(
    score: int, done: set[str]
) -> None:
    """Nobody is made to read what they know; and only what the quiz is about counts as known."""
    module = ModuleOutline("m", "M", "1", units=(L, K, Q))
    other = ModuleOutline("o", "O", "2", units=(unit("l2", "lesson"),))
    outline = course()._replace(modules=(module, other))
    progress = progress_of(begun(), *took("q", score))

    assert done_units(outline, progress) == done
    assert lessons_tested_out(outline, progress) == done & {"l"}
    assert not lessons_tested_out(outline, progress_of(begun(), *took("q", score), *read()))


def test_what_was_failed_is_not_done() -> None:
    """A case played and a final tried are not yet passed."""
    steps = [*read(), *played(passed=0), *took("q", 9000), *took("r", 7999), *took("f", 8500)]

    assert read_outlook(course(*ALL), progress_of(begun(), *steps)).missing == (K, R)


def test_a_course_that_asks_for_nothing_is_never_complete() -> None:
    """Else whoever opens a course without a final would have completed it."""
    nothing = course(L, needs=["final"])

    assert find_completion(nothing, progress_of(begun(["final"]), *read())) is None


def test_a_core_unit_that_cannot_be_read_stands_in_the_way() -> None:
    """A broken file must not make the course shorter."""
    progress = progress_of(begun(["lessons"]), *read())

    assert find_completion(course(L, unread=("l2",)), progress) is None
    assert find_completion(course(L), progress) is not None


def test_an_edit_does_not_move_the_goalposts() -> None:
    """The rule that counts is that of the day the learner began, for how long it holds as well."""
    progress = progress_of(begun(["lessons"], valid_months=12), *read())
    stricter = course(*ALL, needs=NEEDS, valid_months=1)

    reached = find_completion(stricter, progress)

    assert reached is not None
    assert reached.valid_months == 12
    laxer = course(*ALL, needs=["lessons"])
    assert find_completion(laxer, progress_of(begun(), *read())) is None


def test_a_rule_of_an_old_file_that_says_nothing_of_validity_takes_the_courses() -> None:
    """Whoever began before that was kept must get a record all the same."""
    old = kinds.CourseBegun(course="c", version=1, rule={"needs": ["lessons"], "version": 1})

    reached = find_completion(course(L), progress_of(old, *read()))

    assert reached is not None
    assert reached.valid_months == 24


def test_which_units_are_core_is_said_by_the_course_as_it_is() -> None:
    """A lesson made elective holds nobody back; a new one counts until the course is complete."""
    progress = progress_of(begun(["lessons"]), *read())

    assert find_completion(course(L, unit("l2", "lesson")), progress) is None
    assert find_completion(course(L, unit("l2", "lesson", elective=True)), progress) is not None


def test_a_completion_stays_when_units_are_added_and_they_show_as_new() -> None:
    """What was completed stays completed; nobody is asked to complete it twice."""
    progress = progress_of(begun(["lessons"]), *read())
    assert new_units(course(L, Q), progress) == ()
    complete(progress, course(L, Q, EXTRA))
    later = course(
        L, Q, unit("l2", "lesson"), EXTRA._replace(elective=False), PRE._replace(id="e2")
    )

    assert find_completion(later, progress) is None
    assert [one.id for one in new_units(later, progress)] == ["l2", "extra", "e2"]
    assert new_units(course(L, Q, EXTRA), progress) == ()


def test_of_an_old_completion_nothing_is_called_new() -> None:
    """It does not say which units there were; all would be called new."""
    old = kinds.CourseCompleted(course="c", version=1, score=0)

    assert new_units(course(*ALL), progress_of(begun(), *read(), old)) == ()


def test_the_units_counted_are_kept_done_or_not() -> None:
    """With the lessons left to choice, the record says which were read; none shows as new."""
    outline = course(*ALL, needs=["final"])
    reached = find_completion(outline, progress_of(begun(["final"]), *read(), *took("f", 8500)))

    assert reached is not None
    assert reached.units == {"pre": 0, "l": 1, "k": 0, "q": 0, "r": 0, "f": 1}


def test_the_score_is_the_best_of_the_final() -> None:
    """Not the latest, and not that of a quiz."""
    finals = [*took("f", 8000), *took("f", 9500, attempt=2), *took("f", 8200, attempt=3)]

    assert best_score(course(*ALL), progress_of(*took("q", 10000), *finals)) == 9500


def test_without_a_final_the_score_is_the_mean_of_the_best_in_the_quizzes() -> None:
    """Whole numbers only: every language computes the same text."""
    outline = course(L, Q, R, unit("e", "quiz", pool="practice", elective=True), PRE)
    steps = [
        *took("q", 8000),
        *took("q", 9001, attempt=2),
        *took("r", 8000),
        *took("e", 0),
        *took("pre", 0),
    ]

    assert best_score(outline, progress_of(*steps)) == 8500


def test_a_retry_of_what_was_missed_does_not_raise_the_score() -> None:
    """It asks only the questions that were missed, right after their answers were shown."""
    steps = [*took("q", 8000), *took("q", 10000, attempt=2, retry_of=1)]

    assert best_score(course(Q), progress_of(*steps)) == 8000


def test_where_nothing_was_scored_there_is_no_score() -> None:
    """Nought would say that somebody failed."""
    assert best_score(course(L, K), progress_of(*read(), *played())) == UNSCORED
    assert best_score(course(*ALL), progress_of(*read())) == UNSCORED


def test_after_a_start_over_the_completion_stays_and_a_second_can_follow() -> None:
    """Learning it again must not take away what was reached, nor reach it by what was before."""
    outline = course(L, Q)
    needs = ["lessons", "quizzes"]
    progress = progress_of(begun(needs), *read(), *took("q", 9900))
    complete(progress, outline)
    first = progress.completion("c")

    fold(progress, DAY, begun(needs, again=1))
    fold(progress, DAY, read()[0])

    assert progress.completion("c") is first
    assert find_completion(outline, progress) is None
    assert read_outlook(outline, progress).missing == (Q,)
    for event in took("q", 8100, attempt=2):
        fold(progress, DAY, event)
    complete(progress, outline)
    assert [one.score for one in progress.completions["c"]] == [9900, 8100]
    assert [one.past for one in progress.completions["c"]] == [True, False]
    assert find_completion(outline, progress) is None


def test_starting_over_takes_the_rule_of_that_day() -> None:
    """Who begins again begins the course as it is now."""
    progress = progress_of(begun(["lessons"]), begun(["cases"], again=1), begun(["final"]))

    assert read_outlook(course(*ALL), progress).asked == (K,)


def test_the_same_completion_from_two_computers_counts_once() -> None:
    """Both may have recorded it before their logs were brought together."""
    done = kinds.CourseCompleted(course="c", version=1, score=9000, units={"l": 1})
    again = kinds.CourseCompleted(course="c", version=2, score=9500, units={"l": 1})

    progress = progress_of(begun(), done, again, begun(again=1), again, done)

    assert [one.score for one in progress.completions["c"]] == [9000, 9500]
