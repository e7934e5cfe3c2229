"""One slip is told once: what only follows from it would send the author elsewhere."""

from pathlib import Path

import pytest
from course_files import CASE, LESSON, QUIZ

from protectcourse.course.loading import check_single
from protectcourse.findings import Severity

OPTION = "        text: Walk along with them to the desk\n        correct: true\n"
BRACES = "      leave: {{text: Leave them outside, rationale: {reason}}}\n"


def told(folder: Path, text: str) -> list[tuple[str, Severity, int]]:
    """Return what is told of a file that stands alone."""
    path = folder / "file.yaml"
    path.write_text(text, encoding="utf-8")
    return [(one.code, one.severity, one.line) for one in check_single(path)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (LESSON.replace("title: Welcome", "titel: Welcome"), 2),
        (LESSON.replace("    text: A", "    txet: A"), 7),
        (QUIZ.replace("kind: one", "knid: one"), 5),
        (QUIZ.replace("      walk:\n        text:", "      walk:\n        tekst:"), 12),
        (CASE.replace("start: call", "strat: call"), 4),
        (CASE.replace("    text: A landlord", "    tpye: hub\n    text: A landlord"), 7),
    ],
)
def test_a_misspelt_key_is_not_told_as_missing_too(tmp_path: Path, text: str, line: int) -> None:
    """Two messages for one letter make an author look for a second mistake."""
    assert told(tmp_path, text) == [("C010", Severity.ERROR, line)]


def test_a_key_that_is_missing_beside_an_unknown_one_is_told(tmp_path: Path) -> None:
    """What is not even alike is no slip of the finger."""
    found = told(tmp_path, LESSON.replace("title: Welcome", "colour: red"))

    assert [code for code, _, _ in found] == ["C011", "C010"]


@pytest.mark.parametrize(
    ("reason", "severity"),
    [
        ("Kind, or not, as it may be", Severity.ERROR),
        ("This may be good or bad", Severity.WARNING),
    ],
)
def test_a_sentence_in_braces_is_told_once_and_as_gravely_as_it_is(
    tmp_path: Path, reason: str, severity: Severity
) -> None:
    """Its commas make keys that nobody wrote; each of them told would hide the one cause."""
    head, _, _ = QUIZ.partition("      leave:\n")

    found = told(tmp_path, head + BRACES.format(reason=reason))

    assert found == [("C007", severity, 15)]


def test_other_mistakes_beside_a_sentence_in_braces_are_told(tmp_path: Path) -> None:
    """They are not its work."""
    head, _, _ = QUIZ.partition("      leave:\n")
    text = head + BRACES.format(reason="Kind, or not").replace("text:", "tekst:")

    found = told(tmp_path, text)

    assert {(code, severity) for code, severity, _ in found} == {
        ("C007", Severity.ERROR),
        ("C010", Severity.ERROR),
    }


def test_a_bracket_left_open_is_told_where_it_opens_and_no_more(tmp_path: Path) -> None:
    """That a list stands where text is wanted is what the bracket has done."""
    found = told(tmp_path, "quiz: visitors\ntitle: [\n")

    assert [code for code, _, _ in found] == ["C003"]
