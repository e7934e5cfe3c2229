"""What is said around the questions of a quiz: where one is, how sure, and before handing in."""

from collections.abc import Sequence

from protectcourse.blocks import Block, text_block
from protectcourse.course.outline import UnitOutline
from protectcourse.course.prose import plain_words
from protectcourse.study.display.choosing import Row, numbered_rows
from protectcourse.study.display.prose_blocks import prose_blocks
from protectcourse.study.display.sheets import Offer
from protectcourse.study.quiz_session import QuestionLine, QuestionView
from protectcourse.study.wording import SURENESS

HOW_SURE = "How sure are you? Enter skips."
NOTHING_CHOSEN = "Nothing is chosen yet. Press a digit, then Enter."
BEGIN, LEAVE = "begin", "leave"
HAND_IN = "hand in"
"""The id of the row that hands in; those of the others are the numbers of questions."""
ALL_ANSWERED = "Every question has an answer, and none is flagged."
STEM_LENGTH = 60


def title_words(unit: UnitOutline) -> str:
    """Return how a quiz is called above its questions."""
    return f"Quiz: {unit.title}"


def rules_offer(unit: UnitOutline, about: str) -> Offer | None:
    """Return what a final or a pre-test asks for, and the choice to begin; None for practice."""
    if unit.pool == "practice" or not about:
        return None
    rows = numbered_rows([(BEGIN, "Begin"), (LEAVE, "Not now")])
    return Offer(title_words(unit), rows, prose_blocks(about))


def place_words(question: QuestionView) -> str:
    """Return which question this is, what it takes to pass, and whether it is flagged."""
    purpose = f"pass {question.pass_mark} %" if question.pass_mark else "not graded"
    purpose = "retry, for practice" if question.is_retry else purpose
    place = f"question {question.number} of {question.total} · {purpose}"
    return f"flagged · {place}" if question.flagged else place


def sureness_blocks() -> list[Block]:
    """Return the question how sure one is."""
    return [text_block(HOW_SURE)]


def sureness_rows() -> list[Row]:
    """Return how sure one can be."""
    return numbered_rows((str(number), words) for number, words in SURENESS.items())


def hand_in_offer(lines: Sequence[QuestionLine]) -> Offer:
    """Return what is still open, and the questions: the flagged first, then the unanswered."""
    ordered = sorted(lines, key=lambda line: (not line.flagged, line.answered, line.number))
    rows = [*map(_row, ordered), Row(id=HAND_IN, text="Hand in now; no change after this")]
    is_open = any(line.flagged or not line.answered for line in lines)
    return Offer(
        title="Before you hand in",
        rows=rows,
        blocks=[text_block(_words_on_open(lines))],
        place=f"{len(lines)} questions",
        chosen=rows[0].id if is_open else HAND_IN,
        does="open, or hand in",
    )


def _words_on_open(lines: Sequence[QuestionLine]) -> str:
    """Say what is still open."""
    unanswered = sum(not line.answered for line in lines)
    flagged = sum(line.flagged for line in lines)
    parts = []
    if unanswered:
        parts.append(f"Without an answer: {unanswered}. These count as not right.")
    if flagged:
        parts.append(f"Flagged for later: {flagged}.")
    return " ".join(parts) or ALL_ANSWERED


def _row(line: QuestionLine) -> Row:
    """Return the line of a question: its number, its first words, what is open."""
    words = plain_words(line.stem)
    shown = words if len(words) <= STEM_LENGTH else words[: STEM_LENGTH - 2].rstrip() + " …"
    states = ["flagged"] * line.flagged + ["no answer"] * (not line.answered)
    return Row(id=str(line.number), text=f"{line.number}. {shown}", right=", ".join(states))
