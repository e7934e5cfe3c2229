"""Statements for tests: of every kind, and many."""

import json
from collections.abc import Iterable, Iterator

from lrs_learners import BASE, Everybody

from protectcourse.records.lrs.outbox import Made
from protectcourse.records.xapi.activities import Activities
from protectcourse.records.xapi.catalogue import Catalogue
from protectcourse.records.xapi.statements import (
    Certificate,
    Happened,
    Statement,
    make_earned,
    make_statement,
    make_withdrawn,
)
from protectcourse.records.xapi.vocabulary import Verb

NUMBER = "urn:uuid:6a1c8f6e-52a7-4b0e-9a53-{}"
BAD = '"homePage":"not an address"'


def of_every_kind(learner: Everybody) -> Iterator[str]:
    """Give the statements of all that somebody did, a correction, a certificate and its end.

    With and without the course on the computer: in the second case everything goes by its id.
    """
    certificate = Certificate(
        id=NUMBER.format(learner.store.learner[:12]),
        learner=learner.store.learner,
        course="everything",
        version=1,
        day="2026-11-25",
        until="2028-11-24",
    )
    for number, activities in enumerate((learner.activities, Activities(BASE, Catalogue()))):
        for entry in learner.entries:
            event = Happened(f"{entry.device}-{number}", entry.seq, json.loads(entry.body))
            if made := make_statement(event, activities):
                yield made.json
    body = {
        **{"kind": "voided", "learner": learner.store.learner, "day": "2026-11-26"},
        **{"device": f"{learner.entries[0].device}-0", "seq": _first_said(learner)},
    }
    correction = make_statement(Happened(learner.store.device, 10_000, body), activities)
    assert correction is not None
    yield correction.json
    yield make_earned(certificate, activities).json
    yield make_withdrawn(certificate, "2027-01-02", activities).json


def many(count: int) -> list[Made]:
    """Return statements of different events."""
    activities = Activities(BASE, Catalogue())
    body = {
        **{"kind": "lesson-completed", "learner": "00112233aabbccdd", "day": "2026-11-24"},
        **{"unit": "c/l", "version": 2, "minutes": 7},
    }
    made = (make_statement(Happened("d", n, body), activities) for n in range(1, count + 1))
    return [Made("d", n, "lesson-completed", one) for n, one in enumerate(made, 1) if one]


def spoilt(made: Made) -> Made:
    """Return a statement that no LRS should take: its actor has no address."""
    text = made.statement.json.replace(f'"homePage":"{BASE}"', BAD)
    assert BAD in text
    return made._replace(statement=made.statement._replace(json=text))


def kept(statements: Iterable[str]) -> list[Made]:
    """Return statements as an outbox takes them."""
    read = [(text, json.loads(text)) for text in statements]
    return [
        Made("d", number, "kind", Statement(one["id"], Verb(one["verb"]["id"]), text))
        for number, (text, one) in enumerate(read, 1)
    ]


def _first_said(learner: Everybody) -> int:
    return next(one.seq for one in learner.entries if one.kind == "course-begun")
