"""A case as its author tries it out while editing it.

The log of a preview is thrown away, so what it amounts to is changed in place.
"""

import secrets
from dataclasses import replace

from protectcourse.course.outline import UnitOutline
from protectcourse.progress.projections import CaseAttempt
from protectcourse.scenario.hashes import flow_hash
from protectcourse.scenario.model import Case
from protectcourse.scenario.moments import Moment
from protectcourse.scenario.openings import Opening, open_story
from protectcourse.scenario.replay import Playthrough, replay
from protectcourse.scenario.revision import Fit
from protectcourse.scenario.state import State
from protectcourse.scenario.steps import Decision
from protectcourse.scenario.story import Story, compile_story
from protectcourse.study.case_entries import run_begun
from protectcourse.study.case_session import CaseSession
from protectcourse.study.case_ways_on import WayOn, decisions_of, pack_case
from protectcourse.study.enrolment import Enrolment

AT_THE_START = Opening()


class PreviewCase(CaseSession):
    """A sitting with a case that is being edited, from its start or from wherever was asked for.

    The play that is there goes over to the case as it stands now, as far as its decisions fit.
    """

    def __init__(
        self,
        enrolment: Enrolment,
        unit: UnitOutline,
        *,
        opening: Opening = AT_THE_START,
        seed: int | None = None,
    ) -> None:
        """Take a case, where its plays begin, and the seed of each.

        Raises SettingsError where the case has no such place to begin.
        """
        super().__init__(enrolment, unit)
        self._opening, self._seed = opening, seed
        self._compile(self.case, 0)
        self.said = ""
        """At which decision the play no longer fits the case; empty where all of it fits."""
        plays = enrolment.progress.cases.get(self._key, [])
        if plays and not plays[-1].past:
            self._carry_over(plays[-1])

    @property
    def standing(self) -> tuple[Story, State] | None:
        """The case ready to be played, and where the play stands; None before it begins."""
        if self._story is None or self._state is None:
            return None
        return self._story, self._state

    def begin(self) -> Moment:
        """Begin a new play."""
        number = self._enrolment.progress.next_attempt(self._key)
        seed = secrets.randbits(32) if self._seed is None else self._seed
        begun = run_begun(self._key, number, self._newest, self._enrolment.course.outline.case_pass)
        self._enrolment.record(replace(begun, seed=seed))
        return self.open()

    def find_way_on(self) -> WayOn:
        """Return that the play goes on as it stands: it has been brought over already."""
        return WayOn(Fit.SAME, self._newest, decisions_of(self._open_attempt()))

    def return_to_play(self) -> Moment:
        """Open the latest play where it stands, ended or not."""
        return self.open() if self.is_under_way else self.open_finished()

    def _compile(self, case: Case, seed: int) -> Story:
        return open_story(compile_story(case), self._opening, seed)

    def _carry_over(self, play: CaseAttempt) -> None:
        """Bring a play over to the case as it stands now."""
        case, decisions = self._newest, decisions_of(play)
        story = self._compile(case, play.seed)
        played = replay(story, play.seed, decisions)
        if played.diverged_at is not None:
            self.said = _parting_words(played, decisions[played.diverged_at])
        play.version, play.flow, play.packed = case.version, flow_hash(case), pack_case(case)
        play.decisions = [list(step.decision) for step in played.steps]
        play.ending = played.state.node if played.state.node in story.endings else ""
        if play.ending:
            self._resume(play, case)
            play.passed = self.debrief().passed and not play.practice


def _parting_words(played: Playthrough, decision: Decision) -> str:
    """Return at which decision a play no longer fits, and where it stands instead."""
    number, here = len(played.steps) + 1, played.state.node
    if decision.node == here:
        what = f"`{decision.taken}`" if isinstance(decision.taken, str) else "its list of answers"
        why = f"{what} can no longer be taken in `{here}`"
    else:
        why = f"it was taken in `{decision.node}`, and the play now comes to `{here}`"
    return f"Decision {number} no longer fits: {why}. The preview stands before it."
