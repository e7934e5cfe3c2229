"""Every command says the same of a register in PostgreSQL as of one in a file."""

import random
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from subprocess import CompletedProcess
from typing import NamedTuple

import pytest
from case_takers import chance_steps
from certified import SEED, SETTINGS
from coordinated import (
    Step,
    collect,
    completed,
    make_hand_in,
    many_learners,
    number_of,
    roster_of,
)
from fake_clock import FakeClock
from learners import CASE, shipped
from lrs_learners import everybody, set_organisation
from postgres_server import RunningPostgres
from program import PROGRAM, run_here
from quiz_takers import bank_steps, people
from registers import dump
from small_lrs import ENVIRONMENT, SmallLrs, small_lrs
from terminal import Terminal

from protectcourse.course.library import open_course
from protectcourse.errors import RecordError
from protectcourse.records.register.opening import open_register
from protectcourse.scenario.story import compile_story

pytestmark = pytest.mark.servers

FILE = "in a database"
"""The name of the register in a file: what a report calls the other."""
MANY = 60
COURSE = "sent-back"
MORE = {
    "roster": "SELECT learner, name, team, place, course, due FROM roster",
    "certificate": "SELECT id, learner, course, nth, version, day, revoked_at FROM certificate",
    "statement": "SELECT lrs, device, seq, id, kind, json, state FROM statement",
}
"""What a coordinator has put there, without moments and signatures."""
VOIDED: Step = ("voided", "2026-10-03", {"device": number_of("v"), "seq": 1})
"""Takes the first step of its own learner back."""


class Office(NamedTuple):
    """A coordinator's folder and register."""

    folder: Path
    register: str

    def run(self, *arguments: str) -> CompletedProcess[str]:
        """Run a command with its own register and one of its certificates."""
        signed = sorted(path.stem[-8:] for path in (self.folder / "out").glob("*.jwt"))
        meant = {"REGISTER": self.register, "CERTIFICATE": signed[0] if signed else ""}
        named = (meant.get(one, one) for one in arguments)
        return run_here("--data-dir", "data", *named, cwd=self.folder)

    def contents(self) -> dict[str, list[tuple[object, ...]]]:
        """Return all that stands in the register."""
        where = str(self.folder / FILE) if self.register == FILE else self.register
        with open_register(where, FakeClock()) as register:
            more = {name: sorted(map(tuple, register.rows(sql))) for name, sql in MORE.items()}
            return dump(register) | more


