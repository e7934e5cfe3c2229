"""Runs the program as a user would, without a terminal."""

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from protectcourse.cli.main import run_command
from protectcourse.cli.output import say_failure
from protectcourse.errors import ProtectCourseError

PROGRAM = [sys.executable, "-m", "protectcourse"]


def run(
    *arguments: str | Path, cwd: Path | None = None, **environ: str
) -> subprocess.CompletedProcess[str]:
    """Run the program and return what it printed and its exit code."""
    return subprocess.run(
        [*PROGRAM, *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=cwd,
        env={**os.environ, **environ},
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )


def run_here(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command as `run` does, in this process: for tests with very many calls."""
    argv, out, err = [str(one) for one in arguments], io.StringIO(), io.StringIO()
    with (
        contextlib.chdir(cwd or Path.cwd()),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        _as_arguments(argv),
    ):
        try:
            code = run_command()
        except ProtectCourseError as error:
            say_failure(error)
            code = error.exit_code
    return subprocess.CompletedProcess(argv, code, out.getvalue(), err.getvalue())


@contextlib.contextmanager
def _as_arguments(argv: list[str]) -> Iterator[None]:
    """Put arguments in place of those of this process, for a while."""
    before = sys.argv
    sys.argv = ["protectcourse", *argv]
    try:
        yield
    finally:
        sys.argv = before
