"""`protectcourse proof` as a trainer calls it: where it writes, and what it refuses."""

from pathlib import Path

import pytest
from course_files import CASE, LESSON, write_course
from program import run


def test_a_proof_is_shown_here_and_can_be_kept(tmp_path: Path) -> None:
    """To read at once, or to mail."""
    files = write_course(tmp_path)
    lesson = files.lessons / "01-welcome.yaml"

    shown = run("proof", lesson, cwd=tmp_path)
    kept = run("proof", lesson, "--to", "mine.md", cwd=tmp_path)

    assert shown.returncode == kept.returncode == 0
    assert shown.stdout.startswith("# Welcome\n")
    assert "A visitor without a badge" in shown.stdout
    assert (tmp_path / "mine.md").read_text(encoding="utf-8") == shown.stdout
    assert shown.stderr == kept.stderr == ""


def test_a_page_goes_into_a_file_of_the_usual_name(tmp_path: Path) -> None:
    """Nobody wants a page of HTML in a terminal."""
    write_course(tmp_path)

    page = run("proof", tmp_path / "lessons", "--format", "html", cwd=tmp_path)

    assert page.returncode == 0
    assert page.stdout == "Written: demo-proof.html\n"
    assert "<h1>A demonstration</h1>" in (tmp_path / "demo-proof.html").read_text(encoding="utf-8")


def test_the_name_of_the_file_says_the_form_and_a_folder_will_do(tmp_path: Path) -> None:
    """Whoever writes .html means a page."""
    files = write_course(tmp_path)
    lesson = files.lessons / "01-welcome.yaml"
    (tmp_path / "out").mkdir()

    run("proof", lesson, "--to", "a.html", cwd=tmp_path)
    run("proof", lesson, "--to", "out", cwd=tmp_path)

    assert (tmp_path / "a.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert (tmp_path / "out" / "welcome-proof.md").is_file()


def test_no_file_is_replaced_unasked(tmp_path: Path) -> None:
    """It may hold a reviewer's remarks."""
    files = write_course(tmp_path)
    lesson = files.lessons / "01-welcome.yaml"
    remarks = tmp_path / "proof.md"
    remarks.write_text("my remarks", encoding="utf-8")

    refused = run("proof", lesson, "--to", remarks)
    kept = remarks.read_text(encoding="utf-8")
    replaced = run("proof", lesson, "--to", remarks, "--yes")

    assert refused.returncode == 2
    assert "is there already" in refused.stderr
    assert "--yes" in refused.stderr
    assert kept == "my remarks"
    assert replaced.returncode == 0
    assert remarks.read_text(encoding="utf-8").startswith("# Welcome")


def test_where_nothing_can_be_written_it_says_so(tmp_path: Path) -> None:
    """A path with a slip in it is no fault of the program."""
    files = write_course(tmp_path)

    lost = run("proof", files.lessons, "--to", tmp_path / "no" / "such" / "file.md")

    assert lost.returncode == 2
    assert "there is no folder" in lost.stderr
    assert "Traceback" not in lost.stderr


@pytest.mark.parametrize("text", ["", "lesson: half\n  x: [", "recipe: soup\n"])
@pytest.mark.parametrize("command", ["proof", "handout"])
def test_what_cannot_be_read_is_refused(tmp_path: Path, text: str, command: str) -> None:
    """With the line, and with the way to all of it."""
    path = tmp_path / "file.yaml"
    path.write_text(text, encoding="utf-8")

    refused = run(command, path)

    assert refused.returncode == 3
    assert refused.stdout == ""
    assert refused.stderr.startswith("protectcourse: ")
    assert "Traceback" not in refused.stderr


def test_what_the_check_finds_is_listed_with_its_place(tmp_path: Path) -> None:
    """A proof of a file with faults is still of use: the faults are named in it."""
    path = tmp_path / "case.yaml"
    path.write_text(CASE.replace("goto: heard", "goto: herd"), encoding="utf-8")

    shown = run("proof", path)

    assert shown.returncode == 0
    end = shown.stdout[shown.stdout.index("## Problems that the check finds") :]
    assert "**error S016:** “herd” is neither a node nor an ending" in end
    assert "line 12" in end


def test_no_name_of_a_file_steers_the_terminal(tmp_path: Path) -> None:
    """A file comes from anywhere."""
    path = tmp_path / "a\x1b[2Jb.yaml"
    path.write_text(LESSON, encoding="utf-8")

    shown = run("proof", path)
    page = run("proof", path, "--to", tmp_path / "page.html")

    assert shown.returncode == page.returncode == 0
    assert "\x1b" not in shown.stdout + shown.stderr + page.stdout + page.stderr
    assert "\x1b" not in (tmp_path / "page.html").read_text(encoding="utf-8")
