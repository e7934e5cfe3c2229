"""What is found in a file only because something else in it is wrong: one slip is told once."""

from dataclasses import replace

from protectcourse.course.problems import Problem
from protectcourse.course.yaml_faults import Place
from protectcourse.course.yaml_reader import Block, Reading, Series
from protectcourse.findings import Finding, Severity, ValuePath


def without_cuts(
    findings: list[Finding], problems: list[Problem], read: Reading
) -> tuple[list[Finding], list[Problem]]:
    """Return what is wrong without what only follows from a sentence in braces, cut at its commas.

    The sentence itself is then what keeps the file from being read: an error.
    """
    if not read.cut:
        return findings, problems
    cuts = {index: _cut_above(one.path, read) for index, one in enumerate(findings)}
    graver = {place for place in cuts.values() if place is not None}
    kept = [one for index, one in enumerate(findings) if cuts[index] is None]
    return kept, [
        replace(one, severity=Severity.ERROR) if (one.line, one.column) in graver else one
        for one in problems
    ]


def only_waits(finding: Finding, broken_at: ValuePath | None) -> bool:
    """Say whether something is only missing because the reading had to end before it came."""
    if broken_at is None:
        return False
    match finding.code:
        case "C011":
            part = finding.path[:-1]
            return part == broken_at[: len(part)] or finding.path == broken_at[: len(finding.path)]
        case "C012" | "C013":
            return finding.path == broken_at[: len(finding.path)]
        case _:
            return False


def _cut_above(path: ValuePath, read: Reading) -> Place | None:
    """Return where a sentence in braces was told, if one of its commas made a key of a path."""
    tree = read.root
    for step in path:
        if isinstance(tree, Block) and step in tree:
            if (told := read.cut.get(tree.keys_at[str(step)])) is not None:
                return told
            tree = tree[str(step)]
        elif isinstance(tree, Series) and isinstance(step, int) and step < len(tree):
            tree = tree[step]
        else:
            break
    return None
