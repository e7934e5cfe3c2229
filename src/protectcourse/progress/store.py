"""The progress file: events go in, durably and in a chain, and come out in order.

The kinds of event are imported when the first is made or read: a start that finds what the log
amounts to already kept needs none of them.
"""

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from protectcourse.atomic import write_whole
from protectcourse.clock import Clock
from protectcourse.errors import StoreError
from protectcourse.progress.chain import Entry, Head, canonical, seal_entry
from protectcourse.progress.database import insert_entries, read_entries
from protectcourse.progress.lock import FileLock

if TYPE_CHECKING:
    from protectcourse.progress.events import Event

FILE_NAME = "progress.db"
LEARNER = "learner"
COPY_HINT = (
    "Your answers are kept in memory and saved with the next one; on leaving, a copy is offered."
)
MENDED = "Start the program again: it then mends the file."
DISK_FULL = "The disk is full: free some space. Until then nothing is saved."


class Recorded(NamedTuple):
    """An event as it stands in the log: its position, the learner's day, the event."""

    position: int
    day: str
    event: "Event"


class Holdings(NamedTuple):
    """All that a store holds."""

    saved: list[Entry]
    waiting: list[Entry]
    profile: dict[str, str]


class Store:
    """An open progress file. It is used by one thread at a time.

    Where the file cannot be written (another program has it, the folder is read-only, it is of a
    newer version) the store keeps events in memory only, and `notice` says so and what can be
    done.
    """

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection | None,
        clock: Clock,
        *,
        writable: bool,
        notice: str = "",
        lock: FileLock | None = None,
    ) -> None:
        self.path = path
        self._lock = lock
        self.notice = notice
        """What the learner is to be told; empty if all is well."""
        self.writable = writable
        self._connection = connection
        self._clock = clock
        self._pending: list[Entry] = []
        self._suspect = False
        self._unsaved_profile: set[str] = set()
        self._profile = self._read_profile()
        self._file = _identity(path) if writable else None
        self.device, self._head, self._last = self._read_head()
        if LEARNER not in self._profile:
            with contextlib.suppress(StoreError):
                self.set_profile(LEARNER, os.urandom(8).hex())

    @property
    def learner(self) -> str:
        """The random pseudonym of the learner."""
        return self._profile[LEARNER]

    @property
    def pending(self) -> int:
        """How many events wait to be saved."""
        return len(self._pending)

    @property
    def last(self) -> int:
        """How many events there are, the waiting ones included."""
        return self._last

    # writing

    def append(self, *events: "Event") -> None:
        """Record events together, durably.

        Raises StoreError if they could not be saved; they are then kept, and saved with the next.
        """
        for event in events:
            self._pending.append(self._seal(event))
            self._last += 1
        if not self.writable or self._connection is None:
            return
        self._check_file()
        try:
            self._save_profile(self._connection)
            insert_entries(self._connection, self._pending)
        except sqlite3.Error as error:
            raise StoreError(f"the disk refused it ({error})", COPY_HINT) from error
        self._pending.clear()
        if self.notice == DISK_FULL:
            self.notice = ""

    def save_waiting(self) -> None:
        """Try once more to save what waits, if anything does; `pending` says how it went."""
        if self._pending:
            with contextlib.suppress(StoreError):
                self.append()

    def adopt(self, entries: list[Entry]) -> None:
        """Record entries of another chain as the next ones of this. Raises StoreError."""
        self._pending += [self._chain(one.kind, one.body, one.local) for one in entries]
        self._last += len(entries)
        self.append()

    def set_profile(self, key: str, value: str) -> None:
        """Keep something that the learner chose, such as their name.

        Raises StoreError if it could not be saved; it is then saved with the next event.
        """
        self._profile[key] = value.encode("utf-8", "replace").decode()
        self._unsaved_profile.add(key)
        if self.writable and self._connection is not None:
            try:
                self._save_profile(self._connection)
            except sqlite3.Error as error:
                raise StoreError(f"the disk refused it ({error})", COPY_HINT) from error

    def profile(self, key: str) -> str | None:
        """Return something that the learner chose, or None if they did not yet."""
        return self._profile.get(key)

    def begin_device(self) -> None:
        """Begin a chain of its own, after the one before it or as the first. Raises StoreError."""
        from protectcourse.progress.events import DeviceBegun

        earlier = self.device if self._last else ""
        self.device, self._head = os.urandom(8).hex(), Head()
        self.append(DeviceBegun(earlier=earlier))

    # reading

    def events(self, after: int = 0) -> Iterator[Recorded]:
        """Give every event after a position, in order, the waiting ones last.

        Raises StoreError where the file turns out to be damaged; the next start mends it.
        """
        try:
            saved = read_entries(self._connection, after=after) if self._connection else ()
            for position, entry in saved:
                if recorded := _recorded(position, entry):
                    yield recorded
        except sqlite3.Error as error:
            self._suspect = True
            raise StoreError("your progress file is damaged", MENDED) from error
        for position, entry in enumerate(self._pending, self._last - len(self._pending) + 1):
            if position > after and (recorded := _recorded(position, entry)):
                yield recorded

    def holdings(self) -> Holdings:
        """Return everything, as it stands in the log; of a disk that fails what it still gives."""
        saved: list[Entry] = []
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                saved.extend(entry for _, entry in read_entries(self._connection))
        return Holdings(saved, list(self._pending), dict(self._profile))

    def kept(self, name: str) -> tuple[int, str] | None:
        """Return a kept projection with the position that it says up to, if there is one."""
        if self._connection is None:
            return None
        with contextlib.suppress(sqlite3.Error):
            row = self._connection.execute("SELECT upto, state FROM kept WHERE name = ?", (name,))
            found = row.fetchone()
            return (int(found[0]), str(found[1])) if found else None
        return None

    def keep(self, name: str, upto: int, state: str) -> None:
        """Keep a projection. It can be worked out again, so that a failure does no harm."""
        if self.writable and self._connection is not None and not self._pending:
            with contextlib.suppress(sqlite3.Error):
                row = (name, upto, state)
                self._connection.execute("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", row)

    # looking after the file

    def back_up_if_due(self) -> None:
        """Make today's verified copy, unless there is one. A failure leaves the older copies.

        A copy that is not sound means that the file is not: the next start then checks all of it.
        """
        from protectcourse.progress.backups import Backups

        backups = Backups(self.path.parent)
        today = self._clock.today()
        if self.writable and self._connection is not None and backups.is_due(today):
            with contextlib.suppress(OSError, sqlite3.Error):
                self._suspect = not backups.make(self._connection, today)

    def close(self) -> None:
        """Close the file, noting how far it has been checked."""
        if self._connection is None:
            return
        if self.writable and not self._pending:
            heads = {self.device: self._head}
            note_checked(self.path, heads, clean=not self._suspect)
        self._connection.close()
        self._connection = None
        if self._lock is not None:
            self._lock.release()

    def _seal(self, event: "Event") -> Entry:
        from protectcourse.progress.events import split

        body, local = split(event)
        body |= {
            "kind": event.kind,
            "learner": self.learner,
            "day": self._clock.today().isoformat(),
        }
        local["time"] = self._clock.now().isoformat(timespec="milliseconds")
        return self._chain(event.kind, canonical(body), canonical(local))

    def _chain(self, kind: str, body: str, local: str) -> Entry:
        """Return the next entry of the chain."""
        number, salt = self._head.seq + 1, os.urandom(16).hex()
        entry = seal_entry(self.device, number, self._head.hash, kind, body, salt, local)
        self._head = Head(entry.seq, entry.hash)
        return entry

    def _check_file(self) -> None:
        """Notice a file that was deleted, replaced or unplugged while it is open."""
        if _identity(self.path) != self._file:
            message = f"the progress file {self.path} is no longer there"
            raise StoreError(message, f"Plug the stick in again, or leave with q. {COPY_HINT}")

    def _read_profile(self) -> dict[str, str]:
        if self._connection is None:
            return {}
        with contextlib.suppress(sqlite3.Error):
            rows = self._connection.execute("SELECT key, value FROM profile").fetchall()
            return {key: value for key, value in rows if isinstance(value, str)}
        return {}

    def _save_profile(self, connection: sqlite3.Connection) -> None:
        for key in sorted(self._unsaved_profile):
            row = (key, self._profile[key])
            connection.execute("INSERT OR REPLACE INTO profile VALUES (?, ?)", row)
            self._unsaved_profile.discard(key)

    def _read_head(self) -> tuple[str, Head, int]:
        """Return the device, its last entry, and how many entries there are."""
        row = None
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                last = (
                    "SELECT device, seq, hash, position FROM entry ORDER BY position DESC LIMIT 1"
                )
                row = self._connection.execute(last).fetchone()
        if row is None:
            return os.urandom(8).hex(), Head(), 0
        return row[0], Head(row[1], row[2]), row[3]


