"""What a play is worth, per competency. Nothing makes up for a red line.

Each rated decision is out of two points and counts the first time only; so does each line of a
checklist. An important question left unasked when its hub is left counts nothing out of two.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from protectcourse.scenario.nodes import Rating
from protectcourse.scenario.steps import FULL_POINTS, Step
from protectcourse.scenario.story import Story

USUAL_MARK = 70
"""Percent, where neither the case nor its course says otherwise."""


class Missed(NamedTuple):
    """An important question that was not asked."""

    hub: str
    question: str
    text: str
    competencies: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetencyScore:
    """What the decisions for one competency earned, out of what they could have."""

    competency: str
    earned: int
    offered: int
    mark: int
    """Percent that is needed."""

    @property
    def percent(self) -> int:
        """Whole percent, rounded down."""
        return 100 * self.earned // self.offered

    @property
    def reached(self) -> bool:
        """Whether the mark is reached."""
        return 100 * self.earned >= self.mark * self.offered


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What a play is worth; the ending does not enter into it."""

    competencies: tuple[CompetencyScore, ...]
    """Those that a decision was for, in the order first met."""
    overall: CompetencyScore
    """All decisions together, those for no competency too; its competency is empty."""
    red_lines: tuple[Step, ...]
    missed: tuple[Missed, ...]

    @property
    def passed(self) -> bool:
        """Whether every competency reached its mark and no red line was crossed.

        Where no decision was for any competency, all decisions together must reach the usual mark.
        """
        counted = self.competencies or ((self.overall,) if self.overall.offered else ())
        return not self.red_lines and all(score.reached for score in counted)


class _Points(NamedTuple):
    competencies: tuple[str, ...]
    earned: int
    offered: int = FULL_POINTS


def score(story: Story, steps: Sequence[Step], usual_mark: int = USUAL_MARK) -> Score:
    """Return what a finished play is worth; `usual_mark` counts where the rubric is silent."""
    missed = find_missed(story, steps)
    points = [*_decided(steps), *(_Points(question.competencies, 0) for question in missed)]
    names = dict.fromkeys(name for point in points for name in point.competencies)
    rubric = story.case.rubric
    return Score(
        competencies=tuple(
            _sum(
                name,
                [point for point in points if name in point.competencies],
                rubric.get(name, usual_mark),
            )
            for name in names
        ),
        overall=_sum("", points, usual_mark),
        red_lines=tuple(step for step in steps if step.rating is Rating.RED_LINE),
        missed=missed,
    )


def find_missed(story: Story, steps: Sequence[Step]) -> tuple[Missed, ...]:
    """Return the important questions of the hubs entered that were never asked."""
    asked = {(step.node, step.choice) for step in steps if step.kind == "question"}
    entered = dict.fromkeys([step.node for step in steps])
    return tuple(
        Missed(hub, name, option.text, option.competencies)
        for hub in entered
        for name in story.nodes[hub].important
        if (hub, name) not in asked and (option := story.nodes[hub].options[name])
    )


def _decided(steps: Sequence[Step]) -> Iterator[_Points]:
    """Give the points of each decision the first time that it was taken."""
    counted: set[tuple[str, str]] = set()
    for step in steps:
        if step.points is None:
            continue
        decision = (step.node, step.choice if step.kind == "question" else "")
        if decision in counted:
            continue
        counted.add(decision)
        if step.kind == "checklist":
            yield from (_Points(mark.competencies, mark.points) for mark in step.marks)
        else:
            yield _Points(step.competencies, step.points)


def _sum(competency: str, points: Sequence[_Points], mark: int) -> CompetencyScore:
    return CompetencyScore(
        competency=competency,
        earned=sum(point.earned for point in points),
        offered=sum(point.offered for point in points),
        mark=mark,
    )
