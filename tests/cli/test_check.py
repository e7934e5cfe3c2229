import json
import os
from pathlib import Path
from typing import Any

import pytest
from course_files import CASE, LESSON, QUIZ, write_course
from program import run

from protectcourse.locations import shipped_courses

KEYS = {"file", "line", "column", "code", "severity", "message", "hint"}
HOSTILE = {
    "empty": b"",
    "binary": bytes(range(256)) * 20,
    "latin-1": "lesson: caf\xe9\n".encode("latin-1"),
    "half": LESSON.encode()[: len(LESSON) // 2] + b'\n  x: "',
    "large": b"lesson: " + b"a" * 2_000_000,
    "aliases": b"lesson: &a [x, x]\n" + b"".join(b"k%d: [*a, *a]\n" % n for n in range(200)),
    "deep": b"lesson: " + b"[" * 50_000,
    "control": LESSON.encode().replace(b"Hello", b"He\x1b[2Jllo"),
    "misspelt": LESSON.encode().replace(b"minutes", b"minuts"),
    "wrong type": LESSON.encode().replace(b"minutes: 1", b"minutes: [a]"),
    "twice": LESSON.encode() + b"title: again\n",
    "goto nowhere": CASE.encode().replace(b"goto: heard", b"goto: nowhere"),
    "another kind": b"recipe: soup\n",
    "a list": b"- a\n- b\n",
}


def check(*paths: Path) -> tuple[int, list[dict[str, Any]]]:
    """Return exit code and problems, having made sure that nothing else is printed."""
    result = run("check", *paths, "--format", "json")
    assert result.stderr == ""
    listed = json.loads(result.stdout)
    assert set(listed) == {"problems"}
    return result.returncode, listed["problems"]


def test_the_shipped_course_has_no_problem() -> None:
    """What we ask of trainers we do ourselves."""
    folders = shipped_courses()
    assert folders is not None

    code, problems = check(folders.lessons, folders.quizzes)

    assert code == 0
    assert [problem for problem in problems if problem["severity"] != "info"] == []


@pytest.mark.parametrize("name", HOSTILE)
def test_a_bad_file_gives_its_problem_and_never_a_traceback(tmp_path: Path, name: str) -> None:
    """A trainer can mend a line that is named; a traceback sends them away."""
    path = tmp_path / "file.yaml"
    path.write_bytes(HOSTILE[name])

    code, problems = check(path)

    assert code == 1
    assert problems
    for problem in problems:
        assert set(problem) == KEYS
        assert problem["line"] >= 1
        assert problem["column"] >= 1
        assert problem["severity"] in {"error", "warning", "info"}
        assert Path(problem["file"]).name == "file.yaml"


def test_text_has_place_code_fact_and_fix(tmp_path: Path) -> None:
    """One line to find it, one to mend it (architecture.md §8)."""
    write_course(tmp_path, quiz=QUIZ.replace("        correct: true\n", ""))

    result = run("check", "quizzes/demo/visitors.yaml", cwd=tmp_path)

    assert result.returncode == 1
    first, hint = result.stdout.splitlines()[:2]
    assert first.startswith("quizzes/demo/visitors.yaml:8:7: error Q003: no option")
    assert hint.startswith("    ")


def test_what_is_good_ends_with_0(tmp_path: Path) -> None:
    """Scripts go by the exit code."""
    write_course(tmp_path)

    result = run("check", tmp_path)

    assert (result.returncode, result.stdout) == (0, "No problem found.\n")


def test_a_path_that_does_not_exist_ends_with_2(tmp_path: Path) -> None:
    """A typing error must not look like a course without mistakes."""
    result = run("check", tmp_path / "nothing.yaml")

    assert result.returncode == 2
    assert "does not exist" in result.stderr


def test_a_file_in_a_course_is_read_with_it_and_shows_only_its_own(tmp_path: Path) -> None:
    """Its references are in the other files; their mistakes are somebody else's work."""
    lesson = LESSON.replace("a badge", "a badge [@law]")
    write_course(tmp_path, lesson=lesson, quiz=QUIZ.replace("        correct: true\n", ""))

    _, problems = check(tmp_path / "lessons" / "demo" / "01-welcome.yaml")

    assert [problem["code"] for problem in problems] == ["C020"]


@pytest.mark.parametrize(
    "named", [["."], ["lessons"], ["quizzes"], ["lessons", "quizzes"], ["lessons/demo"]]
)
def test_a_course_is_found_by_any_of_its_folders(tmp_path: Path, named: list[str]) -> None:
    """People name whichever folder they stand before."""
    write_course(tmp_path, quiz=QUIZ.replace("        correct: true\n", ""))

    result = run("check", *named, "--format", "json", cwd=tmp_path)

    assert [one["code"] for one in json.loads(result.stdout)["problems"]] == ["Q003"]


def test_a_link_out_of_the_course_and_a_pipe_are_not_read(tmp_path: Path) -> None:
    """A course may come from anywhere: it must not hang the check or open other files."""
    write_course(tmp_path)
    os.mkfifo(tmp_path / "lessons" / "demo" / "pipe.yaml")
    secret = tmp_path / "secret.txt"
    secret.write_text("lesson: not yours\n", encoding="utf-8")
    (tmp_path / "lessons" / "demo" / "link.yaml").symlink_to(secret)

    code, problems = check(tmp_path)

    assert code == 1
    assert sorted(Path(one["file"]).name for one in problems) == ["link.yaml", "pipe.yaml"]
    assert "not yours" not in json.dumps(problems)


def test_a_sentence_in_a_file_name_cannot_steer_the_terminal(tmp_path: Path) -> None:
    """File names are text from elsewhere too."""
    path = tmp_path / "a\x1b[2Jb.yaml"
    path.write_bytes(b"")

    result = run("check", path)

    assert result.returncode == 1
    assert "\x1b" not in result.stdout
