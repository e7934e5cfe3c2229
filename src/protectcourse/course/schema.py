"""JSON Schemas of the course files: what an editor needs to complete, explain and underline.

Made from the annotations by which files are read (see ``shapes``), and never stricter than the
reader: an editor takes `1977` for a number where the reader takes it for the text that is wanted.
What a schema cannot say, such as whether a source exists, is left to `check`.
"""

import json
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from protectcourse.course.field_words import words_of_keys, words_of_kind
from protectcourse.course.file_reading import Kind, model_of
from protectcourse.course.schema_forms import (
    Schema,
    form_of_mark,
    one_or_many,
    or_nothing,
    text_form,
    with_length,
)
from protectcourse.scenario.spelling import Spelled
from protectcourse.shapes import Between, OneOrMany, ToldApartBy, yaml_key

SchemaName = Literal["course", "lesson", "quiz", "case", "sources", "glossary", "claims"]
SCHEMA_NAMES: tuple[SchemaName, ...] = get_args(SchemaName)
DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema_text(name: SchemaName) -> str:
    """Return the schema of a sort of file as JSON text, ending with a new line."""
    return json.dumps(schema_of(name), indent=2, ensure_ascii=False) + "\n"


def schema_of(name: SchemaName) -> Schema:
    """Return the JSON Schema of a sort of file."""
    kind: Kind = "scenario" if name == "case" else name
    model = model_of(kind)
    definitions = _Definitions()
    root = definitions.form_of_class(model)
    return {"$schema": DRAFT, "title": f"{name} file", **root, "$defs": definitions.made}


class _Definitions:
    """The forms of one schema; those of classes stand once, under their names."""

    def __init__(self) -> None:
        self.made: dict[str, Schema] = {}

    def form_of(self, hint: Any) -> Schema:
        """Return the form of a value with some annotation."""
        origin, parts = get_origin(hint), get_args(hint)
        if origin is Annotated:
            return self._form_of_annotated(parts[0], parts[1:])
        if origin in {Union, UnionType}:
            (inner,) = [part for part in parts if part is not NoneType]
            return or_nothing(self.form_of(inner))
        if origin is Literal:
            return {"enum": list(parts)}
        if origin is tuple:
            return {"type": "array", "items": self.form_of(parts[0])}
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return self._form_of_mapping(*parts)
        if is_dataclass(hint):
            return self._refer(hint.__name__, hint)  # type: ignore[union-attr]
        return text_form() if hint is str else {}

    def form_of_class(self, owner: Any) -> Schema:
        """Return the form of a mapping that is read as a dataclass."""
        hints = get_type_hints(owner, include_extras=True)
        words = words_of_keys(owner)
        parts = {yaml_key(part.name): part for part in fields(owner)}
        kind = words_of_kind(owner)
        properties = {
            key: {
                "description": kind if _names_kind(hints[part.name]) else words.get(key, ""),
                **self.form_of(hints[part.name]),
                **_usual(part),
            }
            for key, part in parts.items()
        }
        return {
            "description": kind,
            "type": "object",
            "properties": properties,
            "required": [key for key, part in parts.items() if _must_stand(part)],
            "additionalProperties": False,
        }

    def _form_of_annotated(self, inner: Any, marks: tuple[Any, ...]) -> Schema:
        """Return the form of a value whose annotation says how it is written."""
        form: Schema | None = None
        for mark in marks:
            if isinstance(mark, ToldApartBy):
                return self._refer_to_kinds(inner, mark)
            form = form or form_of_mark(mark)
        form = self.form_of(inner) if form is None else form
        for mark in marks:
            if isinstance(mark, Between):
                form = with_length(form, mark)
        for mark in marks:
            if isinstance(mark, OneOrMany):
                form = one_or_many(form)
            elif isinstance(mark, Spelled) and form.get("type") == "array":
                form = self._with_short_spelling(form, inner, mark)
        return form

    def _form_of_mapping(self, key: Any, value: Any) -> Schema:
        names = self.form_of(key)
        return {
            "type": "object",
            "propertyNames": {"pattern": names["pattern"]},
            "additionalProperties": self.form_of(value),
        }

    def _with_short_spelling(self, form: Schema, inner: Any, mark: Spelled) -> Schema:
        """Return the form of a list whose entries, or the only one, may be a text."""
        if not mark.short_for:
            return one_or_many(form)
        (entry, *_) = get_args(inner)
        key = next(part.name for part in fields(entry) if yaml_key(part.name) == mark.short_for)
        short = self.form_of(get_type_hints(entry, include_extras=True)[key])
        short = short["anyOf"][0] if "anyOf" in short else short
        return one_or_many({**form, "items": {"anyOf": [short, form["items"]]}})

    def _refer(self, name: str, owner: Any) -> Schema:
        if name not in self.made:
            self.made[name] = {}  # holds the place, should the class hold itself
            self.made[name] = self.form_of_class(owner)
        return {"$ref": f"#/$defs/{name}"}

    def _refer_to_kinds(self, union: Any, mark: ToldApartBy) -> Schema:
        """Return a reference to the form of a union of classes that are told apart by a key."""
        kinds = mark.kinds(union)
        name = _base_of(list(kinds.values()))
        if name not in self.made:
            self.made[name] = {}
            self.made[name] = self._form_of_kinds(kinds, mark)
        return {"$ref": f"#/$defs/{name}"}

    def _form_of_kinds(self, kinds: Mapping[str, type], mark: ToldApartBy) -> Schema:
        """Return a form that first looks at the key, so that an editor speaks of one kind only."""
        listed = " ".join(f"`{kind}`: {words_of_kind(owner)}" for kind, owner in kinds.items())
        usual = f" Without it, `{mark.usual}`." if mark.usual else ""
        return {
            "type": "object",
            "properties": {
                mark.key: {"enum": list(kinds), "description": f"Which sort it is. {listed}{usual}"}
            },
            "required": [] if mark.usual else [mark.key],
            "allOf": [
                {
                    "if": {
                        "properties": {mark.key: {"const": kind}},
                        "required": [] if kind == mark.usual else [mark.key],
                    },
                    "then": self._refer(owner.__name__, owner),
                }
                for kind, owner in kinds.items()
            ],
        }


def _names_kind(hint: Any) -> bool:
    """Say whether a key has just one value, by which the class is told apart from others."""
    return get_origin(hint) is Literal and len(get_args(hint)) == 1


def _usual(part: Field[Any]) -> Schema:
    """Return what holds where a key is left out, if that can be said in one value."""
    usual = part.default
    if usual is MISSING or usual in (None, (), ""):
        return {}
    if isinstance(usual, Decimal):
        return {"default": int(usual)}
    return {"default": list(usual) if isinstance(usual, tuple) else usual}


def _must_stand(part: Field[Any]) -> bool:
    return part.default is MISSING and part.default_factory is MISSING


def _base_of(owners: list[type]) -> str:
    """Return the name of the nearest class that all of them come from, as the union is called."""
    shared = (base for base in owners[0].__mro__ if all(issubclass(one, base) for one in owners))
    return next(shared).__name__.removesuffix("Base")
