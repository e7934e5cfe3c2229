"""`record` and `verify`: a completion record, and whether one still stands as it was signed."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from textwrap import TextWrapper

from protectcourse.cli.certificate import Expected, verify_certificate
from protectcourse.cli.courses import find_courses
from protectcourse.cli.output import say, say_aside
from protectcourse.clock import SystemClock
from protectcourse.course.library import open_course
from protectcourse.errors import RecordError, StoreError
from protectcourse.locations import COMPILED_FOLDER
from protectcourse.progress.own_copy import refuse_unless_ours
from protectcourse.progress.resuming import open_progress
from protectcourse.progress.store import FILE_NAME
from protectcourse.records.certificates.jwt import looks_like_token
from protectcourse.records.completion_record import CompletionRecord
from protectcourse.records.completion_state import CompletionState, read_state
from protectcourse.records.saving import save_record
from protectcourse.records.signed_file import Verdict, read_signed_file, verify
from protectcourse.records.wording import (
    NO_DECIDER,
    VERDICTS,
    WHAT_IT_IS,
    facts,
    statements,
)
from protectcourse.signing import find_signer, fingerprint
from protectcourse.study.enrolment import Enrolment

NOT_COMPLETE = 1
NAME_THE_SIGNED_FILE = (
    "Name the signed file that goes with a page: .pcdone for a record, .jwt for a certificate."
)
WIDTH = 76
_PARAGRAPH = TextWrapper(WIDTH, break_long_words=False, break_on_hyphens=False)
_FACT = TextWrapper(
    WIDTH,
    initial_indent="  ",
    subsequent_indent="    ",
    break_long_words=False,
    break_on_hyphens=False,
)


def write_records(folder: Path, course: str | None, to: Path | None) -> int:
    """Write the record of each course that was completed; return the exit code.

    Where there is none, say what is missing.
    """
    states = list(_states(folder, course))
    complete = [state for state in states if state.record is not None]
    for state in complete or states:
        if state.record is None:
            _say_missing(state)
        else:
            _write(state, state.record, folder, to or Path())
    if not complete:
        return NOT_COMPLETE
    say(_PARAGRAPH.fill(WHAT_IT_IS))
    say(_PARAGRAPH.fill(NO_DECIDER))
    return 0


def verify_file(file: Path, folder: Path, expected: Expected) -> int:
    """Print the verdict on a file and what it says if that can be relied on; return the exit code.

    Of completion records the keys known to this computer are its own.
    """
    data = read_signed_file(file)
    if looks_like_token(data):
        return verify_certificate(file, data, folder, expected)
    if expected != Expected():
        say_aside("protectcourse: this is not a certificate; the options count for those alone.")
    verified = verify(data, _own_keys(folder))
    say(f"{file}:")
    say(_PARAGRAPH.fill(VERDICTS[verified.verdict]))
    if verified.verdict is Verdict.NO_RECORD:
        say(_PARAGRAPH.fill(NAME_THE_SIGNED_FILE))
    if verified.record is None:
        return RecordError.exit_code
    say("")
    for label, words in facts(verified.record, SystemClock().today()):
        say(_FACT.fill(f"{label}: {words}"))
    say(f"  Key: {fingerprint(verified.public_key)}")
    for words in statements(verified.record):
        say("")
        say(_PARAGRAPH.fill(words))
    return 0


def _own_keys(folder: Path) -> set[str]:
    """Return the key of this computer, if it has one that can be read."""
    with contextlib.suppress(RecordError):
        if (own := find_signer(folder)) is not None:
            return {own.public_key}
    return set()


def _states(folder: Path, course: str | None) -> Iterator[CompletionState]:
    """Give how the completion of each course stands; of several only those that were begun."""
    refuse_unless_ours(folder / FILE_NAME)
    clock = SystemClock()
    store, progress = open_progress(folder, clock)
    try:
        courses = find_courses(course, folder)
        opened = [open_course(one, folder / COMPILED_FOLDER) for one in courses]
        begun = [one for one in opened if one.outline.id in progress.courses]
        for one in begun or opened:
            enrolment = Enrolment(one, store, progress, clock)
            enrolment.note_completion()
            if not enrolment.all_saved and store.pending:
                raise StoreError("the completion could not be recorded", store.notice)
            yield read_state(one.outline, progress, store)
        if store.notice:
            say_aside(store.notice)
    finally:
        store.close()


def _write(state: CompletionState, record: CompletionRecord, folder: Path, to: Path) -> None:
    saved = save_record(record, folder, to, SystemClock().today())
    say(f"{state.title}: completed on {record.day}.")
    say(f"The record, to read and print: {saved.page}")
    say(f"The same, signed: {saved.signed}")
    say(f"To check the signed file: protectcourse verify {saved.signed.name}")
    for line in state.new:
        say(f"Added to the course since then: {line}")
    say("")


def _say_missing(state: CompletionState) -> None:
    say(f"{state.title} is not complete yet. Still to do:")
    for line in state.missing:
        say(f"  {line}")
