"""A question as blocks for reading: its stem and, until it is answered, how to answer."""

from protectcourse.blocks import Block, text_block
from protectcourse.quiz.answers import Answer
from protectcourse.quiz.questions import (
    MatchQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    ReflectionQuestion,
    SeveralQuestion,
    ShortTextQuestion,
)
from protectcourse.study.asking import Asked, Feedback
from protectcourse.study.display.feedback_blocks import feedback_blocks
from protectcourse.study.display.prose_blocks import line_block

NO_NAMES = "Names and details of real people do not belong here."
ORDER_HINT = "Press the digits in order; Backspace takes one back."
SEVERAL_HINT = "A digit ticks; Enter hands in."
NUMBER_HINT = "Write a number in digits; Enter hands it in."
WORDS_HINT = "Write a word or a few; Enter hands them in."
MATCH_HINT = "↑↓ to a row, a digit chooses for it; Enter hands in when no row is open."


def open_question_blocks(asked: Asked, heading: str = "") -> list[Block]:
    """Return a question that waits for an answer: what is asked, and how to answer."""
    blocks = _stem_blocks(asked, heading)
    if isinstance(asked.question, MatchQuestion):
        values = [f"{n}  {text}" for n, (_, text) in enumerate(asked.choices, 1)]
        blocks += [text_block(value, gap=1 if n == 0 else 0) for n, value in enumerate(values)]
        return [*blocks, text_block(MATCH_HINT, "beside")]
    hint = _hint(asked.question)
    return [*blocks, text_block(hint, "beside", gap=0)] if hint else blocks


def answered_question_blocks(
    asked: Asked, feedback: Feedback, answer: Answer, heading: str = ""
) -> list[Block]:
    """Return a question with its answer, and what is said of it."""
    return [*_stem_blocks(asked, heading), *feedback_blocks(asked, feedback, answer)]


def _stem_blocks(asked: Asked, heading: str) -> list[Block]:
    blocks: list[Block] = [text_block(heading, "beside")] if heading else []
    return [*blocks, line_block(asked.question.stem)]


def _hint(question: Question) -> str:
    """Return how to answer, in a line; empty where it goes without saying."""
    match question:
        case OrderQuestion():
            return ORDER_HINT
        case SeveralQuestion():
            return SEVERAL_HINT
        case ReflectionQuestion():
            return NO_NAMES
        case NumberQuestion(unit=unit):
            return f"{NUMBER_HINT} The unit: {unit}." if unit else NUMBER_HINT
        case ShortTextQuestion():
            return WORDS_HINT
        case _:
            return ""
