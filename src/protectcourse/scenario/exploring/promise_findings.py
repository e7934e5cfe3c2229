"""S130: a promise of the author's that some play breaks, or that no play ever puts to the test."""

from collections.abc import Iterator

from protectcourse.findings import Finding
from protectcourse.scenario.exploring.explored import Explored
from protectcourse.scenario.exploring.plays import find_play, shortest_words
from protectcourse.scenario.exploring.state_graph import Break


def find_promise_faults(explored: Explored) -> Iterator[Finding]:
    """Give S130 for each promise that is not kept, with the shortest play that breaks it."""
    seen = explored.states.seen
    for number, promise in enumerate(explored.story.case.promises):
        path = ("promises", number)
        if number in seen.broken:
            yield Finding(
                code="S130",
                path=path,
                message=f"this promise is broken before `{promise.before}`: {promise.say}",
                hint=_shortest(explored, seen.broken[number]),
            )
        elif number not in seen.exercised:
            finding = Finding(
                code="S130",
                path=path,
                message=f"this promise is never tested: nobody comes to `{promise.before}`",
                hint="Name a place that plays come to.",
            )
            yield explored.never(finding)


def _shortest(explored: Explored, breaks: list[Break]) -> str:
    states = {one.state: one.way for one in reversed(breaks)}
    play = find_play(explored.states, states)
    return shortest_words(explored.story, play, states[play.end] if play else None)
