"""`protectcourse lrs`: as a coordinator sends a register, and a learner their own steps."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from learners import Learner, read_through, take_quiz
from lrs_learners import TYPED, filled_register, set_organisation
from program import PROGRAM, run, run_here
from small_lrs import ENVIRONMENT, PASSWORD, Says, SmallLrs, refusing, small_lrs
from terminal import Terminal

from protectcourse.cli.commands.lrs import lrs as commands
from protectcourse.locations import OUTBOX_FILE

ALL = 49
"""Statements of somebody who did one of everything."""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a register in which somebody handed in everything."""
    return filled_register(tmp_path_factory.mktemp("filled")).read_bytes()


@pytest.fixture
def register(tmp_path: Path, filled: bytes) -> Path:
    """Give a register that a test may change."""
    file = tmp_path / "register.db"
    file.write_bytes(filled)
    return file


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[SmallLrs]:
    """Run a small LRS whose credentials are in the environment."""
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    with small_lrs() as server:
        yield server


@pytest.fixture
def coordinator(tmp_path: Path) -> Path:
    """Give the data folder of somebody whose organisation has named its address."""
    return set_organisation(tmp_path / "coordinator")


def push(coordinator: Path, register: Path, server: SmallLrs, *more: str | Path) -> Any:
    """Send a register as a coordinator would."""
    arguments = ("push", "--register", register, "--endpoint", server.address, *more)
    return run_here("--data-dir", coordinator, "lrs", *arguments)


def learner_in(folder: Path) -> Learner:
    """Return somebody who has read a lesson of the shipped course and closed the program."""
    learner = Learner(folder)
    learner.enrolment.begin()
    learner.store.set_profile("name", TYPED)
    read_through(learner.lesson())
    session = learner.quiz()
    session.begin()
    session.hand_in()
    learner.store.close()
    set_organisation(folder)
    return learner


def test_a_register_is_sent_once(coordinator: Path, register: Path, server: SmallLrs) -> None:
    """What a coordinator does every night."""
    first = push(coordinator, register, server)
    again = push(coordinator, register, server)

    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout == f"Sent to 127.0.0.1: {ALL} statements.\n"
    assert again.stdout == "Sent to 127.0.0.1: 0 statements.\n"
    assert len(server.kept) == ALL
    assert not [one for one in server.kept.values() if TYPED in json.dumps(one)]


def test_a_dry_run_says_what_would_go_and_asks_nobody(
    coordinator: Path, register: Path, server: SmallLrs
) -> None:
    """Whoever answers for data protection wants to see it before."""
    done = push(coordinator, register, server, "--dry-run")

    assert done.returncode == 0
    assert f"Would be sent: {ALL} statements." in done.stdout
    assert "  answered     26" in done.stdout
    first = json.loads(done.stdout.partition("The first:\n")[2])
    assert first["verb"]["display"] == {"en": "initialized"}
    assert server.requests == []
    assert push(coordinator, register, server).returncode == 0
    assert len(server.kept) == ALL


def refuse_beginnings(server: SmallLrs) -> None:
    """Have the server refuse whatever says that a course was begun."""

    def answer(sent: list[Any]) -> Says | None:
        begun = [one["id"] for one in sent if one["verb"]["display"]["en"] == "initialized"]
        return refusing(*begun, words="odd \x1b[31mverb")(sent)

    server.before = answer


def test_what_is_refused_is_told_kept_and_sent_again_when_asked(
    coordinator: Path, register: Path, server: SmallLrs
) -> None:
    """The words of the LRS are all that helps to find out why; a night's job tells nobody else."""
    refuse_beginnings(server)
    done = push(coordinator, register, server)
    where = ("--register", register, "--endpoint", server.address)
    status = run_here("--data-dir", coordinator, "lrs", "status", *where)

    assert done.returncode == 5
    assert "refused 1 statement, now set aside" in done.stderr
    assert ": odd ?[31mverb\n" in done.stdout
    assert f"  sent       {ALL - 1}\n  waiting    0\n  set aside  1\n" in status.stdout
    assert ": odd ?[31mverb\n" in status.stdout

    server.before = lambda _: None
    assert push(coordinator, register, server).stdout == "Sent to 127.0.0.1: 0 statements.\n"
    assert push(coordinator, register, server, "--retry").returncode == 0
    assert len(server.kept) == ALL


def test_a_closed_door_ends_with_6_and_shows_no_secret(
    coordinator: Path, register: Path, server: SmallLrs
) -> None:
    """A message is copied into mails that ask for help."""
    server.before = lambda _: Says(401, f"wrong password {PASSWORD}".encode())

    done = push(coordinator, register, server)

    assert done.returncode == 6
    assert "does not let us in (401): wrong password [hidden]" in done.stderr
    assert "Nothing is lost" in done.stderr
    assert PASSWORD not in done.stdout + done.stderr


def test_there_is_no_way_to_say_a_secret_on_the_command_line() -> None:
    """Everybody on the computer can read it there."""
    options = {one for parameter in commands.commands["push"].params for one in parameter.opts}

    assert not [one for one in options if "pass" in one or "token" in one or "user" in one]


