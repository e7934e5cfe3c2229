"""Q130: a word that takes sides, with a better one.

Source: the terms of content.md §7.4, each with its reason there. A warning; an error in stems and
options of a final. Tuned here, since most of these words have a plain sense too: “regime” counts
before a state or alone, not in “refugee regime”; flood, wave and swarm count only of people;
“persons of concern” may be said of 2004 to 2012; “illegal migrant” where its sentence says whose
word it is; none counts within quotation marks. “Infanticide” and “forced abortion” are kept out of
titles. Each unit that speaks of North Korea gives the official name once (DPRK), at its first use
or later; questions of a bank are drawn singly and need not.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from protectcourse.course.lints.attribution import Attributions
from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.passage import Passage
from protectcourse.course.lints.unit import Unit
from protectcourse.course.lints.words import YEAR, sentences_of, without_quotations
from protectcourse.findings import Finding, Severity


class Term(NamedTuple):
    """A word to avoid: how it is found, what to write instead."""

    pattern: re.Pattern[str]
    instead: str


def _term(pattern: str, instead: str) -> Term:
    return Term(re.compile(pattern, re.IGNORECASE), instead)


_PEOPLE = r"(?:people|persons|refugees?|migrants?|arrivals|north koreans|asylum-seekers|foreigners)"
TERMS = (
    _term(r"\bdefectors?\b", "person who left North Korea, or North Korean escapee"),
    _term(r"\billegal (?:im)?migrants?\b|\billegals\b", "person who entered without permission"),
    _term(r"\bpersons? of concern\b", "people whom UNHCR works to protect"),
    _term(r"(?<!responsibility-)\bburden[- ]sharing\b", "burden- and responsibility-sharing"),
    _term(r"\b(?:forced|forcible|forcibly) repatriat\w+", "forced return"),
    _term(
        r"\b(?:north korean|chinese|korean|communist|kim|pyongyang|beijing|its|their) regime\b"
        r"|\bthe regime\b(?! (?:of|for|that) (?:refugee|protection|international))",
        "government, or authorities",
    ),
    _term(rf"\b(?:floods?|waves?|swarms?|tides?) of (?:\w+ )?{_PEOPLE}\b", "arrivals"),
    _term(r"(?<!mass )\binflux(?:es)?\b", "arrivals, or large-scale movement"),
    _term(
        r"\bmixed[- ]blood\w*|\bhalf-(?:chinese|korean|caste|breed|blood)\b",
        "child of a North Korean mother and a Chinese father",
    ),
    _term(r"\b(?:sold )?brides?\b", "woman in a marriage"),
    _term(r"\bhermit kingdom\b|\bbrainwash\w*", "what is meant, said plainly"),
    _term(r"\bkim jong[- ]eun\b", "Kim Jong Un"),
    _term(r"\bvictims?\b", "survivor, or person affected"),
)
_HINTS = (
    "defector defectors illegal illegals concern burden repatriate repatriated repatriating"
    " repatriation repatriations regime flood floods wave waves swarm swarms tide tides influx"
    " influxes mixed half bride brides hermit brainwash brainwashed brainwashing eun victim"
    " victims infanticide abortion abortions"
)
HINTS = frozenset(_HINTS.split())
"""Words of which one stands in every term, in lower case: a text without them is passed over."""
OF_ITS_TIME = re.compile(r"persons? of concern|kim jong", re.IGNORECASE)
ATTRIBUTABLE = re.compile(r"illegal", re.IGNORECASE)
IN_TITLES = re.compile(r"\b(?:infanticide|forced abortions?)\b", re.IGNORECASE)
ANY = re.compile("|".join(term.pattern.pattern for term in TERMS), re.IGNORECASE)
KOREAN = frozenset({"korea", "korean", "koreans"})
NORTH_KOREA = re.compile(r"\bNorth Korean?s?\b")
OFFICIAL = "Democratic People's Republic of Korea"


def find(unit: Unit) -> Iterator[Finding]:
    """Give each loaded word with what to write instead, and each unit without the official name."""
    for passage in unit.passages:
        if passage.bag.isdisjoint(HINTS):
            continue
        if ANY.search(passage.lines):
            yield from _find_terms(unit, passage)
        if passage.key == "title" and (found := IN_TITLES.search(passage.plain)):
            yield _finding(unit, passage, found.group(), "harm to mother and child (in titles)")
    if unit.kind not in {"lesson", "scenario"}:
        return
    spoken = [one for one in unit.passages if not one.bag.isdisjoint(KOREAN) and _names(one)]
    if spoken and not any("DPRK" in one.lines or OFFICIAL in one.lines for one in unit.passages):
        yield Finding(
            code="Q130",
            path=spoken[0].path,
            message="North Korea is named and its official name is not",
            hint="Write “North Korea (DPRK)” the first time.",
            severity=Severity.WARNING,
            offset=spoken[0].offset_of("North Korea"),
        )


def _names(passage: Passage) -> bool:
    return NORTH_KOREA.search(passage.lines) is not None


def _find_terms(unit: Unit, passage: Passage) -> Iterator[Finding]:
    told = set()
    for sentence in sentences_of(without_quotations(passage.plain)):
        for term in TERMS:
            found = term.pattern.search(sentence)
            if found is None or term in told or _is_fair(unit, found.group(), sentence):
                continue
            told.add(term)
            yield _finding(unit, passage, found.group(), term.instead)


def _is_fair(unit: Unit, word: str, sentence: str) -> bool:
    """Say whether the sentence gives the word its time, or says whose word it is."""
    if OF_ITS_TIME.search(word):
        return any(2004 <= int(year.group()[:4]) <= 2012 for year in YEAR.finditer(sentence))
    if ATTRIBUTABLE.search(word):
        return Attributions(unit.course.sources.values()).attributed(sentence)
    return False


def _finding(unit: Unit, passage: Passage, word: str, instead: str) -> Finding:
    tested = passage.key == "stem" or passage.is_option
    return Finding(
        code="Q130",
        path=passage.path,
        message=f"“{word}” takes sides or wounds",
        hint=f"Write: {instead}.",
        severity=unit.graver_in_final(Severity.WARNING) if tested else Severity.WARNING,
        offset=passage.offset_of(word),
    )


LINT = Lint(
    code="Q130",
    title="Words do not take sides.",
    why="Some words judge before anything is said, and others wound the people whom they are"
    " about. The course speaks to readers of all sides, and about people who may read it.",
    mend="Take the word that the message proposes. In a quotation the word may stay, in"
    " quotation marks. Write “North Korea (DPRK)” once in each unit that speaks of it.",
    severity=Severity.ERROR,
    find=find,
    good=Example(
        yaml="""\
title: Who comes
text: The desk sees more arrivals in winter, among them people who entered
  without permission.
"""
    ),
    bad=Example(
        yaml="""\
title: Who comes
text: The desk sees a wave of refugees in winter, among them illegal
  migrants.
"""
    ),
)
