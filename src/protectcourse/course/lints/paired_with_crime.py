"""Q133: an option that puts a nationality beside a crime.

Source: content.md §5.3 and §7.3 (no collective nouns for nationals as threats): a wrong option is
remembered too. The rest of the design's rule, that people are invented and have no surname,
concerns cases and belongs to the S codes, which replace it. Quotation marks do not help here; to
say in the option whose view it is does.
"""

import re
from collections.abc import Iterator

from protectcourse.course.lints.attribution import Attributions
from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.unit import Unit
from protectcourse.findings import Finding, Severity

NATION = (
    r"(?:north koreans?|south koreans?|koreans?|chinese|japanese|russians?|americans?|afghans?"
    r"|syrians?|foreigners?|refugees?|migrants?|asylum-seekers?)"
)
CRIME = (
    r"(?:criminals?|thie(?:f|ves)|spies|spy|smugglers?|traffickers?|terrorists?|murderers?|liars?"
    r"|rapists?|drug dealers?|gangs?|fraudsters?|crime)"
)
PAIRED = re.compile(
    rf"\b{NATION}\b[^.;?!]{{0,40}}\b{CRIME}\b|\b{CRIME}\b[^.;?!]{{0,25}}\b{NATION}\b",
    re.IGNORECASE,
)


def find(unit: Unit) -> Iterator[Finding]:
    """Give each option in which people of one origin are called criminals."""
    for asked in unit.asked:
        for name, text in asked.options.items():
            found = PAIRED.search(text)
            if found is None:
                continue
            attributions = Attributions(unit.course.sources.values())
            if attributions.attributed(text):
                continue
            yield Finding(
                code="Q133",
                path=asked.option_path(name),
                message=f"“{found.group()}” puts an origin beside a crime",
                hint="Speak of the act and leave the origin out, or say whose view it is.",
            )


LINT = Lint(
    code="Q133",
    title="No option puts a nationality beside a crime.",
    why="A wrong option is remembered too. Where a nationality stands beside a crime often"
    " enough, the two grow together in the reader's mind.",
    mend="Speak of the act and leave the origin out. If it is somebody's view, say in the"
    " option whose it is.",
    severity=Severity.ERROR,
    find=find,
    good=Example(
        yaml="""\
kind: one
stem: A parcel is missing from the shelf. What do you write down?
options:
  seen:
    text: When it was last seen
    correct: true
    rationale: This is something that others can check as well.
  guess:
    text: Who probably took it
    rationale: A guess about a person stays in the file.
  none:
    text: That it was never here
    rationale: The slip of the courier says that it was.
"""
    ),
    bad=Example(
        yaml="""\
kind: one
stem: A parcel is missing from the shelf. What do you write down?
options:
  seen:
    text: When it was last seen
    correct: true
    rationale: This is something that others can check as well.
  guess:
    text: That foreigners are thieves
    rationale: This is said of everybody and of nobody.
  none:
    text: That it was never here
    rationale: The slip of the courier says that it was.
"""
    ),
)
