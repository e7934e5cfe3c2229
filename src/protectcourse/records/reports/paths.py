"""The report on a case: which ways people take, where red lines are crossed, how it ends."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from protectcourse.records.reports.case_plays import CasePlays
from protectcourse.records.reports.case_words import CaseWords
from protectcourse.records.reports.path_tables import (
    decisions_table,
    endings_table,
    ratings_table,
    red_lines_table,
    time_table,
    ways_table,
)
from protectcourse.records.reports.report import Report
from protectcourse.records.undefined import FEWEST

TITLE = "Which ways people take"
BASIS = (
    "Only the first play of each person that counts, never practice, and only of those who handed "
    "in their decisions. People are counted, not visits: who comes back to a scene counts once."
)
GRAVEST = (
    "There are no data on this case, and there never will be: it is one of the gravest (S3), and "
    "the decisions in such a case never leave a learner's computer."
)
NO_DECISIONS = (
    "Nobody has handed in decisions in this case. They leave a learner's computer only at the "
    "level `answers` (protectcourse handin --level answers); those in the gravest cases (S3), and "
    "in cases that the course no longer has, never do."
)
TOO_FEW = (
    f"Fewer than {FEWEST} people have handed in their decisions in this case: nothing is shown."
)
SMALL = (
    f"Of a scene that fewer than {FEWEST} people came to, and of a whole way that fewer took, "
    "nothing is shown."
)


class AskedCase(NamedTuple):
    """What the report is about, in words."""

    register: str
    day: str


def paths_report(plays: CasePlays, words: CaseWords, asked: AskedCase) -> Report:
    """Return the report; what the words do not have stands there by its id."""
    about = [f"From the register {asked.register} on {asked.day}.", f"Case: {_name(words)}"]
    why_not = _why_nothing(plays, words)
    if why_not:
        return Report(TITLE, (*about, why_not), (), tuple(_left_out(plays)))
    return Report(
        title=TITLE,
        about=(*about, f"People: {len(plays.plays)}", BASIS),
        tables=(
            endings_table(plays.plays, words),
            red_lines_table(plays.plays, words),
            ratings_table(plays.plays, words),
            decisions_table(plays.plays, words),
            ways_table(plays.plays),
            time_table(plays.plays),
        ),
        notes=(SMALL, *_versions(plays), *_left_out(plays)),
        language=words.language,
    )


def _name(words: CaseWords) -> str:
    return f"{words.title} ({words.id})" if words.title else words.id


def _why_nothing(plays: CasePlays, words: CaseWords) -> str:
    if words.is_gravest:
        return GRAVEST
    if not plays.plays:
        return NO_DECISIONS
    return TOO_FEW if len(plays.plays) < FEWEST else ""


def _versions(plays: CasePlays) -> Iterator[str]:
    counted = Counter(play.version for play in plays.plays)
    if len(counted) > 1:
        each = ", ".join(f"{version}: {people}" for version, people in sorted(counted.items()))
        yield f"Several versions of the case are counted together; people in version {each}."


def _left_out(plays: CasePlays) -> Iterator[str]:
    if plays.results_only:
        yield f"People who handed in only the ending, and are not counted: {plays.results_only}."
    if plays.revised:
        yield f"Plays that went over to a revised case, and are left out: {plays.revised}."
    if plays.mixed:
        yield f"Plays in copied profiles or over two computers, and left out: {plays.mixed}."
    if plays.unreadable:
        yield f"Decisions that could not be read, and are left out: {plays.unreadable}."
