"""What stands on paper, and what of a course's files has to stand there, or must not."""

import dataclasses
import functools
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from html_page import Page

from protectcourse.authoring.paper.document import Document
from protectcourse.authoring.paper.html_document import as_html
from protectcourse.authoring.paper.material import Material, Part, choose, read_material
from protectcourse.authoring.paper.proof import proof_of
from protectcourse.locations import shipped_courses

DAY = date(2026, 11, 27)
NO_WORDS = frozenset(
    {"source", "do", "if", "need", "met_if", "before", "play", "to", "any", "goto"}
)
"""Keys whose values are names and conditions: on paper they stand in other words."""
ANSWERS = frozenset({"rationale", "best", "acceptable", "harmful", "red_line", "model_answer"})
"""Keys whose values give an answer away."""
HOSTILE = (
    """"><script>alert(1)</script><img src=x onerror='x'> &#27;[2J {{ 7*7 }} {% raise %} """
    "[x](https://x.example) ![x](y) [x]: https://x.example | <b> `code` ~~x~~ # x"
)
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_MARKED = re.compile(r"\[\[[^\]]*\]\]|\[@[^\]]*\]|<[^>]*>|\*+")


@functools.cache
def shipped_material(path: Path) -> Material:
    """Return a file of the shipped course, or all of it, as it comes to paper."""
    if path.is_dir():
        return read_material(choose(path))
    course = shipped_material(course_folder())
    units = tuple(one for one in course.units if one.reading.path.samefile(path))
    return dataclasses.replace(course, parts=(Part("", None, units),), whole=False)


def course_folder() -> Path:
    """Return the folder of the shipped course's lessons."""
    folders = shipped_courses()
    assert folders is not None
    return folders.lessons / "sent-back"


def unit_files() -> list[Path]:
    """Return the files of the shipped course that hold a unit."""
    folder = course_folder()
    declaring = {"course", "sources", "glossary", "claims"}
    quizzes = folder.parent.parent / "quizzes" / folder.name
    found = [*folder.rglob("*.yaml"), *quizzes.glob("*.yaml")]
    return sorted(path for path in found if path.stem not in declaring)


@functools.cache
def shipped_proof(path: Path) -> tuple[Document, Page]:
    """Return the proof of a shipped file or of all, and its page."""
    document = proof_of(shipped_material(path), [], DAY)
    return document, Page(as_html(document))


def words_of(document: Document) -> str:
    """Return the words of a document as its page is read."""
    return Page(as_html(document)).read


def said_in(path: Path, keys: frozenset[str] | None = None, without: str = "") -> Iterator[str]:
    """Give the longest run of words without marks of each text in a file, or of those at keys.

    What stands below the key `without` is left out.
    """
    for key, text in _texts(tree_of(path), "", without):
        if " " in text and (key in keys if keys is not None else key not in NO_WORDS):
            yield longest_run(text)


@functools.cache
def tree_of(path: Path) -> Any:
    """Return what a file holds, as text."""
    return yaml.load(path.read_text(encoding="utf-8"), LOADER)


def longest_run(text: str) -> str:
    """Return the longest stretch of a text in which there is no mark."""
    paragraphs = re.split(r"\n\s*\n|\n\s*(?=[-|>] |[0-9]+\. )", text)
    runs = [run for part in paragraphs for run in _MARKED.split(part)]
    bare = (" ".join(re.sub(r"^\s*([-|>]|[0-9]+\.) ", "", run).split()) for run in runs)
    return max((run.strip(" |") for run in bare if "|" not in run), key=len, default="")


def _texts(value: Any, key: str, without: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(inner, name, without) if name != without else ()
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner, key, without)
    else:
        yield key, str(value)
