"""What is at hand from everywhere: commands by name, search, glossary, notes, settings, courses."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from course_files import COURSE, GRAVE_LESSON, write_course
from final_exam import write_final
from learners import Learner, four_units, opened_before, read_through
from screens_of_course import open_first_lesson, open_unit, program
from terminal import Terminal

from protectcourse.clock import SystemClock
from protectcourse.course.folders import CourseFiles
from protectcourse.progress.opening import open_store


def begun(data: Path) -> Path:
    """Make a data folder whose learner has answered the first questions."""
    store = open_store(data, SystemClock())
    for key, value in {"name": "Ada", "plain": "no", "language": "en"}.items():
        store.set_profile(key, value)
    store.close()
    return opened_before(data)


@contextmanager
def opened(
    data: Path, course: Path | None = None, *, size: tuple[int, int] = (80, 24)
) -> Iterator[Terminal]:
    """Open the shipped course, or another."""
    argv = program(data) + (["--course", str(course)] if course else [])
    with Terminal(argv, size=size) as terminal:
        terminal.wait_for("Begin", "Continue", "installed")
        yield terminal


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """Return the program, open on the dashboard of the shipped course."""
    with opened(begun(tmp_path / "data")) as one:
        yield one


def command(terminal: Terminal, name: str) -> None:
    """Give a command by its name in the list that F1 opens."""
    terminal.press("f1")
    terminal.wait("by name")
    terminal.press(*terminal.number_of_row(name), "enter")


def test_every_command_can_be_given_by_its_name(terminal: Terminal) -> None:
    """On a keyboard without Latin letters there is no g, no p and no slash."""
    for name, shown in (
        ("Glossary", "terms"),
        ("Sources of the course", "of the course"),
        ("Notes and bookmarks", "No page has a note"),
        ("My progress", "By objective"),
        ("Completion record", "not complete yet"),
        ("About this course", "CC BY 4.0"),
        ("Search the course", "Write one word"),
        ("Help: every key", "every key"),
    ):
        command(terminal, name)
        terminal.wait(shown)
        terminal.press("esc", "esc")
        terminal.wait("Begin")
    command(terminal, "Quit")
    assert terminal.exit_code() == 0


def test_a_search_opens_the_page_it_found(terminal: Terminal) -> None:
    """From the words to the very page, and back home by one key."""
    open_unit(terminal, "nine people, May 2013")

    terminal.wait("Nine people, May 2013")
    terminal.press("esc")
    terminal.wait("Continue")


def test_a_page_keeps_its_note_and_its_bookmark(tmp_path: Path) -> None:
    """They are found again after the end of the program, and open their page."""
    data = begun(tmp_path / "data")
    with opened(data) as terminal:
        open_first_lesson(terminal)
        terminal.press("right")
        terminal.wait("page 1 of 5")
        terminal.press("m")
        terminal.wait("bookmark · page 1 of 5")
        terminal.press("n")
        terminal.wait("A note for yourself")
        terminal.type("Ask q about it")
        terminal.press("tab", "enter")
        terminal.wait("page 1 of 5")
        terminal.press("end")
        terminal.wait("Ask q about it")
        terminal.press("q")
        assert terminal.exit_code() == 0

    with opened(data) as terminal:
        command(terminal, "Notes and bookmarks")
        terminal.wait("Ask q about it")
        terminal.press("enter")
        terminal.wait("bookmark · page 1 of 5")


def test_esc_leaves_the_box_of_a_note_and_keeps_the_text(terminal: Terminal) -> None:
    """Nothing typed is lost by the key that goes back."""
    open_first_lesson(terminal)
    terminal.press("right", "n")
    terminal.wait("A note for yourself")
    terminal.type("kept")
    terminal.press("esc")
    assert "kept" in terminal.text()
    terminal.press("enter", "end")

    terminal.wait("kept")


def test_terms_of_a_page_come_first_in_the_glossary(terminal: Terminal) -> None:
    """The word that puzzles is on the page."""
    open_first_lesson(terminal)
    terminal.press("right")
    terminal.wait("page 1 of 5")
    terminal.press("g")
    terminal.wait("On this page")

    terminal.press("enter")
    terminal.wait("Source: ")


def test_a_chosen_theme_is_there_at_the_next_start(tmp_path: Path) -> None:
    """Whoever needs a light screen should not have to ask for it every day."""
    data = begun(tmp_path / "data")
    with opened(data) as terminal:
        assert b"\x1b[48;2;251;250;247m" not in terminal.raw.replace(b"38;2", b"")
        command(terminal, "Settings: colours")
        terminal.wait("The terminal's own colours")
        terminal.press("2", "enter")
        terminal.wait("Begin")
        terminal.press("q")
        assert terminal.exit_code() == 0

    with opened(data) as terminal:
        terminal.settle()
        assert terminal.screen.buffer[2][5].bg == "fbfaf7"


def test_the_name_on_the_record_can_be_changed(tmp_path: Path) -> None:
    """A name mistyped at the very first start must not stay for ever."""
    data = begun(tmp_path / "data")
    with opened(data) as terminal:
        command(terminal, "Settings: your name")
        terminal.wait("What name should stand")
        terminal.type(" Lovelace")
        terminal.press("enter")
        terminal.press("p")
        terminal.wait("Name on your record: Ada Lovelace")


def test_starting_over_asks_first_and_keeps_what_was(tmp_path: Path) -> None:
    """One key too many must not put months of work away."""
    files = four_units(tmp_path / "course")
    data = begun(tmp_path / "data")
    learner = Learner(data, files)
    read_through(learner.lesson())
    learner.store.close()
    with opened(data, files.lessons) as terminal:
        terminal.wait("1 of 4 done")
        command(terminal, "Start this course over")
        terminal.wait("Start this course over?")
        terminal.press("enter")
        terminal.wait("1 of 4 done")
        command(terminal, "Start this course over")
        terminal.wait("Start this course over?")
        terminal.press("2", "enter")
        terminal.wait("0 of 4 done")

    learner.sit_down()
    work = learner.enrolment.progress.lesson("sent-back/rule-against-return")
    assert learner.rows("lesson-completed") == 1
    assert work is None or not work.completed


def test_a_locked_unit_says_what_opens_it(terminal: Terminal) -> None:
    """Also for whoever comes by the search and not by the dashboard."""
    open_unit(terminal, "Songbun lesson")

    terminal.wait("This lesson opens when module 2")


def two_courses(folder: Path) -> Path:
    """Write two courses side by side."""
    write_course(folder)
    other = COURSE.replace("A demonstration", "Another course").replace("demo", "second")
    made = write_course(folder / "more", other)
    lessons, quizzes = folder / "lessons" / "second", folder / "quizzes" / "second"
    made.lessons.rename(lessons)
    assert made.quizzes is not None
    made.quizzes.rename(quizzes)
    return folder


def test_with_several_courses_a_list_comes_first(tmp_path: Path) -> None:
    """Each has its own progress, and Esc leads back to the list."""
    with opened(begun(tmp_path / "data"), two_courses(tmp_path / "courses")) as terminal:
        terminal.wait("2 installed")
        terminal.wait("Another course")
        terminal.press(*terminal.number_of_row("Another course"), "enter")
        terminal.wait("Begin")
        terminal.press("enter")
        terminal.wait("Hello")
        terminal.press("right")
        terminal.wait("read to its end")
        terminal.press("esc")
        terminal.wait("1 of 2 done")
        terminal.press("esc")
        terminal.wait("2 installed")

        lines = " ".join(terminal.text().split())
        assert "A demonstration 0 of 2 done" in lines
        assert "Another course 1 of 2 done" in lines


def grave_course(folder: Path) -> CourseFiles:
    """Write a course whose lesson may weigh on its reader."""
    return write_course(folder, COURSE + "support: Talk to a colleague.\n", GRAVE_LESSON)


@pytest.mark.parametrize(
    ("key", "shown"), [("1", "in every detail"), ("2", "in a few words"), ("3", "Begin")]
)
def test_a_grave_lesson_says_what_is_coming_and_gives_a_choice(
    tmp_path: Path, key: str, shown: str
) -> None:
    """Go on, the short form, or leave: three real choices before the first page."""
    files = grave_course(tmp_path)
    with opened(begun(tmp_path / "data"), files.lessons) as terminal:
        terminal.press("enter")
        terminal.wait("An accident is mentioned")
        assert "in every detail" not in terminal.text()
        terminal.press(key, "enter")
        terminal.wait(shown)
        if key != "3":
            terminal.press("right")
            terminal.wait("Talk to a colleague.")


def test_a_lesson_is_saved_as_a_text_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And never over a file that is there."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    with opened(begun(tmp_path / "data")) as terminal:
        open_first_lesson(terminal)
        for name in ("sent-back-2.2-rule-against-return.md",) * 2:
            command(terminal, "Save this lesson as a text file")
            terminal.wait("Lesson as a text file")
            assert name.split(".md")[0] in terminal.text().replace("\n", "").replace(" ", "")
            terminal.press("esc")
    written = sorted(path.name for path in home.glob("*.md"))
    assert written == [
        "sent-back-2.2-rule-against-return-2.md",
        "sent-back-2.2-rule-against-return.md",
    ]


def test_during_a_final_the_book_is_closed(tmp_path: Path) -> None:
    """Looking things up would measure the search and not the learner; terms may be looked up."""
    write_final(tmp_path, "after")
    with opened(begun(tmp_path / "data"), tmp_path) as terminal:
        terminal.press("end", "enter")
        terminal.wait("Four questions on visitors.")
        terminal.press("enter")
        terminal.wait("question 1 of 4")
        terminal.press("g")
        terminal.wait("Glossary")
        terminal.press("esc")
        terminal.wait("question 1 of 4")
        for key in ("/", "p"):
            terminal.press(key)
            terminal.wait("stay closed until you have handed in")
            terminal.press("esc")
            terminal.wait("question 1 of 4")
        terminal.press("esc")
        terminal.wait("Continue")
        terminal.press("home", "down", "down", "enter")
        terminal.wait("stay closed until you have handed in")
        terminal.press("esc")
        terminal.press("home", "enter")
        terminal.wait("question 1 of 4")
        terminal.press("h")
        terminal.wait("Without an answer: 4.")
        terminal.press("end", "enter")
        terminal.wait("Result:")
        terminal.press("esc", "home", "down", "down", "enter")
        terminal.wait("Hello")
