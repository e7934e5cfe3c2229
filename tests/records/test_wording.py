"""The words of a record hold for every record."""

from datetime import date

import pytest
from completed import make_sample

from protectcourse.records.completion_record import UnitDone
from protectcourse.records.signed_file import Verdict
from protectcourse.records.wording import VERDICTS, count_words, facts, statements, unit_words

TODAY = date(2026, 11, 25)
LESSON, CASE, QUIZ = (UnitDone(sort, sort, sort.title()) for sort in ("lesson", "case", "quiz"))
GONE = UnitDone("old-lesson", "", "")


@pytest.mark.parametrize(
    ("units", "words"),
    [
        ((), "nothing"),
        ((LESSON,), "1 lesson"),
        ((QUIZ, LESSON, LESSON), "2 lessons and 1 quiz"),
        ((LESSON, CASE, CASE, QUIZ, QUIZ), "1 lesson, 2 cases and 2 quizzes"),
        ((LESSON, GONE), "1 lesson and 1 other unit"),
        ((GONE, GONE), "2 other units"),
    ],
)
def test_units_are_counted_in_words(units: tuple[UnitDone, ...], words: str) -> None:
    """One, several and none."""
    assert count_words(units) == words


def test_a_unit_that_is_gone_is_named_as_it_was() -> None:
    """By all that is left of it."""
    assert unit_words(GONE) == "old-lesson: no longer in the course"
    assert unit_words(LESSON) == "lesson: Lesson"


@pytest.mark.parametrize(
    ("changes", "label", "words"),
    [
        ({"score": -1}, "Score", "nothing in this course was scored"),
        ({"score": 0}, "Score", "0 %"),
        ({"score": 9999}, "Score", "99 %"),
        ({"score": 10000}, "Score", "100 %"),
        ({"valid_until": ""}, "Valid until", "no end is set"),
        ({"valid_until": "2026-11-24"}, "Valid until", "2026-11-24, which has passed"),
        ({"valid_until": "2026-11-25"}, "Valid until", "2026-11-25"),
        ({"status": "reviewed"}, "State of the course", "reviewed"),
        ({"status": "draft"}, "State of the course", "draft: nobody had reviewed it"),
    ],
)
def test_a_fact_is_told_in_words(changes: dict[str, object], label: str, words: str) -> None:
    """Rounded down: nobody is told a pass that was none."""
    told = dict(facts(make_sample(**changes), TODAY))[label]

    assert told == words or told.startswith(f"{words} (")


def test_nothing_shouts() -> None:
    """The learner is at work, and so is whoever checks."""
    record = make_sample()
    told = [*statements(record), *VERDICTS.values(), *(words for _, words in facts(record, TODAY))]

    assert not any("!" in words for words in told)


def test_every_verdict_has_words() -> None:
    """A verdict without words would be a traceback."""
    assert set(VERDICTS) == set(Verdict)
