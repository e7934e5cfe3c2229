"""Q131: harm is named, and its level, note, short form or support is missing.

Source: content.md §2.4 and §5.3. Torture, execution and killing ask for S2; forced abortion, the
killing of newborns and sexual violence for S3. From S2 on a lesson's page, or a case's scene, has
a `short` form, and the course has its `support` lines (a warning, as organisations fill them in); a
pre-test holds neither. The content note is C011 and S033. Names of treaties and bodies that hold
the word torture name a rule and no harm, so they do not count. Which texts mention S1 matters
(detention, forced return) is not worked out: nearly all do.
"""

import re
from collections.abc import Iterator
from typing import Any

from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.passage import Passage
from protectcourse.course.lints.unit import Unit
from protectcourse.course.models import PageBase
from protectcourse.findings import Finding, Severity, ValuePath
from protectcourse.scenario.nodes import NodeBase

NAMES = re.compile(
    r"\b(?:(?:torture|anti-torture) (?:convention|committee|treaty|treaties)"
    r"|(?:convention|committee|rapporteur) (?:against|on) torture|convention['’]s ban on torture"
    r"|torture and the deportation)\b",
    re.IGNORECASE,
)
S3 = re.compile(
    r"\b(?:forced abortions?|forced to abort|infanticides?|kill(?:ing|ed) (?:of )?(?:the |her )?"
    r"(?:newborns?|bab(?:y|ies)|infants?)|rap(?:e|es|ed|ist|ists|ing)"
    r"|sexual (?:violence|abuse|assault|exploitation|slavery)|sexually abused)\b",
    re.IGNORECASE,
)
S2 = re.compile(
    r"\b(?:tortur\w+|execution|executions|executed|firing squads?|beheaded|death penalty"
    r"|put to death|beaten to death|massacre\w*|murder(?:s|ed)?|suicide)\b",
    re.IGNORECASE,
)
_HINTS = (
    "abortion abortions abort infanticide infanticides kill killing killed rape rapes raped rapist"
    " rapists raping sexual sexually torture tortures tortured torturing torturer torturers"
    " execution executions executed firing beheaded death beaten massacre massacres massacred"
    " murder murders murdered suicide"
)
HINTS = frozenset(_HINTS.split())
"""Words of which one stands in all that is looked for, in lower case."""
FROM = "S2"
"""The level from which there is a short form."""


def find(unit: Unit) -> Iterator[Finding]:
    """Give each text above its level, each sensitive page without a short form, and so on."""
    if not unit.is_unit:
        return
    told: set[ValuePath] = set()
    for passage in unit.passages:
        level, word = _level(passage)
        if level and level > unit.sensitivity(passage.path) and passage.key != "content_note":
            yield Finding(
                code="Q131",
                path=passage.path,
                message=f"“{word}” asks for level {level}; this text stands under"
                f" {unit.sensitivity(passage.path)}",
                hint=f"Add `sensitivity: {level}` to the page, question or case, or leave the"
                " word out.",
                offset=passage.offset_of(word),
            )
        place = passage.path[:2]
        if level >= FROM and place not in told and (holder := _without_short(unit, passage)):
            told.add(place)
            yield _no_short(place, holder)
    yield from _find_in_pretest(unit)
    yield from _find_unsupported(unit)


def _level(passage: Passage) -> tuple[str, str]:
    """Return the level that a text asks for and the word that does; empty for none."""
    if passage.bag.isdisjoint(HINTS):
        return "", ""
    text = NAMES.sub(" ", passage.plain)
    for level, pattern in (("S3", S3), ("S2", S2)):
        if found := pattern.search(text):
            return level, found.group()
    return "", ""


def _without_short(unit: Unit, passage: Passage) -> Any:
    """Return the page or scene that shows a text and has no short form; None for no such."""
    if passage.key not in {"text", "known", "argued", "changed"}:
        return None
    holder = unit.holders(passage.path)[-1]
    return holder if isinstance(holder, PageBase | NodeBase) and holder.short is None else None


def _no_short(place: ValuePath, holder: object) -> Finding:
    what = "page" if isinstance(holder, PageBase) else "scene"
    return Finding(
        code="Q131",
        path=place,
        message=f"this {what} names grave harm and has no `short` form",
        hint="Add `short:` with what a reader needs who has chosen not to read of it.",
        at_key=True,
    )


def _find_in_pretest(unit: Unit) -> Iterator[Finding]:
    for asked in unit.bank:
        if asked.pool == "pretest" and asked.question.sensitivity >= FROM:
            yield Finding(
                code="Q131",
                path=(*asked.path, "sensitivity"),
                message=f"a pre-test has no question of level {asked.question.sensitivity}: it"
                " comes before any note",
                hint="Take another question.",
            )


def _find_unsupported(unit: Unit) -> Iterator[Finding]:
    level = getattr(unit.value, "sensitivity", "S0")
    if level >= FROM and not unit.course.head.support:
        yield Finding(
            code="Q131",
            path=("sensitivity",),
            message=f"a unit of level {level} ends with the course's `support:`, and there is none",
            hint="Write in course.yaml to whom a reader can turn.",
            severity=Severity.WARNING,
        )


LINT = Lint(
    code="Q131",
    title="Where grave harm is named there is a level, a short form and support.",
    why="Some who learn have lived through what a page names. With a level, a short form and"
    " a place to turn to they can decide how much to read.",
    mend="Write `sensitivity:` with the level from the message, and `short:` with what a"
    " reader needs who does not read the page. Put `support:` into course.yaml, and"
    " nothing grave into a pre-test.",
    severity=Severity.ERROR,
    find=find,
    good=Example(
        yaml="""\
title: What was reported
sensitivity: S2
text: In 2014 an inquiry found that people had been tortured after their
  return.
short: In 2014 an inquiry found grave ill-treatment after return.
"""
    ),
    bad=Example(
        yaml="""\
title: What was reported
text: In 2014 an inquiry found that people had been tortured after their
  return.
"""
    ),
)
