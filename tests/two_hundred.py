"""An organisation of two hundred learners for tests: their hand-in files, its key and its roster.

Everybody takes the shipped course in the real sessions. Twelve do all that it asks for; for the
others the final is enough, so that all of it takes seconds. Some hand in several times.
"""

import gzip
import json
import secrets
import shutil
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple
from unittest.mock import patch

from learners import shipped
from two_hundred_laptops import Laptop, final_alone
from two_hundred_people import (
    COPIED,
    LATE_TEAMS,
    OTHER_KEY,
    PUT_BACK,
    SHARED,
    TODAY,
    UNSEALED,
    Fate,
    Person,
    all_people,
)

from protectcourse.progress.chain import canonical
from protectcourse.progress.store import FILE_NAME
from protectcourse.records.handing_in.bundle import compress, sign_header
from protectcourse.records.handing_in.levels import Level
from protectcourse.signing import Signer, make_key

NEVER_CAME = tuple(f"Nobody {letter}" for letter in "ABCDEFGH")
"""On the roster, and nothing of them was handed in."""
DUE_LATE, DUE_SOON = TODAY - timedelta(days=7), TODAY + timedelta(days=30)
DAMAGED = ("flipped", "cut", "edited", "foreign", "re-signed")
HURT = dict(zip((134, 137, 143, 146, 149), DAMAGED, strict=True))
"""Whose only file was damaged, and how; all of them in the place where files are not sealed."""
SENT_AGAIN = 134
"""The one of these who was asked for the file again."""
SETTINGS = """\
organisation = "example-aid"
name = "Example Aid"
public_key = "{key}"
xapi_base = "https://learning.example.org/"
"""


class Office(NamedTuple):
    """What a coordinator has before the first command."""

    folder: Path
    people: Sequence[Person]
    numbers: dict[int, str]
    """The random number that stands for each learner, by the person's."""

    @property
    def files(self) -> Path:
        """The folder of what was handed in."""
        return self.folder / "from-the-field"

    @property
    def sent_again(self) -> Path:
        """A folder with the one file that was asked for again."""
        return self.folder / "sent-again"

    @property
    def key(self) -> Path:
        """The organisation's key."""
        return self.folder / "our-organisation.key"

    @property
    def settings(self) -> Path:
        """The organisation's settings."""
        return self.folder / "our-organisation.toml"

    @property
    def roster(self) -> Path:
        """The roster."""
        return self.folder / "roster.csv"


def make_office(folder: Path) -> Office:
    """Let two hundred people learn, and return what came of it."""
    office = Office(folder, list(all_people()), {})
    for one in (office.files, office.sent_again, folder / "laptops"):
        one.mkdir(parents=True)
    settings = SETTINGS.format(key=make_key(office.key).public_key)
    office.settings.write_text(settings, encoding="utf-8")
    others = SETTINGS.format(key=Signer(b"\x09" * 32).public_key)
    with patch.object(secrets, "randbits", Random(11).getrandbits):
        for person in office.people:
            theirs = "" if person.place == UNSEALED else settings
            laptop = _laptop(office, person, others if person.number == OTHER_KEY else theirs)
            office.numbers[person.number] = laptop.store.learner
            _learn(laptop, office)
            laptop.store.close()
    shutil.rmtree(folder / "laptops")
    office.roster.write_text("\n".join(_roster(office)) + "\n", encoding="utf-8-sig")
    return office


def due_of(person: Person) -> date:
    """Return by when somebody is to be done."""
    return DUE_LATE if person.team in LATE_TEAMS else DUE_SOON


def _laptop(office: Office, person: Person, settings: str) -> Laptop:
    place = office.folder / "laptops"
    files = shipped() if person.fate is Fate.THOROUGH else final_alone(office.folder / "laptops")
    return Laptop(place / f"laptop-{person.number}", person, files, settings)


