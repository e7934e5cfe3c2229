"""`record` and `verify`, as a learner and a supervisor call them."""

import json
import shutil
from pathlib import Path

import pytest
from completed import MORE_LESSON, WITH_MORE, Visitor
from learners import read_through
from logs import open_log
from program import run

from protectcourse.locations import KEY_FILE


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    """Return somebody who has begun the small course."""
    return Visitor(tmp_path)


def record(visitor: Visitor, *arguments: str | Path, cwd: Path | None = None) -> tuple[int, str]:
    """Ask for the record; return the exit code and the words."""
    options = ("--data-dir", visitor.folder, "--course", visitor.files.lessons)
    done = run(*options, "record", *arguments, cwd=cwd)
    assert "Traceback" not in done.stderr
    return done.returncode, " ".join((done.stdout + done.stderr).split())


def completed(visitor: Visitor, to: Path) -> Path:
    """Complete the course and return the signed file of its record."""
    visitor.complete()
    visitor.store.set_profile("name", "Ada")
    visitor.close()
    to.mkdir()
    assert record(visitor, "--to", to)[0] == 0
    (signed,) = to.glob("*.pcdone")
    return signed


def test_what_is_missing_is_said_in_words(visitor: Visitor, tmp_path: Path) -> None:
    """And nothing is written."""
    read_through(visitor.lesson("welcome"))
    visitor.close()

    code, words = record(visitor, cwd=tmp_path)

    assert code == 1
    assert "A demonstration is not complete yet. Still to do: quiz Visitors (pass at 80 %)" in words
    assert "Welcome" not in words
    assert not list(tmp_path.glob("*.pcdone"))
    assert not (visitor.folder / KEY_FILE).exists()


def test_both_files_are_written_and_their_places_said(visitor: Visitor, tmp_path: Path) -> None:
    """Where one is, or where one says; never over another."""
    visitor.complete()
    visitor.close()
    here, stick = tmp_path / "here", tmp_path / "stick"
    here.mkdir()
    stick.mkdir()

    code, words = record(visitor, cwd=here)
    record(visitor, cwd=here)
    code_there, words_there = record(visitor, "--to", stick)

    assert (code, code_there) == (0, 0)
    assert len(list(here.glob("*.pcdone"))) == len(list(here.glob("*.html"))) == 2
    assert {path.name for path in stick.iterdir()} < {path.name for path in here.iterdir()}
    assert str(next(stick.glob("*.html"))) in words_there
    assert "not a certificate" in words
    assert "protectcourse verify demo-" in words


def test_a_record_verifies_where_it_was_made(visitor: Visitor, tmp_path: Path) -> None:
    """The key is this computer's own."""
    signed = completed(visitor, tmp_path / "to")

    done = run("--data-dir", visitor.folder, "verify", signed)

    words = " ".join(done.stdout.split())
    assert (done.returncode, done.stderr) == (0, "")
    assert "Valid, and the key is known" in words
    for fact in ("A demonstration (demo), version 1", "Ada", "2026-11-24", "2028-11-24", "100 %"):
        assert fact in words
    for statement in ("not a certificate", "draft", "who sat at the keyboard", "who is a refugee"):
        assert statement in words


def test_elsewhere_the_key_is_new(visitor: Visitor, tmp_path: Path) -> None:
    """A supervisor's computer has not seen it, and makes no folder for asking."""
    signed = completed(visitor, tmp_path / "to")

    done = run("--data-dir", tmp_path / "office", "verify", signed)

    assert done.returncode == 0
    assert "Valid, key new" in done.stdout
    assert max(map(len, done.stdout.splitlines()[1:])) <= 76
    assert not (tmp_path / "office").exists()
    key = done.stdout.split("Key: ")[1].split("\n")[0]
    assert key in signed.with_suffix(".html").read_text(encoding="utf-8")


def test_a_changed_record_is_refused_and_its_facts_are_not_shown(
    visitor: Visitor, tmp_path: Path
) -> None:
    """With exit code 5, so that a script can tell."""
    signed = completed(visitor, tmp_path / "to")
    text = signed.read_text(encoding="utf-8")
    assert "Ada" in text
    signed.write_text(text.replace("Ada", "Eve"), encoding="utf-8")

    done = run("--data-dir", visitor.folder, "verify", signed)

    assert done.returncode == 5
    assert "Changed after signing" in done.stdout
    assert "Eve" not in done.stdout


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "not a completion record"),
        ("[" * 200_000, "not a completion record"),
        ("\x1b[2J", "not a completion record"),
        (json.dumps({"format": "protectcourse-completion/2"}), "newer version"),
    ],
)
def test_what_is_no_record_is_told_in_a_sentence(tmp_path: Path, content: str, words: str) -> None:
    """Never by a traceback, whatever was sent."""
    file = tmp_path / "sent.pcdone"
    file.write_text(content, encoding="utf-8")

    done = run("--data-dir", tmp_path / "data", "verify", file)

    assert (done.returncode, done.stderr) == (5, "")
    assert words in " ".join(done.stdout.split())


