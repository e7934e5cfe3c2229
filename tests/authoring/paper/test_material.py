"""What a path means, what it is read with, and how a unit says where something stands."""

from pathlib import Path

import pytest
from course_files import CASE, QUIZ, write_course

from protectcourse.authoring.paper.material import choose, fingerprint, read_material
from protectcourse.errors import ContentError


def test_a_course_comes_with_its_units_in_order(tmp_path: Path) -> None:
    """A reviewer reads it as a learner meets it; what no module names is not lost."""
    write_course(tmp_path, case=CASE)

    material = read_material(choose(tmp_path))

    assert material.whole
    assert [(part.title, [unit.id for unit in part.units]) for part in material.parts] == [
        ("1 Visitors", ["welcome", "visitors"]),
        ("In no module", ["first-case"]),
    ]
    assert [unit.name for unit in material.units] == ["lesson 1.1", "quiz", "case"]


def test_the_head_of_a_course_means_all_of_it(tmp_path: Path) -> None:
    """Whoever names course.yaml means the course."""
    files = write_course(tmp_path)

    assert read_material(choose(files.lessons / "course.yaml")).whole


def test_a_file_of_a_course_comes_alone_and_knows_its_course(tmp_path: Path) -> None:
    """Its number, its course's title and sources belong to it."""
    files = write_course(tmp_path)

    material = read_material(choose(files.lessons / "01-welcome.yaml"))

    assert not material.whole
    assert [unit.name for unit in material.units] == ["lesson 1.1"]
    assert material.head is not None
    assert (material.id, material.title) == ("welcome", "Welcome")


def test_a_file_outside_a_course_is_read_by_itself(tmp_path: Path) -> None:
    """The first case of a trainer stands in no course yet."""
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")

    material = read_material(choose(path))

    assert material.head is None
    assert material.title == "The phone call"


def test_a_place_is_the_line_in_the_file(tmp_path: Path) -> None:
    """Whoever mends a remark goes to that line."""
    path = tmp_path / "quiz.yaml"
    path.write_text(QUIZ, encoding="utf-8")
    unit = read_material(choose(path)).units[0]

    lines = QUIZ.splitlines()

    assert unit.line("questions", "no-badge") == f"line {lines.index('  no-badge:') + 1}"
    found = unit.line("questions", "no-badge", "options", "walk")
    assert found == f"line {lines.index('      walk:') + 1}"


def test_the_fingerprint_is_of_the_bytes(tmp_path: Path) -> None:
    """A remark on another wording must not be taken for one on this."""
    path = tmp_path / "quiz.yaml"
    path.write_text(QUIZ, encoding="utf-8")
    before = fingerprint(read_material(choose(path)).units[0].reading)

    path.write_text(QUIZ.replace("Kind, but", "Kind and"), encoding="utf-8")

    assert before == fingerprint_of(QUIZ)
    assert fingerprint(read_material(choose(path)).units[0].reading) != before


def fingerprint_of(text: str) -> str:
    """Return the fingerprint by the rule of the design."""
    from hashlib import sha256

    return sha256(text.encode()).hexdigest()[:16]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("sources:\n  a:\n    title: A\n", "could not be read"),
        ("lesson: broken\n", "could not be read"),
        ("", "could not be read"),
        ("glossary:\n  a:\n    term: A\n    meaning: B\n    source: course\n", "holds no lesson"),
    ],
)
def test_what_is_no_unit_is_refused_with_a_hint(tmp_path: Path, text: str, words: str) -> None:
    """And not with an empty document."""
    path = tmp_path / "file.yaml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(ContentError, match=words) as refused:
        read_material(choose(path))

    assert refused.value.hint


def test_several_courses_at_once_are_refused_by_name(tmp_path: Path) -> None:
    """One document is of one course."""
    write_course(tmp_path)
    other = tmp_path / "lessons" / "other"
    other.mkdir()
    (other / "course.yaml").write_text("course: other\n", encoding="utf-8")

    with pytest.raises(ContentError, match="demo, other"):
        choose(tmp_path)
    with pytest.raises(ContentError, match="no course"):
        (tmp_path / "empty").mkdir()
        choose(tmp_path / "empty")
