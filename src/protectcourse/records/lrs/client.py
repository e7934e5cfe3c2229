"""Speaks to a learning record store: the one place of the program that uses the network.

Redirects are not followed, answers are read as far as they could be meant, and nothing of the
credentials is in a message.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Self

import httpx

from protectcourse.errors import ExchangeError
from protectcourse.plain_text import one_line
from protectcourse.records.lrs.credentials import Credentials
from protectcourse.records.lrs.endpoint import Endpoint
from protectcourse.records.lrs.reply import NO_ANSWER, Reply
from protectcourse.records.xapi.vocabulary import VERSION

LARGEST_ANSWER = 1_000_000
"""Bytes."""
LONGEST_WORDS = 500
TIMEOUT = httpx.Timeout(30.0, connect=10.0)
UNTRUSTED = "CERTIFICATE_VERIFY_FAILED"
ELSEWHERE = range(300, 400)


class Lrs:
    """A connection to a learning record store, closed at the end of a `with`."""

    def __init__(self, endpoint: Endpoint, credentials: Credentials) -> None:
        self._endpoint, self._credentials = endpoint, credentials
        self._client = httpx.Client(
            headers={
                "Authorization": credentials.header,
                "X-Experience-API-Version": VERSION,
                "Accept": "application/json",
                "Accept-Encoding": "identity",
                "User-Agent": "protectcourse",
            },
            timeout=TIMEOUT,
            follow_redirects=False,
            trust_env=not endpoint.is_this_computer,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def store(self, statements: Sequence[str]) -> Reply:
        """Send statements in one request. Raises ExchangeError where it is not to be trusted."""
        body = f"[{','.join(statements)}]".encode()
        return self._ask("POST", content=body, headers={"Content-Type": "application/json"})

    def find(self, statement_id: str) -> Reply:
        """Ask for a statement, be it voided or not."""
        reply = self._ask("GET", params={"statementId": statement_id})
        if reply.status == httpx.codes.NOT_FOUND:
            return self._ask("GET", params={"voidedStatementId": statement_id})
        return reply

    def _ask(self, method: str, **request: Any) -> Reply:
        try:
            with self._client.stream(method, self._endpoint.statements, **request) as response:
                return self._read(response)
        except httpx.TimeoutException:
            return Reply(NO_ANSWER, "it took too long to answer")
        except httpx.HTTPError as error:
            if UNTRUSTED in str(error):
                hint = "Nothing was sent. Ask whoever runs the LRS which certificate it has."
                message = "this computer does not trust the certificate of the LRS"
                raise ExchangeError(message, hint) from None
            return Reply(NO_ANSWER, self._clean(str(error) or type(error).__name__))

    def _read(self, response: httpx.Response) -> Reply:
        data = bytearray()
        for piece in response.iter_raw():
            data += piece
            if len(data) > LARGEST_ANSWER:
                return Reply(response.status_code, "its answer is too long to be one")
        if response.status_code in ELSEWHERE:
            elsewhere = response.headers.get("Location", "another address")
            return Reply(response.status_code, self._clean(f"it points to {elsewhere}"))
        content = _parsed(bytes(data))
        words = self._clean(_words(content, bytes(data)) or response.reason_phrase)
        return Reply(response.status_code, words, content, _seconds(response.headers))

    def _clean(self, text: str) -> str:
        return one_line(self._credentials.hide(text))[:LONGEST_WORDS]


def _parsed(data: bytes) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def _words(content: Any, data: bytes) -> str:
    """Return what an LRS said: the words that it put under a usual name, else all of it."""
    if isinstance(content, Mapping):
        for name in ("message", "warnings", "detail", "error"):
            if said := content.get(name):
                return said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)
    return data[: 4 * LONGEST_WORDS].decode("utf-8", "replace")


def _seconds(headers: httpx.Headers) -> int | None:
    asked = headers.get("Retry-After", "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else None
