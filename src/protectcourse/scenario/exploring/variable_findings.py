"""Variables that do nothing, told from the text of a case alone.

====  ==========================================================================================
S111  a variable is declared and never used (warning)
S112  a variable is tested, and nothing ever changes it
S113  a variable is changed, and nothing ever tests it (warning; a meter that is shown: information)
S114  a fact that can be learnt changes nothing (information)
====  ==========================================================================================
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple, assert_never

from protectcourse.findings import Finding, Severity, ValuePath
from protectcourse.scenario.effects import BitChange, MeterChange, StateChange
from protectcourse.scenario.exploring.live_variables import Reads, own_reads
from protectcourse.scenario.exploring.promises import find_promises
from protectcourse.scenario.exploring.static_graph import StaticGraph


class _Variable(NamedTuple):
    name: str
    key: Literal["facts", "flags", "meters", "states", "variants"]
    changed: bool
    tested: bool

    @property
    def path(self) -> ValuePath:
        return (self.key, self.name) if self.key == "variants" else ("track", self.key, self.name)


def find_variable_faults(graph: StaticGraph) -> Iterator[Finding]:
    """Give S111 to S114."""
    for variable in _variables(graph):
        if not variable.changed and not variable.tested:
            yield _finding("S111", variable, "is never used", "Use it, or leave it out.")
        elif not variable.changed and variable.key != "variants":
            yield _finding(
                "S112",
                variable,
                "is tested, and nothing ever changes it",
                "Change it somewhere with `do:`, or leave out what tests it.",
                Severity.ERROR,
            )
        elif not variable.tested:
            yield _untested(graph, variable)


def _untested(graph: StaticGraph, variable: _Variable) -> Finding:
    hint = "Let something depend on it, or leave it out."
    if variable.key == "facts":
        message = "can be learnt, and nothing depends on it"
        return _finding("S114", variable, message, hint, Severity.INFO)
    meters = graph.story.case.track.meters
    shown = variable.key == "meters" and not meters[variable.name].hidden
    severity = Severity.INFO if shown else Severity.WARNING
    return _finding("S113", variable, "changes, and nothing ever tests it", hint, severity)


def _variables(graph: StaticGraph) -> Iterator[_Variable]:
    story, variables = graph.story, graph.story.variables
    changed, tested = _changes(graph), _tests(graph)
    for name, bit in variables.facts.items():
        yield _Variable(name, "facts", bool(changed.bits & bit), bool(tested.bits & bit))
    for name, bit in variables.flags.items():
        yield _Variable(name, "flags", bool(changed.bits & bit), bool(tested.bits & bit))
    for name, meter in variables.meters.items():
        bit = 1 << meter.at
        ends = story.case.track.meters[name].when_empty is not None
        yield _Variable(
            name, "meters", bool(changed.meters & bit), ends or bool(tested.meters & bit)
        )
    for name, state in variables.states.items():
        bit = 1 << state.at
        drawn = name in variables.variants
        yield _Variable(
            name,
            "variants" if drawn else "states",
            bool(changed.states & bit),
            bool(tested.states & bit),
        )


def _changes(graph: StaticGraph) -> Reads:
    """Return the variables that effects change."""
    bits = meters = states = 0
    for change in (
        change for ways in graph.ways.values() for way in ways for change in way.effects
    ):
        match change:
            case BitChange():
                bits |= change.bit
            case MeterChange():
                meters |= 1 << change.at
            case StateChange():
                states |= 1 << change.at
            case _:
                assert_never(change)
    return Reads(bits, meters, states)


def _tests(graph: StaticGraph) -> Reads:
    """Return the variables that anything in the case reads."""
    promises, reads = find_promises(graph.story), Reads()
    for name in graph.story.nodes:
        reads = reads.union(own_reads(graph, promises, name, {}))
    return reads


def _finding(
    code: str,
    variable: _Variable,
    what: str,
    hint: str,
    severity: Severity = Severity.WARNING,
) -> Finding:
    return Finding(
        code=code,
        path=variable.path,
        message=f"`{variable.name}` {what}",
        hint=hint,
        severity=severity,
        at_key=True,
    )
