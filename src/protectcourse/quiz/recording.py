"""The form of an answer that may leave the laptop: ids only, never what was typed."""

from typing import Any

from protectcourse.quiz.answers import (
    Answer,
    NumberAnswer,
    ReflectionAnswer,
    TextAnswer,
    encode_answer,
)
from protectcourse.quiz.marking import accepted_form
from protectcourse.quiz.questions import Question, ShortTextQuestion

OTHER = "other"


def answer_body(question: Question, answer: Answer) -> dict[str, Any]:
    """Return an answer by ids; of a short text only which accepted form it was, or `other`."""
    match answer:
        case TextAnswer(text) if isinstance(question, ShortTextQuestion):
            form = accepted_form(question, text)
            return {"form": OTHER if form is None else form}
        case NumberAnswer() | ReflectionAnswer() | TextAnswer():
            return {}
        case _:
            return encode_answer(answer)


def typed_text(answer: Answer) -> str:
    """Return what was typed, which stays on the laptop; empty where nothing was."""
    match answer:
        case TextAnswer(text) | NumberAnswer(text) | ReflectionAnswer(text):
            return text
        case _:
            return ""
