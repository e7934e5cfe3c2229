import json
import os
from pathlib import Path
from typing import Any

import pytest
from course_files import CASE, LESSON, QUIZ, write_course
from program import run, run_here

from protectcourse.authoring.checking import Checked
from protectcourse.course.problems import Problem
from protectcourse.findings import Severity
from protectcourse.locations import shipped_courses

WARNED = "title: Visitors\nlint_allow: {Q101: Short as it is we keep it so}"
"""The title of a bank with a warning of form: a sentence in braces."""
KEYS = {"file", "line", "column", "code", "severity", "message", "hint", "text"}
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
    result = run_here("check", *paths, "--format", "json")
    assert result.stderr == ""
    listed = json.loads(result.stdout)
    assert set(listed) == {"problems", "summary"}
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


def test_text_has_place_code_fact_line_and_fix(tmp_path: Path) -> None:
    """One line to find it, one to see it, one to mend it (architecture.md §8)."""
    write_course(tmp_path, quiz=QUIZ.replace("        correct: true\n", ""))

    result = run("check", "quizzes/demo/visitors.yaml", cwd=tmp_path)

    assert result.returncode == 1
    assert result.stdout == (
        "quizzes/demo/visitors.yaml:7:5: error Q003: no option is marked `correct: true`\n"
        "    7 |     options:\n"
        "      |     ^\n"
        "    Mark one option, or make the question a `reflection`.\n"
        "\n"
        "1 error in 1 file.\n"
        "More about a code, with examples: protectcourse check --explain Q003\n"
    )


def test_what_is_good_ends_with_0(tmp_path: Path) -> None:
    """Scripts go by the exit code."""
    write_course(tmp_path)

    result = run("check", tmp_path)

    assert (result.returncode, result.stdout) == (0, "No problem found in 3 files.\n")


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
    assert "not yours" not in run("check", tmp_path).stdout


def test_a_sentence_in_a_file_name_cannot_steer_the_terminal(tmp_path: Path) -> None:
    """File names are text from elsewhere too."""
    path = tmp_path / "a\x1b[2Jb.yaml"
    path.write_bytes(b"")

    result = run("check", path)

    assert result.returncode == 1
    assert "\x1b" not in result.stdout


def test_a_warning_fails_only_where_it_is_strict(tmp_path: Path) -> None:
    """Whoever publishes wants none; whoever writes wants to go on."""
    write_course(tmp_path, quiz=QUIZ.replace("title: Visitors", WARNED))

    mild, strict = run("check", tmp_path), run("check", tmp_path, "--strict")

    assert "warning C007" in mild.stdout
    assert (mild.returncode, strict.returncode) == (0, 1)


def test_strict_fails_for_a_case_that_was_not_tried_in_all_ways() -> None:
    """What nobody has tried may hold anything, even where an author has excused it."""
    excused = Problem(
        file="a", line=1, column=1, code="S100", severity=Severity.INFO, message="allowed: …"
    )
    checked = Checked((excused,), 1)

    assert checked.has_failed(strict=True)
    assert not checked.has_failed()


def test_a_pull_request_is_marked_line_by_line(tmp_path: Path) -> None:
    """A command whose text is not escaped ends at the first line, or orders something else."""
    write_course(tmp_path, quiz=QUIZ.replace("kind: one", 'kind: "50%\\n::stop-commands::x"'))

    result = run("check", tmp_path / "quizzes", "--format", "github", cwd=tmp_path)

    assert result.returncode == 1
    (line,) = result.stdout.splitlines()
    assert line.startswith("::error file=")
    assert ",line=5,col=11,title=Q001::`50%25%0A::stop-commands::x` is not" in line


def test_the_summary_of_json_counts_by_severity(tmp_path: Path) -> None:
    """A program goes by the numbers."""
    write_course(tmp_path, quiz=QUIZ.replace("title: Visitors", WARNED), again=LESSON)

    result = run("check", tmp_path, "--format", "json")

    assert json.loads(result.stdout)["summary"] == {
        "errors": 1,
        "warnings": 1,
        "infos": 0,
        "files": 4,
    }


def test_a_folder_without_a_course_is_not_a_course_without_mistakes(tmp_path: Path) -> None:
    """The next folder was meant, and "no problem" would be believed."""
    (tmp_path / "lesson.txt").write_text(LESSON, encoding="utf-8")

    result = run("check", tmp_path)

    assert (result.returncode, result.stdout) == (2, "")
    assert ".yaml" in result.stderr


def test_without_a_path_it_is_asked_for() -> None:
    """An option that needs none has made the argument optional."""
    result = run("check")

    assert result.returncode == 2
    assert "Name what to check" in result.stderr


def test_a_rule_is_explained_whatever_its_letters() -> None:
    """A code is typed from the screen, in a hurry."""
    known, mistyped = run("check", "--explain", "q003"), run("check", "--explain", "Q1O1")

    assert known.returncode == 0
    assert known.stdout.startswith("Q003")
    assert (mistyped.returncode, mistyped.stdout) == (2, "")
    assert "`Q101`" in mistyped.stderr
