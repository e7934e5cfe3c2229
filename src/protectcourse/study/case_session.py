"""Playing a case: scene by scene, decision by decision, to an ending and its debrief."""

import json
import secrets

from protectcourse.course.outline import UnitOutline
from protectcourse.course.plain_form import decode, encode
from protectcourse.errors import ScenarioError
from protectcourse.progress.copies import pack_copy
from protectcourse.progress.events import CaseBegun, CaseFinished, DecisionMade, Event
from protectcourse.progress.projections import CaseAttempt
from protectcourse.scenario.debrief import Debrief, debrief
from protectcourse.scenario.engine import choose
from protectcourse.scenario.hashes import flow_hash, wording_hash
from protectcourse.scenario.model import Case
from protectcourse.scenario.moments import Moment, moment
from protectcourse.scenario.replay import replay
from protectcourse.scenario.state import State
from protectcourse.scenario.steps import Step
from protectcourse.scenario.story import Story, compile_story
from protectcourse.study.citing import Footnote, footnotes
from protectcourse.study.durations import whole_minutes
from protectcourse.study.enrolment import Enrolment


class CaseSession:
    """One sitting with a case. Every decision is saved before its consequence shows."""

    def __init__(self, enrolment: Enrolment, unit: UnitOutline) -> None:
        self.unit = unit
        self.case: Case = enrolment.course.case(unit.id)
        self.short_form = False
        """Whether sensitive scenes show their short text; what is recorded does not tell."""
        self.steps: tuple[Step, ...] = ()
        """What has been decided so far, in order."""
        self._enrolment = enrolment
        self._key = enrolment.key(unit.id)
        self._attempt: CaseAttempt | None = None
        self._story: Story | None = None
        self._state: State | None = None
        self._began = enrolment.clock.now()

    @property
    def not_saved(self) -> str:
        """Why the latest step could not be saved yet; empty where it was."""
        return self._enrolment.not_saved

    @property
    def is_under_way(self) -> bool:
        """Whether a play was begun and not ended."""
        return self._enrolment.progress.open_case(self._key) is not None

    @property
    def is_ended(self) -> bool:
        """Whether the play has come to an ending."""
        return bool(self.steps) and self.steps[-1].ended

    def begin(self) -> Moment:
        """Begin a new play."""
        event = CaseBegun(
            unit=self._key,
            attempt=self._enrolment.progress.next_attempt(self._key),
            version=self.case.version,
            flow=flow_hash(self.case),
            wording=wording_hash(self.case),
            assessed=1,
            seed=secrets.randbits(32),
            copy=pack_copy(json.dumps(encode(self.case), ensure_ascii=False)),
        )
        self._enrolment.record(event)
        return self.open()

    def open(self) -> Moment:
        """Go on with the play under way, at the very scene. Raises ScenarioError if there is none.

        An author's edit of the wording shows; where the flow was changed, the play goes on in the
        case as it was when it began.
        """
        return self._resume(self._enrolment.progress.open_case(self._key))

    def open_finished(self) -> Moment:
        """Return to the latest play that ended. Raises ScenarioError if there is none."""
        return self._resume(self._enrolment.progress.finished_case(self._key))

    @property
    def has_ended_play(self) -> bool:
        """Whether the latest play ended and can be looked back on."""
        play = self._enrolment.progress.finished_case(self._key)
        return not self.is_under_way and play is not None and bool(play.packed)

    def _resume(self, attempt: CaseAttempt | None) -> Moment:
        if attempt is None:
            raise ScenarioError("no play of this case is under way", "Begin it again.")
        if attempt.flow != flow_hash(self.case):
            self.case = decode(Case, json.loads(attempt.copy))
        self._attempt = attempt
        self._story = compile_story(self.case)
        played = replay(
            self._story, attempt.seed, [(node, taken) for node, taken in attempt.decisions]
        )
        self.steps, self._state = played.steps, played.state
        self._began = self._enrolment.clock.now()
        return self.moment()

    def moment(self) -> Moment:
        """Return what is to be shown now."""
        attempt, story, state = self._under_way()
        return moment(story, state, seed=attempt.seed, past=self.steps, short_form=self.short_form)

    def choose(self, choice: str, seconds: int) -> Moment:
        """Save a decision (with the ending, if it led to one), then return what follows.

        Raises ScenarioError for what cannot be chosen now.
        """
        attempt, story, state = self._under_way()
        step = choose(story, state, choice)
        self.steps, self._state = (*self.steps, step), step.state
        events: list[Event] = [
            DecisionMade(
                unit=self._key,
                attempt=attempt.number,
                node=step.node,
                choice=step.decision.taken,
                rating=step.rating.value if step.rating else "",
                next=step.next,
                seconds=seconds,
            )
        ]
        if step.ended:
            events.append(self._finish(attempt))
        self._enrolment.record(*events)
        return self.moment()

    def debrief(self) -> Debrief:
        """Return the play looked back on. Raises ScenarioError if it has not ended."""
        _, story, _ = self._under_way()
        usual_mark = self._enrolment.course.outline.case_pass
        seen = self._enrolment.progress.endings_seen(self._key)
        return debrief(story, self.steps, usual_mark=usual_mark, endings_seen=seen)

    def latest_notes(self) -> tuple[Footnote, ...]:
        """Return the sources of the latest decision."""
        return self.notes(self.steps[-1].sources if self.steps else ())

    def notes(self, sources: tuple[str, ...]) -> tuple[Footnote, ...]:
        """Return some sources as footnotes."""
        return footnotes([], sources, self._enrolment.course.sources)

    def competency(self, name: str) -> str:
        """Return a competency in words."""
        return self._enrolment.course.outline.competencies.get(name, name)

    def _finish(self, attempt: CaseAttempt) -> CaseFinished:
        result = self.debrief()
        return CaseFinished(
            unit=self._key,
            attempt=attempt.number,
            ending=result.ending_id,
            competencies={
                one.score.competency: one.score.percent * 100 for one in result.competencies
            },
            red_lines=len(result.red_lines),
            passed=int(result.passed),
            minutes=whole_minutes(self._enrolment.clock.now() - self._began),
        )

    def _under_way(self) -> tuple[CaseAttempt, Story, State]:
        if self._attempt is None or self._story is None or self._state is None:
            raise ScenarioError("no play of this case is under way", "Begin it again.")
        return self._attempt, self._story, self._state
