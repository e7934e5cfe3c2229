"""A small LRS on this computer, in a thread: it keeps what it is sent, or behaves as it is told."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

USER, PASSWORD = "ada", "correct-horse-battery"
ENVIRONMENT = {"PROTECTCOURSE_LRS_USER": USER, "PROTECTCOURSE_LRS_PASSWORD": PASSWORD}
MOST_REQUESTS = 5_000


@dataclass(frozen=True)
class Says:
    """An answer as it goes over the wire."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass
class SmallLrs:
    """What the server holds, and how it behaves."""

    kept: dict[str, Any] = field(default_factory=dict)
    requests: list[tuple[str, Mapping[str, str], list[Any]]] = field(default_factory=list)
    """Method, headers and statements of each."""
    before: Callable[[list[Any]], Says | None] = lambda statements: None
    """Answers instead of the server, where it gives an answer; nothing is then kept."""
    after: Callable[[list[Any]], Says | None] = lambda statements: None
    """The same once the statements are kept."""
    address: str = ""

    def post(self, statements: list[Any]) -> Says:
        """Keep statements, all or none, and answer as the standard says."""
        if instead := self.before(statements):
            return instead
        for one in statements:
            if self.kept.get(one["id"], one) != one:
                return Says(409, json.dumps({"message": f"{one['id']} is conflicting"}).encode())
        self.kept |= {one["id"]: one for one in statements}
        if instead := self.after(statements):
            return instead
        return Says(200, json.dumps([one["id"] for one in statements]).encode())

    def get(self, query: Mapping[str, list[str]]) -> Says:
        """Give a statement."""
        found = self.kept.get(query.get("statementId", [""])[0])
        return Says(200, json.dumps(found).encode()) if found else Says(404, b"{}")


@contextmanager
def small_lrs() -> Iterator[SmallLrs]:
    """Run such a server on the loopback for a while."""
    lrs = SmallLrs()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(lrs))
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # clients hang up
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    lrs.address = f"http://127.0.0.1:{server.server_port}/xAPI"
    try:
        yield lrs
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def refusing(*ids: str, status: int = 400, words: str = "no good") -> Callable[[list[Any]], Any]:
    """Return a behaviour: every batch with one of these is refused whole."""

    def answer(statements: list[Any]) -> Says | None:
        if {one["id"] for one in statements} & set(ids):
            return Says(status, json.dumps({"message": words}).encode())
        return None

    return answer


def _handler(lrs: SmallLrs) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            data = self.rfile.read(int(self.headers["Content-Length"]))
            statements = json.loads(data)
            self._note("POST", statements)
            self._send(lrs.post(statements))

        def do_GET(self) -> None:
            self._note("GET", [])
            self._send(lrs.get(parse_qs(urlsplit(self.path).query)))

        def _note(self, method: str, statements: list[Any]) -> None:
            lrs.requests.append((method, dict(self.headers), statements))
            assert len(lrs.requests) < MOST_REQUESTS

        def _send(self, said: Says) -> None:
            if said.status == 0:  # hang up without a word
                self.close_connection = True
                return
            self.send_response(said.status)
            for name, value in said.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(said.body)))
            self.end_headers()
            self.wfile.write(said.body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler
