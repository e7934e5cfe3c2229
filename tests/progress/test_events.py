"""Events are taken apart into what may leave and what not, and put together again."""

import json
from dataclasses import fields
from typing import Any

import pytest
from logs import ONE_OF_EACH

from protectcourse.progress.chain import canonical
from protectcourse.progress.events import KINDS, AnswerGiven, Event, PageOpened, join, split


def parts_of(value: Any) -> list[Any]:
    """Return all that a value holds, all the way down, the keys of mappings included."""
    if isinstance(value, dict):
        return [part for item in value.items() for one in item for part in parts_of(one)]
    if isinstance(value, list):
        return [part for one in value for part in parts_of(one)]
    return [value]


def test_one_of_each_kind_is_tried() -> None:
    """A kind that is added without a test here would be saved by luck alone."""
    tried = {event.kind for event in ONE_OF_EACH}

    assert tried == set(KINDS)


@pytest.mark.parametrize("event", ONE_OF_EACH, ids=lambda event: event.kind)
def test_an_event_comes_back_from_the_log_as_it_went_in(event: Event) -> None:
    """What is shown after a restart is made from this and nothing else."""
    body, local = split(event)

    read = join(event.kind, json.loads(canonical(body)), json.loads(canonical(local)))

    assert read == event


@pytest.mark.parametrize("event", ONE_OF_EACH, ids=lambda event: event.kind)
def test_a_body_holds_whole_numbers_and_text_only(event: Event) -> None:
    """Other languages write a fraction or a truth value differently: the hash would differ."""
    body, local = split(event)

    assert all(type(part) in {int, str} for part in parts_of([body, local]))


@pytest.mark.parametrize("event", ONE_OF_EACH, ids=lambda event: event.kind)
def test_what_is_local_is_never_in_the_body(event: Event) -> None:
    """Typed text and exact times must not leave the laptop with a hand-in."""
    body, local = split(event)

    marked = {part.name for part in fields(event) if part.metadata.get("local")}
    assert set(local) == marked
    assert not marked & set(body)


def test_what_must_stay_is_marked_local() -> None:
    """An event with no marks passes the test above; this names what the design keeps back."""
    marked = {
        part.name for kind in KINDS.values() for part in fields(kind) if part.metadata.get("local")
    }

    assert marked == {"answer", "typed", "seconds", "seed", "copy", "text", "marked", "flagged"}
    assert "typed" not in split(next(e for e in ONE_OF_EACH if isinstance(e, AnswerGiven)))[0]


def test_a_kind_or_a_field_of_a_later_version_does_no_harm() -> None:
    """A file that a newer program wrote is still read by an older one."""
    body = {"unit": "c/l", "item": "p", "mood": "calm", "kind": "page-opened"}

    assert join("dream-had", body, {}) is None
    assert join("page-opened", body, {"time": "now"}) == PageOpened(unit="c/l", item="p")


def test_a_fraction_is_refused() -> None:
    """It is a fault of the program, to be found by its tests and not by a learner's file."""
    event = PageOpened(unit="c/l", item=0.5)  # type: ignore[arg-type]

    with pytest.raises(TypeError, match="whole numbers"):
        split(event)
