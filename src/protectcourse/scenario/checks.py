"""What a case's file says wrongly, found without exploring where its ways lead.

====  ==========================================================================================
S010  a name that is not declared: variable, question, node, choice, ending
S011  not a condition or an effect; a variable named like a word of theirs
S012  a variable used as what it is not: a meter without a comparison, a flag with one
S013  a value out of range; a meter that starts outside its range or has too few words
S014  two ratings on one choice
S015  a choice or a result without a `goto`
S016  a `start`, `goto`, `when_empty` or `retired` that leads nowhere
S017  a model play that does not end where it is expected to (only where all else is sound)
S018  an unknown `type` of node (found while the file is read, by the course)
S019  a gap in a checklist: no elements, no default result, no right answer, a result out of reach
S020  a conditional `goto` whose last route is not plain, or that goes on after a plain one
S021  a hub that has no way to leave, or fewer questions than must be asked before
S030  a rating without its reason
S031  a legal point without a source (warning)
S032  a source of the case that is never cited (warning)
S033  a case of level S2 or S3 without a content note
C015  an id used twice; C031 `reviewed` without reviewers
====  ==========================================================================================
"""

import re
from collections.abc import Iterator, Mapping

from protectcourse.findings import Finding, Severity, ValuePath
from protectcourse.scenario.element_templates import lines_of
from protectcourse.scenario.model import Case
from protectcourse.scenario.name_checks import find_name_faults
from protectcourse.scenario.nodes import Checklist, Choice, Doing, HubQuestion
from protectcourse.scenario.places import doings_of, parts_of
from protectcourse.scenario.play_checks import find_play_faults
from protectcourse.scenario.route_checks import find_route_faults

NOTED_FROM = "S2"
"""The level of sensitivity from which a case needs a content note."""
NO_REASON = frozenset({"", "true", "yes", "x"})
"""What authors write behind a rating who take it for a mark and nothing more."""
LAW = re.compile(
    r"\b(treat(y|ies)|articles?|courts?|conventions?|committees?|laws?|legal|dut(y|ies)"
    r"|rights? to)\b",
    re.IGNORECASE,
)
CITED = re.compile(r"@([A-Za-z0-9][A-Za-z0-9.\-]*[A-Za-z0-9]|[A-Za-z0-9])")


def find_faults(case: Case) -> list[Finding]:
    """Return all that is wrong within a case, in the order of the table above by topic."""
    found = [
        *find_name_faults(case),
        *find_route_faults(case),
        *_find_rating_faults(case),
        *_find_source_faults(case),
        *_find_head_faults(case),
    ]
    if not any(finding.severity is Severity.ERROR for finding in found):
        found += find_play_faults(case)
    return found


def _find_rating_faults(case: Case) -> Iterator[Finding]:
    """S014, S030."""
    for path, doing in doings_of(case):
        first, *others = doing.ratings or [None]
        for rating in others:
            yield Finding(
                code="S014",
                path=(*path, str(rating)),
                message=f"`{path[-1]}` is rated `{first}` already",
                hint="Keep one rating.",
                at_key=True,
            )
        for rating, reason in doing.ratings.items():
            if reason.strip().casefold() in NO_REASON:
                yield Finding(
                    code="S030",
                    path=(*path, str(rating)),
                    message=f"`{path[-1]}` is rated `{rating}` without a reason",
                    hint=f"Say why, after `{rating}:`.",
                )


def _find_source_faults(case: Case) -> Iterator[Finding]:
    """S031, S032."""
    for path, doing in doings_of(case):
        if doing.ratings and not doing.source and LAW.search(_words(doing)):
            yield _uncited(path)
    for name, node in case.nodes.items():
        if isinstance(node, Checklist):
            for key, element in node.elements.items():
                is_cited = element.source or key in lines_of(node)
                if not is_cited and LAW.search(f"{element.ask} {element.best or ''}"):
                    yield _uncited(("nodes", name, "elements", key))
    cited = _cited(case)
    for name in case.sources:
        if name not in cited:
            yield Finding(
                code="S032",
                path=("sources", name),
                message=f"`{name}` is never cited",
                hint="Cite it with `source:`, or leave it out.",
                severity=Severity.WARNING,
                at_key=True,
            )


def _find_head_faults(case: Case) -> Iterator[Finding]:
    """S033, C031."""
    if case.sensitivity >= NOTED_FROM and case.content_note is None:
        yield Finding(
            code="S033",
            path=(),
            message=f"a case of level {case.sensitivity} needs a `content_note`",
            hint="Say in one sentence what is mentioned, so that a reader can choose.",
        )
    if case.status == "reviewed" and not case.reviewers:
        yield Finding(
            code="C031",
            path=("status",),
            message="`reviewed` needs `reviewers:`: who, when, and what was checked",
            hint="Leave it `draft` until somebody has reviewed it.",
        )


def _words(doing: Doing) -> str:
    """Return what a choice or question says, and why it is rated so."""
    match doing:
        case Choice():
            words = [doing.text]
        case HubQuestion():
            words = [doing.ask]
        case _:
            words = []
    return " ".join([*words, *doing.ratings.values()])


def _uncited(path: ValuePath) -> Finding:
    return Finding(
        code="S031",
        path=path,
        message=f"`{path[-1]}` speaks of law and names no source",
        hint="Add `source:`.",
        severity=Severity.WARNING,
        at_key=True,
    )


def _cited(case: Case) -> set[str]:
    """Return the ids of all sources that a case cites, in `source:` or in its texts."""
    cited: set[str] = set()
    for _, part in parts_of(case):
        for field in part.__dataclass_fields__:
            texts = _texts(getattr(part, field))
            if field == "source":
                cited.update(text.split(",", 1)[0].strip() for text in texts)
            else:
                cited.update(name for text in texts if "[@" in text for name in CITED.findall(text))
    return cited


def _texts(value: object) -> list[str]:
    """Return the texts of a value: itself, its entries, or what its keys stand for."""
    if isinstance(value, Mapping):
        value = tuple(value.values())
    entries = value if isinstance(value, tuple) else (value,)
    return [entry for entry in entries if isinstance(entry, str)]