def test_without_credentials_it_says_where_they_go(
    coordinator: Path, register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before anything is sent or kept."""
    for name in ENVIRONMENT:
        monkeypatch.delenv(name, raising=False)
    server = SmallLrs(address="https://lrs.example.org/xapi/")

    done = push(coordinator, register, server)

    assert done.returncode == 2
    assert "PROTECTCOURSE_LRS_USER" in done.stderr


def test_a_file_of_credentials_will_do(
    coordinator: Path, register: Path, server: SmallLrs, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who types a command has no environment prepared."""
    for name in ENVIRONMENT:
        monkeypatch.delenv(name)
    file = coordinator / "lrs.toml"
    file.write_text('token = "abc"\n', encoding="utf-8")
    file.chmod(0o600)

    assert push(coordinator, register, server, "--credentials", file).returncode == 0
    assert server.requests[0][1]["Authorization"] == "Bearer abc"


def test_without_an_address_to_name_activities_nothing_goes(
    tmp_path: Path, register: Path, server: SmallLrs
) -> None:
    """Each activity would be called otherwise once there is one."""
    done = push(tmp_path / "nobody", register, server)

    assert done.returncode == 2
    assert "xapi_base" in done.stderr
    assert server.requests == []


def test_a_program_killed_at_any_request_goes_on_where_it_was(
    coordinator: Path, tmp_path: Path, server: SmallLrs
) -> None:
    """At worst one batch is sent twice, which an LRS does not count twice."""
    register = filled_register(tmp_path, count=5)
    where = ("--register", register, "--endpoint", server.address)
    command = [*PROGRAM, "--data-dir", coordinator, "lrs", "push", *where]
    running: list[subprocess.Popen[bytes]] = []
    taken: list[int] = []

    def kill_at_the_second(sent: list[Any]) -> Says | None:
        taken.append(len(sent))
        if len(taken) != 2:
            return None
        running[0].send_signal(signal.SIGKILL)
        running[0].wait(10)
        return Says(0)

    server.after = kill_at_the_second
    running.append(subprocess.Popen(list(map(str, command))))
    running[0].wait(30)
    server.after = lambda _: None
    done = push(coordinator, register, server)

    assert running[0].returncode == -signal.SIGKILL
    assert (done.returncode, len(server.kept)) == (0, 5 * ALL)
    assert done.stdout == f"Sent to 127.0.0.1: {5 * ALL - 100} statements.\n"


# from a laptop


def test_a_learner_sees_what_would_go_and_is_asked(tmp_path: Path, server: SmallLrs) -> None:
    """Nothing leaves a laptop unseen."""
    learner = learner_in(tmp_path / "data")
    arguments = ["--data-dir", str(tmp_path / "data"), "lrs", "push"]
    argv = [*PROGRAM, *arguments, "--endpoint", server.address]

    with Terminal(argv) as terminal:
        terminal.wait_for("Type yes to agree")
        seen = " ".join(terminal.text().split())
        terminal.press("\r")
        assert terminal.exit_code() == 2

    assert "1 lesson completed" in seen
    assert learner.store.learner in seen
    assert server.requests == []
    assert not (tmp_path / "data" / OUTBOX_FILE).exists()


def test_without_a_terminal_the_learner_says_yes_beforehand(
    tmp_path: Path, server: SmallLrs
) -> None:
    """A script must not send what nobody agreed to."""
    learner_in(tmp_path / "data")
    arguments = ("--data-dir", tmp_path / "data", "lrs", "push", "--endpoint", server.address)

    refused, agreed = run(*arguments), run(*arguments, "--yes")

    assert (refused.returncode, agreed.returncode) == (2, 0)
    assert {one["verb"]["display"]["en"] for one in server.kept.values()} == {
        *("initialized", "completed", "failed"),
    }
    assert TYPED not in json.dumps(server.kept)


def test_answers_go_only_where_the_learner_says_so(tmp_path: Path, server: SmallLrs) -> None:
    """Also where answers were left waiting by an earlier, broken-off push."""
    place = tmp_path / "data"
    learner = learner_in(place)
    learner.sit_down()
    session = learner.quiz()
    session.begin()
    take_quiz(session)
    learner.store.close()
    arguments = ("--data-dir", place, "lrs", "push", "--endpoint", server.address, "--yes")
    server.before = lambda _: Says(401)

    broken_off = run_here(*arguments, "--level", "answers")
    server.before = lambda _: None
    results = run_here(*arguments)
    without = [one["verb"]["display"]["en"] for one in server.kept.values()]
    answers = run_here(*arguments, "--level", "answers")

    assert [one.returncode for one in (broken_off, results, answers)] == [6, 0, 0]
    assert "answered" not in without
    assert "answered" in {one["verb"]["display"]["en"] for one in server.kept.values()}


def test_erasing_takes_the_outbox_along(tmp_path: Path, server: SmallLrs) -> None:
    """It says what somebody did, and when it was sent."""
    place = tmp_path / "data"
    learner_in(place)
    arguments = ("--data-dir", place, "lrs", "push", "--endpoint", server.address, "--yes")
    run_here(*arguments)
    assert (place / OUTBOX_FILE).exists()

    run_here("--data-dir", place, "erase", "--yes")

    assert not (place / OUTBOX_FILE).exists()


def test_without_the_library_it_says_what_to_install(
    coordinator: Path, register: Path, server: SmallLrs
) -> None:
    """The base installation has no network code at all."""
    blocked = "import sys; sys.modules['httpx'] = None; from protectcourse.cli.entry import main"
    where = ["--register", str(register), "--endpoint", server.address]
    arguments = ["protectcourse", "--data-dir", str(coordinator), "lrs", "push", *where]
    code = f"{blocked}; sys.argv = {arguments!r}; main()"

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )

    assert done.returncode == 6
    assert "pip install 'protectcourse[lrs]'" in done.stderr
