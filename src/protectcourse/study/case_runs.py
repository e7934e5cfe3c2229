"""All plays of a case, one line each: when, how it ended, and whether it counted."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from protectcourse.progress.projections import CaseAttempt
from protectcourse.scenario.nodes import Ending
from protectcourse.study.wording import OUTCOMES


class Run(NamedTuple):
    """One play of a case."""

    number: int
    day: str
    words: str
    """How it ended and what it counted, such as "a good ending, passed"."""


def list_runs(plays: Iterable[CaseAttempt], endings: Mapping[str, Ending]) -> tuple[Run, ...]:
    """Return all plays in order; those of before the course was started over too."""
    return tuple(Run(one.number, one.day, _words(one, endings)) for one in plays)


def _words(play: CaseAttempt, endings: Mapping[str, Ending]) -> str:
    if not play.ending:
        ended = "not finished"
    elif play.ending in endings:
        ended = OUTCOMES[endings[play.ending].outcome]
    else:
        ended = "an ending that the case no longer has"
    if play.practice:
        return f"{ended}, practice"
    if not play.ending:
        return ended
    return f"{ended}, {'passed' if play.passed else 'not yet passed'}"
