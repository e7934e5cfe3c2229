import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from course_files import CASE, COURSE, LESSON, QUIZ
from course_of_everything import write_everything
from editor_view import complaints, schema_name_of
from jsonschema import Draft202012Validator

from protectcourse.course.file_reading import read_file
from protectcourse.course.schema import SCHEMA_NAMES, SchemaName, schema_of, schema_text

TOP = Path(__file__).parents[2]
SHIPPED = sorted([*(TOP / "lessons").rglob("*.yaml"), *(TOP / "quizzes").rglob("*.yaml")])
SOURCES = """\
sources:
  rules:
    title: Rules
    date: 2024-05-03
    kind: course
    status: confirmed
    body: The house
"""
SPELLINGS: dict[str, tuple[SchemaName, str]] = {
    "a number is a text": ("lesson", LESSON.replace("title: Welcome", "title: 1977")),
    "true is a text": ("lesson", LESSON.replace("title: Welcome", "title: true")),
    "a year is a date": ("sources", SOURCES.replace("2024-05-03", "2024")),
    "an id of figures": ("quiz", QUIZ.replace("no-badge:", "2024:")),
    "a figure in quotes": ("lesson", LESSON.replace("minutes: 1", 'minutes: "1"')),
    "a key without a value": ("lesson", LESSON + "about:\n"),
    "one source": ("quiz", QUIZ.replace("kind: one", "kind: one\n    source: rules, 4")),
    "several sources": ("quiz", QUIZ.replace("kind: one", "kind: one\n    source: [a, b]")),
    "yes in quotes": ("quiz", QUIZ.replace("correct: true", 'correct: "true"')),
    "a page of a kind": ("lesson", LESSON.replace("    text:", "    kind: example\n    text:")),
    "a condition": ("case", CASE.replace("        best:", "        if: ready\n        best:")),
    "any of": ("case", CASE.replace("        best:", "        if: {any: [a, b]}\n        best:")),
    "a way alone": ("case", CASE.replace("goto: heard", "goto: {to: heard}")),
    "ways": ("case", CASE.replace("goto: heard", "goto: [{if: a, to: lost}, heard]")),
}
FAULTS: dict[str, tuple[SchemaName, str]] = {
    "an unknown key": ("lesson", LESSON + "colour: red\n"),
    "a misspelt key": ("lesson", LESSON.replace("minutes", "minuts")),
    "a key that is missing": ("lesson", LESSON.replace("title: Welcome\n", "")),
    "a list for a text": ("lesson", LESSON.replace("title: Welcome", "title: [a, b]")),
    "a word for a number": ("lesson", LESSON.replace("minutes: 1", "minutes: many")),
    "a number out of range": ("lesson", LESSON.replace("minutes: 1", "minutes: 0")),
    "an id with a blank": ("lesson", LESSON.replace("lesson: welcome", "lesson: wel come")),
    "a level that is none": ("lesson", LESSON + "sensitivity: S9\n"),
    "no pages": ("lesson", LESSON[: LESSON.index("pages")] + "pages: {}\n"),
    "a page of no kind": ("lesson", LESSON.replace("    text:", "    kind: film\n    text:")),
    "a key of another kind": ("lesson", LESSON + "    known: This is for a box.\n"),
    "a question without a kind": ("quiz", QUIZ.replace("    kind: one\n", "")),
    "a question of no kind": ("quiz", QUIZ.replace("kind: one", "kind: essay")),
    "a word for yes": ("quiz", QUIZ.replace("correct: true", "correct: sure")),
    "a key in an option": ("quiz", QUIZ.replace("correct: true", "right: true")),
    "a word off the list": ("sources", SOURCES.replace("confirmed", "certain")),
    "a date that is none": ("sources", SOURCES.replace("2024-05-03", "May 2024")),
    "a version that is text": ("course", COURSE.replace("version: 1", "version: one")),
    "a module without units": ("course", COURSE[: COURSE.index("    units")]),
    "an outcome off the list": ("case", CASE.replace("outcome: good", "outcome: fine")),
    "a node of no type": ("case", CASE.replace("  call:\n", "  call:\n    type: dialog\n")),
    "a choice that rates twice": ("case", CASE.replace("harmful:", "bad:")),
    "an id in a case": ("case", CASE.replace("ask_safe:", "ask-safe:")),
}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_an_editor_has_nothing_to_underline_in_the_shipped_course(path: Path) -> None:
    """A trainer who sees red in a sound file stops to believe the red."""
    assert complaints(schema_name_of(path), path.read_text(encoding="utf-8")) == []


def test_an_editor_has_nothing_to_underline_in_a_course_of_everything(tmp_path: Path) -> None:
    """The shipped course does not use every key."""
    write_everything(tmp_path)

    for path in tmp_path.rglob("*.yaml"):
        assert complaints(schema_name_of(path), path.read_text(encoding="utf-8")) == [], path


@pytest.mark.parametrize("says", SPELLINGS)
def test_what_the_reader_takes_the_schema_takes(tmp_path: Path, says: str) -> None:
    """An editor guesses types that the reader does not."""
    name, text = SPELLINGS[says]
    (tmp_path / "file.yaml").write_text(text, encoding="utf-8")

    reading = read_file(tmp_path / "file.yaml", "file.yaml")

    assert reading.problems == ()
    assert complaints(name, text) == []


@pytest.mark.parametrize("says", FAULTS)
def test_a_fault_of_form_is_underlined(says: str) -> None:
    """The schema is for this: the fault is seen while it is typed."""
    assert complaints(*FAULTS[says])


def test_a_fault_in_a_question_is_told_of_its_kind_alone() -> None:
    """Eight complaints, one for each kind that the question might be, would help nobody."""
    faulty = QUIZ.replace("correct: true", "right: true")

    (told,) = complaints("quiz", faulty)

    assert told.startswith("questions/no-badge/options/walk:")
    assert "'right'" in told


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_every_key_and_every_kind_is_explained(name: SchemaName) -> None:
    """A trainer reads what a key means where they type it."""
    bare = [way for way, part in _parts(schema_of(name)) if not part.get("description")]

    assert bare == []


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_what_is_printed_is_a_schema(name: SchemaName) -> None:
    """An editor passes over what is none."""
    Draft202012Validator.check_schema(json.loads(schema_text(name)))


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_the_schema_files_of_the_shipped_courses_are_up_to_date(name: SchemaName) -> None:
    """To mend it: protectcourse schema all --to lessons/.schema --yes."""
    shipped = TOP / "lessons" / ".schema" / f"{name}.json"

    assert shipped.read_text(encoding="utf-8") == schema_text(name)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_each_shipped_file_says_where_its_schema_is(path: Path) -> None:
    """The first line works in a checkout, a trainer's folder and an installed program alike."""
    with path.open(encoding="utf-8") as file:
        first = file.readline()

    schema = TOP / "lessons" / ".schema" / f"{schema_name_of(path)}.json"
    way = Path(os.path.relpath(schema, path.parent)).as_posix()
    assert first == f"# yaml-language-server: $schema={way}\n"


def _parts(schema: Any, way: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Give every property, and every class, of a schema with the way to it."""
    yield way or "top", schema
    for key, part in schema.get("properties", {}).items():
        yield f"{way}.{key}", part
    for name, part in schema.get("$defs", {}).items():
        if "allOf" not in part:
            yield from _parts(part, f"{way}/{name}")
        else:
            yield from ((f"{name}.{key}", inner) for key, inner in part["properties"].items())
