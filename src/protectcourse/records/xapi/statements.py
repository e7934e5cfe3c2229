"""One event in, one xAPI 1.0.3 statement out, its JSON fixed from then on (records.md §6)."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from protectcourse.progress.chain import canonical
from protectcourse.records.xapi.activities import Activities, Json, activity
from protectcourse.records.xapi.body import Body
from protectcourse.records.xapi.identity import (
    earned_id,
    registration,
    statement_id,
    withdrawn_id,
)
from protectcourse.records.xapi.sayings import SAYINGS, Said, say_earned, say_voided
from protectcourse.records.xapi.vocabulary import PLATFORM, Verb

NOON = "T12:00:00Z"
"""Days are all that leaves the laptop: each statement stands at the noon of its day."""


class Happened(NamedTuple):
    """An event as the log or a hand-in file has it."""

    device: str
    seq: int
    body: Mapping[str, Any]
    taking: int = 1
    """Which time this learner takes the course, from 1."""


class Statement(NamedTuple):
    """A statement that is not changed any more."""

    id: str
    verb: Verb
    json: str
    """Canonical."""


class Certificate(NamedTuple):
    """A certificate as the register has it."""

    id: str
    """`urn:uuid:` and its number."""
    learner: str
    course: str
    version: int
    day: str
    until: str = ""
    """The last day on which it holds; empty for no end."""


def make_statement(happened: Happened, activities: Activities) -> Statement | None:
    """Return the statement of an event; None where it has none. Raises RecordError."""
    kind = happened.body.get("kind")
    say = SAYINGS.get(kind) if isinstance(kind, str) else None
    if say is None:
        return None
    body = Body(happened.body)
    said = say(body, activities)
    if said is None:
        return None
    learner, own_id = body.identifier("learner"), statement_id(happened.device, happened.seq)
    return _frozen(own_id, learner, body.day(), said, happened.taking, activities)


def make_earned(certificate: Certificate, activities: Activities) -> Statement:
    """Return the statement that a certificate was issued. Raises RecordError."""
    body = Body(certificate._asdict())
    said, own_id = say_earned(body, activities), earned_id(body.number("id"))
    return _frozen(own_id, body.identifier("learner"), body.day(), said, 1, activities)


def make_withdrawn(certificate: Certificate, day: str, activities: Activities) -> Statement:
    """Return the statement that a certificate no longer holds. Raises RecordError."""
    body = Body(certificate._asdict() | {"day": day})
    own_id, earned = withdrawn_id(body.number("id")), earned_id(body.number("id"))
    learner = body.identifier("learner")
    return _frozen(own_id, learner, body.day(), say_voided(earned), 1, activities)


def _frozen(
    own_id: str, learner: str, day: str, said: Said, taking: int, activities: Activities
) -> Statement:
    account = {"homePage": activities.base, "name": learner}
    made: Json = {
        "id": own_id,
        "actor": {"objectType": "Agent", "account": account},
        "verb": {"id": str(said.verb), "display": {"en": said.verb.word}},
        "object": said.object,
        "timestamp": day + NOON,
    }
    if said.result:
        made["result"] = said.result
    if said.course:
        made["context"] = _context(said, registration(said.course, learner, taking))
    return Statement(own_id, said.verb, canonical(made))


def _context(said: Said, registered: str) -> Json:
    context: Json = {"registration": registered, "platform": PLATFORM}
    if said.revision:
        context["revision"] = said.revision
    if said.parents:
        around = {"parent": [activity(said.parents[0])]}
        around |= {"grouping": [activity(said.parents[-1])]} if len(said.parents) > 1 else {}
        context["contextActivities"] = around
    if said.extensions:
        context["extensions"] = said.extensions
    return context
