"""Runs the program as a user would, without a terminal."""

import os
import subprocess
import sys
from pathlib import Path

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
