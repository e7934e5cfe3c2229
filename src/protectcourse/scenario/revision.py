"""What an author's edit does to a play under way: nothing, a quiet move over, or an end of it."""

from collections.abc import Iterable
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


def fit_revision(
    old: Story, new: Story, seed: int, decisions: Iterable[tuple[str, str | Answers]]
) -> Revision:
    """Return how decisions taken in the old case fit the new one."""
    taken = list(decisions)
    before, after = replay(old, seed, taken), replay(new, seed, taken)
    pairs = list(zip(before.steps, after.steps, strict=False))
    led_alike = all(stands_for(new, one.next, other.next) for one, other in pairs)
    if after.diverged_at is not None or not led_alike:
        return Revision(Fit.DIVERGED, after)
    counted_alike = all(_counts(one) == _counts(other) for one, other in pairs)
    if counted_alike and _missed(old, before) == _missed(new, after):
        return Revision(Fit.MIGRATED, after)
    return Revision(Fit.RESCORED, after)


def _counts(step: Step) -> object:
    """Return what a decision counts for."""
    lines = [(mark.points, mark.competencies) for mark in step.marks]
    return step.rating, step.competencies, lines


def _missed(story: Story, play: Playthrough) -> int:
    """Return how many important questions were left unasked in interviews that were left."""
    return sum(one.hub != play.state.node for one in find_missed(story, play.steps))
