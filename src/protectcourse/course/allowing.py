"""Exceptions that authors make to checks: allowed with a reason, listed, never hidden."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from protectcourse.course.file_reading import FileReading
from protectcourse.course.texts import Leaf
from protectcourse.findings import Finding, Severity, ValuePath, allowed

KEY = "lint_allow"
Exempt = tuple[ValuePath, str]
"""The part of a file that holds an exception, and the code that it allows there."""


class Exceptions:
    """The exceptions of one file, and which of them something needed so far."""

    def __init__(self, texts: Iterable[Leaf]) -> None:
        self._reasons: dict[Exempt, str] = {
            (leaf.path[:-2], str(leaf.path[-1])): str(leaf.value)
            for leaf in texts
            if leaf.key == KEY
        }
        self._needed: set[Exempt] = set()

    def weigh(self, finding: Finding, *, of_writing: bool = False) -> Finding:
        """Return the finding; as information, with the reason, where its code is allowed.

        The exception nearest to the place counts: question, page or node, then file. An error can
        be allowed only if it is one of writing: what is broken stays broken.
        """
        exempt = self._nearest(finding)
        if exempt is None or (finding.severity is Severity.ERROR and not of_writing):
            return finding
        self._needed.add(exempt)
        return finding if finding.is_allowed else allowed(finding, self._reasons[exempt])

    def unneeded(self) -> Iterator[Exempt]:
        """Give the exceptions that have allowed nothing so far."""
        yield from (exempt for exempt in self._reasons if exempt not in self._needed)

    def _nearest(self, finding: Finding) -> Exempt | None:
        if not self._reasons:
            return None
        above = (finding.path[:length] for length in range(len(finding.path), -1, -1))
        return next(
            ((part, finding.code) for part in above if (part, finding.code) in self._reasons), None
        )


class Weighed(NamedTuple):
    """A file with its exceptions, while one course is checked."""

    reading: FileReading
    texts: list[Leaf]
    exceptions: Exceptions

    def without_texts(self) -> "Weighed":
        """Return the file without its texts, to be kept: in a large course they weigh much."""
        return self._replace(texts=[])
