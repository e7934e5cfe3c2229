"""Turns what pydantic says about a file into what its author can act on."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic_core import ErrorDetails

from protectcourse.course.spot import Spot, UnionOfKinds, keys_of
from protectcourse.course.yaml_reader import Block, Series, Value
from protectcourse.findings import Finding, ValuePath, did_you_mean, nearest
from protectcourse.shapes import NotAnIdError

KIND_KEYS = frozenset({"kind", "type"})
"""The keys that say which other keys belong beside them."""
OTHER_WORDS: Mapping[str, str] = {
    "answers": "options",
    "choices": "options",
    "explanation": "rationale",
    "feedback": "rationale",
    "heading": "title",
    "name": "title",
    "question": "stem",
    "reason": "rationale",
    "scenario": "case",
}
"""Words that authors write for a key, where they do not stand for themselves."""


def explain(errors: Iterable[ErrorDetails], root: type, tree: Value) -> list[Finding]:
    """Return the findings behind pydantic's errors, in the author's words; one for each slip.

    A key that is misspelt is not also told as missing in its right spelling; where it was to say
    the kind of a part, nothing else is told of the keys of that part.
    """
    findings: list[Finding] = []
    meant: dict[ValuePath, Finding] = {}
    for error in errors:
        spot = Spot.reach(root, tree, error["loc"])
        code, message, hint = _say(error, spot)
        at_key = spot.is_key or code == "C010"
        found = Finding(code=code, path=spot.path, message=message, hint=hint, at_key=at_key)
        findings.append(found)
        if code == "C010" and (right := _meant_key(str(spot.path[-1]), spot)):
            meant[*spot.path[:-1], right] = found
    return [one for one in findings if not _follows(one, meant)]


def _follows(finding: Finding, meant: Mapping[ValuePath, Finding]) -> bool:
    """Say whether a finding only follows from a key that is misspelt; `meant` by what it meant."""
    if finding.code not in {"C010", "C011"}:
        return False
    part = finding.path[:-1]
    of_kind = next((meant[*part, key] for key in KIND_KEYS if (*part, key) in meant), finding)
    return finding.path in meant or of_kind is not finding


def _say(error: ErrorDetails, spot: Spot) -> tuple[str, str, str]:
    """Return code, message and hint."""
    last = str(spot.path[-1]) if spot.path else ""
    context = error.get("ctx", {})
    match error["type"]:
        case "missing":
            return "C011", f"`{last}` is missing", f"Add `{last}:` to this part of the file."
        case "unexpected_keyword_argument":
            return (
                "C010",
                f"`{last}` is not a key that belongs here",
                _where_key_belongs(last, spot),
            )
        case "union_tag_invalid" | "union_tag_not_found":
            return _say_kind(spot)
        case "literal_error":
            return _say_choice(spot, str(context.get("expected", "")))
        case "value_error":
            reason = context.get("error")
            code = "C014" if isinstance(reason, NotAnIdError) else "C012"
            return code, *_say_value(str(reason), last, spot)
        case "too_short" | "too_long" | "string_too_short" | "string_too_long":
            return "C013", *_say_length(error["type"], last, context)
        case "greater_than_equal" | "less_than_equal":
            bound = f"at least {context['ge']}" if "ge" in context else f"at most {context['le']}"
            mend = "Write a larger number." if "ge" in context else "Write a smaller number."
            return "C013", f"`{last}` must be {bound}", mend
        case wrong:
            return _say_type(wrong, last, spot.value)


def _where_key_belongs(key: str, spot: Spot) -> str:
    """Return what to do about a key that is not known where it stands."""
    if kinds := spot.kinds_with(key):
        tag = "type" if "scene" in kinds or "type" in spot.keys else "kind"
        named = " or ".join(f"`{tag}: {kind}`" for kind in kinds)
        return f"It belongs to {named}: make this part one of that kind, or take the line out."
    if meant := _meant_key(key, spot):
        return f"Did you mean `{meant}`?"
    known = ", ".join(f"`{known}`" for known in spot.keys)
    return f"Known here: {known}. If it belongs to the part above, indent it."


def _meant_key(written: str, spot: Spot) -> str:
    """Return the key that a key stands for which is misspelt, or a word for the same."""
    word = written.lower()
    same = OTHER_WORDS.get(word, "")
    return same if same in spot.keys else nearest(word, spot.keys)


def _say_kind(spot: Spot) -> tuple[str, str, str]:
    """Say that a question, page or node is of no known kind."""
    if not isinstance(spot.value, Block):
        return _say_type("dataclass_type", str(spot.path[-1]), spot.value)
    kinds = list(spot.kind.kinds) if isinstance(spot.kind, UnionOfKinds) else []
    key = "type" if "scene" in kinds else "kind"
    code = {"one": "Q001", "scene": "S018"}.get(kinds[0] if kinds else "", "C012")
    listed = ", ".join(f"`{kind}`" for kind in kinds)
    given = spot.value.get(key)
    if given is None:
        return _say_no_kind(spot, key, listed)
    spot.path = (*spot.path, key)
    hint = did_you_mean(str(given), kinds) or f"Known: {listed}."
    return code, f"`{given}` is not a known {key}", hint


def _say_no_kind(spot: Spot, key: str, listed: str) -> tuple[str, str, str]:
    """Say that the key is missing that tells the kind of a part, or how it is misspelt."""
    written = spot.value if isinstance(spot.value, Block) else {}
    known = {name for kind in spot.kind.kinds.values() for name in keys_of(kind)}
    unknown = [name for name in written if name not in known]
    if misspelt := nearest(key, unknown) if key not in written else "":
        spot.path = (*spot.path, misspelt)
        return "C010", f"`{misspelt}` is not a key that belongs here", f"Did you mean `{key}`?"
    return "C011", f"`{key}` is missing", f"Say which: {listed}."


def _say_choice(spot: Spot, expected: str) -> tuple[str, str, str]:
    """Say that a word is not one of a closed list."""
    known = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
    listed = ", ".join(f"`{word}`" for word in known)
    given = spot.value if isinstance(spot.value, str) else ""
    what = f"`{given[:40]}` is not one of {listed}" if given else f"one of {listed} is wanted here"
    return "C012", what, did_you_mean(given, known) or "Write one of these."


def _say_value(reason: str, last: str, spot: Spot) -> tuple[str, str]:
    """Say that a value, or the name of a part, is not of the form that is wanted."""
    wanted = f"{reason[:1].upper()}{reason[1:]}."
    if spot.is_key:
        return f"`{last[:60]}` cannot be the id of a part", f"{wanted}{_better_id(last, reason)}"
    given = spot.value if isinstance(spot.value, str) else ""
    better = _better_id(given, reason) if "an id" in reason else ""
    if given != given.strip():
        better += " Delete the odd space beside it, which the eye cannot tell from a plain one."
    return f"`{last}` cannot be `{given[:60]}`", f"{wanted}{better}"


def _better_id(given: str, reason: str) -> str:
    """Return the sentence that offers an id near to what was given, if there is one."""
    joined = "_" if "a–z" in reason else "-"
    apart = unicodedata.normalize("NFKD", given.casefold())
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    words = re.findall(r"[a-z0-9]+", bare)
    return f" Write `{joined.join(words)[:64]}`." if words and not words[0].isdigit() else ""


def _say_length(kind: str, last: str, context: Mapping[str, Any]) -> tuple[str, str]:
    """Say that a text or a list is too short or too long."""
    what = "characters" if kind.startswith("string") else "entries"
    if kind.endswith("short"):
        least = context.get("min_length", 1)
        if least == 1:
            return f"`{last}` is empty", "Write something, or leave the line out."
        return f"`{last}` needs at least {least} {what}", "Add what is missing."
    most = context.get("max_length")
    return f"`{last}` may have at most {most} {what}", "Make it shorter, or divide it."


def _say_type(wrong: str, last: str, value: Value) -> tuple[str, str, str]:
    """Say that a value is of the wrong sort."""
    if value is None:
        mend = "Write it on this line, or below it and indented; or leave the line out."
        return "C012", f"nothing stands after `{last}:`", mend
    found = {Block: "a part with lines of its own", Series: "a list"}.get(type(value), "text")
    mend = ""
    if wrong.startswith("string"):
        wanted, mend = "text", _TEXT_HINTS.get(type(value), "")
    elif wrong.startswith(("tuple", "list", "iterable", "arguments")):
        wanted, mend = "a list", "Begin each entry on a line of its own with `- `."
    elif wrong.startswith(("dict", "mapping", "dataclass")):
        wanted, mend = "a part with lines of its own", _PART_HINTS.get(type(value), _PART_HINT)
    else:
        wanted = "a number" if wrong.startswith(("int", "decimal")) else "another value"
        mend = f"Write it after the colon, as in `{last}: 5`." if "number" in wanted else ""
    return (
        "C012",
        f"`{last}` wants {wanted}, and {found} stands here",
        mend or "Write it otherwise.",
    )


_TEXT_HINTS: Mapping[type, str] = {
    Series: "Leave out the `- `; a text that begins with `[` stands in double quotes.",
    Block: "A text that holds a colon, or begins with `{`, stands in double quotes or below a `|`.",
}
_PART_HINT = "Write its lines below it and indented, each as in `title: Welcome`."
_PART_HINTS: Mapping[type, str] = {
    Series: "Leave out the `- `; begin each entry with a name of its own and a colon.",
}
"""What to do where something else was written than what is wanted."""
