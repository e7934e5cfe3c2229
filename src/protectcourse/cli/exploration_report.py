"""What exploring a case found, in words and tables for a trainer at 80 columns."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from protectcourse.authoring.exploration import CaseFindings, Ways
from protectcourse.cli.exploration_json import kind_of_count
from protectcourse.plain_text import one_line
from protectcourse.scenario.exploring.explorer import Exploration
from protectcourse.scenario.exploring.plays import steps_of
from protectcourse.scenario.exploring.points import EndingBounds
from protectcourse.scenario.exploring.turning_points import (
    TurningPoint,
    find_turning_points,
    find_way_to_ending,
)

WIDTH = 80
WRITTEN_OUT = 10**15
"""The largest count that is written with all its digits."""
MULTIPLIERS = 6
UNKNOWN, ENDLESS = "unknown", "no end"


def report_lines(found: CaseFindings, ways: Ways) -> Iterator[str]:
    """Give the report, without the problems found."""
    yield from _head(found, ways)
    yield from _section("Endings", _endings(ways))
    yield from _section("A play without a fault", _perfect_play(ways))
    yield from _section("The case's own model plays", _model_plays(found))
    yield from _section("What makes the case large", _multipliers(ways))
    plays = ways.shares.plays
    yield from _section(f"How many of {plays:,} plays by chance come here", _shares(ways))
    yield "What was found"
    yield ""


def why_lines(ways: Ways, ending: str) -> Iterator[str]:
    """Give a shortest play to an ending, and at which decisions it could have been changed."""
    explored = ways.explored
    play = find_way_to_ending(explored, ending)
    if play is None:
        verdict = "proved" if explored.states.complete else "not found in what was tried"
        yield f"No play comes to {ending} ({verdict})."
        return
    steps = steps_of(explored.story, play)
    yield f"The shortest way to {ending}, {_count(len(play.edges), 'decision')}:"
    yield from _wrapped(" > ".join(steps), "  ")
    points = find_turning_points(explored, play)
    deciding = [point for point in points if point.decides]
    yield ""
    if deciding:
        yield "One decision taken otherwise, and all later ones the same, changes the ending:"
    else:
        yield "No single decision, with all later ones the same, leads to another ending."
    for point in deciding:
        yield from _turning(point)
    yield from _closing(points, ending)


def plays_words(result: Exploration) -> str:
    """Return how many different plays there are."""
    count = result.playthroughs
    match kind_of_count(result):
        case "endless":
            return "endlessly many different plays, because of a loop"
        case "huge":
            return "more different plays than can be written down"
        case kind:
            assert count is not None
            prefix = "at least " if kind == "at least" else ""
            return f"{prefix}{_large(count)} different play{'' if count == 1 else 's'}"


def _head(found: CaseFindings, ways: Ways) -> Iterator[str]:
    result, case = ways.result, found.case
    if not result.complete:
        yield "INCOMPLETE: this case is too large for all of it to be tried."
    elif not ways.explored.scored.complete:
        yield "INCOMPLETE: every way was tried, but points are too many to be followed."
    yield one_line(case.title)
    yield f"{case.scenario}, version {case.version}, {one_line(found.file)}"
    yield ""
    sizes = (
        f"{_count(result.states, 'state')}, {_count(result.transitions, 'transition')},"
        f" {plays_words(result)}."
    )
    if result.complete:
        yield from _wrapped(
            f"Everything was tried: {sizes} What is called proved is so in every play."
        )
    else:
        words = "What is called never is only not found in these; the bounds below are of these."
        yield from _wrapped(f"Tried were {sizes} {words}")
    yield ""


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    """Give some lines below a heading; nothing where there are none."""
    listed = list(lines)
    if listed:
        yield title
        yield from (f"  {line}".rstrip() for line in listed)
        yield ""


def _endings(ways: Ways) -> Iterator[str]:
    names = [len(one.name) for one in ways.result.endings]
    width = min(max([*names, 6]), 24)
    columns = ("points lost", "decisions", "minutes", "harmful")
    yield f"{'':{width + 7}}" + "".join(f"{column:>14}" for column in columns)
    for one in ways.result.endings:
        fewest, most = ways.readings[one.name].minutes
        cells = (
            _points(one),
            _from_to(one.shortest, one.longest),
            _from_to(fewest, most),
            UNKNOWN if one.most_harmful is None else f"up to {one.most_harmful}",
        )
        yield f"{one.outcome:7}{one.name:{width}}" + "".join(f"{cell:>14}" for cell in cells)
    for name in ways.explored.story.endings:
        if name not in ways.explored.endings:
            outcome = ways.explored.story.endings[name].outcome
            yield f"{outcome:7}{name:{width}}    never reached"


def _points(one: EndingBounds) -> str:
    return UNKNOWN if one.fewest_lost is None else _from_to(one.fewest_lost, one.most_lost)


def _from_to(least: int, most: int | None) -> str:
    if most is None:
        return f"{least} to {ENDLESS}"
    return f"{least}" if least == most else f"{least} to {most}"


def _perfect_play(ways: Ways) -> Iterator[str]:
    steps = ways.result.perfect_play
    if steps:
        yield from _wrapped(" > ".join(steps), width=WIDTH - 2)
    elif not ways.explored.scored.complete:
        yield "None was found in what was tried."
    else:
        yield "There is none: every play loses points."


def _model_plays(found: CaseFindings) -> Iterator[str]:
    for one in found.plays:
        if one.fault:
            yield from _wrapped(f"✗ {one.name}: {one_line(one.fault)}", width=WIDTH - 2)
        else:
            yield f"✓ {one.name}: ends in {one.expected}, as expected"


def _multipliers(ways: Ways) -> Iterator[str]:
    for one in ways.multipliers[:MULTIPLIERS]:
        yield f"{one.name}: {one.times:.1f} times as many states because of it"


def _shares(ways: Ways) -> Iterator[str]:
    shares, explored = ways.shares, ways.explored
    for name in explored.story.nodes:
        yield f"{_share(shares.places.get(name, 0), shares.plays)}  {name}"
        for way in explored.graph.ways[name]:
            share = _share(shares.ways.get(way, 0), shares.plays)
            never = "" if way in explored.used else "  never available"
            yield f"      {share}  {way.name}{never}"
    for name, ending in explored.story.endings.items():
        share = _share(shares.places.get(name, 0), shares.plays)
        yield f"{share}  {name} ({ending.outcome} ending)"


def _share(count: int, plays: int) -> str:
    """Return a share in percent; what is seldom is not made nothing."""
    percent = 100 * count / plays
    return " <1 %" if 0 < percent < 1 else f"{percent:3.0f} %"


def _turning(point: TurningPoint) -> Iterator[str]:
    for other in point.instead:
        if other.ending:
            yield f"  {other.way.label} in place of {point.way.name} → {other.ending}"


def _closing(points: list[TurningPoint], ending: str) -> Iterator[str]:
    """Give the ways after which later decisions cannot stay as they are, and the ending is lost."""
    lost = [
        (point, other)
        for point in points
        for other in point.instead
        if other.stops_at and ending not in other.open_endings
    ]
    if lost:
        yield ""
        yield f"After one of these {ending} cannot be come to any more, whatever follows:"
    for point, other in lost:
        open_endings = ", ".join(other.open_endings) or "no ending"
        words = f"{other.way.label} in place of {point.way.name}: {open_endings} can follow"
        yield from _wrapped(words, "  ", "    ")


def _wrapped(text: str, first: str = "", later: str | None = None, width: int = WIDTH) -> list[str]:
    following = first if later is None else later
    return wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=following,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _large(count: int) -> str:
    if count < WRITTEN_OUT:
        return f"{count:,}"
    digits = str(count)
    return f"about {digits[0]}.{digits[1]} × 10^{len(digits) - 1}"


def _count(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"
