from pathlib import Path

import pytest
from course_files import COURSE, LESSON, QUIZ, write_course
from final_exam import COURSE as EXAM_COURSE
from final_exam import write_final

from protectcourse.course.loading import check_single, load_course
from protectcourse.course.problems import Problem
from protectcourse.findings import Severity


def found(folder: Path, **files: str) -> list[tuple[str, int, int]]:
    """Return code, line and column of each problem of a course."""
    return [(p.code, p.line, p.column) for p in load_course(write_course(folder, **files)).problems]


def test_the_smallest_course_has_no_problem(tmp_path: Path) -> None:
    """A trainer's first course must not be met with complaints (course_format.md §1)."""
    loaded = load_course(write_course(tmp_path))

    assert loaded.problems == []
    assert set(loaded.units) == {"welcome", "visitors"}


@pytest.mark.parametrize(
    ("lesson", "expected"),
    [
        (LESSON.replace("title: Welcome", "titel: Welcome"), [("C010", 2, 1)]),
        (LESSON.replace("minutes: 1", "minutes: soon"), [("C012", 3, 10)]),
        (LESSON.replace("minutes: 1", "minutes: 0"), [("C013", 3, 10)]),
        (LESSON.replace("minutes: 1", "minutes:"), [("C012", 3, 9)]),
        (LESSON.replace("  hello:", "  hel lo:"), [("C014", 5, 3)]),
        (LESSON.replace("minutes: 1", "minutes: 1\nminutes: 2"), [("C002", 4, 1)]),
        (LESSON.replace("Walk along", "So: walk"), [("C003", 7, 63)]),
        (LESSON.replace("a badge", "a #1 badge"), [("C006", 7, 11)]),
        (LESSON.replace("A visitor", "|\n      # A visitor"), [("C030", 8, 7)]),
        (LESSON.replace("a badge", "a [[badge]]"), [("C023", 7, 31)]),
        (LESSON.replace("a badge", "a badge [@law, art. 3]"), [("C020", 7, 37)]),
        (LESSON + "objectives: [O9]\n", [("C022", 8, 14)]),
        (
            LESSON.replace("    title: Hello\n", "    title: Hello\n    kind: quote\n"),
            [("C012", 7, 11)],
        ),
        (LESSON.replace("lesson: welcome", "lessen: welcome"), [("C009", 1, 1)]),
    ],
)
def test_a_mistake_in_a_lesson_is_found_where_it_stands(
    tmp_path: Path, lesson: str, expected: list[tuple[str, int, int]]
) -> None:
    """Line and column are what a trainer goes by."""
    problems = [one for one in found(tmp_path, lesson=lesson) if one[0] != "C016"]

    assert problems == sorted(expected, key=lambda one: one[1:])


def test_an_unknown_key_comes_with_the_nearest_known_one(tmp_path: Path) -> None:
    """Most unknown keys are misspelt ones."""
    lesson = LESSON.replace("minutes: 1", "minuts: 1")

    problems = load_course(write_course(tmp_path, lesson=lesson)).problems

    hint = next(problem.hint for problem in problems if problem.code == "C010")
    assert "`minutes`" in hint


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("        correct: true\n", ""), "Q003"),
        (("    kind: one", "    kind: won"), "Q001"),
        (
            ("        rationale: Kind", "        misconception: none\n        rationale: Kind"),
            "C024",
        ),
        (("title: Visitors", "title: Visitors\ndraw: 9"), "Q007"),
    ],
)
def test_a_mistake_in_a_quiz_is_found(tmp_path: Path, change: tuple[str, str], code: str) -> None:
    """A question with no key, or of no kind, must not reach a learner."""
    quiz = QUIZ.replace(*change)

    assert code in [one[0] for one in found(tmp_path, quiz=quiz)]


def test_all_problems_of_all_files_come_at_once(tmp_path: Path) -> None:
    """Mending one problem at a time, each with another run, wears people out."""
    lesson = LESSON.replace("minutes: 1", "minutes: soon").replace("    title: Hello\n", "")
    quiz = QUIZ.replace("        correct: true\n", "")

    codes = [one[0] for one in found(tmp_path, lesson=lesson, quiz=quiz)]

    assert {"C011", "C012", "Q003"} <= set(codes)


def test_a_broken_file_leaves_the_rest_of_the_course(tmp_path: Path) -> None:
    """One bad file must not keep learners from all the others."""
    loaded = load_course(write_course(tmp_path, lesson="lesson: [\n"))

    assert set(loaded.units) == {"visitors"}
    assert [Path(name).name for name in loaded.left_out] == ["01-welcome.yaml"]


def test_the_same_id_in_two_files_names_both(tmp_path: Path) -> None:
    """Progress is kept by id: two lessons with one id would share it."""
    loaded = load_course(write_course(tmp_path, again=LESSON))

    problem = next(problem for problem in loaded.problems if problem.code == "C015")
    assert "01-welcome.yaml" in problem.message + problem.file
    assert "again.yaml" in problem.message + problem.file


