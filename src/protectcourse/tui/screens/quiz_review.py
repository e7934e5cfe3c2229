"""A finished attempt looked back on: every question, the answer given, and what is said of it."""

from collections.abc import Iterator, Sequence

from protectcourse.study.quiz_result import Reviewed
from protectcourse.tui.screens.text_screen import TextScreen
from protectcourse.tui.widgets.feedback_blocks import feedback_blocks, verdict_block
from protectcourse.tui.widgets.prose_blocks import line_block
from protectcourse.tui.widgets.reading import Block, text_block

NO_ANSWER = "✗ not answered"


class QuizReviewScreen(TextScreen):
    """Shows the questions of an attempt one below the other."""

    def __init__(self, title: str, questions: Sequence[Reviewed]) -> None:
        place = f"{len(questions)} questions"
        super().__init__(f"Looking back: {title}", place, _blocks(questions))


def _blocks(questions: Sequence[Reviewed]) -> Iterator[Block]:
    """Give each question under its number."""
    for number, one in enumerate(questions, 1):
        yield text_block(f"Question {number} of {len(questions)}", "heading")
        yield line_block(one.asked.question.stem, gap=0)
        if one.answer is None or one.feedback is None:
            yield verdict_block(NO_ANSWER)
        else:
            yield from feedback_blocks(one.asked, one.feedback, one.answer)
