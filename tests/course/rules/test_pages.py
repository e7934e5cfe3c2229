"""The page of a rule, and the guide to all of them."""

import subprocess
import sys

import pytest

from protectcourse.course.rules.pages import WIDTH, guide_of_codes, page_of
from protectcourse.course.rules.registry import RULES, find_rule
from protectcourse.course.rules.rule import Rule


def page(code: str) -> str:
    """Return the page of a code."""
    rule = find_rule(code)
    assert rule is not None
    return page_of(rule)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_page_fits_a_terminal_and_says_all_there_is(rule: Rule) -> None:
    """Eighty columns are what an old terminal has."""
    text = page_of(rule)

    told = " ".join(text.split())
    assert max(map(len, text.splitlines())) <= WIDTH + 2
    assert text.replace("\n", "").isprintable()
    for part in (rule.code, rule.title, rule.why, rule.mend):
        assert part in told
    assert "protectcourse guide checks" in text


def test_a_page_shows_where_the_examples_differ() -> None:
    """In twenty lines nobody finds one letter."""
    marked = [line for line in page("S016").splitlines() if line.startswith(">")]

    assert marked == [">         goto: unkown", ">         goto: unknown"]


def test_a_long_good_example_shows_only_where_it_differs() -> None:
    """The bad one above has shown the rest."""
    bad, good = page("S112").split("Written so, it is not\n")

    assert "scenario: at-the-gate" in bad
    assert "scenario: at-the-gate" not in good
    assert ">         do: [set told, trust +1]" in good
    assert "  …" in good


def test_a_page_says_what_part_of_a_course_an_example_is() -> None:
    """A question alone, copied into a file of its own, would be no file."""
    assert "Written so, it is reported (a question)\n" in page("Q101")
    assert "Written so, it is reported (a question, 20 times)\n" in page("Q102")
    assert "Written so, it is reported (a page, its last line 30 times)\n" in page("T002")
    assert "Written so, it is reported\n" in page("C010")


def test_the_guide_has_every_code_under_the_heading_of_its_area() -> None:
    """Whoever prints the guide looks a code up by its letter and number."""
    areas = guide_of_codes().split("\n## ")

    headings = [line for area in areas for line in area.splitlines() if line.startswith("### ")]
    assert headings == [
        f"### {rule.code}: {rule.title}"
        for begins in ("C", "Q0", "Q1", "S0", "S1", "T")
        for rule in RULES
        if rule.code.startswith(begins)
    ]
    assert len(headings) == len(RULES)


def test_the_guide_is_made_without_reading_yaml() -> None:
    """A guide opens at once."""
    code = (
        "import sys; from protectcourse.course.rules import pages; pages.guide_of_codes()\n"
        "print({'yaml', 'pydantic', 'textual'} & set(sys.modules))"
    )

    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "set()"
