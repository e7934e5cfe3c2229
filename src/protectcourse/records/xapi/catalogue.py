"""What is known of courses on this computer: titles, and questions as they were asked."""

from collections.abc import Iterable, Mapping
from functools import cache

from protectcourse.course.library import Course
from protectcourse.course.outline import CourseOutline, UnitOutline
from protectcourse.errors import ContentError
from protectcourse.quiz.fingerprint import fingerprint
from protectcourse.quiz.questions import Question
from protectcourse.records.xapi.body import UnitName


class Catalogue:
    """Says what courses, units and questions are called. What is not known goes by its id."""

    def __init__(
        self, courses: Iterable[Course] = (), titles: Mapping[str, str] | None = None
    ) -> None:
        self._courses = {course.outline.id: course for course in courses}
        self._titles = titles or {}
        """Of courses that are not on this computer."""
        self._questions = cache(self._read_questions)

    def outline(self, course: str) -> CourseOutline | None:
        """Return the outline of a course; None where it is not on this computer."""
        found = self._courses.get(course)
        return found.outline if found else None

    def course_title(self, course: str) -> str:
        """Return the title of a course, else its id."""
        outline = self.outline(course)
        return (outline.title if outline else self._titles.get(course)) or course

    def unit_title(self, name: UnitName) -> str:
        """Return the title of a unit, else its id."""
        outline = self.outline(name.course)
        unit: UnitOutline | None = outline.unit(name.unit) if outline else None
        return unit.title if unit else name.unit

    def question(self, name: UnitName, question: str, as_asked: str) -> Question | None:
        """Return a question of a quiz; None unless its fingerprint is that of what was asked."""
        found = self._questions(name).get(question)
        return found if found and fingerprint(found) == as_asked else None

    def _read_questions(self, name: UnitName) -> Mapping[str, Question]:
        course = self._courses.get(name.course)
        if course is None:
            return {}
        try:
            return course.quiz(name.unit).questions
        except ContentError:
            return {}
