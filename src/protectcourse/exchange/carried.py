"""What came over between a bank of ours and a file of another system, and what did not."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from protectcourse.quiz.bank import Quiz

NO_FEEDBACK = "No explanation came with this option."
"""The rationale of an option that came without one; written to another system as none."""
NO_RATIONALE = "No explanation came with this question."
"""The same for a question that needs a rationale of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Something of a foreign bank, or of ours, that could not be carried over as it stands."""

    line: int
    """Line of the file that it came from, from 1 (a row, in a sheet); 0 when exporting."""
    item: str
    """Title or beginning of the question, cleaned, at most 60 characters."""
    what: str
    """What was not carried, or was changed, in a sentence."""
    lost: bool = True
    """False where it was carried in another form, which `what` says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedIn:
    """What could be read of a foreign file."""

    quiz: Quiz | None
    """None where no question could be read."""
    left_out: tuple[LeftOut, ...] = ()
    comments: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Lines to be written as comments above a question, by its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedOut:
    """What is written to a foreign file."""

    data: bytes
    left_out: tuple[LeftOut, ...] = ()
