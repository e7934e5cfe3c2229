"""What comes of an attempt: the score, passed or not, how it went with each objective."""

from collections.abc import Mapping
from dataclasses import dataclass

from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.marking import FULL


@dataclass(frozen=True, slots=True)
class PartOutcome:
    """How it went with one objective or domain."""

    right: int
    """Questions fully right."""
    total: int
    percent: int
    """Of the points, rounded down."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an attempt. Reflections do not count."""

    percent: int
    passed: bool
    right: int
    total: int
    parts: Mapping[str, PartOutcome]
    """By objective, in the order in which they were first asked."""
    missed: tuple[str, ...]
    """Ids of the questions not fully right."""


def work_out(
    quiz: Quiz, scores: Mapping[str, int | None], pass_mark: int, floor: int = 0
) -> Outcome:
    """Return what the scores of the drawn questions come to, under the rule of the attempt.

    Passed when the sum of the points is `pass_mark` percent of all, and at least `floor` questions of
    each part are right.
    """
    counted = {name: scores.get(name) or 0 for name in quiz.questions if _counts(scores, name)}
    groups: dict[str, list[int]] = {}
    for name, score in counted.items():
        groups.setdefault(quiz.questions[name].objective or "", []).append(score)
    parts = {name: _part(points) for name, points in groups.items()}
    total, points = len(counted), sum(counted.values())
    enough = points * 100 >= pass_mark * FULL * total
    return Outcome(
        percent=points * 100 // (FULL * total) if total else 100,
        passed=enough and all(part.right >= min(floor, part.total) for part in parts.values()),
        right=sum(score == FULL for score in counted.values()),
        total=total,
        parts=parts,
        missed=tuple(name for name, score in counted.items() if score < FULL),
    )


def _counts(scores: Mapping[str, int | None], name: str) -> bool:
    return name not in scores or scores[name] is not None


def _part(points: list[int]) -> PartOutcome:
    right = sum(score == FULL for score in points)
    return PartOutcome(right, len(points), sum(points) * 100 // (FULL * len(points)))
