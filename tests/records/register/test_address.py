"""Addresses of databases: what is shown of them, and what is refused."""

import pytest

from protectcourse.errors import RecordError
from protectcourse.records.register.address import is_address, read_address


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("postgresql://db.example.org/courses", "postgresql://db.example.org/courses"),
        ("postgres://ada:pw@db:5433/courses", "postgres://ada@db:5433/courses"),
        ("postgresql://ada:p%40%2F%3A@[::1]:5432/courses", "postgresql://ada@[::1]:5432/courses"),
        ("postgresql://ada:pw@one:1,two:2/c?sslmode=require", "postgresql://ada@one:1,two:2/c"),
        ("postgresql:///courses?host=/run/sockets&password=pw", "postgresql:///courses"),
        ("postgresql://ada:pw@db", "postgresql://ada@db"),
        ("postgresql://ada:pw@db/a%1bb\x1b[2J", "postgresql://ada@db/a%1bb\ufffd[2J"),
    ],
)
def test_what_is_shown_has_no_password(typed: str, shown: str) -> None:
    """It stands in messages, on screens and in reports, and steers no terminal."""
    assert read_address(typed) == (typed, shown)


@pytest.mark.parametrize(
    "typed",
    [
        "postgresql://ada:s3cret@pw@db/courses",
        "postgresql://ada:s3cret/pw@db/courses",
        "postgresql://ada:12/s3cret@db/courses",
        "postgresql://ada:s3cret?pw@db/courses",
        "postgresql://ada:12?s3cret@db/courses",
        "postgresql://ada:s3cret:pw@db/courses",
        "postgresql://db/courses?user=ada&password=s3cret@pw",
        "postgresql://s3cret pw",
        "postgresql://ada:s3cret#pw",
        "mysql://ada:s3cret@db/courses",
    ],
)
def test_a_password_with_signs_of_its_own_is_refused_and_never_repeated(typed: str) -> None:
    """Else a part of it would be taken for a host, asked for on the network, and shown."""
    with pytest.raises(RecordError) as caught:
        read_address(typed)

    assert "s3cret" not in f"{caught.value.message}{caught.value.hint}"


def test_the_name_of_a_file_is_no_address() -> None:
    """Most registers are in one."""
    assert not is_address("registers/2026: all.db")
    assert is_address("postgresql:///courses")
