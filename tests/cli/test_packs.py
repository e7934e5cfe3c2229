"""Giving a course away and taking it in, as people do it."""

import json
from pathlib import Path

import pytest
from packed import write_course
from program import PROGRAM, run
from terminal import Terminal

SETTINGS = 'organisation = "example-aid"\nname = "Example Aid"\npublic_key = "{key}"\n'


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return a trainer's folder with a course, a key and settings."""
    write_course(tmp_path)
    printed = run("organisation", "key", "org.key", cwd=tmp_path).stdout
    key = next(line for line in printed.splitlines() if line.startswith("public_key"))
    settings = SETTINGS.format(key=key.split('"')[1])
    (tmp_path / "org.toml").write_text(settings, encoding="utf-8")
    return tmp_path


def test_a_course_goes_on_a_stick_and_opens_on_another_laptop(desk: Path) -> None:
    """The whole way: packed and signed, added, listed, opened by its name, removed."""
    made = run("pack", ".", "--draft", "--sign", "org.key", cwd=desk)
    data = ("--data-dir", "laptop")

    added = run(*data, "courses", "add", "demo-1-draft.pcpack", "--yes", cwd=desk)
    listed = json.loads(run(*data, "courses", "list", "--format", "json", cwd=desk).stdout)
    argv = [*PROGRAM, "--data-dir", str(desk / "laptop"), "--course", "demo"]
    with Terminal(argv) as terminal:
        terminal.wait_for("Before you begin")
        for heading in ("question 2", "question 3", "A demonstration"):
            terminal.press("enter")
            terminal.wait_for(heading)
    removed = run(*data, "courses", "remove", "demo", "--yes", cwd=desk)

    assert (made.returncode, added.returncode, removed.returncode) == (0, 0, 0)
    assert "signed with a key not known here" in added.stdout
    assert {one["id"]: one["version"] for one in listed["courses"]} == {"demo": 1, "sent-back": 1}
    assert "What was learnt in it is kept" in removed.stdout


def test_a_draft_is_packed_only_when_that_is_meant(desk: Path) -> None:
    """Nobody sends out an unreviewed course by oversight, and its name says what it is."""
    refused = run("pack", ".", cwd=desk)
    made = run("pack", ".", "--draft", cwd=desk)
    again = run("pack", ".", "--draft", cwd=desk)

    assert refused.returncode == 1
    assert "--draft" in refused.stderr
    assert made.returncode == 0
    assert [one.name for one in desk.glob("*.pcpack")] == ["demo-1-draft.pcpack"]
    assert again.returncode == 2
    assert "is there already" in again.stderr


def test_a_course_with_errors_is_not_packed(desk: Path) -> None:
    """The place of each is told, as the check tells it."""
    path = desk / "lessons" / "demo" / "welcome.yaml"
    path.write_text(path.read_text("utf-8").replace("minutes: 1", "minutes: soon"), "utf-8")

    done = run("pack", ".", "--draft", cwd=desk)

    assert done.returncode == 1
    assert "welcome.yaml:3:10: error C012" in done.stdout
    assert list(desk.glob("*.pcpack")) == []


def test_settings_that_ride_along_are_told_and_taken(desk: Path) -> None:
    """One file for the course and the organisation; from then on its key is known."""
    run("pack", ".", "--draft", "--sign", "org.key", "--organisation", "org.toml", cwd=desk)
    data = ("--data-dir", "laptop")

    first = run(*data, "courses", "add", "demo-1-draft.pcpack", "--yes", cwd=desk)
    second = run(*data, "courses", "add", "demo-1-draft.pcpack", "--yes", cwd=desk)

    assert "Compare it by telephone" in first.stdout
    assert "The settings of Example Aid are in use." in first.stdout
    assert "signed by Example Aid" in second.stdout
    assert "of Example Aid" in run(*data, "doctor", cwd=desk).stdout


def test_without_a_terminal_nothing_is_added_unasked(desk: Path) -> None:
    """A script says --yes, or nothing happens."""
    run("pack", ".", "--draft", cwd=desk)

    done = run("--data-dir", "laptop", "courses", "add", "demo-1-draft.pcpack", cwd=desk)

    assert done.returncode == 2
    assert "--yes" in done.stderr
    assert not (desk / "laptop" / "courses").exists()


def test_in_a_terminal_the_answer_counts(desk: Path) -> None:
    """Enter alone leaves all as it is; only the whole word adds."""
    run("pack", ".", "--draft", cwd=desk)
    data, pack = str(desk / "laptop"), str(desk / "demo-1-draft.pcpack")
    argv = [*PROGRAM, "--data-dir", data, "courses", "add", pack]
    ends = []

    for answer in ("", "yes"):
        with Terminal(argv) as terminal:
            terminal.wait_for("Add it?")
            terminal.send(answer.encode() + b"\r")
            ends.append((terminal.exit_code(), "Nothing was changed" in terminal.text()))

    assert ends == [(2, True), (0, False)]


def test_a_hostile_pack_ends_in_a_sentence(tmp_path: Path) -> None:
    """As for anything that came by mail."""
    (tmp_path / "sent.pcpack").write_bytes(b"PK\x03\x04" + b"\0" * 50)

    done = run("--data-dir", "laptop", "courses", "add", "sent.pcpack", "--yes", cwd=tmp_path)

    assert done.returncode == 3
    assert "is damaged" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_course_of_the_program_cannot_be_removed() -> None:
    """It comes back with the program; a sentence says so."""
    done = run("courses", "remove", "sent-back", "--yes")

    assert done.returncode == 3
    assert "came with the program stays" in done.stderr


def test_another_organisations_key_never_takes_over_unseen(desk: Path) -> None:
    """Whoever can swap the key can read what is handed in, and sign in its name."""
    data = ("--data-dir", "laptop")
    run(*data, "organisation", "add", "org.toml", "--yes", cwd=desk)
    other = SETTINGS.format(key="cd" * 32).replace("example-aid", "other-aid")
    (desk / "other.toml").write_text(other, encoding="utf-8")

    asked = run(*data, "organisation", "add", "other.toml", cwd=desk)
    shown = run(*data, "organisation", "show", cwd=desk)

    assert asked.returncode == 2
    assert "WITH ANOTHER KEY" in asked.stderr
    assert "(example-aid)" in shown.stdout


def test_a_mistake_in_the_settings_is_told_with_its_line(tmp_path: Path) -> None:
    """Exit code 2, and what to write instead."""
    (tmp_path / "org.toml").write_text('organisation = "x"\nnmae = "X"\n', encoding="utf-8")

    done = run("--data-dir", "laptop", "organisation", "add", "org.toml", "--yes", cwd=tmp_path)

    assert done.returncode == 2
    assert "org.toml:2" in done.stderr
    assert "Did you mean `name`?" in done.stderr


def test_a_key_is_never_written_over(desk: Path) -> None:
    """All that was signed with it would lose its worth."""
    before = (desk / "org.key").read_bytes()

    done = run("organisation", "key", "org.key", cwd=desk)

    assert done.returncode == 2
    assert (desk / "org.key").read_bytes() == before
