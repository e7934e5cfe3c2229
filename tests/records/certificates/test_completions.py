"""Which completions count is read out of what learners really handed in."""

import json
import shutil
from pathlib import Path

import pytest
from certified import LEARNER, graduate, hand_in, register_in
from completed import Visitor

from protectcourse.records.certificates.completions import Completed, completions, names, titles
from protectcourse.records.register.register import Register


def test_a_completion_is_read_as_it_was_handed_in(tmp_path: Path) -> None:
    """Course, version, day and end: what the certificate will say."""
    visitor = graduate(tmp_path / "a")
    with register_in(tmp_path) as register:
        hand_in(visitor, register)

        assert completions(register) == [
            Completed(visitor.store.learner, "demo", 1, True, "2026-11-24", "2028-11-24", 1)
        ]
        assert names(register) == {visitor.store.learner: "Mina Okafor"}
        assert titles(register) == {("demo", 1): "A demonstration"}


def test_what_was_not_completed_is_none(tmp_path: Path) -> None:
    """Begun is not done."""
    visitor = Visitor(tmp_path / "a")
    with register_in(tmp_path) as register:
        hand_in(visitor, register)

        assert completions(register) == []


def test_after_a_fresh_start_a_completion_counts_anew(tmp_path: Path) -> None:
    """A refresher: the first stays, and the second has days of its own."""
    visitor = graduate(tmp_path / "a")
    visitor.clock.move(days=700)
    visitor.enrolment.start_over()
    visitor.complete()
    with register_in(tmp_path) as register:
        hand_in(visitor, register)

        assert [(one.nth, one.day, one.until) for one in completions(register)] == [
            (1, "2026-11-24", "2028-11-24"),
            (2, "2028-10-24", "2030-10-24"),
        ]


def test_a_fresh_start_that_comes_to_nothing_counts_for_nothing(tmp_path: Path) -> None:
    """The first completion stands as long as it holds."""
    visitor = graduate(tmp_path / "a")
    visitor.enrolment.start_over()
    with register_in(tmp_path) as register:
        hand_in(visitor, register)

        assert [one.nth for one in completions(register)] == [1]


def test_an_erased_learner_has_completed_nothing(tmp_path: Path) -> None:
    """Nothing is known of them any more."""
    visitor = graduate(tmp_path / "a")
    with register_in(tmp_path) as register:
        hand_in(visitor, register)
        register.erase(visitor.store.learner)

        assert completions(register) == []
        assert names(register) == {}


def test_two_computers_that_each_noted_it_noted_one(tmp_path: Path) -> None:
    """A profile was copied, and the course finished on both laptops."""
    visitor = Visitor(tmp_path / "a")
    visitor.close()
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    other = Visitor.__new__(Visitor)
    other.__dict__.update(visitor.__dict__, place=tmp_path / "b", folder=tmp_path / "b" / "data")
    with register_in(tmp_path) as register:
        for number, one in enumerate((visitor, other)):
            one.sit_down()
            one.clock.move(days=number)
            one.complete()
            hand_in(one, register)

        assert [(one.nth, one.day) for one in completions(register)] == [(1, "2026-11-24")]


UNSOUND = {
    "a version in words": {"version": "third"},
    "a version nought": {"version": 0},
    "no version": {"version": None},
    "true for a version": {"version": True},
    "months before": {"valid_months": -1},
    "months without end": {"valid_months": 10**9},
    "months in words": {"valid_months": "twelve"},
}


@pytest.mark.parametrize("changes", UNSOUND.values(), ids=UNSOUND.keys())
def test_what_no_program_of_ours_wrote_is_no_completion(
    tmp_path: Path, changes: dict[str, object]
) -> None:
    """Anybody can sign a file with a key of their own, and hand it in."""
    with register_in(tmp_path) as register:
        put(register, {"kind": "course-completed", "version": 1, "valid_months": 12, **changes})

        assert completions(register) == []


def test_what_a_program_of_ours_wrote_is_one(tmp_path: Path) -> None:
    """Else the refusals above would prove nothing; what is left out counts as draft, no end."""
    with register_in(tmp_path) as register:
        put(register, {"kind": "course-completed", "version": 1})

        assert completions(register) == [
            Completed(LEARNER, "demo", 1, True, "2026-11-24", "", 1),
        ]


def test_what_was_taken_back_does_not_count(tmp_path: Path) -> None:
    """A correction is an event of its own, and the register knows of it."""
    with register_in(tmp_path) as register:
        put(register, {"kind": "course-completed", "version": 1})
        row = ("d" * 16, 1, LEARNER)
        register.change("INSERT INTO voided (device, seq, learner) VALUES (?, ?, ?)", [row])

        assert completions(register) == []


def put(register: Register, body: dict[str, object]) -> None:
    """Put one event into a register as it would stand there."""
    device = (1, "d" * 16, LEARNER, "")
    register.change(
        "INSERT INTO device (id, device, learner, public_key) VALUES (?, ?, ?, ?)", [device]
    )
    entry = (1, 1, b"h", b"g", 1, body["kind"], LEARNER, "2026-11-24", "demo", json.dumps(body))
    register.change(
        "INSERT INTO entry (device, seq, hash, digest, state, kind, learner, day, course, body)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [entry],
    )
