"""An outbox is emptied whatever the LRS does, and nothing is lost or counted twice."""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from fake_clock import FakeClock
from logs import ONE_OF_EACH
from lrs_learners import BASE
from small_lrs import PASSWORD, USER, Says, SmallLrs, refusing, small_lrs

from protectcourse.errors import ExchangeError
from protectcourse.progress.events import CourseBegun, split
from protectcourse.records.lrs.client import Lrs
from protectcourse.records.lrs.credentials import find_credentials
from protectcourse.records.lrs.endpoint import read_endpoint
from protectcourse.records.lrs.outbox import Counts, Made, Outbox
from protectcourse.records.lrs.outbox_file import outbox_in_memory
from protectcourse.records.lrs.pushing import MOST_REFUSED, Patience, Push, Pushed
from protectcourse.records.xapi.activities import Activities
from protectcourse.records.xapi.catalogue import Catalogue
from protectcourse.records.xapi.statements import Happened, make_statement

CREDENTIALS = find_credentials(
    {"PROTECTCOURSE_LRS_USER": USER, "PROTECTCOURSE_LRS_PASSWORD": PASSWORD}, None
)


@pytest.fixture
def server() -> Iterator[SmallLrs]:
    """Run a small LRS."""
    with small_lrs() as server:
        yield server


@pytest.fixture
def outbox() -> Iterator[Outbox]:
    """Give an outbox with nothing in it."""
    with outbox_in_memory() as file:
        yield Outbox(file, "lrs")


def statements(count: int) -> list[Made]:
    """Return statements of different events."""
    event = next(one for one in ONE_OF_EACH if isinstance(one, CourseBegun))
    body = split(event)[0] | {"kind": event.kind, "learner": "ab", "day": "2026-11-24"}
    activities = Activities(BASE, Catalogue())
    made = [make_statement(Happened("d", n, body), activities) for n in range(1, count + 1)]
    return [Made("d", n, event.kind, one) for n, one in enumerate(made, 1) if one]


def push(
    outbox: Outbox, server: SmallLrs, waits: list[float] | None = None, chance: float = 1.0
) -> Pushed:
    """Send what waits, without really waiting in between."""
    slept: list[float] = waits if waits is not None else []
    patience = Patience(sleep=slept.append, chance=lambda: chance)
    pushed = Pushed()
    with Lrs(read_endpoint(server.address), CREDENTIALS) as lrs:
        for pushed in Push(outbox, lrs, FakeClock(), patience).run():
            assert pushed
    return pushed


def in_turn(*answers: Says | None) -> Callable[[list[Any]], Says | None]:
    """Return a behaviour: one answer after another, then the usual one."""
    left = list(answers)
    return lambda _: left.pop(0) if left else None


def sizes(server: SmallLrs) -> Sequence[int]:
    """Return how many statements each request had."""
    return [len(sent) for method, _, sent in server.requests if method == "POST"]


def test_all_that_waits_is_sent_in_batches(outbox: Outbox, server: SmallLrs) -> None:
    """A thousand statements are ten requests, not a thousand."""
    outbox.add(statements(250))

    assert push(outbox, server) == Pushed(sent=250)
    assert sizes(server) == [100, 100, 50]
    assert len(server.kept) == 250
    assert outbox.counts() == Counts(sent=250)


def test_nothing_is_sent_twice(outbox: Outbox, server: SmallLrs) -> None:
    """A push that has nothing to do asks nothing of the server."""
    outbox.add(statements(3))
    push(outbox, server)

    outbox.add(statements(3))

    assert push(outbox, server) == Pushed()
    assert len(server.requests) == 1


@pytest.mark.parametrize("status", [400, 413, 422])
def test_one_bad_statement_is_set_aside_and_the_others_arrive(
    outbox: Outbox, server: SmallLrs, status: int
) -> None:
    """Servers refuse the whole batch: without halving it, nobody's record would arrive."""
    made = statements(100)
    outbox.add(made)
    bad = made[61]
    server.before = refusing(bad.statement.id, status=status, words="no \x1b[2Jgood")

    pushed = push(outbox, server)

    assert pushed == Pushed(sent=99, set_aside=1)
    assert len(server.kept) == 99
    assert [(one.seq, one.told) for one in outbox.those_set_aside()] == [(62, "no \ufffd[2Jgood")]
    assert len(server.requests) < 20


def test_one_that_is_there_already_counts_as_sent(outbox: Outbox, server: SmallLrs) -> None:
    """Some servers say "conflict" to what they have; only reading it back tells."""
    made = statements(5)
    outbox.add(made)
    there = json.loads(made[2].statement.json)
    server.kept[there["id"]] = there | {"stored": "2026-11-24T13:00:00Z", "authority": {}}

    assert push(outbox, server) == Pushed(sent=5)


def test_another_statement_of_the_same_id_is_a_conflict(outbox: Outbox, server: SmallLrs) -> None:
    """Somebody's copied laptop was sent before: that must be seen, not taken for ours."""
    made = statements(5)
    outbox.add(made)
    other = json.loads(made[2].statement.json)
    other["actor"]["account"]["name"] = "somebody-else"
    server.kept[other["id"]] = other

    pushed = push(outbox, server)

    assert pushed == Pushed(sent=4, set_aside=1)
    assert "conflicting" in next(iter(outbox.those_set_aside())).told