def test_a_unit_without_a_file_is_an_error_and_a_file_without_a_unit_is_not(tmp_path: Path) -> None:
    """The first closes a door for learners; the second may be work in progress."""
    course = COURSE.replace("- quiz: visitors", "- quiz: vistors")

    problems = load_course(write_course(tmp_path, course=course)).problems

    assert {(p.code, p.severity) for p in problems} == {
        ("C016", Severity.ERROR),
        ("C016", Severity.INFO),
    }


def test_a_file_standing_alone_is_not_asked_for_what_a_course_declares(tmp_path: Path) -> None:
    """A trainer checks a lesson before the course around it exists."""
    path = tmp_path / "lesson.yaml"
    path.write_text(LESSON + "objectives: [O1]\n", encoding="utf-8")

    assert check_single(path) == []


def test_a_file_standing_alone_may_declare_its_own_sources(tmp_path: Path) -> None:
    """Then what it cites must be among them."""
    path = tmp_path / "lesson.yaml"
    sources = """\
sources:
  law:
    body: A state
    title: A law
    date: 1951
    kind: treaty
    status: confirmed
    checked: 2026-11-20
"""
    path.write_text(LESSON.replace("a badge", "a badge [@low]") + sources, encoding="utf-8")

    (problem,) = check_single(path)

    assert (problem.code, problem.line) == ("C020", 7)
    assert "`law`" in problem.hint


def test_problems_sort_by_place() -> None:
    """A list in the order of the file is read top to bottom."""
    late, early = (
        Problem(file="a", line=n, column=1, code="C010", severity=Severity.ERROR, message="")
        for n in (9, 2)
    )

    assert sorted([late, early]) == [early, late]


def test_a_bank_drawn_by_domain_needs_a_domain_for_each_objective(tmp_path: Path) -> None:
    """Else its questions are never drawn, and a trainer wonders why."""
    files = write_final(tmp_path)
    course = files.lessons / "course.yaml"
    course.write_text(EXAM_COURSE.replace("book., domain: D2,", "book.,"), encoding="utf-8")

    of_bank = [one for one in load_course(files).problems if "visitors.yaml" in one.file]

    assert [one.code for one in of_bank] == ["Q007"] * 5
    assert "`O2` belongs to none" in of_bank[0].message


def test_one_mistake_of_form_is_told_once(tmp_path: Path) -> None:
    """What comes after it is not missing: a list of five follows would hide the one to mend."""
    lesson = LESSON.replace("title: Welcome", "title: Welcome: the door")

    problems = load_course(write_course(tmp_path, lesson=lesson)).problems

    assert [(one.code, one.line) for one in problems] == [("C003", 2)]


def test_what_is_missing_before_a_mistake_of_form_is_still_told(tmp_path: Path) -> None:
    """Only what stood open where the reading ended is unknown."""
    quiz = QUIZ.replace("        rationale: Kind, but now nobody knows who is inside.\n", "")
    quiz = quiz.replace("text: Leave", "text: Now: leave")

    problems = load_course(write_course(tmp_path, quiz=quiz)).problems

    assert [(one.code, one.line) for one in problems] == [("C011", 9), ("C003", 15)]


@pytest.mark.parametrize("name", ["01-welcome.txt", "01-welcome.yaml.txt", "welcome"])
def test_a_unit_that_was_saved_under_another_name_is_found(tmp_path: Path, name: str) -> None:
    """Windows hides the end of a name, and Notepad adds `.txt`."""
    files = write_course(tmp_path)
    (files.lessons / "01-welcome.yaml").rename(files.lessons / name)

    (problem,) = load_course(files).problems

    assert problem.code == "C016"
    assert problem.hint == f"Rename {name}: the name of a course file ends in .yaml."


@pytest.mark.parametrize(
    ("before", "after", "hint"),
    [
        ("minutes: 1", "minutes: 5 min", "A whole number in digits is wanted here."),
        ("lesson: welcome", "lesson: wel come", "Write `wel-come`."),
        ("minutes: 1", "minutes: 1\u00a0", "odd space"),
        ("  hello:", "  - hello:", "Leave out the `- `"),
        ("minutes: 1", "Minutes: 1", "Did you mean `minutes`?"),
        ("title: Hello", "heading: Hello", "Did you mean `title`?"),
        ("  hello:", "  grüße:", "Write `grusse`."),
        ("    text:", "    text: Hello.\n    known:", "`kind: box`"),
        ("a badge", "a badge [@law]", "`sources:` in sources.yaml"),
    ],
)
def test_a_hint_says_what_to_do(tmp_path: Path, before: str, after: str, hint: str) -> None:
    """A message without one leaves a beginner where they were."""
    lesson = LESSON.replace(before, after)

    problems = load_course(write_course(tmp_path, lesson=lesson)).problems

    assert any(hint in problem.hint for problem in problems)
    assert all(problem.hint for problem in problems)


def test_a_case_begins_with_scenario(tmp_path: Path) -> None:
    """A module says `case:`, so the file is begun so too; `course` would be the nearest word."""
    path = tmp_path / "case.yaml"
    path.write_text("case: door\ntitle: A door\n", encoding="utf-8")

    (problem,) = check_single(path)

    assert "`scenario:`" in problem.hint
