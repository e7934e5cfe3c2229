"""Writes a file that a trainer asked for: never over another unasked, readable like any other."""

import os
from pathlib import Path

from protectcourse.atomic import write_whole
from protectcourse.errors import ExchangeError


def refusal(target: Path, option: str, *, replace: bool) -> str:
    """Return why a file cannot be written; empty where it can. `option` names another."""
    if not target.parent.is_dir():
        return f"there is no folder {target.parent}. Make it first, or name another with {option}."
    if target.exists() and not target.is_file():
        return f"{target} is not a file that can be replaced. Name another with {option}."
    if target.exists() and not replace:
        return f"{target} is there already. Name another with {option}, or replace it with --yes."
    return ""


def write_file(target: Path, data: bytes) -> None:
    """Write a file whole, with the rights that a new file usually has. Raises ExchangeError."""
    try:
        write_whole(target, data)
        mask = os.umask(0)
        os.umask(mask)
        target.chmod(0o666 & ~mask)
    except OSError as error:
        message = f"{target} could not be written: {error.strerror}"
        raise ExchangeError(message, "Name another folder.") from error
