"""The store keeps events durably and in order, and says so when it cannot."""

import getpass
import json
import os
import shutil
import socket
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from fake_clock import FakeClock
from logs import ONE_OF_EACH, answer, fill, make_chain, open_log, questions, raw_entries

from protectcourse.errors import StoreError
from protectcourse.progress.chain import find_break
from protectcourse.progress.database import connect, insert_entries, migrate
from protectcourse.progress.store import FILE_NAME, Store


def limit_pages(store: Store, more: int) -> None:
    """Let the file grow by so many pages and no further, as a full disk would."""
    assert store._connection is not None
    pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
    store._connection.execute(f"PRAGMA max_page_count = {pages + more}")


def fill_the_disk(store: Store) -> list[str]:
    """Append answers until one is refused; return the questions that were saved."""
    limit_pages(store, 0)
    saved: list[str] = []
    for number in range(200):
        try:
            store.append(answer(number, typed="x" * 500))
        except StoreError:
            return saved
        saved.append(f"q{number}")
    raise AssertionError("the disk never became full")


def test_what_was_appended_is_there_after_reopening(tmp_path: Path) -> None:
    """Learners do this course over weeks, on whatever laptop is free."""
    store = open_log(tmp_path)
    store.append(*ONE_OF_EACH)
    store.close()

    read = [one.event for one in open_log(tmp_path).events()][1:]

    assert tuple(read) == ONE_OF_EACH


def test_an_answer_is_in_the_file_when_append_returns(tmp_path: Path) -> None:
    """Feedback shows right after: from then on, nothing may lose the answer."""
    store = open_log(tmp_path)

    store.append(answer(1))

    assert raw_entries(tmp_path / FILE_NAME)[-1].kind == "answer-given"
    store.close()


def test_entries_are_numbered_without_a_gap_and_chained(tmp_path: Path) -> None:
    """Over several sittings too."""
    for _ in range(3):
        fill(tmp_path, 4)

    entries = raw_entries(tmp_path / FILE_NAME)

    assert [entry.seq for entry in entries] == list(range(1, 14))
    assert len({entry.device for entry in entries}) == 1
    assert find_break(entries, {}) is None


def test_a_refused_answer_is_kept_and_saved_with_the_next(tmp_path: Path) -> None:
    """The learner goes on; once there is room, nothing is missing and nothing double."""
    store = open_log(tmp_path)
    saved = fill_the_disk(store)
    refused = f"q{len(saved)}"
    assert store.pending == 1
    assert questions(store) == [*saved, refused]

    limit_pages(store, 1000)
    store.append(answer(900))

    assert store.pending == 0
    store.close()
    assert questions(open_log(tmp_path)) == [*saved, refused, "q900"]


def test_a_refusal_says_what_happens_to_the_answer(tmp_path: Path) -> None:
    """The learner must not be left to wonder whether it is lost."""
    store = open_log(tmp_path)
    limit_pages(store, 0)

    with pytest.raises(StoreError, match="kept in memory and saved with the next one"):
        store.append(*[answer(number, typed="x" * 500) for number in range(100)])

    assert store.pending == 100
    store.close()


def test_a_name_chosen_on_a_full_disk_is_saved_with_the_next_answer(tmp_path: Path) -> None:
    """The same promise is made for it as for an answer."""
    store = open_log(tmp_path)
    fill_the_disk(store)
    with pytest.raises(StoreError):
        store.set_profile("name", "Kim" * 5000)

    limit_pages(store, 1000)
    store.append(answer(900))
    store.close()

    assert open_log(tmp_path).profile("name") == "Kim" * 5000


@pytest.mark.parametrize("replaced", [False, True])
def test_a_file_that_vanished_or_was_replaced_is_noticed(tmp_path: Path, replaced: bool) -> None:
    """A stick pulled out: writing on into a file that nobody finds again would be a lie."""
    store = open_log(tmp_path)
    file = tmp_path / FILE_NAME
    shutil.copy(file, tmp_path / "other")
    file.unlink()
    if replaced:
        (tmp_path / "other").rename(file)

    with pytest.raises(StoreError, match="no longer there"):
        store.append(answer(1))

    assert store.pending == 1
    assert questions(store) == ["q1"]
    store.close()


def test_what_the_learner_chose_is_kept(tmp_path: Path) -> None:
    """Name and pseudonym belong to the file, and the pseudonym never changes."""
    store = open_log(tmp_path)
    learner = store.learner
    store.set_profile("name", "Kim")
    store.set_profile("name", "Kim Ha-neul")
    store.close()

    again = open_log(tmp_path)

    assert (again.profile("name"), again.learner) == ("Kim Ha-neul", learner)
    assert again.profile("colour") is None
    again.close()


