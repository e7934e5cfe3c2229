"""What leaves as an xAPI statement, and what never does (records.md §6)."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from logs import ONE_OF_EACH
from lrs_learners import BASE, TYPED, Everybody, everybody

from protectcourse.errors import RecordError
from protectcourse.progress.chain import canonical
from protectcourse.progress.events import split
from protectcourse.records.handing_in.levels import SORTS
from protectcourse.records.xapi.activities import Activities
from protectcourse.records.xapi.catalogue import Catalogue
from protectcourse.records.xapi.sayings import SAYINGS
from protectcourse.records.xapi.statements import (
    Certificate,
    Happened,
    Statement,
    make_earned,
    make_statement,
    make_withdrawn,
)

DEVICE, LEARNER = "ffeeddccbbaa9988", "00112233aabbccdd"
UNKNOWN = Activities(BASE, Catalogue())
"""On a computer that has none of the courses."""
HEAD = {"learner": LEARNER, "day": "2026-11-24"}
BODIES: Mapping[str, dict[str, Any]] = {
    event.kind: split(event)[0] | HEAD | {"kind": event.kind} for event in ONE_OF_EACH
}
SILENT = {"device-begun", "quiz-begun", "case-begun", "case-rewound", "case-revised"}
"""Kinds that may leave, of which xAPI has nothing to say."""
ADL = "http://adlnet.gov/expapi"
CERTIFICATE = Certificate(
    id="urn:uuid:6a1c8f6e-52a7-4b0e-9a53-0d6e7c1b2a34",
    learner=LEARNER,
    course="c",
    version=2,
    day="2026-11-25",
    until="2028-11-24",
)


@pytest.fixture(scope="module")
def learner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Everybody]:
    """Give somebody who has done one of everything."""
    yield from everybody(tmp_path_factory.mktemp("everybody"))


def made(body: Mapping[str, Any], seq: int = 1, **more: int) -> dict[str, Any]:
    """Return the statement of a body, read back."""
    statement = make_statement(Happened(DEVICE, seq, body, **more), UNKNOWN)
    assert statement is not None
    return dict(json.loads(statement.json))


def all_of(learner: Everybody) -> list[Statement]:
    """Return the statements of all that somebody has done."""
    found = (
        make_statement(
            Happened(entry.device, entry.seq, json.loads(entry.body)), learner.activities
        )
        for entry in learner.entries
    )
    return [statement for statement in found if statement]


@pytest.mark.parametrize("kind", [kind for kind, sort in SORTS.items() if sort.leaves_at is None])
def test_what_never_leaves_has_no_statement(kind: str) -> None:
    """Not even where somebody's file holds it all the same."""
    assert make_statement(Happened(DEVICE, 1, BODIES[kind]), UNKNOWN) is None


def test_every_kind_that_may_leave_is_said_or_silent_on_purpose() -> None:
    """A new kind of event must not be forgotten here."""
    may_leave = {kind for kind, sort in SORTS.items() if sort.leaves_at is not None}

    assert set(SAYINGS) - {"voided"} | SILENT == may_leave


@pytest.mark.parametrize(
    ("kind", "verb", "sort", "result"),
    [
        ("course-begun", "verbs/initialized", "course", None),
        ("lesson-completed", "verbs/completed", "lesson", {"completion", "duration"}),
        ("quiz-finished", "verbs/failed", "assessment", {"score", "success", "duration"}),
        ("answer-given", "verbs/answered", "cmi.interaction", {"score", "success", "extensions"}),
        ("decision-made", "verbs/answered", "cmi.interaction", {"response", "extensions"}),
        ("case-finished", "verbs/completed", "simulation", {"completion", "extensions"}),
        ("course-completed", "verbs/completed", "course", {"completion"}),
    ],
)
def test_each_kind_is_said_as_the_table_has_it(
    kind: str, verb: str, sort: str, result: set[str] | None
) -> None:
    """Other systems count by verb and type: what is called otherwise is not found."""
    said = made(BODIES[kind])

    assert said["verb"]["id"] == f"{ADL}/{verb}"
    assert said["object"]["definition"]["type"] == f"{ADL}/activities/{sort}"
    assert set(said.get("result", {})) == (result or set())
    assert said["actor"] == {
        "objectType": "Agent",
        "account": {"homePage": BASE, "name": LEARNER},
    }
    assert said["timestamp"] == "2026-11-24T12:00:00Z"
    assert said["context"]["platform"] == "protectcourse"


def test_a_quiz_passed_says_so_with_its_score() -> None:
    """What most organisations look for."""
    said = made(BODIES["quiz-finished"] | {"passed": 1, "score": 8750})

    assert said["verb"]["id"] == f"{ADL}/verbs/passed"
    assert said["result"] == {"score": {"scaled": 0.875}, "success": True, "duration": "PT3M"}


def test_a_retry_of_what_was_missed_is_neither_passed_nor_failed() -> None:
    """It is practice: a store that heard "failed" would count against whoever went on learning."""
    body = BODIES["quiz-finished"] | {"passed": 0, "score": 10_000, "retry": 1}

    assert make_statement(Happened(DEVICE, 1, body), UNKNOWN) is None


def test_the_version_of_the_content_is_the_revision_and_in_no_address() -> None:
    """Two editions of a lesson are one lesson in every report."""
    first, second = (made(BODIES["lesson-completed"] | {"version": one}) for one in (1, 2))

    assert first["object"] == second["object"]
    assert (first["context"]["revision"], second["context"]["revision"]) == ("1", "2")


