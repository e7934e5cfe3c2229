"""`protectcourse diff`: what changed between two versions, and who could go on."""

import gc
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from textwrap import wrap
from typing import Any

from protectcourse.authoring.comparing.changes import Change, UnitChanges
from protectcourse.authoring.comparing.course_changes import WORDS, CourseChanges, compare_versions
from protectcourse.authoring.comparing.going_on import GoingOn
from protectcourse.cli.output import say
from protectcourse.cli.plays_under_way import PlayUnderWay, plays_under_way
from protectcourse.plain_text import one_line
from protectcourse.scenario.revision import Fit

WIDTH = 80
NOTHING = "Nothing changed that a reader of these files would meet."
SORTS = {"model play": "model plays of the old version", "by chance": "plays by chance, broken off"}
FITS = {
    Fit.SAME: "go on as they are",
    Fit.MIGRATED: "go on, with all their decisions",
    Fit.RESCORED: "are asked: some decisions count differently",
    Fit.DIVERGED: "are asked: a decision is gone, or leads elsewhere",
}
ONE_PLAY = {
    Fit.SAME: "goes on as it is",
    Fit.MIGRATED: "goes on, with all its decisions",
    Fit.RESCORED: "counts differently",
    Fit.DIVERGED: "no longer fits",
}
SHOWN_PLACES = 8
"""Decisions that are listed, of those at which plays by chance no longer fit."""


def compare(old: Path, new: Path, progress: Path | None, plays: int, form: str) -> int:
    """Compare two versions, print what changed, and return the exit code."""
    gc.enable()
    changes = compare_versions(old, new, plays)
    under_way = plays_under_way(progress, changes.cases) if progress is not None else None
    if form == "json":
        say(json.dumps(_as_json(changes, under_way), indent=2))
        return 0
    for line in _lines(changes, under_way):
        say(line)
    return 0


def _lines(changes: CourseChanges, under_way: Sequence[PlayUnderWay] | None) -> Iterator[str]:
    if not changes.units and not changes.files:
        yield NOTHING
    if changes.is_unraised and changes.version is not None:
        yield _not_raised("course", changes.version[1])
        yield ""
    for change in changes.files:
        yield _change_words(change)
    if changes.files:
        yield ""
    for unit in changes.units:
        yield from _unit_lines(unit)
        yield ""
    if under_way is not None:
        yield from _under_way_lines(under_way)


def _unit_lines(unit: UnitChanges) -> Iterator[str]:
    kind = WORDS.get(unit.kind, unit.kind)
    yield kind if unit.id == kind else f"{kind} {unit.id}{_versions(unit)}"
    if unit.is_unraised and unit.version is not None and unit.kind == "scenario":
        yield f"  {_not_raised('case', unit.version[1])}"
    if unit.kind == "scenario" and unit.changes:
        words = "The flow changed." if unit.flow else "Only words changed: every play goes on."
        yield f"  {words}"
    for change in unit.changes:
        yield from _wrapped(_change_words(change), "  ")
    yield from _rename_lines(unit.changes)
    yield from _play_lines(unit.plays)


def _rename_lines(changes: Sequence[Change]) -> Iterator[str]:
    """Say how a new name is told from a new thing, where some of a sort went and others came."""
    for what in dict.fromkeys(change.what for change in changes):
        went, came = (
            [
                one_line(one.id).split(".")[-1]
                for one in changes
                if (one.how, one.what) == (how, what)
            ]
            for how in ("removed", "added")
        )
        if went and came:
            words = "If a new name stands for an old one, write `was:` and the old name below it."
            if len(went) == len(came) == 1:
                words = f"If {came[0]} is {went[0]} under a new name, write `was: {went[0]}` in it."
            yield from _wrapped(f"{words} Then nobody is stopped for it.", "  ")


def _versions(unit: UnitChanges) -> str:
    if unit.version is None:
        return ""
    before, after = unit.version
    return f", version {after}" if before == after else f", version {before} → {after}"


