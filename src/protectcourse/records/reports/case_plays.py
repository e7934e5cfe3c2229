"""Reads people's first plays of a case from a register.

The first play that counts is taken, whether or not it was finished; practice after going back never
is. A play that went over to a revised case is left out, and so is one in a copied profile or over
two computers, of which nobody can say what came after what.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from sys import intern
from typing import Any

from protectcourse.records.reports.quiz_answers import DEVICES, LONGEST_ID, Scope
from protectcourse.records.standing.contents import Readable
from protectcourse.records.statistics.ways import CHECKLIST, RATINGS, Decision, Play

STEPS = (
    "SELECT learner, attempt, kind, device, seq, body FROM entry WHERE"
    " kind IN ('case-begun', 'case-revised', 'decision-made', 'case-finished'){only}"
    " ORDER BY device, seq, hash"
)
CASES = (
    "SELECT DISTINCT course, unit FROM entry WHERE kind IN ('case-begun', 'case-finished')"
    "{only} ORDER BY course, unit"
)
MOST_MINUTES = 240


@dataclass(slots=True)
class CasePlays:
    """The first plays of a case, and what was left out of them."""

    plays: list[Play] = field(default_factory=list)
    results_only: int = 0
    """People of whom only the ending was handed in."""
    revised: int = 0
    mixed: int = 0
    unreadable: int = 0


@dataclass(slots=True)
class _Attempt:
    begun: int = 0
    revised: bool = False
    version: int = 0
    ending: str = ""
    minutes: int = 0
    steps: list[tuple[int, int, Decision]] = field(default_factory=list)


def read_cases(register: Readable) -> list[tuple[str, str]]:
    """Return the cases that the register has something of, as course and id."""
    only, values = Scope().only(register)
    rows = register.rows(CASES.format(only=only), values)
    return [(str(course), str(unit)) for course, unit in rows if unit is not None]


def read_case_plays(register: Readable, course: str, case: str) -> CasePlays:
    """Return the first plays of a case."""
    only, values = Scope(course, case).only(register)
    ranks = {int(device): rank for rank, (device,) in enumerate(register.rows(DEVICES))}
    read = CasePlays()
    attempts: dict[str, dict[int, _Attempt]] = {}
    for learner, number, kind, device, seq, text in register.rows(STEPS.format(only=only), values):
        if type(number) is not int:
            continue
        attempt = attempts.setdefault(learner, {}).setdefault(number, _Attempt())
        body = json.loads(text)
        if kind == "decision-made":
            decision = _decision(body)
            if decision is None:
                read.unreadable += 1
            else:
                attempt.steps.append((ranks.get(device, 0), seq, decision))
        else:
            _note(attempt, kind, body)
    for learner in sorted(attempts):
        _take(read, attempts[learner])
    return read


def _note(attempt: _Attempt, kind: str, body: Mapping[str, Any]) -> None:
    """Note that an attempt was begun, revised or finished."""
    match kind:
        case "case-begun":
            attempt.begun += 1
            attempt.version = _whole(body.get("version"), 10**9)
        case "case-revised":
            attempt.revised = True
        case "case-finished" if body.get("assessed", 1) == 1:
            attempt.ending = _id(body.get("ending")) or ""
            attempt.minutes = _whole(body.get("minutes"), MOST_MINUTES)


def _take(read: CasePlays, attempts: Mapping[int, _Attempt]) -> None:
    """Take in the first attempt of a person; practice has neither a beginning nor an ending."""
    counted = {number: one for number, one in attempts.items() if one.begun or one.ending}
    if not counted:
        return
    first = counted[min(counted)]
    if not first.begun:
        read.results_only += 1
    elif first.begun > 1 or _is_mixed(first):
        read.mixed += 1
    elif first.revised:
        read.revised += 1
    else:
        decisions = tuple(decision for _, _, decision in sorted(first.steps))
        read.plays.append(Play(decisions, first.ending, first.minutes, first.version))


def _is_mixed(attempt: _Attempt) -> bool:
    """Return whether the decisions come from two devices, or from two copies of one."""
    numbers = {seq for _, seq, _ in attempt.steps}
    return len({rank for rank, _, _ in attempt.steps}) > 1 or len(numbers) < len(attempt.steps)


def _decision(body: Mapping[str, Any]) -> Decision | None:
    node, following, rating = _id(body.get("node")), _id(body.get("next")), body.get("rating")
    choice = body.get("choice")
    elements = _elements(choice) if isinstance(choice, dict) else ()
    name = CHECKLIST if elements else _id(choice)
    if node is None or following is None or name is None or rating not in RATINGS:
        return None
    return Decision(node, name, intern(str(rating)), following, elements)


def _elements(choice: Mapping[str, object]) -> tuple[str, ...]:
    """Return the answers of a checklist; none where one of them is not a short text."""
    pairs = [(_id(element), _id(answer)) for element, answer in choice.items()]
    sound = all(element is not None and answer is not None for element, answer in pairs)
    return tuple(intern(f"{left} = {right}") for left, right in sorted(choice.items()) if sound)


def _id(value: object) -> str | None:
    return intern(value) if isinstance(value, str) and len(value) <= LONGEST_ID else None


def _whole(value: object, most: int) -> int:
    return value if type(value) is int and 0 <= value <= most else 0
