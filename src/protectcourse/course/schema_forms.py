"""How single values look in a JSON Schema, as an ordinary editor of YAML sees them."""

import re
from typing import Any

from protectcourse.shapes import (
    DECIMAL,
    WHOLE,
    Between,
    DecimalNumber,
    Identifier,
    TrueOrFalse,
    WholeNumber,
    Words,
)

Schema = dict[str, Any]
"""A JSON Schema, or a part of one."""


def form_of_mark(mark: object) -> Schema | None:
    """Return the form that an annotation gives a single value; None if it gives none."""
    match mark:
        case Words(least, most):
            return text_form() | {"minLength": least, "maxLength": most}
        case Identifier():
            return _form_of_id(mark)
        case WholeNumber(least, most):
            figures = {"type": ["integer", "string"], "pattern": _whole_text(WHOLE)}
            return figures | {"minimum": least, "maximum": most}
        case DecimalNumber():
            return {"type": ["number", "string"], "pattern": _whole_text(DECIMAL)}
        case TrueOrFalse():
            return {"type": ["boolean", "string"], "pattern": "^(?:true|false)$"}
        case _:
            return None


def text_form() -> Schema:
    """Return the form of a text, which an editor may take for a number or for yes and no."""
    return {"type": ["string", "number", "boolean"]}


def with_length(form: Schema, between: Between) -> Schema:
    """Return the form of a list, or of a mapping, with the number of its entries."""
    what = "Properties" if form["type"] == "object" else "Items"
    return form | {f"min{what}": between.least, f"max{what}": between.most}


def one_or_many(form: Schema) -> Schema:
    """Return the form of a list that may be written without brackets if it has one entry."""
    alone = form["items"]
    return {"anyOf": [*alone.get("anyOf", [alone]), form]}


def or_nothing(form: Schema) -> Schema:
    """Return a form that also fits a key after which nothing stands."""
    if "type" in form and "enum" not in form:
        types = [form["type"]] if isinstance(form["type"], str) else form["type"]
        return form | {"type": [*types, "null"]}
    return {"anyOf": [form, {"type": "null"}]}


def _form_of_id(mark: Identifier) -> Schema:
    if mark.known:
        return {"enum": list(mark.known)}
    types = ["string"]
    if mark.form.fullmatch("1977"):
        types.append("number")
    if mark.form.fullmatch("true"):
        types.append("boolean")
    return {"type": types, "pattern": _whole_text(mark.form)}


def _whole_text(form: re.Pattern[str]) -> str:
    return f"^(?:{form.pattern})$"
