"""Real learning record stores, installed for one session of tests and run on the loopback.

Neither is shipped or needed by the program: they are here to say whether it speaks the standard.
"""

import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

NODE_PACKAGES = ("xapi-statements@5.0.1", "@learninglocker/xapi-validation@3.0.0")
PYTHON_PACKAGES = ("ralph-malph[lrs,cli]", "requests")
INSTALL_SECONDS, START_SECONDS = 180, 30
HOST = "127.0.0.1"
USER, PASSWORD = "ralph", "a-secret-for-tests"
ON_LOOPBACK_ONLY = """\
const net = require('net');
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (port, ...rest) {
  const done = rest.find((one) => typeof one === 'function');
  return listen.call(this, {host: '127.0.0.1', port: Number(port)}, done);
};
"""
"""Preloaded: the strict server would listen to every network."""
VALIDATE = """\
const validation = require('@learninglocker/xapi-validation').default;
const lines = require('fs').readFileSync(0, 'utf8').split('\\n').filter(Boolean);
const said = lines.map((line) => {
  const found = validation(JSON.parse(line));
  return found.map((one) => JSON.stringify(one));
});
console.log(JSON.stringify(said));
"""
APPENDING = """\
import sys
from ralph.backends.data.base import BaseOperationType
from ralph.backends.lrs.fs import FSLRSBackend
FSLRSBackend.default_operation_type = BaseOperationType.APPEND
import uvicorn
uvicorn.run("ralph.api:app", host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")
"""
"""Starts the lax server, which by default cannot write to a file a second time."""
HASH = """\
import bcrypt, sys
print(bcrypt.hashpw(sys.argv[1].encode(), bcrypt.gensalt(4)).decode())
"""
MODELS = """\
import json, sys
from pydantic import ValidationError
from ralph.models.xapi.base.statements import BaseXapiStatement
class Statement(BaseXapiStatement):
    pass
said = []
for line in sys.stdin:
    try:
        Statement(**json.loads(line))
        said.append([])
    except ValidationError as error:
        said.append([str(error)])
print(json.dumps(said))
"""
"""Checks statements against the models of the lax server."""


@dataclass
class RunningLrs:
    """A server that may be killed."""

    process: subprocess.Popen[bytes]
    address: str

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self.process.wait(10)


def install_node_packages(folder: Path) -> Path:
    """Install what the strict server needs, or skip the test."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        pytest.skip("node and npm are not installed")
    folder.mkdir()
    (folder / "package.json").write_text('{"private": true}', encoding="utf-8")
    (folder / "loopback.js").write_text(ON_LOOPBACK_ONLY, encoding="utf-8")
    (folder / "validate.js").write_text(VALIDATE, encoding="utf-8")
    quiet = ("--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
    _install([npm, "install", *quiet, *NODE_PACKAGES], folder)
    return folder


def install_python_packages(folder: Path) -> Path:
    """Install the lax server beside our own packages, or skip the test."""
    _install([sys.executable, "-m", "venv", str(folder)], folder.parent)
    python = folder / "bin" / "python"
    _install([str(python), "-m", "pip", "install", "-q", *PYTHON_PACKAGES], folder.parent)
    return python


@contextmanager
def strict_lrs(packages: Path, place: Path) -> Iterator[RunningLrs]:
    """Run the strict server, with nothing in it; it keeps all in memory."""
    port = _free_port()
    environ = {
        **{"MODELS_REPO": "memory", "STORAGE_REPO": "local", "AUTH_REPO": "test"},
        **{"EVENTS_REPO": "test", "SERVICE_AWAIT_UPDATES": "true", "EXPRESS_PORT": str(port)},
        "FS_LOCAL_STORAGE_DIR": str(place),
        "EXPRESS_MORGAN_DIRECTORY": str(place / "log"),
    }
    server = packages / "node_modules" / "xapi-statements" / "dist" / "server.js"
    command = ["node", "-r", str(packages / "loopback.js"), str(server)]
    with _running(command, environ, place, port) as lrs:
        yield lrs


@contextmanager
def lax_lrs(python: Path, place: Path) -> Iterator[RunningLrs]:
    """Run the lax server on the files of a folder."""
    port = _free_port()
    place.mkdir(exist_ok=True)
    command = [str(python), "-c", HASH, PASSWORD]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    agent = {"mbox": "mailto:lrs@example.org"}
    known = [{"agent": agent, "scopes": ["all"], "hash": done.stdout.strip(), "username": USER}]
    (place / "auth.json").write_text(json.dumps(known), encoding="utf-8")
    environ = {
        "RALPH_APP_DIR": str(place),
        "RALPH_AUTH_FILE": str(place / "auth.json"),
        "RALPH_RUNSERVER_BACKEND": "fs",
        "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(place),
        "RALPH_BACKENDS__LRS__FS__DEFAULT_LRS_FILE": "kept.jsonl",
    }
    (place / "serve.py").write_text(APPENDING, encoding="utf-8")
    command = [str(python), str(place / "serve.py"), str(port)]
    with _running(command, environ, place, port) as lrs:
        yield lrs


def kept_by_lax(place: Path) -> list[str]:
    """Return the ids of the statements in the files of the lax server."""
    lines = (place / "kept.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["id"] for line in lines]


def check_by(command: Sequence[str], statements: Sequence[str], folder: Path) -> list[list[str]]:
    """Return what a checker says of each statement."""
    done = subprocess.run(
        command, cwd=folder, input="\n".join(statements), capture_output=True, text=True, check=True
    )
    said: list[list[str]] = json.loads(done.stdout)
    return said


@contextmanager
def _running(
    command: Sequence[str], environ: Mapping[str, str], place: Path, port: int
) -> Iterator[RunningLrs]:
    place.mkdir(exist_ok=True)
    with (place / "server.log").open("ab") as log:
        process = subprocess.Popen(
            command, cwd=place, env={**os.environ, **environ}, stdout=log, stderr=log
        )
        try:
            _wait_for(process, port, place)
            yield RunningLrs(process, f"http://{HOST}:{port}/xAPI")
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(10)


def _wait_for(process: subprocess.Popen[bytes], port: int, place: Path) -> None:
    """Wait until a server answers."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            with closing(http.client.HTTPConnection(HOST, port, timeout=2)) as connection:
                connection.request("GET", "/xAPI/about")
                connection.getresponse().read()
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"the server did not start: {(place / 'server.log').read_text()[-2000:]}")


def _install(command: Sequence[str], folder: Path) -> None:
    try:
        subprocess.run(
            command, cwd=folder, capture_output=True, text=True, timeout=INSTALL_SECONDS, check=True
        )
    except subprocess.CalledProcessError as error:
        pytest.skip(f"{command[0]} could not install: {error.stderr[-500:]}")
    except subprocess.TimeoutExpired:
        pytest.skip(f"{command[0]} took too long to install")


def _free_port() -> int:
    with socket.socket() as one:
        one.bind((HOST, 0))
        return int(one.getsockname()[1])
