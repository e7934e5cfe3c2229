"""Which names of files a pack may have: the same on every computer, and none that leads outside."""

import re
from collections.abc import Iterable, Iterator

MOST_ENTRIES = 500
DEEPEST = 4
"""Parts of a name, such as lessons/front-desk/scenarios/door.yaml."""
LONGEST_NAME = 200
_PART = re.compile(r"[A-Za-z0-9._-]+")
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)


def name_faults(names: Iterable[str]) -> Iterator[str]:
    """Give what is wrong with the names of the files of a pack, each in a sentence."""
    seen: dict[str, str] = {}
    for name in names:
        fault = _fault(name)
        if fault:
            yield fault
            continue
        folded = name.lower()
        if folded in seen:
            other = seen[folded]
            yield (
                f"`{name}` stands there twice"
                if other == name
                else f"`{other}` and `{name}` differ in capitals only"
            )
        seen[folded] = name


def _fault(name: str) -> str:
    """Return what is wrong with a name, or nothing."""
    shown = ascii(name)[1:-1][:LONGEST_NAME]
    parts = name.split("/")
    if len(name) > LONGEST_NAME:
        return f"`{shown[:60]}…` is too long for a name"
    if not all(_PART.fullmatch(part) for part in parts):
        return f"`{shown}` has signs other than letters, digits, `.`, `_` and `-`"
    if any(part.startswith(".") or part.endswith(".") for part in parts):
        return f"`{shown}` begins or ends with a full stop"
    if any(_DEVICES.fullmatch(part) for part in parts):
        return f"`{shown}` is a name that Windows keeps for itself"
    if len(parts) > DEEPEST:
        return f"`{shown}` lies too deep: {DEEPEST} parts are the most"
    return ""