def _not_raised(what: str, version: int) -> str:
    return f"The version of the {what} is still {version}: raise it before you publish this."


def _change_words(change: Change) -> str:
    words = f"{change.how} {change.what} {one_line(change.id)}"
    if change.how == "renamed":
        return f"{words}, which was {one_line(change.detail)}"
    return f"{words}: {one_line(change.detail)}" if change.detail else words


def _play_lines(plays: Sequence[GoingOn]) -> Iterator[str]:
    """Give for each sort of play how many could go on, and where the others no longer fit."""
    for sort, words in SORTS.items():
        of_sort = [play for play in plays if play.sort == sort]
        if not of_sort:
            continue
        yield f"  Of {len(of_sort)} {words}:"
        for fit, count in _counts(play.fit for play in of_sort):
            yield f"    {count:5} {FITS[fit]}"
        if sort == "model play":
            for play in of_sort:
                yield from _wrapped(f"{play.name}: {_fit_words(play)}", "    ")
        else:
            yield from _where(of_sort)


def _fit_words(play: GoingOn) -> str:
    if play.decision is None:
        return ONE_PLAY[play.fit]
    return f"{ONE_PLAY[play.fit]} at decision {play.decision}, {play.taken}"


def _where(plays: Sequence[GoingOn]) -> Iterator[str]:
    places = Counter((play.fit, play.decision, play.taken) for play in plays if play.decision)
    for (fit, number, taken), count in places.most_common(SHOWN_PLACES):
        yield from _wrapped(f"{count} × {ONE_PLAY[fit]} at decision {number}, {taken}", "    ")
    if len(places) > SHOWN_PLACES:
        yield f"    and at {len(places) - SHOWN_PLACES} other places"


def _under_way_lines(plays: Sequence[PlayUnderWay]) -> Iterator[str]:
    yield "Plays under way in this data folder"
    if not plays:
        yield "  none of these cases"
    for play in plays:
        words = (
            f"{play.case}, begun on {play.day} in version {play.version}, {play.decisions}"
            f" decisions: {_onward_words(play)}"
        )
        yield from _wrapped(words, "  ")


def _onward_words(play: PlayUnderWay) -> str:
    if play.fit in {Fit.SAME, Fit.MIGRATED}:
        return "goes on without a word"
    if play.onward is None:
        return "the learner chooses to finish as begun or to start again"
    return (
        "the learner chooses to finish as begun, to go on from decision"
        f" {play.onward} or to start again"
    )


def _as_json(changes: CourseChanges, under_way: Sequence[PlayUnderWay] | None) -> dict[str, Any]:
    listed: dict[str, Any] = {
        "version": changes.version,
        "version_not_raised": changes.is_unraised,
        "files": [change._asdict() for change in changes.files],
        "units": [_unit_as_json(unit) for unit in changes.units],
    }
    if under_way is not None:
        listed["under_way"] = [play._asdict() for play in under_way]
    return listed


def _unit_as_json(unit: UnitChanges) -> dict[str, Any]:
    going_on = {
        sort: dict(_counts(play.fit for play in unit.plays if play.sort == sort)) for sort in SORTS
    }
    return {
        **asdict(unit),
        "changes": [change._asdict() for change in unit.changes],
        "plays": [play._asdict() for play in unit.plays],
        "version_not_raised": unit.is_unraised,
        "going_on": going_on,
    }


def _counts(fits: Iterable[Fit]) -> list[tuple[Fit, int]]:
    """Return how often each fit occurs, the harmless first."""
    counted = Counter(fits)
    return [(fit, counted[fit]) for fit in Fit if counted[fit]]


def _wrapped(text: str, indent: str) -> list[str]:
    later = f"{indent}    "
    return wrap(text, WIDTH, initial_indent=indent, subsequent_indent=later)
