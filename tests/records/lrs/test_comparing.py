"""What an LRS adds is not a difference; what it holds otherwise is."""

from copy import deepcopy
from typing import Any

import pytest
from case_plays import put

from protectcourse.records.lrs.comparing import is_among, says_the_same

OURS: dict[str, Any] = {
    "id": "7f1b1c1e-1b8e-5a3e-9b3e-0a1b2c3d4e5f",
    "actor": {"account": {"homePage": "https://a.example/", "name": "ab"}, "objectType": "Agent"},
    "verb": {"id": "http://adlnet.gov/expapi/verbs/passed", "display": {"en": "passed"}},
    "object": {"id": "https://a.example/q", "definition": {"name": {"en": "Quiz"}}},
    "result": {"score": {"scaled": 1.0}, "success": True},
    "context": {
        "registration": "de7bee27-0276-5a08-b13e-9f9f417e9f27",
        "contextActivities": {"parent": [{"id": "https://a.example/c"}]},
    },
    "timestamp": "2026-11-24T12:00:00Z",
}


def changed(place: str, value: Any) -> dict[str, Any]:
    """Return the statement as an LRS may hold it."""
    theirs = deepcopy(OURS)
    put(theirs, place, value)
    return theirs


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("stored", "2026-11-25T00:00:00Z"),
        ("authority", {"mbox": "mailto:lrs@example.org"}),
        ("version", "1.0.0"),
        ("timestamp", "2026-11-24T12:00:00.000+00:00"),
        ("id", OURS["id"].upper()),
        ("object.objectType", "Activity"),
        ("object.definition", {"name": {"en": "The quiz, renamed"}}),
        ("result.score.scaled", 1),
        ("context.contextActivities.parent", {"id": "https://a.example/c", "definition": {}}),
    ],
)
def test_what_an_lrs_may_do_to_a_statement_is_no_difference(place: str, value: Any) -> None:
    """Otherwise every statement that is there already would be set aside."""
    assert says_the_same(OURS, changed(place, value))


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("actor.account.name", "somebody-else"),
        ("verb.id", "http://adlnet.gov/expapi/verbs/failed"),
        ("object.id", "https://a.example/other"),
        ("result.success", False),
        ("result", None),
        ("timestamp", "2026-11-23T12:00:00Z"),
        ("timestamp", "yesterday"),
        ("context.registration", "00000000-0000-5000-8000-000000000000"),
        ("context.contextActivities.parent", ["https://a.example/c"]),
        ("actor", []),
    ],
)
def test_what_says_something_else_is_a_difference(place: str, value: Any) -> None:
    """Two people's records must not be taken for one."""
    assert not says_the_same(OURS, changed(place, value))


def test_an_answer_with_a_list_of_one_will_do() -> None:
    """Asked for one statement, some servers give what they give to every question."""
    assert is_among(OURS, OURS)
    assert is_among(OURS, {"statements": [OURS]})


@pytest.mark.parametrize("answer", [None, [], {}, "x", {"statements": []}, {"statements": {}}])
def test_an_answer_without_it_is_none(answer: Any) -> None:
    """What cannot be understood is not taken for a yes."""
    assert not is_among(OURS, answer)
