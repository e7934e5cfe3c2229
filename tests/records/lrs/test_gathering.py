"""What is sent of a register: what was handed in, once, and of nobody who was erased."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from certified import ISSUER, TODAY, graduate, hand_in
from course_of_everything import write_everything
from fake_clock import FakeClock
from lrs_learners import BASE, Everybody

from protectcourse.progress.chain import Entry, canonical
from protectcourse.records.certificates.issuing import Issued, Wanted, issue
from protectcourse.records.certificates.kept import withdraw
from protectcourse.records.handing_in.levels import Level
from protectcourse.records.lrs.gathering import Event, Gatherer, takings_of, titles_of
from protectcourse.records.lrs.outbox import Counts, Made, Outbox
from protectcourse.records.lrs.takings import Takings
from protectcourse.records.register.opening import open_register
from protectcourse.records.register.register import Register
from protectcourse.records.xapi.activities import Activities
from protectcourse.records.xapi.catalogue import Catalogue
from protectcourse.records.xapi.identity import statement_id

LRS = "https://lrs.example.org/xapi"


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Everybody]:
    """Give somebody who has begun a course and taken two quizzes."""
    learner = Everybody(tmp_path, write_everything(tmp_path))
    learner.sit("choosing", right=True)
    learner.sit("thinking", right=True)
    yield learner
    learner.store.close()


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """Give an empty register."""
    with open_register(str(tmp_path / "register.db"), FakeClock()) as register:
        yield register


def gather(register: Register, *, keep: bool = True) -> tuple[list[Made], Gatherer, Outbox]:
    """Put what is new into the outbox and return it."""
    outbox = Outbox(register, LRS)
    activities = Activities(BASE, Catalogue(titles=titles_of(register)))
    gatherer = Gatherer(activities, takings_of(register))
    made = []
    for lot in gatherer.gather_register(register, outbox, keep=keep):
        made += lot
        if keep:
            outbox.add(lot)
    return made, gatherer, outbox


def forge(register: Register, number: int, learner: str, **fields: object) -> None:
    """Put an event into a register that the program would not have written."""
    body = canonical({"learner": learner, "day": "2026-11-24", **fields})
    register.change(
        "INSERT INTO entry (device, seq, hash, digest, state, kind, learner, body)"
        " SELECT id, ?, ?, ?, 1, ?, ?, ? FROM device",
        [(number, number.to_bytes(32), b"", fields["kind"], learner, body)],
    )


def begun(learner: Everybody) -> Entry:
    """Return the event that a course was begun."""
    return next(one for one in learner.entries if one.kind == "course-begun")


def test_what_was_handed_in_becomes_statements_once(learner: Everybody, register: Register) -> None:
    """The same files collected again, or a push run twice, add nothing."""
    learner.hand_in(register)

    first, _, outbox = gather(register)
    again, _, _ = gather(register)

    assert [one.kind for one in first] == ["course-begun", "answer-given", *["quiz-finished"] * 2]
    assert again == []
    assert outbox.counts() == Counts(waiting=4)


def test_answers_that_follow_later_are_added(learner: Everybody, register: Register) -> None:
    """Results first, answers when the learner agrees to more."""
    learner.hand_in(register, Level.RESULTS)
    results, _, _ = gather(register)

    learner.hand_in(register, Level.ANSWERS)
    answers, _, _ = gather(register)

    assert [one.kind for one in results] == ["course-begun", "quiz-finished", "quiz-finished"]
    assert [one.kind for one in answers] == ["answer-given"]


def test_a_look_at_what_would_be_sent_keeps_nothing(learner: Everybody, register: Register) -> None:
    """Trying out must have no effects."""
    learner.hand_in(register)

    looked, _, outbox = gather(register, keep=False)

    assert len(looked) == 4
    assert outbox.counts() == Counts()


def test_what_waits_of_an_erased_learner_is_not_sent(
    learner: Everybody, register: Register
) -> None:
    """Whoever asks to be forgotten must not turn up elsewhere the next night."""
    learner.hand_in(register)
    gather(register)

    register.erase(learner.store.learner)

    assert Outbox(register, LRS).counts() == Counts()
    made, _, outbox = gather(register)
    assert made == []
    assert outbox.counts() == Counts()


def test_titles_come_with_the_hand_in(learner: Everybody, register: Register) -> None:
    """A coordinator need not have the course on the computer."""
    learner.hand_in(register)

    first = json.loads(gather(register)[0][0].statement.json)

    assert first["object"]["definition"]["name"] == {"und": "One of everything"}


def test_what_no_event_holds_is_counted_and_holds_nothing_up(
    learner: Everybody, register: Register
) -> None:
    """Somebody may sign a file of their own making."""
    learner.hand_in(register)
    forge(register, 900, learner.store.learner, kind="lesson-completed", unit="c/l", minutes=-1)

    made, gatherer, _ = gather(register)

    assert len(made) == 4
    assert gatherer.unfit == 1


def test_of_a_copied_file_one_step_of_a_number_is_sent_and_the_other_told(
    learner: Everybody, register: Register
) -> None:
    """Both would have the same id: an LRS keeps one, and the coordinator should know."""
    learner.hand_in(register)
    seq = begun(learner).seq
    forge(register, seq, learner.store.learner, kind="course-begun", course="c", version=1)

    made, gatherer, _ = gather(register)

    assert len(made) == 4
    assert gatherer.doubled == 1


def test_nobody_takes_back_what_another_did(learner: Everybody, register: Register) -> None:
    """A correction that reaches an LRS makes a statement disappear there for good."""
    learner.hand_in(register)
    first = begun(learner)
    meant = {"kind": "voided", "device": first.device, "seq": first.seq}
    forge(register, 901, learner.store.learner, **meant)
    forge(register, 902, "0123456789abcdef", **meant)

    voiding = [one for one in gather(register)[0] if one.kind == "voided"]

    assert [one.seq for one in voiding] == [901]
    said = json.loads(voiding[0].statement.json)
    assert said["object"]["id"] == statement_id(first.device, first.seq)


def test_certificates_are_sent_and_those_withdrawn_taken_back(
    register: Register, tmp_path: Path
) -> None:
    """An organisation's other systems show who holds one: as `issue` and `revoke` keep them."""
    visitor = graduate(tmp_path)
    hand_in(visitor, register)
    visitor.close()
    (issued,) = issue(register, ISSUER, Wanted(), FakeClock().now())
    assert isinstance(issued, Issued)
    gatherer = Gatherer(Activities(BASE, Catalogue()), Takings(()))
    outbox = Outbox(register, LRS)

    earned = send(gatherer, register, outbox)
    withdraw(register, issued.certificate.number, TODAY, "issued by mistake")
    voided = send(gatherer, register, outbox)

    assert [one.statement.verb.word for one in earned] == ["earned"]
    assert [one.statement.verb.word for one in voided] == ["voided"]
    assert json.loads(earned[0].statement.json)["object"]["id"] == issued.certificate.id
    assert send(gatherer, register, outbox) == []


def send(gatherer: Gatherer, register: Register, outbox: Outbox) -> list[Made]:
    """Put the statements of certificates that are new into an outbox, and return them."""
    lots = list(gatherer.gather_certificates(register, outbox))
    for lot in lots:
        outbox.add(lot)
    return [one for lot in lots for one in lot]


def test_what_follows_a_fresh_start_is_another_time(learner: Everybody) -> None:
    """By the learner's own log: what came before stays with the first time."""
    learner.enrolment.start_over()
    learner.sit("ticking", right=True)
    events = [Event(one.device, one.seq, json.loads(one.body)) for one in learner.entries]

    takings = Takings(events)

    times = [takings.count(*one) for one in events if one.body["kind"] == "quiz-finished"]
    assert times == [1, 1, 2]
