"""My progress: each objective, every attempt, time spent."""

from collections.abc import Iterator

from protectcourse.study.durations import about_minutes
from protectcourse.study.standing import MASTERY_SIGNS, Mastery, ObjectiveLine, Standing
from protectcourse.study.wording import bar
from protectcourse.tui.safe_text import join_content
from protectcourse.tui.screens.text_screen import TextScreen
from protectcourse.tui.widgets.reading import Block, TextBlock, text_block

STYLES = {Mastery.MASTERED: "$right bold", Mastery.PRACTISED: "$partly bold"}
NONE_TRIED = "No quiz and no case has been finished yet."
EXPLAINED = (
    "Seen: a lesson that teaches it was begun. Practised: a quiz asked about it. "
    "Mastered: the latest quiz that asked about it reached the pass mark."
)


class StandingScreen(TextScreen):
    """Shows how the learner stands."""

    def __init__(self, standing: Standing, summary: str, lines: tuple[str, ...]) -> None:
        """Take the standing, the summary of the dashboard, and lines on completion."""
        super().__init__("My progress", summary, _blocks(standing, lines))


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
        past = ", before starting over" if tried.is_past else ""
        words = f"{tried.day}  {tried.unit.sort} {tried.unit.title}: {tried.outcome}{past}"
        yield TextBlock(join_content(words), rest="            ", gap=0)


def _objective_blocks(one: ObjectiveLine) -> Iterator[Block]:
    """Give how far an objective is, then its words."""
    state = f"{MASTERY_SIGNS[one.mastery]} {one.mastery.value}"
    figures = "" if one.percent is None else f"  {bar(one.percent, 100)}  {one.percent} %"
    yield TextBlock(join_content((state, STYLES.get(one.mastery, "bold")), figures))
    yield text_block(one.text, "beside", gap=0)
