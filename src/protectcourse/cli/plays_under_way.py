"""The plays under way in a data folder, and whether each could go on in another version."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from protectcourse.clock import SystemClock
from protectcourse.progress.own_copy import refuse_unless_ours
from protectcourse.progress.projections import Progress
from protectcourse.progress.resuming import open_progress
from protectcourse.progress.store import FILE_NAME
from protectcourse.scenario.model import Case
from protectcourse.scenario.revision import Fit
from protectcourse.study.case_ways_on import find_way_on


class PlayUnderWay(NamedTuple):
    """One play that was begun and not ended."""

    case: str
    day: str
    """When it was begun."""
    version: int
    """Of the case that it is played in."""
    decisions: int
    fit: Fit
    onward: int | None
    """The decision from which it can go on in the new version; None where it would start again."""


def plays_under_way(folder: Path, cases: Sequence[Case]) -> list[PlayUnderWay]:
    """Return how the plays under way in a data folder fit the new versions of cases.

    Raises StoreError where the folder has no progress file that can be read.
    """
    refuse_unless_ours(folder / FILE_NAME)
    store, progress = open_progress(folder, SystemClock())
    try:
        return [play for case in cases for play in _of_case(progress, case)]
    finally:
        store.close()


def _of_case(progress: Progress, case: Case) -> Iterator[PlayUnderWay]:
    names = {case.scenario, case.was}
    for unit in progress.cases:
        attempt = progress.open_case(unit)
        if attempt is None or unit.rpartition("/")[2] not in names:
            continue
        way, taken = find_way_on(attempt, case), len(attempt.decisions)
        kept = taken if way.fit in {Fit.SAME, Fit.MIGRATED} else 0
        if way.onward is not None:
            kept = len(way.onward.decisions)
        onward = kept + 1 if kept or not taken else None
        yield PlayUnderWay(case.scenario, attempt.day, attempt.version, taken, way.fit, onward)
