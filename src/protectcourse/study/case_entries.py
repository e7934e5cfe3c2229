"""What is recorded of a run of a case."""

import secrets
from collections.abc import Sequence

from protectcourse.progress.events import (
    CaseBegun,
    CaseFinished,
    CaseRevised,
    CaseRewound,
    DecisionMade,
)
from protectcourse.progress.projections import CaseAttempt
from protectcourse.scenario.debrief import Debrief
from protectcourse.scenario.hashes import flow_hash, wording_hash
from protectcourse.scenario.model import Case
from protectcourse.scenario.steps import Decision, Step
from protectcourse.study.case_ways_on import pack_case


def run_begun(unit: str, number: int, case: Case, mark: int) -> CaseBegun:
    """Return that a run begins, under the usual pass mark as it is now."""
    return CaseBegun(
        unit=unit,
        attempt=number,
        version=case.version,
        flow=flow_hash(case),
        wording=wording_hash(case),
        assessed=1,
        mark=mark,
        seed=secrets.randbits(32),
        copy=pack_case(case),
    )


def run_rewound(unit: str, number: int, earlier: CaseAttempt, kept: int) -> CaseRewound:
    """Return that a run begins with the first decisions of an earlier one."""
    return CaseRewound(
        unit=unit,
        attempt=number,
        of=earlier.number,
        kept=kept,
        version=earlier.version,
        flow=earlier.flow,
    )


def run_revised(unit: str, number: int, case: Case, decisions: Sequence[Decision]) -> CaseRevised:
    """Return that a run goes on in a revised case, with its decisions as they are called there."""
    return CaseRevised(
        unit=unit,
        attempt=number,
        version=case.version,
        flow=flow_hash(case),
        wording=wording_hash(case),
        decisions=decisions,
        copy=pack_case(case),
    )


def decision_made(unit: str, number: int, step: Step, seconds: int) -> DecisionMade:
    """Return that a decision was taken."""
    return DecisionMade(
        unit=unit,
        attempt=number,
        node=step.node,
        choice=step.decision.taken,
        rating=step.rating.value if step.rating else "",
        next=step.next,
        seconds=seconds,
    )


def run_finished(unit: str, attempt: CaseAttempt, result: Debrief, minutes: int) -> CaseFinished:
    """Return that a run came to an ending; practice is said to be practice, and never passes."""
    scores = [one.score for one in result.competencies]
    return CaseFinished(
        unit=unit,
        attempt=attempt.number,
        ending=result.ending_id,
        competencies={score.competency: score.percent * 100 for score in scores},
        red_lines=len(result.red_lines),
        passed=int(result.passed and not attempt.practice),
        minutes=minutes,
        assessed=int(not attempt.practice),
    )
