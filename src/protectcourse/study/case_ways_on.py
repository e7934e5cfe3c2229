"""How a run of a case goes on, in the case as it stands now or as it was when the run began."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from protectcourse.course.plain_form import decode, encode
from protectcourse.progress.copies import pack_copy
from protectcourse.progress.projections import CaseAttempt
from protectcourse.scenario.hashes import flow_hash
from protectcourse.scenario.model import Case
from protectcourse.scenario.replay import replay
from protectcourse.scenario.revision import Fit, Revision, fit_revision
from protectcourse.scenario.steps import Decision
from protectcourse.scenario.story import compile_story


class Onward(NamedTuple):
    """A run as it stands in the case as it was revised."""

    case: Case
    decisions: Sequence[Decision]
    """Those that it keeps, as the revised case calls them."""


class WayOn(NamedTuple):
    """How a run under way goes on."""

    fit: Fit
    case: Case | None
    """The case to go on in; None where the run fits none that is left."""
    decisions: Sequence[Decision]
    """Those of the run, as that case calls them."""
    onward: Onward | None = None
    """The other way, for a learner who is asked: in the revised case, with the decisions before the
    first that no longer fits it, or with all where some only count differently. None where not one
    is left to keep."""


def find_way_on(attempt: CaseAttempt, newest: Case) -> WayOn:
    """Return how a run goes on, given the case as it stands now.

    The pass marks stay those that the run was begun with.
    """
    decisions, begun = decisions_of(attempt), unpack_case(attempt)
    if attempt.flow == flow_hash(newest):
        case = _with_marks(newest, begun)
        played = replay(compile_story(case), attempt.seed, decisions)
        if played.diverged_at is None:
            return WayOn(Fit.SAME, case, decisions)
        return WayOn(Fit.DIVERGED, None, decisions)
    if begun is None:
        return WayOn(Fit.DIVERGED, None, decisions)
    old, new = compile_story(begun), compile_story(newest)
    revision = fit_revision(old, new, attempt.seed, decisions)
    if revision.fit is Fit.MIGRATED:
        renamed = [step.decision for step in revision.play.steps]
        return WayOn(Fit.MIGRATED, _with_marks(newest, begun), renamed)
    return WayOn(revision.fit, begun, decisions, _onward(revision, _with_marks(newest, begun)))


def _onward(revision: Revision, newest: Case) -> Onward | None:
    steps = revision.play.steps
    kept = steps[: revision.at] if revision.fit is Fit.DIVERGED else steps
    return Onward(newest, [step.decision for step in kept]) if kept else None


def pack_case(case: Case) -> str:
    """Return a compressed copy of a case, to be kept with a run."""
    return pack_copy(json.dumps(encode(case), ensure_ascii=False))


def unpack_case(attempt: CaseAttempt) -> Case | None:
    """Return the case as a run has it, None where its copy cannot be read."""
    try:
        return decode(Case, json.loads(attempt.copy))
    except (ValueError, KeyError, TypeError):
        return None


def decisions_of(attempt: CaseAttempt) -> list[Decision]:
    """Return the decisions of a run."""
    return [Decision(node, taken) for node, taken in attempt.decisions]


def _with_marks(newest: Case, begun: Case | None) -> Case:
    return newest if begun is None else replace(newest, rubric=begun.rubric)
