"""Whether the ways through a case lead somewhere, whatever was decided."""

from collections.abc import Iterator

from protectcourse.findings import Finding, ValuePath, did_you_mean, name_one_of, nearest
from protectcourse.scenario.element_templates import lines_of
from protectcourse.scenario.model import Case
from protectcourse.scenario.nodes import Checklist, Choice, Hub
from protectcourse.scenario.places import doings_of, targets_of
from protectcourse.scenario.spelling import Route


def find_route_faults(case: Case) -> Iterator[Finding]:
    """Give the faults S015, S016 and S019 to S021."""
    yield from _find_targets_missed(case)
    for path, doing in doings_of(case):
        if isinstance(doing, Choice):
            yield from _check_routes(case, doing.goto, path)
    for name, node in case.nodes.items():
        path = ("nodes", name)
        if isinstance(node, Checklist):
            yield from _check_checklist(case, node, path)
        if isinstance(node, Hub):
            yield from _check_hub(node, path)


def _find_targets_missed(case: Case) -> Iterator[Finding]:
    if case.start not in case.nodes:
        yield Finding(
            code="S016",
            path=("start",),
            message=f"`{case.start}` is not a node",
            hint=name_one_of(case.start, case.nodes),
        )
    for name, meter in case.track.meters.items():
        if meter.when_empty is not None:
            yield from _check_target(
                case, meter.when_empty, ("track", "meters", name, "when_empty")
            )
    for old, new in case.retired.items():
        yield from _check_target(case, new, ("retired", old))
    for name in case.endings:
        if name in case.nodes:
            yield Finding(
                code="C015",
                path=("endings", name),
                message=f"the id `{name}` is used twice",
                hint="A node has it too, so a `goto` would not know which.",
                at_key=True,
            )


def _check_target(case: Case, name: str, path: ValuePath) -> Iterator[Finding]:
    if name not in case.nodes and name not in case.endings:
        known = [*case.nodes, *case.endings]
        yield Finding(
            code="S016",
            path=path,
            message=f"`{name}` is neither a node nor an ending",
            hint=did_you_mean(name, known) or "Write it, or lead somewhere else.",
        )


def _check_routes(case: Case, routes: tuple[Route, ...], path: ValuePath) -> Iterator[Finding]:
    if not routes:
        yield Finding(
            code="S015",
            path=path,
            message=f"`{path[-1]}` leads nowhere: it has no `goto`",
            hint="Add `goto:` with a node or an ending.",
            at_key=True,
        )
        return
    goto = (*path, "goto")
    for place, route in targets_of(routes, goto):
        yield from _check_target(case, route.to, place)
    if routes[-1].if_:
        yield Finding(
            code="S020",
            path=(*goto, len(routes) - 1),
            message="the last route has a condition, so there may be no way on",
            hint="Add a plain id as the last entry.",
        )
    for index, route in enumerate(routes[:-1]):
        if not route.if_:
            yield Finding(
                code="S020",
                path=(*goto, index),
                message=f"`{route.to}` is always taken, and what follows it never",
                hint="Give it a condition, or put it last.",
            )


def _check_checklist(case: Case, checklist: Checklist, path: ValuePath) -> Iterator[Finding]:
    yield from _check_elements(checklist, path)
    levels: dict[int, str] = {}
    most = len({*checklist.elements, *lines_of(checklist)})
    for name, result in checklist.results.items():
        place = (*path, "results", name)
        if result.at_least in levels:
            message = f"`{levels[result.at_least]}` is for {result.at_least} right answers too"
            yield _gap((*place, "at_least"), message, "Each result needs a number of its own.")
        levels.setdefault(result.at_least, name)
        if checklist.elements and result.at_least > most:
            message = f"there are only {most} elements"
            yield _gap(
                (*place, "at_least"), message, "Nobody could come to this result: ask for fewer."
            )
        yield from _check_routes(case, result.goto, place)
    if 0 not in levels:
        hint = "Add one with `at_least: 0`, for all other answers."
        place = (*path, "results") if checklist.results else path
        yield _gap(place, "this checklist has no result by default", hint)


def _check_elements(checklist: Checklist, path: ValuePath) -> Iterator[Finding]:
    """C011, S019: each line has its words and its right answer, and a template all its lines."""
    missing = [name for name in lines_of(checklist) if name not in checklist.elements]
    for name, element in checklist.elements.items():
        place = (*path, "elements", name)
        if not element.ask:
            meant = nearest(name, missing)
            missing = [one for one in missing if one != meant]
            yield _wordless(place, meant)
        if (element.answer is None) == (not element.met_if):
            message = f"`{name}` has both `answer` and `met_if`, or neither"
            yield _gap(place, message, "Write one of the two.")
    if missing:
        place = (*path, "elements") if checklist.elements else path
        listed = ", ".join(f"`{name}`" for name in missing)
        message = f"of the elements of `{checklist.template}` there are missing: {listed}"
        yield _gap(place, message, "Write each with its `answer:` or `met_if:`.")
    elif not checklist.elements:
        hint = "Add `elements:` with what is to be looked at."
        yield _gap(path, "this checklist has no `elements`", hint)


def _wordless(path: ValuePath, meant: str) -> Finding:
    """Return the finding for a line without words; `meant` is the id that a template would word."""
    return Finding(
        code="C011",
        path=path,
        message=f"`ask` is missing: nothing says what `{path[-1]}` asks",
        hint=f"Did you mean `{meant}`?" if meant else "Add `ask:` to this part of the file.",
        at_key=bool(meant),
    )


def _check_hub(hub: Hub, path: ValuePath) -> Iterator[Finding]:
    if not hub.leave:
        yield Finding(
            code="S021",
            path=path,
            message="nobody can leave this hub",
            hint="Add `leave:` with at least one choice.",
            at_key=True,
        )
    if hub.at_least > len(hub.questions):
        yield Finding(
            code="S021",
            path=(*path, "at_least"),
            message=f"this hub has only {len(hub.questions)} questions",
            hint="Ask for fewer before leaving.",
        )


def _gap(path: ValuePath, message: str, hint: str) -> Finding:
    return Finding(code="S019", path=path, message=message, hint=hint, at_key=True)
