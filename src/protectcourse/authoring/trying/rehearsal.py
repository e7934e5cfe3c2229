"""Plays the scripts of cases and quizzes again, and says where the files go another way."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from protectcourse.course.checked_file import file_checker
from protectcourse.course.file_reading import peek_kind, read_file
from protectcourse.course.folders import CourseFiles, select
from protectcourse.course.models import CourseFile
from protectcourse.course.places import place_of
from protectcourse.course.problems import Problem
from protectcourse.course.texts import SCRIPTS
from protectcourse.findings import Finding, Severity, ValuePath
from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.drawing import NO_DOMAINS
from protectcourse.quiz.scripts import find_script_faults, is_as_expected, run_script
from protectcourse.scenario.model import Case
from protectcourse.scenario.play_checks import Parting, find_parting
from protectcourse.scenario.story import Story, compile_story

if TYPE_CHECKING:
    from protectcourse.course.file_reading import FileReading

USUAL_PASS = 80
"""Percent, where neither the quiz nor its course says otherwise."""
SCRIPTED = ("scenario", "quiz")


class Place(NamedTuple):
    """A line and column of a file, from 1."""

    file: str
    line: int
    column: int


class Rehearsed(NamedTuple):
    """How one script went."""

    name: str
    place: Place
    went: str
    """What it came to, in words."""
    differs: str = ""
    """What the script says instead, and what could be done there; empty where all is as it says."""


class RehearsedFile(NamedTuple):
    """The scripts of one file; none of them, and why, where it cannot be played."""

    name: str
    scripts: tuple[Rehearsed, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def has_failed(self) -> bool:
        """Whether something is other than its author wrote down."""
        return bool(self.problems) or any(one.differs for one in self.scripts)


class _Rules(NamedTuple):
    """What a course says about its quizzes."""

    pass_mark: int = USUAL_PASS
    domains: Mapping[str, str] = NO_DOMAINS


def rehearse(path: Path) -> Iterator[RehearsedFile]:
    """Give each case and quiz that a path leads to, with how its scripts went.

    A file without scripts is given without any, unless it cannot be read.
    """
    for selection in select(path):
        rules = _rules_of(selection.course) if selection.course is not None else _Rules()
        if selection.only is not None:
            files = [selection.only]
        else:
            files = selection.course.files() if selection.course is not None else []
        for file in files:
            if selection.only is not None or peek_kind(file) in SCRIPTED:
                yield _rehearse_file(file, rules)


def _rules_of(course: CourseFiles) -> _Rules:
    for path in course.files():
        if peek_kind(path) == "course":
            head = read_file(path, str(path)).value
            if isinstance(head, CourseFile):
                domains = {name: one.domain for name, one in head.objectives.items() if one.domain}
                return _Rules(head.defaults.pass_, domains)
    return _Rules()


def _rehearse_file(path: Path, rules: _Rules) -> RehearsedFile:
    checked = file_checker(deeply=False, follow_links=True)(path)
    reading = checked.reading
    findings = [one for one in checked.findings if one.path[:1] != (SCRIPTS,)]
    problems = [*reading.problems, *map(reading.problem, findings)]
    errors = tuple(one for one in problems if one.severity is Severity.ERROR)
    if errors:
        return RehearsedFile(reading.name, (), errors)
    match reading.value:
        case Case() as case:
            return RehearsedFile(reading.name, tuple(_plays(case, reading)))
        case Quiz() as quiz:
            return RehearsedFile(reading.name, tuple(_attempts(quiz, reading, rules)))
        case _:
            return RehearsedFile(reading.name, ())


def _plays(case: Case, reading: "FileReading") -> Iterator[Rehearsed]:
    story = compile_story(case) if case.tests else None
    for name, test in case.tests.items():
        if story is None:
            return
        parting = find_parting(story, test)
        if parting is None:
            went = f"{len(test.play)} decisions, to `{test.expect}`"
            yield Rehearsed(name, _place(reading, (SCRIPTS, name)), went)
        else:
            place = _place(reading, (SCRIPTS, name, *parting.path))
            yield Rehearsed(name, place, _where(story, parting), _differs(parting))


def _where(story: Story, parting: Parting) -> str:
    if parting.path == ("expect",):
        did = "ends in" if parting.place in story.endings else "stops in"
        return f"{did} `{parting.place}` after {parting.number} decisions"
    return f"at decision {parting.number}, in `{parting.place}`"


def _differs(parting: Parting) -> str:
    listed = ", ".join(f"`{one}`" for one in parting.on_offer)
    offered = f" On offer: {listed}." if listed else " Nothing is left to decide there."
    if parting.path == ("expect",):
        offered = f" Still on offer: {listed}." if listed else ""
        return f"The script expects `{parting.wanted}`.{offered}"
    return f"The script says `{parting.wanted}`.{offered}"


def _attempts(quiz: Quiz, reading: "FileReading", rules: _Rules) -> Iterator[Rehearsed]:
    faults = list(find_script_faults(quiz))
    pass_mark = rules.pass_mark if quiz.pass_ is None else quiz.pass_
    for name, script in quiz.tests.items():
        own = [one for one in faults if one.path[:2] == (SCRIPTS, name)]
        if own:
            yield _unplayable(name, own[0], reading)
            continue
        outcome = run_script(quiz, script, pass_mark, rules.domains)
        passed = "passed" if outcome.passed else f"not passed, {pass_mark} % needed"
        went = f"{outcome.right} of {outcome.total} right, {outcome.percent} %, {passed}"
        differs = "" if is_as_expected(script, outcome) else _missed(script.expect, outcome.missed)
        path = (SCRIPTS, name, "expect") if differs else (SCRIPTS, name)
        yield Rehearsed(name, _place(reading, path), went, differs)


def _unplayable(name: str, fault: Finding, reading: "FileReading") -> Rehearsed:
    place = place_of(reading.tree, fault.path, at_key=fault.at_key)
    at = Place(reading.name, place.line, place.column)
    return Rehearsed(name, at, "cannot be played", f"{fault.message}. {fault.hint}".strip())


def _missed(expected: str, missed: tuple[str, ...]) -> str:
    percent = " %" if expected.isdecimal() else ""
    listed = ", ".join(f"`{one}`" for one in missed)
    return f"The script expects {expected}{percent}." + (
        f" Not fully right: {listed}." if missed else ""
    )


def _place(reading: "FileReading", path: ValuePath) -> Place:
    place = place_of(reading.tree, path, at_key=len(path) == 2)
    return Place(reading.name, place.line, place.column)
