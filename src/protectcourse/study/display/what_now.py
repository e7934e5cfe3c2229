"""What a learner may do after a unit."""

from typing import Literal, NamedTuple

from protectcourse.course.outline import UnitOutline


class WhatNow(NamedTuple):
    """What the learner chose to do after a result or a debrief."""

    action: Literal["home", "retry", "again", "open", "rewind", "review"]
    unit: UnitOutline | None = None
    """With "open" and "rewind": which."""
    kept: int = 0
    """With "rewind": how many decisions of the play stand."""
