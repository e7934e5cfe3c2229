import json
from pathlib import Path

import pytest
from program import run_here as run

from protectcourse.course.schema import SCHEMA_NAMES, schema_text


@pytest.mark.parametrize("name", ["lesson", "case"])
def test_a_schema_is_printed(name: str) -> None:
    """An editor, or another program, takes it from there."""
    result = run("schema", name)

    assert result.returncode == 0
    assert json.loads(result.stdout)["type"] == "object"


def test_all_are_written_into_a_folder_and_replaced_only_when_asked(tmp_path: Path) -> None:
    """After an update of the program the schemas of a course are brought up to date by this."""
    folder = tmp_path / "lessons" / ".schema"
    first = run("schema", "all", "--to", folder)
    (folder / "quiz.json").write_text("{}", encoding="utf-8")

    again, sure = (
        run("schema", "all", "--to", folder),
        run("schema", "all", "--to", folder, "--yes"),
    )

    assert [first.returncode, again.returncode, sure.returncode] == [0, 2, 0]
    assert "--yes" in again.stderr
    assert sorted(path.stem for path in folder.iterdir()) == sorted(SCHEMA_NAMES)
    assert (folder / "quiz.json").read_text(encoding="utf-8") == schema_text("quiz")


def test_one_file_is_named_by_its_path_or_its_folder(tmp_path: Path) -> None:
    """Both are what people type."""
    codes = [
        run("schema", "quiz", "--to", tmp_path / "mine.json").returncode,
        run("schema", "quiz", "--to", tmp_path).returncode,
    ]

    assert codes == [0, 0]
    assert {path.name for path in tmp_path.iterdir()} == {"mine.json", "quiz.json"}


def test_where_nothing_can_be_written_a_sentence_says_so(tmp_path: Path) -> None:
    """No traceback, and the exit code of a file that could not be written."""
    (tmp_path / "file").write_text("", encoding="utf-8")

    result = run("schema", "quiz", "--to", tmp_path / "file" / "quiz.json")

    assert result.returncode == 3
    assert "could not be written" in result.stderr


def test_all_are_too_many_to_print() -> None:
    """Seven JSON values one after the other are no JSON."""
    result = run("schema", "all")

    assert (result.returncode, result.stdout) == (2, "")
    assert "--to" in result.stderr
