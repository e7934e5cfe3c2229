"""What an author's edit does to a play under way: nothing, a quiet move over, or an end of it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from protectcourse.scenario.replay import Playthrough, replay, stands_for
from protectcourse.scenario.scoring import find_missed
from protectcourse.scenario.steps import Answers, Step
from protectcourse.scenario.story import Story


class Fit(StrEnum):
    """How the decisions of a play fit the case as it was revised."""

    SAME = "same"
    """The flow is the same; only words may differ."""
    MIGRATED = "migrated"
    """Every decision stands, counts as before and led to the same place."""
    RESCORED = "rescored"
    """Every decision stands, and some now count for something else."""
    DIVERGED = "diverged"
    """Some decision is no longer to be had, or leads elsewhere."""


class Revision(NamedTuple):
    """How a play fits a revised case, and the play there as far as it goes."""

    fit: Fit
    play: Playthrough
    at: int | None
    """Position of the first decision that is gone, leads elsewhere or counts for something else;
    None where every one is as it was."""


def fit_revision(
    old: Story, new: Story, seed: int, decisions: Iterable[tuple[str, str | Answers]]
) -> Revision:
    """Return how decisions taken in the old case fit the new one."""
    taken = list(decisions)
    before, after = replay(old, seed, taken), replay(new, seed, taken)
    pairs = list(zip(before.steps, after.steps, strict=False))
    led_alike = [stands_for(new, one.next, other.next) for one, other in pairs]
    if not all(led_alike):
        return Revision(Fit.DIVERGED, after, led_alike.index(False))
    if after.diverged_at is not None:
        return Revision(Fit.DIVERGED, after, after.diverged_at)
    counted = [_counts(one) == _counts(other) for one, other in pairs]
    if not all(counted):
        return Revision(Fit.RESCORED, after, counted.index(False))
    now_called = {one.node: other.node for one, other in pairs}
    missed = {(now_called[hub], count) for hub, count in _missed(old, before)}
    if hubs := missed ^ _missed(new, after):
        return Revision(Fit.RESCORED, after, _leaving(after.steps, hubs))
    return Revision(Fit.MIGRATED, after, None)


def _counts(step: Step) -> object:
    """Return what a decision counts for."""
    lines = [(mark.points, mark.competencies) for mark in step.marks]
    return step.rating, step.competencies, lines


def _missed(story: Story, play: Playthrough) -> set[tuple[str, int]]:
    """Return how many important questions were left unasked in each interview that was left."""
    left = (one.hub for one in find_missed(story, play.steps) if one.hub != play.state.node)
    return set(Counter(left).items())


def _leaving(steps: Sequence[Step], hubs: Iterable[tuple[str, int]]) -> int:
    """Return the position of the first decision that left one of some interviews for good."""
    names = {name for name, _ in hubs}
    last = {step.node: position for position, step in enumerate(steps) if step.node in names}
    return min(last.values(), default=len(steps) - 1)
