import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from course_files import LESSON, QUIZ, write_course

from protectcourse.authoring.watching import Change, watch
from protectcourse.course import checked_file
from protectcourse.course.file_reading import read_file

ENOUGH = 40
"""Pauses after which a test gives up."""


class Author:
    """Edits files in the pauses of a watch: one edit a pause, then lets it rest."""

    def __init__(self, *edits: Callable[[], object]) -> None:
        self._edits = list(edits)
        self._paused = 0

    def sleep(self, _seconds: float) -> None:
        """Stand in for time that passes."""
        self._paused += 1
        if self._edits:
            self._edits.pop(0)()
        elif self._paused > ENOUGH:
            raise KeyboardInterrupt


def changes_of(folder: Path, *edits: Callable[[], object]) -> list[Change]:
    """Return what a watch tells while an author makes some edits and then rests."""

    def told() -> Iterator[Change]:
        try:
            yield from watch((folder,), Author(*edits).sleep)
        except KeyboardInterrupt:
            return

    return list(told())


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    """Write a small course and return its lesson."""
    write_course(tmp_path)
    return tmp_path / "lessons" / "demo" / "01-welcome.yaml"


def test_a_mistake_is_told_and_then_that_it_is_mended(tmp_path: Path, lesson: Path) -> None:
    """That is what a trainer beside the editor wants to see."""
    first, broken, mended = changes_of(
        tmp_path,
        lambda: lesson.write_text(LESSON.replace("minutes", "minuts"), "utf-8"),
        *[lambda: None] * 5,
        lambda: lesson.write_text(LESSON, "utf-8"),
    )

    assert (first.files, first.new) == ((), ())
    assert broken.files == (lesson,)
    assert {problem.code for problem in broken.new} == {"C010"}
    assert (mended.new, mended.mended) == ((), 1)
    assert mended.checked.problems == ()


def test_a_file_that_comes_or_goes_is_noticed(tmp_path: Path, lesson: Path) -> None:
    """A new lesson is a change of the course, and so is one that was moved away."""
    _, came, went = changes_of(
        tmp_path,
        lambda: lesson.with_name("again.yaml").write_text(LESSON, "utf-8"),
        *[lambda: None] * 5,
        lambda: lesson.with_name("again.yaml").unlink(),
    )

    assert [problem.code for problem in came.new] == ["C015"]
    assert (went.files, went.mended) == ((lesson.with_name("again.yaml"),), 1)


def test_an_editor_that_puts_a_new_file_in_place_is_noticed(tmp_path: Path, lesson: Path) -> None:
    """Most editors write beside the file and rename; time and size may even be the same."""
    beside = lesson.with_name(".swap")

    def replace() -> None:
        beside.write_text(LESSON.replace("minutes: 1", "minutes: x"), "utf-8")
        shutil.copystat(lesson, beside)
        beside.replace(lesson)

    _, broken = changes_of(tmp_path, replace)

    assert [problem.code for problem in broken.new] == ["C012"]


def test_a_file_half_written_is_waited_for(tmp_path: Path, lesson: Path) -> None:
    """A mistake that was never made must not be shown."""
    half = len(LESSON) // 2

    told = changes_of(
        tmp_path,
        lambda: lesson.write_text(LESSON[:half], "utf-8"),
        lambda: lesson.write_text(LESSON[: half + 20], "utf-8"),
        lambda: lesson.write_text(f"{LESSON}# done\n", "utf-8"),
    )

    assert [change.new for change in told] == [(), ()]


def test_a_folder_that_is_gone_does_not_end_it(tmp_path: Path, lesson: Path) -> None:
    """A stick is pulled out and put in again, a branch is changed."""
    aside = tmp_path / "aside"

    told = changes_of(
        tmp_path,
        lambda: (tmp_path / "lessons").rename(aside),
        *[lambda: None] * 5,
        lambda: aside.rename(tmp_path / "lessons"),
    )

    assert told[-1].checked.problems == ()
    assert told[-1].checked.files == 3
    assert lesson.is_file()


def test_a_problem_that_an_edit_has_only_moved_is_not_new(tmp_path: Path) -> None:
    """A line put in above must not list the whole file as news."""
    write_course(tmp_path, quiz=QUIZ.replace("        correct: true\n", ""))
    bank = tmp_path / "quizzes" / "demo" / "visitors.yaml"

    first, moved = changes_of(
        tmp_path, lambda: bank.write_text(f"# mine\n{bank.read_text('utf-8')}", "utf-8")
    )

    assert (moved.new, moved.mended) == ((), 0)
    before, after = first.checked.problems[0], moved.checked.problems[0]
    assert after.line == before.line + 1


def test_what_a_mistake_of_form_hides_is_neither_mended_nor_new_again(tmp_path: Path) -> None:
    """A bracket left open must not be praised for the ten mistakes below it."""
    quiz = QUIZ.replace("        correct: true\n", "")
    write_course(tmp_path, quiz=quiz)
    bank = tmp_path / "quizzes" / "demo" / "visitors.yaml"

    _, hidden, again = changes_of(
        tmp_path,
        lambda: bank.write_text(quiz.replace("title: ", "title: ["), "utf-8"),
        *[lambda: None] * 5,
        lambda: bank.write_text(quiz, "utf-8"),
    )

    assert ([one.code for one in hidden.new], hidden.mended) == (["C003"], 0)
    assert ([one.code for one in again.new], again.mended) == ([], 1)
    assert [one.code for one in again.checked.problems] == ["Q003"]


def test_only_what_has_changed_is_read_again(
    tmp_path: Path, lesson: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large case takes seconds to be tried in all its ways; a save of a lesson must not."""
    read: list[str] = []

    def noted(path: Path, name: str, *, follow_links: bool = True) -> object:
        read.append(path.name)
        return read_file(path, name, follow_links=follow_links)

    monkeypatch.setattr(checked_file, "read_file", noted)
    changes_of(tmp_path, lambda: lesson.write_text(f"{LESSON}# done\n", "utf-8"))

    assert sorted(read) == ["01-welcome.yaml", "01-welcome.yaml", "course.yaml", "visitors.yaml"]
