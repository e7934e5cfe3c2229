"""Small courses around an example, or a folder, for the lints to look at."""

import re
from pathlib import Path
from textwrap import indent

from protectcourse.course.folders import CourseFiles
from protectcourse.course.lints.lint import Example
from protectcourse.course.loading import load_course
from protectcourse.course.problems import Problem

OBJECTIVES = {
    "O1": "text: Name what a visitor wears.\nbloom: remember",
    "O2": "text: Follow the rules of the house.\nbloom: apply",
    "O3": "text: Compare two rules.\nbloom: analyse",
}
CLAIMS = {
    "c2": "type: argument\ncontested: true\nas_of: 2019\ntext: They are to wait in the hall.\n"
    "source: house-rules, 2",
    "c3": "type: estimate\nas_of: 2019\ntext: Several hundred came.\nsource: house-rules, 3",
}
COURSE = """\
course: demo
version: 1
title: A demonstration
language: en
support: Talk with somebody you trust.
{objectives}
misconceptions:
  kindness-first: Whoever is kind is right.
  rule-is-all: A rule is there to be kept, whatever comes of it.
modules:
  one:
    title: Visitors
    units:
{units}
"""
SOURCES = """\
sources:
  house-rules:
    author: Ada Smith
    title: Rules of the house
    date: 2019
    kind: academic
    checked: 2026-11-20
    status: confirmed
  hearsay:
    body: Somebody
    title: What one hears
    date: 2019
    kind: press
    status: unconfirmed
"""
LESSON = """\
lesson: read
title: To be read
minutes: 1
content_note: Grave harm may be named.
pages:
  only:
"""
BANK = """\
quiz: asked
title: Asked
questions:
"""


def problems_of(folder: Path, example: Example) -> list[Problem]:
    """Return what `check` finds in a course around an example, of any code."""
    lessons, quizzes = folder / "lessons" / "demo", folder / "quizzes" / "demo"
    lessons.mkdir(parents=True)
    quizzes.mkdir(parents=True)
    kind, _, name = example.yaml.partition("\n")[0].partition(": ")
    if kind == "kind":
        once = indent(example.yaml, "    ")
        text = BANK + "".join(f"  q{n + 1}:\n{once}" for n in range(example.times))
        (quizzes / "bank.yaml").write_text(text, encoding="utf-8")
        units = "      - quiz: asked"
    elif kind == "title":
        *above, last = example.yaml.splitlines(keepends=True)
        page = "".join([*above, *[last] * example.times])
        (lessons / "01-read.yaml").write_text(LESSON + indent(page, "    "), "utf-8")
        units = "      - lesson: read"
    else:
        (lessons / "01-file.yaml").write_text(example.yaml, encoding="utf-8")
        units = f"      - {kind}: {name}"
    objectives = _declared("objectives", OBJECTIVES, example.yaml)
    course = COURSE.format(objectives=objectives, units=units)
    (lessons / "course.yaml").write_text(course, encoding="utf-8")
    (lessons / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    if claims := _declared("claims", CLAIMS, example.yaml):
        (lessons / "claims.yaml").write_text(claims, encoding="utf-8")
    return load_course(CourseFiles(lessons, quizzes), deeply=True).problems


def _declared(what: str, entries: dict[str, str], text: str) -> str:
    """Return the entries that a text names: an example declares no more than it needs."""
    named = [name for name in entries if name == "O1" or re.search(rf"\b{name}\b", text)]
    lines = [f"  {name}:\n{indent(entries[name], '    ')}" for name in named]
    return "\n".join([f"{what}:", *lines, ""]) if named else ""
