"""The index holds what can be looked up, and says where a term is first used."""

from pathlib import Path

from course_files import write_course

from protectcourse.course.index import index_course
from protectcourse.course.library import open_course

LESSON = """\
lesson: welcome
title: Welcome
minutes: 1
pages:
  hello:
    title: Hello
    text: A [[badge]] is **not** proof [@course].
  box:
    kind: box
    title: Known, argued, changed
    known: A [[visitor|guest]] has a [[badge]].
    changed: Since 2020 there is a desk.
"""
GLOSSARY = """\
glossary:
  badge:
    term: badge
    forms: [badges]
    meaning: A card with a name.
    source: house
  visitor:
    term: visitor
    meaning: Someone who comes and goes.
    source: house
sources:
"""
SOURCES = """\
sources:
  house:
    body: The house
    title: House rules
    date: 2020
    kind: course
    status: confirmed
    checked: 2026-11-20
"""


def test_pages_units_terms_and_sources_can_be_looked_up(tmp_path: Path) -> None:
    """In plain words: markup is nobody's search."""
    glossary = GLOSSARY.replace("sources:\n", "")
    files = write_course(tmp_path, lesson=LESSON, glossary=glossary, sources=SOURCES)

    index = index_course(open_course(files, tmp_path / "compiled"))

    found = {(one.sort, one.name, one.item): one.text for one in index.entries}
    assert found["page", "welcome", "hello"].startswith("A badge is not proof")
    assert "Since 2020 there is a desk." in found["page", "welcome", "box"]
    assert found["unit", "visitors", ""] == "quiz "
    assert "badges" in found["term", "badge", ""]
    assert ("source", "house", "") in found
    assert index.title("welcome", "box") == "Known, argued, changed"
    assert index.title("welcome", "gone") == ""
    assert index.first_uses == {"badge": "welcome", "visitor": "welcome"}
    assert index.page_terms["welcome", "box"] == ("visitor", "badge")
