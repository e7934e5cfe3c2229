"""What is said of a file that was collected, and of all of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from protectcourse.plain_text import one_line
from protectcourse.records.register.collecting import Outcome
from protectcourse.records.register.taken import Stretch, Taken
from protectcourse.signing import fingerprint

WHAT_VALID_MEANS = (
    "That a file is valid shows that it was not changed after the program wrote it, and which "
    "installation of the program wrote it. It does not show who sat at the keyboard."
)
KEY_KNOWN = "Valid, key known."
KEY_NEW = "Valid, key new."
SEEN = "taken in before."
OTHER_KEY = (
    "Key: this learner handed in with another key before. A new computer has a new key; if there "
    "is none, ask them, by another way, whether their record names the key {key}."
)
FORK = (
    "Fork at {steps}: two different things have that number, since a profile was copied or set "
    "back. Both are kept."
)
GAP = "Missing: ask for {steps}."
FUTURE = "Dates: {steps} dated in the future. A clock was wrong; the date is kept as it is."
ERASED = "Erased: {steps} of an erased learner not kept."


@dataclass(slots=True)
class Totals:
    """What came of all files so far."""

    taken: int = 0
    seen: int = 0
    set_aside: int = 0
    new: int = 0
    filled: int = 0
    known: int = 0

    def add(self, outcome: Outcome) -> None:
        """Count a file in."""
        taken = outcome.taken
        if taken is None:
            self.set_aside += 1
        elif taken.seen:
            self.seen += 1
        else:
            self.taken += 1
            self.new += taken.new
            self.filled += taken.filled
            self.known += taken.known

    @property
    def files(self) -> int:
        """How many files there were."""
        return self.taken + self.seen + self.set_aside


def outcome_words(outcome: Outcome) -> list[str]:
    """Return what came of a file: a line, and others where something is to be looked at."""
    path = one_line(str(outcome.path))
    if outcome.taken is None:
        return [f"{path}: set aside: {one_line(outcome.reason)}"]
    if outcome.taken.seen:
        return [f"{path}: {SEEN}"]
    who = f"{outcome.name or 'no name given'} ({outcome.learner[:8]})"
    key = KEY_KNOWN if outcome.taken.key_known else KEY_NEW
    line = f"{path}: {who}: {_counts(outcome.taken)}. {key}"
    return [line, *(f"  {words}" for words in _remarks(outcome, outcome.taken))]


def is_remarkable(outcome: Outcome) -> bool:
    """Say whether there is something to be looked at in what came of a file."""
    return outcome.taken is None or any(_remarks(outcome, outcome.taken))


def total_words(totals: Totals) -> list[str]:
    """Return what came of all files."""
    return [
        f"{_count(totals.files, 'file')}: {totals.taken} taken in, {totals.seen} taken in before, "
        f"{totals.set_aside} set aside.",
        f"{_count(totals.new, 'step')} new, {totals.filled:,} filled in, {totals.known:,} known.",
    ]


def _counts(taken: Taken) -> str:
    parts = [f"{taken.new} new"]
    parts += [f"{taken.filled} filled in"] if taken.filled else []
    return ", ".join([*parts, f"{taken.known} known"])


def _remarks(outcome: Outcome, taken: Taken) -> Iterator[str]:
    if taken.other_key and not taken.key_known:
        yield OTHER_KEY.format(key=fingerprint(outcome.public_key))
    if taken.forks:
        yield FORK.format(steps=_stretches(taken.forks))
    if taken.gaps:
        yield GAP.format(steps=_stretches(taken.gaps))
    if taken.future:
        verb = "is" if taken.future == 1 else "are"
        yield FUTURE.format(steps=f"{_count(taken.future, 'step')} {verb}")
    if taken.refused:
        verb = "was" if taken.refused == 1 else "were"
        yield ERASED.format(steps=f"{_count(taken.refused, 'step')} {verb}")


def _stretches(found: Sequence[Stretch]) -> str:
    """Return numbers in words, such as "steps 12 to 30 of device 3f2a…"."""
    parts = []
    for device, first, last in found:
        numbers = f"step {first}" if first == last else f"steps {first} to {last}"
        parts.append(f"{numbers} of device {device}")
    return " and ".join(parts)


def _count(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"
