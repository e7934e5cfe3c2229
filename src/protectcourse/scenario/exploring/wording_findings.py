"""What the words of a case give away, or ask too much of a reader (warnings).

====  ==========================================================================================
S150  the best choice is the longest in more than 60 % of the decisions
S160  a text is long: node over 120 words, choice over 25, sentence over 30; more than 4 choices
====  ==========================================================================================
"""

import re
from collections.abc import Iterator
from operator import itemgetter

from protectcourse.findings import Finding, Severity, ValuePath
from protectcourse.scenario.model import Case
from protectcourse.scenario.nodes import Choice, Hub, HubQuestion, Rating, Scene
from protectcourse.scenario.places import doings_of

DECISIONS_TO_JUDGE = 4
"""Fewer can be longest by chance."""
LONGEST_AT_MOST = 60
"""Percent of the decisions in which the best choice may be the longest."""
NODE_WORDS, CHOICE_WORDS, SENTENCE_WORDS, CHOICES = 120, 25, 30, 4
SENTENCE_END = re.compile(r"[.!?:;][\"'\u201d\u2019)]*\s+|\n\s*\n")
CITATION = re.compile(r"\[@[^\]]*\]")


def find_wording_faults(case: Case) -> Iterator[Finding]:
    """Give S150 and S160."""
    yield from _find_longest(case)
    for name, node in case.nodes.items():
        path = ("nodes", name)
        yield from _find_long((*path, "text"), node.text, "node", NODE_WORDS)
        choices = len(node.choices) if isinstance(node, Scene) else 0
        choices = len(node.leave) if isinstance(node, Hub) else choices
        if choices > CHOICES:
            yield _too_much(path, f"`{name}` has {choices} choices; {CHOICES} are enough")
    for way, doing in doings_of(case):
        if isinstance(doing, Choice):
            yield from _find_long((*way, "text"), doing.text, "choice", CHOICE_WORDS)
        if isinstance(doing, HubQuestion):
            yield from _find_long((*way, "ask"), doing.ask, "question", CHOICE_WORDS)


def _find_longest(case: Case) -> Iterator[Finding]:
    """S150, over the scenes that have a best choice and another that is rated."""
    longest: list[bool] = []
    for node in case.nodes.values():
        choices = list(node.choices.values()) if isinstance(node, Scene) else []
        lengths = [(len(one.text), Rating.BEST in one.ratings) for one in choices if one.ratings]
        if len(lengths) > 1 and any(best for _, best in lengths):
            longest.append(max(lengths)[1])
    too_often = 100 * sum(longest) > LONGEST_AT_MOST * len(longest)
    if too_often and len(longest) >= DECISIONS_TO_JUDGE:
        yield Finding(
            code="S150",
            path=("nodes",),
            message=f"the best choice is the longest in {sum(longest)} of {len(longest)} decisions",
            hint="Shorten some, or say more in the others: length must not tell.",
            severity=Severity.WARNING,
            at_key=True,
        )


def _find_long(path: ValuePath, text: str, what: str, most: int) -> Iterator[Finding]:
    words = _count(text)
    if words > most:
        yield _too_much(path, f"this {what} has {words} words; {most} are enough")
    longest, begin = max(_sentences(text), key=itemgetter(0))
    if longest > SENTENCE_WORDS:
        message = f"a sentence has {longest} words; {SENTENCE_WORDS} are enough"
        yield _too_much(path, message, begin)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Give how many words each sentence of a text has, and where it begins."""
    covered = CITATION.sub(lambda found: " " * len(found.group()), text)
    begin = 0
    for end in SENTENCE_END.finditer(covered):
        yield _count(covered[begin : end.start()]), begin
        begin = end.end()
    yield _count(covered[begin:]), begin


def _count(text: str) -> int:
    return len(CITATION.sub("", text).split())


def _too_much(path: ValuePath, message: str, offset: int | None = None) -> Finding:
    return Finding(
        code="S160",
        path=path,
        message=message,
        hint="Say less, or make two of it.",
        severity=Severity.WARNING,
        offset=offset,
    )
