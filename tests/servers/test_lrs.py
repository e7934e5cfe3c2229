"""Real learning record stores take everything, once, whatever happens on the way.

Two of them: one that refuses what the standard refuses and keeps all in memory, and one that takes
nearly anything and keeps it in files.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

import pytest
from fake_clock import FakeClock
from lrs_learners import filled_register, set_organisation
from lrs_servers import PASSWORD, USER, RunningLrs, kept_by_lax, lax_lrs, strict_lrs
from lrs_statements import kept, many, spoilt
from program import run

from protectcourse.errors import ExchangeError
from protectcourse.records.lrs.client import Lrs
from protectcourse.records.lrs.comparing import is_among
from protectcourse.records.lrs.credentials import Credentials, find_credentials
from protectcourse.records.lrs.endpoint import read_endpoint
from protectcourse.records.lrs.outbox import Counts, Made, Outbox
from protectcourse.records.lrs.outbox_file import outbox_in_memory
from protectcourse.records.lrs.pushing import Patience, Push, Pushed

pytestmark = pytest.mark.servers

MANY = 1_000
BOTH = {"PROTECTCOURSE_LRS_USER": USER, "PROTECTCOURSE_LRS_PASSWORD": PASSWORD}
Start = Callable[[], AbstractContextManager[RunningLrs]]


@pytest.fixture(params=["strict", "lax"])
def start(request: pytest.FixtureRequest, tmp_path: Path) -> Start:
    """Give what starts a server, on the same files each time."""
    if request.param == "strict":
        return partial(strict_lrs, request.getfixturevalue("node_packages"), tmp_path / "server")
    return partial(lax_lrs, request.getfixturevalue("lax_python"), tmp_path / "server")


@pytest.fixture
def outbox() -> Iterator[Outbox]:
    """Give an outbox with nothing in it."""
    with outbox_in_memory() as file:
        yield Outbox(file, "lrs")


def credentials() -> Credentials:
    """Return what the servers know us by."""
    return find_credentials(BOTH, None)


def steps(outbox: Outbox, lrs: Lrs) -> Iterator[Pushed]:
    """Send what waits, without waiting for a server that is gone."""
    patience = Patience(sleep=lambda _: None, chance=lambda: 0.0, tries=2)
    return Push(outbox, lrs, FakeClock(), patience).run()


def push(outbox: Outbox, server: RunningLrs) -> Pushed:
    """Send what waits."""
    pushed = Pushed()
    with Lrs(read_endpoint(server.address), credentials()) as lrs:
        for pushed in steps(outbox, lrs):
            assert pushed.sent
    return pushed


def missing(server: RunningLrs, made: Sequence[Made]) -> list[int]:
    """Return the numbers of the statements that the server does not have."""
    with Lrs(read_endpoint(server.address), credentials()) as lrs:
        found = {one.seq: lrs.find(one.statement.id).content for one in made}
    return [one.seq for one in made if not is_among(json.loads(one.statement.json), found[one.seq])]


def test_every_kind_of_statement_is_taken_and_found_again(
    start: Start, outbox: Outbox, every_kind: list[str]
) -> None:
    """What an LRS takes and what it then shows are two things."""
    made = kept(every_kind)
    with start() as server:
        outbox.add(made)

        assert push(outbox, server) == Pushed(sent=len(made))
        assert missing(server, made) == []


def test_sending_twice_changes_nothing(start: Start, outbox: Outbox) -> None:
    """A program that was killed cannot know what arrived."""
    made = many(150)
    with start() as server, outbox_in_memory() as file:
        again = Outbox(file, "lrs")
        outbox.add(made)
        again.add(made)
        push(outbox, server)

        assert push(again, server) == Pushed(sent=150)
        assert again.counts() == Counts(sent=150)


def test_one_bad_statement_among_a_thousand_is_set_aside(start: Start, outbox: Outbox) -> None:
    """The other 999 people must not wait for it."""
    made = many(MANY)
    made[617] = spoilt(made[617])
    with start() as server:
        outbox.add(made)

        assert push(outbox, server) == Pushed(sent=MANY - 1, set_aside=1)
        assert missing(server, made[600:640]) == [618]
    (aside,) = outbox.those_set_aside()
    assert aside.seq == 618
    assert aside.told


def test_a_server_killed_in_the_middle_loses_nothing(
    start: Start, outbox: Outbox, tmp_path: Path
) -> None:
    """What was sent and what still waits are together all that there is."""
    made = many(MANY)
    outbox.add(made)
    with start() as server, Lrs(read_endpoint(server.address), credentials()) as lrs:
        sending = steps(outbox, lrs)
        for _ in range(4):
            next(sending)
        server.kill()
        with pytest.raises(ExchangeError, match="did not answer"):
            list(sending)
    before = outbox.counts()
    waiting = {one.seq for one in outbox.waiting()}

    with start() as server:
        pushed = push(outbox, server)
        lost = missing(server, [one for one in made if one.seq in waiting][::20])

    assert before == Counts(waiting=600, sent=400)
    assert pushed == Pushed(sent=600)
    assert lost == []
    if (tmp_path / "server" / "kept.jsonl").exists():
        ids = kept_by_lax(tmp_path / "server")
        assert sorted(ids) == sorted(one.statement.id for one in made)


def test_the_command_sends_a_register(start: Start, tmp_path: Path) -> None:
    """All of it together, as a coordinator runs it."""
    register = filled_register(tmp_path, 2)
    folder = set_organisation(tmp_path / "coordinator")
    with start() as server:
        where = ("--register", register, "--endpoint", server.address)
        done = run("--data-dir", folder, "lrs", "push", *where, **BOTH)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Sent to 127.0.0.1: 98 statements.\n"


def test_a_wrong_password_is_told(lax_python: Path, tmp_path: Path) -> None:
    """The lax server has a door all the same."""
    with lax_lrs(lax_python, tmp_path / "server") as server, outbox_in_memory() as file:
        outbox = Outbox(file, "lrs")
        outbox.add(many(1))
        wrong = find_credentials(BOTH | {"PROTECTCOURSE_LRS_PASSWORD": "wrong"}, None)
        with (
            Lrs(read_endpoint(server.address), wrong) as lrs,
            pytest.raises(ExchangeError, match="does not let us in"),
        ):
            list(steps(outbox, lrs))
