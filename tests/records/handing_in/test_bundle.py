"""The hand-in file: what is in it, what is not, and that it is always the same."""

import json
from pathlib import Path

import pytest
from completed import OTHER_SIGNER, SIGNER
from fake_clock import FakeClock
from handed_in import DAY, OUTLINE, hand_in, lines_of
from learners import Learner, take_quiz
from logs import ONE_OF_EACH, answer, open_log

from protectcourse.errors import RecordError, StoreError
from protectcourse.progress.events import CourseBegun, LessonCompleted
from protectcourse.progress.store import Store
from protectcourse.records.handing_in.bundle import make_hand_in
from protectcourse.records.handing_in.levels import Level
from protectcourse.records.handing_in.reading import read_hand_in


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a log with an event of each kind."""
    opened = open_log(tmp_path / "data")
    opened.append(*ONE_OF_EACH)
    return opened


def kinds_in(data: bytes) -> set[str]:
    """Return the kinds of event whose bodies are in a file."""
    bodies = [json.loads(line).get("b") for line in lines_of(data)[1:]]
    return {json.loads(body)["kind"] for body in bodies if body is not None}


def test_the_same_log_makes_the_same_file(store: Store) -> None:
    """So that a file handed in twice is seen to be the same one."""
    assert hand_in(store) == hand_in(store)
    assert hand_in(store) != hand_in(store, Level.RESULTS)


def test_what_is_held_back_leaves_its_place_and_nothing_else(store: Store) -> None:
    """Every event has a line; no line holds more than its level allows."""
    data = hand_in(store, Level.RESULTS)

    lines = [json.loads(line) for line in lines_of(data)[1:]]
    assert [line["s"] for line in lines] == list(range(1, len(ONE_OF_EACH) + 2))
    assert all(set(line) in ({"c", "d", "s", "b", "t"}, {"c", "d", "s", "g"}) for line in lines)
    assert "answer-given" not in kinds_in(data)
    assert {"quiz-finished", "course-completed"} < kinds_in(data)


def test_what_never_leaves_is_in_no_file(store: Store) -> None:
    """Typed text, notes, seconds, seeds, copies, exact times: searched for, at the wider level."""
    bodies = [json.loads(line).get("b", "") for line in lines_of(hand_in(store))[1:]]
    text = "\n".join(bodies)

    assert "quiz-begun" in text
    for words in (
        "Genève",
        "ask who decides",
        "4711",
        "seconds",
        "copy",
        "T09:00",
        "time",
        "seed",
        "p1",
    ):
        assert words not in text


def test_a_short_text_leaves_as_the_number_of_its_form(store: Store) -> None:
    """What was typed is the learner's."""
    bodies = [json.loads(line).get("b", "") for line in lines_of(hand_in(store))[1:]]

    (given,) = [json.loads(body) for body in bodies if "answer-given" in body]
    assert given["answer"] == {"kind": "short-text", "form": "other"}


def test_the_header_says_what_the_file_is(store: Store) -> None:
    """A collector reads it before anything else."""
    store.set_profile("name", "  Ada \x1b[2J\u202eLovelace ")

    header = json.loads(lines_of(hand_in(store))[0])

    assert header["format"] == "protectcourse-handin/1"
    assert header["courses"] == {"c": {"version": 2, "title": "Of visitors", "status": "draft"}}
    assert header["name"] == "Ada \ufffd[2J\ufffdLovelace"
    assert (header["learner"], header["day"]) == (store.learner, DAY.isoformat())
    (device,) = header["devices"]
    assert (device["first"], device["last"]) == (1, len(ONE_OF_EACH) + 1)


def test_one_course_can_be_handed_in_alone(store: Store) -> None:
    """What was done elsewhere goes to whom it concerns."""
    rule = {"needs": ["lessons"], "valid_months": 0, "version": 1}
    store.append(CourseBegun(course="d", version=1, rule=rule))
    store.append(LessonCompleted(unit="d/l", version=1, minutes=4))

    both, one = hand_in(store), hand_in(store, course="c")

    assert '\\"d/l\\"' in "".join(lines_of(both))
    assert '\\"d/l\\"' not in "".join(lines_of(one))
    assert '\\"course\\":\\"d\\"' not in "".join(lines_of(one))
    assert len(lines_of(one)) == len(lines_of(both))
    assert "answer-given" in kinds_in(one)


def test_with_nothing_recorded_there_is_a_file_that_says_so(tmp_path: Path) -> None:
    """An organisation can tell "has not begun" from "has not handed in"."""
    store = open_log(tmp_path / "new")

    read = read_hand_in(hand_in(store), None)

    assert [one.facts.kind for one in read.entries] == ["device-begun"]
    assert read.courses == ()


def test_a_file_sealed_to_an_organisation_opens_with_its_key_alone(store: Store) -> None:
    """On its way it passes through mail boxes and over sticks."""
    sealed = hand_in(store, organisation_key=OTHER_SIGNER.public_key)

    read = read_hand_in(sealed, OTHER_SIGNER)

    assert read.sealed
    assert read.entries == read_hand_in(hand_in(store), None).entries
    assert b"\x1f\x8b\x08" not in sealed[:100]
    for key in (None, SIGNER):
        with pytest.raises(RecordError, match="sealed"):
            read_hand_in(sealed, key)


@pytest.mark.parametrize("key", ["00" * 32, "01" + "00" * 31, "ff" * 32])
def test_a_key_that_nothing_can_be_sealed_to_is_told(store: Store, key: str) -> None:
    """It came out of a file that an organisation may have mistyped."""
    with pytest.raises(RecordError, match="key of your organisation"):
        hand_in(store, organisation_key=key)


def test_fifty_events_take_a_few_kilobytes(tmp_path: Path) -> None:
    """The file goes by mail from where there is little network."""
    store = open_log(tmp_path / "data")
    store.append(*[answer(number) for number in range(49)])

    assert len(hand_in(store)) < 5_000


def test_steps_that_wait_to_be_saved_wait_for_the_next_file(tmp_path: Path) -> None:
    """Were they lost, other steps would take their numbers, and the file would contradict them."""
    learner = Learner(tmp_path / "data")
    session = learner.quiz()
    session.begin()
    before = learner.store.last
    learner.fill_disk()
    take_quiz(session)

    read = read_hand_in(hand_in(learner.store), None)

    assert learner.store.pending > 0
    assert len(read.entries) == before


def test_a_damaged_log_is_not_signed(tmp_path: Path) -> None:
    """The signature would vouch for the damage."""
    store = open_log(tmp_path / "data", FakeClock())
    store.append(*ONE_OF_EACH)
    assert store._connection is not None
    store._connection.execute("UPDATE entry SET body = replace(body, '5000', '9000')")

    with pytest.raises(StoreError, match="damaged"):
        make_hand_in(store, [OUTLINE], level=Level.RESULTS, day=DAY, signer=SIGNER)
