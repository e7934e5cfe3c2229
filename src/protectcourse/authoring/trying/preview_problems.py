"""What is wrong with what is previewed, in words: below the screen, and as a list to read."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from protectcourse.blocks import Block, TextBlock, text_block
from protectcourse.course.problems import Problem
from protectcourse.findings import Severity
from protectcourse.styled_text import Style, join_text, styled

LIST_KEY = "w"
TITLE = "Problems found"
NOT_SHOWN = ", not shown yet"


class Report(NamedTuple):
    """All that there is to say of the latest edition."""

    read: tuple[Problem, ...] = ()
    """What reading the files has found: at once."""
    checked: tuple[Problem, ...] = ()
    """What only trying every way and checking the writing has found: a moment later."""
    is_shown: bool = True
    """Whether the screen shows this very edition."""
    said: str = ""
    """What became of a play that no longer fits."""

    def after_reading(self, problems: tuple[Problem, ...], *, is_shown: bool) -> "Report":
        """Return the report on a new edition; what was checked before stands until it is again."""
        broken = any(one.severity is Severity.ERROR for one in problems)
        return Report(problems, () if broken else self.checked, is_shown)

    def after_check(self, problems: tuple[Problem, ...]) -> "Report":
        """Return the report with all that `check` says of the edition."""
        return self._replace(checked=tuple(one for one in problems if one not in self.read))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Errors and warnings, as `check` says them, in the order of the file."""
        return tuple(sorted({*self.read, *self.checked}))

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps the file from being used."""
        return tuple(one for one in self.problems if one.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What should be looked at."""
        return tuple(one for one in self.problems if one.severity is Severity.WARNING)

    @property
    def numbers(self) -> str:
        """How much there is of each, such as "2 errors, 1 warning"; empty where there is none."""
        counts = ((len(self.errors), "error"), (len(self.warnings), "warning"))
        return ", ".join(f"{n} {word}{'s' if n > 1 else ''}" for n, word in counts if n)


def pane_blocks(report: Report) -> list[Block]:
    """Return what stands below the screen: errors in full, warnings as their number only.

    Errors that keep nothing from being shown leave the screen its room: only the first is told.
    """
    blocks: list[Block] = [text_block(report.said, style="partly")] if report.said else []
    if report.numbers:
        style: Style = "wrong" if report.errors else "muted"
        unread = "" if report.is_shown else NOT_SHOWN
        words = join_text((report.numbers, style), f"{unread} · {LIST_KEY}: all")
        blocks.append(TextBlock(words, gap=0))
    errors = report.errors[:1] if report.is_shown else report.errors
    return [*blocks, *_told(errors, gap=0)]


def list_blocks(report: Report) -> list[Block]:
    """Return every error and warning, to be read at leisure."""
    if not report.numbers:
        return [text_block("No problem found.")]
    return list(_told((*report.errors, *report.warnings), gap=1))


def _told(problems: Sequence[Problem], gap: int) -> Iterator[TextBlock]:
    for one in problems:
        place = f"{Path(one.file).name}:{one.line}:{one.column}: "
        words = join_text(place, (f"{one.severity} {one.code}", "strong"), f": {one.message}")
        yield TextBlock(words, rest="  ", gap=gap)
        if one.hint:
            yield TextBlock(styled(one.hint), first="    ", rest="    ", gap=0)
