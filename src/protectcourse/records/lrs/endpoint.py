"""The address of a learning record store, as it may be named."""

import re
from ipaddress import ip_address
from typing import NamedTuple

from protectcourse.errors import SettingsError

_ADDRESS = re.compile(
    r"(?P<scheme>https?)://(?P<host>[A-Za-z0-9.\-]+|\[[0-9A-Fa-f:]+\])(:[0-9]{1,5})?"
    r"(?P<path>/[A-Za-z0-9._~%/\-]*)?"
)
_STATEMENTS = "statements"


class Endpoint(NamedTuple):
    """Where a learning record store takes statements."""

    address: str
    """Without the slash at its end."""
    host: str
    is_this_computer: bool

    @property
    def statements(self) -> str:
        """The address that statements are sent to."""
        return f"{self.address}/{_STATEMENTS}"


def read_endpoint(text: str) -> Endpoint:
    """Return the endpoint of an address.

    Raises SettingsError, also where the way there is open to others.
    """
    found = _ADDRESS.fullmatch(text)
    if found is None:
        hint = (
            "Such as https://lrs.example.org/xapi/, without a name, a password or a `?` in it. "
            "Credentials come from the environment or a file of your own."
        )
        raise SettingsError("--endpoint is not the address of an LRS", hint)
    host = found["host"].strip("[]").lower()
    is_this_computer = _is_loopback(host)
    if found["scheme"] == "http" and not is_this_computer:
        hint = "On the way, others could read what learners did, and the password."
        raise SettingsError("--endpoint must begin with https://", hint)
    address = text.rstrip("/").removesuffix(f"/{_STATEMENTS}").rstrip("/")
    return Endpoint(address, host, is_this_computer)


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
