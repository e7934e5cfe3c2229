"""Q129: what is disputed, without saying who holds it.

Source: content.md §5.3 and §7.3: a page, decision or question that uses a contested claim contains
an attribution (“the author argues”, “China's stated view”, “UNHCR held in 2006”). Claims stand on
pages and not on sentences. So the paragraphs count that cite the claim's own place (`seed, para
8`), one of which must name somebody; where none cites it, the whole page. A page may state the law
beside the argument, and need not name the author twice. A question or a decision names somebody in
its stem, text, options or reasons.
"""

import re
from collections.abc import Iterator

from protectcourse.course.lints.attribution import Attributions
from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.passage import Block
from protectcourse.course.lints.unit import Unit
from protectcourse.course.models import Claim
from protectcourse.findings import Finding, Severity, ValuePath
from protectcourse.quiz.questions import QuestionBase

_FIGURES = re.compile(r"\d+")


def find(unit: Unit) -> Iterator[Finding]:
    """Give each page, decision or question that takes sides without saying whose."""
    contested = {name: claim for name, claim in unit.course.claims.items() if claim.contested}
    attributions = None
    for path, names in _claiming(unit, contested):
        attributions = attributions or Attributions(unit.course.sources.values())
        blocks = [
            block
            for passage in unit.passages
            if passage.path[: len(path)] == path
            for block in passage.blocks
        ]
        for name in names:
            near = [one for one in blocks if _cites(one, contested[name])] if name else []
            if not any(attributions.attributed(block.plain) for block in near or blocks):
                what = f"claim `{name}` is disputed" if name else "this is marked `contested`"
                yield Finding(
                    code="Q129",
                    path=path,
                    message=f"{what}, and nothing here says who holds it",
                    hint="Name whoever holds it: “the author argues …”, “by China's stated"
                    " view …”.",
                    at_key=True,
                )


def _claiming(unit: Unit, contested: dict[str, Claim]) -> Iterator[tuple[ValuePath, list[str]]]:
    """Give the path of each part that uses contested claims, and which; "" for its own mark."""
    for leaf in unit.leaves:
        if leaf.key == "claims" and unit.is_unit:
            entries = (leaf.value,) if isinstance(leaf.value, str) else leaf.value
            if names := [name for name in entries if name in contested]:
                yield leaf.path[:-1], names
    for asked in unit.asked:
        question: QuestionBase = asked.question
        if question.contested and not any(name in contested for name in question.claims):
            yield asked.path, [""]


def _cites(block: Block, claim: Claim) -> bool:
    """Say whether a paragraph cites the very place of a claim."""
    for entry in claim.source:
        source, _, place = entry.partition(",")
        for cited in block.cited:
            if cited.source == source.strip() and set(_FIGURES.findall(place)) <= set(
                _FIGURES.findall(cited.place)
            ):
                return True
    return False


LINT = Lint(
    code="Q129",
    title="What is disputed names whoever holds it.",
    why="What is disputed and told without a name is read as a fact. Who says it, and when,"
    " lets the reader weigh it.",
    mend="Name whoever holds it where it stands: “the author argues”, “by China's stated"
    " position”, “UNHCR held in 2006”.",
    severity=Severity.ERROR,
    find=find,
    good=Example(
        yaml="""\
title: Who waits where
claims: [c2]
text: The author argues that visitors without a badge should wait in the
  hall [@house-rules, 2].
"""
    ),
    bad=Example(
        yaml="""\
title: Who waits where
claims: [c2]
text: Visitors without a badge should wait in the hall [@house-rules, 2].
"""
    ),
)
