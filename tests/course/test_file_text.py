import pytest

from protectcourse.course.file_text import decode_text, with_plain_ends
from protectcourse.course.yaml_faults import Fault


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("lesson: a\n".encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + "lesson: a\n".encode("utf-16-be"), "UTF-16"),
        (b"PK\x03\x04rest of a .docx", "word processor"),
        (b"{\\rtf1\\ansi lesson: a}", "RTF"),
        (b"%PDF-1.7", "PDF"),
        ("lesson: café".encode("latin-1"), "not UTF-8"),
    ],
)
def test_what_is_no_plain_text_is_named_for_what_it_is(data: bytes, words: str) -> None:
    """A bare “not UTF-8” tells nobody that Word has saved a document."""
    fault = decode_text(data)

    assert isinstance(fault, Fault)
    assert fault.code == "C001"
    assert words in fault.message
    assert fault.hint


def test_a_mark_that_editors_put_first_is_not_part_of_the_text() -> None:
    """Notepad writes it unasked."""
    assert decode_text(b"\xef\xbb\xbflesson: a\n") == "lesson: a\n"


def test_line_ends_of_other_systems_are_read() -> None:
    """An old Mac ends lines with CR alone; a lone CR among others stays, and is refused later."""
    assert with_plain_ends("a\r\nb\r\n") == "a\nb\n"
    assert with_plain_ends("a\rb\r") == "a\nb\n"
    assert with_plain_ends("a\rb\n") == "a\rb\n"
