"""A preview beside an editor, in a real terminal."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from case_plays import FOLDER
from course_files import COURSE, LESSON, QUIZ, write_course
from program import PROGRAM, run
from terminal import Terminal

RIVER = (FOLDER / "river_post.yaml").read_text(encoding="utf-8")
PAGES = f"{LESSON}  desk:\n    title: The desk\n    text: Somebody sits there from eight to six.\n"
TWO_MODULES = f"""{COURSE}  two:
    title: Later
    after: [one]
    units:
      - lesson: second
"""


class Editor:
    """A file that is edited."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        path.write_text(text, encoding="utf-8")

    def change(self, old: str, new: str) -> None:
        """Replace some words and save, by putting a new file in place as most editors do."""
        text = self.path.read_text(encoding="utf-8")
        assert old in text
        made = self.path.with_suffix(".swap")
        made.write_text(text.replace(old, new, 1), encoding="utf-8")
        made.replace(self.path)


def preview(path: Path, *options: str, size: tuple[int, int] = (80, 24)) -> Terminal:
    """Start a preview."""
    return Terminal([*PROGRAM, "preview", str(path), *options], size=size)


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, byte for byte."""
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def lesson(tmp_path: Path) -> Editor:
    """Return a lesson of two pages that stands alone."""
    return Editor(tmp_path / "mine.yaml", PAGES)


@pytest.fixture
def river(tmp_path: Path) -> Editor:
    """Return the example case."""
    return Editor(tmp_path / "river.yaml", RIVER)


@pytest.fixture
def playing(river: Editor) -> Iterator[Terminal]:
    """Return the example case, two decisions on."""
    with preview(river.path, "--seed", "3") as terminal:
        terminal.wait("▸ 1  Go on")
        terminal.press("enter")
        terminal.wait("Ask for a room")
        terminal.press(terminal.number_of("Ask for a room"), "enter")
        terminal.wait("Say who you are")
        terminal.press(terminal.number_of("Say who you are"), "enter")
        terminal.wait("decision 3")
        yield terminal


def test_a_saved_page_shows_its_new_words_at_the_same_place(lesson: Editor) -> None:
    """The author looks at the second page, edits it, and goes on looking at it."""
    with preview(lesson.path, "--from", "desk") as terminal:
        terminal.wait("Preview · Welcome")
        terminal.wait("from eight to six")
        lesson.change("eight to six", "seven to five")
        terminal.wait("from seven to five")
        assert "page 2 of 2" in terminal.text()
        terminal.press("esc")
        assert terminal.exit_code() == 0


@pytest.mark.parametrize("size", [(80, 24), (40, 12)], ids=["usual", "small"])
def test_a_broken_file_leaves_the_screen_and_is_told_below_until_mended(
    lesson: Editor, size: tuple[int, int]
) -> None:
    """Place, code, what, and how to mend it, in a small window too."""
    with preview(lesson.path, size=size) as terminal:
        terminal.wait("Hello")
        lesson.change("minutes: 1", "minute: 1")
        terminal.wait("not shown yet")
        terminal.settle()
        shown = " ".join(terminal.text().split())
        assert "mine.yaml:3:1: error C010: `minute` is not a key" in shown.replace(" █", "")
        assert "Hello" in shown
        terminal.press("w")
        terminal.wait("Did you mean `minutes`?")
        terminal.press("w")
        lesson.change("minute: 1", "minutes: 1")
        end = 50
        while "error" in terminal.text() and end:
            terminal.settle(0.2)
            end -= 1
        assert "error" not in terminal.text()
        assert "Hello" in terminal.text()


def test_a_file_that_is_broken_from_the_start_opens_once_it_is_mended(lesson: Editor) -> None:
    """An author may begin in the middle of a sentence."""
    lesson.change("minutes: 1", "minute: 1")
    with preview(lesson.path) as terminal:
        terminal.wait("cannot be shown yet")
        terminal.wait("C010")
        lesson.change("minute: 1", "minutes: 1")
        terminal.wait("Walk along to the desk")
        assert "cannot be shown" not in terminal.text()


def test_decisions_are_played_again_after_a_save(playing: Terminal, river: Editor) -> None:
    """The new words of the scene, and all that came before still above it."""
    river.change("Each question takes half an hour.", "Every question takes thirty minutes.")
    playing.wait("thirty minutes")

    assert "decision 3" in playing.text()
    assert "Say who you are" in playing.text()


def test_a_decision_that_no_longer_fits_is_said(playing: Terminal, river: Editor) -> None:
    """And the case stands before it."""
    river.change("      explain:", "      tell_first:")
    playing.wait("Decision 2 no longer fits: `explain`")

    assert "decision 2" in playing.text()
    playing.wait("S010")


def test_what_the_case_keeps_in_mind_is_a_key_away(playing: Terminal) -> None:
    """The author sees why something is open or locked."""
    playing.press("v")
    playing.wait("What the case keeps in mind")

    assert "set: agreed" in playing.text()
    assert "trust = 3 (open), from 0 to 3" in playing.text()
    playing.press("v")
    playing.wait("decision 3")


def test_a_case_begins_where_and_as_it_was_asked_to(river: Editor) -> None:
    """One scene is looked at without playing up to it."""
    options = ("--from", "advise", "--with", "agreed,broker,trust=3", "--seed", "1")
    with preview(river.path, *options) as terminal:
        terminal.wait("▸ 1  Go on")
        terminal.press("enter")
        terminal.wait("The UN refugee office could act today")
        assert "So could the shelter for trafficked women" in terminal.text()
        assert "trust: open" in terminal.text()


def test_an_answer_stays_while_its_rationale_is_edited(tmp_path: Path) -> None:
    """What is said after the answer is what the author is at."""
    quiz = Editor(tmp_path / "visitors.yaml", QUIZ)
    with preview(quiz.path) as terminal:
        terminal.wait("locked door")
        terminal.press(terminal.number_of("Walk along"), "enter")
        terminal.wait("How sure")
        terminal.press("enter")
        terminal.wait("The desk can check who they are")
        quiz.change("The desk can check who they are", "There it is known who they are")
        terminal.wait("There it is known who they are")
        assert "right" in terminal.text()


def test_a_course_begins_with_its_dashboard_and_opens_what_is_locked(tmp_path: Path) -> None:
    """An author does not take the first module to see the second."""
    second = LESSON.replace("lesson: welcome", "lesson: second").replace("Hello", "Here you are")
    files = write_course(tmp_path, course=TWO_MODULES, second=second)
    with preview(files.lessons) as terminal:
        terminal.wait("Preview · A demonstration")
        terminal.press("end", "enter")
        terminal.wait("lesson  2.1")
        assert "opens when" not in terminal.text()
        terminal.press("end", "enter")
        terminal.wait("Here you are")
        terminal.press("esc")
        terminal.wait("Esc leave")
        terminal.press("esc")
        assert terminal.exit_code() == 0


def test_no_learners_folder_is_so_much_as_opened(tmp_path: Path, river: Editor) -> None:
    """A trainer learns with the same program: their own progress is not for trying things out."""
    data = tmp_path / "data"
    data.mkdir()
    (data / "progress.db").write_bytes(b"not to be touched")
    os.utime(data / "progress.db", (1, 1))
    before, looked_at = contents(data), data.stat().st_mtime_ns
    argv = [*PROGRAM, "--data-dir", str(data), "preview", str(river.path)]
    with Terminal(argv, env={"PROTECTCOURSE_DATA_DIR": str(data)}) as terminal:
        terminal.wait("▸ 1  Go on")
        terminal.press("enter")
        terminal.wait("Ask for a room")
        terminal.press("1", "enter")
        terminal.wait("decision 2")
        terminal.press("ctrl+c")
        assert terminal.exit_code() == 0

    assert contents(data) == before
    assert data.stat().st_mtime_ns == looked_at


def test_a_preview_writes_nothing_at_all(tmp_path: Path, lesson: Editor) -> None:
    """Not beside the files, nor where the system keeps temporary ones; not even when killed."""
    home, temporary = tmp_path / "home", tmp_path / "temporary"
    home.mkdir()
    temporary.mkdir()
    before = contents(tmp_path)
    env = {"HOME": str(home), "TMPDIR": str(temporary), "XDG_DATA_HOME": str(home / "data")}
    with Terminal([*PROGRAM, "preview", str(lesson.path)], env=env) as terminal:
        terminal.wait("Hello")
        terminal.press("right")
        terminal.wait("page 2")
        terminal.close()

    assert contents(tmp_path) == before
    assert not list(home.iterdir())
    assert not list(temporary.iterdir())


@pytest.mark.parametrize(
    ("options", "says", "hint"),
    [
        (("--from", "advize"), "--from: `advize` is not a node", "Did you mean `advise`?"),
        (("--with", "agred"), "`agred` is not a variable", "Did you mean `agreed`?"),
        (("--with", "trust=9"), "`trust` is a meter from 0 to 3", "trust=0"),
    ],
)
def test_a_place_that_is_not_there_is_refused_with_2(
    river: Editor, options: tuple[str, ...], says: str, hint: str
) -> None:
    """Before the screen changes, in words."""
    with preview(river.path, *options) as terminal:
        assert terminal.exit_code() == 2
        assert says in terminal.text()
        assert hint in terminal.text()


def test_values_are_for_cases_only(lesson: Editor) -> None:
    """A lesson has none."""
    with preview(lesson.path, "--with", "trust=2") as terminal:
        assert terminal.exit_code() == 2
        assert "only a case has variables" in terminal.text()


def test_without_a_terminal_there_is_no_preview(lesson: Editor) -> None:
    """A sentence, and the exit code of a wrong call."""
    ended = run("preview", lesson.path)

    assert ended.returncode == 2
    assert "needs a keyboard" in ended.stderr
