"""C020 and C023: a source or a term in plain brackets, which a learner would read as they stand."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from protectcourse.course.texts import NOT_PROSE, Leaf
from protectcourse.findings import Finding, Severity

BARE = re.compile(r"(?<![\[\w])\[([^\[\]@|,\n]{1,64})((?:,[^\[\]\n]*)?)\](?![\](\[])")
"""Brackets around a name and perhaps a place: neither a citation, nor a term, nor a link."""


def find_bare_brackets(
    found: Iterable[Leaf], declared: Mapping[str, Collection[str]]
) -> Iterator[Finding]:
    """Give each bracket that holds what the course declares, `declared` by the code for it."""
    for leaf in found:
        if isinstance(leaf.value, str) and leaf.key not in NOT_PROSE and "[" in leaf.value:
            for bare in BARE.finditer(leaf.value):
                if bare[1] in declared["C020"]:
                    yield _finding("C020", bare, leaf, f"[@{bare[1]}{bare[2]}]", Severity.WARNING)
                elif not bare[2] and bare[1].casefold() in declared["C023"]:
                    yield _finding("C023", bare, leaf, f"[[{bare[1]}]]", Severity.INFO)


def _finding(code: str, bare: re.Match[str], leaf: Leaf, meant: str, severity: Severity) -> Finding:
    sort = "cites a source" if code == "C020" else "links the glossary"
    return Finding(
        code=code,
        path=leaf.path,
        message=f"learners read `{bare.group()[:60]}` as it stands",
        hint=f"Write `{meant[:60]}`, if it {sort}.",
        offset=bare.start(),
        severity=severity,
    )
