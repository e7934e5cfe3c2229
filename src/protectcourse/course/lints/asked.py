"""A question as the lints look at it: where it stands, its options as plain words, its key."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from protectcourse.course.lints.passage import plain_line
from protectcourse.course.lints.words import content_words, last_sentence
from protectcourse.course.models import Lesson
from protectcourse.findings import ValuePath
from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.questions import (
    OneQuestion,
    OptionsQuestion,
    Question,
    ReflectionQuestion,
    SeveralQuestion,
)


@dataclass
class Asked:
    """A question of a bank, or a prompt of a lesson."""

    name: str
    question: Question
    path: ValuePath
    pool: str = ""
    """`practice`, `final` or `pretest`; empty for a prompt."""
    options: dict[str, str] = field(init=False)
    """What can be chosen, as plain words, by id; none where nothing is chosen."""
    key: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        question = self.question
        if isinstance(question, OneQuestion | SeveralQuestion):
            self.options = {name: plain_line(one.text) for name, one in question.options.items()}
            self.key = question.key
        else:
            self.options, self.key = {}, frozenset()

    @property
    def in_bank(self) -> bool:
        """Whether it belongs to a bank, and not to a lesson."""
        return bool(self.pool)

    @property
    def is_marked(self) -> bool:
        """Whether it can be right or wrong."""
        return not isinstance(self.question, ReflectionQuestion)

    @property
    def has_one_key(self) -> bool:
        """Whether one option out of several is right."""
        return isinstance(self.question, OneQuestion) and len(self.key) == 1

    @property
    def key_texts(self) -> list[str]:
        """The right options in plain words."""
        return [text for name, text in self.options.items() if name in self.key]

    @cached_property
    def wrong(self) -> dict[str, str]:
        """What is wrong to choose: no part of the key, and worth no points."""
        if not isinstance(self.question, OptionsQuestion):
            return {}
        weights = self.question.weights
        return {
            name: text
            for name, text in self.options.items()
            if name not in self.key and weights[name] <= 0
        }

    @cached_property
    def distractors(self) -> dict[str, str]:
        """All options that are not the key, partly right ones too."""
        return {name: text for name, text in self.options.items() if name not in self.key}

    @cached_property
    def stem(self) -> str:
        """The stem in plain words."""
        return plain_line(self.question.stem)

    @cached_property
    def lead_in(self) -> str:
        """The last sentence of the stem: what is asked."""
        return last_sentence(self.stem)

    @cached_property
    def option_words(self) -> dict[str, list[str]]:
        """The content words of each option."""
        return {name: content_words(text) for name, text in self.options.items()}

    def option_path(self, name: str) -> ValuePath:
        """Return where the text of an option stands."""
        return (*self.path, "options", name, "text")

    @property
    def stem_path(self) -> ValuePath:
        """Where the stem stands."""
        return (*self.path, "stem")


def questions_of(value: object) -> Iterator[Asked]:
    """Give the questions of a bank or a lesson, in order."""
    if isinstance(value, Quiz):
        for name, question in value.questions.items():
            yield Asked(name, question, ("questions", name), value.pool)
    elif isinstance(value, Lesson):
        if value.guess_first is not None:
            yield Asked("guess_first", value.guess_first, ("guess_first",))
        for name, page in value.pages.items():
            if page.recall is not None:
                yield Asked(name, page.recall, ("pages", name, "recall"))
