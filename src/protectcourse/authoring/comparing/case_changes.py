"""What changed between two versions of a case: ids, flow, wording, and who could go on."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from protectcourse.authoring.comparing.changes import (
    UNMET,
    Change,
    UnitChanges,
    compare_entries,
    pairs,
    renames,
)
from protectcourse.authoring.comparing.going_on import try_plays
from protectcourse.findings import ValuePath
from protectcourse.scenario.hashes import changed_places, flow_hash
from protectcourse.scenario.model import Case
from protectcourse.scenario.nodes import Node

PARTS = {
    "choices": "choice",
    "questions": "question",
    "leave": "way to leave",
    "elements": "line of a checklist",
    "results": "result",
}
"""The keys of a node whose entries have ids, and what each entry is."""
TRACKED = {"facts": "fact", "flags": "flag", "meters": "meter", "states": "state"}
NOT_PLAYED = ("tests", "promises", "status", "reviewers", "lint_allow")
"""What no learner meets, so that it neither flows nor reads otherwise."""


def compare_cases(old: Case, new: Case, plays: int) -> UnitChanges:
    """Return how two versions of a case differ, and how that many plays by chance would go on."""
    ids = list(_compare_ids(old, new))
    flow, wording = changed_places(_renamed(old, new), new)
    of_ids = {change.id for change in ids if change.how != "renamed"}
    changes = [
        *ids,
        *_places("changed", flow, of_ids),
        *_places("reworded", wording, of_ids),
        *(
            Change("changed", "part", name, UNMET)
            for name in NOT_PLAYED
            if getattr(old, name) != getattr(new, name)
        ),
    ]
    flows_otherwise = flow_hash(old) != flow_hash(new)
    return UnitChanges(
        kind="scenario",
        id=new.scenario,
        changes=tuple(changes),
        version=(old.version, new.version),
        flow=flows_otherwise,
        plays=tuple(try_plays(old, new, plays)) if flows_otherwise else (),
    )


def _compare_ids(old: Case, new: Case) -> Iterator[Change]:
    if old.scenario != new.scenario:
        yield Change("renamed", "case", new.scenario, old.scenario)
    nodes = _node_was(new)
    yield from compare_entries("node", old.nodes, new.nodes, nodes)
    for name, before, after in pairs(old.nodes, new.nodes, nodes):
        for key, what in PARTS.items():
            for change in compare_entries(what, _entries(before, key), _entries(after, key), _was):
                yield change._replace(id=f"{name}.{change.id}")
    yield from compare_entries("ending", old.endings, new.endings, _was)
    for key, what in TRACKED.items():
        yield from compare_entries(what, getattr(old.track, key), getattr(new.track, key))
    yield from compare_entries("variant", old.variants, new.variants)


def _node_was(new: Case) -> Callable[[Node], str | None]:
    """Return what tells the old id of a node: its `was:`, or `retired:` at the top of the case."""
    names = {id(node): name for name, node in new.nodes.items()}
    retired = {name: before for before, name in new.retired.items()}
    return lambda node: node.was or retired.get(names.get(id(node), ""))


def _was(part: Any) -> str | None:
    return getattr(part, "was", None)


def _entries(node: Node, key: str) -> Mapping[str, Any]:
    return getattr(node, key, {})


def _renamed(old: Case, new: Case) -> Case:
    """Return the old case with its nodes, endings and choices called as in the new one."""
    nodes = {}
    renamed = renames(old.nodes, new.nodes, _node_was(new))
    called = {before: name for name, before in renamed.items()}
    for name, node in old.nodes.items():
        now = called.get(name, name)
        nodes[now] = _renamed_parts(node, new.nodes[now]) if now in new.nodes else node
    endings = {before: name for name, before in renames(old.endings, new.endings, _was).items()}
    renamed_endings = {endings.get(name, name): one for name, one in old.endings.items()}
    return replace(old, nodes=nodes, endings=renamed_endings)


def _renamed_parts(old: Node, new: Node) -> Node:
    changed: dict[str, Any] = {}
    for key in PARTS:
        before, after = _entries(old, key), _entries(new, key)
        called = {was: name for name, was in renames(before, after, _was).items()}
        if called:
            changed[key] = {called.get(name, name): one for name, one in before.items()}
    return replace(old, **changed) if changed else old


def _places(how: Any, paths: list[ValuePath], of_ids: set[str]) -> Iterator[Change]:
    """Give each part of a case with what differs in it, without what was added or removed whole."""
    found: dict[str, dict[str, None]] = {}
    for path in paths:
        owner, part = _owner(path)
        names = {owner, owner.partition(".")[0]}
        if not names & of_ids and part and part != "was":
            found.setdefault(owner or "the case itself", {})[part] = None
    for owner, parts in found.items():
        yield Change(how, "part", owner, ", ".join(parts))


def _owner(path: ValuePath) -> tuple[str, str]:
    """Return the part of a case that a place is in, and which of its keys."""
    words = [str(step) for step in path]
    if words[0] == "nodes" and len(words) > 2:
        if words[2] in PARTS and len(words) > 3:
            return f"{words[1]}.{words[3]}", words[4] if len(words) > 4 else ""
        return words[1], words[2]
    if words[0] in {"endings", "variants"} and len(words) > 1:
        return words[1], words[2] if len(words) > 2 else ""
    if words[0] == "track" and len(words) > 2:
        return words[2], words[3] if len(words) > 3 else words[1]
    return "", words[0]
