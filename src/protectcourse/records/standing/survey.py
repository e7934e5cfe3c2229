"""Everybody in every course they are to take or have begun, and how they stand on a day.

It is worked out from the set of what was handed in and the roster alone: in which order either came
makes no difference. Days tell when something was done, never when it was collected.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from protectcourse.errors import SettingsError
from protectcourse.findings import did_you_mean
from protectcourse.records.roster.matching import Found, Match, match_roster
from protectcourse.records.roster.row import RosterRow, name_key
from protectcourse.records.standing.contents import Contents, Key
from protectcourse.records.standing.states import Standing, Work, find_standing

NO_NAME = "no name given"
AHEAD = "dated in the future: a clock was wrong"
NOT_ON_ROSTER = "not on the roster"
NOBODY = RosterRow()


class Line(NamedTuple):
    """One person in one course."""

    learner: str
    """Their number; empty where nobody in the register was found for a row of the roster."""
    name: str
    """As the roster has it, or else as it was handed in; perhaps empty."""
    team: str
    place: str
    course: str
    due: str
    standing: Standing
    work: Work | None = None
    remarks: tuple[str, ...] = ()

    @property
    def called(self) -> str:
        """What the person is called, if need be by their number."""
        return self.name or f"{NO_NAME} ({self.learner[:8]})"


class Survey(NamedTuple):
    """How everybody stands."""

    today: str
    lines: tuple[Line, ...]
    titles: Mapping[str, str]
    has_roster: bool = False
    erased: int = 0
    unclear: tuple[tuple[RosterRow, tuple[str, ...]], ...] = ()
    """Rows of the roster whose name several learners have, with their numbers."""
    scope: tuple[str, ...] = ()
    """Of whom, where it is not of everybody: "team: North" and the like."""


def make_survey(contents: Contents, today: str) -> Survey:
    """Return how everybody stands on a day, in order of name."""
    matched = list(
        zip(contents.roster, match_roster(contents.roster, contents.learners), strict=True)
    )
    entered, persons = _entered(contents, matched)
    lines = [
        _found_line(
            contents, key, row := entered.get(key), row or persons.get(key[0], NOBODY), today
        )
        for key in _all_keys(contents, entered)
    ]
    lines += [
        _unfound_line(row, course, match, today)
        for row, match in matched
        if not match.learner
        for course in _courses_of(row, contents)
    ]
    unclear = [(row, match.several) for row, match in matched if match.found is Found.SEVERAL]
    return Survey(
        today=today,
        lines=tuple(sorted(lines, key=_place)),
        titles=contents.titles,
        has_roster=bool(contents.roster),
        erased=contents.erased,
        unclear=tuple(sorted(unclear)),
    )


def survey_as_of(survey: Survey, day: str) -> Survey:
    """Return how the same people stood at the end of an earlier day, by the roster of today."""

    def then(line: Line) -> Line:
        work = line.work.as_of(day) if line.work is not None else None
        return line._replace(work=work, standing=find_standing(work, line.due, day))

    return survey._replace(today=day, lines=tuple(then(line) for line in survey.lines))


def narrow(survey: Survey, *, course: str = "", team: str = "", place: str = "") -> Survey:
    """Return a survey of some only. Raises SettingsError for what nobody in it has."""
    wanted: tuple[tuple[str, str, Callable[[Line], str]], ...] = (
        ("course", course, lambda line: line.course),
        ("team", team, lambda line: line.team),
        ("place", place, lambda line: line.place),
    )
    for what, named, of in wanted:
        if not named:
            continue
        kept = tuple(line for line in survey.lines if name_key(of(line)) == name_key(named))
        if not kept:
            known = sorted({of(line) for line in survey.lines} - {""})
            raise SettingsError(
                f"--{what}: there is nobody with the {what} `{named}`", _hint(named, known)
            )
        survey = survey._replace(lines=kept, scope=(*survey.scope, f"{what}: {of(kept[0])}"))
    return survey


def _hint(named: str, known: list[str]) -> str:
    if near := did_you_mean(named, known):
        return near
    listed = ", ".join(f"`{one}`" for one in known[:20])
    return f"There are: {listed}." if listed else "Import a roster that says it."


def _courses_of(row: RosterRow, contents: Contents) -> Iterable[str]:
    """Return the courses that a row is for: of all there are, where it names none."""
    if row.course:
        return (row.course,)
    every = {course for _, course in contents.works} | set(contents.titles)
    every |= {other.course for other in contents.roster if other.course}
    return sorted(every) or ("",)


def _entered(
    contents: Contents, matched: Iterable[tuple[RosterRow, Match]]
) -> tuple[dict[Key, RosterRow], dict[str, RosterRow]]:
    """Return the row of the roster for each learner and course, and one for each learner.

    Of several the first of: by number for this course, by name for it, by number, by name.
    """
    for_course: dict[Key, RosterRow] = {}
    for_learner: dict[str, RosterRow] = {}
    found = [(row, match.learner) for row, match in matched if match.learner]
    found.sort(key=lambda pair: (not pair[0].course, not pair[0].learner, pair[0]))
    for row, learner in found:
        for_learner.setdefault(learner, row)
        for course in _courses_of(row, contents):
            for_course.setdefault((learner, course), row)
    return for_course, for_learner


def _all_keys(contents: Contents, entered: Mapping[Key, RosterRow]) -> Iterator[Key]:
    """Give every learner with every course; one who has none, but a name, with an empty course."""
    keys = {key for key in contents.works if key[0] in contents.learners} | entered.keys()
    yield from keys
    somewhere = {learner for learner, _ in keys}
    named = (learner for learner, name in contents.learners.items() if name)
    yield from ((learner, "") for learner in named if learner not in somewhere)


def _found_line(
    contents: Contents, key: Key, row: RosterRow | None, person: RosterRow, today: str
) -> Line:
    """Return the line of a learner; `row` puts them on the roster of the course, if any does."""
    learner, course = key
    work = contents.works.get(key)
    due = row.due if row else ""
    standing = find_standing(work, due, today)
    remarks = (AHEAD,) if standing.is_ahead else ()
    if row is None and contents.roster:
        remarks = (*remarks, NOT_ON_ROSTER)
    name = person.name or contents.learners.get(learner, "")
    return Line(learner, name, person.team, person.place, course, due, standing, work, remarks)


def _unfound_line(row: RosterRow, course: str, match: Match, today: str) -> Line:
    remarks = (f"{len(match.several)} learners have handed in under this name",)
    return Line(
        row.learner,
        row.name,
        row.team,
        row.place,
        course,
        row.due,
        find_standing(None, row.due, today),
        None,
        remarks if match.several else (),
    )


def _place(line: Line) -> tuple[str, Line]:
    return (name_key(line.name), line)
