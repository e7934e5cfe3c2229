"""People who play cases for tests: what of it they hand in, as steps."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from case_plays import play_at_random
from coordinated import Step

from protectcourse.scenario.story import Story

Taken = tuple[str, str | Mapping[str, str], str, str]
"""Node, choice (or the answers of a checklist), rating, and where it led."""
DAY = "2026-10-02"


def play_steps(
    unit: str,
    taken: Sequence[Taken],
    *,
    ending: str = "",
    attempt: int = 1,
    version: int = 1,
    minutes: int = 9,
    day: str = DAY,
) -> list[Step]:
    """Return a play of a case (course/case), which is unfinished where it has no ending."""
    head: dict[str, Any] = {"unit": unit, "attempt": attempt}
    begun = {"version": version, "flow": "f", "wording": "w", "assessed": 1, "mark": 70}
    steps: list[Step] = [("case-begun", day, head | begun)]
    for node, choice, rating, following in taken:
        body = {"node": node, "choice": choice, "rating": rating, "next": following}
        steps.append(("decision-made", day, head | body))
    if ending:
        crossed = sum(rating == "red_line" for _, _, rating, _ in taken)
        body = {"ending": ending, "competencies": {}, "red_lines": crossed}
        result = {"passed": 0, "minutes": minutes, "assessed": 1}
        steps.append(("case-finished", day, head | body | result))
    return steps


def chance_steps(unit: str, story: Story, lot: Random) -> list[Step]:
    """Return a play of a real case by somebody who mostly takes what stands first."""
    positions = [0 if lot.random() < 0.6 else lot.randrange(100) for _ in range(60)]
    taken: list[Taken] = [
        (one.node, one.decision.taken, one.rating.value if one.rating else "", one.next)
        for one in play_at_random(story, lot.randrange(2**32), positions)
    ]
    ending = taken[-1][3] if taken and taken[-1][3] in story.endings else ""
    return play_steps(unit, taken, ending=ending, minutes=lot.randint(4, 20))
