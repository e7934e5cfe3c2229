"""`items`, as a coordinator runs it."""

import random
from pathlib import Path

import pytest
from coordinated import fill_register, make_hand_in
from learners import shipped
from program import run
from quiz_takers import bank_steps, people

from protectcourse.course.library import open_course
from protectcourse.quiz.questions import OneQuestion


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a register of 40 people who took two quizzes of the course; one question misleads."""
    folder = tmp_path_factory.mktemp("register")
    course = open_course(shipped(), folder)
    bank = course.quiz("m2-quiz")
    asked = next(name for name, one in bank.questions.items() if isinstance(one, OneQuestion))
    question = bank.questions[asked]
    assert isinstance(question, OneQuestion)
    lure = next(name for name in question.options if name not in question.key)
    files = [
        make_hand_in(name, bank_steps("sent-back/m2-quiz", bank, lot, ability, {asked: lure}))
        for name, lot, ability in people(40)
    ]
    return fill_register(folder / "r.db", *files)


def test_the_question_that_misleads_is_named(register: Path, tmp_path: Path) -> None:
    """The coordinator's question is answered by the first table, in words."""
    done = run("items", "--register", register, "--course", "sent-back", cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    first = done.stdout.partition("\nQuestions\n")[0]
    assert "m2-quiz · drought" in first
    assert "more people chose" in first
    assert max(map(len, done.stdout.splitlines())) <= 80


@pytest.mark.parametrize("form", ["html", "xlsx"])
def test_a_page_or_a_workbook_is_written(register: Path, tmp_path: Path, form: str) -> None:
    """The form is that of the file's name; it is its owner's alone."""
    target = tmp_path / f"items.{form}"

    done = run("items", "--register", register, "--to", target)

    assert (done.returncode, done.stdout) == (0, f"Written: {target}\n")
    assert target.stat().st_mode & 0o777 == 0o600


def test_every_table_has_a_csv_file_of_its_own(register: Path, tmp_path: Path) -> None:
    """Two tables in one file are none to a spreadsheet; and no file is replaced unasked."""
    done = run("items", "--register", register, "--to", tmp_path / "items.csv")
    again = run("items", "--register", register, "--to", tmp_path / "items.csv")
    replaced = run("items", "--register", register, "--to", tmp_path / "items.csv", "--yes")

    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == [f"items-{name}.csv" for name in sorted(done_tables(done.stdout))]
    assert [done.returncode, again.returncode, replaced.returncode] == [0, 2, 0]
    assert "is there already" in again.stderr


def done_tables(printed: str) -> list[str]:
    """Return the names of the tables that were written."""
    return [line.rpartition("items-")[2].removesuffix(".csv") for line in printed.splitlines()]


def test_csv_on_the_screen_is_csv(register: Path) -> None:
    """It goes on into another program."""
    done = run("items", "--register", register, "--format", "csv", "--quiz", "m2-quiz")

    assert done.stdout.startswith("Quiz,Question,What is asked,Wrong answer,")
    assert "�" not in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--quiz", "m2-quis"), 5, "Did you mean `m2-quiz`?"),
        (("--quiz", "entirely-else"), 5, "There are: "),
        (("--course", "sent-bak"), 3, "Did you mean `sent-back`?"),
        (("--to", "no/such/folder/x.html"), 2, "there is no folder"),
    ],
)
def test_what_cannot_be_is_refused_with_a_hint(
    register: Path, tmp_path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    """Never a traceback."""
    done = run("items", "--register", register, *arguments, cwd=tmp_path)

    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_register_that_is_none_is_refused(tmp_path: Path) -> None:
    """A mistyped name must not make an empty register, nor another file be touched."""
    other = tmp_path / "notes.txt"
    other.write_bytes(random.Random(1).randbytes(200))

    missing = run("items", "--register", tmp_path / "none.db")
    foreign = run("items", "--register", other)

    assert (missing.returncode, foreign.returncode) == (5, 5)
    assert not (tmp_path / "none.db").exists()
