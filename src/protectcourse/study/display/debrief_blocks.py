"""The debrief of a case as blocks for reading."""

from collections.abc import Iterable

from protectcourse.blocks import Block, TextBlock, text_block
from protectcourse.scenario.debrief import Debrief, ReviewedDecision
from protectcourse.scenario.nodes import Rating
from protectcourse.study.case_session import CaseSession
from protectcourse.study.display.case_blocks import HEADINGS, mark_blocks, source_blocks
from protectcourse.study.display.feedback_blocks import not_saved_blocks, verdict_block
from protectcourse.study.display.prose_blocks import line_block, prose_blocks
from protectcourse.study.wording import RATINGS, bar
from protectcourse.styled_text import StyledText, join_text

INDENT = "   "
DESPITE_GOOD = (
    "You decided well, and it ended badly. That happens; it does not make the decisions wrong."
)
DESPITE_BAD = "It ended well although the decisions were not all sound. That was luck."
PASSED = "✓ passed"
RED_LINE = "✗ not yet passed: a red line was crossed"
NOT_YET = "✗ not yet passed: play it again when you like"
PRACTICE = "· practice: this play does not count"


def debrief_blocks(session: CaseSession, result: Debrief) -> list[Block]:
    """Return the whole review of a play, from how it ended to what is worth talking over."""
    blocks = not_saved_blocks(session.not_saved)
    blocks += _outcome_blocks(session, result)
    blocks.append(text_block("Your decisions", "heading"))
    for number, decision in enumerate(result.decisions, 1):
        blocks += _decision_blocks(session, number, decision)
    blocks += _red_line_blocks(result)
    blocks += _list_blocks("Important, and not asked", [one.text for one in result.missed])
    blocks += _list_blocks(
        "Facts that you did not find", [fact.sentence for fact in result.not_found]
    )
    blocks += _competency_blocks(session, result)
    blocks += _list_blocks("To think about, or talk over", result.ending.ask_yourself)
    blocks += _run_blocks(session)
    blocks += prose_blocks(session.support) if session.support else []
    return [*blocks, text_block("What now?", "heading")]


def title_words(session: CaseSession) -> str:
    """Return how a debrief is called."""
    return f"Debrief: {session.unit.title}"


def place_words(result: Debrief) -> str:
    """Return how many of the endings have been seen."""
    return f"endings seen: {result.endings_seen} of {result.endings}"


def decision_words(decision: ReviewedDecision) -> str:
    """Return in a line what was decided; a checklist by how many of its answers were right."""
    if not decision.marks:
        return decision.text
    right = sum(mark.given == mark.right for mark in decision.marks)
    return f"The list: {right} of {len(decision.marks)} right"


def rating_words(decision: ReviewedDecision) -> str:
    """Return a decision's rating, a sign and a word; empty for a checklist."""
    if decision.marks:
        return ""
    return "· not rated" if decision.rating is None else RATINGS[decision.rating]


def _outcome_blocks(session: CaseSession, result: Debrief) -> list[Block]:
    """Return how it ended, whether it passed, and that the two are different things."""
    blocks: list[Block] = [text_block(HEADINGS[result.ending.outcome], "heading")]
    blocks += prose_blocks(result.ending.debrief or result.ending.text, session.short_names)
    if session.is_practice:
        blocks.append(verdict_block(PRACTICE))
        stands = PASSED if session.is_passed else "✗ not yet passed"
        blocks.append(text_block(f"Your result stands: {stands}", gap=0))
    elif result.passed:
        blocks.append(verdict_block(PASSED))
    else:
        blocks.append(verdict_block(RED_LINE if result.red_lines else NOT_YET))
        if session.is_passed:
            blocks.append(text_block(f"An earlier play stands: {PASSED}", gap=0))
    if result.well_but_badly_ended:
        blocks.append(text_block(DESPITE_GOOD, gap=0))
    elif result.badly_but_well_ended:
        blocks.append(text_block(DESPITE_BAD, gap=0))
    return blocks


def _decision_blocks(session: CaseSession, number: int, decision: ReviewedDecision) -> list[Block]:
    """Return one decision with its rating, the reason, the sources, and what was better."""
    chosen = join_text(f"{number}. ", line_block(decision_words(decision)).text)
    blocks: list[Block] = [TextBlock(chosen, rest=INDENT)]
    if words := rating_words(decision):
        blocks.append(_below(verdict_block(words).text))
    if decision.reason:
        blocks.append(_below(line_block(decision.reason).text))
    blocks += source_blocks(decision.sources, session.notes, INDENT)
    for mark in decision.marks:
        blocks += mark_blocks(mark, session.notes, INDENT)
    if decision.better is not None:
        better = line_block(decision.better.text).text
        blocks.append(_below(join_text(("Better, and open to you: ", "muted"), better)))
    elif decision.kind != "question" and decision.rating not in {None, Rating.BEST}:
        blocks.append(_below(join_text(("Nothing better was open here.", "muted"))))
    return blocks


def _red_line_blocks(result: Debrief) -> list[Block]:
    """Return each red line that was crossed, and why it is one."""
    blocks: list[Block] = []
    for number, decision in enumerate(result.decisions, 1):
        if decision.rating is Rating.RED_LINE:
            words = join_text(f"In decision {number}: ", line_block(decision.reason).text)
            blocks.append(TextBlock(words, first="• ", rest="  ", gap=0))
    return [text_block("Red lines crossed", "heading"), *blocks] if blocks else []


def _competency_blocks(session: CaseSession, result: Debrief) -> list[Block]:
    """Return each competency: a bar, a figure, a word."""
    if not result.competencies:
        return []
    blocks: list[Block] = [text_block("By competency", "heading")]
    for number, one in enumerate(result.competencies):
        share = bar(one.score.earned, one.score.offered)
        figures = f"{share}  {one.score.percent} %, {one.standing} (needed: {one.score.mark} %)"
        blocks.append(text_block(figures, gap=int(number > 0)))
        blocks.append(text_block(session.competency(one.score.competency), "beside", gap=0))
    return blocks


def _run_blocks(session: CaseSession) -> list[Block]:
    """Return all plays, where there was more than this one."""
    runs = session.runs()
    lines = [f"{run.number}. {run.day}: {run.words}" for run in runs]
    return _list_blocks("All your plays of this case", lines) if len(runs) > 1 else []


def _list_blocks(heading: str, texts: Iterable[str]) -> list[Block]:
    """Return a list under its heading; nothing where it is empty."""
    entries = [TextBlock(line_block(one).text, first="• ", rest="  ", gap=0) for one in texts]
    return [text_block(heading, "heading"), *entries] if entries else []


def _below(text: StyledText) -> TextBlock:
    return TextBlock(text, first=INDENT, rest=INDENT, gap=0)
