"""`protectcourse lrs`: sends what was learnt to an LRS, from a register or from a laptop."""

import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from protectcourse.cli.agreement import NOT_AGREED, is_sure
from protectcourse.cli.courses import find_courses
from protectcourse.cli.lrs_words import (
    say_not_made,
    say_selection,
    say_set_aside,
    say_what_would_go,
    statements,
)
from protectcourse.cli.output import say, say_aside
from protectcourse.clock import SystemClock
from protectcourse.course.library import Course, open_course
from protectcourse.errors import RecordError, SettingsError
from protectcourse.locations import COMPILED_FOLDER, OUTBOX_FILE
from protectcourse.organisation import load_organisation
from protectcourse.progress.own_copy import refuse_unless_ours
from protectcourse.progress.resuming import open_progress
from protectcourse.progress.store import FILE_NAME
from protectcourse.records.handing_in.levels import Level
from protectcourse.records.handing_in.selection import Selection, select_entries
from protectcourse.records.lrs.credentials import Credentials, find_credentials
from protectcourse.records.lrs.endpoint import Endpoint, read_endpoint
from protectcourse.records.lrs.gathering import Event, Gatherer, takings_of, titles_of
from protectcourse.records.lrs.opening import open_lrs
from protectcourse.records.lrs.outbox import Made, Outbox
from protectcourse.records.lrs.outbox_file import OutboxFile, open_outbox_file, outbox_in_memory
from protectcourse.records.lrs.pushing import Patience, Push, Pushed
from protectcourse.records.lrs.takings import Takings
from protectcourse.records.register.opening import open_register
from protectcourse.records.register.register import Register
from protectcourse.records.xapi.activities import Activities
from protectcourse.records.xapi.catalogue import Catalogue

TOLD_EVERY = 1_000
"""Statements after which a terminal is told how far it has come."""


class Wanted(NamedTuple):
    """What is to be done with an LRS."""

    endpoint: str
    credentials: Path | None
    retry: bool
    dry_run: bool


def push_register(folder: Path, where: str, wanted: Wanted) -> int:
    """Send what a register holds and the LRS does not; return the exit code."""
    endpoint, base, credentials = _prepared(folder, wanted)
    with open_register(where, SystemClock(), must_exist=True) as register:
        catalogue = Catalogue(_courses(None, folder), titles_of(register))
        gatherer = Gatherer(Activities(base, catalogue), takings_of(register))
        outbox = Outbox(register, endpoint.address)
        lots = chain(
            gatherer.gather_register(register, outbox, keep=not wanted.dry_run),
            gatherer.gather_certificates(register, outbox),
        )
        return _push(outbox, lots, gatherer, _To(endpoint, credentials, wanted.retry))


def push_own(folder: Path, course: str | None, level: str, wanted: Wanted, *, sure: bool) -> int:
    """Send what the learner has done and the LRS does not have; return the exit code."""
    endpoint, base, credentials = _prepared(folder, wanted)
    courses = _courses(course, folder)
    selection = _select(folder, courses, Level(level), chosen=course is not None)
    say_selection(selection, endpoint)
    if not wanted.dry_run and not is_sure("Send them?", sure=sure):
        return NOT_AGREED
    events = [Event(one.entry.device, one.entry.seq, one.body) for one in selection.leaving]
    gatherer = Gatherer(Activities(base, Catalogue(courses)), Takings(events))
    with _own_file(folder, keep=not wanted.dry_run) as file:
        outbox = Outbox(file, endpoint.address)
        lots = gatherer.gather_log(events, outbox)
        return _push(outbox, lots, gatherer, _To(endpoint, credentials, wanted.retry, own=True))


def say_status(folder: Path, where: str | None, address: str) -> int:
    """Print what became of the statements for an LRS; return the exit code."""
    endpoint = read_endpoint(address)
    with _own_file(folder, keep=False) if where is None else _register(where) as ledger:
        outbox = Outbox(ledger, endpoint.address)
        counts = outbox.counts()
        say(f"{endpoint.address}")
        say(f"  sent       {counts.sent}")
        say(f"  waiting    {counts.waiting}")
        say(f"  set aside  {counts.set_aside}")
        say_set_aside(outbox)
    return 0


