"""One learner as a coordinator reads of them, and everybody together."""

from collections.abc import Iterable
from pathlib import Path

from coordinated import (
    TITLE,
    begun,
    collect,
    completed,
    gained,
    lesson,
    make_hand_in,
    many_learners,
    number_of,
    quiz,
)
from fake_clock import FakeClock

from protectcourse.blocks import Block, TableBlock, TextBlock
from protectcourse.records.coordinating.history import read_history
from protectcourse.records.coordinating.learner_blocks import learner_blocks, summary_blocks
from protectcourse.records.register.opening import open_register
from protectcourse.records.standing.contents import read_contents
from protectcourse.records.standing.survey import Survey, make_survey

ADA = number_of("Ada Lee")


def words_of(blocks: Iterable[Block]) -> str:
    """Return blocks as lines."""
    lines: list[str] = []
    for block in blocks:
        match block:
            case TextBlock():
                lines.append(block.text.plain)
            case TableBlock():
                lines += [" | ".join(cell.plain for cell in row) for row in block.rows]
    return "\n".join(lines)


def survey_of(folder: Path, *files: bytes) -> Survey:
    """Return how everybody stands in a register of some files."""
    with open_register(str(folder / "register.db"), FakeClock()) as register:
        with register.together():
            collect(register, *files)
        return make_survey(read_contents(register), "2026-11-24")


def read_of(folder: Path, *files: bytes) -> str:
    """Return what a coordinator reads of Ada."""
    survey = survey_of(folder, *files)
    with open_register(str(folder / "register.db"), FakeClock()) as register:
        history = read_history(register, ADA)
    lines = [line for line in survey.lines if line.learner == ADA]
    return words_of(learner_blocks(lines, history, survey.titles))


def test_a_learner_is_shown_with_every_step_unit_and_file(tmp_path: Path) -> None:
    """All that is known, so that nobody has to open a file."""
    steps = [
        begun("2025-01-10"),
        lesson("2025-01-11"),
        quiz("2025-01-12", 6000, 1),
        quiz("2025-01-13", 9000, 2),
        completed("2025-01-13", 9000, months=12),
        gained("refresher-done", "2026-01-10", valid_months=24),
    ]

    words = read_of(tmp_path, make_hand_in("Ada Lee", steps))

    assert f"{TITLE} (demo)" in words
    assert "State: completed" in words
    assert "First completed on: 2025-01-13" in words
    assert "Valid until: 2028-01-10" in words
    assert "2025-01-10  begun" in words
    assert "2025-01-13  completed, 90 %" in words
    assert "2026-01-10  refresher done" in words
    assert "welcome | lesson | ✓ done |  | 1 | 2025-01-11" in words
    assert "visits | quiz | ✓ done | 90 % | 2 | 2025-01-13" in words
    assert "2026-11-24  results, came in 2026-11-24: valid, key new" in words


def test_a_step_that_is_in_two_files_is_told_once(tmp_path: Path) -> None:
    """A learner hands in again and again."""
    first = make_hand_in("Ada Lee", [begun("2026-01-10")], day="2026-01-11")
    second = make_hand_in("Ada Lee", [begun("2026-01-10"), lesson("2026-02-01")])

    words = read_of(tmp_path, first, second)

    assert words.count("2026-01-10  begun") == 1
    assert words.count("came in") == 2


def test_the_summary_counts_and_draws_bars_beside_their_numbers(tmp_path: Path) -> None:
    """A bar alone says nothing to whoever hears the screen."""
    files = [make_hand_in(name, steps) for name, steps in many_learners(40).items()]
    survey = survey_of(tmp_path, *files)

    words = words_of(summary_blocks(survey))

    done = sum(line.standing.state == "completed" for line in survey.lines)
    assert f"█  {done}  " in words or f"░  {done}  " in words
    assert "2026-08" in words


def test_the_summary_of_few_counts_nobody(tmp_path: Path) -> None:
    """It is shown to others more often than the list."""
    survey = survey_of(tmp_path, make_hand_in("Ada Lee", [completed("2026-01-10")]))

    assert "Fewer than 10 people" in words_of(summary_blocks(survey))
    assert "█" not in words_of(summary_blocks(survey))
