"""Goes through the parts of a case with the keys that lead to each in its file."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from protectcourse.findings import ValuePath
from protectcourse.scenario.model import Case
from protectcourse.scenario.nodes import Doing, Hub, Scene
from protectcourse.scenario.spelling import AnyOf, Route
from protectcourse.shapes import yaml_key


def parts_of(value: Any, path: ValuePath = ()) -> Iterator[tuple[ValuePath, Any]]:
    """Give every dataclass in a value, the value itself first, with its path."""
    if is_dataclass(value):
        yield path, value
        for part in fields(value):
            yield from parts_of(getattr(value, part.name), (*path, yaml_key(part.name)))
    elif isinstance(value, Mapping):
        for name, inside in value.items():
            yield from parts_of(inside, (*path, name))
    elif isinstance(value, tuple):
        for index, inside in enumerate(value):
            yield from parts_of(inside, (*path, index))


def doings_of(case: Case) -> Iterator[tuple[ValuePath, Doing]]:
    """Give every choice, question and way to leave, with its path."""
    for name, node in case.nodes.items():
        path = ("nodes", name)
        if isinstance(node, Scene):
            yield from (((*path, "choices", one), node.choices[one]) for one in node.choices)
        if isinstance(node, Hub):
            yield from (((*path, "questions", one), node.questions[one]) for one in node.questions)
            yield from (((*path, "leave", one), node.leave[one]) for one in node.leave)


def atoms_of(conditions: tuple[AnyOf, ...], path: ValuePath) -> Iterator[tuple[ValuePath, str]]:
    """Give every atom with its path, in the spelling that an author most likely used.

    Groups of one were written as an atom; one group of several as `any:` without a list around it.
    """
    for index, group in enumerate(conditions):
        place: ValuePath = path if len(conditions) == 1 < len(group.any) else (*path, index)
        for position, atom in enumerate(group.any):
            yield ((*place, "any", position) if len(group.any) > 1 else place), atom


def targets_of(routes: tuple[Route, ...], path: ValuePath) -> Iterator[tuple[ValuePath, Route]]:
    """Give every route with the path of the id that it leads to."""
    for index, route in enumerate(routes):
        if route.if_:
            yield (*path, index, "to"), route
        else:
            yield (path if len(routes) == 1 else (*path, index)), route
