"""What Moodle has no field for, as notes beside a question or an answer: `objective: O2.3`.

Of a question they are tags, which Moodle keeps and shows; what is too long for a tag, and what
belongs to one answer, is a comment, which Moodle leaves out when it writes the bank again.
"""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, get_args

from protectcourse.exchange.moodle.moodle_xml import Element
from protectcourse.quiz.questions import Bloom, Option, Question, TrueFalseQuestion
from protectcourse.shapes import UNIT_ID

LONGEST_TAG = 50
"""Characters; Moodle cuts a longer one."""
WEIGHTED, ALL_OR_NOTHING = "weighted", "all or nothing"
"""Notes on how a question with options is marked."""
_NOTE = re.compile(r"([a-z][a-z -]{0,30}): (\S(?:.*\S)?)", re.S)
_YES = "yes"
_SHARE = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,15})?")
_FORMS: Mapping[str, re.Pattern[str]] = {
    "objective": UNIT_ID,
    "bloom": re.compile("|".join(get_args(Bloom))),
    "source": re.compile(r".{1,500}", re.S),
    "claim": re.compile(r".{1,500}", re.S),
    "as of": re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"),
    "sensitivity": re.compile(r"S[0-3]"),
    "contested": re.compile(_YES),
    "parallel of": UNIT_ID,
    "angoff": _SHARE,
    "was": UNIT_ID,
    "misconception": UNIT_ID,
    "id": re.compile(r"[a-z0-9][a-z0-9_\-]{0,63}"),
    "contrast": re.compile(_YES),
    WEIGHTED: re.compile(_YES),
    ALL_OR_NOTHING: re.compile(_YES),
}
_FIELDS = {
    **{"objective": "objective", "bloom": "bloom", "as of": "as_of", "was": "was"},
    **{"sensitivity": "sensitivity", "parallel of": "parallel_of"},
}
"""The notes that hold a text each, and the field of a question that it belongs to."""

Notes = list[tuple[str, str]]


def question_notes(question: Question) -> Notes:
    """Return the notes on a question, in the order of our own format."""
    notes: Notes = []
    for key, name in _FIELDS.items():
        value = getattr(question, name)
        if value is not None and not (key == "sensitivity" and value == "S0"):
            notes.append((key, value))
    notes += [("source", one) for one in question.source]
    notes += [("claim", one) for one in question.claims]
    if question.contested:
        notes.append(("contested", _YES))
    if question.angoff is not None:
        notes.append(("angoff", f"{question.angoff:f}"))
    if isinstance(question, TrueFalseQuestion) and question.misconception is not None:
        notes.append(("misconception", question.misconception))
    return notes


def option_notes(name: str, option: Option) -> Notes:
    """Return the notes on an option: its id, and what is thought by whoever chooses it."""
    notes = [("id", name)]
    if option.misconception is not None:
        notes.append(("misconception", option.misconception))
    return [*notes, ("contrast", _YES)] if option.contrast else notes


def is_note(key: str, value: str) -> bool:
    """Whether a note can be written so that it is read again as it is."""
    found = _NOTE.fullmatch(f"{key}: {value}")
    return bool(found and found[2] == value)


def fits_tag(key: str, value: str) -> bool:
    """Whether Moodle keeps a note as a tag."""
    return len(f"{key}: {value}") <= LONGEST_TAG and not set("<>`\n\t") & set(value)


def comment_of(key: str, value: str) -> str:
    """Return a note as the text of a comment, in which XML allows no `--`."""
    return f" {key}: {value.replace('%', '%25').replace('--', '-%2D')} "


def comments_in(element: Element) -> list[str]:
    """Return the notes that the comments in an element hold, as they were before."""
    return [text.replace("%2D", "-").replace("%25", "%") for text in element.comments]


def notes_in(texts: Iterable[str]) -> tuple[dict[str, list[str]], list[str]]:
    """Return the notes among some texts, by key, and the texts that are none."""
    notes: dict[str, list[str]] = {}
    others = []
    for text in texts:
        found = _NOTE.fullmatch(text.strip())
        form = _FORMS.get(found[1]) if found else None
        if found and form and form.fullmatch(found[2]):
            notes.setdefault(found[1], []).append(found[2])
        elif text.strip():
            others.append(text.strip())
    return notes, others


def noted_fields(notes: Mapping[str, list[str]]) -> dict[str, Any]:
    """Return the fields of any question that notes give."""
    fields: dict[str, Any] = {name: notes[key][0] for key, name in _FIELDS.items() if key in notes}
    fields["source"] = tuple(notes.get("source", ()))
    fields["claims"] = tuple(notes.get("claim", ()))
    fields["contested"] = "contested" in notes
    if "angoff" in notes:
        fields["angoff"] = Decimal(notes["angoff"][0])
    return fields


def noted_id(element: Element) -> str:
    """Return the id that a comment in an element gives; empty where none does."""
    return notes_in(comments_in(element))[0].get("id", [""])[0]
