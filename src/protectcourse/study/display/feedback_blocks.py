"""What is said after an answer, as blocks for reading."""

from collections.abc import Mapping, Sequence

from protectcourse.blocks import Block, TextBlock, text_block
from protectcourse.quiz.answers import Answer, NumberAnswer, ReflectionAnswer, TextAnswer
from protectcourse.quiz.marking import Remark
from protectcourse.quiz.questions import MatchQuestion, OrderQuestion, ShortTextQuestion
from protectcourse.study.asking import Asked, Feedback
from protectcourse.study.display.prose_blocks import line_block
from protectcourse.styled_text import Style, join_text

ORDER_SCORE = "What counts is which steps follow each other as they should."
STYLES: Mapping[str, Style] = {"✓": "right", "~": "partly", "✗": "wrong", "·": "strong"}


def feedback_blocks(asked: Asked, feedback: Feedback, answer: Answer) -> list[Block]:
    """Return how right the answer was, why each choice was or was not, and where it is written."""
    blocks: list[Block] = []
    match answer:
        case ReflectionAnswer(text=text) | TextAnswer(text=text) | NumberAnswer(text=text):
            blocks.append(TextBlock(join_text(("You wrote: ", "muted"), text or "(nothing)")))
        case _:
            pass
    blocks.append(verdict_block(feedback.verdict))
    blocks += _remarks(asked, feedback.remarks)
    if feedback.rationale:
        blocks.append(line_block(feedback.rationale))
    if feedback.model_answer:
        blocks.append(text_block("One good answer", "heading"))
        blocks.append(line_block(feedback.model_answer, gap=0))
    for number, note in enumerate(feedback.notes):
        blocks.append(text_block(note.line, "beside", gap=0 if number else 1))
    return [*blocks, *not_saved_blocks(feedback.not_saved)]


def verdict_block(words: str) -> TextBlock:
    """Return a mark, a sign and a word, in its colour."""
    return text_block(words, style=STYLES.get(words[:1], "strong"))


def not_saved_blocks(words: str) -> list[Block]:
    """Return the warning that something is not saved yet; nothing where all is."""
    return [text_block(words, style="wrong")] if words else []


def _remarks(asked: Asked, remarks: Sequence[Remark]) -> list[Block]:
    """Return what is said of each choice; of steps, the right order and which were in place."""
    match asked.question:
        case OrderQuestion():
            blocks: list[Block] = [text_block("The right order", "heading")]
            blocks += [_step_block(number, one) for number, one in enumerate(remarks, 1)]
            return [*blocks, text_block(ORDER_SCORE, "beside")]
        case MatchQuestion():
            return [block for one in remarks for block in _remark_blocks(one)]
        case ShortTextQuestion():
            shown = next((one for one in remarks if one.chosen), remarks[0])
            return _remark_blocks(shown)
        case _:
            ranked = sorted(remarks, key=_rank)
            return [block for one in ranked for block in _remark_blocks(one)]


def _step_block(number: int, remark: Remark) -> TextBlock:
    """Return a step where it belongs, and whether the learner had it there."""
    sign = "✓" if remark.chosen else "✗"
    words = line_block(remark.text).text
    elsewhere = "" if remark.chosen else " (you had it elsewhere)"
    shown = join_text((sign, STYLES[sign]), f" {number}. ", words, (elsewhere, "muted"))
    return TextBlock(shown, rest="     ", gap=0)


def _rank(remark: Remark) -> int:
    """Put what was chosen first, then what is right, then the rest."""
    return 0 if remark.chosen else 1 if remark.right else 2


def _remark_blocks(remark: Remark) -> list[Block]:
    """Return one choice: whether it was chosen, whether it is right, and why."""
    sign = "✓" if remark.right else "✗"
    chosen = " (your choice)" if remark.chosen else ""
    words = join_text((sign, STYLES[sign]), " ", line_block(remark.text).text, (chosen, "strong"))
    blocks: list[Block] = [TextBlock(words, rest="  ")]
    if remark.rationale:
        why = line_block(remark.rationale).text
        blocks.append(TextBlock(why, "beside", first="  ", rest="  ", gap=0))
    return blocks