def test_a_server_that_names_only_the_new_ones_has_the_others(
    outbox: Outbox, server: SmallLrs
) -> None:
    """Some leave out of their answer what they had before."""
    made = statements(4)
    outbox.add(made)
    server.after = lambda sent: Says(200, json.dumps([sent[0]["id"]]).encode())

    assert push(outbox, server) == Pushed(sent=4)


def test_what_a_server_takes_in_part_is_not_taken_for_all(outbox: Outbox, server: SmallLrs) -> None:
    """Some answer 200 and keep only what they liked."""
    made = statements(4)
    outbox.add(made)

    def keeps_some(sent: list[Any]) -> Says:
        server.kept |= {one["id"]: one for one in sent[:3]}
        return Says(200, json.dumps({"ids": [], "errors": ["the fourth"]}).encode())

    server.before = keeps_some

    assert push(outbox, server) == Pushed(sent=3, set_aside=1)
    assert [one.seq for one in outbox.those_set_aside()] == [4]


@pytest.mark.parametrize("status", [401, 403])
def test_a_closed_door_stops_at_once(outbox: Outbox, server: SmallLrs, status: int) -> None:
    """Trying a wrong password again and again locks accounts."""
    outbox.add(statements(2))
    server.before = lambda _: Says(status, b"who are you?")

    with pytest.raises(ExchangeError, match="does not let us in") as caught:
        push(outbox, server)

    assert len(server.requests) == 1
    assert PASSWORD not in str(caught.value)
    assert outbox.counts() == Counts(waiting=2)


@pytest.mark.parametrize(
    "says",
    [Says(404), Says(405), Says(302, b"", {"Location": "/login"}), Says(200, b"<html>Log in")],
    ids=["none", "no-post", "redirect", "page"],
)
def test_what_is_no_lrs_is_told(outbox: Outbox, server: SmallLrs, says: Says) -> None:
    """A page that answers 200 to anything would swallow everybody's record."""
    outbox.add(statements(2))
    server.before = lambda _: says

    with pytest.raises(ExchangeError, match="no LRS takes statements"):
        push(outbox, server)

    assert outbox.counts() == Counts(waiting=2)


@pytest.mark.parametrize("busy", [Says(429), Says(500), Says(503), Says(0)], ids=str)
def test_a_busy_server_is_asked_again(outbox: Outbox, server: SmallLrs, busy: Says) -> None:
    """A short failure in the night needs no one to come in the morning."""
    outbox.add(statements(3))
    server.before = in_turn(busy, busy)
    waits: list[float] = []

    assert push(outbox, server, waits) == Pushed(sent=3)
    assert waits == [1.0, 2.0]


def test_it_waits_as_long_as_the_server_asks_and_never_the_same_for_all(
    outbox: Outbox, server: SmallLrs
) -> None:
    """A hundred laptops that come back in the same second keep a server down."""
    outbox.add(statements(1))
    server.before = in_turn(Says(503), Says(503, b"", {"Retry-After": "9"}), Says(503))
    waits: list[float] = []

    push(outbox, server, waits, chance=0.0)

    assert waits == [0.5, 9, 2.0]


def test_it_gives_up_after_some_tries_and_keeps_everything(
    outbox: Outbox, server: SmallLrs
) -> None:
    """A command in a schedule must end."""
    outbox.add(statements(150))
    server.before = in_turn(None, *[Says(503, b"down for the night")] * 6)
    waits: list[float] = []

    with pytest.raises(
        ExchangeError, match=r"not ready \(503\), asked 6 times: down for the night"
    ):
        push(outbox, server, waits)

    assert len(waits) == 5
    assert outbox.counts() == Counts(waiting=50, sent=100)
    assert push(outbox, server) == Pushed(sent=50)


def test_a_batch_that_arrived_without_a_word_changes_nothing_the_second_time(
    outbox: Outbox, server: SmallLrs
) -> None:
    """The network may fail after the server has kept it."""
    outbox.add(statements(30))
    server.after = in_turn(Says(0), Says(503))

    assert push(outbox, server) == Pushed(sent=30)
    assert len(server.kept) == 30


def test_what_a_server_falls_over_is_found_and_set_aside(outbox: Outbox, server: SmallLrs) -> None:
    """Some answer 500 where they should refuse: every night the same batch would hold up all."""
    made = statements(250)
    outbox.add(made)
    server.before = refusing(made[130].statement.id, status=500, words="it fell over")

    assert push(outbox, server) == Pushed(sent=249, set_aside=1)
    assert [(one.seq, one.told) for one in outbox.those_set_aside()] == [(131, "it fell over")]


def test_a_server_that_falls_over_everything_is_left_alone(
    outbox: Outbox, server: SmallLrs
) -> None:
    """Then it is not the statements."""
    outbox.add(statements(250))
    server.before = lambda _: Says(500, b"no room on the disk")

    with pytest.raises(ExchangeError, match=r"not ready \(500\).*no room on the disk"):
        push(outbox, server)

    assert len(server.requests) < 10 * MOST_REFUSED
    assert outbox.counts() == Counts(waiting=250)


def test_a_server_that_takes_nothing_is_not_given_everything(
    outbox: Outbox, server: SmallLrs
) -> None:
    """With a wrong setting there, all statements would be set aside one by one."""
    outbox.add(statements(1_000))
    server.before = lambda _: Says(400, b"unknown version")

    with pytest.raises(ExchangeError, match="unknown version"):
        push(outbox, server)

    assert len(server.requests) < 10 * MOST_REFUSED
    assert outbox.counts() == Counts(waiting=1_000 - MOST_REFUSED, set_aside=MOST_REFUSED)
