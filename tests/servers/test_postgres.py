"""A register in PostgreSQL is the same register: by whatever order, breaks and collectors."""

import re
import signal
import subprocess
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from random import Random

import psycopg
import pytest
from coordinated import completed, make_hand_in
from fake_clock import FakeClock
from handed_in import answered, chain_of, file_of
from handing_in_learners import hand_in_files
from postgres_server import HOST, PASSWORD, RunningPostgres, free_port, old_server
from program import PROGRAM, run
from registers import dump, open_at, take_all, take_in

from protectcourse.errors import RecordError
from protectcourse.records.handing_in.reading import read_hand_in
from protectcourse.records.register.opening import open_register
from protectcourse.records.register.register import Register

pytestmark = pytest.mark.servers

FILE = file_of(chain_of([answered(1), answered(2)]))
LEARNERS = 8
MANY, FEW = 80, 30
Contents = dict[str, list[tuple[object, ...]]]


@pytest.fixture
def where(postgres: RunningPostgres) -> str:
    """Give the address of an empty database."""
    return postgres.address(postgres.make_database())


@pytest.fixture(scope="module")
def learners(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """Return 120 overlapping files of learners who really sat down and learnt."""
    return list(hand_in_files(tmp_path_factory.mktemp("learners"), LEARNERS))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of many files, one a device."""
    folder = tmp_path_factory.mktemp("many")
    for number in range(MANY):
        chain = chain_of([answered(one) for one in range(1, 9)], device=f"{number:016x}")
        (folder / f"{number:03}.pcrec").write_bytes(file_of(chain))
    return folder


def opened(where: str, *, must_exist: bool = False) -> Register:
    """Open a register at an address."""
    return open_register(where, FakeClock(), must_exist=must_exist)


def in_file(folder: Path, *files: Path) -> Contents:
    """Return all that stands in a register in a file after some were collected."""
    assert run("collect", *files, "--register", folder / "register.db").returncode == 0
    with open_at(folder) as register:
        return dump(register)


def in_database(where: str) -> Contents:
    """Return all that stands in a register at an address."""
    with opened(where, must_exist=True) as register:
        return dump(register)


def collecting(where: str, *files: Path) -> subprocess.Popen[str]:
    """Begin to collect, in a process of its own."""
    argv = [*PROGRAM, "collect", *map(str, files), "--register", where]
    return subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_orders_and_erasures_give_what_a_file_gives(
    postgres: RunningPostgres, learners: list[bytes], tmp_path: Path
) -> None:
    """An organisation that moves to a server must find the same people in the same states."""
    files = [(read_hand_in(data, None), sha256(data).hexdigest()) for data in learners]
    gone = sorted({hand_in.learner for hand_in, _ in files})[:2]
    with open_at(tmp_path) as register:
        take_all(register, files)
        for learner in gone:
            register.erase(learner)
        expected = dump(register)
    lot = Random(5)

    for _ in range(3):
        lot.shuffle(files)
        with opened(postgres.address(postgres.make_database())) as register:
            take_all(register, files[:60])
            register.erase(gone[0])
            for one in files[60:]:
                take_all(register, [one])
            register.erase(gone[1])

            assert dump(register) == expected


def test_text_is_in_the_order_of_its_bytes(where: str, tmp_path: Path) -> None:
    """In that of a language, as databases usually are, another of two titles would be kept."""
    files = [
        make_hand_in(name, [completed("2026-10-02")], courses={"demo": title})
        for name, title in (("Ada", "a demonstration"), ("Bo", "B demonstration"))
    ]
    with opened(where) as register, open_at(tmp_path) as in_file:
        for data in files:
            take_in(register, data)
            take_in(in_file, data)

        assert dump(register) == dump(in_file)


def test_two_collectors_at_once_give_what_one_gives(
    where: str, learners: list[bytes], tmp_path: Path
) -> None:
    """Also where both begin with no register there yet, and have files in common."""
    for number, data in enumerate(learners):
        (tmp_path / f"{number:03}.pcrec").write_bytes(data)
    files = sorted(tmp_path.glob("*.pcrec"))

    both = [collecting(where, *files[:80]), collecting(where, *files[:39:-1])]
    said = [one.communicate(timeout=60) for one in both]

    assert [one.returncode for one in both] == [0, 0], said
    assert in_database(where) == in_file(tmp_path, *files)


@pytest.fixture
def half_collected(where: str, folder: Path, tmp_path: Path) -> Contents:
    """Collect some of the files and return what then stands in the register."""
    some = sorted(folder.iterdir())[:FEW]
    assert run("collect", *some, "--register", where).returncode == 0
    before = in_database(where)
    assert before == in_file(tmp_path, *some)
    return before


def test_a_collector_killed_in_the_middle_loses_nothing(
    postgres: RunningPostgres, where: str, folder: Path, half_collected: Contents, tmp_path: Path
) -> None:
    """What was in is in, nothing is in by half, and another run goes on."""
    with postgres.held(where.rpartition("/")[2], "set_aside"):
        process = collecting(where, folder)
        postgres.wait_for_waiting()
        process.kill()
        process.communicate()

    assert in_database(where) == half_collected
    assert run("collect", folder, "--register", where).returncode == 0
    assert in_database(where) == in_file(tmp_path, folder)


def test_a_server_killed_in_the_middle_is_told_and_loses_nothing(
    postgres: RunningPostgres, where: str, folder: Path, half_collected: Contents, tmp_path: Path
) -> None:
    """As a power cut would."""
    with suppress(psycopg.OperationalError), postgres.held(where.rpartition("/")[2], "set_aside"):
        process = collecting(where, folder)
        postgres.wait_for_waiting()
        postgres.stop("immediate")
    _, said = process.communicate(timeout=60)
    postgres.start()

    assert process.returncode == RecordError.exit_code
    assert "cannot be used" in said
    assert "Run it again to go on." in said
    assert "Traceback" not in said
    assert PASSWORD not in said
    assert in_database(where) == half_collected
    assert run("collect", folder, "--register", where).returncode == 0
    assert in_database(where) == in_file(tmp_path, folder)


def test_a_collector_stopped_by_hand_has_what_it_said(
    postgres: RunningPostgres, where: str, folder: Path, half_collected: Contents
) -> None:
    """Also while it waits for others."""
    with postgres.held(where.rpartition("/")[2], "set_aside"):
        process = collecting(where, folder)
        postgres.wait_for_waiting()
        process.send_signal(signal.SIGINT)
        out, said = process.communicate(timeout=60)

    assert process.returncode == 130
    assert "0 taken in" in out
    assert "Run it again to go on." in said
    assert "Traceback" not in said
    assert in_database(where) == half_collected


def test_a_file_that_fails_leaves_no_half(postgres: RunningPostgres) -> None:
    """Should the disk be full in the middle, what was there stays, and nothing of the file."""
    database = postgres.make_database()
    with opened(postgres.address(database)) as register:
        before = dump(register)
        postgres.run_sql(database, "ALTER TABLE entry ADD CHECK (seq <> 2)")

        with pytest.raises(RecordError, match="violates check constraint"):
            take_in(register, FILE)

        assert dump(register) == before


def test_of_several_together_one_can_fail_alone(where: str) -> None:
    """What was taken in before it in the same stretch stays, and what comes after it goes in."""
    other = file_of(chain_of([answered(3)], device="1" * 16))
    again = file_of(chain_of([answered(1), answered(2), answered(3)]))
    with opened(where) as register:
        with register.together():
            take_in(register, FILE)
            with pytest.raises(RuntimeError), register.together():
                take_in(register, other)
                take_in(register, again)
                raise RuntimeError
            take_in(register, other)
        after = dump(register)

    assert (len(after["entry"]), len(after["handin"])) == (3, 2)


def test_what_fails_unseen_is_not_believed_to_be_kept(where: str) -> None:
    """After a fault the server takes everything back and calls that a success."""
    with opened(where) as register:
        before = dump(register)
        database = register._database

        with pytest.raises(RecordError, match="did not keep"), register.together():
            register.set_aside("a.pcrec", "0" * 64, "cut")
            with suppress(RecordError):
                database.query("SELECT 1 / 0")

        assert dump(register) == before


def test_a_report_can_change_nothing(where: str) -> None:
    """Whatever it asks."""
    with opened(where) as register:
        take_in(register, FILE)

        with pytest.raises(RecordError, match="read-only"):
            list(register.rows("DELETE FROM entry"))

        assert len(dump(register)["entry"]) == 2


def test_reports_are_read_side_by_side(where: str) -> None:
    """One may be left in the middle, or ask another for each of its rows."""
    chain = chain_of([answered(number) for number in range(1, 1201)])
    sql = "SELECT seq FROM entry WHERE seq > ? AND '?' <> '%s' ORDER BY seq"
    with opened(where) as register:
        take_in(register, file_of(chain))

        left = register.rows(sql, (7,))
        first = next(left)
        outer = register.rows(sql, (1190,))
        counts = [len(list(register.rows(sql, (number,)))) for (number,) in outer]
        left.close()

        assert first == (8,)
        assert counts == list(range(9, -1, -1))
        assert len(list(register.rows(sql, (0,)))) == 1200


SAYS = (
    ("a wrong password", "password authentication failed", "PGPASSWORD"),
    ("no password", "no password supplied", "PGPASSWORD"),
    ("nobody there", "refused", "does the server run"),
    ("no such host", "nowhere.invalid", "Is the address right"),
    ("no such database", 'database "missing" does not exist', "Is the name right"),
)


@pytest.mark.parametrize(("case", "words", "hint"), SAYS, ids=[case for case, _, _ in SAYS])
def test_what_keeps_it_closed_is_told(
    postgres: RunningPostgres, where: str, case: str, words: str, hint: str
) -> None:
    """In words, with what to do, and never with the password."""
    address = {
        "a wrong password": postgres.address("postgres", "another@secret"),
        "no password": postgres.address("postgres", None),
        "nobody there": where.replace(str(postgres.port), str(free_port())),
        "no such host": where.replace(f"{HOST}:{postgres.port}", "nowhere.invalid"),
        "no such database": postgres.address("missing"),
    }[case]

    done = run("report", "completion", "--register", address, PGPASSFILE="missing")

    assert (done.returncode, done.stdout) == (RecordError.exit_code, "")
    assert words in done.stderr
    assert hint in done.stderr
    assert "Traceback" not in done.stderr
    assert not re.search("secret|%40", done.stderr)


def test_the_password_may_stand_where_libpq_looks(
    postgres: RunningPostgres, tmp_path: Path
) -> None:
    """On the command line everybody on that computer can read it."""
    where = postgres.address(postgres.make_database(), None)
    secrets = tmp_path / "pgpass"
    secrets.write_text(f"{HOST}:{postgres.port}:*:keeper:{PASSWORD.replace(':', chr(92) + ':')}\n")
    secrets.chmod(0o600)
    (tmp_path / "a.pcrec").write_bytes(FILE)

    for environ in ({"PGPASSWORD": PASSWORD}, {"PGPASSFILE": str(secrets)}):
        done = run("collect", tmp_path, "--register", where, **environ)
        assert done.returncode == 0, done.stderr


def test_without_a_register_a_report_makes_none(postgres: RunningPostgres) -> None:
    """A slip in the name of the database must not look like an organisation without people."""
    database = postgres.make_database()

    with pytest.raises(RecordError, match="there is no register in"):
        opened(postgres.address(database), must_exist=True)

    assert (
        postgres.run_sql(database, "SELECT count(*) FROM pg_tables WHERE schemaname='public'")
        == "0"
    )


def test_a_database_with_other_tables_is_refused_and_left(postgres: RunningPostgres) -> None:
    """It belongs to somebody else's program."""
    database = postgres.make_database()
    postgres.run_sql(database, "CREATE TABLE invoice (id INTEGER)")

    with pytest.raises(RecordError, match="holds other tables, such as `invoice`"):
        opened(postgres.address(database))

    tables = postgres.run_sql(database, "SELECT tablename FROM pg_tables WHERE schemaname='public'")
    assert tables == "invoice"


def test_a_register_of_a_newer_version_is_refused_and_left(postgres: RunningPostgres) -> None:
    """Also where another program makes it newer while this one has it open."""
    database = postgres.make_database()
    with opened(postgres.address(database)) as register:
        take_in(register, FILE)
        before = dump(register)
        postgres.run_sql(database, "UPDATE protectcourse_register SET version = 99")

        with pytest.raises(RecordError, match="newer version"):
            take_in(register, file_of(chain_of([answered(1)], device="1" * 16)))
        with pytest.raises(RecordError, match="newer version"):
            opened(postgres.address(database))

        assert dump(register) == before


def test_a_database_that_cannot_hold_every_script_is_refused(postgres: RunningPostgres) -> None:
    """Names are written in all of them."""
    options = ("--encoding=LATIN1", "--template=template0", "--locale=C", "--locale-provider=libc")
    database = postgres.make_database(*options)

    with pytest.raises(RecordError, match="has the encoding LATIN1"):
        opened(postgres.address(database))


def test_a_server_that_is_too_old_is_refused() -> None:
    """Before anything is asked of it."""
    with old_server() as where, pytest.raises(RecordError, match=r"9\.4\.26, which is too old"):
        opened(where)


def test_whoever_may_only_read_can_have_reports(postgres: RunningPostgres, tmp_path: Path) -> None:
    """A person who answers questions need not be one who collects."""
    database = postgres.make_database()
    with opened(postgres.address(database)) as register:
        take_in(register, FILE)
    postgres.run_sql(
        database,
        "CREATE ROLE reader LOGIN; GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader",
    )
    where = postgres.socket_address(database).replace("keeper@", "reader@")
    (tmp_path / "b.pcrec").write_bytes(file_of(chain_of([answered(1)], device="1" * 16)))

    report = run("report", "completion", "--register", where)
    collected = run("collect", tmp_path, "--register", where)

    assert (report.returncode, collected.returncode) == (0, RecordError.exit_code)
    assert "permission denied" in collected.stderr
    assert "Whoever keeps the server grants it" in collected.stderr
