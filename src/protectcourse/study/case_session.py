"""Playing a case: scene by scene, decision by decision, to an ending and its debrief."""

from collections.abc import Mapping
from dataclasses import replace

from protectcourse.course.outline import UnitOutline
from protectcourse.errors import ScenarioError
from protectcourse.progress.events import Event
from protectcourse.progress.projections import CaseAttempt
from protectcourse.scenario.debrief import Debrief, debrief
from protectcourse.scenario.engine import answer_checklist, begin, choose
from protectcourse.scenario.model import Case
from protectcourse.scenario.moments import Moment, moment
from protectcourse.scenario.replay import replay
from protectcourse.scenario.revision import Fit
from protectcourse.scenario.state import State
from protectcourse.scenario.steps import Step
from protectcourse.scenario.story import Story, compile_story
from protectcourse.study.case_entries import (
    decision_made,
    run_begun,
    run_finished,
    run_revised,
    run_rewound,
)
from protectcourse.study.case_runs import Run, list_runs
from protectcourse.study.case_ways_on import WayOn, decisions_of, find_way_on, unpack_case
from protectcourse.study.citing import Footnote, ShortNames, footnotes
from protectcourse.study.durations import whole_minutes
from protectcourse.study.enrolment import Enrolment


class CaseSession:
    """One sitting with a case. Every decision is saved before its consequence shows."""

    def __init__(self, enrolment: Enrolment, unit: UnitOutline) -> None:
        self.unit = unit
        self.case: Case = enrolment.course.case(unit.id)
        """The case as it is played: as it stands in the course, or as it was when begun."""
        self.is_short_suggested = enrolment.organisation.suggests_short_form(unit.id)
        """Whether the learner's organisation has the short form in mind."""
        self.short_form = self.is_short_suggested
        """Whether sensitive scenes show their short text; what is recorded does not tell."""
        self.steps: tuple[Step, ...] = ()
        """What has been decided so far, in order."""
        self.scenes: tuple[Moment, ...] = ()
        """The scene in which each step was decided."""
        self.decided_here = False
        """Whether anything was decided since the play was opened."""
        self._enrolment = enrolment
        self._key = enrolment.key(unit.id)
        self._newest = self.case
        self._attempt: CaseAttempt | None = None
        self._story: Story | None = None
        self._state: State | None = None
        self._began = enrolment.clock.now()

    # how things stand

    @property
    def not_saved(self) -> str:
        """Why the latest step could not be saved yet; empty where it was."""
        return self._enrolment.not_saved

    @property
    def is_under_way(self) -> bool:
        """Whether a play was begun and not ended."""
        return self._enrolment.progress.open_case(self._key) is not None

    @property
    def has_ended_play(self) -> bool:
        """Whether the latest play ended and can be looked back on."""
        play = self._enrolment.progress.finished_case(self._key)
        return not self.is_under_way and play is not None and unpack_case(play) is not None

    @property
    def is_ended(self) -> bool:
        """Whether the play has come to an ending."""
        return bool(self.steps) and self.steps[-1].ended

    @property
    def is_practice(self) -> bool:
        """Whether the play was taken up from the middle of an earlier one, and does not count."""
        return self._attempt is not None and self._attempt.practice

    @property
    def is_practice_under_way(self) -> bool:
        """Whether the play that would be gone on with is practice."""
        play = self._enrolment.progress.open_case(self._key)
        return play is not None and play.practice

    @property
    def is_passed(self) -> bool:
        """Whether some play that counts has passed; practice never takes that away."""
        return self._enrolment.progress.is_passed(self._key)

    @property
    def has_short_form(self) -> bool:
        """Whether some scene has a shorter text, with fewer details."""
        return any(node.short for node in self.case.nodes.values())

    @property
    def support(self) -> str:
        """Where to turn when a grave case comes close; empty for others, or where none is named."""
        return self._enrolment.support if self.unit.sensitivity >= "S2" else ""

    @property
    def short_names(self) -> ShortNames:
        """How the texts of the case show what they cite."""
        return ShortNames(self._enrolment.course.sources)

    def runs(self) -> tuple[Run, ...]:
        """Return all plays of the case, this one included."""
        plays = self._enrolment.progress.cases.get(self._key, [])
        return list_runs(plays, self.case.endings)

    # opening

    def begin(self) -> Moment:
        """Begin a new play, which counts. An earlier one that was not finished stays on record."""
        number = self._enrolment.progress.next_attempt(self._key)
        mark = self._enrolment.course.outline.case_pass
        self._enrolment.record(run_begun(self._key, number, self._newest, mark))
        return self.open()

    def find_way_on(self) -> WayOn:
        """Return how the play under way fits the case as it stands now.

        Raises ScenarioError if no play is under way.
        """
        return find_way_on(self._open_attempt(), self._newest)

    def open(self) -> Moment:
        """Go on with the play under way, at the very scene.

        In the case as it stands now wherever the decisions fit it; otherwise in the case as it was
        when the play began. Raises ScenarioError if no play is under way.
        """
        attempt, way = self._open_attempt(), self.find_way_on()
        if way.fit is Fit.MIGRATED and way.case is not None:
            revised = run_revised(self._key, attempt.number, way.case, way.decisions)
            self._enrolment.record(revised)
        return self._resume(attempt, way.case)

    def open_revised(self) -> Moment:
        """Go on in the case as it was revised, where the learner was asked and wants that.

        Decisions that it does not keep are taken anew. They stay on record, and the play counts as
        it did: whoever begins again knows just as much, and that counts too. Raises ScenarioError
        if there is no play under way, or nothing of it to keep.
        """
        attempt, onward = self._open_attempt(), self.find_way_on().onward
        if onward is None:
            raise ScenarioError("no decision of this play fits the revised case", "Begin it again.")
        revised = run_revised(self._key, attempt.number, onward.case, onward.decisions)
        self._enrolment.record(revised)
        return self._resume(attempt, onward.case)

    def open_finished(self) -> Moment:
        """Return to the latest play that ended, in the case as it was then: its result stands.

        Raises ScenarioError if there is none.
        """
        attempt = self._enrolment.progress.finished_case(self._key)
        if attempt is None:
            raise _not_under_way()
        return self._resume(attempt, unpack_case(attempt))

    def rewind(self, kept: int) -> Moment:
        """Play again after the first `kept` decisions of an ended play, as practice.

        The play itself stays as it is. Raises ScenarioError if it has not ended.
        """
        earlier, _, _ = self._playing()
        if not self.is_ended or not 0 <= kept < len(self.steps):
            raise ScenarioError("only a play that has ended can be gone back in", "Play it first.")
        number = self._enrolment.progress.next_attempt(self._key)
        self._enrolment.record(run_rewound(self._key, number, earlier, kept))
        return self._resume(self._open_attempt(), self.case)

    def _open_attempt(self) -> CaseAttempt:
        attempt = self._enrolment.progress.open_case(self._key)
        if attempt is None:
            raise _not_under_way()
        return attempt

    def _resume(self, attempt: CaseAttempt, case: Case | None) -> Moment:
        if case is None:
            raise ScenarioError("the copy of the case as it was is damaged", "Begin it again.")
        self.case, self._attempt, self._story = case, attempt, self._compile(case, attempt.seed)
        played = replay(self._story, attempt.seed, decisions_of(attempt))
        self.steps, self._state = played.steps, played.state
        self.scenes = self._scenes_of(self._story, attempt.seed)
        self.decided_here = False
        self._began = self._enrolment.clock.now()
        return self.moment()

    def _compile(self, case: Case, seed: int) -> Story:
        """Return a case ready to be played with a seed."""
        del seed  # a preview may begin from the middle, in a state that the seed completes
        return compile_story(case)

    # playing

    def moment(self) -> Moment:
        """Return what is to be shown now."""
        attempt, story, state = self._playing()
        return moment(story, state, seed=attempt.seed, past=self.steps, short_form=self.short_form)

    def _scenes_of(self, story: Story, seed: int) -> tuple[Moment, ...]:
        states = [begin(story, seed), *(step.state for step in self.steps)]
        return tuple(
            moment(story, states[n], seed=seed, past=self.steps[:n], short_form=self.short_form)
            for n in range(len(self.steps))
        )

    def choose(self, choice: str, seconds: int) -> Moment:
        """Save a decision (with the ending, if it led to one), then return what follows.

        Raises ScenarioError for what cannot be chosen now.
        """
        _, story, state = self._playing()
        return self._take(choose(story, state, choice), seconds)

    def answer(self, answers: Mapping[str, str], seconds: int) -> Moment:
        """Save the answers of a checklist, by element, then return what follows.

        Raises ScenarioError where one is missing, or the play is at no checklist.
        """
        _, story, state = self._playing()
        return self._take(answer_checklist(story, state, answers), seconds)

    def _take(self, step: Step, seconds: int) -> Moment:
        attempt, _, _ = self._playing()
        self.scenes = (*self.scenes, self.moment())
        self.steps, self._state = (*self.steps, step), step.state
        self.decided_here = True
        events: list[Event] = [decision_made(self._key, attempt.number, step, seconds)]
        if step.ended:
            minutes = whole_minutes(self._enrolment.clock.now() - self._began)
            events.append(run_finished(self._key, attempt, self.debrief(), minutes))
        self._enrolment.record(*events)
        return self.moment()

    def _playing(self) -> tuple[CaseAttempt, Story, State]:
        if self._attempt is None or self._story is None or self._state is None:
            raise _not_under_way()
        return self._attempt, self._story, self._state

    # looking back

    def debrief(self) -> Debrief:
        """Return the play looked back on. Raises ScenarioError if it has not ended."""
        attempt, story, _ = self._playing()
        mark = attempt.mark or self._enrolment.course.outline.case_pass
        seen = self._enrolment.progress.endings_seen(self._key)
        return debrief(story, self.steps, usual_mark=mark, endings_seen=seen)

    def latest_notes(self) -> tuple[Footnote, ...]:
        """Return the sources of the latest decision."""
        if not self.steps:
            return ()
        step = self.steps[-1]
        return self.notes((*step.sources, *(name for mark in step.marks for name in mark.sources)))

    def notes(self, sources: tuple[str, ...]) -> tuple[Footnote, ...]:
        """Return some sources as footnotes; those that only the case names by its citation."""
        known, own = self._enrolment.course.sources, self.case.sources
        return tuple(
            note
            if note.source_id in known or note.source_id not in own
            else replace(note, name=own[note.source_id], about="named in this case")
            for note in footnotes([], sources, known)
        )

    def competency(self, name: str) -> str:
        """Return a competency in words."""
        return self._enrolment.course.outline.competencies.get(name, name.replace("_", " "))


def _not_under_way() -> ScenarioError:
    return ScenarioError("no play of this case is under way", "Begin it again.")
