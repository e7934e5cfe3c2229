"""One question of a Moodle file while it is read: its parts, and what is said of them."""

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from protectcourse.exchange.foreign.foreign_questions import Head
from protectcourse.exchange.foreign.sound_bank import LONGEST_TEXT
from protectcourse.exchange.moodle.moodle_notes import comments_in, noted_fields, notes_in
from protectcourse.exchange.moodle.moodle_text import from_moodle
from protectcourse.exchange.moodle.moodle_xml import Element
from protectcourse.exchange.remarks import Remarks, short_item
from protectcourse.plain_text import one_line

USUAL_FEEDBACK = frozenset(
    {
        "Your answer is correct.",
        "Your answer is partially correct.",
        "Your answer is incorrect.",
    }
)
"""What Moodle writes into every question unless somebody changes it."""
USUAL_PENALTIES = frozenset(map(Decimal, ("0", "0.1", "0.3333333", "1")))
_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,15})?")


class Asked:
    """A question of a Moodle file."""

    def __init__(self, element: Element) -> None:
        self.element = element
        self.kind = element.attributes.get("type", "").strip()
        stem = element.child("questiontext")
        self.name = element.said("name")
        self.remarks = Remarks(self.name or (stem.text if stem else ""), element.line)
        written = [one.text for tags in element.every("tags") for one in tags.every("tag")]
        self.notes, other_tags = notes_in([*written, *comments_in(element)])
        self.other_tags = [tag for tag in other_tags if tag in map(str.strip, written)]
        self.stem = self.text(stem, "the question")

    def text(self, element: Element | None, where: str) -> str:
        """Return the text of an element in our Markdown; empty where there is none."""
        if element is None:
            return ""
        raw = element.text
        if len(raw) > LONGEST_TEXT:
            self.remarks.lost(f"The text of {where} is too long to be read.", element.line)
            return ""
        carried = from_moodle(raw, element.attributes.get("format", ""))
        told = " ".join(carried.lost)
        for file in element.every("file"):
            if (name := file.attributes.get("name", "")) not in told:
                self.remarks.lost(f"Not carried from {where}: the file {name[:60]}.", file.line)
        return self.remarks.take(carried, where, element.line)

    def short(self, element: Element | None, where: str) -> str:
        """Return the text of an element without blanks around it, unless they are ours."""
        text = self.text(element, where)
        is_ours = element is not None and element.attributes.get("format") == "markdown"
        return text if is_ours else text.strip()

    def plain(self, element: Element | None) -> str:
        """Return the words of an element that has no marks, on one line."""
        return " ".join(element.text.split()) if element else ""

    def head(self) -> Head:
        """Return the stem, and what is said of any answer."""
        general = self.element.child("generalfeedback")
        return Head(self.stem, self.text(general, "the general feedback"))

    def feedback(self, answers: Sequence[Element], items: Sequence[str]) -> list[str]:
        """Return the feedback of each option; empty, and told, where none came."""
        said = [
            self.text(answer.child("feedback"), f"the feedback on “{short_item(item)}”")
            for answer, item in zip(answers, items, strict=True)
        ]
        if missing := sum(not text.strip() for text in said):
            of = f"{missing} of {len(said)} options" if missing < len(said) else "Its options"
            what = f"{of} came without an explanation; the `rationale` of each says so."
            self.remarks.changed(what)
        return [text if text.strip() else "" for text in said]

    def fraction(self, answer: Element) -> Decimal:
        """Return the percent of the points that an answer gives."""
        written = answer.attributes.get("fraction", "0").strip()
        found = number(written)
        if found is None:
            self.remarks.lost(f"“{written[:20]}” is no share of the points.", answer.line)
        return found or Decimal(0)

    def fields(self) -> dict[str, Any]:
        """Return the fields that a question of any kind has, but for its rationale."""
        return {"stem": self.stem, **noted_fields(self.notes)}

    def note(self, key: str) -> str | None:
        """Return the first note of a key."""
        return self.notes.get(key, [None])[0]

    def comments(self, category: str) -> tuple[str, ...]:
        """Return what is kept in lines above the question: category, name and tags."""
        title = self.name if self.name != self.element.said("idnumber") else ""
        kept = (("category", category), ("title", title), ("tags", ", ".join(self.other_tags)))
        return tuple(f"{what}: {one_line(words)}" for what, words in kept if words)

    def tell_the_rest(self) -> None:
        """Say what of the question has no place here."""
        element, remarks = self.element, self.remarks
        if self.other_tags:
            listed = ", ".join(map(short_item, self.other_tags))
            remarks.changed(f"Its tags stand in a comment above it: {listed}.")
        if (grade := number(element.said("defaultgrade") or "1")) != 1:
            points = f"{grade.normalize():f}" if grade is not None else "other"
            remarks.lost(f"It counts {points} points in Moodle; here each question counts alike.")
        penalty = number(element.said("penalty") or "0")
        if penalty is not None and penalty.normalize() not in map(
            Decimal.normalize, USUAL_PENALTIES
        ):
            remarks.changed(f"A second try cost {penalty.normalize():f} of the points in Moodle.")
        if element.said("hidden") not in {"", "0"}:
            remarks.changed("It is hidden in Moodle; here it is not.")
        for tag in ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"):
            if (text := element.said(tag)) and _bare(text) not in USUAL_FEEDBACK:
                remarks.lost(f"Not carried: the general words “{short_item(_bare(text))}”.")
        if hints := [one for one in element.every("hint") if one.text.strip()]:
            remarks.lost(f"Not carried: {len(hints)} of its hints.", hints[0].line)


def number(text: str) -> Decimal | None:
    """Return the number that Moodle wrote, or None where it is none that a course could hold."""
    try:
        plain = f"{Decimal(text.strip().replace(',', '.')):f}"[:40]
    except (InvalidOperation, ValueError):
        return None
    tidy = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return Decimal(tidy) if _NUMBER.fullmatch(tidy) else None


def _bare(html: str) -> str:
    return from_moodle(html, "html").text.strip()
