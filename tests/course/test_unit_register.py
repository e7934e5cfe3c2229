"""What only all files of a course show together: finals, pools, questions named across banks."""

from pathlib import Path

import pytest
from course_files import COURSE, QUIZ, write_course

from protectcourse.course.loading import load_course
from protectcourse.course.problems import Problem
from protectcourse.findings import Severity

FINAL = QUIZ.replace("title: Visitors", "title: Visitors\npool: final")
NEEDS_FINAL = f"{COURSE}completion:\n  needs: [lessons, final]\n"
LATER = "completion:\n  later_check: {draw: 2, pass: 80, from_day: 21, to_day: 35}\n"
STOCK = QUIZ.replace("quiz: visitors", "quiz: stock").replace("no-badge:", "second:")


def problems(folder: Path, **files: str) -> list[Problem]:
    """Return what is wrong with a course."""
    return load_course(write_course(folder, **files)).problems


def codes(folder: Path, **files: str) -> list[tuple[str, int]]:
    """Return code and line of each problem that is more than a note."""
    found = problems(folder, **files)
    return [(one.code, one.line) for one in found if one.severity is not Severity.INFO]


@pytest.mark.parametrize(
    ("course", "quiz", "expected"),
    [
        (NEEDS_FINAL, QUIZ, [("C018", 12)]),
        (NEEDS_FINAL, FINAL, []),
        (
            NEEDS_FINAL.replace("visitors", "visitors\n        elective: true"),
            FINAL,
            [("C018", 13)],
        ),
        (NEEDS_FINAL, "quiz: [\n", [("C003", 2)]),
    ],
)
def test_a_final_that_is_needed_must_be_there(
    tmp_path: Path, course: str, quiz: str, expected: list[tuple[str, int]]
) -> None:
    """Without one nobody completes the course; but a quiz that is broken may be it."""
    found = codes(tmp_path, course=course, quiz=quiz)

    assert [one for one in found if one[0] != "C016"] == expected


def test_a_final_that_no_module_names_is_more_than_a_note(tmp_path: Path) -> None:
    """A practice bank serves reviews; the questions of a final are asked nowhere else."""
    unnamed = STOCK.replace("title: Visitors", "title: Visitors\npool: final")

    severities = {
        Path(one.file).stem: one.severity
        for one in problems(tmp_path, practice=STOCK.replace("stock", "more"), final=unnamed)
        if one.code == "C016"
    }

    assert severities == {"practice": Severity.INFO, "final": Severity.WARNING}


def test_a_later_check_draws_no_more_than_all_practice_banks_hold(tmp_path: Path) -> None:
    """Learners would be asked less than they were told."""
    course = COURSE + LATER

    assert codes(tmp_path / "one", course=course) == [("C018", 12)]
    assert codes(tmp_path / "two", course=course, stock=STOCK) == []


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("- lesson: wellcome", "Did you mean `welcome`?"),
        ("- lesson: welcome.yaml", "Did you mean `welcome`?"),
        ("- quiz: welcome", "`welcome` is a lesson: write `- lesson: welcome`."),
        ("- case: gate", "Write a file in lessons/demo that begins with `scenario: gate`"),
        ("- quiz: gate", "Write a file in quizzes/demo that begins with `quiz: gate`"),
    ],
)
def test_a_name_without_a_file_comes_with_the_likeliest_slip(
    tmp_path: Path, written: str, hint: str
) -> None:
    """Told to write a file that is there already, a beginner writes it a second time."""
    course = COURSE.replace("- lesson: welcome", written)

    (found,) = [one for one in problems(tmp_path, course=course) if one.severity == "error"]

    assert found.code == "C016"
    assert found.hint.startswith(hint)


@pytest.mark.parametrize("lesson", ["title: Welcome\nminutes: 1\n", "", "PK\x03\x04\x00"])
def test_a_file_that_cannot_be_read_is_not_also_missing(tmp_path: Path, lesson: str) -> None:
    """Its own line says what to do; a second file of the name would be the wrong answer."""
    found = codes(tmp_path, lesson=lesson)

    assert len(found) == 1
    assert found[0][0] != "C016"


def test_a_question_is_parallel_to_one_of_any_bank(tmp_path: Path) -> None:
    """The final asks in other words what a module's quiz has asked."""
    other = STOCK.replace("    kind: one", "    kind: one\n    parallel_of: {name}", 1)

    right = codes(tmp_path / "right", stock=other.format(name="no-badge"))
    wrong = problems(tmp_path / "wrong", stock=other.format(name="no-bagde"))

    assert right == []
    (found,) = [one for one in wrong if one.code == "Q009"]
    assert (found.line, found.hint) == (6, "Did you mean `no-badge`?")


def test_a_bank_that_cannot_be_read_may_hold_the_question_that_is_named(tmp_path: Path) -> None:
    """One slip in one bank must not be told forty times in another."""
    other = STOCK.replace("    kind: one", "    kind: one\n    parallel_of: no-badge", 1)

    found = codes(tmp_path, quiz=QUIZ.replace("title: V", "titel: V"), stock=other)

    assert [code for code, _ in found] == ["C010"]


def test_a_plan_that_cannot_be_carried_out_keeps_nobody_from_the_course(tmp_path: Path) -> None:
    """What learners have begun stays open, while its author mends the plan."""
    course = NEEDS_FINAL.replace("    units:", "    after: [one]\n    units:")
    course = course.replace("      - quiz: visitors\n", "      - quiz: visitors\n" * 2)
    bank = QUIZ.replace(
        "    kind: one", "    kind: one\n    objective: O1\n    parallel_of: no-badge"
    )

    loaded = load_course(write_course(tmp_path, course=course, quiz=f"{bank}floor: 2\n"))

    told = {one.code for one in loaded.problems if one.severity is Severity.ERROR}
    assert told >= {"C017", "C018", "C027", "Q007", "Q009"}
    assert loaded.head is not None
    assert loaded.left_out == []
    assert set(loaded.units) == {"welcome", "visitors"}