def test_only_the_owner_can_read_the_files(tmp_path: Path) -> None:
    """Shared machines are common in the offices where this runs."""
    folder = tmp_path / "deep" / "data"
    before = os.umask(0)
    try:
        fill(folder, 2)
        store = open_log(folder)
        store.back_up_if_due()
        store.close()
    finally:
        os.umask(before)

    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in [folder, *folder.rglob("*")]}

    assert len(modes) == 8
    assert all(mode == (0o700 if path.is_dir() else 0o600) for path, mode in modes.items())


def test_the_same_entries_twice_are_there_once(tmp_path: Path) -> None:
    """A commit that failed may be there all the same: saving it again must not double it."""
    (tmp_path / FILE_NAME).touch()
    with closing(connect(tmp_path / FILE_NAME)) as connection:
        migrate(connection, 0)
        insert_entries(connection, make_chain(3))

        insert_entries(connection, make_chain(5))

    assert raw_entries(tmp_path / FILE_NAME) == make_chain(5)


def test_a_body_names_neither_user_nor_host_nor_path(tmp_path: Path) -> None:
    """Bodies leave with a hand-in; they must not say whose machine this was."""
    store = open_log(tmp_path)
    store.append(*ONE_OF_EACH)
    store.close()

    bodies = " ".join(entry.body for entry in raw_entries(tmp_path / FILE_NAME))

    traces = {getpass.getuser(), socket.gethostname(), str(Path.home()), str(tmp_path)}
    assert not [trace for trace in traces if trace in bodies]


def test_the_exact_time_and_typed_text_stay_local(tmp_path: Path) -> None:
    """The body has the day, the local part the time."""
    store = open_log(tmp_path)
    store.append(answer(1, typed="a secret word"))
    store.close()

    entry = raw_entries(tmp_path / FILE_NAME)[-1]

    assert json.loads(entry.body)["day"] == entry.day == "2026-11-24"
    assert "09:00" not in entry.body
    assert "secret" not in entry.body
    assert json.loads(entry.local)["typed"] == "a secret word"
    assert json.loads(entry.local)["time"].startswith("2026-11-24T09:00")


def test_a_clock_put_back_does_not_change_the_order(tmp_path: Path) -> None:
    """Old laptops wake up in 2006."""
    clock = FakeClock()
    fill(tmp_path, 2, clock)
    clock.move(days=-7300)
    fill(tmp_path, 2, clock)

    days = [one.day for one in open_log(tmp_path).events()]

    assert days[0] > days[-1]
    assert questions(open_log(tmp_path)) == ["q0", "q1", "q0", "q1"]


@pytest.mark.parametrize("typed", ["half \ud83d of a pair", "nul \0 sign", "e\u0301 ́>\u0338"])
def test_odd_characters_do_not_stop_saving(tmp_path: Path, typed: str) -> None:
    """A terminal can hand over anything; one odd key must not cost the rest of the sitting."""
    store = open_log(tmp_path)

    store.append(answer(1, typed=typed))
    store.append(answer(2))

    store.close()
    assert questions(open_log(tmp_path)) == ["q1", "q2"]


def test_events_after_a_position_are_the_tail(tmp_path: Path) -> None:
    """A start takes only what came since; waiting events count as well."""
    store = open_log(tmp_path)
    store.append(answer(1), answer(2))
    limit_pages(store, 0)
    with pytest.raises(StoreError):
        store.append(*[answer(number, typed="x" * 500) for number in range(3, 103)])

    everything = list(store.events())

    for after in range(len(everything) + 1):
        assert list(store.events(after)) == everything[after:]
    assert [one.position for one in everything] == list(range(1, store.last + 1))
    store.close()


def test_saving_waits_for_the_disk(tmp_path: Path) -> None:
    """Without these settings a power cut could take answers that had shown their feedback."""
    with closing(connect(tmp_path / FILE_NAME)) as connection:
        names = ("journal_mode", "synchronous", "secure_delete", "foreign_keys", "trusted_schema")
        found = {n: connection.execute(f"PRAGMA {n}").fetchone()[0] for n in names}

    assert found == {
        "journal_mode": "truncate",
        "synchronous": 3,
        "secure_delete": 1,
        "foreign_keys": 1,
        "trusted_schema": 0,
    }


def test_a_step_that_fails_leaves_nothing_half_done(tmp_path: Path) -> None:
    """Several events of one step (a last answer and its result) stand or fall together."""
    with closing(connect(tmp_path / FILE_NAME)) as connection:
        migrate(connection, 0)
        bad = [*make_chain(2), *[None]]

        with pytest.raises((sqlite3.Error, TypeError)):
            insert_entries(connection, bad)  # type: ignore[arg-type]

        assert connection.execute("SELECT count(*) FROM entry").fetchone() == (0,)
