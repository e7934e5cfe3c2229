"""Names come from a table that an office keeps, and a wrong line is named."""

import pytest

from protectcourse.errors import RecordError
from protectcourse.records.certificates.names import LARGEST, read_names

FIRST, SECOND = "a3f1c0de5b7792e4", "00112233aabbccdd"


def test_names_are_read_as_offices_write_them() -> None:
    """With a byte order mark, other ends of lines, quotes, and lines left empty."""
    text = f'\ufefflearner,name\r\n{FIRST},"Okafor, Mina"\r\n\r\n {SECOND} , 한겨울 \r\n'

    assert read_names(text.encode(), "n.csv") == {FIRST: "Okafor, Mina", SECOND: "한겨울"}


def test_a_name_cannot_steer_a_terminal() -> None:
    """It is printed where it was not written."""
    data = f"learner,name\n{FIRST},A\x1b[2J\u202eb\n".encode()

    assert read_names(data, "n.csv") == {FIRST: "A\ufffd[2J\ufffdb"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "n.csv:1"),
        ("name,learner\n", "n.csv:1"),
        (f"learner,name\n{FIRST}\n", "n.csv:2"),
        (f"learner,name\n{FIRST},Ada\nAda,{FIRST}\n", "n.csv:3"),
        (f"learner,name\n{FIRST}, \n", "n.csv:2"),
        (f"learner,name\n{FIRST},{'x' * 201}\n", "n.csv:2"),
        (f'learner,name\n{FIRST},"Ada\n', "n.csv"),
    ],
)
def test_a_wrong_line_is_named(text: str, place: str) -> None:
    """A name on the wrong certificate is worse than none."""
    with pytest.raises(RecordError, match=f"^{place}"):
        read_names(text.encode(), "n.csv")


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"x" * (LARGEST + 1)])
def test_what_is_no_table_is_refused(data: bytes) -> None:
    """In a sentence."""
    with pytest.raises(RecordError):
        read_names(data, "n.csv")
