"""Two hundred people who take the shipped course in the real sessions, and what each of them did.

What they did is written down here, step by step, as they do it: what a register says of them can
then be compared with it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from random import Random
from typing import NamedTuple

from protectcourse.clock import SystemClock
from protectcourse.records.handing_in.levels import Level

COUNT = 200
TODAY = SystemClock().today()
"""The program asks the computer's clock when it reports, and so all days hang on today."""
QUIZ, OTHER_QUIZ, FINAL, LESSON = "m2-quiz", "m3-quiz", "final", "rule-against-return"
MISLEADING, LURE = "drought", "nothing"
"""The question at which most people choose one wrong option."""
TEAMS = ("Intake", "Border", "Legal", "Field", "Shelter", "Hotline", "Training", "Office")
LATE_TEAMS = frozenset(TEAMS[:4])
"""Their members should have been done by now."""
PLACES = ("Harbour", "Hill", "River")
UNSEALED = PLACES[2]
"""There nobody has the organisation's settings."""
FIRST = (
    *("Abena", "Birgit", "Chloé", "Dilnoza", "Esra", "Farid", "Grace", "Håkon", "Inês", "Jun"),
    *("Kofi", "Lucía", "Marek", "Nadia"),
)
LAST = (
    *("Adeyemi", "Berg", "Çelik", "Dupont", "Eze", "Fischer", "Górski", "Haddad", "Ito", "Jansen"),
    *("Kaya", "Lund", "Moreau", "Novák"),
    "Okoye",
)
ELSEWHERE = (
    "김하늘",
    "박서연",
    "이도윤",
    "최지우",
    "ليلى حداد",
    "يوسف منصور",
    "سارة خليل",
    "عمر ناصر",
)
SHARED = {18: 17, 41: 40}
"""People who have the name of another, by number."""


class Fate(StrEnum):
    """How far somebody gets."""

    THOROUGH = "plays every core case and passes the final"
    DONE = "passes the final, which is all that is asked of them"
    RETRIED = "fails the final once and then passes it"
    FAILED = "fails the final"
    HALFWAY = "takes a quiz and stops"
    BROKEN_OFF = "stops in the middle of a quiz"
    BEGUN = "reads a lesson"


FATES = {
    **{Fate.DONE: 80, Fate.RETRIED: 12, Fate.FAILED: 30, Fate.HALFWAY: 38},
    **{Fate.BROKEN_OFF: 10, Fate.BEGUN: 18},
}
THOROUGH = 12
EXPIRED, EXPIRING = frozenset({50, 51}), frozenset({52, 53, 54})
COPIED, PUT_BACK, AHEAD, OTHER_KEY = 130, 131, 132, 133
"""People to whom something happened: their data folder was copied, a backup was put back, their
clock is twenty years ahead, their files are sealed to another organisation's key."""
FIXED = {
    **dict.fromkeys(range(THOROUGH), Fate.THOROUGH),
    **dict.fromkeys((*EXPIRED, *EXPIRING, AHEAD, OTHER_KEY, 17, 40, 134), Fate.DONE),
    **dict.fromkeys((COPIED, PUT_BACK, 18, 41), Fate.HALFWAY),
}


class Given(NamedTuple):
    """An answer to a question: what was chosen, where there is something to choose."""

    chosen: frozenset[str]
    is_right: bool


@dataclass
class Person:
    """Somebody, and what they have done so far."""

    number: int
    fate: Fate
    level: Level
    ability: float
    begun: date
    lot: Random
    completed: date | None = None
    right_in_final: int = 0
    answers: dict[str, Given] = field(default_factory=dict)
    """To the quiz, in a first attempt that was finished."""

    @property
    def name(self) -> str:
        """What they are called; two pairs of people are called alike."""
        number = SHARED.get(self.number, self.number)
        if number % 25 == 1:
            return ELSEWHERE[number // 25]
        return f"{FIRST[number % 14]} {LAST[number // 14]}"

    @property
    def team(self) -> str:
        """Their team."""
        return TEAMS[self.number % 8]

    @property
    def place(self) -> str:
        """Where they work."""
        return PLACES[self.number % 3]


def all_people(seed: int = 7) -> Iterator[Person]:
    """Give two hundred people, none of whom has done anything yet."""
    lot = Random(seed)
    rest = [fate for fate, count in FATES.items() for _ in range(count)]
    lot.shuffle(rest)
    for number in range(COUNT):
        fate = FIXED.get(number) or rest[number - THOROUGH]
        weeks = lot.randint(3, 12)
        yield Person(
            number=number,
            fate=fate,
            level=Level.ANSWERS if number < THOROUGH or lot.random() < 0.7 else Level.RESULTS,
            ability=min(0.97, max(0.35, lot.gauss(0.75, 0.15))),
            begun=_begun(number, weeks),
            lot=Random(f"{seed} {number}"),
        )


def _begun(number: int, weeks: int) -> date:
    """Return the day on which somebody begins: some of them years ago."""
    if number in EXPIRED:
        return date(TODAY.year - 3, 6, 1)
    if number in EXPIRING:
        return date.fromordinal(TODAY.toordinal() - 710)
    if number == AHEAD:
        return date(TODAY.year + 20, 3, 1)
    return date.fromordinal(TODAY.toordinal() - 7 * weeks)
