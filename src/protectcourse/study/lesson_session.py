"""Reading a lesson.

A question to guess first, pages, questions to recall, in any order, at any pace.
"""

from dataclasses import dataclass, replace

from protectcourse.course.models import BoxPage, ExamplePage, Lesson, Page, TextPage
from protectcourse.course.outline import UnitOutline
from protectcourse.course.prose import terms
from protectcourse.errors import AnswerError
from protectcourse.progress.events import LessonCompleted, PageOpened, PromptAnswered
from protectcourse.quiz.answers import Answer, decode_answer, encode_answer
from protectcourse.quiz.questions import Question
from protectcourse.study.asking import Asked, Feedback, judge, put
from protectcourse.study.citing import Footnote, footnotes
from protectcourse.study.durations import whole_minutes
from protectcourse.study.enrolment import Enrolment
from protectcourse.study.looking_up import is_bookmarked, note_on, set_bookmark, write_note

GUESS = "guess-first"
"""The item that stands before the first page, where a lesson has a question to guess."""
CONTENT_NOTE_FROM = "S2"
"""The least sensitivity of a lesson that opens with a note on what is coming."""
BOX_HEADINGS = {"known": "Known", "argued": "Argued", "changed": "Changed since"}


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question on a page, answered or not. It is never scored."""

    asked: Asked
    answer: Answer | None
    feedback: Feedback | None


@dataclass(frozen=True, slots=True)
class PageView:
    """A page as it is shown."""

    item: str
    title: str
    label: str
    """Where this is: "page 2 of 5", or "guess first"."""
    kind: str
    """guess, text, example or box."""
    texts: tuple[tuple[str, str], ...]
    """Heading (may be empty) and text of each part."""
    prompt: Prompt | None
    notes: tuple[Footnote, ...]
    terms: tuple[str, ...]
    """The glossary terms that the page uses, by id."""
    support: str
    """Where to turn, below the last page of a lesson that may weigh on the reader."""
    own_note: str
    is_bookmarked: bool
    is_last: bool


class LessonSession:
    """One sitting with a lesson. What is opened or answered is saved before it shows."""

    def __init__(self, enrolment: Enrolment, unit: UnitOutline) -> None:
        self.unit = unit
        self.lesson: Lesson = enrolment.course.lesson(unit.id)
        self.is_short_suggested = self.needs_content_note and (
            enrolment.organisation.suggests_short_form(unit.id)
        )
        """Whether the learner's organisation has the short form in mind."""
        self.short_form = self.is_short_suggested
        """Whether sensitive pages show their short text; what is recorded does not tell."""
        self._enrolment = enrolment
        self._key = enrolment.key(unit.id)
        guess = (GUESS,) if self.lesson.guess_first is not None else ()
        self._items = (*guess, *self.lesson.pages)
        self._at = 0
        self._began = enrolment.clock.now()

    @property
    def not_saved(self) -> str:
        """Why the latest step could not be saved yet; empty where it was."""
        return self._enrolment.not_saved

    @property
    def needs_content_note(self) -> bool:
        """Whether the learner is told what is coming, and offered the short form."""
        return self.unit.sensitivity >= CONTENT_NOTE_FROM

    def open_at(self, item: str) -> PageView:
        """Open a page by its id; the lesson where it was left if there is no such page."""
        return self._go(self._items.index(item)) if item in self._items else self.open()

    def open(self) -> PageView:
        """Open the lesson where the learner left it, or at its beginning."""
        work = self._enrolment.progress.lesson(self._key)
        last = work.last_item if work is not None and not work.completed else None
        return self._go(self._items.index(last) if last in self._items else 0)

    def next(self) -> PageView | None:
        """Turn to the next page; None after the last."""
        return self._go(self._at + 1) if self._at + 1 < len(self._items) else None

    def back(self) -> PageView | None:
        """Turn back a page; None before the first."""
        return self._go(self._at - 1) if self._at > 0 else None

    def answer(self, answer: Answer, seconds: int) -> PageView:
        """Save the answer to this page's question, then return the page with what is said of it."""
        item = self._items[self._at]
        question = self._question(item)
        if question is not None:
            judge(question, answer, self._enrolment.course.sources)
            event = PromptAnswered(
                unit=self._key, item=item, answer=encode_answer(answer), seconds=seconds
            )
            self._enrolment.record(event)
        return self.page()

    def page(self) -> PageView:
        """Return the page that is open."""
        item = self._items[self._at]
        title, kind, texts = self._content(item)
        is_last = self._at + 1 == len(self._items)
        notes = footnotes(
            [text for _, text in texts],
            () if item == GUESS else self.lesson.pages[item].source,
            self._enrolment.course.sources,
        )
        number = self._items.index(item) + 1 - (self._items[0] == GUESS)
        return PageView(
            item=item,
            title=title,
            label="guess first" if item == GUESS else f"page {number} of {len(self.lesson.pages)}",
            kind=kind,
            texts=texts,
            prompt=self._prompt(item),
            notes=notes,
            terms=tuple(dict.fromkeys(one for _, text in texts for one in terms(text))),
            support=self._support() if is_last else "",
            own_note=note_on(self._enrolment, self.unit, item),
            is_bookmarked=is_bookmarked(self._enrolment, self.unit, item),
            is_last=is_last,
        )

    def write_note(self, text: str) -> PageView:
        """Keep a note on this page; an empty one takes it away."""
        write_note(self._enrolment, self.unit, self._items[self._at], text)
        return self.page()

    def turn_bookmark(self) -> PageView:
        """Mark this page, or take the mark away."""
        item = self._items[self._at]
        marked = not is_bookmarked(self._enrolment, self.unit, item)
        set_bookmark(self._enrolment, self.unit, item, marked=marked)
        return self.page()

    def _support(self) -> str:
        """Return where to turn after a sensitive lesson."""
        return self._enrolment.support if self.needs_content_note else ""

    def _go(self, index: int) -> PageView:
        """Open an item; the last one completes the lesson, once."""
        self._at = index
        item = self._items[index]
        events: list[PageOpened | LessonCompleted] = [PageOpened(unit=self._key, item=item)]
        work = self._enrolment.progress.lesson(self._key)
        if index + 1 == len(self._items) and not (work is not None and work.completed):
            events.append(
                LessonCompleted(
                    unit=self._key,
                    version=self._enrolment.course.outline.version,
                    minutes=whole_minutes(self._enrolment.clock.now() - self._began),
                )
            )
        self._enrolment.record(*events)
        return self.page()

    def _content(self, item: str) -> tuple[str, str, tuple[tuple[str, str], ...]]:
        """Return title, kind and texts of an item."""
        if item == GUESS:
            about = (("", self.lesson.about),) if self.lesson.about else ()
            return "Before you read: what would you guess?", "guess", about
        page: Page = self.lesson.pages[item]
        if self.short_form and page.short is not None:
            return page.title, page.kind, (("", page.short),)
        match page:
            case BoxPage():
                parts = [("", page.text or "")]
                parts += [(h, getattr(page, key) or "") for key, h in BOX_HEADINGS.items()]
                return page.title, "box", tuple((h, text) for h, text in parts if text)
            case ExamplePage():
                return page.title, "example", (("", page.text),)
            case TextPage():
                return page.title, "text", (("", page.text),)

    def _question(self, item: str) -> Question | None:
        return self.lesson.guess_first if item == GUESS else self.lesson.pages[item].recall

    def _prompt(self, item: str) -> Prompt | None:
        question = self._question(item)
        if question is None:
            return None
        asked = put(f"{self.unit.id}.{item}", question, self._enrolment.seed(self._key))
        work = self._enrolment.progress.lesson(self._key)
        given = work.answers.get(item) if work is not None else None
        if given is None:
            return Prompt(asked, None, None)
        try:
            answer = decode_answer(given)
            feedback = judge(question, answer, self._enrolment.course.sources)
        except AnswerError:  # the question was changed since: it is put again
            return Prompt(asked, None, None)
        return Prompt(asked, answer, replace(feedback, not_saved=self.not_saved))
