"""What a case keeps in mind at one point of a play: for the author, who wants to see it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from protectcourse.blocks import Block, TextBlock, text_block
from protectcourse.scenario.scoring import score
from protectcourse.scenario.state import State
from protectcourse.scenario.steps import Step
from protectcourse.scenario.story import Story
from protectcourse.styled_text import styled

TITLE = "What the case keeps in mind"
NOT_BEGUN = "The case has not begun: there is nothing to know yet."
KNOWN, SET = ("known", "not known"), ("set", "not set")


def variable_blocks(
    story: Story, state: State, steps: Sequence[Step], usual_mark: int
) -> list[Block]:
    """Return every variable as it stands, what was asked, and the points so far.

    `usual_mark` is the percent needed where the rubric of the case is silent.
    """
    variables = story.variables
    return [
        *_group("Where", [f"`{state.node}`, after {_count(len(steps), 'decision')}"]),
        *_group("Facts", _bits(variables.facts, state, KNOWN)),
        *_group("Flags", _bits(variables.flags, state, SET)),
        *_group("Meters", _meters(story, state)),
        *_group("States", _states(story, state)),
        *_group("Asked", _asked(story, state)),
        *_group("Points", _points(story, steps, usual_mark)),
    ]


def _group(heading: str, lines: Iterable[str]) -> Iterator[Block]:
    found = list(lines)
    if found:
        yield text_block(heading, "heading")
        yield from (TextBlock(styled(line), first="  ", rest="    ", gap=0) for line in found)


def _bits(bits: Mapping[str, int], state: State, words: tuple[str, str]) -> Iterator[str]:
    """Give the names whose bits are set, then the others, each behind its word."""
    for word, wanted in zip(words, (True, False), strict=True):
        names = [name for name, bit in bits.items() if bool(bit & state.mask) is wanted]
        if names:
            yield f"{word}: {', '.join(names)}"


def _meters(story: Story, state: State) -> Iterator[str]:
    meters = story.case.track.meters
    for (name, meter), value in zip(meters.items(), state.meters, strict=True):
        word = f" ({meter.words[value - meter.min]})" if meter.words else ""
        hidden = ", hidden" if meter.hidden else ""
        yield f"{name} = {value}{word}, from {meter.min} to {meter.max}{hidden}"


def _states(story: Story, state: State) -> Iterator[str]:
    for name, known in story.variables.states.items():
        drawn = ", drawn at the start" if name in story.variables.variants else ""
        yield f"{name} = {known.values[state.states[known.at]]}{drawn}"


def _asked(story: Story, state: State) -> Iterator[str]:
    for (hub, question), bit in story.variables.asked.items():
        if bit & state.mask:
            yield f"{hub}.{question}"


def _points(story: Story, steps: Sequence[Step], usual_mark: int) -> Iterator[str]:
    so_far = score(story, steps, usual_mark)
    for one in so_far.competencies:
        yield f"{one.competency}: {one.earned} of {one.offered}, {one.mark} % needed"
    if so_far.overall.offered:
        yield f"in all: {so_far.overall.earned} of {so_far.overall.offered}"
    if so_far.red_lines:
        yield f"red lines: {', '.join(f'{s.node}.{s.choice}' for s in so_far.red_lines)}"
    for missed in so_far.missed:
        yield f"important, not asked: {missed.hub}.{missed.question}"


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
