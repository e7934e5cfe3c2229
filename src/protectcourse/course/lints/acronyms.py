"""Q132: an abbreviation that nothing explains.

Source: content.md §5.3: capital letters that are neither in the glossary nor spelt out once in the
unit. Tuned here: a handful that every reader of English knows; Roman numbers; words in capitals for
emphasis; and what is said to stand for something in brackets on either side, “North Korea (DPRK)”
or “DPRK (North Korea)”. Told once for each abbreviation of a unit.
"""

import re
from collections.abc import Iterator

from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.unit import Unit
from protectcourse.findings import Finding, Severity

CAPITALS = re.compile(r"[A-Z]{2,6}")
"""Quick to look for; of what it finds in a text most is explained."""
ACRONYM = re.compile(r"\b(?<![/.-])[A-Z]{2,6}(?=s?(?:['’]s)?(?![\w/]))")
KNOWN = frozenset({"UN", "EU", "US", "USA", "UK", "TV", "DVD", "SMS", "PDF", "OK", "ID", "CV"})
EMPHASIS = frozenset(
    {"NOT", "LEAST", "EXCEPT", "FALSE", "TRUE", "ALL", "NEVER", "ONLY", "NO", "AND", "OR", "MOST"}
    | {"BEST", "FIRST"}
)
ROMAN = re.compile(r"[IVXLC]+")


def find(unit: Unit) -> Iterator[Finding]:
    """Give the first use of each abbreviation that a unit does not explain."""
    if not unit.is_unit:
        return
    unknown = {
        name
        for name in set(CAPITALS.findall(unit.text))
        if name not in KNOWN
        and name not in EMPHASIS
        and not ROMAN.fullmatch(name)
        and not _is_explained(name, unit)
    }
    for passage in unit.passages if unknown else ():
        for found in ACRONYM.finditer(passage.lines):
            if (name := found.group()) in unknown:
                unknown.remove(name)
                yield Finding(
                    code="Q132",
                    path=passage.path,
                    message=f"“{name}” is not explained",
                    hint=f"Spell it out once, with {name} in brackets, or put it into the"
                    " glossary.",
                    severity=Severity.WARNING,
                    offset=passage.offset_at(found.start()),
                )


def _is_explained(name: str, unit: Unit) -> bool:
    """Say whether an abbreviation is a term, or stands beside what it is short for."""
    in_brackets = f"({name})" in unit.text or re.search(rf"\b{name} \([A-Za-z]", unit.text)
    return bool(in_brackets) or re.search(rf"\b{name}\b", unit.course.term_texts) is not None


LINT = Lint(
    code="Q132",
    title="Every abbreviation is explained once.",
    why="An abbreviation that one reader uses daily is a riddle to the next. One riddle in a"
    " sentence, and the sentence is lost.",
    mend="Spell it out the first time with the short form in brackets, or put it into the"
    " glossary.",
    severity=Severity.WARNING,
    find=find,
    good=Example(
        yaml="""\
title: Who helps
text: The Office for Visitors (OFV) answers questions. The OFV opens at
  nine.
"""
    ),
    bad=Example(
        yaml="""\
title: Who helps
text: The OFV answers questions, and opens at nine.
"""
    ),
)
