"""The address of a database with a register in it, as it is typed and as it may be shown."""

import re
from typing import NamedTuple

from protectcourse.errors import RecordError
from protectcourse.plain_text import one_line

BETWEEN = "://"
"""Stands in an address, and hardly in the name of a file."""
_HOST = r"(?:\[[0-9A-Fa-f:.%]+\]|[\w.%\-]*)(?::[0-9]*)?"
_ADDRESS = re.compile(
    r"(?P<scheme>postgres(?:ql)?://)"
    r"(?:(?P<user>[^:@/?]*)(?::[^:@/?]*)?@)?"
    rf"(?P<hosts>{_HOST}(?:,{_HOST})*)"
    r"(?P<database>/[^@?]*)?"
    r"(?:\?[^@]*)?"
)
"""Stricter than what libpq takes: no part of a password can be read as the name of a host."""
HOW_TO_WRITE = (
    "Write postgresql://NAME@HOST/DATABASE. In a password, write %40 for @, %2F for /, %3A for : "
    "and %3F for ?, or leave it out and set PGPASSWORD. Settings stand at the end, as in "
    "?sslmode=require."
)


class Address(NamedTuple):
    """Where a database is."""

    url: str
    """With the password, if one was typed: never to be shown."""
    shown: str
    """Without it, and without settings such as `?sslmode=…`."""


def is_address(where: str) -> bool:
    """Say whether a register is in a database rather than in a file."""
    return BETWEEN in where


def read_address(where: str) -> Address:
    """Return an address. Raises RecordError, which never repeats what was typed."""
    if not where.startswith(("postgresql://", "postgres://")):
        message = "a register is kept in a file, or in a database at postgresql://…"
        raise RecordError(message, "Name one of them with --register.")
    found = _ADDRESS.fullmatch(where)
    if found is None:
        raise unreadable_address()
    user = f"{found['user']}@" if found["user"] else ""
    shown = f"{found['scheme']}{user}{found['hosts']}{found['database'] or ''}"
    return Address(where, one_line(shown))


def unreadable_address() -> RecordError:
    """Return what is to be said of an address that is none; it may have a password in it."""
    return RecordError("the address of the database cannot be read", HOW_TO_WRITE)
