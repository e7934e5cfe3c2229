"""Writes a bank as the YAML that an author would write, so that reading it gives the same bank."""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from textwrap import indent
from typing import Any

import yaml

from protectcourse.exchange.carried import CarriedIn
from protectcourse.exchange.written_parts import written_parts
from protectcourse.plain_text import one_line
from protectcourse.quiz.bank import Quiz
from protectcourse.shapes import yaml_key

SCHEMA_COMMENT = "# yaml-language-server: $schema=../../lessons/.schema/quiz.json"
"""Tells editors that know it what a bank may hold."""
WIDTH = 84
"""Columns after which a line ends with its next word, so that few reach 100."""
KEY_ORDER = (
    *("quiz", "title", "pool", "kind", "objective", "bloom", "claims", "source", "as_of"),
    *("sensitivity", "contested", "parallel_of", "about", "minutes", "draw", "spread", "pass"),
    *("floor", "feedback", "attempts_per_day", "stem", "left", "right", "text", "correct"),
    *("weight", "options", "steps", "pairs", "extra", "answer", "tolerance", "unit", "accept"),
    *("all_or_nothing", "keep_order", "rationale", "model_answer", "misconception", "contrast"),
    *("angoff", "was", "lint_allow", "sources"),
)
"""The keys as authors write them (course_format.md §4); others follow in the order of the class."""
_TAG = "tag:yaml.org,2002:"
_LONGEST_FLOW = 60
"""Characters of a list that stands in brackets on one line."""
_WHOLE = re.compile(r"-?(0|[1-9][0-9]*)")


class _Dumper(yaml.SafeDumper):
    """Sets the entries of lists in, as authors do."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def bank_yaml(carried: CarriedIn) -> str:
    """Return the file of a bank that was brought in."""
    if carried.quiz is None:
        return ""
    return write_bank(carried.quiz, carried.comments)


def write_bank(quiz: Quiz, comments: Mapping[str, Sequence[str]] | None = None) -> str:
    """Return a bank as YAML, with comments above its questions; the strict reader reads it back."""
    head = {key: entry for key, entry in _entries(quiz) if key != "questions"}
    lines = [SCHEMA_COMMENT, _dump(head, 0).rstrip("\n"), "questions:"]
    for name, question in quiz.questions.items():
        lines += [f"  # {one_line(comment)}" for comment in (comments or {}).get(name, ())]
        lines.append(indent(_dump({name: question}, 2), "  ").rstrip("\n"))
    return "\n".join(lines) + "\n"


def _dump(value: Any, depth: int) -> str:
    return str(
        yaml.serialize(_node(value, depth), Dumper=_Dumper, width=WIDTH - depth, allow_unicode=True)
    )


def _node(value: Any, column: int) -> yaml.Node:
    """Return the node of a value that stands, or whose key stands, in a column from 0."""
    match value:
        case bool():
            return yaml.ScalarNode(f"{_TAG}bool", str(value).lower())
        case int() | Decimal():
            return _number(f"{value:f}" if isinstance(value, Decimal) else str(value))
        case str():
            return _text(value, column)
        case list() | tuple():
            return _list(value, column)
        case Mapping():
            return _mapping(value.items(), column)
        case _:
            return _mapping(_entries(value), column)


def _mapping(entries: Iterable[tuple[str, Any]], column: int) -> yaml.Node:
    pairs = [
        (yaml.ScalarNode(f"{_TAG}str", key), _node(entry, _column(key, entry, column)))
        for key, entry in entries
    ]
    return yaml.MappingNode(f"{_TAG}map", pairs, flow_style=False)


def _column(key: str, entry: Any, column: int) -> int:
    """Return where a value begins: a text after its key, all else set in below it."""
    return column + (len(key) + 2 if isinstance(entry, str) else 2)


def _list(entries: Sequence[Any], column: int) -> yaml.Node:
    short = sum(len(str(entry)) + 2 for entry in entries) <= _LONGEST_FLOW
    flow = short and all(isinstance(entry, str) for entry in entries)
    nodes = [_node(entry, column + 2) for entry in entries]
    return yaml.SequenceNode(f"{_TAG}seq", nodes, flow_style=flow)


def _text(text: str, column: int) -> yaml.Node:
    """Return a text: below `|` where it has lines, below `>` where it is too long for one."""
    style = None
    if text.endswith("\n\n") or text == "\n":
        style = '"'  # below `|` the empty lines at its end would be lost among others
    elif "\n" in text:
        style = "|"
    elif column + len(text) + 2 > WIDTH and " " in text:
        style = ">"
    return yaml.ScalarNode(f"{_TAG}str", text, style=style)


def _number(written: str) -> yaml.Node:
    sort = "int" if _WHOLE.fullmatch(written) else "float"
    return yaml.ScalarNode(f"{_TAG}{sort}", written)


def _entries(value: Any) -> list[tuple[str, Any]]:
    """Return key and value of each part of a dataclass that is not as usual, in authors' order."""
    found = [(yaml_key(name), entry) for name, entry in written_parts(value)]
    if hasattr(value, "kind"):
        found.append(("kind", value.kind))
    return sorted(found, key=lambda one: _place(one[0]))


def _place(key: str) -> int:
    return KEY_ORDER.index(key) if key in KEY_ORDER else len(KEY_ORDER)
