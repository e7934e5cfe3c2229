"""A real PostgreSQL, run for one session of tests on the loopback and in a folder of its own."""

import getpass
import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest

HOST = "127.0.0.1"
KEEPER, PASSWORD = "keeper", "a/secret@for:tests"
SERVER_USER = "postgres"
"""Whom the server runs as where the tests run as root, which it refuses."""
SECONDS = 60
AUTHENTICATION_OK = b"R\x00\x00\x00\x08\x00\x00\x00\x00"
READY = b"Z\x00\x00\x00\x05I"


@dataclass
class RunningPostgres:
    """A server that may be killed and started again."""

    programs: Path
    folder: Path
    port: int
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def start(self) -> None:
        """Start it and wait until it answers."""
        options = f"-p {self.port} -k {self.folder} -c listen_addresses={HOST} -c fsync=off"
        self._run("pg_ctl", "start", "-w", "-l", str(self.folder / "log"), "-o", options)

    def stop(self, how: str = "fast") -> None:
        """Stop it; "immediate" is as a power cut would."""
        self._run("pg_ctl", "stop", "-w", "-m", how)

    def make_database(self, *options: str) -> str:
        """Make an empty database and return its name."""
        name = f"courses{next(self.numbers)}"
        self._run("createdb", "-h", str(self.folder), "-U", KEEPER, *options, name)
        return name

    def address(self, database: str, password: str | None = PASSWORD) -> str:
        """Return where a database is, as a coordinator types it."""
        known = "" if password is None else f":{quote(password, safe='')}"
        return f"postgresql://{KEEPER}{known}@{HOST}:{self.port}/{database}"

    def socket_address(self, database: str) -> str:
        """Return where it is without a network and a password."""
        return f"postgresql://{KEEPER}@/{database}?host={self.folder}&port={self.port}"

    def run_sql(self, database: str, sql: str) -> str:
        """Run some SQL beside the program and return what it gives."""
        return self._run("psql", "-h", str(self.folder), "-U", KEEPER, "-Atc", sql, database)

    @contextmanager
    def held(self, database: str, table: str) -> Iterator[None]:
        """Let nobody touch a table for a while: whoever needs it waits in the middle."""
        with psycopg.connect(self.socket_address(database)) as connection:
            connection.execute(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")
            yield

    def wait_for_waiting(self) -> None:
        """Wait until somebody waits for a table."""
        end = time.monotonic() + SECONDS
        while self.run_sql("postgres", "SELECT count(*) FROM pg_locks WHERE NOT granted") == "0":
            assert time.monotonic() < end
            time.sleep(0.02)

    def _run(self, program: str, *arguments: str) -> str:
        return _run_as_server(
            [str(self.programs / program), *arguments],
            {"PGDATA": str(self.folder / "data"), "PGPORT": str(self.port)},
        )


@contextmanager
def running_postgres() -> Iterator[RunningPostgres]:
    """Run a server whose databases are in the order of a language, or skip the test."""
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="postgres-"))
    try:
        if os.getuid() == 0:
            shutil.chown(folder, SERVER_USER)
        (folder / "password").write_text(PASSWORD, encoding="utf-8")
        (folder / "password").chmod(0o644)
        _run_as_server(
            [
                *(str(programs / "initdb"), "-U", KEEPER, "--pwfile", str(folder / "password")),
                *("--auth-local=trust", "--auth-host=scram-sha-256", "--encoding=UTF8"),
                *("--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en-US", "--no-sync"),
            ],
            {"PGDATA": str(folder / "data")},
        )
        server = RunningPostgres(programs, folder, free_port())
        server.start()
        try:
            yield server
        finally:
            server.stop("immediate")
    finally:
        shutil.rmtree(folder)


@contextmanager
def old_server() -> Iterator[str]:
    """Give the address of what says that it is an old PostgreSQL, and lets everybody in."""
    with socket.create_server((HOST, 0)) as listening:
        thread = threading.Thread(target=_serve_old, args=(listening,))
        thread.start()
        yield f"postgresql://ada@{HOST}:{listening.getsockname()[1]}/old?sslmode=disable"
        thread.join(SECONDS)


def free_port() -> int:
    """Return a port of the loopback on which nobody listens."""
    with socket.socket() as one:
        one.bind((HOST, 0))
        return int(one.getsockname()[1])


def _serve_old(listening: socket.socket) -> None:
    connection, _ = listening.accept()
    with connection:
        connection.recv(1024)
        settings = (("server_version", "9.4.26"), ("client_encoding", "UTF8"))
        told = b"".join(_parameter(name, value) for name, value in settings)
        connection.sendall(AUTHENTICATION_OK + told + READY)
        connection.recv(1024)


def _parameter(name: str, value: str) -> bytes:
    text = f"{name}\0{value}\0".encode()
    return b"S" + (len(text) + 4).to_bytes(4, "big") + text


def _programs() -> Path:
    """Return the folder of the server's programs, of the newest there is, or skip the test."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3])
    )
    if found:
        return found[-1].parent
    initdb = shutil.which("initdb")
    if initdb is None:
        pytest.skip("PostgreSQL is not installed")
    return Path(initdb).parent


def _run_as_server(command: Sequence[str], environ: dict[str, str]) -> str:
    user = SERVER_USER if os.getuid() == 0 else getpass.getuser()
    done = subprocess.run(
        command,
        cwd="/",
        env=os.environ | environ,
        user=user if os.getuid() == 0 else None,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, f"{command[0]}: {done.stdout}{done.stderr}"
    return done.stdout.strip()
