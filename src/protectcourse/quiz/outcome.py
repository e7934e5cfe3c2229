"""What came of an attempt: its points, whether it is passed, and how each objective went."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.drawing import NO_DOMAINS, part_of
from protectcourse.quiz.marking import FULL_SCORE
from protectcourse.quiz.questions import ReflectionQuestion


@dataclass(frozen=True, slots=True)
class Tally:
    """How some questions went together."""

    right: int
    partly: int
    total: int
    points: int
    """The sum of the scores, 10000 for each right answer."""

    @property
    def percent(self) -> int:
        """Percent of the points, rounded down; 100 where there was nothing to score."""
        return self.points * 100 // (FULL_SCORE * self.total) if self.total else 100


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an attempt. Reflections do not count."""

    whole: Tally
    parts: Mapping[str, Tally]
    """By objective, in the order of the questions; those without an objective are in none."""
    missed: tuple[str, ...]
    """The questions that were not fully right."""
    below_floor: tuple[str, ...]
    """The objectives or domains with too few right answers."""
    passed: bool

    @property
    def percent(self) -> int:
        """Percent of the points, rounded down."""
        return self.whole.percent

    @property
    def right(self) -> int:
        """How many questions were fully right."""
        return self.whole.right

    @property
    def total(self) -> int:
        """How many questions were scored."""
        return self.whole.total


def work_out(
    drawn: Quiz,
    scores: Mapping[str, int | None],
    pass_mark: int,
    floor: int = 0,
    domains: Mapping[str, str] = NO_DOMAINS,
) -> Outcome:
    """Return what came of an attempt whose questions are those of `drawn`.

    A question without a score counts as not right. `pass_mark` is percent of the points; `floor`
    the least right answers in each part of the spread, or all of a part that is smaller.
    """
    counted = {
        name: scores.get(name) or 0
        for name, question in drawn.questions.items()
        if not isinstance(question, ReflectionQuestion)
    }
    whole = _tally(counted.values())
    below = tuple(
        name
        for name, part in _by_part(drawn, counted, drawn.spread, domains).items()
        if part.right < min(floor, part.total)
    )
    return Outcome(
        whole=whole,
        parts=_by_part(drawn, counted, "objective", domains),
        missed=tuple(name for name, score in counted.items() if score < FULL_SCORE),
        below_floor=below,
        passed=whole.points * 100 >= pass_mark * FULL_SCORE * whole.total and not below,
    )


def _by_part(
    drawn: Quiz, scores: Mapping[str, int], spread: str, domains: Mapping[str, str]
) -> dict[str, Tally]:
    grouped: dict[str, list[int]] = {}
    for name, score in scores.items():
        part = part_of(drawn.questions[name], spread, domains)
        if part:
            grouped.setdefault(part, []).append(score)
    return {part: _tally(members) for part, members in grouped.items()}


def _tally(scores: Iterable[int]) -> Tally:
    each = list(scores)
    right = sum(score == FULL_SCORE for score in each)
    return Tally(right, sum(score > 0 for score in each) - right, len(each), sum(each))
