"""Two hashes of a case: one of how it flows, one of how it is worded.

While the flow is the same, a play under way goes on as it was and shows the new wording.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from hashlib import sha256
from typing import Any

from protectcourse.findings import ValuePath
from protectcourse.scenario.model import Case
from protectcourse.scenario.nodes import Doing, Element, Rating
from protectcourse.shapes import yaml_key

FLOW_KEYS = frozenset(
    {"if", "any", "do", "goto", "to", "for", "type", "met_if", "at_least", "important"}
    | {"repeat", "start", "min", "max", "when_empty", "states", "variants", "outcome"}
)
"""Keys whose values decide what happens and what it counts for."""
UNPLAYED = frozenset({"tests", "promises", "lint_allow", "version", "status", "reviewers"})
"""Keys of a case that are neither: no learner meets them."""
NAMED_IN_FLOW = frozenset(
    {"nodes", "endings", "choices", "questions", "leave", "elements", "results"}
    | {"facts", "flags", "meters"}
)
"""Keys whose entries have ids that decisions and routes refer to."""

_NOTHING = object()


def flow_hash(case: Case) -> str:
    """Return the SHA-256 of ids, conditions, effects, routes, kinds of rating and competencies.

    The order in which nodes and choices stand in the file does not count.
    """
    return _hash(_parts(case, flow=True))


def wording_hash(case: Case) -> str:
    """Return the SHA-256 of all that a learner meets and that is not part of the flow."""
    return _hash(_parts(case, flow=False))


def changed_places(old: Case, new: Case) -> tuple[list[ValuePath], list[ValuePath]]:
    """Return the places at which the flow differs, and those at which the wording does."""
    flow, wording = (
        [
            path
            for path in {**before, **after}
            if before.get(path, _NOTHING) != after.get(path, _NOTHING)
        ]
        for before, after in (
            (_by_path(old, flow=of_flow), _by_path(new, flow=of_flow)) for of_flow in (True, False)
        )
    )
    return flow, wording


def _by_path(case: Case, *, flow: bool) -> dict[ValuePath, Any]:
    return {tuple(path): value for path, value in _parts(case, flow=flow)}


def _parts(case: Case, *, flow: bool) -> list[list[Any]]:
    parts = [
        [list(path), value]
        for path, value, of_flow in _walk(case, (), of_flow=False)
        if of_flow == flow and path[0] not in UNPLAYED
    ]
    return sorted(parts, key=lambda part: json.dumps(part[0]))


def _walk(value: Any, path: ValuePath, *, of_flow: bool) -> Iterator[tuple[ValuePath, Any, bool]]:
    """Give every value, and every id, with its path and whether it is part of the flow."""
    if is_dataclass(value):
        for part in fields(value):
            key = yaml_key(part.name)
            inside = getattr(value, part.name)
            if key in set(Rating) and inside is not None and isinstance(value, Doing):
                yield (*path, key), None, True
            decides = key in FLOW_KEYS or (key == "answer" and isinstance(value, Element))
            yield from _walk(inside, (*path, key), of_flow=of_flow or decides)
    elif isinstance(value, Mapping):
        for name, inside in value.items():
            if path[-1] in NAMED_IN_FLOW:
                yield (*path, name), None, True
            yield from _walk(inside, (*path, name), of_flow=of_flow)
    elif isinstance(value, tuple) and not all(isinstance(entry, str) for entry in value):
        for index, inside in enumerate(value):
            yield from _walk(inside, (*path, index), of_flow=of_flow)
    else:
        yield path, list(value) if isinstance(value, tuple) else value, of_flow


def _hash(parts: list[list[Any]]) -> str:
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()
