"""How a learner stands, to read: each objective, every attempt, time spent."""

from collections.abc import Iterator, Mapping

from protectcourse.blocks import Block, TextBlock, text_block
from protectcourse.study.dashboard import Dashboard
from protectcourse.study.display.sheets import Sheet
from protectcourse.study.durations import about_minutes
from protectcourse.study.standing import (
    MASTERY_SIGNS,
    Mastery,
    ObjectiveLine,
    Standing,
    TriedLine,
)
from protectcourse.study.wording import bar
from protectcourse.styled_text import Style, join_text, styled

STYLES: Mapping[Mastery, Style] = {Mastery.MASTERED: "right", Mastery.PRACTISED: "partly"}
NO_NAME = "no name given"
NONE_TRIED = "No quiz and no case has been finished yet."
EXPLAINED = (
    "Seen: a lesson that teaches it was begun. Practised: a quiz asked about it. "
    "Mastered: the latest quiz that asked about it reached the pass mark."
)


def standing_sheet(standing: Standing, dashboard: Dashboard, name: str) -> Sheet:
    """Return how a learner stands; `name` is what their record says, empty if nothing."""
    lines = (
        f"{dashboard.title}  {dashboard.summary}",
        f"Name on your record: {name or NO_NAME}.",
    )
    return Sheet("My progress", dashboard.summary, list(_blocks(standing, lines)))


def _blocks(standing: Standing, lines: tuple[str, ...]) -> Iterator[Block]:
    for number, line in enumerate(lines):
        yield text_block(line, gap=int(number > 0))
    if standing.minutes:
        spent = f"Time spent on what is finished: {about_minutes(standing.minutes)}."
        yield text_block(spent)
    if standing.objectives:
        yield text_block("By objective", "heading")
        for one in standing.objectives:
            yield from _objective_blocks(one)
        yield text_block(EXPLAINED, "beside")
    yield text_block("Every attempt, the latest first", "heading")
    if not standing.tried:
        yield text_block(NONE_TRIED, gap=0)
    for tried in standing.tried:
        yield _tried_block(tried)


def _objective_blocks(one: ObjectiveLine) -> Iterator[Block]:
    """Give how far an objective is, then its words."""
    state = f"{MASTERY_SIGNS[one.mastery]} {one.mastery.value}"
    figures = "" if one.percent is None else f"  {bar(one.percent, 100)}  {one.percent} %"
    yield TextBlock(join_text((state, STYLES.get(one.mastery, "strong")), figures))
    yield text_block(one.text, "beside", gap=0)


def _tried_block(tried: TriedLine) -> Block:
    past = ", before starting over" if tried.is_past else ""
    words = f"{tried.day}  {tried.unit.sort} {tried.unit.title}: {tried.outcome}{past}"
    return TextBlock(styled(words), rest="            ", gap=0)
