"""Times a program in a pseudo-terminal: from start or key to some words on the screen."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

PATIENCE_SECONDS = 20.0
COLUMNS, LINES = 80, 24


@dataclass(slots=True)
class Timing:
    """One run: milliseconds from the start and from each key, and the peak of memory in MiB."""

    ready: float = 0.0
    keys: list[float] = field(default_factory=list)
    exit: float = 0.0
    peak: float = 0.0


def run_in_terminal(
    argv: Sequence[str],
    wait: str,
    keys: Sequence[tuple[str, str]] = (),
    leave: str = "q",
    environ: Mapping[str, str] | None = None,
) -> Timing:
    """Start a program, wait for words, press keys, each until its words (or any output) come.

    Words are looked for in what the program writes since the last key; none mean any output.
    """
    timing = Timing()
    began = time.perf_counter()
    process, master = _start(argv, environ or {})
    timing.ready = _milliseconds(began, _read_until(master, wait))
    _drain(master)
    for key, words in keys:
        pressed = time.perf_counter()
        os.write(master, key.encode())
        timing.keys.append(_milliseconds(pressed, _read_until(master, words)))
        _drain(master)
    timing.peak = _peak(process.pid)
    leaving = time.perf_counter()
    os.write(master, leave.encode())
    while process.poll() is None:
        _drain(master, 0.002)
    timing.exit = _milliseconds(leaving, time.perf_counter())
    os.close(master)
    return timing


def run_command(argv: Sequence[str]) -> float:
    """Return the milliseconds that a command takes without a terminal; it must end with 0."""
    began = time.perf_counter()
    subprocess.run(argv, check=True, stdout=subprocess.DEVNULL)
    return _milliseconds(began, time.perf_counter())


def run_weighed(argv: Sequence[str]) -> tuple[float, float]:
    """Return the milliseconds that a command takes and the peak of its memory in MiB.

    It must end with 0: what fails at once is soon done, and needs little.
    """
    began = time.perf_counter()
    process = subprocess.Popen(argv, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, argv)
    return _milliseconds(began, time.perf_counter()), used.ru_maxrss / 1024


def _start(argv: Sequence[str], environ: Mapping[str, str]) -> tuple[subprocess.Popen[bytes], int]:
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    usual = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    process = subprocess.Popen(
        argv,
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
        env={**os.environ, **usual, **environ},
    )
    os.close(slave)
    return process, master


def _read_until(master: int, words: str) -> float:
    """Return the moment at which some words had been written."""
    written = b""
    end = time.perf_counter() + PATIENCE_SECONDS
    while time.perf_counter() < end:
        ready, _, _ = select.select([master], [], [], 0.5)
        if ready:
            written += os.read(master, 65536)
            if words.encode() in written:
                return time.perf_counter()
    raise TimeoutError(f"{words!r} did not come; the end of what did: {written[-300:]!r}")


def _drain(master: int, quiet: float = 0.12) -> None:
    """Read on until nothing comes for a while."""
    try:
        while select.select([master], [], [], quiet)[0]:
            if not os.read(master, 65536):
                return
    except OSError:
        return


def _peak(pid: int) -> float:
    """Return the peak of a process's memory in MiB; 0 where the system does not tell."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return 0.0
    line = next(s for s in status.read_text().splitlines() if s.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def _milliseconds(began: float, ended: float) -> float:
    return 1000 * (ended - began)
