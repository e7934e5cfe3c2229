"""The map of a case: what leads from where to where, and which of it nobody can take.

Drawn as an indented tree for the terminal, or as a flowchart in the language of Mermaid, which
GitHub and others show as a picture.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from protectcourse.plain_text import one_line
from protectcourse.scenario.exploring.explored import Explored
from protectcourse.scenario.exploring.ways import KEYS, Way, lowers
from protectcourse.scenario.model import Case
from protectcourse.scenario.spelling import AnyOf, Route

DEEPEST = 16
"""Levels of the tree after which a node begins at the left again."""
LABEL_LENGTH = 48
SHAPES = {"scene": ('["', '"]'), "hub": ('{{"', '"}}'), "checklist": ('[/"', '"/]')}
ESCAPES = {"#": "#35;", "&": "#amp;", "<": "#lt;", ">": "#gt;", '"': "#quot;", "`": "#96;"}
"""What a flowchart would read as its own signs, or as HTML."""


class Arrow(NamedTuple):
    """One way from a node to the place that it leads to."""

    way: Way
    to: str
    condition: str
    """When the way leads there; empty where it always does."""
    is_dead: bool
    """Whether no play takes it."""

    @property
    def stays(self) -> bool:
        """Whether it is a question, which leads back to its interview."""
        return self.way.kind == "question" and self.to == self.way.node


@dataclass(frozen=True, slots=True)
class CaseMap:
    """A case with its arrows."""

    explored: Explored
    arrows: Mapping[str, tuple[Arrow, ...]]
    """Node → its arrows, in the order of the file."""

    @property
    def case(self) -> Case:
        """The case that the map is of."""
        return self.explored.story.case

    @property
    def dead_word(self) -> str:
        """What is said of an arrow that no play takes."""
        return "never" if self.explored.states.complete else "not found"


def draw_map(explored: Explored) -> CaseMap:
    """Return the map of a case that was explored."""
    taken = {
        (edge.way, explored.states.states[edge.to].node)
        for edges in explored.states.edges
        for edge in edges
    }
    arrows = {
        name: tuple(
            Arrow(way, to, condition, (way, to) not in taken)
            for way in ways
            for to, condition in _targets(explored, way, taken)
        )
        for name, ways in explored.graph.ways.items()
    }
    return CaseMap(explored, arrows)


def tree_lines(drawn: CaseMap) -> Iterator[str]:
    """Give the map as an indented tree, each node once; what nothing leads to comes last."""
    tree = _Tree(drawn)
    yield from tree.lines(drawn.case.start)
    for name in drawn.case.nodes:
        if name not in tree.shown:
            yield ""
            yield f"Nothing leads to {name}:"
            yield from tree.lines(name)


def mermaid_lines(drawn: CaseMap) -> Iterator[str]:
    """Give the map as a flowchart; what no play takes is dotted, and says so.

    Ways between the same two places share an arrow: a picture may have some hundreds, no more.
    """
    case, explored = drawn.case, drawn.explored
    places = {name: f"p{at}" for at, name in enumerate([*case.nodes, *case.endings])}
    yield "flowchart TD"
    for name, node in explored.story.nodes.items():
        first, last = SHAPES[node.kind]
        yield f"  {places[name]}{first}{_label(name, node.text)}{last}"
    for name, ending in case.endings.items():
        yield f'  {places[name]}(["{_label(name, ending.outcome)}"])'
    for name, arrows in drawn.arrows.items():
        together: dict[tuple[str, bool], list[str]] = {}
        for arrow in (one for one in arrows if not one.stays):
            words = _escaped(_arrow_words(arrow, drawn))
            together.setdefault((arrow.to, arrow.is_dead), []).append(words)
        for (to, is_dead), labels in together.items():
            line = "-.->" if is_dead else "-->"
            yield f'  {places[name]} {line}|"{"<br/>".join(labels)}"| {places[to]}'


class _Tree:
    """The tree while it is being drawn."""

    def __init__(self, drawn: CaseMap) -> None:
        self.shown: set[str] = set()
        self._drawn = drawn
        self._later: list[str] = []

    def lines(self, start: str) -> Iterator[str]:
        """Give the tree below a node, and below those that stood too deep in it."""
        yield self._head(start)
        yield from self._below(start, 1)
        while self._later:
            name = self._later.pop(0)
            if name not in self.shown:
                yield ""
                yield self._head(name)
                yield from self._below(name, 1)

    def _below(self, name: str, depth: int) -> Iterator[str]:
        self.shown.add(name)
        for arrow in self._drawn.arrows[name]:
            words = f"{'  ' * depth}{_arrow_words(arrow, self._drawn)}"
            if arrow.stays:
                yield f"{words} (a question)"
            elif arrow.to in self.shown:
                yield f"{words} → {arrow.to} (see above)"
            elif arrow.to not in self._drawn.arrows:
                yield f"{words} → {self._head(arrow.to)}"
            elif depth >= DEEPEST:
                self._later.append(arrow.to)
                yield f"{words} → {arrow.to} (see below)"
            else:
                yield f"{words} → {self._head(arrow.to)}"
                yield from self._below(arrow.to, depth + 1)

    def _head(self, name: str) -> str:
        story = self._drawn.explored.story
        if name in story.endings:
            return f"{name} ({story.endings[name].outcome} ending)"
        return f"{name} ({story.nodes[name].kind})"


def _targets(
    explored: Explored, way: Way, taken: set[tuple[Way, str]]
) -> Iterator[tuple[str, str]]:
    """Give each place that a way may lead to, and when.

    What follows an empty meter stands at the ways that do empty it; at all that lower it, if none.
    """
    case = explored.story.case
    routes = _routes(case, way)
    for at, exit_ in enumerate(way.exits):
        route = routes[at] if at < len(routes) else None
        condition = condition_words(route.if_) if route else ""
        yield exit_.to, condition or ("otherwise" if at else "")
    meters = list(case.track.meters)
    for empty in explored.story.empty_meters:
        happens = (way, empty.to) in taken or empty.to not in explored.reached
        if lowers(way, empty.at) and happens:
            yield empty.to, f"{meters[empty.at]} at its lowest"


def _routes(case: Case, way: Way) -> tuple[Route, ...]:
    """Return the routes as they stand in the file; a question has none."""
    doing = getattr(case.nodes[way.node], KEYS[way.kind])[way.name]
    return getattr(doing, "goto", ())


def condition_words(conditions: tuple[AnyOf, ...]) -> str:
    """Return conditions as one line of atoms, as their author knows them."""
    groups = [" or ".join(group.any) for group in conditions]
    alone = len(groups) == 1
    return " and ".join(one if alone or " or " not in one else f"({one})" for one in groups)


def _arrow_words(arrow: Arrow, drawn: CaseMap) -> str:
    """Return a way with its rating, its condition, and whether nobody can take it."""
    way = arrow.way
    words = way.name + (f" [{way.rating.replace('_', ' ')}]" if way.rating else "")
    words += f" if {arrow.condition}" if arrow.condition not in {"", "otherwise"} else ""
    words += " otherwise" if arrow.condition == "otherwise" else ""
    return f"{words} ({drawn.dead_word})" if arrow.is_dead else words


def _label(name: str, text: str) -> str:
    words = one_line(text)
    short = words if len(words) <= LABEL_LENGTH else f"{words[:LABEL_LENGTH].rstrip()}…"
    return _escaped(f"{name}: {short}")


def _escaped(text: str) -> str:
    return "".join(ESCAPES.get(sign, sign) for sign in text)
