"""The tables of a register in PostgreSQL, and how they come to be there.

Text is compared by its bytes, as SQLite does: in the order of some language, two registers of the
same files would differ. What stands in the tables is said in `contents`.
"""

from collections.abc import Sequence

from psycopg import Connection
from psycopg.errors import DuplicateTable, UniqueViolation

from protectcourse.errors import RecordError
from protectcourse.records.lrs.tables import OUTBOX_TABLES
from protectcourse.records.register.database import Row

OURS = "protectcourse_register"
"""The table with the version of the others: says whose database this is.

Its one row is locked by whoever changes anything: so collectors take turns.
"""
HAS_OURS = f"SELECT to_regclass('{OURS}') IS NOT NULL"
LOCK = f"SELECT version FROM {OURS} FOR UPDATE"
"""Keeps all others from changing the register until the transaction ends."""
FOREIGN = """\
SELECT c.relname FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
  AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
ORDER BY c.relname LIMIT 1"""
"""A table or view beside which a register would be made; those of extensions do no harm."""
TEXT = 'TEXT COLLATE "C"'
TABLES = f"""\
CREATE TABLE handin (id INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sha256 {TEXT} NOT NULL UNIQUE, name {TEXT} NOT NULL, received_at {TEXT} NOT NULL,
  learner {TEXT} NOT NULL, public_key {TEXT} NOT NULL, level {TEXT} NOT NULL, day {TEXT} NOT NULL,
  verdict {TEXT} NOT NULL, called {TEXT} NOT NULL);
CREATE INDEX handin_key ON handin (public_key, day, sha256);
CREATE INDEX handin_learner ON handin (learner, day, sha256);
CREATE TABLE set_aside (sha256 {TEXT} PRIMARY KEY, name {TEXT} NOT NULL,
  received_at {TEXT} NOT NULL, reason {TEXT} NOT NULL);
CREATE TABLE device (id INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  device {TEXT} NOT NULL UNIQUE, learner {TEXT} NOT NULL, public_key {TEXT} NOT NULL);
CREATE TABLE sent (device INTEGER NOT NULL, handin INTEGER NOT NULL, PRIMARY KEY (device, handin));
CREATE INDEX sent_handin ON sent (handin);
CREATE TABLE learner (learner {TEXT} PRIMARY KEY, name {TEXT} NOT NULL, erased_at {TEXT});
CREATE INDEX learner_erased ON learner (learner) WHERE erased_at IS NOT NULL;
CREATE TABLE course (course {TEXT} NOT NULL, version INTEGER NOT NULL, title {TEXT} NOT NULL,
  status {TEXT} NOT NULL, PRIMARY KEY (course, version));
CREATE TABLE entry (device INTEGER NOT NULL, seq INTEGER NOT NULL, hash BYTEA NOT NULL,
  digest BYTEA NOT NULL, state INTEGER NOT NULL, kind {TEXT}, learner {TEXT}, day {TEXT},
  course {TEXT}, unit {TEXT}, attempt INTEGER, score INTEGER, passed INTEGER, body {TEXT},
  PRIMARY KEY (device, seq, hash));
CREATE TABLE voided (device {TEXT} NOT NULL, seq INTEGER NOT NULL, learner {TEXT} NOT NULL,
  PRIMARY KEY (device, seq, learner));
CREATE TABLE roster (learner {TEXT} NOT NULL, name {TEXT} NOT NULL, team {TEXT} NOT NULL,
  place {TEXT} NOT NULL, course {TEXT} NOT NULL, due {TEXT} NOT NULL);
CREATE TABLE certificate (id {TEXT} PRIMARY KEY, learner {TEXT} NOT NULL, course {TEXT} NOT NULL,
  nth INTEGER NOT NULL, version INTEGER NOT NULL, day {TEXT} NOT NULL, until {TEXT} NOT NULL,
  issued_at {TEXT} NOT NULL, revoked_at {TEXT} NOT NULL, reason {TEXT} NOT NULL,
  jwt {TEXT} NOT NULL)"""
OUTBOX = tuple(statement.replace("TEXT", TEXT) for statement in OUTBOX_TABLES)
MIGRATIONS: tuple[Sequence[str], ...] = ((*TABLES.split(";\n"), *OUTBOX),)
"""What brings a register from its place in the list to the next version."""
VERSION = len(MIGRATIONS)


def prepare(connection: Connection[Row], shown: str, *, must_exist: bool) -> None:
    """See to it that a database holds a register of this version, and may.

    Raises RecordError; errors of the library go through.
    """
    version = _read_version(connection)
    if version is None and must_exist:
        raise RecordError(f"there is no register in {shown}", "`protectcourse collect` makes one.")
    if version is None:
        _refuse_foreign(connection, shown)
        _create(connection)
        version = _read_version(connection)
    if version != VERSION:
        _migrate(connection, shown)


def check_version(found: Sequence[Row], shown: str) -> int:
    """Return the version of a register, from what LOCK gives; it was locked by that.

    Raises RecordError where a newer version of the program has changed it meanwhile.
    """
    version = int(found[0][0]) if found else 0
    if version > VERSION:
        message = f"the register {shown} was made by a newer version of this program"
        raise RecordError(message, "Install that version. It was not touched.")
    return version


def _read_version(connection: Connection[Row]) -> int | None:
    """Return the version of the register, None where there is none."""
    found = connection.execute(HAS_OURS).fetchone()
    if not (found and found[0]):
        return None
    row = connection.execute(f"SELECT version FROM {OURS}").fetchone()
    return int(row[0]) if row else 0


def _refuse_foreign(connection: Connection[Row], shown: str) -> None:
    found = connection.execute(FOREIGN).fetchone()
    if found:
        message = f"{shown} holds other tables, such as `{found[0]}`, and no register"
        raise RecordError(message, "It was not touched. Name a database that is empty.")


def _create(connection: Connection[Row]) -> None:
    """Make the tables, unless another collector does so at this very moment."""
    try:
        with connection.transaction():
            connection.execute(f"CREATE TABLE {OURS} (version INTEGER NOT NULL)")
            connection.execute(f"INSERT INTO {OURS} VALUES (0)")
            _run_steps(connection, 0)
    except (DuplicateTable, UniqueViolation):
        return


def _migrate(connection: Connection[Row], shown: str) -> None:
    """Bring a register to the present version, whole or not at all."""
    with connection.transaction():
        found = connection.execute(LOCK).fetchall()
        _run_steps(connection, check_version(found, shown))


def _run_steps(connection: Connection[Row], version: int) -> None:
    for step in MIGRATIONS[version:]:
        for statement in step:
            connection.execute(statement)
    connection.execute(f"UPDATE {OURS} SET version = {VERSION}")
