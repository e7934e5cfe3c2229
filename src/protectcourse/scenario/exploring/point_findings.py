"""Whether ratings and endings agree.

====  ==========================================================================================
S140  full marks cannot be reached (warning)
S141  a play without a fault can end otherwise than well (warning)
S142  every play without a fault ends otherwise than well
S143  a play that crosses a red line can end well (warning)
S144  a play with harmful choices can end well (warning if more than one, else information)
====  ==========================================================================================

`despite_good_practice: true` on an ending allows S141 and S142; `despite_red_line: true`, S143.
"""

from collections.abc import Iterator

from protectcourse.findings import Finding, Severity, ValuePath
from protectcourse.scenario.exploring.explored import Explored
from protectcourse.scenario.exploring.plays import (
    Play,
    costs_nothing,
    find_play,
    shortest_words,
)
from protectcourse.scenario.exploring.state_graph import Edge
from protectcourse.scenario.nodes import Rating


def find_point_faults(explored: Explored) -> Iterator[Finding]:
    """Give S140 to S144."""
    if any(way.scored for way in explored.used):
        if explored.scored.complete:
            yield from _find_costs(explored)
            yield from _find_poor_ends(explored)
        yield from _find_red_lines(explored)
        yield from _find_harm(explored)


def find_perfect_play(explored: Explored) -> Play | None:
    """Return a shortest play that loses no point, to a good ending if there is one."""
    ends = explored.flawless_endings
    good = [name for name in ends if explored.story.endings[name].outcome == "good"]
    goals = {explored.scored_endings[name] for name in good or ends}
    return find_play(explored.scored, goals, allowed=costs_nothing) if goals else None


def _find_costs(explored: Explored) -> Iterator[Finding]:
    """Give S140 for each start from which no play is without a fault, once for each place."""
    found: set[ValuePath] = set()
    endings = set(explored.scored_endings.values())
    for start in explored.scored.starts:
        if not find_play(explored.scored, endings, allowed=costs_nothing, start=start):
            finding = _find_cost(explored, start)
            if finding and finding.path not in found:
                found.add(finding.path)
                yield finding


def _find_cost(explored: Explored, start: int) -> Finding | None:
    """Return S140 at the first decision at which the best play from a start loses points."""
    least = explored.scored_bounds.least(lambda edge: edge.fewest, start)
    endings = [ending for ending in explored.scored_endings.values() if ending in least]
    if not endings:
        return None

    def lies_on_a_best_play(state: int, edge: Edge) -> bool:
        return least[edge.to] == least[state] + edge.fewest

    best = min(endings, key=least.__getitem__)
    play = find_play(explored.scored, {best}, allowed=lies_on_a_best_play, start=start)
    costly = [edge.way for edge in play.edges if edge.fewest] if play else []
    places = " and ".join(f"`{way.label}`" for way in costly)
    return Finding(
        code="S140",
        path=costly[0].path,
        message=f"full marks cannot be reached: every play loses {least[best]} points or more",
        hint=f"The best play loses them at {places}. {shortest_words(explored.story, play)}",
        severity=Severity.WARNING,
        at_key=True,
    )


def _find_poor_ends(explored: Explored) -> Iterator[Finding]:
    """Give S141, or S142 where no play without a fault ends well."""
    story, ends = explored.story, explored.flawless_endings
    worse = [name for name in ends if story.endings[name].outcome != "good"]
    unexplained = [name for name in worse if not story.endings[name].despite_good_practice]
    for name in unexplained:
        play = find_play(explored.scored, {explored.scored_endings[name]}, allowed=costs_nothing)
        only = len(worse) == len(ends)
        yield Finding(
            code="S142" if only else "S141",
            path=("endings", name),
            message=f"a play without a fault {'ends' if only else 'can end'} in `{name}`,"
            f" which is {story.endings[name].outcome}",
            hint="Change a route or a rating, or write `despite_good_practice: true`."
            f" {shortest_words(story, play)}",
            severity=Severity.ERROR if only else Severity.WARNING,
            at_key=True,
        )


def _find_red_lines(explored: Explored) -> Iterator[Finding]:
    story = explored.story
    for name, state in explored.scored_endings.items():
        ending = story.endings[name]
        if ending.outcome != "good" or ending.despite_red_line:
            continue
        play = find_play(explored.scored, {state}, counts=_crosses, needed=1)
        if play is not None:
            yield Finding(
                code="S143",
                path=("endings", name),
                message=f"a play that crosses a red line can end well, in `{name}`",
                hint="Lead it elsewhere, or write `despite_red_line: true`."
                f" {shortest_words(story, play)}",
                severity=Severity.WARNING,
                at_key=True,
            )


def _find_harm(explored: Explored) -> Iterator[Finding]:
    story = explored.story
    most = explored.scored_bounds.most(_does_harm)

    def does_most_harm(state: int, edge: Edge) -> bool:
        return most[edge.to] == most[state] + _does_harm(edge)

    for name, state in explored.scored_endings.items():
        number = most[state]
        if story.endings[name].outcome != "good" or not number:
            continue
        play = find_play(explored.scored, {state}, allowed=does_most_harm)
        choices = "one harmful choice" if number == 1 else f"{number} harmful choices"
        yield Finding(
            code="S144",
            path=("endings", name),
            message=f"a play with {choices} can end well, in `{name}`",
            hint=f"See whether this is meant. {shortest_words(story, play)}",
            severity=Severity.INFO if number == 1 else Severity.WARNING,
            at_key=True,
        )


def _crosses(edge: Edge) -> bool:
    return edge.way.rating is Rating.RED_LINE


def _does_harm(edge: Edge) -> bool:
    return edge.harms and edge.way.rating is Rating.HARMFUL
