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
kind: one
{parallel}stem: A visitor without a badge waits at the locked door. What do you do first?
options:
  hold:
    text: Hold the door open
    rationale: Now nobody knows who is in the house.
  walk:
    text: Walk to the desk with them
    correct: true
    rationale: The desk looks up whom they have come for.
  leave:
    text: Leave them outside
    rationale: They may have good cause to be here.
"""
LINT = Lint(
    code="Q110",
    title="No two questions ask the same.",
    severity=Severity.INFO,
    find=find,
    good=Example(yaml=_ASKED.format(parallel="parallel_of: q1\n"), times=2),
    bad=Example(yaml=_ASKED.format(parallel=""), times=2),
)
