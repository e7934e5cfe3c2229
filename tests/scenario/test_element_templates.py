"""The lines of a checklist that a template supplies, as check, the story and learners have them."""

from pathlib import Path

import pytest
from course_files import COURSE, write_course

from protectcourse.course.file_reading import read_file
from protectcourse.course.loading import check_single, load_course
from protectcourse.findings import Severity
from protectcourse.scenario.checks import LAW
from protectcourse.scenario.element_templates import TEMPLATES
from protectcourse.scenario.model import Case
from protectcourse.scenario.nodes import Checklist
from protectcourse.scenario.story import compile_story

IDS = tuple(TEMPLATES["rsd-elements"])
LINES = "".join(f"      {name}: {{answer: met}}\n" for name in IDS)
CASE = f"""\
scenario: the-letter
version: 1
title: The letter
start: sort
nodes:
  sort:
    type: checklist
    text: Others decide on her status. Of what have you heard signs?
    template: rsd-elements
    elements:
{LINES}\
    results:
      full: {{at_least: 6, goto: heard}}
      thin: {{at_least: 0, goto: waiting}}
endings:
  heard:
    outcome: good
    text: The letter is put on hold.
  waiting:
    outcome: mixed
    text: There are two days left.
"""
OWN = "sources:\n  conv-1a2: The definition\n  conv-33: The rule\n  cat-3: The other rule\n"
SOURCE = """\
sources:
  conv-33:
    body: United Nations
    title: The rule
    date: 1951
    kind: treaty
    checked: 2026-11-20
    status: confirmed
"""


def checklist_of(case: object) -> Checklist:
    """Return the checklist of the case."""
    assert isinstance(case, Case)
    node = case.nodes["sort"]
    assert isinstance(node, Checklist)
    return node


def write(folder: Path, text: str) -> Path:
    """Write the case as a file that stands alone."""
    path = folder / "letter.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def found(path: Path) -> list[tuple[str, int]]:
    """Return code and line of what is wrong with a case, but for notes."""
    problems = check_single(path)
    return [(one.code, one.line) for one in problems if one.severity is not Severity.INFO]


def test_the_six_elements_need_their_answers_only(tmp_path: Path) -> None:
    """A trainer words the story; the law is worded once, and with care."""
    path = write(tmp_path, CASE + OWN)

    node = compile_story(case_in(path)).nodes["sort"]

    assert found(path) == []
    assert tuple(node.elements) == IDS
    assert node.elements["bar"].ask.startswith("Whatever others decide on status")
    assert node.elements["bar"].sources == ("conv-33", "cat-3")
    assert {one.sources for name, one in node.elements.items() if name != "bar"} == {("conv-1a2",)}


def case_in(path: Path) -> Case:
    """Return the case of a file."""
    case = read_file(path, path.name).value
    assert isinstance(case, Case)
    return case


def test_what_an_author_has_written_goes_first(tmp_path: Path) -> None:
    """The template fills gaps; it never talks over anybody."""
    own = "fear: {answer: met, ask: She fears it., source: 'conv-33, (1)'}"
    path = write(tmp_path, CASE.replace("fear: {answer: met}", own) + OWN)

    fear = checklist_of(case_in(path)).elements["fear"]

    assert (fear.ask, fear.source) == ("She fears it.", ("conv-33, (1)",))


def test_of_its_sources_it_cites_those_that_the_course_has(tmp_path: Path) -> None:
    """A source under another id must not make an error that the author has not made."""
    kept: list[object] = []
    course = f"{COURSE}      - case: the-letter\n"
    files = write_course(tmp_path, course=course, sources=SOURCE, letter=CASE)

    problems = load_course(files, lambda _kind, unit, value: keep(kept, unit, value)).problems

    assert problems == []
    elements = checklist_of(kept[0]).elements
    assert (elements["bar"].source, elements["fear"].source) == (("conv-33",), ())


def keep(kept: list[object], unit: str, value: object) -> None:
    """Keep the case of a course."""
    if unit == "the-letter":
        kept.append(value)


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (("      bar: {answer: met}\n", ""), ("S019", 10)),
        (("bar: {answer: met}", "bra: {answer: met}"), ("C011", 16)),
        (("bar: {answer: met}", "bar: {}"), ("S019", 16)),
        (("template: rsd-elements", "template: rsd-elemnts"), ("C012", 9)),
        (("bar: {answer: met}", "bar: {answer: met, ask: ''}"), ("C013", 16)),
    ],
)
def test_a_gap_in_a_template_is_told_once_where_it_is(
    tmp_path: Path, edit: tuple[str, str], expected: tuple[str, int]
) -> None:
    """All six are looked at, or the assessment leaves one out unseen."""
    path = write(tmp_path, CASE.replace(*edit) + OWN)

    assert [one for one in found(path) if one[0] != "S032"] == [expected]


def test_a_line_of_ones_own_beside_the_six_needs_its_words(tmp_path: Path) -> None:
    """No template can know what is meant."""
    more = "    elements:\n      papers: {answer: unclear}\n"
    path = write(tmp_path, CASE.replace("    elements:\n", more) + OWN)

    assert found(path) == [("C011", 11)]


def test_the_wording_names_no_law_and_decides_nothing() -> None:
    """It is read by people who are not lawyers; whatever names law would need its source."""
    for line in TEMPLATES["rsd-elements"].values():
        assert not LAW.search(line.ask)
        assert len(line.ask) <= 160
