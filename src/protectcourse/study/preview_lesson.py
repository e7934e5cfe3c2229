"""A lesson as its author tries it out while editing it."""

from protectcourse.course.models import Lesson
from protectcourse.quiz.fingerprint import fingerprint
from protectcourse.study.lesson_session import GUESS, LessonSession


class PreviewLesson(LessonSession):
    """A sitting with a lesson that is being edited."""

    def forget_changed(self, before: Lesson) -> None:
        """Forget the answers to questions that are others now than they were in `before`."""
        work = self._enrolment.progress.lesson(self._key)
        if work is not None:
            for item in [*work.answers]:
                if _prompt_mark(self.lesson, item) != _prompt_mark(before, item):
                    del work.answers[item]

    def nearest(self, item: str, before: Lesson) -> str:
        """Return a page of this edition: the same, or where it is gone the one in its place."""
        items = _items(self.lesson)
        if item in items:
            return item
        earlier = _items(before)
        at = earlier.index(item) if item in earlier else 0
        return items[min(at, len(items) - 1)]


def _items(lesson: Lesson) -> list[str]:
    return [GUESS, *lesson.pages] if lesson.guess_first is not None else list(lesson.pages)


def _prompt_mark(lesson: Lesson, item: str) -> str:
    """Return the fingerprint of the question on a page; empty where there is none."""
    page = lesson.pages.get(item)
    question = lesson.guess_first if item == GUESS else page.recall if page else None
    return fingerprint(question) if question is not None else ""
