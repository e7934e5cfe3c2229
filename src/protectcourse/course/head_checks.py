"""What can be wrong with the head of a course beyond its shape, as far as its own file shows it."""

from collections.abc import Iterator, Mapping

from protectcourse.course.models import CourseFile, Module, UnitEntry
from protectcourse.findings import Finding, Severity, ValuePath, did_you_mean


def find_head_faults(course: CourseFile) -> Iterator[Finding]:
    """Give what keeps the head of a course from being used, whatever files the course has."""
    yield from _check_entries(course.modules)
    yield from _check_domains(course)
    if course.status == "reviewed" and not course.reviewers:
        yield Finding(
            code="C031",
            path=("status",),
            message="`reviewed` needs `reviewers:`: who, when, and what was checked",
            hint="Leave it `draft` until somebody has reviewed it.",
        )


def find_plan_faults(course: CourseFile) -> Iterator[Finding]:
    """Give what learners cannot do as the head of a course plans it; it opens all the same."""
    yield from _check_twice(course.modules)
    yield from _check_order(course.modules)
    yield from _check_completion(course)


def unit_of(entry: UnitEntry) -> str:
    """Return the id of the lesson, case or quiz that a line of a module names; empty for none."""
    return entry.lesson or entry.case or entry.quiz or ""


def _check_entries(modules: Mapping[str, Module]) -> Iterator[Finding]:
    """C010, C011: each entry names one unit."""
    for name, module in modules.items():
        for index, entry in enumerate(module.units):
            named = [one for one in (entry.lesson, entry.case, entry.quiz) if one is not None]
            if len(named) != 1:
                yield Finding(
                    code="C011" if not named else "C010",
                    path=("modules", name, "units", index),
                    message="a unit is one lesson, one case or one quiz",
                    hint="Write one of `lesson:`, `case:`, `quiz:` in each entry.",
                )


def _check_twice(modules: Mapping[str, Module]) -> Iterator[Finding]:
    """C017: no unit is named twice."""
    homes: dict[str, str] = {}
    for name, module in modules.items():
        for index, unit in enumerate(map(unit_of, module.units)):
            if unit in homes:
                yield Finding(
                    code="C017",
                    path=("modules", name, "units", index),
                    message=f"module `{homes[unit]}` names `{unit}` already",
                    hint="Take one of the two lines out: a learner does a unit once.",
                )
            homes.setdefault(unit, name)


def _check_order(modules: Mapping[str, Module]) -> Iterator[Finding]:
    """C027: modules that wait for themselves, over however many others."""
    told: set[str] = set()
    for name, module in modules.items():
        circle = _circle(name, modules)
        if not circle or told.intersection(circle):
            continue
        told.update(circle)
        place = module.after.index(circle[1])
        others = " after ".join(f"`{one}`" for one in circle[1:])
        message = f"`{name}` opens after {others}: it would never open"
        if circle == (name, name):
            message = f"`{name}` opens after itself: it would never open"
        yield Finding(
            code="C027",
            path=("modules", name, "after", place),
            message=message,
            hint="Take one of these out of `after:`, where the course is to begin.",
        )


def _circle(name: str, modules: Mapping[str, Module]) -> tuple[str, ...]:
    """Return the shortest way from a module by `after` back to itself; empty if there is none."""
    ways: list[tuple[str, ...]] = [(name,)]
    seen: set[str] = set()
    for way in ways:
        before = modules.get(way[-1])
        for one in before.after if before is not None else ():
            if one == name:
                return (*way, one)
            if one not in seen:
                seen.add(one)
                ways.append((*way, one))
    return ()


def _check_domains(course: CourseFile) -> Iterator[Finding]:
    """C022: the domain of an objective."""
    for name, objective in course.objectives.items():
        if objective.domain is not None and objective.domain not in course.domains:
            yield Finding(
                code="C022",
                path=("objectives", name, "domain"),
                message=f"`{objective.domain}` is not a domain of this course",
                hint=did_you_mean(objective.domain, course.domains)
                or "Declare it under `domains:`.",
            )


def _check_completion(course: CourseFile) -> Iterator[Finding]:
    """C013, C018: what completing the course asks for, and what keeps it valid."""
    rules = course.completion
    for index, need in enumerate(rules.needs):
        if need in rules.needs[:index]:
            yield Finding(
                code="C018",
                path=("completion", "needs", index),
                message=f"`{need}` is needed already",
                hint="Take it out here.",
                severity=Severity.WARNING,
            )
    later = rules.later_check
    if later is not None and later.to_day < later.from_day:
        yield Finding(
            code="C013",
            path=("completion", "later_check", "to_day"),
            message=f"`to_day` is {later.to_day}, and the check opens only on day {later.from_day}",
            hint=f"Write {later.from_day} or more here, or a smaller `from_day`.",
        )
    named = [entry.lesson for one in course.modules.values() for entry in one.units]
    lessons = [lesson for lesson in named if lesson is not None]
    for key, part in (("later_check", later), ("refresher", rules.refresher)):
        if part is not None:
            yield from _check_read(part.read, lessons, ("completion", key, "read"))


def _check_read(read: tuple[str, ...], lessons: list[str], path: ValuePath) -> Iterator[Finding]:
    for index, lesson in enumerate(read):
        if lesson not in lessons:
            yield Finding(
                code="C018",
                path=(*path, index),
                message=f"`{lesson}` is not a lesson that a module names",
                hint=did_you_mean(lesson, lessons) or "Name a lesson as it stands under `units:`.",
            )
