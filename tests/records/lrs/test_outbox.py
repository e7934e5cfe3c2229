"""What waits, what was sent and what was set aside, in a file that is closed and opened again."""

import stat
from pathlib import Path

import pytest

from protectcourse.errors import StoreError
from protectcourse.locations import OUTBOX_FILE
from protectcourse.records.lrs.outbox import MOST_BYTES, MOST_STATEMENTS, Counts, Made, Outbox
from protectcourse.records.lrs.outbox_file import open_outbox_file, outbox_in_memory
from protectcourse.records.xapi.statements import Statement
from protectcourse.records.xapi.vocabulary import Verb

LRS, OTHER_LRS = "https://lrs.example.org/xapi", "https://other.example.org/xapi"
AT = "2026-11-24T09:00:00+00:00"


def some(count: int, size: int = 2, kind: str = "lesson-completed") -> list[Made]:
    """Return statements of a size."""
    return [
        Made("d", n, kind, Statement(f"id-{n}", Verb.COMPLETED, "x" * size))
        for n in range(1, count + 1)
    ]


def test_what_was_sent_and_set_aside_is_known_after_closing(tmp_path: Path) -> None:
    """A push that is cut short goes on where it was."""
    with open_outbox_file(tmp_path) as file:
        outbox = Outbox(file, LRS)
        outbox.add(some(3))
        first, second, _ = outbox.waiting()
        outbox.note_sent([first], AT)
        outbox.set_aside(second, "no good")

    with open_outbox_file(tmp_path) as file:
        outbox = Outbox(file, LRS)
        assert outbox.counts() == Counts(waiting=1, sent=1, set_aside=1)
        assert [one.seq for one in outbox.waiting()] == [3]
        assert [(one.seq, one.told) for one in outbox.those_set_aside()] == [(2, "no good")]
        assert outbox.known("d") == {1, 2, 3}


def test_what_is_there_stays_as_it_was_made() -> None:
    """A statement is fixed when it is made: a title that changes later does not change it."""
    with outbox_in_memory() as file:
        outbox = Outbox(file, LRS)
        outbox.add(some(1, size=5))
        outbox.add(some(2, size=9))

        assert [len(one.json) for one in outbox.waiting()] == [5, 9]


def test_each_lrs_has_a_queue_of_its_own() -> None:
    """Who tries a test server first wants all of it in the real one afterwards."""
    with outbox_in_memory() as file:
        outbox, other = Outbox(file, LRS), Outbox(file, OTHER_LRS)
        outbox.add(some(2))
        other.add(some(2))
        outbox.note_sent(outbox.waiting(), AT)

        assert outbox.counts() == Counts(sent=2)
        assert other.counts() == Counts(waiting=2)


def test_a_request_holds_at_most_so_many_statements_and_bytes() -> None:
    """Servers refuse requests that are too long."""
    with outbox_in_memory() as file:
        small, large, huge = (Outbox(file, name) for name in ("small", "large", "huge"))
        small.add(some(MOST_STATEMENTS + 1))
        large.add(some(9, size=MOST_BYTES // 4))
        huge.add(some(2, size=MOST_BYTES * 2))

        assert len(small.next_batch()) == MOST_STATEMENTS
        assert len(large.next_batch()) == 3
        assert len(huge.next_batch()) == 1


def test_what_waits_can_be_forgotten_and_what_was_settled_stays() -> None:
    """A learner may have agreed to more yesterday, when it could not be sent."""
    with outbox_in_memory() as file:
        outbox = Outbox(file, LRS)
        outbox.add(some(3))
        first, second, _ = outbox.waiting()
        outbox.note_sent([first], AT)
        outbox.set_aside(second, "no")

        assert (outbox.known("d"), outbox.known("d", settled=True)) == ({1, 2, 3}, {1, 2})
        outbox.forget_waiting()
        assert outbox.known("d") == {1, 2}


def test_what_is_taken_back_is_made_anew() -> None:
    """Once the LRS is set right, nothing stays behind."""
    with outbox_in_memory() as file:
        outbox = Outbox(file, LRS)
        outbox.add(some(2))
        outbox.set_aside(outbox.next_batch()[0], "no")

        outbox.take_back()

        assert outbox.known("d") == {2}


def test_the_text_of_what_was_sent_is_dropped(tmp_path: Path) -> None:
    """It is elsewhere now; here it would only be one more copy of what somebody did."""
    with open_outbox_file(tmp_path) as file:
        outbox = Outbox(file, LRS)
        outbox.add([Made("d", 1, "k", Statement("id", Verb.COMPLETED, "findable-words"))])
        outbox.note_sent(outbox.waiting(), AT)

    assert b"findable-words" not in (tmp_path / OUTBOX_FILE).read_bytes()


def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    """It says what somebody did."""
    open_outbox_file(tmp_path / "new").__exit__()

    assert stat.S_IMODE((tmp_path / "new" / OUTBOX_FILE).stat().st_mode) == 0o600


@pytest.mark.parametrize("data", [b"not a database, and long enough to see" * 40, b"x"])
def test_another_file_in_its_place_is_not_touched(tmp_path: Path, data: bytes) -> None:
    """Nothing is written over that the program did not make."""
    (tmp_path / OUTBOX_FILE).write_bytes(data)

    with pytest.raises(StoreError) as caught:
        open_outbox_file(tmp_path)

    assert (tmp_path / OUTBOX_FILE).read_bytes() == data
    assert caught.value.hint


def test_a_progress_file_is_no_outbox(tmp_path: Path) -> None:
    """A file of another sort is told, not filled."""
    from logs import fill

    fill(tmp_path, 1)
    (tmp_path / "progress.db").rename(tmp_path / OUTBOX_FILE)

    with pytest.raises(StoreError, match="not an outbox"):
        open_outbox_file(tmp_path)
