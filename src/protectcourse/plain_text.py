"""Text without the characters that could steer a terminal or hide what stands there."""

import re

UNCLEAN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters, but for newline and tab
    "\u00ad\u061c\u180e\u200b\u200e\u200f"  # soft hyphen, marks of direction, no-width blanks
    "\u2028-\u202e\u2060-\u206f"  # separators, embeddings, isolates, invisible operators
    "\ufeff\ufff9-\ufffb"  # byte order mark, annotation
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e007f"
    "\ud800-\udfff\ufffe\uffff"  # halves of characters, and what is none
    "]"
)
"""Control, format and direction characters.

Joiners (ZWJ, ZWNJ) are letters' own and are not among them.
"""
REPLACEMENT = "\ufffd"


def clean_text(text: str) -> str:
    """Return text in which every such character is replaced by a visible sign."""
    return text if text.isascii() and text.isprintable() else UNCLEAN.sub(REPLACEMENT, text)


def one_line(text: str) -> str:
    """Return clean text on one line: every run of white space becomes one blank."""
    return " ".join(clean_text(text).split())


def find_unclean(text: str) -> re.Match[str] | None:
    """Return the first character that must not be shown, or None."""
    return UNCLEAN.search(text)
