"""What exploring a case found, as JSON for other programs."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from protectcourse.authoring.exploration import CaseFindings, Ways
from protectcourse.course.problems import Problem
from protectcourse.scenario.exploring.explorer import Exploration
from protectcourse.scenario.exploring.plays import steps_of
from protectcourse.scenario.exploring.points import EndingBounds
from protectcourse.scenario.exploring.turning_points import (
    find_turning_points,
    find_way_to_ending,
)

LARGEST_BITS = 10_000
"""A count beyond that, of some three thousand digits, is not written down."""


def as_json(found: CaseFindings) -> dict[str, Any]:
    """Return all that was found."""
    head = {
        **{"case": found.case.scenario, "version": found.case.version, "title": found.case.title},
        "file": found.file,
    }
    ways = found.ways
    tried = _ways_as_json(ways) if ways is not None else {}
    plays = [
        {"name": one.name, "expect": one.expected, "passed": not one.fault, "fault": one.fault}
        for one in found.plays
    ]
    return {**head, **tried, "model_plays": plays, "findings": problems_as_json(found.problems)}


def problems_as_json(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """Return problems as `check` lists them."""
    return [asdict(problem) for problem in problems]


def why_as_json(ways: Ways, ending: str) -> dict[str, Any]:
    """Return a shortest play to an ending and what else could be done at each of its decisions."""
    play = find_way_to_ending(ways.explored, ending)
    if play is None:
        return {"ending": ending, "play": None, "decisions": []}
    return {
        "ending": ending,
        "play": list(steps_of(ways.explored.story, play)),
        "decisions": [
            {
                "taken": point.way.label,
                "decides": point.decides,
                "instead": [
                    {
                        "taken": other.way.label,
                        "ending": other.ending or None,
                        "stops_at": other.stops_at or None,
                        "open_endings": list(other.open_endings),
                    }
                    for other in point.instead
                ],
            }
            for point in find_turning_points(ways.explored, play)
        ],
    }


def kind_of_count(result: Exploration) -> str:
    """Return what the count of playthroughs is: exact, at least, endless, or huge."""
    count = result.playthroughs
    if count is None:
        return "endless"
    if count.bit_length() > LARGEST_BITS:
        return "huge"
    return "exact" if result.complete else "at least"


def _ways_as_json(ways: Ways) -> dict[str, Any]:
    result, kind = ways.result, kind_of_count(ways.result)
    return {
        **{"complete": result.complete, "points_complete": ways.explored.scored.complete},
        "states": result.states,
        "transitions": result.transitions,
        "playthroughs": result.playthroughs if kind in {"exact", "at least"} else None,
        "playthroughs_are": kind,
        "endings": [_ending_as_json(ways, one) for one in result.endings],
        "perfect_play": list(result.perfect_play),
        "chance_plays": ways.shares.plays,
        "nodes": _nodes_as_json(ways),
        "multipliers": [
            {"name": one.name, "times": round(one.times, 2)} for one in ways.multipliers
        ],
    }


def _ending_as_json(ways: Ways, bounds: EndingBounds) -> dict[str, Any]:
    reading = ways.readings[bounds.name]
    fewest, most = reading.minutes
    return {
        **{"name": bounds.name, "outcome": bounds.outcome},
        "points_lost": {"fewest": bounds.fewest_lost, "most": bounds.most_lost},
        "steps": {"shortest": bounds.shortest, "longest": bounds.longest},
        "words": {"fewest": reading.fewest, "most": reading.most},
        "minutes": {"fewest": fewest, "most": most},
        "most_harmful": bounds.most_harmful,
        "share": _share(ways.shares.places.get(bounds.name, 0), ways.shares.plays),
    }


def _nodes_as_json(ways: Ways) -> list[dict[str, Any]]:
    shares, explored = ways.shares, ways.explored
    return [
        {
            **{"id": name, "type": node.kind, "reached": name in explored.reached},
            "share": _share(shares.places.get(name, 0), shares.plays),
            "ways": [
                {
                    **{"id": way.name, "kind": way.kind, "rating": way.rating},
                    "available": way in explored.used,
                    "share": _share(shares.ways.get(way, 0), shares.plays),
                }
                for way in explored.graph.ways[name]
            ],
        }
        for name, node in explored.story.nodes.items()
    ]


def _share(count: int, plays: int) -> float:
    return round(count / plays, 4)
