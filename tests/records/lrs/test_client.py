"""What goes over the wire, and what is made of whatever comes back."""

import json
import logging
import socket
from base64 import b64encode
from collections.abc import Iterator

import pytest
from small_lrs import PASSWORD, USER, Says, SmallLrs, small_lrs

from protectcourse.records.lrs.client import LARGEST_ANSWER, Lrs
from protectcourse.records.lrs.credentials import Credentials, find_credentials
from protectcourse.records.lrs.endpoint import read_endpoint
from protectcourse.records.lrs.reply import NO_ANSWER, Reply

STATEMENT = {"id": "7f1b1c1e-1b8e-5a3e-9b3e-0a1b2c3d4e5f"}
TEXT = json.dumps(STATEMENT)
BOTH = {"PROTECTCOURSE_LRS_USER": USER, "PROTECTCOURSE_LRS_PASSWORD": PASSWORD}


@pytest.fixture
def server() -> Iterator[SmallLrs]:
    """Run a small LRS."""
    with small_lrs() as server:
        yield server


def credentials() -> Credentials:
    """Return what the server knows us by."""
    return find_credentials(BOTH, None)


def store(server: SmallLrs) -> Reply:
    """Send one statement."""
    with Lrs(read_endpoint(server.address), credentials()) as lrs:
        return lrs.store([TEXT])


def says(server: SmallLrs, status: int, body: bytes = b"", **headers: str) -> Reply:
    """Return what is made of an answer."""
    server.before = lambda _: Says(status, body, headers)
    return store(server)


def test_a_request_is_as_the_standard_wants_it(server: SmallLrs) -> None:
    """An LRS refuses what does not say which version it speaks."""
    reply = store(server)

    method, headers, statements = server.requests[0]
    assert (method, statements) == ("POST", [STATEMENT])
    assert headers["X-Experience-API-Version"] == "1.0.3"
    assert headers["Content-Type"] == "application/json"
    assert headers["Authorization"] == f"Basic {b64encode(f'{USER}:{PASSWORD}'.encode()).decode()}"
    assert (reply.status, reply.content) == (200, [STATEMENT["id"]])


def test_a_statement_is_found_again(server: SmallLrs) -> None:
    """What was said to be in conflict can be looked at."""
    store(server)
    with Lrs(read_endpoint(server.address), credentials()) as lrs:
        assert lrs.find(STATEMENT["id"]).content == STATEMENT
        assert lrs.find("another").status == 404


def test_a_redirect_is_not_followed(server: SmallLrs) -> None:
    """It would carry the password to somebody whom nobody has named."""
    reply = says(server, 302, Location="http://127.0.0.1:1/elsewhere")
    malformed = says(server, 302, Location="http://127.0.0.1:1/\x1b[2J")

    assert (reply.status, reply.words) == (302, "it points to http://127.0.0.1:1/elsewhere")
    assert malformed.status == NO_ANSWER
    assert "\x1b" not in malformed.words
    assert len(server.requests) == 2


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b'{"message": "no such verb"}', "no such verb"),
        (b'{"warnings": ["id is missing"]}', '["id is missing"]'),
        (b"plain\x1b[31m words\r\n\xe2\x80\xaeturned", "plain\ufffd[31m words\ufffd \ufffdturned"),
        (b"\xff\xfe", "\ufffd\ufffd"),
        (b"[" * 100_000, "[" * 500),
        (b"", "Bad Request"),
    ],
    ids=["message", "warnings", "controls", "bytes", "nested", "nothing"],
)
def test_what_an_lrs_says_is_clean_and_short(server: SmallLrs, body: bytes, words: str) -> None:
    """It is shown in a terminal and kept; the server may be anybody's."""
    assert says(server, 400, body).words == words


def test_a_secret_that_an_lrs_repeats_is_hidden(server: SmallLrs) -> None:
    """Words of a server are kept in the register and mailed to others."""
    header = credentials().header

    reply = says(server, 400, f"you sent {header} with {PASSWORD}".encode())

    assert reply.words == "you sent Basic [hidden] with [hidden]"


def test_an_endless_answer_is_not_read_to_its_end(server: SmallLrs) -> None:
    """A server must not fill the memory of a laptop."""
    reply = says(server, 200, b"x" * (LARGEST_ANSWER + 1_000_000))

    assert (reply.content, reply.words) == (None, "its answer is too long to be one")


def test_an_answer_that_unfolds_is_not_unfolded(server: SmallLrs) -> None:
    """A few kilobytes can hold gigabytes."""
    headers = {"Content-Encoding": "gzip"}
    server.before = lambda _: Says(200, b"\x1f\x8b never unfolded", headers)

    assert store(server).content is None


@pytest.mark.parametrize(
    ("said", "wait"), [("7", 7), ("soon", None), ("-1", None), ("9" * 9, None)]
)
def test_how_long_it_wants_to_be_left_alone_is_read(
    server: SmallLrs, said: str, wait: int | None
) -> None:
    """A busy server says so in the header made for it."""
    assert says(server, 429, **{"Retry-After": said}).wait == wait


def test_a_server_that_hangs_up_and_none_at_all_are_no_answer(server: SmallLrs) -> None:
    """Networks fail; that is no fault of the program's and no traceback."""
    server.before = lambda _: Says(0)
    hung_up = store(server)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        server.address = f"http://127.0.0.1:{free.getsockname()[1]}/"
        nobody = store(server)

    assert (hung_up.status, nobody.status) == (NO_ANSWER, NO_ANSWER)
    assert "refused" in nobody.words


def test_the_library_writes_no_secret_into_its_log(
    server: SmallLrs, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever turns logging on gets no password."""
    with caplog.at_level(logging.DEBUG):
        store(server)

    secret = credentials().header.partition(" ")[2]
    assert caplog.text
    assert secret not in caplog.text
    assert PASSWORD not in caplog.text
