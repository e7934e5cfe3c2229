"""Reads YAML as an editor does, which knows nothing of courses: plain YAML 1.2, guessing types."""

import re
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from protectcourse.course.schema import SCHEMA_NAMES, SchemaName, schema_of

NOT_IN_EDITORS = {"tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool"}


class EditorLoader(yaml.SafeLoader):
    """Takes `true` and `false` alone for yes and no, and a date for a text."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in known if tag not in NOT_IN_EDITORS]
    for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"(?:true|false)$"), list("tf")
)


def as_editor_sees(text: str) -> Any:
    """Return what an editor takes a file for."""
    return _with_text_keys(yaml.load(text, EditorLoader))


def complaints(name: SchemaName, text: str) -> list[str]:
    """Return what an editor underlines, each with its place."""
    validator = Draft202012Validator(schema_of(name))
    return [
        f"{'/'.join(map(str, error.absolute_path))}: {error.message}"
        for error in validator.iter_errors(as_editor_sees(text))
    ]


def schema_name_of(path: Path) -> SchemaName:
    """Return which schema a file belongs to, by its first key."""
    key = str(next(iter(as_editor_sees(path.read_text(encoding="utf-8")))))
    return next(name for name in SCHEMA_NAMES if name == {"scenario": "case"}.get(key, key))


def _with_text_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {_key(name): _with_text_keys(inner) for name, inner in value.items()}
    return [_with_text_keys(inner) for inner in value] if isinstance(value, list) else value


def _key(name: Any) -> str:
    return str(name).lower() if isinstance(name, bool) else str(name)
