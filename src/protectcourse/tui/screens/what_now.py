"""What a learner may do after a unit."""

from dataclasses import dataclass
from typing import Literal

from protectcourse.course.outline import UnitOutline


@dataclass(frozen=True, slots=True)
class WhatNow:
    """What the learner chose to do after a result or a debrief."""

    action: Literal["home", "retry", "again", "open"]
    unit: UnitOutline | None = None
