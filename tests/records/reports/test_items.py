"""The report on questions."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from coordinated import fill_register, make_hand_in
from fake_clock import FakeClock
from quiz_takers import attempt_steps, chose, scored_steps

from protectcourse.records.register.opening import open_register
from protectcourse.records.reports.items import Asked, items_report
from protectcourse.records.reports.quiz_answers import Scope, read_quiz_answers
from protectcourse.records.reports.quiz_words import (
    CourseWords,
    KnownAnswer,
    KnownQuestion,
    KnownQuiz,
)
from protectcourse.records.reports.report import Report, Row, Table
from protectcourse.records.statistics.item_statistics import MIXED_FORMS
from protectcourse.records.statistics.whole_test import NO_CORE
from protectcourse.records.undefined import FEWER, Undefined

UNIT = "demo/visits"
REFERENCE = (
    *("11111", "11110", "11101", "11100", "11010"),
    *("11000", "10100", "10010", "01000", "10000"),
)
KNOWN = KnownQuestion(
    stem="Who may *decide*?",
    fingerprint="now",
    answers={
        "right": KnownAnswer("The court", is_right=True),
        "lure": KnownAnswer("The guard", is_right=False, misconception="guards-decide"),
        "unused": KnownAnswer("Nobody", is_right=False),
    },
    guess=1 / 3,
)
WORDS = CourseWords(
    id="demo",
    title="A demonstration",
    language="en",
    quizzes={"visits": KnownQuiz("Visits", {"q1": KNOWN})},
    misconceptions={"guards-decide": "Guards decide who may enter."},
)


def report_of(path: Path, words: CourseWords | None = None) -> Report:
    """Return the report on a register."""
    with open_register(str(path), FakeClock()) as register:
        answers = read_quiz_answers(register, Scope())
    return items_report(answers, words, Asked("r.db", "2026-11-27"))


def table_of(report: Report, name: str) -> Table:
    """Return a table of a report."""
    return next(table for table in report.tables if table.name == name)


def cells(table: Table, row: Row) -> dict[str, object]:
    """Return the cells of a row by the names of their columns."""
    return {column.name: cell for column, cell in zip(table.columns, row, strict=True)}


def answered(path: Path, choices: Sequence[str], wording: str = "now") -> Path:
    """Make a register of people who answered one question so, and a second one all alike."""
    files = [
        make_hand_in(
            f"Person {number}",
            attempt_steps(
                UNIT,
                [("q1", wording), ("q2", "w")],
                [
                    ("q1", wording, 10_000 * (choice == "right"), chose(choice)),
                    ("q2", "w", 10_000 * (number % 2), chose("x")),
                ],
            ),
        )
        for number, choice in enumerate(choices)
    ]
    return fill_register(path, *files)


def test_the_published_figures_come_out_of_a_register(tmp_path: Path) -> None:
    """From ten files that were handed in to the numbers on the page."""
    rows = [[10_000 * int(sign) for sign in row] for row in REFERENCE]
    files = [make_hand_in(f"P{n}", scored_steps(UNIT, row)) for n, row in enumerate(rows)]

    report = report_of(fill_register(tmp_path / "r.db", *files))

    questions = table_of(report, "questions")
    found = [cells(questions, row) for row in questions.rows]
    assert [one["Right"] for one in found] == pytest.approx([0.9, 0.7, 0.5, 0.4, 0.2])
    assert [one["Discrimination"] for one in found] == pytest.approx(
        [0.22866478, 0.19920477, 0.40824829, 0.14845392, 0.48795004], abs=1e-6
    )
    quizzes = table_of(report, "quizzes")
    whole = cells(quizzes, quizzes.rows[0])
    assert whole["Alpha"] == pytest.approx(0.5124223602, abs=1e-6)
    weights = table_of(report, "weights")
    shares = [cells(weights, row)["Weight in fact"] for row in weights.rows]
    assert sum(one for one in shares if isinstance(one, float)) == pytest.approx(1)


def test_a_question_that_misleads_stands_first(tmp_path: Path) -> None:
    """It is what a coordinator came for: which question, which answer, why, out of what belief."""
    path = answered(tmp_path / "r.db", ["lure"] * 8 + ["right"] * 4)

    report = report_of(path, WORDS)

    misleading = table_of(report, "misleading")
    assert report.tables[0] is misleading
    found = cells(misleading, misleading.rows[0])
    assert found["Wrong answer"] == "The guard"
    assert found["What is asked"] == "Who may decide?"
    assert (found["Chose it"], found["All right"], found["People"]) == (8, 4, 12)
    beliefs = table_of(report, "misconceptions")
    assert beliefs.rows[0] == ("Guards decide who may enter.", 8, 12, pytest.approx(8 / 12))


def test_without_the_course_what_is_right_is_known_from_the_scores(tmp_path: Path) -> None:
    """A coordinator may not have the course at hand."""
    path = answered(tmp_path / "r.db", ["lure"] * 8 + ["right"] * 4)

    misleading = table_of(report_of(path), "misleading")

    assert cells(misleading, misleading.rows[0])["Wrong answer"] == "lure"


def test_a_question_that_does_its_work_is_not_in_the_list(tmp_path: Path) -> None:
    """A list that names every wrong answer names none."""
    path = answered(tmp_path / "r.db", ["right"] * 9 + ["lure"] * 3)

    assert table_of(report_of(path, WORDS), "misleading").rows == ()


def test_an_answer_that_nobody_gave_stands_there_too(tmp_path: Path) -> None:
    """A wrong answer that nobody takes does no work: it is to be seen."""
    path = answered(tmp_path / "r.db", ["right"] * 9 + ["lure"] * 3)

    answers = table_of(report_of(path, WORDS), "answers")

    found = [cells(answers, row) for row in answers.rows]
    assert next(one for one in found if one["Answer"] == "Nobody")["Chose it"] == 0


def test_an_earlier_wording_is_told_apart(tmp_path: Path) -> None:
    """What was asked then was another question, with numbers of its own."""
    path = answered(tmp_path / "r.db", ["right"] * 6 + ["lure"] * 6, wording="then")

    report = report_of(path, WORDS)

    questions = table_of(report, "questions")
    names = [cells(questions, row)["Question"] for row in questions.rows]
    assert "q1 (an earlier wording)" in names
    assert "The guard" not in str(table_of(report, "answers").rows)


def test_small_groups_show_nothing(tmp_path: Path) -> None:
    """Nine people know each other."""
    path = answered(tmp_path / "r.db", ["lure"] * 6 + ["right"] * 3)

    report = report_of(path, WORDS)

    assert table_of(report, "misleading").rows == ()
    assert table_of(report, "answers").rows == ()
    questions = table_of(report, "questions")
    assert cells(questions, questions.rows[0])["Right"] == FEWER
    numbers = [
        cell
        for table in report.tables
        for row in table.rows
        for column, cell in cells(table, row).items()
        if column not in {"People", "In common"} and isinstance(cell, int | float)
    ]
    assert numbers == [pytest.approx(1 / 3)]  # what one who guesses would get, which is no person's


def test_with_questions_drawn_by_lot_what_cannot_be_said_is_not(tmp_path: Path) -> None:
    """An alpha or a weight over different questions would be a number that means nothing."""
    drawn = [("q1", "q2"), ("q2", "q3"), ("q3", "q1")]
    files = [
        make_hand_in(
            f"P{n}",
            attempt_steps(
                UNIT,
                [(name, name) for name in drawn[n % 3]],
                [(name, name, 10_000 * (n % 2), chose("a")) for name in drawn[n % 3]],
            ),
        )
        for n in range(30)
    ]

    report = report_of(fill_register(tmp_path / "r.db", *files))

    quizzes, weights = table_of(report, "quizzes"), table_of(report, "weights")
    assert cells(quizzes, quizzes.rows[0])["Alpha"] == NO_CORE
    assert cells(weights, weights.rows[0])["Weight in fact"] == MIXED_FORMS
    assert cells(weights, weights.rows[0])["Weight meant"] == 0.5


def test_no_name_of_a_person_is_in_the_report(tmp_path: Path) -> None:
    """Item data carry no names (records.md §5)."""
    path = answered(tmp_path / "r.db", ["right"] * 12)

    assert "Person" not in str(report_of(path, WORDS))


def test_nothing_handed_in_is_said_with_what_to_do(tmp_path: Path) -> None:
    """Answers leave a laptop only at one of two levels, which one must know."""
    report = report_of(fill_register(tmp_path / "r.db"))

    assert "--level answers" in table_of(report, "misleading").empty


@pytest.mark.parametrize("table", ["questions", "weights", "answers", "quizzes"])
def test_undefined_cells_say_why(tmp_path: Path, table: str) -> None:
    """An empty cell is a riddle."""
    path = answered(tmp_path / "r.db", ["right"] * 12)

    found = table_of(report_of(path), table)

    why = [cell for row in found.rows for cell in row if isinstance(cell, Undefined)]
    assert all(len(one.why.split()) >= 3 for one in why)
    assert None not in [cell for row in found.rows for cell in row]


def test_quizzes_of_several_courses_are_told_apart(tmp_path: Path) -> None:
    """Two courses may both have a quiz called `final`."""
    steps = [*scored_steps("one/final", [10_000]), *scored_steps("two/final", [0])]
    report = report_of(fill_register(tmp_path / "r.db", make_hand_in("Ada", steps)))

    assert [row[0] for row in table_of(report, "quizzes").rows] == ["one/final", "two/final"]
