import re
import sys
from pathlib import Path
from typing import NamedTuple

from protectcourse.course.folders import select
from protectcourse.course.lints.registry import LINTS
from protectcourse.course.loading import load_course
from protectcourse.course.problems import Problem

HERE = Path(__file__).parent
LABEL = re.compile(r"  # (missed: )?(Q\d{3}(?: Q\d{3})*)$")
"""The faults of a line; `missed` where a reader sees one that no rule finds."""


class Hit(NamedTuple):
    """One code at one line of one file."""

    file: str
    line: int
    code: str


def problems_in(folder: Path) -> list[Problem]:
    """Return all that `check` says about a course."""
    files = select(folder)[0].course
    assert files is not None
    return load_course(files, deeply=True).problems


def hits_of(problems: list[Problem]) -> set[Hit]:
    """Return code and place of each problem."""
    return {Hit(Path(one.file).name, one.line, one.code) for one in problems}


def labels_in(folder: Path, *, missed: bool) -> set[Hit]:
    """Return what the labels of a course say, either found or missed by the rules."""
    return {
        Hit(path.name, number, code)
        for path in folder.rglob("*.yaml")
        for number, line in enumerate(path.read_text("utf-8").split("\n"), 1)
        if (found := LABEL.search(line)) and bool(found[1]) == missed
        for code in found[2].split()
    }


def test_the_flawed_course_is_seen_through() -> None:
    """Found faults are right, and nearly all are found; what no rule can find is labelled too."""
    folder = HERE / "flawed"
    labelled, beyond = labels_in(folder, missed=False), labels_in(folder, missed=True)

    found = hits_of(problems_in(folder))

    right = found & (labelled | beyond)
    precision, recall = len(right) / len(found), len(right) / len(labelled | beyond)
    sys.stdout.write(f"\nlints: precision {precision:.3f}, recall {recall:.3f}\n")
    assert found - (labelled | beyond) == set()
    assert labelled - found == set()
    assert recall >= 0.9


def test_the_flawed_course_has_every_fault() -> None:
    """A rule that hits nothing here might hit nothing anywhere."""
    codes = {hit.code for hit in hits_of(problems_in(HERE / "flawed"))}

    assert {lint.code for lint in LINTS} - codes == set()


def test_the_clean_course_has_none() -> None:
    """It is full of what looks like a fault: a false alarm teaches trainers to look away."""
    assert problems_in(HERE / "clean") == []


def test_messages_say_the_place_the_fact_and_the_mend() -> None:
    """Trainers are not programmers: a sentence to understand it, a sentence to mend it."""
    for problem in problems_in(HERE / "flawed"):
        assert problem.line >= 1
        assert problem.column >= 1
        assert not problem.message.endswith(".")
        assert problem.hint.endswith((".", "?"))
        assert not re.search(r"\b(?:regex|cosine|token|TF-IDF|Jaccard|None)\b", problem.message)
        assert len(problem.message) < 200