def test_the_same_event_is_the_same_statement_and_another_is_not() -> None:
    """Sent twice, it counts once; two laptops never share a number."""
    ids = [
        made(BODIES["course-begun"], 1)["id"],
        made(BODIES["course-begun"], 1)["id"],
        made(BODIES["course-begun"], 2)["id"],
    ]

    other = make_statement(Happened("0" * 16, 1, BODIES["course-begun"]), UNKNOWN)
    assert other is not None
    assert ids[0] == ids[1]
    assert len({*ids, other.id}) == 3


def test_ids_stay_what_they_were() -> None:
    """A later version of the program must find in the LRS what this one has sent."""
    said = made(BODIES["course-begun"], 7)

    assert said["id"] == "b65c174a-01c2-5dd7-a707-59b10788b66b"
    assert said["context"]["registration"] == "c8b20533-6295-589e-8c04-80930bf86124"


def test_taking_a_course_again_is_another_registration() -> None:
    """What was done before a fresh start is not counted into the new round."""
    first, second = (made(BODIES["lesson-completed"], taking=one) for one in (1, 2))

    assert first["context"]["registration"] != second["context"]["registration"]


def test_what_is_unknown_goes_by_its_id_in_no_language() -> None:
    """A coordinator need not have every course installed."""
    definition = made(BODIES["lesson-completed"])["object"]["definition"]

    assert definition["name"] == {"und": "l"}


def test_a_correction_points_at_the_statement_and_says_no_more() -> None:
    """The standard forbids platform and revision where the object is no activity."""
    meant = made(BODIES["course-begun"], 5)["id"]

    said = made({"kind": "voided", "device": DEVICE, "seq": 5} | HEAD, 9)

    assert said["verb"]["id"] == f"{ADL}/verbs/voided"
    assert said["object"] == {"objectType": "StatementRef", "id": meant}
    assert "context" not in said


def test_a_certificate_is_earned_and_can_be_withdrawn() -> None:
    """An organisation's other systems then know of both."""
    earned = json.loads(make_earned(CERTIFICATE, UNKNOWN).json)
    withdrawn = json.loads(make_withdrawn(CERTIFICATE, "2027-01-02", UNKNOWN).json)

    assert earned["verb"]["id"] == "http://id.tincanapi.com/verb/earned"
    assert earned["object"]["id"] == CERTIFICATE.id
    assert withdrawn["object"] == {"objectType": "StatementRef", "id": earned["id"]}


def test_somebody_who_did_everything_has_every_sort_of_statement(learner: Everybody) -> None:
    """The other tests, and the servers, are only worth what these learners do."""
    found = all_of(learner)
    interactions = {
        said["object"]["definition"]["interactionType"]
        for said in (json.loads(one.json) for one in found)
        if said["verb"]["display"]["en"] == "answered"
    }

    assert set(Counter(one.verb.word for one in found)) == {
        *("initialized", "completed", "answered", "passed", "failed"),
    }
    assert interactions == {
        *("choice", "true-false", "sequencing", "matching", "numeric", "fill-in"),
    }


def test_nothing_typed_and_no_name_leaves(learner: Everybody) -> None:
    """What people write for themselves stays on their laptop, whatever it was asked for."""
    typed = [entry for entry in learner.entries if TYPED in entry.local]

    assert typed
    assert not [one for one in all_of(learner) if TYPED in one.json]


def test_completion_never_stands_beside_success(learner: Everybody) -> None:
    """So the same statements are legal for cmi5 launched courses."""
    for statement in all_of(learner):
        said = json.loads(statement.json)
        result = said.get("result", {})
        if said["verb"]["display"]["en"] in {"passed", "failed"}:
            assert "completion" not in result
        if said["verb"]["display"]["en"] == "completed":
            assert not {"score", "success"} & set(result)


def test_statements_are_canonical(learner: Everybody) -> None:
    """Made again anywhere, the text is the same to the byte."""
    for statement in all_of(learner):
        assert canonical(json.loads(statement.json)) == statement.json


@pytest.mark.parametrize(
    "change",
    [
        {"day": "2026-02-30"},
        {"day": 20261124},
        {"learner": "a\x1b[2J"},
        {"unit": "no-slash"},
        {"unit": "c/../q"},
        {"unit": {"c": "q"}},
        {"score": 10_001},
        {"score": True},
        {"score": "1"},
        {"question": "q 1"},
        {"answer": {"kind": "choice", "chosen": ["a", "a"]}},
        {"answer": {"kind": "choice", "chosen": ["a[,]b"]}},
        {"answer": {"kind": "choice", "chosen": [f"o{n}" for n in range(1000)]}},
        {"answer": {"kind": "match", "choices": {"a": ["b"]}}},
        {"answer": {"kind": "essay", "text": "words"}},
        {"answer": {"kind": "number", "form": -1}},
        {"answer": []},
        {"attempt": 0},
    ],
    ids=str,
)
def test_what_no_event_holds_makes_no_statement(change: dict[str, Any]) -> None:
    """A signed file may hold anything: it must neither break a push nor reach an LRS."""
    with pytest.raises(RecordError):
        make_statement(Happened(DEVICE, 1, BODIES["answer-given"] | change), UNKNOWN)


def test_titles_are_cleaned() -> None:
    """A title handed in by somebody else must not steer the terminal of a third."""
    activities = Activities(BASE, Catalogue(titles={"c": "A \x1b[31mtitle\u202e\n"}))

    said = make_statement(Happened(DEVICE, 1, BODIES["course-begun"]), activities)

    assert said is not None
    name = json.loads(said.json)["object"]["definition"]["name"]
    assert name == {"und": "A \ufffd[31mtitle\ufffd"}