def _learn(laptop: Laptop, office: Office) -> None:
    """Let somebody do what they do, and hand in what they hand in."""
    person = laptop.person
    laptop.read()
    if person.number % 4 == 0:
        laptop.hand_in(office.files, Level.RESULTS)
    if person.fate is Fate.BEGUN:
        _send(laptop, office)
        return
    laptop.clock.move(days=2)
    laptop.take_quiz(most=3 if person.fate is Fate.BROKEN_OFF else 100)
    if person.number in {COPIED, PUT_BACK}:
        _go_on_in_two_places(laptop, office)
        return
    if person.fate in {Fate.HALFWAY, Fate.BROKEN_OFF}:
        _send(laptop, office)
        return
    if person.number % 3 == 0:
        laptop.hand_in(office.files, person.level)
    laptop.clock.move(days=5)
    _finish(laptop)
    _send(laptop, office)


def _finish(laptop: Laptop) -> None:
    person = laptop.person
    if person.fate is Fate.THOROUGH:
        laptop.play_cases()
    if person.fate in {Fate.FAILED, Fate.RETRIED}:
        laptop.take_final(missing=person.lot.randint(12, 20))
        laptop.clock.move(days=1)
    if person.fate is not Fate.FAILED:
        laptop.take_final(missing=person.lot.randint(0, 3))
        person.completed = laptop.clock.today()


def _send(laptop: Laptop, office: Office) -> None:
    """Hand in for the last time; with some the file is damaged on the way."""
    person = laptop.person
    path = laptop.hand_in(office.files, person.level)
    if (how := HURT.get(person.number)) is None:
        return
    whole = path.read_bytes()
    if person.number == SENT_AGAIN:
        (office.sent_again / path.name).write_bytes(whole)
    path.write_bytes(_damaged(how, whole))


def _damaged(how: str, data: bytes) -> bytes:
    """Return a file as it may arrive."""
    match how:
        case "flipped":
            middle = len(data) // 2
            return data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]
        case "cut":
            return data[: len(data) * 2 // 3]
        case "edited":
            return compress(_edited(data))
        case "re-signed":
            head, *lines = _edited(data)
            parts = json.loads(head)
            del parts["signature"]
            return compress([sign_header(parts, Signer(b"\x0a" * 32)), *lines])
        case _:
            return b"Dear all, the file is attached. Best wishes, N."


def _edited(data: bytes) -> list[str]:
    """Return the lines of a file, in which somebody made results of their own."""
    lines = gzip.decompress(data).decode().splitlines()
    edited = []
    for line in lines:
        parts = json.loads(line)
        if "minutes" in parts.get("b", ""):
            body = json.loads(parts["b"]) | {"minutes": 240}
            parts["b"] = canonical(body)
        edited.append(canonical(parts))
    assert edited != lines
    return edited


def _go_on_in_two_places(laptop: Laptop, office: Office) -> None:
    """Go on with a copied data folder, or with a backup that is put back, and hand both in."""
    laptop.hand_in(office.files, laptop.person.level)
    laptop.store.close()
    if laptop.person.number == COPIED:
        other = laptop.moved(laptop.folder.with_name("copied"))
        laptop.sit_down()
        for one in (laptop, other):
            one.clock.move(days=3)
            one.take_other_quiz()
            one.hand_in(office.files, one.person.level)
        other.store.close()
        return
    backup = (laptop.folder / FILE_NAME).read_bytes()
    laptop.sit_down()
    laptop.clock.move(days=3)
    laptop.take_other_quiz()
    laptop.hand_in(office.files, laptop.person.level)
    laptop.put_back(backup)
    laptop.clock.move(days=3)
    laptop.take_other_quiz()
    laptop.hand_in(office.files, laptop.person.level)


def _roster(office: Office) -> Iterator[str]:
    """Give the lines of the roster: by name, and by number where one name is that of two."""
    yield "learner,name,team,place,course,due"
    for person in office.people:
        number = office.numbers[person.number] if person.number in {40, 41} else ""
        if person.number in SHARED and not number:
            continue  # one row for the two of them: that is what a coordinator would write
        row = (number, person.name, person.team, person.place, "sent-back", due_of(person))
        yield ",".join(map(str, row))
    for place, name in enumerate(NEVER_CAME):
        yield f",{name},{('Intake', 'Office')[place % 2]},Hill,sent-back,{DUE_LATE}"
