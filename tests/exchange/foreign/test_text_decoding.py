"""Files of any age and system become text, or are refused with a hint."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protectcourse.errors import ExchangeError
from protectcourse.exchange.foreign.text_decoding import LARGEST, decode_text

FRENCH = "Qui a été élu à la présidence ? {=François ~Hélène ~Noël}"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "cp1252"),
        (FRENCH, "utf-16"),
        (FRENCH, "utf-16-le"),
        (FRENCH, "utf-16-be"),
        (FRENCH, "utf-32"),
        ("Café – “noir”?", "cp1252"),
        ("Кто был первым президентом страны? {=Иванов ~Петров}", "cp1251"),
        ("日本の首都はどこですか?{=東京 ~大阪}", "cp932"),
    ],
)
def test_old_encodings_are_read_and_told(text: str, encoding: str) -> None:
    """A bank of 2009 is seldom UTF-8; a wrong accent is seen only by who is told to look."""
    decoded = decode_text(text.encode(encoding))

    assert decoded.text == text
    assert [(one.line, one.lost) for one in decoded.told] == [(1, False)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf_8_needs_no_word(encoding: str) -> None:
    """Nothing is said where nothing was guessed."""
    assert decode_text(FRENCH.encode(encoding)) == (FRENCH, ())


def test_what_steers_a_terminal_is_taken_out_and_told_with_its_line() -> None:
    """A foreign file is hostile; an honest one holds such signs by accident."""
    decoded = decode_text("one\r\ntw\x1b[2Jo\rthree\u200b".encode())

    assert decoded.text == "one\ntw[2Jo\nthree"
    assert [one.line for one in decoded.told] == [2, 3]
    assert "U+001B" in decoded.told[0].what


@pytest.mark.parametrize("data", [b"\0\1\2", b"\xff\xfea", b"a" * (LARGEST + 1)])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    """A picture renamed to .txt is not three questions."""
    with pytest.raises(ExchangeError) as refused:
        decode_text(data)

    assert refused.value.hint


@settings(deadline=None)
@given(st.binary(max_size=80))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    """Never a traceback, and never a sign that must not be shown."""
    try:
        decoded = decode_text(data)
    except ExchangeError:
        return
    assert not any(ord(sign) < 32 and sign not in "\n\t" for sign in decoded.text)
