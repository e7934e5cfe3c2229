"""One learner, and everybody together, as blocks to read."""

from collections.abc import Iterator, Mapping, Sequence

from protectcourse.blocks import Block, TableBlock, TextBlock, text_block
from protectcourse.records.coordinating.history import History, UnitWork
from protectcourse.records.coordinating.listing import state_words
from protectcourse.records.reports.groups import count_states
from protectcourse.records.reports.months import completions_by_month
from protectcourse.records.standing.states import EXPLAINED
from protectcourse.records.standing.survey import Line, Survey
from protectcourse.records.undefined import FEWEST
from protectcourse.styled_text import StyledText, join_text, styled

BAR = 30
NOT_SAID = "not said"
NOTHING_HANDED_IN = "Nothing of this person has been handed in."
NO_CERTIFICATE = (
    "None has been issued. `protectcourse issue` makes one of a completion that is in the register."
)
UNIT_HEADS = ("Unit", "Sort", "Done", "Best", "Finished", "Last")
WHO_WROTE_IT = (
    "What is shown was written by the learner's own computer. It does not show who sat at the "
    "keyboard."
)
FEW = f"Fewer than {FEWEST} people: nothing is counted."


def learner_blocks(
    lines: Sequence[Line], history: History, titles: Mapping[str, str]
) -> list[Block]:
    """Return all there is of one learner, whose lines are in as many courses."""
    first = lines[0]
    return [
        _fact("Learner", first.learner or "no number: nothing was handed in", gap=0),
        _fact("Team", first.team or NOT_SAID),
        _fact("Place", first.place or NOT_SAID),
        *(block for line in lines for block in _course_blocks(line, history, titles)),
        *_certificate_blocks(history),
        *_file_blocks(history),
    ]


def summary_blocks(survey: Survey) -> list[Block]:
    """Return how many stand where, and the completions of each month as bars with their numbers."""
    blocks: list[Block] = [text_block("How everybody stands", "heading", gap=0)]
    people = len(survey.lines)
    if people < FEWEST:
        return [*blocks, text_block(FEW, gap=0)]
    for state, count in count_states(survey.lines).items():
        blocks.append(_bar_line(state.value, count, people, f"{100 * count / people:.0f} %"))
        blocks.append(TextBlock(styled(EXPLAINED[state], "muted"), first="  ", rest="  ", gap=0))
    months = completions_by_month(survey.lines, survey.today)
    blocks.append(text_block("Completions by month", "heading"))
    if sum(count for _, count in months) < FEWEST:
        return [*blocks, text_block(FEW, gap=0)]
    most = max(count for _, count in months)
    return [*blocks, *(_bar_line(month, count, most) for month, count in months)]


def _course_blocks(line: Line, history: History, titles: Mapping[str, str]) -> Iterator[Block]:
    standing = line.standing
    title = titles.get(line.course, "")
    yield text_block(f"{title} ({line.course})" if title else line.course or "No course", "heading")
    state = styled(state_words(standing, line.due), "strong")
    yield TextBlock(join_text(("State: ", "muted"), state), gap=0)
    if line.due:
        yield _fact("Due on", line.due)
    if standing.completed:
        yield _fact("First completed on", standing.completed)
        yield _fact("Best score", _percent(standing.score) or "nothing was scored")
        yield _fact("Valid until", standing.until or "no end is set")
    for remark in line.remarks:
        yield _fact("Remark", remark)
    steps = [step for step in history.steps if step.course == line.course]
    for step in steps:
        score = f", {_percent(step.score)}" if step.score >= 0 else ""
        yield TextBlock(styled(f"{step.day}  {step.what}{score}"), rest="            ", gap=0)
    units = [unit for unit in history.units if unit.course == line.course]
    if units:
        rows = tuple(_unit_row(unit) for unit in units)
        yield TableBlock(tuple(styled(head) for head in UNIT_HEADS), rows)


def _unit_row(unit: UnitWork) -> tuple[StyledText, ...]:
    done = styled("✓ done", "right") if unit.is_done else styled("not yet", "muted")
    return (
        styled(unit.unit),
        styled(unit.sort),
        done,
        styled(_percent(unit.best)),
        styled(str(unit.attempts)),
        styled(unit.last),
    )


def _certificate_blocks(history: History) -> Iterator[Block]:
    if not history.files:
        return
    yield text_block("Certificates", "heading")
    if not history.certificates:
        yield text_block(NO_CERTIFICATE, gap=0)
    for one in history.certificates:
        until = f", valid until {one.until}" if one.until else ", no end is set"
        revoked = f"; withdrawn on {one.revoked}" if one.revoked else ""
        words = f"{one.course}: completed {one.day}, issued {one.issued}{until}{revoked}"
        yield TextBlock(styled(words), rest="  ", gap=0)


def _file_blocks(history: History) -> Iterator[Block]:
    yield text_block("Handed in", "heading")
    if not history.files:
        yield text_block(NOTHING_HANDED_IN, gap=0)
        return
    for file in history.files:
        words = f"{file.day}  {file.level}, came in {file.received}: {file.verdict}"
        yield TextBlock(styled(words), rest="            ", gap=0)
    yield text_block(WHO_WROTE_IT, "beside")


def _fact(label: str, words: str, gap: int = 0) -> Block:
    return TextBlock(join_text((f"{label}: ", "muted"), words), rest="  ", gap=gap)


def _bar_line(label: str, count: int, most: int, beside: str = "") -> Block:
    """Return a bar with its label and number; the bar says nothing that the number does not."""
    signs = round(BAR * count / most) if most else 0
    bar = "█" * signs + "░" * (BAR - signs)
    more = f"  {beside}" if beside else ""
    return TextBlock(styled(f"{label:<12}{bar}  {count}{more}"), rest=" " * 12, gap=0)


def _percent(score: int) -> str:
    return f"{score // 100} %" if score >= 0 else ""
