"""Q110: two questions ask almost the same.

Source: content.md §5.3: the cosine of stem and right option, rare words weighing more (TF-IDF),
0.85 or above, unless one is `parallel_of` the other; information only, by its first paragraphs.
Questions of one bank are compared with each other; of the banks of a course only equal ones, so
that a large course is still read one file at a time.
"""

from collections.abc import Iterator

from protectcourse.course.lints.asked import Asked
from protectcourse.course.lints.likeness import pairs_above, weigh
from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.unit import Unit
from protectcourse.course.lints.words import content_words
from protectcourse.findings import Finding, Severity
from protectcourse.quiz.drawing import find_families

ALIKE = 0.85


def find(unit: Unit) -> Iterator[Finding]:
    """Give each question that is like an earlier one of its bank, or equal to one elsewhere."""
    if not unit.bank:
        return
    words = [content_words(" ".join([one.stem, *_answers(one)])) for one in unit.bank]
    family = find_families({one.name: one.question for one in unit.bank})
    for first, second, alike in pairs_above(weigh(words), ALIKE):
        one, other = unit.bank[first], unit.bank[second]
        if family[one.name] != family[other.name]:
            yield _finding(other, f"this asks nearly what `{one.name}` asks ({alike:.0%} alike)")
    for asked, inside in zip(unit.bank, words, strict=True):
        yield from _elsewhere(unit, asked, hash(tuple(inside)))


def _elsewhere(unit: Unit, asked: Asked, mark: int) -> Iterator[Finding]:
    home = unit.course.asked.setdefault(mark, f"{unit.id}/{asked.name}")
    bank, _, name = home.partition("/")
    if bank != unit.id and asked.question.parallel_of != name:
        yield _finding(asked, f"`{name}` in the bank `{bank}` asks the very same")


def _answers(asked: Asked) -> list[str]:
    """Return what is right, in words."""
    question = asked.question
    more = [*getattr(question, "steps", {}).values(), *getattr(question, "accept", ())]
    more += [pair.right for pair in getattr(question, "pairs", {}).values()]
    return [*asked.key_texts, *more, str(getattr(question, "answer", ""))]


def _finding(asked: Asked, message: str) -> Finding:
    return Finding(
        code="Q110",
        path=asked.stem_path,
        message=message,
        hint="Ask something else, or say `parallel_of:` so that both never come in one attempt.",
        severity=Severity.INFO,
    )


_ASKED = """\
quiz: asked
title: Asked
questions:
  badge:
    kind: short-text
    stem: "A visitor comes to the locked door. What does each visitor wear?"
    accept: [a badge, badge]
    rationale: A badge says whom they have come for.
  again:
    kind: short-text
{parallel}    stem: "A visitor comes to the locked door. What must each visitor wear?"
    accept: [a badge, badge]
    rationale: The desk hands one out to each of them.
"""
LINT = Lint(
    code="Q110",
    title="No two questions ask the same.",
    why="Two questions alike in one attempt are one question for twice the points. They are"
    " welcome as a second form for another attempt.",
    mend="Ask something else, or write `parallel_of:` with the id of the other, so that both"
    " never come in one attempt.",
    severity=Severity.INFO,
    find=find,
    good=Example(yaml=_ASKED.format(parallel="    parallel_of: badge\n")),
    bad=Example(yaml=_ASKED.format(parallel="")),
)
