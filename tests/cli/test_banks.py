"""`import` and `export` as a trainer calls them."""

from pathlib import Path

import pytest
from course_files import LESSON, QUIZ
from program import run

from protectcourse.course.file_reading import read_file
from protectcourse.locations import shipped_courses
from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.fingerprint import fingerprint

GIFT = "::Door:: Who opens the door? {=The guard#Yes. ~The visitor#No.}\n"
AIKEN = "Who opens the door?\nA. The guard\nB. The visitor\nANSWER: A\n"


def write(folder: Path, name: str, text: str) -> Path:
    """Return a file with a text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_what_comes_in_passes_the_check(tmp_path: Path) -> None:
    """The next command that a trainer is told to type must not report our mistakes."""
    write(tmp_path, "front-desk.gift", GIFT)

    brought = run("import", "front-desk.gift", "--to", "front-desk.yaml", cwd=tmp_path)
    checked = run("check", "front-desk.yaml", cwd=tmp_path)

    assert (brought.returncode, checked.returncode) == (0, 0)
    assert "1 question came over into front-desk.yaml." in brought.stdout
    text = (tmp_path / "front-desk.yaml").read_text(encoding="utf-8")
    assert "quiz: front-desk\ntitle: Front desk\n" in text


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.gift", GIFT), ("a.txt", GIFT), ("a.gift.txt", GIFT), ("a.aiken", AIKEN), ("b.txt", AIKEN)],
)
def test_the_format_is_told_by_name_or_lines(tmp_path: Path, name: str, text: str) -> None:
    """Both formats come as .txt, and few people know which they have."""
    write(tmp_path, name, text)

    assert run("import", name, "--to", "new.yaml", cwd=tmp_path).returncode == 0


def test_what_is_lost_is_told_with_its_line_and_ends_with_1(tmp_path: Path) -> None:
    """A script must not take half a bank for the whole, nor must a person."""
    write(tmp_path, "a.gift", GIFT + "\nRead this first.\n")

    result = run("import", "a.gift", "--to", "a.yaml", cwd=tmp_path)

    assert result.returncode == 1
    assert "Lost:\n  a.gift:3: Read this first.: A description asks nothing" in result.stdout
    assert (tmp_path / "a.yaml").is_file()


def test_no_file_is_written_over_unasked(tmp_path: Path) -> None:
    """A bank that somebody has mended since is worth more than the import."""
    write(tmp_path, "a.gift", GIFT)
    kept = write(tmp_path, "a.yaml", "mine\n")

    refused = run("import", "a.gift", "--to", "a.yaml", cwd=tmp_path)
    before = kept.read_text(encoding="utf-8")
    done = run("import", "a.gift", "--to", "a.yaml", "--yes", cwd=tmp_path)

    assert (refused.returncode, before) == (2, "mine\n")
    assert "--yes" in refused.stderr
    assert done.returncode == 0
    assert kept.read_text(encoding="utf-8") != "mine\n"


@pytest.mark.parametrize(
    ("data", "code"),
    [(None, 6), (b"", 6), (b"\0\1\2\3\4", 6), (b"Only to read.", 6), (b"{" * 50_000, 6)],
)
def test_what_cannot_be_read_ends_with_6_and_writes_nothing(
    tmp_path: Path, data: bytes | None, code: int
) -> None:
    """An empty bank beside an error message would be taken for a success."""
    if data is not None:
        (tmp_path / "a.gift").write_bytes(data)

    result = run("import", "a.gift", "--to", "a.yaml", cwd=tmp_path)

    assert result.returncode == code
    assert result.stderr.startswith("protectcourse: ")
    assert "Traceback" not in result.stderr
    assert not (tmp_path / "a.yaml").exists()


@pytest.mark.parametrize(
    "options",
    [
        ["--to", "a.txt"],
        ["--to", "nowhere/a.yaml"],
        ["--to", "a.yaml", "--id", "two words"],
        ["--to", "a.yaml", "--title", "x" * 501],
        ["--to", "."],
    ],
)
def test_a_wish_that_cannot_be_met_ends_with_2(tmp_path: Path, options: list[str]) -> None:
    """Better refused than written where or as nobody looks for it."""
    write(tmp_path, "a.gift", GIFT)

    result = run("import", "a.gift", *options, cwd=tmp_path)

    assert result.returncode == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.gift"]


def test_a_file_that_names_no_format_asks_for_it(tmp_path: Path) -> None:
    """A guess would read a table as a question."""
    write(tmp_path, "a.questions", GIFT)

    asked = run("import", "a.questions", "--to", "a.yaml", cwd=tmp_path)
    told = run("import", "a.questions", "--from", "gift", "--to", "a.yaml", cwd=tmp_path)

    assert (asked.returncode, told.returncode) == (2, 0)
    assert "--from" in asked.stderr


def test_a_hostile_file_cannot_steer_the_terminal(tmp_path: Path) -> None:
    """Titles of a foreign file are printed: none of their orders may be."""
    write(tmp_path, "a.gift", "::\x1b[2Jtitle:: \x1b]0;x\x07Who? {=a -> 1}\n\n" + GIFT)

    result = run("import", "a.gift", "--to", "a.yaml", cwd=tmp_path)

    assert "\x1b" not in result.stdout + result.stderr
    assert "\x1b" not in (tmp_path / "a.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["gift", "moodle-xml", "csv", "xlsx"])
def test_shipped_questions_come_back_the_very_same(tmp_path: Path, form: str) -> None:
    """A changed line end would make each a new question, and lose what is known of the old."""
    folders = shipped_courses()
    assert folders is not None
    bank = folders.quizzes / "sent-back" / "m2-quiz.yaml"

    run("export", bank, "--to", form, "--output", f"bank.{form}", cwd=tmp_path)
    run("import", f"bank.{form}", "--from", form, "--to", "back.yaml", cwd=tmp_path)

    assert fingerprints(tmp_path / "back.yaml") == fingerprints(bank)


def fingerprints(path: Path) -> dict[str, str]:
    """Return the fingerprint of each question of a bank."""
    quiz = read_file(path, path.name).value
    assert isinstance(quiz, Quiz)
    return {name: fingerprint(question) for name, question in quiz.questions.items()}


def test_a_bank_goes_out_and_comes_back(tmp_path: Path) -> None:
    """Sent to a colleague with Moodle, it returns as it was."""
    write(tmp_path, "visitors.yaml", QUIZ)

    out = run("export", "visitors.yaml", "--to", "gift", cwd=tmp_path)
    back = run(
        "import", "visitors.gift.txt", "--to", "again.yaml", "--id", "visitors", cwd=tmp_path
    )
    again = run("export", "again.yaml", "--to", "gift", "--output", "b.txt", cwd=tmp_path)

    assert (out.returncode, back.returncode, again.returncode) == (0, 0, 0)
    first = (tmp_path / "visitors.gift.txt").read_text(encoding="utf-8")
    second = (tmp_path / "b.txt").read_text(encoding="utf-8")
    assert first.split("\n")[1:] == second.split("\n")[1:]


@pytest.mark.parametrize(
    "text", [LESSON, "quiz: a\n", QUIZ.replace("        correct: true\n", ""), ""]
)
def test_what_is_no_sound_bank_is_not_sent_out(tmp_path: Path, text: str) -> None:
    """A question without a right answer would be marked wrong for everybody, elsewhere."""
    write(tmp_path, "a.yaml", text)

    result = run("export", "a.yaml", "--to", "gift", cwd=tmp_path)

    assert result.returncode == 6
    assert result.stderr.startswith("protectcourse: ")
    assert not (tmp_path / "a.gift.txt").exists()
