"""Explores one case for its author: reads the file, tries every way, plays its model plays."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from protectcourse.course.allowing import Exceptions
from protectcourse.course.checked_file import MODEL_PLAY
from protectcourse.course.checks import check_file
from protectcourse.course.file_reading import FileReading, peek_kind, read_file
from protectcourse.course.folders import select
from protectcourse.course.problems import Problem
from protectcourse.course.texts import leaves
from protectcourse.course.yaml_reader import Block
from protectcourse.errors import ContentError
from protectcourse.findings import Finding, Severity, did_you_mean
from protectcourse.scenario.exploring.chance_plays import Shares, count_shares
from protectcourse.scenario.exploring.explored import Explored
from protectcourse.scenario.exploring.explorer import (
    USUAL,
    Exploration,
    search,
    sum_up,
)
from protectcourse.scenario.exploring.multipliers import Multiplier, find_multipliers
from protectcourse.scenario.exploring.reading import Reading, measure_reading
from protectcourse.scenario.exploring.state_graph import Limits
from protectcourse.scenario.model import Case
from protectcourse.scenario.story import compile_story


class PlayResult(NamedTuple):
    """How one of the case's own model plays went."""

    name: str
    expected: str
    """The ending."""
    fault: str
    """What went wrong; empty where it ended as expected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFindings:
    """A case with all that is wrong with it. Without `ways` an error keeps it from being tried."""

    case: Case
    file: str
    problems: tuple[Problem, ...]
    plays: tuple[PlayResult, ...]
    ways: "Ways | None"

    @property
    def has_errors(self) -> bool:
        """Whether something has to be mended."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def has_faults(self) -> bool:
        """Whether there is an error, a warning, or something that was too large to be tried."""
        serious = any(problem.severity is not Severity.INFO for problem in self.problems)
        return serious or self.ways is None or not self.ways.result.complete


@dataclass(frozen=True)
class Ways:
    """What trying every way came to; each part is worked out when it is first asked for."""

    explored: Explored
    result: Exploration

    @cached_property
    def shares(self) -> Shares:
        """What plays by chance see."""
        return count_shares(self.explored.states)

    @cached_property
    def readings(self) -> dict[str, Reading]:
        """How much is read on the way to each ending reached."""
        return dict(measure_reading(self.explored))

    @cached_property
    def multipliers(self) -> list[Multiplier]:
        """What makes the case large."""
        return find_multipliers(self.explored)


def find_case(case: str, course: Path | None) -> Path:
    """Return the file that is meant: by its path or, in a course, by the id of the case.

    Raises ContentError where there is none.
    """
    if course is None:
        return Path(case)
    files = dict(_cases_in(course))
    if case not in files:
        hint = did_you_mean(case, files) or f"Its cases: {', '.join(sorted(files)) or 'none'}."
        raise ContentError(f"there is no case `{case}` in {course}", hint)
    return files[case]


def read_case(path: Path) -> FileReading:
    """Return a file as read; its value is a case only if it is one that can be read."""
    return read_file(path, str(path))


def explore_file(reading: FileReading, case: Case, limits: Limits = USUAL) -> CaseFindings:
    """Return what trying every way through a case came to, with all else wrong in its file."""
    texts = list(leaves(case))
    found = list(check_file(case, texts))
    hindering = [one for one in found if one.code != MODEL_PLAY]
    ways = None
    if not any(one.severity is Severity.ERROR for one in hindering):
        explored = search(compile_story(case), limits)
        ways = Ways(explored, sum_up(explored))
        found += ways.result.findings
    exceptions = Exceptions(texts)
    problems = [*reading.problems, *(reading.problem(exceptions.weigh(one)) for one in found)]
    return CaseFindings(
        case=case,
        file=reading.name,
        problems=tuple(sorted(problems)),
        plays=tuple(_play_results(case, found)) if ways else (),
        ways=ways,
    )


def _cases_in(course: Path) -> Iterator[tuple[str, Path]]:
    """Give the id and the file of every case of a course, also of those with faults."""
    for selection in select(course):
        for path in selection.course.files() if selection.course else ():
            if peek_kind(path) == "scenario":
                tree = read_file(path, str(path), follow_links=False).tree
                if isinstance(tree, Block):
                    yield str(tree.get("scenario")), path


def _play_results(case: Case, found: list[Finding]) -> Iterator[PlayResult]:
    faults = {str(one.path[1]): one.message for one in found if one.code == MODEL_PLAY}
    for name, test in case.tests.items():
        yield PlayResult(name, test.expect, faults.get(name, ""))
