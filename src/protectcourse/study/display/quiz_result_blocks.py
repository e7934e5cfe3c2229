"""What came of a quiz: score, objectives, what to read again, what to do next, every attempt."""

from collections.abc import Sequence

from protectcourse.blocks import Block, text_block
from protectcourse.course.outline import UnitOutline
from protectcourse.study.dashboard import UnitLine
from protectcourse.study.display.choosing import Row, numbered_rows
from protectcourse.study.display.feedback_blocks import (
    feedback_blocks,
    not_saved_blocks,
    verdict_block,
)
from protectcourse.study.display.prose_blocks import line_block
from protectcourse.study.display.sheets import Sheet
from protectcourse.study.display.what_now import WhatNow
from protectcourse.study.quiz_result import QuizResult, Reviewed
from protectcourse.study.wording import bar

HOME, RETRY, AGAIN, NEXT, REVIEW, READ = "home", "retry", "again", "next", "review", "read "
NO_ATTEMPT_LEFT = "No attempt is left today. The next can be begun tomorrow."
PRETEST = "This shows where you start; the course goes through all of it."
NO_ANSWER = "✗ not answered"


def title_words(unit: UnitOutline) -> str:
    """Return how a result is called."""
    return f"Result: {unit.title}"


def saved_words(not_saved: str) -> str:
    """Return that all is saved, where it is."""
    return "" if not_saved else "all saved"


def result_blocks(result: QuizResult, attempts_left: int | None, not_saved: str) -> list[Block]:
    """Return score, pass mark and objectives, in words and figures."""
    blocks = [*not_saved_blocks(not_saved), *_score_blocks(result)]
    blocks.append(text_block("By objective", "heading"))
    for number, one in enumerate(result.objectives):
        figures = f"{bar(one.right, one.total)}  {one.right} of {one.total}"
        blocks.append(text_block(figures, gap=int(number > 0)))
        blocks.append(text_block(one.text, "beside", gap=0))
    if attempts_left == 0:
        blocks.append(text_block(NO_ATTEMPT_LEFT))
    return [*blocks, text_block("What now?", "heading")]


def result_rows(
    result: QuizResult, upcoming: UnitLine | None, attempts_left: int | None
) -> list[Row]:
    """Return what can be done, the most useful first; a lesson to read by `READ` and its id."""
    offers: list[tuple[str, str]] = []
    go_on = []
    if upcoming is not None:
        go_on = [(NEXT, f"Next: {upcoming.unit.sort} {upcoming.name}")]
    offers += go_on if result.passed else []
    offers += [
        (READ + name, f"Read again: {unit.number} {unit.title}")
        for name, unit in lessons_to_read(result).items()
    ]
    if result.is_open:
        offers.append((REVIEW, "Look back at the questions"))
    if result.can_retry:
        offers.append((RETRY, f"Retry only what was missed ({len(result.missed)})"))
    if attempts_left is None:
        offers.append((AGAIN, "Take the quiz again"))
    elif attempts_left:
        offers.append((AGAIN, f"Take the quiz again (attempts left today: {attempts_left})"))
    offers += [] if result.passed else go_on
    return numbered_rows([*offers, (HOME, "Home")])


def choice_after_result(row_id: str, result: QuizResult, upcoming: UnitLine | None) -> WhatNow:
    """Return what a row chosen after a result means."""
    match row_id:
        case "retry" | "again" | "review":
            return WhatNow(row_id)
        case "next" if upcoming is not None:
            return WhatNow("open", upcoming.unit)
        case _ if row_id.startswith(READ):
            return WhatNow("open", lessons_to_read(result)[row_id.removeprefix(READ)])
        case _:
            return WhatNow("home")


def lessons_to_read(result: QuizResult) -> dict[str, UnitOutline]:
    """Return the lessons for what was not right, each once, by id."""
    weak = [one for one in result.objectives if one.right < one.total]
    return {unit.id: unit for one in weak for unit in one.lessons}


def attempt_blocks(result: QuizResult) -> list[Block]:
    """Return every attempt so far."""
    blocks: list[Block] = [text_block("Attempts so far", "heading")]
    for one in result.attempts:
        words = "retry" if one.is_retry else ("passed" if one.passed else "not passed")
        words = words if result.pass_mark else "not graded"
        words += ", before starting over" if one.is_past else ""
        blocks.append(text_block(f"{one.number}.  {one.day}  {one.percent} %  {words}", gap=0))
    return blocks


def review_sheet(title: str, questions: Sequence[Reviewed]) -> Sheet:
    """Return a finished attempt looked back on: each question under its number."""
    blocks: list[Block] = []
    for number, one in enumerate(questions, 1):
        blocks.append(text_block(f"Question {number} of {len(questions)}", "heading"))
        blocks.append(line_block(one.asked.question.stem, gap=0))
        if one.answer is None or one.feedback is None:
            blocks.append(verdict_block(NO_ANSWER))
        else:
            blocks += feedback_blocks(one.asked, one.feedback, one.answer)
    return Sheet(f"Looking back: {title}", f"{len(questions)} questions", blocks)


def _score_blocks(result: QuizResult) -> list[Block]:
    """Return the score, and by which rule it passes or does not."""
    figures = f"{result.percent} %, {result.right} of {result.total} right"
    if result.is_retry:
        words = "A retry is for practice. To pass, take the quiz again."
        return [text_block(f"Retry: {figures}.", "heading"), text_block(words, gap=0)]
    if not result.pass_mark:
        return [text_block(f"Not graded: {figures}.", "heading"), text_block(PRETEST, gap=0)]
    verdict = "✓ passed" if result.passed else "✗ not yet passed"
    return [
        verdict_block(f"{verdict}: {figures}"),
        text_block(f"The pass mark is {result.pass_mark} %.", gap=0),
        *(text_block(words, gap=0) for words in _rule_words(result)),
    ]


def _rule_words(result: QuizResult) -> list[str]:
    """Return what else it takes to pass, and when the reasons are shown."""
    words = []
    if result.floor:
        words.append(f"At least {result.floor} right are needed in each part.")
    if result.below_floor:
        words.append(f"Too few in: {'; '.join(result.below_floor)}.")
    if not result.is_open:
        words.append("The questions and their reasons are shown once the quiz is passed.")
    return words
