"""Which addresses statements may be sent to."""

import pytest

from protectcourse.errors import SettingsError
from protectcourse.records.lrs.endpoint import read_endpoint


@pytest.mark.parametrize(
    ("text", "statements", "is_here"),
    [
        ("https://lrs.example.org/xapi/", "https://lrs.example.org/xapi/statements", False),
        ("https://lrs.example.org", "https://lrs.example.org/statements", False),
        ("https://a.example:8443/x/statements/", "https://a.example:8443/x/statements", False),
        ("http://127.0.0.1:8080/xAPI", "http://127.0.0.1:8080/xAPI/statements", True),
        ("http://localhost/xAPI", "http://localhost/xAPI/statements", True),
        ("http://[::1]:80/xAPI", "http://[::1]:80/xAPI/statements", True),
    ],
)
def test_an_address_is_taken_with_or_without_its_end(
    text: str, statements: str, is_here: bool
) -> None:
    """Handbooks of LRSs write it in each of these ways."""
    endpoint = read_endpoint(text)

    assert (endpoint.statements, endpoint.is_this_computer) == (statements, is_here)


@pytest.mark.parametrize(
    "text",
    [
        *("http://lrs.example.org/xapi", "http://10.0.0.7/xapi", "http://127.0.0.1.example.org/"),
        *("https://ada:secret@lrs.example.org/", "https://lrs.example.org/?key=secret"),
        *("lrs.example.org", "file:///etc/passwd", "", "https://", "https://lrs example.org"),
        *("https://lrs.example.org/\r\nX: y", "https://lrs.example.org/#a", "HTTP://127.0.0.2x/"),
    ],
)
def test_an_open_way_or_a_secret_in_the_address_is_refused(text: str) -> None:
    """A command line can be read by others on the computer, plain http by others on the way."""
    with pytest.raises(SettingsError) as caught:
        read_endpoint(text)

    assert "secret" not in str(caught.value)
