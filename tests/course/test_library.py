import os
from pathlib import Path

import pytest
from course_files import COURSE, LESSON, write_course

from protectcourse.course import compiling
from protectcourse.course.library import open_course
from protectcourse.errors import ContentError

GLOSSARY = """\
glossary:
  badge:
    term: visitor's badge
    meaning: What shows that a visitor is expected.
    source: course
"""


def test_a_course_is_read_once_and_again_only_when_a_file_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Learners never wait for YAML; trainers see every edit."""
    readings = []
    read = compiling.compile_course
    monkeypatch.setattr(compiling, "compile_course", lambda f: (readings.append(f), read(f))[1])
    files = write_course(tmp_path)

    titles = [open_course(files, tmp_path / "cache").lesson("welcome").title for _ in range(3)]
    write_course(tmp_path, lesson=LESSON.replace("title: Welcome", "title: Good day"))
    titles.append(open_course(files, tmp_path / "cache").lesson("welcome").title)

    assert titles == ["Welcome", "Welcome", "Welcome", "Good day"]
    assert len(readings) == 2


@pytest.mark.parametrize("damage", [b"", b"{", b"[]\n[]\n", os.urandom(400)])
def test_a_damaged_compiled_course_is_made_again(tmp_path: Path, damage: bytes) -> None:
    """It is never a truth of its own: deleting or spoiling it costs one slower start."""
    files = write_course(tmp_path)
    first = open_course(files, tmp_path / "cache").outline
    (compiled,) = (tmp_path / "cache").iterdir()
    compiled.write_bytes(damage)

    assert open_course(files, tmp_path / "cache").outline == first


def test_where_nothing_can_be_written_the_course_opens_all_the_same(tmp_path: Path) -> None:
    """A read-only home must not keep anyone from reading."""
    files = write_course(tmp_path)
    (tmp_path / "cache").write_text("a file stands where the folder should", encoding="utf-8")

    assert open_course(files, tmp_path / "cache").lesson("welcome").title == "Welcome"


def test_a_term_named_by_its_id_is_shown_in_its_own_wording(tmp_path: Path) -> None:
    """Ids are for authors and are never shown (course_format.md §1)."""
    lesson = LESSON.replace("without a badge", "without a [[badge]]")
    files = write_course(tmp_path, lesson=lesson, glossary=GLOSSARY)

    page = open_course(files, tmp_path / "cache").lesson("welcome").pages["hello"]

    assert "[[badge|visitor's badge]]" in str(page.text)


def test_a_course_without_a_readable_head_says_what_is_wrong_with_it(tmp_path: Path) -> None:
    """The learner can pass the sentence on to the trainer."""
    files = write_course(tmp_path, course=COURSE.replace("version: 1", "version: one"))

    with pytest.raises(ContentError, match=r"course.yaml:2:10") as refused:
        open_course(files, tmp_path / "cache")

    assert "protectcourse check" in refused.value.hint
