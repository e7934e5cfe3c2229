import subprocess
import sys
from pathlib import Path

import pytest
from course_files import COURSE, LESSON, QUIZ, write_course

from protectcourse.course.lints.attribution import Attributions
from protectcourse.course.lints.levels import level_of_verb
from protectcourse.course.lints.reading_level import grade_of
from protectcourse.course.lints.survey import ReadingSum
from protectcourse.course.lints.syllables import Syllables
from protectcourse.course.loading import load_course
from protectcourse.course.models import Source
from protectcourse.course.problems import Problem

OBJECTIVES = "objectives:\n  O1:\n    text: Say who walks along.\n    bloom: remember\n"
SOURCES = """\
sources:
  rules:
    body: The house
    title: Rules
    date: 2019
    kind: academic
    checked: 2026-11-20
    status: confirmed
"""
CLAIMS = """\
claims:
  c1:
    type: fact
    as_of: 2019
    text: The desk has a drawer.
    source: rules
"""


def found(folder: Path, **files: str) -> list[Problem]:
    """Return what the writing checks say of a small course."""
    problems = load_course(write_course(folder, **files), deeply=True).problems
    return [one for one in problems if one.code.startswith("Q1")]


def serious(course: str = COURSE) -> str:
    """Return the head of a course with one objective."""
    return course.replace("modules:", OBJECTIVES + "modules:")


def test_a_first_course_is_not_held_to_them(tmp_path: Path) -> None:
    """Forty rules on the first day are the last day (course_format.md §1.9)."""
    assert found(tmp_path) == []


@pytest.mark.parametrize(
    ("files", "codes"),
    [
        ({"course": serious()}, {"Q113", "Q116"}),
        ({"sources": SOURCES}, {"Q112"}),
        ({"claims": CLAIMS, "sources": SOURCES}, {"Q112", "Q135"}),
    ],
)
def test_each_check_follows_what_is_declared(
    tmp_path: Path, files: dict[str, str], codes: set[str]
) -> None:
    """With objectives each question names one, with sources it cites one, and so on."""
    assert {problem.code for problem in found(tmp_path, **files)} == codes


def test_what_is_declared_is_known_before_the_units_whatever_the_file_is_called(
    tmp_path: Path,
) -> None:
    """File names are free; a claim in `zz.yaml` is as good as one in `claims.yaml`."""
    lesson = LESSON.replace("    text: A", "    claims: [c1]\n    text: A")

    problems = found(tmp_path, zz=f"# ours\n{CLAIMS}", zzz=SOURCES, lesson=lesson)

    assert [problem.code for problem in problems] == ["Q112"]


def test_nothing_is_said_of_the_whole_while_a_part_cannot_be_read(tmp_path: Path) -> None:
    """A claim whose page has a mistake of form is not without a home."""
    problems = found(tmp_path, claims=CLAIMS, sources=SOURCES, lesson=LESSON[:-30] + "\n  x: [")

    assert "Q135" not in {problem.code for problem in problems}


def test_a_file_with_an_error_of_form_is_not_judged_by_its_style(tmp_path: Path) -> None:
    """What has no right answer cannot have one that is too long."""
    quiz = QUIZ.replace("        correct: true\n", "")

    assert {one.code for one in found(tmp_path, course=serious(), quiz=quiz)} == set()


def test_a_learner_who_starts_loads_none_of_them() -> None:
    """They are for authors; a course is opened without them."""
    lessons = Path(__file__).parents[3] / "lessons"
    code = (
        "import sys; from pathlib import Path\n"
        "from protectcourse.course.folders import select\n"
        "from protectcourse.course.loading import load_course\n"
        f"load_course(select(Path({str(lessons)!r}))[0].course)\n"
        "print([name for name in sys.modules if 'lints' in name or 'syllapy' in name])"
    )

    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert loaded.stdout.strip() == "[]"


def test_the_grade_is_that_of_the_formula() -> None:
    """Flesch–Kincaid on 100 words, 5 sentences, 150 syllables gives 9.9 by hand."""
    assert grade_of(ReadingSum(words=100, sentences=5, syllables=150)) == pytest.approx(9.91)
    assert grade_of(ReadingSum()) == 0


def test_a_term_counts_two_syllables_and_a_number_one() -> None:
    """A term is explained at a key press; a number is read at a glance."""
    syllables = Syllables(frozenset({"persecution"}))

    assert syllables["persecution"] == 2
    assert syllables["independent"] == 4
    assert syllables["1951"] == 1


@pytest.mark.parametrize(
    "text",
    [
        "The author argues that they are refugees.",
        "By China's stated view they are no refugees.",
        "What does Roberta Cohen argue from this?",
        "In Cohen's account many leave again.",
        "UNHCR held in 2006 that return breaches it.",
        "According to the article, they are punished.",
        "By her estimate of that year they are the larger part.",
    ],
)
def test_an_attribution_is_recognised(text: str) -> None:
    """Whoever says it is named, in one of the ways in which people say it."""
    assert Attributions([cohen()]).attributed(text)


@pytest.mark.parametrize(
    "text",
    [
        "They are refugees, and the returns breach the law.",
        "North Koreans in China are probably refugees sur place.",
        "A man crossed to pick fruit. What should the officer look into next?",
        "Whether he would now face harm there, and for what",
    ],
)
def test_a_bare_statement_is_not_one(text: str) -> None:
    """A view that is told as a fact takes sides."""
    assert not Attributions([cohen()]).attributed(text)


def cohen() -> Source:
    """Return the source that most claims come from."""
    return Source(
        title="An article",
        date="2012-12",
        kind="academic",
        status="confirmed",
        author="Roberta Cohen",
    )


def test_a_verb_shows_a_level_only_where_it_belongs_to_one() -> None:
    """Most verbs belong to several; to guess would be to cry wolf."""
    assert level_of_verb("Compare two treaties.") == "analyse"
    assert level_of_verb("Work out what follows.") == ""
