"""An organisation for tests: learners whose hand-in files are made directly, and a roster."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

from fake_clock import FakeClock

from protectcourse.progress.chain import FIRST, Entry, canonical, seal_entry
from protectcourse.records.handing_in.bundle import compress, sign_header, spans_of, write_line
from protectcourse.records.handing_in.reading import read_hand_in
from protectcourse.records.register.opening import open_register
from protectcourse.records.register.register import Register
from protectcourse.signing import Signer

COURSE, TITLE = "demo", "A demonstration"
FIRST_NAMES = ("Ada", "Bruno", "Chloé", "Dilnoza", "Esra", "Farid", "Grace", "Håkon", "Inês", "Jun")
LAST_NAMES = ("Adeyemi", "Berg", "Çelik", "Dupont", "Eze", "Fischer", "Górski", "Haddad", "Ito")
TEAMS = ("North", "South", "Coast", "Office")
PLACES = ("Harbour", "Hill")

Step = tuple[str, str, Mapping[str, Any]]
"""The kind of an event, its day, and what else its body says."""


def number_of(name: str) -> str:
    """Return the number that stands for a learner of this name."""
    return sha256(name.encode()).hexdigest()[:16]


def begun(day: str, course: str = COURSE) -> Step:
    """Return that a course was begun."""
    return ("course-begun", day, {"course": course, "version": 1, "rule": {"needs": ["lessons"]}})


def lesson(day: str, unit: str = "welcome", course: str = COURSE) -> Step:
    """Return that a lesson was completed."""
    return ("lesson-completed", day, {"unit": f"{course}/{unit}", "version": 1, "minutes": 8})


def quiz(day: str, score: int = 9000, attempt: int = 1, unit: str = "visits") -> Step:
    """Return that a quiz was finished."""
    parts = {"objectives": {"O1": score}, "passed": int(score >= 8000), "minutes": 6}
    return (
        "quiz-finished",
        day,
        {"unit": f"{COURSE}/{unit}", "attempt": attempt, "score": score} | parts,
    )


def completed(day: str, score: int = 9000, months: int = 24, course: str = COURSE) -> Step:
    """Return that a course was completed."""
    parts = {"units": {"welcome": 1}, "status": "reviewed", "valid_months": months}
    return ("course-completed", day, {"course": course, "version": 1, "score": score} | parts)


def gained(kind: str, day: str, **more: Any) -> Step:
    """Return a refresher or a later check of the course."""
    return (kind, day, {"course": COURSE, "version": 1} | more)


def make_hand_in(
    name: str,
    steps: Iterable[Step],
    *,
    learner: str = "",
    device: str = "",
    day: str = "2026-11-24",
    courses: Mapping[str, str] | None = None,
) -> bytes:
    """Return the file that a learner hands in."""
    who = learner or number_of(name)
    where = device or number_of(f"device of {who}")
    entries: list[Entry] = []
    for seq, (kind, on, parts) in enumerate(steps, 1):
        body = {"kind": kind, "learner": who, "day": on, **parts}
        prev = entries[-1].hash if entries else FIRST
        salt = sha256(f"{where} {seq}".encode()).hexdigest()[:32]
        entries.append(seal_entry(where, seq, prev, kind, canonical(body), salt, "{}"))
    titles = courses or {COURSE: TITLE}
    header = {
        "learner": who,
        "name": name,
        "day": day,
        "level": "results",
        "made_with": "test",
        "courses": {
            course: {"version": 1, "title": title, "status": "reviewed"}
            for course, title in titles.items()
        },
        "devices": [asdict(span) for span in spans_of(entries).values()],
    }
    signer = Signer(sha256(where.encode()).digest())
    lines = [sign_header(header, signer), *(write_line(0, one, leaves=True) for one in entries)]
    return compress(lines)


def collect(register: Register, *files: bytes) -> None:
    """Take hand-in files into a register."""
    for data in files:
        register.take(read_hand_in(data, None), "a.pcrec", sha256(data).hexdigest())


def fill_register(path: Path, *files: bytes, clock: FakeClock | None = None) -> Path:
    """Make a register of some files."""
    with open_register(str(path), clock or FakeClock()) as register:
        collect(register, *files)
    return path


def many_learners(count: int, seed: int = 1) -> dict[str, list[Step]]:
    """Return what so many learners did, by name: some nothing, some begun, most completed."""
    lot = Random(seed)
    return {f"{_name(number)}": list(_steps(lot)) for number in range(count)}


def roster_of(names: Iterable[str], due: str = "2026-11-01") -> str:
    """Return a roster of some people as CSV: a team and a place for each."""
    rows = [
        f"{name},{TEAMS[number % 7 % 4]},{PLACES[number % 2]},{COURSE},{due}"
        for number, name in enumerate(names)
    ]
    return "\n".join(["name,team,place,course,due", *rows, ""])


def _name(number: int) -> str:
    last, first = divmod(number, len(FIRST_NAMES))
    turn, last = divmod(last, len(LAST_NAMES))
    more = f" {turn + 1}" if turn else ""
    return f"{FIRST_NAMES[first]} {LAST_NAMES[last]}{more}"


def _steps(lot: Random) -> Iterable[Step]:
    month = lot.randint(1, 10)
    start = f"2026-{month:02d}-{lot.randint(1, 28):02d}"
    fate = lot.random()
    if fate < 0.1:
        return
    yield begun(start)
    yield lesson(start)
    if fate > 0.35:
        end = f"2026-{month + 1:02d}-{lot.randint(1, 28):02d}"
        score = 100 * lot.randint(80, 100)
        yield quiz(end, score)
        yield completed(end, score, months=lot.choice((3, 12, 24, 0)))
