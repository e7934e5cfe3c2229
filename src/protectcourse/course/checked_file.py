"""One file of a course as read, and what is wrong within it, whatever course it belongs to."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from protectcourse.course.checks import check_deeply, check_file
from protectcourse.course.file_reading import FileReading, in_course, read_file
from protectcourse.course.texts import Leaf, leaves
from protectcourse.findings import Finding, Severity

MODEL_PLAY = "S017"
"""The code for a model play of a case that goes wrong: it keeps no case from being tried."""


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file, its texts, and what is wrong within it; found again only when the file changes."""

    reading: FileReading
    texts: list[Leaf]
    findings: list[Finding]

    @property
    def is_sound(self) -> bool:
        """Whether it could be read and has no error."""
        return self.reading.value is not None and not _has_errors(self.findings)

    def in_course(self, sources: Collection[str]) -> "CheckedFile":
        """Return the file as its course has it, by the ids of the sources that are declared."""
        reading = in_course(self.reading, sources)
        if reading is self.reading:
            return self
        return CheckedFile(reading, list(leaves(reading.value)), self.findings)


Check = Callable[[Path], CheckedFile]
"""Checks one file by itself; whoever watches a course keeps what has not changed."""


def file_checker(*, deeply: bool, follow_links: bool = False) -> Check:
    """Return what reads and checks a file.

    A case is tried in all its ways only `deeply`, and only if no error keeps it from that. The
    files of a course are read without following links: a course opens no file outside it.
    """

    def check(path: Path) -> CheckedFile:
        reading = read_file(path, str(path), follow_links=follow_links)
        if reading.value is None:
            return CheckedFile(reading, [], [])
        texts = list(leaves(reading.value))
        findings = list(check_file(reading.value, texts))
        is_case = reading.kind == "scenario"
        sound_but_for_plays = (one for one in findings if one.code != MODEL_PLAY)
        if deeply and is_case and not _has_errors(sound_but_for_plays):
            findings += check_deeply(reading.value)
        return CheckedFile(reading, texts, findings)

    return check


def _has_errors(findings: Iterable[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)
