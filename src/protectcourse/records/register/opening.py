"""Opens a register by where it is: a file, or the address of a database."""

from pathlib import Path

from protectcourse.clock import Clock
from protectcourse.errors import RecordError
from protectcourse.records.register.address import Address, is_address, read_address
from protectcourse.records.register.database import Database
from protectcourse.records.register.register import Register
from protectcourse.records.register.sqlite_database import SqliteDatabase


def open_register(where: str, clock: Clock, *, must_exist: bool = False) -> Register:
    """Return the register in a file or at an address, made unless it must exist.

    Raises RecordError.
    """
    if is_address(where):
        return Register(_open_postgres(read_address(where), must_exist=must_exist), clock)
    path = Path(where)
    if must_exist and not path.exists():
        raise RecordError(f"there is no register {path}", "`protectcourse collect` makes one.")
    if not path.parent.is_dir():
        raise RecordError(f"there is no folder {path.parent}", "Make it first, or name another.")
    return Register(SqliteDatabase(path), clock)


def _open_postgres(address: Address, *, must_exist: bool) -> Database:
    try:
        from protectcourse.records.register.postgres_database import PostgresDatabase
    except ImportError as error:
        hint = "Install it with: pip install 'protectcourse[postgres]'"
        message = "a register in PostgreSQL needs the library psycopg"
        raise RecordError(message, hint) from error
    return PostgresDatabase(address, must_exist=must_exist)
