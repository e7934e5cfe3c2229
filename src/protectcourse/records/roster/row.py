"""A row of the roster, and the name by which somebody is found."""

import unicodedata
from datetime import date
from functools import lru_cache
from typing import NamedTuple

_WITHOUT_STROKE = str.maketrans("łøđħŧı", "lodhti")
"""Letters whose stroke or missing dot is no accent of its own, so that none can be taken away."""


class RosterRow(NamedTuple):
    """Somebody who is to take a course. What is not said is empty."""

    learner: str = ""
    """The number that stands for the learner: 16 hex digits."""
    name: str = ""
    team: str = ""
    place: str = ""
    course: str = ""
    """The id of the course; empty for whatever course there is."""
    due: str = ""
    """A day such as "2026-12-31"."""

    @property
    def who(self) -> str:
        """What tells this person from all others on the roster."""
        return self.learner or f"name:{name_key(self.name)}"

    @property
    def key(self) -> tuple[str, str]:
        """What no two rows have in common: the person and the course."""
        return self.who, self.course

    @property
    def words(self) -> str:
        """How the row is spoken of."""
        return self.name or self.learner


@lru_cache(maxsize=65_536)
def name_key(name: str) -> str:
    """Return a name without capitals, accents and doubled blanks: for finding, not for showing."""
    if name.isascii():
        return " ".join(name.casefold().split())
    apart = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return " ".join(bare.translate(_WITHOUT_STROKE).split())


def is_day(text: str) -> bool:
    """Say whether a text is a calendar day such as "2026-12-31"."""
    try:
        return len(text) == 10 and date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
