"""Plays a case: state and decision in, step out. Pure; chance comes from the seed alone."""

from collections.abc import Mapping
from typing import Literal, cast, get_args

from protectcourse.errors import ScenarioError
from protectcourse.scenario.conditions import holds
from protectcourse.scenario.effects import apply_changes
from protectcourse.scenario.lots import draw
from protectcourse.scenario.nodes import Rating
from protectcourse.scenario.playable import (
    Exit,
    ListedElement,
    Option,
    PlayNode,
    Verdict,
)
from protectcourse.scenario.state import State
from protectcourse.scenario.steps import BestChoice, ElementMark, Fact, Step
from protectcourse.scenario.story import Story

OptionStatus = Literal["open", "asked", "locked", "hidden"]
STALE = "The case has moved on; show it again."


def begin(story: Story, seed: int) -> State:
    """Return the state at the start. Each variant is drawn by the seed, here and nowhere else."""
    if story.opening is not None:
        return story.opening
    case = story.case
    variants = [
        draw(seed, "variant", name, among=len(values)) for name, values in case.variants.items()
    ]
    return State(
        node=case.start,
        mask=story.nodes[case.start].bit,
        meters=tuple(meter.start for meter in case.track.meters.values()),
        states=(*(0 for _ in case.track.states), *variants),
    )


def status_of(node: PlayNode, option: Option, state: State) -> OptionStatus:
    """Return whether an option can be taken, was asked already, or is locked (shown) or hidden."""
    if option.bit & state.mask and not option.repeat:
        return "asked"
    if not holds(option.tests, state):
        return "locked" if option.locked else "hidden"
    if option.kind == "leave" and questions_owed(node, state):
        return "locked"
    return "open"


def questions_owed(node: PlayNode, state: State) -> int:
    """Return how many questions must still be asked before leaving a hub.

    None, once nothing is left to ask: a rule of the author's must not lock anybody in.
    """
    new = [question for question in node.questions if not question.bit & state.mask]
    asked = len(node.questions) - len(new)
    askable = any(holds(question.tests, state) for question in new)
    return max(0, node.at_least - asked) if askable else 0


def choose(story: Story, state: State, choice: str) -> Step:
    """Return what a choice, a question or leaving does. Raises ScenarioError if it is not open."""
    node = _node(story, state)
    option = node.options.get(choice)
    if option is None or status_of(node, option, state) != "open":
        raise ScenarioError(f"`{choice}` cannot be chosen in `{state.node}` now", STALE)
    changed = apply_changes(option.effects, _with_bits(state, option.bit))
    after = move(story, state, changed, option.exits)
    return Step(
        node=state.node,
        kind=option.kind,
        choice=option.id,
        text=option.text,
        consequence=option.consequence,
        rating=option.rating,
        reason=option.reason,
        sources=option.sources,
        competencies=option.competencies,
        marks=(),
        facts=_learnt(story, state, after),
        best_available=best_available(node, state),
        state=after,
        ended=after.node in story.endings,
    )


def answer_checklist(story: Story, state: State, answers: Mapping[str, str]) -> Step:
    """Mark the answers of a checklist and return what follows from them.

    Raises ScenarioError if the node is no checklist, or an answer is missing, unknown or too many.
    """
    node = _node(story, state)
    if node.kind != "checklist" or set(answers) != set(node.elements):
        raise ScenarioError(f"these answers are not those of `{state.node}`", STALE)
    marks = tuple(_mark(element, answers[name], state) for name, element in node.elements.items())
    right = sum(mark.given == mark.right for mark in marks)
    band = next(band for band in node.bands if right >= band.at_least)
    after = move(story, state, apply_changes(band.effects, state), band.exits)
    return Step(
        node=state.node,
        kind="checklist",
        choice=band.id,
        text=node.text,
        consequence=band.consequence,
        rating=None,
        reason="",
        sources=(),
        competencies=(),
        marks=marks,
        facts=_learnt(story, state, after),
        best_available=None,
        state=after,
        ended=after.node in story.endings,
    )


def right_answer(element: ListedElement, state: State) -> Verdict:
    """Return the right answer of a checklist's line, given what was found out."""
    if element.answer is not None:
        return element.answer
    return "met" if holds(element.tests, state) else "unclear"


def answers_for(story: Story, state: State, result: str) -> dict[str, Verdict]:
    """Return answers of a checklist that lead to a result, with no more right than it needs.

    Raises ScenarioError if the node has no such result, or none can lead to it.
    """
    node = _node(story, state)
    wanted = next((band.at_least for band in node.bands if band.id == result), None)
    if wanted is None or wanted > len(node.elements):
        raise ScenarioError(f"`{state.node}` cannot come to the result `{result}`", STALE)
    answers: dict[str, Verdict] = {}
    for index, (name, element) in enumerate(node.elements.items()):
        right = right_answer(element, state)
        wrong: Verdict = "not_met" if right != "not_met" else "met"
        answers[name] = right if index < wanted else wrong
    return answers


def best_available(node: PlayNode, state: State) -> BestChoice | None:
    """Return the best rated of the options that are open, the first of several."""
    ratings = list(Rating)
    rated = [
        BestChoice(option.id, option.text, option.rating)
        for option in node.options.values()
        if option.rating is not None and status_of(node, option, state) == "open"
    ]
    return min(rated, key=lambda best: ratings.index(best.rating), default=None)


def move(story: Story, before: State, changed: State, exits: tuple[Exit, ...]) -> State:
    """Return the state at the place that follows: where an exit leads, or an empty meter."""
    place = next(exit_.to for exit_ in exits if holds(exit_.tests, changed))
    if place in story.nodes:
        emptied = (
            empty.to
            for empty in story.empty_meters
            if changed.meters[empty.at] == empty.least < before.meters[empty.at]
        )
        place = next(emptied, place)
    visited = story.nodes[place].bit if place in story.nodes else 0
    return State(place, changed.mask | visited, changed.meters, changed.states)


def _node(story: Story, state: State) -> PlayNode:
    if state.node not in story.nodes:
        raise ScenarioError(f"the case has ended in `{state.node}`", STALE)
    return story.nodes[state.node]


def _with_bits(state: State, bits: int) -> State:
    node, mask, meters, states = state
    return State(node, mask | bits, meters, states)


def _learnt(story: Story, before: State, after: State) -> tuple[Fact, ...]:
    new = after.mask & ~before.mask
    sentences = story.case.track.facts
    return tuple(
        Fact(name, sentences[name]) for name, bit in story.variables.facts.items() if bit & new
    )


def _mark(element: ListedElement, answer: str, state: State) -> ElementMark:
    if answer not in get_args(Verdict):
        raise ScenarioError(f"`{answer}` is not an answer of a checklist", STALE)
    return ElementMark(
        id=element.id,
        ask=element.ask,
        given=cast(Verdict, answer),
        right=right_answer(element, state),
        explanation=element.explanation,
        sources=element.sources,
        competencies=element.competencies,
    )
