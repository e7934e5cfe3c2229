"""The files that `new` begins with: templates, and how they are filled."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from string import Template
from typing import Literal

NewKind = Literal["course", "lesson", "quiz", "case"]
TEMPLATES: Mapping[NewKind, Mapping[str, str]] = {
    "course": {},
    "lesson": {
        "plain": "two pages, a question to guess first and one to recall",
        "sensitive": "a lesson that may hurt: a content note, and a short form",
    },
    "quiz": {
        "module": "the quiz of a module: three questions with one right answer",
        "final": "the final assessment: four questions that are asked nowhere else",
        "every-kind": "one question of each of the eight kinds",
    },
    "case": {
        "smallest": "one decision, two endings",
        "interview": "questions in any order, trust that grows or goes, a decision",
        "assessment": "what can be said from what was found out, and what cannot",
        "rsd-elements": "an interview, then the six elements of the refugee definition",
    },
}
"""The templates of each kind and what is in them; the first is the usual one."""
FOLDER = Path(__file__).parent / "templates"
PLAIN = re.compile(r"[^\W\d_]\w*([ ,.'’()–?!-]+\w+)*[.?!]?")
"""What stands in YAML without quotes, and means the same."""


def fill(kind: NewKind, template: str, values: Mapping[str, str | None]) -> str:
    """Return the text of a template with values in place of `$name`.

    A line that wants a value which is None is left out.
    """
    text = (FOLDER / kind / f"{template}.yaml").read_text(encoding="utf-8")
    absent = [f"${name}" for name, value in values.items() if value is None]
    kept = [line for line in text.split("\n") if not any(name in line for name in absent)]
    return Template("\n".join(kept)).substitute(values)


def as_yaml(text: str) -> str:
    """Return a text of one line as it stands behind a key, in quotes where it needs them."""
    is_plain = PLAIN.fullmatch(text) and text not in {"null", "true", "false"}
    return text if is_plain else json.dumps(text, ensure_ascii=False)
