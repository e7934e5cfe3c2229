"""Who could go on with a case after an edit: plays of the old version, tried in the new one."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from protectcourse.errors import ScenarioError
from protectcourse.scenario.hashes import flow_hash
from protectcourse.scenario.model import Case
from protectcourse.scenario.partial_plays import play_model, play_part
from protectcourse.scenario.revision import Fit, fit_revision
from protectcourse.scenario.steps import Decision
from protectcourse.scenario.story import Story, compile_story

Sort = Literal["model play", "by chance", "under way"]


class GoingOn(NamedTuple):
    """How one play of the old version fits the new one."""

    sort: Sort
    name: str
    fit: Fit
    decision: int | None
    """The number of the first decision that does not fit, counted from 1."""
    taken: str
    """That decision, such as `consent.explain`; empty where all fit."""
    of: int
    """How many decisions the play has."""


def try_plays(old: Case, new: Case, by_chance: int) -> list[GoingOn]:
    """Return how the model plays of the old case, and some by chance, fit the new one.

    Raises ScenarioError if one of the two has an error that keeps it from being played.
    """
    try:
        before, after = compile_story(old), compile_story(new)
    except ScenarioError as error:
        message = f"`{new.scenario}` cannot be played: {error.message}"
        raise ScenarioError(message, error.hint) from error
    plays = [*_model_plays(before), *_chance_plays(before, by_chance)]
    is_same = flow_hash(old) == flow_hash(new)
    return [_fit(before, after, play, is_same=is_same) for play in plays]


class _Play(NamedTuple):
    sort: Sort
    name: str
    seed: int
    decisions: Sequence[Decision]


def _model_plays(story: Story) -> Iterator[_Play]:
    for name, test in story.case.tests.items():
        yield _Play("model play", name, 0, play_model(story, test))


def _chance_plays(story: Story, count: int) -> Iterable[_Play]:
    return (_Play("by chance", str(seed), seed, play_part(story, seed)) for seed in range(count))


def _fit(before: Story, after: Story, play: _Play, *, is_same: bool) -> GoingOn:
    total = len(play.decisions)
    if is_same:
        return GoingOn(play.sort, play.name, Fit.SAME, None, "", total)
    revision = fit_revision(before, after, play.seed, play.decisions)
    if revision.at is None:
        return GoingOn(play.sort, play.name, revision.fit, None, "", total)
    return GoingOn(
        play.sort,
        play.name,
        revision.fit,
        revision.at + 1,
        decision_words(play.decisions[revision.at]),
        total,
    )


def decision_words(decision: Decision) -> str:
    """Return a decision as its author would name it; a checklist by its node alone."""
    taken = decision.taken
    return f"{decision.node}.{taken}" if isinstance(taken, str) else decision.node
