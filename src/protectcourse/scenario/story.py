"""A case made ready to play: every condition, effect and route is compiled."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from protectcourse.errors import ScenarioError
from protectcourse.scenario.conditions import Tests, compile_conditions
from protectcourse.scenario.distances import decisions_left
from protectcourse.scenario.effects import compile_effects
from protectcourse.scenario.model import Case
from protectcourse.scenario.nodes import (
    Checklist,
    Choice,
    Doing,
    Ending,
    Hub,
    HubQuestion,
    NodeBase,
    Scene,
)
from protectcourse.scenario.playable import (
    Band,
    EmptyMeter,
    Exit,
    ListedElement,
    Option,
    OptionKind,
    Paragraph,
    PlayNode,
)
from protectcourse.scenario.spelling import AnyOf, Route
from protectcourse.scenario.state import State, Variables, declare_variables


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A case that can be played."""

    case: Case
    variables: Variables
    nodes: Mapping[str, PlayNode]
    endings: Mapping[str, Ending]
    empty_meters: tuple[EmptyMeter, ...]
    decisions_left: Mapping[str, int]
    """For each node, itself included, the decisions on the shortest way to a good ending."""
    opening: State | None = None
    """Where a play begins that is tried out from its middle; None for the start."""


def compile_story(case: Case) -> Story:
    """Return a case ready to play. Raises ScenarioError for one that `find_faults` faults."""
    variables = declare_variables(case)
    _require(case.start in case.nodes, f"`start: {case.start}` is not a node")
    for name, meter in case.track.meters.items():
        _require(meter.min <= meter.start <= meter.max, f"`{name}` starts out of its range")
        fits = len(meter.words) in {0, meter.max - meter.min + 1}
        _require(fits, f"`{name}` has not one word for each of its values")
    compiler = _Compiler(case, variables)
    empty = [
        EmptyMeter(index, meter.min, compiler.place(meter.when_empty))
        for index, meter in enumerate(case.track.meters.values())
        if meter.when_empty is not None
    ]
    return Story(
        case=case,
        variables=variables,
        nodes={name: compiler.node(name, node) for name, node in case.nodes.items()},
        endings=case.endings,
        empty_meters=tuple(empty),
        decisions_left=decisions_left(case),
    )


class _Compiler:
    """Turns the nodes of one case into nodes ready to play."""

    def __init__(self, case: Case, variables: Variables) -> None:
        self._case = case
        self._variables = variables

    def node(self, name: str, node: Scene | Hub | Checklist) -> PlayNode:
        """Return one node."""
        hub = node if isinstance(node, Hub) else None
        checklist = node if isinstance(node, Checklist) else None
        return PlayNode(
            id=name,
            kind=node.type,
            text=node.text,
            short=node.short or node.text,
            also=tuple(Paragraph(self._tests(extra.if_), extra.text) for extra in node.also),
            options={option.id: option for option in self._options(name, node)},
            elements=self._elements(checklist) if checklist else {},
            bands=self._bands(checklist) if checklist else (),
            keep_order=not isinstance(node, Scene) or node.keep_order,
            at_least=hub.at_least if hub else 0,
            important=hub.important if hub else (),
            bit=self._variables.visited[name],
            was=node.was,
        )

    def place(self, name: str) -> str:
        """Return a node or ending that something leads to."""
        known = name in self._case.nodes or name in self._case.endings
        _require(known, f"`{name}` is neither a node nor an ending")
        return name

    def _options(self, name: str, node: Scene | Hub | Checklist) -> Iterator[Option]:
        match node:
            case Scene():
                for choice, doing in node.choices.items():
                    yield self._choice(choice, "choice", doing, node)
            case Hub():
                for question, asking in node.questions.items():
                    yield self._question(name, question, asking, node)
                for choice, doing in node.leave.items():
                    yield self._choice(choice, "leave", doing, node)
            case Checklist():
                return

    def _choice(self, name: str, kind: OptionKind, choice: Choice, node: NodeBase) -> Option:
        return self._option(
            name,
            kind,
            choice,
            node,
            words=(choice.text, choice.then or ""),
            exits=self._exits(choice.goto),
        )

    def _question(self, hub: str, name: str, question: HubQuestion, node: Hub) -> Option:
        return self._option(
            name,
            "question",
            question,
            node,
            words=(question.ask, question.answer),
            exits=(Exit((), hub),),
            bit=self._variables.asked[hub, name],
            repeat=question.repeat,
        )

    def _option(
        self,
        name: str,
        kind: OptionKind,
        doing: Doing,
        node: NodeBase,
        *,
        words: tuple[str, str],
        exits: tuple[Exit, ...],
        bit: int = 0,
        repeat: bool = False,
    ) -> Option:
        rating, reason = next(iter(doing.ratings.items()), (None, ""))
        return Option(
            id=name,
            kind=kind,
            text=words[0],
            consequence=words[1],
            tests=self._tests(doing.if_),
            locked=doing.locked or "",
            effects=compile_effects(doing.do, self._variables),
            rating=rating,
            reason=reason,
            sources=doing.source,
            competencies=doing.for_ or node.for_,
            exits=exits,
            bit=bit,
            repeat=repeat,
            was=doing.was,
        )

    def _elements(self, checklist: Checklist) -> dict[str, ListedElement]:
        return {
            name: ListedElement(
                id=name,
                ask=element.ask,
                answer=element.answer,
                tests=self._tests(element.met_if),
                explanation=element.best or "",
                sources=element.source,
                competencies=element.for_ or checklist.for_,
                was=element.was,
            )
            for name, element in checklist.elements.items()
        }

    def _bands(self, checklist: Checklist) -> tuple[Band, ...]:
        bands = [
            Band(
                id=name,
                at_least=result.at_least,
                consequence=result.then or "",
                effects=compile_effects(result.do, self._variables),
                exits=self._exits(result.goto),
            )
            for name, result in checklist.results.items()
        ]
        bands.sort(key=lambda band: -band.at_least)
        _require(bool(bands) and bands[-1].at_least == 0, "a checklist has no default result")
        return tuple(bands)

    def _exits(self, routes: tuple[Route, ...]) -> tuple[Exit, ...]:
        _require(bool(routes) and not routes[-1].if_, "a choice has no plain route to its end")
        return tuple(Exit(self._tests(route.if_), self.place(route.to)) for route in routes)

    def _tests(self, conditions: tuple[AnyOf, ...]) -> Tests:
        return compile_conditions(conditions, self._variables)


def _require(holds: bool, message: str) -> None:
    if not holds:
        raise ScenarioError(message, "Run `protectcourse check` on the case.")
