"""Every key of a file, in words: the lists at the end of a guide.

They are made from the descriptions of the keys by which files are read and editors explain them.
"""

import json
import re
from collections.abc import Iterator, Mapping
from textwrap import fill
from typing import Any

from protectcourse.course.schema import SchemaName, schema_of

WIDTH = 78
_REFERENCE = re.compile(r'"#/\$defs/(\w+)"')
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
Keys = Mapping[str, Mapping[str, Any]]
"""The description of each key, by its name, as a schema has it."""


def keys_of(*names: SchemaName) -> str:
    """Return every key of some sorts of file, one section a sort, in Markdown."""
    return "\n\n".join("\n\n".join(_section(name)) for name in names)


def _section(name: SchemaName) -> Iterator[str]:
    """Give the paragraphs of a section."""
    schema = schema_of(name)
    definitions: dict[str, Any] = schema["$defs"]
    yield f"## Every key: {name}"
    yield fill(f"{schema['description']} Keys marked * must stand.", WIDTH)
    yield _list(schema["properties"], schema["required"])
    unions = {title: part for title, part in definitions.items() if "allOf" in part}
    members = {name for part in unions.values() for name in _references(part)}
    for title, part in definitions.items():
        if title in unions:
            yield from _kinds(title, part, definitions)
        elif title not in members:
            yield from _part(_words(title), part, part["properties"])


def _kinds(title: str, union: Mapping[str, Any], definitions: Mapping[str, Any]) -> Iterator[str]:
    """Give what all kinds of a thing may have, then what each has besides."""
    members = [name for name in _references(union) if "properties" in definitions[name]]
    shared = _shared([definitions[name] for name in members])
    required = set.intersection(*(set(definitions[name]["required"]) for name in members))
    yield f"### {_words(title)}: every kind"
    yield _list(dict(union["properties"]) | dict(shared), [*required, *union["required"]])
    for name in members:
        part = definitions[name]
        own = {key: form for key, form in part["properties"].items() if key not in shared}
        yield from _part(_words(name), part, {key: own[key] for key in own if key != _tag(union)})


def _part(title: str, part: Mapping[str, Any], keys: Keys) -> Iterator[str]:
    yield f"### {title}"
    yield fill(part["description"], WIDTH)
    if keys:
        yield _list(keys, part["required"])


def _list(keys: Keys, required: list[str]) -> str:
    return "\n".join(
        fill(
            f"- `{key}`{'*' if key in required else ''}: {form['description']}",
            WIDTH,
            subsequent_indent="  ",
            break_on_hyphens=False,
            break_long_words=False,
        )
        for key, form in keys.items()
    )


def _shared(parts: list[Mapping[str, Any]]) -> Keys:
    """Return the keys that all parts have, and that mean the same in each."""
    first, *others = (part["properties"] for part in parts)
    return {
        key: form
        for key, form in first.items()
        if all(other.get(key, {}).get("description") == form["description"] for other in others)
    }


def _tag(union: Mapping[str, Any]) -> str:
    """Return the key that says which kind a thing is."""
    return str(next(iter(union["properties"])))


def _references(part: Any) -> list[str]:
    """Return the names of the definitions that a part speaks of, each once, in order."""
    return list(dict.fromkeys(_REFERENCE.findall(json.dumps(part))))


def _words(title: str) -> str:
    """Return the name of a definition in words: `BoxPage` is "Box page"."""
    return _CAPITAL.sub(" ", title).capitalize()
