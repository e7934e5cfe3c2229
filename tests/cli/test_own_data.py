"""`export-mine`, `restore`, `erase`: a learner's own data, in a learner's own hands."""

import sys
from pathlib import Path

import pytest
from logs import answer, open_log, questions
from program import PROGRAM, run
from screens_of_course import TALL, answered_first_questions, open_first_lesson, program
from terminal import Terminal

from protectcourse.progress import events as kinds
from protectcourse.progress.store import FILE_NAME

CANARY = "heliotrope4711"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return the data folder of a learner who has written a note and answered five questions."""
    folder = tmp_path / "data"
    store = open_log(folder)
    store.append(kinds.NoteWritten(unit="c/l", item="p", text=CANARY))
    store.append(*(answer(number, CANARY) for number in range(5)))
    store.back_up_if_due()
    store.close()
    return folder


def test_progress_goes_from_one_laptop_to_another(data: Path, tmp_path: Path) -> None:
    """The whole way, as somebody with a new laptop walks it."""
    copy, new = tmp_path / "mine.copy", tmp_path / "new"

    out = run("--data-dir", data, "export-mine", "--to", copy)
    back = run("--data-dir", new, "restore", copy)
    again = run("--data-dir", new, "restore", copy)

    assert (out.returncode, back.returncode, again.returncode) == (0, 0, 0)
    assert "It holds 7 saved steps" in out.stdout
    assert "private" in out.stdout
    assert "7 saved steps were brought in" in back.stdout
    assert "Nothing in" in again.stdout
    store = open_log(new)
    assert questions(store) == [f"q{number}" for number in range(5)]
    store.close()


def test_a_copy_goes_to_the_folder_one_is_in_or_names(data: Path, tmp_path: Path) -> None:
    """A stick is named as a folder; a name for the file is one thing less to think of."""
    stick, here = tmp_path / "stick", tmp_path / "here"
    stick.mkdir()
    here.mkdir()

    named = run("--data-dir", data, "export-mine", "--to", stick)
    unnamed = run("--data-dir", data, "export-mine", cwd=here)

    (first,), (second,) = stick.iterdir(), here.iterdir()
    assert (named.returncode, unnamed.returncode) == (0, 0)
    assert first.name == second.name
    assert str(first) in named.stdout
    assert first.stat().st_mode & 0o777 == 0o600


def test_no_file_is_written_over_unasked(data: Path, tmp_path: Path) -> None:
    """The file there may be the only good copy, or something else."""
    copy = tmp_path / "mine.copy"
    copy.write_text("something else", encoding="utf-8")

    refused = run("--data-dir", data, "export-mine", "--to", copy)
    kept = copy.read_text(encoding="utf-8")
    done = run("--data-dir", data, "export-mine", "--to", copy, "--yes")

    assert (refused.returncode, kept) == (2, "something else")
    assert "--yes" in refused.stderr
    assert done.returncode == 0
    assert copy.read_bytes().startswith(b"SQLite")


def test_a_copy_does_not_go_into_the_data_folder(data: Path) -> None:
    """Least of all over the progress file itself."""
    before = (data / FILE_NAME).read_bytes()

    for target in (data / FILE_NAME, data, data / "backups" / "mine.copy"):
        done = run("--data-dir", data, "export-mine", "--to", target, "--yes")
        assert done.returncode == 2
        assert "inside the data folder" in done.stderr

    assert (data / FILE_NAME).read_bytes() == before


def test_without_progress_there_is_nothing_to_copy(tmp_path: Path) -> None:
    """The usual reason is a folder named with --data-dir at other times."""
    done = run("--data-dir", tmp_path / "data", "export-mine", "--to", tmp_path / "mine.copy")

    assert done.returncode == 4
    assert "--data-dir" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_copy_is_refused_in_words(data: Path, tmp_path: Path) -> None:
    """With the exit code for progress files, and nothing changed."""
    copy = tmp_path / "mine.copy"
    run("--data-dir", data, "export-mine", "--to", copy)
    copy.write_bytes(copy.read_bytes()[:6000])

    done = run("--data-dir", tmp_path / "new", "restore", copy)

    assert done.returncode == 4
    assert "is damaged" in done.stderr
    assert "Nothing was changed" in done.stderr
    assert not (tmp_path / "new").exists()


def test_what_both_laptops_had_is_told(data: Path, tmp_path: Path) -> None:
    """Two histories in one: the learner should know, and know the way back."""
    copy, new = tmp_path / "mine.copy", tmp_path / "new"
    run("--data-dir", data, "export-mine", "--to", copy)
    open_log(new).close()

    done = run("--data-dir", new, "restore", copy)

    text = " ".join(done.stdout.split())
    assert "had 1 saved step of its own: both are kept" in text
    assert "another person's" in text
    assert list((new / "backups").iterdir())


@pytest.mark.parametrize("command", [("restore", "FILE"), ("erase", "--yes")], ids=lambda c: c[0])
def test_a_running_course_is_not_disturbed(
    data: Path, tmp_path: Path, command: tuple[str, str]
) -> None:
    """Refused in words, whatever --yes says."""
    copy = tmp_path / "mine.copy"
    run("--data-dir", data, "export-mine", "--to", copy)
    store = open_log(data)
    arguments = [copy if part == "FILE" else part for part in command]

    done = run("--data-dir", data, *arguments)

    store.append(answer(9))
    store.close()
    assert done.returncode == 4
    assert "Close that one first" in done.stderr


def test_erasing_leaves_no_trace(data: Path) -> None:
    """F26: the canary is nowhere, and neither is the folder."""
    assert any(CANARY.encode() in path.read_bytes() for path in files(data))

    done = run("--data-dir", data, "erase", "--yes")

    assert done.returncode == 0
    assert "Erased" in done.stdout
    assert not data.exists()


def test_after_a_sitting_everything_that_it_left_is_erased(tmp_path: Path) -> None:
    """Whatever the program comes to write in its folder, erasing must know of it."""
    data = tmp_path / "sat"
    with Terminal(program(data), size=TALL) as terminal:
        answered_first_questions(terminal)
        open_first_lesson(terminal)
        terminal.press("q")
        terminal.exit_code()
    assert (data / "compiled").exists()

    done = run("--data-dir", data, "erase", "--yes")

    assert "stays" not in done.stdout
    assert not data.exists()


def test_without_anybody_to_ask_nothing_is_erased(data: Path) -> None:
    """A script must say that it means it."""
    before = files(data)

    done = run("--data-dir", data, "erase")

    assert done.returncode == 2
    assert "--yes" in done.stderr
    assert files(data) == before


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
@pytest.mark.parametrize(("typed", "gone"), [("yes", True), ("", False), ("y", False)])
def test_erasing_shows_what_would_go_and_asks(data: Path, typed: str, gone: bool) -> None:
    """It cannot be undone: a key pressed by mistake must not do it."""
    with Terminal([*PROGRAM, "--data-dir", str(data), "erase"]) as terminal:
        terminal.wait("Type yes")
        asked = terminal.text()
        terminal.type(f"{typed}\r")
        code = terminal.exit_code()
        text = terminal.text()

    assert "your answers, notes and choices" in asked
    assert "backups (1 file)" in asked
    assert code == 0
    assert data.exists() is not gone
    assert ("Nothing was erased" in text) is not gone


def test_where_there_is_nothing_erasing_says_so(tmp_path: Path) -> None:
    """And makes no folder in order to erase it."""
    done = run("--data-dir", tmp_path / "data", "erase")

    assert done.returncode == 0
    assert "nothing to erase" in done.stdout
    assert list(tmp_path.iterdir()) == []


def files(folder: Path) -> list[Path]:
    """Return every file below a folder."""
    return sorted(path for path in folder.rglob("*") if path.is_file())
