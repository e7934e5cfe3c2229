"""`handin`, as a learner calls it."""

import json
import shutil
from pathlib import Path

import pytest
from completed import OTHER_SIGNER, Visitor
from handed_in import lines_of
from learners import read_through
from program import PROGRAM, run
from terminal import Terminal

from protectcourse.organisation import ORGANISATION_FILE
from protectcourse.records.handing_in.reading import read_hand_in


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    """Return somebody who has completed the small course and closed it."""
    made = Visitor(tmp_path)
    made.complete(missing=1)
    made.pass_quiz()
    made.store.set_profile("name", "Ada")
    made.close()
    return made


def options(visitor: Visitor) -> tuple[str | Path, ...]:
    """Return what names the learner's folder and the course."""
    return ("--data-dir", visitor.folder, "--course", visitor.files.lessons)


def hand_in(visitor: Visitor, *arguments: str | Path, cwd: Path) -> tuple[int, str]:
    """Hand in; return the exit code and the words."""
    done = run(*options(visitor), "handin", *arguments, cwd=cwd)
    assert "Traceback" not in done.stderr
    return done.returncode, " ".join((done.stdout + done.stderr).split())


def here(tmp_path: Path) -> Path:
    """Return a folder to be in."""
    folder = tmp_path / "here"
    folder.mkdir()
    return folder


def test_it_says_what_leaves_and_writes_it(visitor: Visitor, tmp_path: Path) -> None:
    """Without a terminal nobody is asked: whoever called it has decided."""
    folder = here(tmp_path)

    code, words = hand_in(visitor, cwd=folder)

    (path,) = folder.iterdir()
    assert code == 0
    for said in ("Name, as you gave it: Ada", "A demonstration (demo), version 1", "2026-11-24"):
        assert said in words
    for said in ("1 lesson completed", "2 results of quizzes", "1 course completed"):
        assert said in words.split("What stays here")[0]
    assert "2 answers in quizzes" in words.split("What stays here")[1]
    assert "It is not sealed" in words
    assert f"The file to hand in: {path.name}" in words
    assert path.name.startswith("demo-")
    assert path.stat().st_mode & 0o777 == 0o600


def test_answers_leave_when_asked_for(visitor: Visitor, tmp_path: Path) -> None:
    """And only then."""
    folder = here(tmp_path)
    hand_in(visitor, "--to", "results.pcrec", cwd=folder)

    _, words = hand_in(visitor, "--level", "answers", "--to", "answers.pcrec", cwd=folder)

    assert "2 answers in quizzes" in words.split("What stays here")[0]
    lines = [lines_of((folder / f"{name}.pcrec").read_bytes()) for name in ("results", "answers")]
    assert ["answer-given" in "".join(one) for one in lines] == [False, True]


def test_no_file_is_written_over_unasked(visitor: Visitor, tmp_path: Path) -> None:
    """In a folder the next name is taken; a file that was named is spared."""
    folder = here(tmp_path)
    hand_in(visitor, cwd=folder)
    hand_in(visitor, "--to", ".", cwd=folder)
    named = folder / "mine.pcrec"
    named.write_text("mine", encoding="utf-8")

    code, words = hand_in(visitor, "--to", named, cwd=folder)
    kept = named.read_text(encoding="utf-8")
    code_yes, _ = hand_in(visitor, "--to", named, "--yes", cwd=folder)

    assert (code, code_yes) == (2, 0)
    assert "is there already" in words
    assert kept == "mine"
    assert len(list(folder.iterdir())) == 3
    assert read_hand_in(named.read_bytes(), None).name == "Ada"


def test_with_nothing_recorded_a_valid_file_says_so(tmp_path: Path) -> None:
    """Who has not begun can hand in too."""
    folder = here(tmp_path)

    done = run("--data-dir", tmp_path / "data", "handin", cwd=folder)

    (path,) = folder.iterdir()
    assert done.returncode == 0
    assert "Nothing has been recorded yet" in done.stdout
    assert len(read_hand_in(path.read_bytes(), None).entries) == 1


def test_in_a_terminal_it_asks(visitor: Visitor, tmp_path: Path) -> None:
    """After it has shown what leaves; Enter is no yes."""
    folder = here(tmp_path)
    argv = [*PROGRAM, *map(str, options(visitor)), "handin", "--to", str(folder)]
    written = []
    for answer in ("enter", "yes"):
        with Terminal(argv, size=(80, 60)) as terminal:
            terminal.wait_for("Type yes to write the file")
            assert "What stays here" in terminal.text()
            terminal.press(*(["enter"] if answer == "enter" else [*"yes", "enter"]))
            code = terminal.exit_code()
        written.append((code, len(list(folder.iterdir()))))

    assert written == [(2, 0), (0, 1)]


def test_it_is_sealed_to_the_organisation(visitor: Visitor, tmp_path: Path) -> None:
    """And says for whom."""
    folder = here(tmp_path)
    key = OTHER_SIGNER.public_key
    settings = f'organisation = "aid"\nname = "Example Aid"\npublic_key = "{key}"\n'
    (visitor.folder / ORGANISATION_FILE).write_text(settings, encoding="utf-8")

    _, words = hand_in(visitor, cwd=folder)

    (path,) = folder.iterdir()
    assert "only Example Aid can open it" in words
    assert read_hand_in(path.read_bytes(), OTHER_SIGNER).sealed


def test_while_the_course_is_open_it_can_be_handed_in(visitor: Visitor, tmp_path: Path) -> None:
    """Everything that was saved is in the file."""
    folder = here(tmp_path)
    visitor.sit_down()
    read_through(visitor.lesson("welcome"))

    code, words = hand_in(visitor, cwd=folder)
    visitor.close()

    (path,) = folder.iterdir()
    assert (code, "could not be saved" in words) == (0, False)
    read = read_hand_in(path.read_bytes(), None)
    assert len(read.entries) == visitor.store.last


def test_places_that_will_not_do_are_told(visitor: Visitor, tmp_path: Path) -> None:
    """Before anything is shown or written."""
    folder = here(tmp_path)

    missing = hand_in(visitor, "--to", tmp_path / "no" / "file", cwd=folder)
    inside = hand_in(visitor, "--to", visitor.folder, cwd=folder)
    inside_file = hand_in(visitor, "--to", visitor.folder / "x.pcrec", cwd=folder)

    assert (missing[0], inside[0], inside_file[0]) == (2, 5, 5)
    assert "there is no folder" in missing[1]
    assert "inside the data folder" in inside[1]
    assert "What leaves" not in inside[1] + inside_file[1] + missing[1]


def test_an_unknown_course_of_the_learner_keeps_nobody_from_handing_in(
    visitor: Visitor, tmp_path: Path
) -> None:
    """It was removed since: results leave, without a title."""
    folder = here(tmp_path)
    shutil.rmtree(visitor.files.lessons)

    done = run("--data-dir", visitor.folder, "handin", cwd=folder)

    (path,) = folder.iterdir()
    assert done.returncode == 0
    assert path.name.startswith("courses-")
    assert json.loads(lines_of(path.read_bytes())[0])["courses"] == {}
    assert "1 lesson completed" in done.stdout
