"""A record says what was done, in one text that every computer writes the same."""

import json
from dataclasses import asdict, replace
from typing import Any

import pytest
from completed import make_sample
from hypothesis import given
from hypothesis import strategies as st

from protectcourse.course.outline import CourseOutline, ModuleOutline, UnitOutline
from protectcourse.errors import RecordError
from protectcourse.progress.chain import canonical
from protectcourse.progress.projections import Completion
from protectcourse.records.completion_record import (
    UnitDone,
    last_valid_day,
    make_record,
    read_record,
    write_record,
)

UNITS = (
    UnitOutline("b", "lesson", "Second\u202e", 5),
    UnitOutline("a", "quiz", "First", 5),
    UnitOutline("x", "case", "Not done", 5),
)
OUTLINE = CourseOutline(
    "c", 7, "Title <b>", "fr", status="reviewed", modules=(ModuleOutline("m", "M", "1", (), UNITS),)
)
COMPLETION = Completion(
    day="2026-11-24",
    version=2,
    score=8750,
    status="draft",
    valid_months=24,
    units={"a": 1, "b": 1, "gone": 1, "x": 0},
)


def make(name: str = "Ada", completion: Completion = COMPLETION) -> Any:
    """Return the record of a completion."""
    return make_record(OUTLINE, completion, name=name, learner="11aa", device="22bb")


def test_a_record_is_of_the_course_as_it_was() -> None:
    """Version and status are those of the completion: the course has been reviewed only since."""
    record = make()

    assert (record.course, record.version, record.status) == ("c", 2, "draft")
    assert (record.day, record.valid_until, record.score) == ("2026-11-24", "2028-11-24", 8750)
    assert (record.learner, record.device, record.language) == ("11aa", "22bb", "fr")


def test_units_stand_in_the_order_of_the_course_and_those_gone_last() -> None:
    """What was done is not forgotten because a course let go of it."""
    assert make().units == (
        UnitDone("b", "lesson", "Second\ufffd"),
        UnitDone("a", "quiz", "First"),
        UnitDone("gone", "", ""),
    )


@pytest.mark.parametrize(
    ("name", "shown"),
    [("", ""), ("  Ada \n L. ", "Ada L."), ("a\x1b[2J\u202eb", "a\ufffd[2J\ufffdb")],
)
def test_a_name_is_taken_as_given_but_for_what_steers(name: str, shown: str) -> None:
    """A name may be empty or made up; it may not turn the words beside it round."""
    assert make(name).name == shown


@pytest.mark.parametrize("name", ["e\u0301" * 300, "\u0958" * 300, "한국어" * 200, "🜁" * 400])
def test_a_long_name_still_makes_a_record_that_can_be_read(name: str) -> None:
    """Composing a name may lengthen it: what is cut before is too long after."""
    record = make(name)

    assert read_record(write_record(record)) == record


@pytest.mark.parametrize(
    ("day", "months", "last"),
    [
        ("2026-11-24", 0, ""),
        ("2026-11-24", 1, "2026-12-24"),
        ("2026-11-24", 2, "2027-01-24"),
        ("2026-11-24", 24, "2028-11-24"),
        ("2027-01-31", 1, "2027-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-12-31", 12, "2027-12-31"),
        ("2026-12-31", 600, "2076-12-31"),
        ("9999-12-01", 1, ""),
    ],
)
def test_months_are_counted_by_the_calendar(day: str, months: int, last: str) -> None:
    """Of a month without that day the last is taken."""
    assert last_valid_day(day, months) == last


@given(
    name=st.text(max_size=250),
    score=st.integers(-1, 10000),
    months=st.integers(0, 600),
    day=st.dates().map(lambda day: day.isoformat()),
    units=st.dictionaries(st.sampled_from(["a", "b", "x", "gone"]), st.integers(0, 1)),
)
def test_what_is_written_is_read_back(
    name: str, score: int, months: int, day: str, units: dict[str, int]
) -> None:
    """Whatever the name, day, score and units."""
    record = make(
        name, Completion(day=day, version=1, score=score, valid_months=months, units=units)
    )

    text = write_record(record)

    assert read_record(text) == record
    assert "\n" not in text


@pytest.mark.parametrize(
    "changes",
    [
        {"course": ""},
        {"learner": ""},
        {"course": 7},
        {"title": None},
        {"title": "x" * 501},
        {"name": ["Ada"]},
        {"language": "<b>"},
        {"status": "certified"},
        {"version": 0},
        {"version": True},
        {"version": "1"},
        {"version": 1.0},
        {"score": 10001},
        {"score": -2},
        {"day": "yesterday"},
        {"day": "20261124"},
        {"day": "2026-11-31"},
        {"valid_until": "for ever"},
        {"units": [{"id": "a", "sort": "medal", "title": "A"}]},
        {"units": [{"id": "a", "sort": "", "title": "A"}]},
        {"units": [{"id": "a", "sort": "lesson", "title": 7}]},
        {"units": [{"id": "a"}]},
        {"units": ["a"]},
        {"units": None},
        {"units": [{"id": "a", "sort": "lesson", "title": "A"}] * 2001},
        {"rank": "first"},
    ],
    ids=lambda changes: str(changes)[:40],
)
def test_what_is_not_a_record_is_refused(changes: dict[str, Any]) -> None:
    """Anybody can sign anything with a key of their own: signed is not yet sound."""
    text = canonical(asdict(make_sample()) | changes)

    with pytest.raises(RecordError):
        read_record(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[]",
        "7",
        "null",
        "{",
        "[" * 100_000,
        '{"units":' * 50_000,
        '{"version":' + "9" * 100_000 + "}",
        json.dumps(asdict(make_sample()), indent=1),
        write_record(make_sample()) + " ",
        write_record(make_sample()).replace('"name":"Ada"', '"name":"Eve","name":"Ada"'),
    ],
    ids=lambda text: text[:30],
)
def test_only_the_canonical_text_is_a_record(text: str) -> None:
    """Two readers must not read two things in one text, nor may one of them fall over it."""
    with pytest.raises(RecordError):
        read_record(text)


def test_a_missing_part_is_refused() -> None:
    """Each part alone."""
    for part in asdict(make_sample()):
        plain = {name: value for name, value in asdict(make_sample()).items() if name != part}
        with pytest.raises(RecordError):
            read_record(canonical(plain))


def test_an_unscored_record_is_one() -> None:
    """A course without a quiz can be completed too."""
    record = replace(make_sample(), score=-1, valid_until="", units=())

    assert read_record(write_record(record)) == record
