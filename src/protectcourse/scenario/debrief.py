"""What is said after a case: how it ended and, apart from that, how it was decided."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from protectcourse.errors import ScenarioError
from protectcourse.scenario.nodes import Ending, Rating, is_better
from protectcourse.scenario.playable import Verdict
from protectcourse.scenario.scoring import (
    USUAL_MARK,
    CompetencyScore,
    Missed,
    Score,
    score,
)
from protectcourse.scenario.steps import BestChoice, ElementMark, Fact, Step, StepKind
from protectcourse.scenario.story import Story

RATING_WORDS: Mapping[Rating, str] = {
    Rating.BEST: "the best choice here",
    Rating.ACCEPTABLE: "acceptable",
    Rating.HARMFUL: "harmful",
    Rating.RED_LINE: "a red line",
}
ANSWER_WORDS: Mapping[Verdict, str] = {
    "met": "met",
    "not_met": "not met",
    "unclear": "not enough information",
}
"""The answers of a checklist, in the order of their digits."""
UNEXPLAINED: Mapping[Verdict, str] = {
    "met": "What is known shows it.",
    "not_met": "What is known speaks against it.",
    "unclear": "Nothing that was found out shows it.",
}
"""Why an answer of a checklist is right, where the author does not say."""
NEARLY = 15
"""Percent below the mark that still count as nearly there."""


class Standing(StrEnum):
    """A competency in words."""

    STRONG = "strong"
    REACHED = "reached"
    NEARLY = "nearly there"
    NOT_YET = "not yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedDecision:
    """One decision looked back on."""

    node: str
    kind: StepKind
    text: str
    """What was chosen; of a checklist the text of its node."""
    rating: Rating | None
    words: str
    """The rating in words; empty where there is none."""
    reason: str
    sources: tuple[str, ...]
    better: BestChoice | None
    """The best choice that was open, where it was not the one taken.

    None for a question: the others could still be asked, and what was missed is told apart.
    """
    marks: tuple[ElementMark, ...]
    """The lines of a checklist."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedCompetency:
    """One competency: its score and what it comes to."""

    score: CompetencyScore
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Debrief:
    """A finished play looked back on. The ending and the decisions are spoken of apart."""

    ending_id: str
    ending: Ending
    decisions: tuple[ReviewedDecision, ...]
    """Every step, in order; a front end may leave out those without rating and marks."""
    found: tuple[Fact, ...]
    not_found: tuple[Fact, ...]
    missed: tuple[Missed, ...]
    red_lines: tuple[ReviewedDecision, ...]
    competencies: tuple[ReviewedCompetency, ...]
    score: Score
    endings_seen: int
    """How many of the endings the learner has come to, this one included."""
    endings: int

    @property
    def passed(self) -> bool:
        """Whether the play passes."""
        return self.score.passed

    @property
    def well_but_badly_ended(self) -> bool:
        """Whether the decisions were good and the outcome was bad: that happens, and is said."""
        return self.passed and self.ending.outcome == "bad"

    @property
    def badly_but_well_ended(self) -> bool:
        """Whether the outcome was good although the decisions were not."""
        return not self.passed and self.ending.outcome == "good"


def debrief(
    story: Story,
    steps: Sequence[Step],
    *,
    usual_mark: int = USUAL_MARK,
    endings_seen: Collection[str] = (),
) -> Debrief:
    """Return the debrief of a finished play; `endings_seen` are the ids seen in earlier ones.

    Raises ScenarioError if the play has not ended.
    """
    if not steps or not steps[-1].ended:
        raise ScenarioError("the case has not ended yet", "Play it to its end first.")
    result = score(story, steps, usual_mark)
    decisions = tuple(_review(step) for step in steps)
    ending = steps[-1].next
    found = tuple(fact for step in steps for fact in step.facts)
    facts = [Fact(name, sentence) for name, sentence in story.case.track.facts.items()]
    return Debrief(
        ending_id=ending,
        ending=story.endings[ending],
        decisions=decisions,
        found=found,
        not_found=tuple(fact for fact in facts if fact not in found),
        missed=result.missed,
        red_lines=tuple(one for one in decisions if one.rating is Rating.RED_LINE),
        competencies=tuple(
            ReviewedCompetency(score=one, standing=_standing(one)) for one in result.competencies
        ),
        score=result,
        endings_seen=len(({*endings_seen} & story.endings.keys()) | {ending}),
        endings=len(story.endings),
    )


def _review(step: Step) -> ReviewedDecision:
    best = None if step.kind == "question" else step.best_available
    return ReviewedDecision(
        node=step.node,
        kind=step.kind,
        text=step.text,
        rating=step.rating,
        words=RATING_WORDS[step.rating] if step.rating is not None else "",
        reason=step.reason,
        sources=step.sources,
        better=best if best and step.rating and is_better(best.rating, step.rating) else None,
        marks=step.marks,
    )


def _standing(result: CompetencyScore) -> Standing:
    if result.reached:
        return Standing.STRONG if result.earned == result.offered else Standing.REACHED
    return Standing.NEARLY if result.percent >= result.mark - NEARLY else Standing.NOT_YET
