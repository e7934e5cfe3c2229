"""What is said below a preview."""

from protectcourse.authoring.trying.preview_problems import Report, list_blocks, pane_blocks
from protectcourse.blocks import Block, TextBlock
from protectcourse.course.problems import Problem
from protectcourse.findings import Severity


def problem(
    line: int, code: str = "C010", severity: Severity = Severity.ERROR, hint: str = "Mend it."
) -> Problem:
    """Return something to mend."""
    return Problem(
        file="lessons/demo/one.yaml",
        line=line,
        column=3,
        code=code,
        severity=severity,
        message="something is wrong",
        hint=hint,
    )


def words(blocks: list[Block]) -> list[str]:
    """Return the words of blocks, one line each."""
    return [block.text.plain for block in blocks if isinstance(block, TextBlock)]


ERROR, OTHER = problem(3), problem(9)
WARNING = problem(5, "Q117", Severity.WARNING)
INFO = problem(6, "S106", Severity.INFO)


def test_a_sound_file_leaves_the_screen_alone() -> None:
    """A pane that always says that all is well takes room for nothing."""
    assert pane_blocks(Report()) == []
    assert pane_blocks(Report().after_check((INFO,))) == []


def test_warnings_are_one_line() -> None:
    """They can wait; the list is a key away."""
    report = Report().after_check((WARNING, problem(7, "Q118", Severity.WARNING)))

    assert words(pane_blocks(report)) == ["2 warnings · w: all"]
    assert len(words(list_blocks(report))) == 4


def test_errors_stand_in_full_while_they_keep_the_file_from_being_shown() -> None:
    """File, line, column, code, what, and how to mend it."""
    report = Report().after_reading((ERROR, OTHER), is_shown=False)

    assert words(pane_blocks(report)) == [
        "2 errors, not shown yet · w: all",
        "one.yaml:3:3: error C010: something is wrong",
        "Mend it.",
        "one.yaml:9:3: error C010: something is wrong",
        "Mend it.",
    ]


def test_an_error_that_keeps_nothing_back_leaves_the_screen_its_room() -> None:
    """Only the first is told, and how many there are."""
    report = Report().after_reading((ERROR, OTHER), is_shown=True)

    assert words(pane_blocks(report)) == [
        "2 errors · w: all",
        "one.yaml:3:3: error C010: something is wrong",
        "Mend it.",
    ]


def test_what_was_checked_stands_until_it_is_checked_again() -> None:
    """A pane that goes away with every save and comes back a second later is a nuisance."""
    checked = Report().after_check((ERROR, WARNING))

    again = checked.after_reading((), is_shown=True)

    assert again.problems == (ERROR, WARNING)
    assert again.after_check(()).problems == ()


def test_a_file_that_cannot_be_read_says_nothing_of_before() -> None:
    """Lines and warnings of another text would mislead."""
    report = Report().after_check((WARNING,)).after_reading((ERROR,), is_shown=False)

    assert report.problems == (ERROR,)


def test_what_reading_and_checking_both_find_is_said_once() -> None:
    """The quick look comes first, the long one repeats it."""
    report = Report().after_reading((ERROR,), is_shown=True).after_check((ERROR, WARNING))

    assert report.numbers == "1 error, 1 warning"
