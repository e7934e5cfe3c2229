"""Playing a case: scene by scene, decision by decision, to an ending and its debrief."""

import json
import secrets

from protectcourse.course.outline import UnitOutline
from protectcourse.course.plain_form import decode, encode
from protectcourse.progress.events import CaseBegun, CaseFinished, DecisionMade, Event
from protectcourse.progress.projections import CaseAttempt
from protectcourse.scenario.debrief import Debrief, debrief
from protectcourse.scenario.engine import Moment, State, Step, choose, moment
from protectcourse.scenario.hashes import flow_hash, wording_hash
from protectcourse.scenario.model import Case
from protectcourse.scenario.replay import replay
from protectcourse.scenario.story import Story, compile_story
from protectcourse.study.enrolment import Enrolment

LONGEST_MINUTES = 240


class CaseSession:
    """One sitting with a case. Every decision is saved before its consequence shows."""

    def __init__(self, enrolment: Enrolment, unit: UnitOutline, *, short_form: bool = False) -> None:
        self.unit = unit
        self.case: Case = enrolment.course.case(unit.id)
        self.short_form = short_form
        self._enrolment = enrolment
        self._key = enrolment.key(unit.id)
        self._attempt: CaseAttempt | None = None
        self._story: Story | None = None
        self.steps: list[Step] = []
        """What has been decided so far, in order."""
        self.not_saved = ""