def note_checked(path: Path, heads: dict[str, Head], *, clean: bool) -> None:
    """Note how far a file's chain has been checked, and whether it was closed in order."""
    state = {"heads": {device: list(head) for device, head in heads.items()}, "clean": clean}
    with contextlib.suppress(OSError):
        write_whole(checked_path(path), json.dumps(state).encode(), durable=False)


def read_checked(path: Path) -> tuple[dict[str, Head], bool] | None:
    """Return what was noted beside the file; None if there is no note that can be read."""
    try:
        state = json.loads(checked_path(path).read_bytes())
        heads = {str(device): Head(int(h[0]), str(h[1])) for device, h in state["heads"].items()}
        return heads, bool(state["clean"])
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError):
        return None


def checked_path(path: Path) -> Path:
    """Return where the note about a progress file stands."""
    return path.with_suffix(".checked")


def _recorded(position: int, entry: Entry) -> Recorded | None:
    """Return an entry as an event; None if it is of a later version, or damaged since the check."""
    from protectcourse.progress.events import join

    try:
        body = json.loads(entry.body)
        event = join(entry.kind, body, json.loads(entry.local))
        return Recorded(position, str(body["day"]), event) if event else None
    except (ValueError, KeyError, TypeError):
        return None


def _identity(path: Path) -> tuple[int, int] | None:
    with contextlib.suppress(OSError):
        status = path.stat()
        return status.st_dev, status.st_ino
    return None
