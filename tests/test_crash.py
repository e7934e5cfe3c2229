"""What is kept of a fault, and what is not."""

from importlib.metadata import version
from pathlib import Path

from protectcourse.crash import describe_crash, end_after_crash, write_crash_file


def fault(message: str = "broken") -> Exception:
    """Return an error that was raised where something private stood in a variable."""
    private = "CANARY".lower()
    try:
        raise ValueError(message)
    except ValueError as error:
        assert private
        return error


def test_the_file_has_versions_and_the_trace_but_no_variables() -> None:
    """Someone must be able to find the fault from it, and nobody to read an answer in it."""
    words = describe_crash(fault())

    assert "protectcourse " in words
    assert "Python 3" in words
    assert f"Textual {version('textual')}" in words
    assert "in fault" in words
    assert "ValueError: broken" in words
    assert "canary" not in words


def test_a_long_message_is_cut() -> None:
    """A library's message may quote all that was typed."""
    words = describe_crash(fault("x" * 5000))

    assert len(words) < 2000


def test_a_new_crash_takes_the_place_of_the_old(tmp_path: Path) -> None:
    """The folder must not fill up."""
    folder = tmp_path / "data"
    first = write_crash_file(fault("first"), folder)

    second = write_crash_file(fault("second"), folder)

    assert first == second
    assert [path.name for path in folder.iterdir()] == ["crash.txt"]
    assert "second" in (folder / "crash.txt").read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written_is_no_second_fault(tmp_path: Path) -> None:
    """The message must come all the same."""
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")

    ending = end_after_crash(fault(), blocked)

    assert ending.exit_code == 70
    assert "No report could be written" in ending.message
