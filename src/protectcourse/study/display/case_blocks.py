"""A case as blocks for reading: what was done, what follows, what is known."""

from collections.abc import Callable, Sequence

from protectcourse.blocks import Block, TextBlock, text_block
from protectcourse.scenario.debrief import ANSWER_WORDS, UNEXPLAINED
from protectcourse.scenario.moments import Moment
from protectcourse.scenario.steps import ElementMark, Step
from protectcourse.study.citing import Footnote
from protectcourse.study.display.feedback_blocks import STYLES, verdict_block
from protectcourse.study.display.prose_blocks import Marks, line_block, prose_blocks
from protectcourse.study.wording import OUTCOMES, RATINGS
from protectcourse.styled_text import StyledText, join_text, styled

Cite = Callable[[tuple[str, ...]], tuple[Footnote, ...]]
"""Gives the footnotes of some sources."""
CHECKLIST_HINT = (
    "↑↓ to a row; 1 met, 2 not met, 3 not enough information; Enter when no row is open."
)
HEADINGS = {name: words.capitalize() for name, words in OUTCOMES.items()}
"""How a case ended, as a heading."""


def step_blocks(step: Step, *, coached: bool, cite: Cite) -> list[Block]:
    """Return one decision.

    What was done, what followed and, where the case coaches, how good it was.
    """
    blocks: list[Block] = [TextBlock(_deed(step), rest="  ")]
    if coached:
        blocks += [block for mark in step.marks for block in mark_blocks(mark, cite)]
    if step.consequence:
        blocks.append(line_block(step.consequence))
    if coached and step.rating is not None:
        blocks.append(verdict_block(RATINGS[step.rating]))
        blocks.append(line_block(step.reason, gap=0))
    for fact in step.facts:
        noted = join_text(("Noted in the case file: ", "muted"), line_block(fact.sentence).text)
        blocks.append(TextBlock(noted, rest="  "))
    return blocks


def _deed(step: Step) -> StyledText:
    """Return in a line what the learner did."""
    match step.kind:
        case "checklist":
            return join_text("> ", ("You: ", "muted"), "went through the list.")
        case "question":
            return join_text("> ", ("You asked: ", "muted"), line_block(step.text).text)
        case "choice" | "leave":
            return join_text("> ", ("You: ", "muted"), line_block(step.text).text)


def mark_blocks(mark: ElementMark, cite: Cite, indent: str = "") -> list[Block]:
    """Return a line of a checklist: what was answered, what is right, why, and by which source."""
    is_right = mark.given == mark.right
    sign = "✓" if is_right else "✗"
    asked = join_text((sign, STYLES[sign]), " ", line_block(mark.ask).text)
    given, right = ANSWER_WORDS[mark.given], ANSWER_WORDS[mark.right]
    said = f"You: {given}; right." if is_right else f"You: {given}. Right: {right}."
    why = line_block(mark.explanation or UNEXPLAINED[mark.right]).text
    below = indent + "  "
    return [
        TextBlock(asked, first=indent, rest=below),
        TextBlock(join_text(said, " ", why), first=below, rest=below, gap=0),
        *source_blocks(mark.sources, cite, below),
    ]


def source_blocks(sources: tuple[str, ...], cite: Cite, indent: str) -> list[Block]:
    """Return each source by its name, with the place in it."""
    return [
        TextBlock(styled(_source_name(note)), "beside", first=indent, rest=indent, gap=0)
        for note in cite(sources)
    ]


def _source_name(note: Footnote) -> str:
    return f"{note.name}{', ' + note.place if note.place else ''}"


def past_blocks(
    steps: Sequence[Step], scenes: Sequence[Moment], marks: Marks, *, coached: bool, cite: Cite
) -> list[Block]:
    """Return everything before the latest decision, the scene in which that was taken included.

    An interview is told once, and not again with each question.
    """
    blocks: list[Block] = []
    for number, (step, scene) in enumerate(zip(steps, scenes, strict=True)):
        if not number or steps[number - 1].node != step.node:
            blocks += scene_blocks(scene, marks)
        if number < len(steps) - 1:
            blocks += step_blocks(step, coached=coached, cite=cite)
    return blocks


def scene_blocks(scene: Moment, marks: Marks) -> list[Block]:
    """Return the text of a scene, all of it."""
    texts = (scene.text, *scene.also)
    return [block for text in texts for block in prose_blocks(text, marks)]


def moment_blocks(moment: Moment, marks: Marks, *, returning: bool) -> list[Block]:
    """Return the text of a scene; of an interview that goes on only what is new."""
    if returning:
        blocks = [block for text in moment.also for block in prose_blocks(text, marks)]
    else:
        blocks = scene_blocks(moment, marks)
    if moment.kind == "checklist":
        blocks.append(text_block(CHECKLIST_HINT, "beside"))
    return blocks


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
        TextBlock(join_text((f"{meter.name.capitalize()}: ", "muted"), meter.text), gap=int(not n))
        for n, meter in enumerate(moment.meters)
    ]


def meter_line(moment: Moment) -> str:
    """Return the meters in one line, for screens without room beside the story."""
    return " · ".join(f"{meter.name}: {meter.text}" for meter in moment.meters)
