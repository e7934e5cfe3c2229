"""The bytes of a file as text, or what keeps them from being text."""

from protectcourse.course.yaml_faults import Fault, Place, place_in

LARGEST_FILE = 1_048_576
"""Bytes."""
_SAVE_HINT = "Save it again: choose *Save as*, and UTF-8 as the encoding."
_FOREIGN: tuple[tuple[bytes, str, str], ...] = (
    (b"\xff\xfe", "the file is saved as Unicode (UTF-16), not as UTF-8", _SAVE_HINT),
    (b"\xfe\xff", "the file is saved as Unicode (UTF-16), not as UTF-8", _SAVE_HINT),
    (
        b"PK\x03\x04",
        "this is a document of a word processor, or a packed folder, and not plain text",
        "Copy its words into a plain text file; a word processor can also save as *Plain text*.",
    ),
    (
        b"{\\rtf",
        "this is a document with formatting (RTF), and not plain text",
        "Choose *Format*, *Make plain text* in the editor, or save it as *Plain text*.",
    ),
    (
        b"%PDF",
        "this is a PDF, and not plain text",
        "Copy its words into a plain text file.",
    ),
)
"""How files begin that are not plain text, and what is said of them."""


def decode_text(data: bytes) -> str | Fault:
    """Return the text of a file with line ends as they are here, or what is wrong with it."""
    start = Place(1, 1)
    if len(data) > LARGEST_FILE:
        return Fault("C001", start, "the file is larger than 1 MB", "Make several files of it.")
    for begins, message, hint in _FOREIGN:
        if data.startswith(begins):
            return Fault("C001", start, message, hint)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = place_in(error.object[: error.start].decode())
        return Fault("C001", place, "the file is not UTF-8 text", _SAVE_HINT)
    return with_plain_ends(text)


def with_plain_ends(text: str) -> str:
    """Return a text whose lines end as they do here, whatever they end with elsewhere."""
    text = text.replace("\r\n", "\n")
    return text if "\n" in text else text.replace("\r", "\n")