class _To(NamedTuple):
    """Where statements go, and which."""

    endpoint: Endpoint
    credentials: Credentials | None
    """None where nothing is to be sent."""
    retry: bool
    own: bool = False
    """Whether a learner sends their own steps: then nothing is left over from another time."""


def _push(outbox: Outbox, lots: Iterator[list[Made]], gatherer: Gatherer, to: _To) -> int:
    if to.credentials is None:
        say_what_would_go(outbox if not to.own else None, lots)
        say_not_made(gatherer)
        return 0
    with open_lrs(to.endpoint, to.credentials) as lrs:
        if to.retry:
            outbox.take_back()
        if to.own:
            outbox.forget_waiting()
        for lot in lots:
            outbox.add(lot)
        say_not_made(gatherer)
        push = Push(outbox, lrs, SystemClock(), Patience(_wait, _chance))
        pushed = _watch(push.run(), outbox.counts().waiting)
    say(f"Sent to {to.endpoint.host}: {statements(pushed.sent)}.")
    return _told_set_aside(outbox, pushed)


def _watch(steps: Iterable[Pushed], total: int) -> Pushed:
    """Tell a terminal how far it has come; return how far it came."""
    pushed, told = Pushed(), 0
    for pushed in steps:
        if pushed.sent - told >= TOLD_EVERY and sys.stderr.isatty():
            told = pushed.sent
            say_aside(f"{pushed.sent} of {total} sent")
    return pushed


def _told_set_aside(outbox: Outbox, pushed: Pushed) -> int:
    """Say what was set aside in this run; return the exit code."""
    if not pushed.set_aside:
        return 0
    say_aside(f"protectcourse: the LRS refused {statements(pushed.set_aside)}, now set aside.")
    say_set_aside(outbox)
    say_aside("To send them again, made anew, add --retry.")
    return RecordError.exit_code


def _prepared(folder: Path, wanted: Wanted) -> tuple[Endpoint, str, Credentials | None]:
    """Return where to send, the address that names activities, and credentials where needed."""
    endpoint, base = read_endpoint(wanted.endpoint), _base(folder)
    if wanted.dry_run:
        return endpoint, base, None
    return endpoint, base, find_credentials(os.environ, wanted.credentials)


def _base(folder: Path) -> str:
    """Return the address under which the organisation's activities are named."""
    base = load_organisation(folder).xapi_base
    if not base:
        hint = (
            'Its settings file wants a line such as xapi_base = "https://learning.example.org/".'
            " Take it into use with: protectcourse organisation add FILE"
        )
        raise SettingsError("no organisation has set `xapi_base`, which names what is sent", hint)
    return base if base.endswith("/") else f"{base}/"


def _courses(course: str | None, folder: Path) -> list[Course]:
    return [open_course(one, folder / COMPILED_FOLDER) for one in find_courses(course, folder)]


def _select(folder: Path, courses: list[Course], level: Level, *, chosen: bool) -> Selection:
    """Return what of the learner's log is to be sent."""
    refuse_unless_ours(folder / FILE_NAME)
    store, _ = open_progress(folder, SystemClock())
    try:
        outlines = [course.outline for course in courses]
        only = outlines[0].id if chosen else None
        return select_entries(store, outlines, level, only)
    finally:
        store.close()


@contextmanager
def _own_file(folder: Path, *, keep: bool) -> Iterator[OutboxFile | Register]:
    """Open the laptop's own outbox; where there is none and none is to be kept, one in memory."""
    there = (folder / OUTBOX_FILE).exists()
    with open_outbox_file(folder) if keep or there else outbox_in_memory() as file:
        yield file


@contextmanager
def _register(where: str) -> Iterator[OutboxFile | Register]:
    with open_register(where, SystemClock(), must_exist=True) as register:
        yield register


def _wait(seconds: float) -> None:
    say_aside(f"The LRS is busy, or cannot be reached: trying again in {seconds:.0f} s.")
    time.sleep(seconds)


def _chance() -> float:
    return int.from_bytes(os.urandom(2)) / 0xFFFF
