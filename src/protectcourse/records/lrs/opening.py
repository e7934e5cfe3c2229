"""Opens the connection to an LRS, where the library for it is installed."""

from typing import TYPE_CHECKING

from protectcourse.errors import ExchangeError
from protectcourse.records.lrs.credentials import Credentials
from protectcourse.records.lrs.endpoint import Endpoint

if TYPE_CHECKING:
    from protectcourse.records.lrs.client import Lrs


def open_lrs(endpoint: Endpoint, credentials: Credentials) -> "Lrs":
    """Return a connection; nothing is sent yet. Raises ExchangeError."""
    try:
        from protectcourse.records.lrs.client import Lrs
    except ModuleNotFoundError as error:
        hint = "Install it with: pip install 'protectcourse[lrs]'"
        raise ExchangeError("sending to an LRS needs the library httpx", hint) from error
    return Lrs(endpoint, credentials)
