"""A case as blocks for reading: what was done, what follows, what is known."""

from collections.abc import Iterable, Mapping, Sequence

from protectcourse.scenario.moments import Moment
from protectcourse.scenario.steps import Step
from protectcourse.study.wording import RATINGS
from protectcourse.tui.safe_text import as_content, join_content
from protectcourse.tui.widgets.feedback_blocks import verdict_block
from protectcourse.tui.widgets.prose_blocks import line_block, prose_blocks
from protectcourse.tui.widgets.reading import Block, TextBlock, text_block

NO_NUMBERS: Mapping[tuple[str, str], int] = {}
INVENTED = "All people in this case are invented."
OUTCOMES = {"good": "A good ending", "mixed": "A mixed ending", "bad": "A bad ending"}


def intro_blocks(about: str, minutes: int, is_draft: bool) -> list[Block]:
    """Return what is said before a case begins."""
    blocks = list(prose_blocks(about, NO_NUMBERS)) if about else []
    words = f"{INVENTED} About {minutes} minutes; leave at any moment, and go on later."
    blocks.append(text_block(words))
    if is_draft:
        blocks.append(text_block("Draft: nobody has reviewed this case yet.", "beside"))
    return blocks


def step_blocks(step: Step, *, coached: bool) -> list[Block]:
    """Return one decision.

    What was done, what followed and, where the case coaches, how good it was.
    """
    deed = "You asked: " if step.kind == "question" else "You: "
    said = join_content("> ", (deed, "$muted"), line_block(step.text).text)
    blocks: list[Block] = [TextBlock(said, rest="  ")]
    if step.consequence:
        blocks.append(line_block(step.consequence))
    if coached and step.rating is not None:
        blocks.append(verdict_block(RATINGS[step.rating]))
        blocks.append(line_block(step.reason, gap=0))
    for fact in step.facts:
        noted = join_content(("Noted in the case file: ", "$muted"), line_block(fact.sentence).text)
        blocks.append(TextBlock(noted, rest="  "))
    return blocks


def past_blocks(steps: Iterable[Step], *, coached: bool) -> list[Block]:
    """Return everything that was decided before."""
    return [block for step in steps for block in step_blocks(step, coached=coached)]


def moment_blocks(moment: Moment, *, returning: bool) -> list[Block]:
    """Return the text of a scene; of an interview that goes on only what is new."""
    texts = (() if returning else (moment.text,)) + moment.also
    return [block for text in texts for block in prose_blocks(text, NO_NUMBERS)]


def case_file_blocks(moment: Moment) -> list[Block]:
    """Return the case file: facts in the order learnt, then the meters in words."""
    blocks: list[Block] = [text_block("Case file", "heading")]
    if not moment.facts:
        blocks.append(text_block("Nothing learnt yet.", "beside", gap=0))
    for fact in moment.facts:
        blocks.append(TextBlock(line_block(fact.sentence).text, first="• ", rest="  ", gap=0))
    blocks += meter_blocks(moment)
    return blocks


def meter_blocks(moment: Moment) -> list[Block]:
    """Return each meter by its name, in words."""
    return [
        TextBlock(
            join_content((f"{meter.name.capitalize()}: ", "$muted"), meter.text), gap=int(not n)
        )
        for n, meter in enumerate(moment.meters)
    ]


def meter_line(moment: Moment) -> str:
    """Return the meters in one line, for screens without room beside the story."""
    return " · ".join(f"{meter.name}: {meter.text}" for meter in moment.meters)


def not_saved_blocks(words: str) -> Sequence[Block]:
    """Return the warning that something is not saved yet, if so."""
    return [TextBlock(as_content(words, "$wrong bold"))] if words else []
