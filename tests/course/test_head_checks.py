"""What is found in the head of a course, by its own file."""

import pytest

from protectcourse.course.head_checks import find_plan_faults
from protectcourse.course.models import CourseFile, Module, UnitEntry
from protectcourse.findings import Finding


def head(**after: tuple[str, ...]) -> CourseFile:
    """Return the head of a course whose modules come after these."""
    modules = {
        name: Module(title=name, after=before, units=(UnitEntry(lesson=f"about-{name}"),))
        for name, before in after.items()
    }
    return CourseFile(course="demo", version=1, title="Demo", language="en", modules=modules)


def circles(course: CourseFile) -> list[Finding]:
    """Return what is found of modules that wait for themselves."""
    return [one for one in find_plan_faults(course) if one.code == "C027"]


def test_a_circle_is_told_once_with_all_its_modules() -> None:
    """One of three lines is to be changed, and only the author knows which."""
    course = head(a=(), b=("a", "d"), c=("b",), d=("c",), e=("d",))

    (found,) = circles(course)

    assert found.path == ("modules", "b", "after", 1)
    assert found.message.startswith("`b` opens after `d` after `c` after `b`:")


@pytest.mark.parametrize(
    "course",
    [
        head(a=(), b=("a",), c=("a",), d=("b", "c")),
        head(b=("a",), a=()),
        head(a=("nowhere",)),
    ],
)
def test_modules_that_can_be_opened_in_some_order_are_fine(course: CourseFile) -> None:
    """Two ways to one module are no circle, and modules may stand in any order."""
    assert circles(course) == []


def test_two_circles_are_told_apart() -> None:
    """Mending one leaves the other closed."""
    found = circles(head(a=("b",), b=("a",), c=("c",)))

    assert [one.path for one in found] == [
        ("modules", "a", "after", 0),
        ("modules", "c", "after", 0),
    ]
    assert "opens after itself" in found[1].message
