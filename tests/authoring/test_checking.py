from pathlib import Path

from course_files import LESSON, QUIZ, write_course

from protectcourse.authoring.checking import check_paths


def test_a_course_named_twice_is_counted_once(tmp_path: Path) -> None:
    """`check lessons quizzes` names every course two times."""
    write_course(tmp_path, quiz=QUIZ.replace("        correct: true\n", ""))

    checked = check_paths((tmp_path / "lessons", tmp_path / "quizzes", tmp_path))

    assert [problem.code for problem in checked.problems] == ["Q003"]
    assert checked.files == 3


def test_a_file_of_a_course_counts_as_one(tmp_path: Path) -> None:
    """The others are read for its references, and nothing is said of them."""
    write_course(tmp_path)

    assert check_paths((tmp_path / "quizzes" / "demo" / "visitors.yaml",)).files == 1


def test_files_outside_any_course_are_counted_each(tmp_path: Path) -> None:
    """A folder of loose files is checked too."""
    for name in ("one.yaml", "two.yml", "three.txt"):
        (tmp_path / name).write_text(LESSON, encoding="utf-8")

    assert check_paths((tmp_path,)).files == 2