def test_a_damaged_key_here_does_not_stand_in_the_way(visitor: Visitor, tmp_path: Path) -> None:
    """The record of somebody else is checked with the key that is in it."""
    signed = completed(visitor, tmp_path / "to")
    (tmp_path / "office").mkdir()
    (tmp_path / "office" / KEY_FILE).write_text("damaged", encoding="utf-8")

    done = run("--data-dir", tmp_path / "office", "verify", signed)

    assert done.returncode == 0
    assert "Valid, key new" in done.stdout


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """The same code: it is not valid."""
    for name in ("missing.pcdone", "."):
        done = run("--data-dir", tmp_path / "data", "verify", name, cwd=tmp_path)
        assert done.returncode == 5
        assert "Traceback" not in done.stderr
        assert "protectcourse: " in done.stderr


def test_without_progress_there_is_no_record(tmp_path: Path) -> None:
    """The usual reason is a folder named with --data-dir at other times; none is made."""
    done = run("--data-dir", tmp_path / "data", "record", cwd=tmp_path)

    assert done.returncode == 4
    assert "--data-dir" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_data_folder_and_a_missing_one_are_refused(visitor: Visitor, tmp_path: Path) -> None:
    """In words, with what to do."""
    visitor.complete()
    visitor.close()

    inside, missing = (
        record(visitor, "--to", folder) for folder in (visitor.folder, tmp_path / "no")
    )

    assert (inside[0], missing[0]) == (5, 5)
    assert "inside the data folder" in inside[1]
    assert "there is no folder" in missing[1]


def test_what_was_complete_before_it_was_kept_is_recorded_now(
    visitor: Visitor, tmp_path: Path
) -> None:
    """An edit took away the last unit: the record says the day on which that was noted."""
    visitor.edit(WITH_MORE, more=MORE_LESSON)
    visitor.complete()
    visitor.edit(WITH_MORE.replace("lesson: more\n", "lesson: more\n        elective: true\n"))
    visitor.close()

    code, _ = record(visitor, cwd=tmp_path)

    assert code == 0
    assert visitor.rows("course-completed") == 1


def test_while_the_course_is_open_elsewhere_a_completion_is_not_made_up(
    visitor: Visitor, tmp_path: Path
) -> None:
    """It could not be recorded: the record would say what the log does not."""
    visitor.edit(WITH_MORE, more=MORE_LESSON)
    visitor.complete()
    visitor.edit(WITH_MORE.replace("lesson: more\n", "lesson: more\n        elective: true\n"))

    code, words = record(visitor, cwd=tmp_path)

    assert code == 4
    assert "Close that one first" in words
    assert not list(tmp_path.glob("*.pcdone"))
    visitor.close()


def test_while_the_course_is_open_elsewhere_a_record_can_be_written(
    visitor: Visitor, tmp_path: Path
) -> None:
    """The completion stands in the log; nothing needs to be written there."""
    visitor.complete()

    code, _ = record(visitor, cwd=tmp_path)

    visitor.close()
    assert code == 0
    assert list(tmp_path.glob("*.pcdone"))


def test_a_new_laptop_signs_with_its_own_key(visitor: Visitor, tmp_path: Path) -> None:
    """The completion goes along, the key does not."""
    completed(visitor, tmp_path / "to")
    copy, new = tmp_path / "mine.copy", tmp_path / "new"
    run("--data-dir", visitor.folder, "export-mine", "--to", copy)
    assert run("--data-dir", new, "restore", copy).returncode == 0
    assert not (new / KEY_FILE).exists()
    old, visitor.folder = visitor.folder, new
    (tmp_path / "to2").mkdir()

    code, _ = record(visitor, "--to", tmp_path / "to2")

    assert code == 0
    assert (new / KEY_FILE).read_bytes() != (old / KEY_FILE).read_bytes()
    done = run("--data-dir", new, "erase", "--yes")
    assert "stays" not in done.stdout
    assert not new.exists()


def test_of_several_courses_only_those_begun_are_spoken_of(
    visitor: Visitor, tmp_path: Path
) -> None:
    """A learner who takes one of ten is not told of the other nine."""
    visitor.close()
    lessons, quizzes = visitor.files.lessons, visitor.files.quizzes
    assert quizzes is not None
    other = lessons.with_name("other")
    shutil.copytree(lessons, other)
    shutil.copytree(quizzes, quizzes.with_name("other"))
    head = other / "course.yaml"
    text = head.read_text(encoding="utf-8").replace("course: demo", "course: other")
    head.write_text(text.replace("A demonstration", "Another"), encoding="utf-8")

    done = run("--data-dir", visitor.folder, "--course", tmp_path, "record")

    assert done.returncode == 1
    assert "A demonstration is not complete yet" in done.stdout
    assert "Another" not in done.stdout


def test_a_progress_file_without_any_course_begun_says_what_there_is_to_do(tmp_path: Path) -> None:
    """The program was opened, and closed again."""
    open_log(tmp_path / "data").close()

    done = run("--data-dir", tmp_path / "data", "record", cwd=tmp_path)

    assert done.returncode == 1
    assert "is not complete yet" in done.stdout