@pytest.fixture(scope="module")
def lrs() -> Iterator[SmallLrs]:
    """Run a small LRS whose credentials are in the environment."""
    with pytest.MonkeyPatch.context() as patch, small_lrs() as server:
        for name, value in ENVIRONMENT.items():
            patch.setenv(name, value)
        yield server


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of what very different people handed in, and of a file that is none."""
    folder = tmp_path_factory.mktemp("handed-in")
    course = open_course(shipped(), folder / "compiled")
    bank, story = course.quiz("m2-quiz"), compile_story(course.case(CASE))
    steps = many_learners(MANY)
    for name, lot, ability in people(30):
        steps[f"Q{name}"] = bank_steps(f"{COURSE}/m2-quiz", bank, lot, ability, {})
    for number in range(30):
        steps[f"P{number}"] = chance_steps(f"{COURSE}/{CASE}", story, random.Random(number))
    files = [make_hand_in(name, of_one) for name, of_one in steps.items()]
    files += [learner.hand_in_file() for learner in everybody(folder / "laptops", 3)]
    taken_back: list[Step] = [completed("2026-10-02"), VOIDED]
    files.append(make_hand_in("Vera", taken_back, device=number_of("v")))
    for number, data in enumerate(files):
        (folder / f"{number:03}.pcrec").write_bytes(data)
    (folder / "999.pcrec").write_bytes(b"Dear all, " * 50)
    (folder / "people.csv").write_text(roster_of(many_learners(MANY)), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def offices(
    postgres: RunningPostgres, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Office, Office]:
    """Return two offices: one whose register is in a file, and one whose is in a database."""
    both = []
    for register in (FILE, postgres.address(postgres.make_database())):
        folder = tmp_path_factory.mktemp("office")
        set_organisation(folder / "data")
        (folder / "org.key").write_bytes(SEED)
        (folder / "org.toml").write_text(SETTINGS, encoding="utf-8")
        (folder / "out").mkdir()
        both.append(Office(folder, register))
    return both[0], both[1]


def commands(handed_in: Path, endpoint: str) -> Iterable[tuple[str, ...]]:
    """Give all commands that need a register, in an order in which a coordinator calls them."""
    here = ("--register", "REGISTER")
    signed = ("--key", "org.key", "--organisation", "org.toml")
    sent = (*here, "--endpoint", endpoint)
    yield ("collect", str(handed_in), *here)
    yield ("collect", str(handed_in), *here)
    yield ("roster", *here, "import", str(handed_in / "people.csv"))
    yield ("roster", *here, "show")
    yield ("roster", *here, "export")
    for kind in ("completion", "overdue", "expiring", "team", "changes"):
        yield ("report", kind, *here)
        yield ("report", kind, *here, "--format", "csv")
        yield ("report", kind, *here, "--course", "demo", "--to", f"out/{kind}.html")
    yield ("items", *here)
    yield ("items", *here, "--course", COURSE, "--quiz", "m2-quiz", "--format", "csv")
    yield ("paths", CASE, *here)
    yield ("paths", CASE, *here, "--course", COURSE, "--format", "csv")
    yield ("issue", *here, *signed, "--all", "--to", "out")
    yield ("issue", *here, *signed, "--all", "--to", "out", "--yes")
    yield ("revoke", *here, *signed, "CERTIFICATE", "--reason", "in error")
    yield ("lrs", "push", *sent, "--dry-run")
    yield ("lrs", "push", *sent)
    yield ("lrs", "push", *sent)
    yield ("lrs", "status", *sent)
    yield ("register", "REGISTER", "--erase", number_of("P0"), "--yes")
    yield ("register", "REGISTER", "--erase", "Ada Adeyemi", "--yes")
    yield ("collect", str(handed_in), *here)
    yield ("register", "REGISTER", "--retain", "2", "--keep-completions", "--yes")
    yield ("report", "completion", *here)
    yield ("items", *here)
    yield ("register", "REGISTER", "--retain", "1", "--yes")
    yield ("report", "completion", *here)


def test_every_command_says_the_same(
    offices: tuple[Office, Office], handed_in: Path, lrs: SmallLrs
) -> None:
    """A report that were another on a server would be believed all the same."""
    in_file, in_database = offices
    for arguments in commands(handed_in, lrs.address):
        one, other = in_file.run(*arguments), in_database.run(*arguments)

        assert other.returncode == one.returncode, (arguments, other.stderr)
        assert other.stdout == one.stdout, arguments
        assert other.stderr == one.stderr, arguments
        assert one.stdout.strip()
    for page in sorted((in_file.folder / "out").glob("*.html")):
        assert page.read_bytes() == (in_database.folder / "out" / page.name).read_bytes()
    assert in_database.contents() == in_file.contents()


def test_the_register_is_seen_on_the_full_screen(postgres: RunningPostgres) -> None:
    """Its title has the name of the database, and nothing that was typed before it."""
    where = postgres.address(postgres.make_database())
    with open_register(where, FakeClock()) as register:
        collect(register, make_hand_in("Ada Lee", [completed("2026-10-02")]))

    with Terminal([*PROGRAM, "register", where]) as terminal:
        terminal.wait_for("Ada Lee")
        assert f"Register {where.rpartition('/')[2]}" in terminal.text()
        assert "keeper" not in terminal.text()
        terminal.press("q")


def test_without_the_library_the_extra_is_named() -> None:
    """Not everybody who has the program has the extra."""
    blocked = "import sys; sys.modules['psycopg'] = None; from protectcourse.cli.entry import main"
    argv = ["report", "completion", "--register", "postgresql://ada:secret@localhost/courses"]

    done = subprocess.run(
        [sys.executable, "-c", f"{blocked}; sys.exit(main())", *argv],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == RecordError.exit_code
    assert "pip install 'protectcourse[postgres]'" in done.stderr
    assert "secret" not in done.stderr
