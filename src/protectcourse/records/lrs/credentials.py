"""What an LRS knows us by: from the environment or from a file of one's own.

Never from the command line, which others on the computer can read, and never in a message.
"""

import os
import re
import stat
import tomllib
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from protectcourse.errors import SettingsError

USER, PASSWORD, TOKEN = (
    "PROTECTCOURSE_LRS_USER",
    "PROTECTCOURSE_LRS_PASSWORD",
    "PROTECTCOURSE_LRS_TOKEN",
)
LARGEST = 10_000
"""Bytes of the file."""
HIDDEN = "[hidden]"
_TOKEN = re.compile(r"[A-Za-z0-9\-._~+/]+=*")
_LINE = re.compile(r"[^\x00-\x1f\x7f]+")
_FORM = 'It holds a line user = "…" and a line password = "…", or a line token = "…".'


@dataclass(frozen=True, slots=True)
class Credentials:
    """What is sent along with each request. It does not show when it is printed."""

    header: str = field(repr=False)
    secrets: tuple[str, ...] = field(repr=False)
    """What must not be repeated, longest first."""

    def hide(self, text: str) -> str:
        """Return what an LRS said, without the secrets, should it repeat them."""
        for secret in self.secrets:
            text = text.replace(secret, HIDDEN)
        return text


def find_credentials(environ: Mapping[str, str], file: Path | None) -> Credentials:
    """Return the credentials in a file, else those of the environment. Raises SettingsError."""
    if file is not None:
        return _made(_read(file), f"in {file}", _FORM)
    names = {"user": USER, "password": PASSWORD, "token": TOKEN}
    found = {key: environ[name] for key, name in names.items() if environ.get(name)}
    return _made(
        found,
        "in the environment",
        f"Set {USER} and {PASSWORD}, or {TOKEN}; or name a file with --credentials.",
    )


def _made(found: Mapping[str, str], where: str, hint: str) -> Credentials:
    if not found:
        raise SettingsError(f"there are no credentials for the LRS {where}", hint)
    token, user, password = (found.get(name, "") for name in ("token", "user", "password"))
    if set(found) == {"token"} and _TOKEN.fullmatch(token):
        return Credentials(f"Bearer {token}", (token,))
    both_there = set(found) == {"user", "password"} and ":" not in user
    if both_there and _LINE.fullmatch(user) and _LINE.fullmatch(password):
        both = b64encode(f"{user}:{password}".encode()).decode()
        return Credentials(f"Basic {both}", tuple(sorted((both, password), key=len, reverse=True)))
    raise SettingsError(f"the credentials {where} cannot be used", hint)


def _read(file: Path) -> dict[str, str]:
    """Return what a file holds that its owner alone can read."""
    try:
        with file.open("rb") as opened:
            status = os.fstat(opened.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise SettingsError(f"{file} is not a file", _FORM)
            if os.name == "posix" and status.st_mode & 0o077:
                hint = f"Make it yours alone: chmod 600 {file}"
                raise SettingsError(f"others can read {file}", hint)
            data = opened.read(LARGEST + 1)
    except OSError as error:
        raise SettingsError(f"{file} cannot be read ({error.strerror})", _FORM) from error
    return _parsed(data, file)


def _parsed(data: bytes, file: Path) -> dict[str, str]:
    """Return the lines of a file by their words; what is wrong is told without repeating it."""
    try:
        table = tomllib.loads(data.decode("utf-8-sig")) if len(data) <= LARGEST else {}
    except (ValueError, RecursionError):
        table = {}
    if not table or not all(isinstance(value, str) for value in table.values()):
        raise SettingsError(f"{file} holds no credentials", _FORM)
    return table
