"""Whether the variables of a case, its conditions and effects say what they can mean."""

from collections.abc import Iterator

from protectcourse.findings import Finding, ValuePath, name_one_of
from protectcourse.scenario.conditions import RESERVED, read_atom
from protectcourse.scenario.effects import read_effect
from protectcourse.scenario.model import Case, Meter
from protectcourse.scenario.nodes import Checklist, Hub, Node
from protectcourse.scenario.places import atoms_of, parts_of
from protectcourse.scenario.state import Misreading, declare_variables

CONDITION_KEYS = {"if_": "if", "met_if": "met_if", "need": "need"}
"""Field → key of all that holds conditions."""


def find_name_faults(case: Case) -> Iterator[Finding]:
    """Give the faults S010 to S013, and C015 for a name that is used twice."""
    yield from _find_declaration_faults(case)
    yield from _find_atom_faults(case)
    for name, node in case.nodes.items():
        if isinstance(node, Hub):
            yield from _find_hub_faults(("nodes", name), node)
    yield from _find_promise_faults(case)
    yield from _find_play_faults(case)


def _find_declaration_faults(case: Case) -> Iterator[Finding]:
    track = case.track
    declared: dict[str, ValuePath] = {}
    for path, names in (
        (("track", "facts"), track.facts),
        (("track", "flags"), track.flags),
        (("track", "meters"), track.meters),
        (("track", "states"), track.states),
        (("variants",), case.variants),
    ):
        for name in names:
            yield from _check_name(name, (*path, name), declared)
            declared.setdefault(name, path)
    for name, meter in track.meters.items():
        yield from _check_meter(name, meter)


def _check_name(name: str, path: ValuePath, declared: dict[str, ValuePath]) -> Iterator[Finding]:
    if name in declared:
        yield _twice(name, path, f"It stands below `{declared[name][-1]}` too.")
    if name in RESERVED:
        yield Finding(
            code="S011",
            path=path,
            message=f"`{name}` is a word of conditions and effects",
            hint="Give the variable another name.",
            at_key=True,
        )


def _check_meter(name: str, meter: Meter) -> Iterator[Finding]:
    path = ("track", "meters", name)
    if meter.min >= meter.max:
        yield Finding(
            code="S013",
            path=(*path, "max"),
            message=f"`max` of `{name}` must be more than its `min`, which is {meter.min}",
            hint="Without `min:` it is 0.",
        )
        return
    if not meter.min <= meter.start <= meter.max:
        yield Finding(
            code="S013",
            path=(*path, "start"),
            message=f"`{name}` starts at {meter.start}, outside {meter.min} to {meter.max}",
            hint="Start it within its range.",
        )
    steps = meter.max - meter.min + 1
    if meter.words and len(meter.words) != steps:
        yield Finding(
            code="S013",
            path=(*path, "words"),
            message=f"`{name}` has {steps} values and {len(meter.words)} words",
            hint=f"Write one word for each value from {meter.min} to {meter.max}.",
        )


def _find_atom_faults(case: Case) -> Iterator[Finding]:
    variables = declare_variables(case)
    for path, part in parts_of(case):
        for field, key in CONDITION_KEYS.items():
            for place, atom in atoms_of(getattr(part, field, ()), (*path, key)):
                test = read_atom(atom, variables)
                if isinstance(test, Misreading):
                    yield _misread(test, place)
        for index, effect in enumerate(getattr(part, "do", ())):
            change = read_effect(effect, variables)
            if isinstance(change, Misreading):
                yield _misread(change, (*path, "do", index))


def _find_hub_faults(path: ValuePath, hub: Hub) -> Iterator[Finding]:
    for index, name in enumerate(hub.important):
        if name not in hub.questions:
            yield Finding(
                code="S010",
                path=(*path, "important", index),
                message=f"`{name}` is not a question of this hub",
                hint=name_one_of(name, hub.questions),
            )
    for name in hub.leave:
        if name in hub.questions:
            yield _twice(name, (*path, "leave", name), "A question of this hub has it too.")


def _find_promise_faults(case: Case) -> Iterator[Finding]:
    for index, promise in enumerate(case.promises):
        node, _, choice = promise.before.partition(".")
        known = list(case.nodes)
        if node in case.nodes:
            known = [f"{node}.{name}" for name in _ways(case.nodes[node])]
        if node not in case.nodes or (choice and promise.before not in known):
            yield Finding(
                code="S010",
                path=("promises", index, "before"),
                message=f"`{promise.before}` is neither a node nor a choice",
                hint=name_one_of(promise.before, known),
            )


def _find_play_faults(case: Case) -> Iterator[Finding]:
    ways = list(dict.fromkeys(way for node in case.nodes.values() for way in _ways(node)))
    for name, test in case.tests.items():
        for index, way in enumerate(test.play):
            if way not in ways:
                yield Finding(
                    code="S010",
                    path=("tests", name, "play", index),
                    message=f"`{way}` is no choice, question or result of this case",
                    hint=name_one_of(way, ways),
                )
        if test.expect not in case.endings:
            yield Finding(
                code="S010",
                path=("tests", name, "expect"),
                message=f"`{test.expect}` is not an ending",
                hint=name_one_of(test.expect, case.endings),
            )


def _ways(node: Node) -> list[str]:
    """Return the ids of all that can be taken in a node."""
    if isinstance(node, Checklist):
        return list(node.results)
    return [*node.questions, *node.leave] if isinstance(node, Hub) else list(node.choices)


def _misread(fault: Misreading, path: ValuePath) -> Finding:
    return Finding(code=fault.code, path=path, message=fault.message, hint=fault.hint)


def _twice(name: str, path: ValuePath, where: str) -> Finding:
    message = f"the id `{name}` is used twice"
    return Finding(code="C015", path=path, message=message, hint=where, at_key=True)
