"""Says which parts of a bank of ours have no place in another system's format."""

from collections.abc import Iterator
from typing import Any

from protectcourse.exchange.carried import LeftOut
from protectcourse.exchange.remarks import Remarks, short_item
from protectcourse.exchange.written_parts import written_parts
from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.questions import OptionsQuestion, Question
from protectcourse.shapes import yaml_key

_ALWAYS = frozenset({"kind", "quiz", "title", "questions"})
"""Said by the question's form, or by what the file is named and asked to be."""


def bank_without_place(quiz: Quiz, kept: frozenset[str]) -> Iterator[LeftOut]:
    """Give what of a bank's head is not carried where only the parts in `kept` are."""
    if names := _written(quiz, kept):
        what = f"Not carried from the head of the bank: {', '.join(names)}."
        yield LeftOut(line=0, item=short_item(quiz.title), what=what)


def question_without_place(
    question: Question, kept: frozenset[str], kept_of_option: frozenset[str], remarks: Remarks
) -> None:
    """Say what of a question, and of its options, is not carried where only some parts are."""
    names = _written(question, kept)
    if isinstance(question, OptionsQuestion):
        for option in question.options.values():
            names += [name for name in _written(option, kept_of_option) if name not in names]
    if names:
        remarks.lost(f"Not carried: {', '.join(names)}.")


def _written(owner: Any, kept: frozenset[str]) -> list[str]:
    """Return the keys of all parts that say something, but those that are kept."""
    return [yaml_key(name) for name, _ in written_parts(owner) if name not in kept | _ALWAYS]
