"""Which course a path means, wherever the user stands and however they write it."""

import contextlib
from pathlib import Path

import pytest
from course_files import CASE, COURSE, write_course

from protectcourse.course.folders import CourseFiles, Selection, select
from protectcourse.course.loading import load_course

WITH_CASE = f"{COURSE}      - case: first-case\n"


@pytest.mark.parametrize(
    ("stands", "path", "lessons", "quizzes"),
    [
        (".", ".", "lessons/demo", "quizzes/demo"),
        ("lessons", ".", "demo", "../quizzes/demo"),
        ("quizzes", ".", "../lessons/demo", "../quizzes/demo"),
        ("lessons/demo", ".", ".", "../../quizzes/demo"),
        ("lessons/demo", "..", "../demo", "../../quizzes/demo"),
        ("quizzes/demo", ".", "../../lessons/demo", "../../quizzes/demo"),
        ("lessons/demo/scenarios", "..", "..", "../../../quizzes/demo"),
    ],
)
def test_a_folder_written_by_dots_means_its_whole_course(
    tmp_path: Path, stands: str, path: str, lessons: str, quizzes: str
) -> None:
    """Whoever writes a course stands in its folder, and must not be told that a quiz is missing."""
    write_course(tmp_path)
    (tmp_path / "lessons/demo/scenarios").mkdir()

    with contextlib.chdir(tmp_path / stands):
        selections = select(Path(path))
        courses = [one.course for one in selections if one.course]
        names = [one.name for one in courses]
        problems = [load_course(one).problems for one in courses]

    assert selections == [Selection(CourseFiles(Path(lessons), Path(quizzes)))]
    assert (names, problems) == (["demo"], [[]])


def test_a_folder_within_a_course_is_read_with_the_course(tmp_path: Path) -> None:
    """Its cases name sources, competencies and claims of the course."""
    files = write_course(tmp_path, course=WITH_CASE, call=CASE)
    cases = files.lessons / "scenarios"
    cases.mkdir()
    (files.lessons / "call.yaml").rename(cases / "call.yaml")

    assert select(cases) == [Selection(files, only=cases / "call.yaml")]
