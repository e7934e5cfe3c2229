"""Tries every way through a case, and says what it proved.

====  ==========================================================================================
S100  the case is too large to try everything, so "never" is no more than "not found" (warning)
====  ==========================================================================================

The other codes, S101 to S160, stand in the modules whose names end in `_findings`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from protectcourse.findings import Finding, Severity, allowed
from protectcourse.scenario.exploring.competency_findings import find_competency_faults
from protectcourse.scenario.exploring.condition_findings import find_idle_conditions
from protectcourse.scenario.exploring.decision_findings import find_decision_faults
from protectcourse.scenario.exploring.explored import Explored
from protectcourse.scenario.exploring.filling import fill
from protectcourse.scenario.exploring.plays import steps_of
from protectcourse.scenario.exploring.point_findings import find_perfect_play, find_point_faults
from protectcourse.scenario.exploring.points import EndingBounds, find_ending_bounds
from protectcourse.scenario.exploring.promise_findings import find_promise_faults
from protectcourse.scenario.exploring.rating_findings import find_contradictions
from protectcourse.scenario.exploring.reach_findings import find_reach_faults
from protectcourse.scenario.exploring.state_graph import (
    Limits,
    Search,
    StateGraph,
    explore_states,
)
from protectcourse.scenario.exploring.static_graph import StaticGraph, draw_graph
from protectcourse.scenario.exploring.variable_findings import find_variable_faults
from protectcourse.scenario.exploring.wording_findings import find_wording_faults
from protectcourse.scenario.model import Case
from protectcourse.scenario.story import Story, compile_story

USUAL = Limits()
HEAVIEST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Exploration:
    """What trying every way through a case came to."""

    states: int
    transitions: int
    playthroughs: int | None
    """Different plays; None where a loop makes them endless. Not fewer, where not everything was
    tried."""
    complete: bool
    """Whether everything was tried, so that what is called impossible is proved."""
    endings: tuple[EndingBounds, ...]
    """Those reached, in the order of the file."""
    perfect_play: tuple[str, ...]
    """A shortest play that loses no point, step by step; empty if there is none."""
    findings: tuple[Finding, ...]
    """Only those that exploring gives, without those of `find_faults`."""


def explore(story: Story, limits: Limits = USUAL) -> Exploration:
    """Try every way through a case that has no error of form."""
    return sum_up(search(story, limits))


def search(story: Story, limits: Limits = USUAL) -> Explored:
    """Return all states of a case that has no error of form, or as many as the limits allow."""
    graph = draw_graph(story)
    finding = Search(graph, {})
    finding.run(limits)
    fill(finding, graph, limits)
    bits = _score_bits(graph)
    scored = explore_states(graph, limits, bits) if bits else finding.found
    return Explored(graph=graph, states=finding.found, scored=scored)


def sum_up(explored: Explored) -> Exploration:
    """Return what a search came to, with all that is to be said about the case."""
    story, perfect = explored.story, find_perfect_play(explored)
    bounds, scored = explored.bounds, explored.scored.complete
    if scored:
        bounds, endings = explored.scored_bounds, explored.scored_endings
    else:
        endings = explored.endings
    return Exploration(
        states=len(explored.states.states),
        transitions=explored.states.transitions,
        playthroughs=explored.bounds.playthroughs(set(explored.endings.values())),
        complete=explored.states.complete,
        endings=find_ending_bounds(story.endings, endings, bounds, scored=scored),
        perfect_play=steps_of(story, perfect) if perfect else (),
        findings=tuple(_with_exceptions(story.case, _findings(explored))),
    )


def find_deep_faults(case: Case) -> list[Finding]:
    """Return what exploring a case finds. The case must have no error that `find_faults` finds."""
    return list(explore(compile_story(case)).findings)


def _score_bits(graph: StaticGraph) -> dict[str, int]:
    """Return bits that remember what was scored, for nodes that a play may come back to."""
    variables = graph.story.variables
    declared = len(variables.facts) + len(variables.flags)
    first = declared + len(variables.asked) + len(variables.visited)
    again = [
        name
        for name, node in graph.story.nodes.items()
        if graph.loops(name)
        and (node.important or any(w.scored and w.kind != "question" for w in graph.ways[name]))
    ]
    return {name: 1 << position for position, name in enumerate(again, first)}


def _findings(explored: Explored) -> Iterator[Finding]:
    for graph in (explored.states, explored.scored):
        if not graph.complete:
            yield _incomplete(explored, graph)
            break
    yield from find_reach_faults(explored)
    yield from find_idle_conditions(explored)
    yield from find_variable_faults(explored.graph)
    yield from find_decision_faults(explored)
    yield from find_promise_faults(explored)
    yield from find_point_faults(explored)
    yield from find_competency_faults(explored)
    yield from find_contradictions(explored)
    yield from find_wording_faults(explored.story.case)


def _incomplete(explored: Explored, graph: StateGraph) -> Finding:
    what = "points" if explored.states.complete else "everything"
    heaviest = ", ".join(f"`{name}` ({count} values)" for name, count in _heaviest(explored))
    return Finding(
        code="S100",
        path=(),
        message=f"INCOMPLETE: too large to check {what}; {len(graph.states)} states were tried",
        hint="What is called impossible was only not found. Give meters fewer steps, hubs fewer"
        f" questions, or drop variables{': ' if heaviest else ''}{heaviest}.",
        severity=Severity.WARNING,
    )


def _heaviest(explored: Explored) -> list[tuple[str, int]]:
    """Return what multiplies the states most: hubs by their questions, meters, states."""
    track = explored.story.case.track
    counts = {name: meter.max - meter.min + 1 for name, meter in track.meters.items()}
    counts |= {name: len(values) for name, values in track.states.items()}
    counts |= {
        name: 2 ** len(node.questions)
        for name, node in explored.story.nodes.items()
        if node.kind == "hub"
    }
    return sorted(counts.items(), key=lambda one: -one[1])[:HEAVIEST]


def _with_exceptions(case: Case, findings: Iterator[Finding]) -> Iterator[Finding]:
    """Give as information what an author allowed with a reason; an error cannot be allowed."""
    for finding in findings:
        reasons = dict(case.lint_allow)
        if len(finding.path) > 1 and finding.path[0] == "nodes":
            reasons |= case.nodes[str(finding.path[1])].lint_allow
        reason = reasons.get(finding.code)
        may_be_allowed = reason is not None and finding.severity is not Severity.ERROR
        yield allowed(finding, str(reason)) if may_be_allowed else finding
