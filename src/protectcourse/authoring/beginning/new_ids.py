"""Turns the name that a trainer gives a new thing into its id."""

import re
import unicodedata

from protectcourse.errors import ContentError
from protectcourse.plain_text import find_unclean, one_line

LONGEST = 64
_SPELLED = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
"""Letters that are not a plain letter with a mark."""
_DEVICE = re.compile(r"(con|prn|aux|nul|com[1-9]|lpt[1-9])(\..*)?")
"""File names that Windows keeps for itself."""
_ENDING = re.compile(r"\.ya?ml$")


def id_from(name: str) -> str:
    """Return the id for a name: `Über uns` is `uber-uns`.

    Raises ContentError where a letter would be lost or nothing is left.
    """
    if find_unclean(name):
        message = f"`{name}` holds a character that cannot be shown"
        raise ContentError(message, "Type the name again.")
    if "/" in name or "\\" in name:
        hint = "Give its name alone, and the folder with --folder."
        raise ContentError(f"`{name}` is a path and not a name", hint)
    plain = _without_marks(_ENDING.sub("", name.strip().lower()).translate(_SPELLED))
    if lost := next((sign for sign in plain if sign.isalnum() and not sign.isascii()), ""):
        message = f"no id can be made of `{name}`: an id has the letters a to z, and not `{lost}`"
        hint = "Give it a name in those letters, and its own title with --title."
        raise ContentError(message, hint)
    made = re.sub(r"[^a-z0-9.]+", "-", plain).strip("-.")
    if not made:
        raise ContentError(f"`{name}` has no letter for an id", "Name it, such as `first-steps`.")
    if len(made) > LONGEST:
        message = f"this name is too long: an id has at most {LONGEST} letters"
        raise ContentError(message, "Give it a short name, and its title with --title.")
    if _DEVICE.fullmatch(made):
        message = f"`{made}` cannot be a name: Windows keeps it for itself"
        raise ContentError(message, f"Take another, such as `{made}-1`.")
    return made


def title_from(name: str) -> str:
    """Return a title for a name: `front-desk` is `Front desk`; what is no id stays as it is."""
    words = _ENDING.sub("", one_line(name))
    if re.fullmatch(r"[a-z0-9.\-]+", words):
        words = words.replace("-", " ").strip()
    return words[:1].upper() + words[1:]


def _without_marks(text: str) -> str:
    """Return a text without the accents of its letters."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
