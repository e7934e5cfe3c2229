"""One row of a sheet while it is read: its cells by name, and what is said of them."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, get_args

from protectcourse.exchange.carried import NO_FEEDBACK, NO_RATIONALE
from protectcourse.exchange.foreign.literal_text import fit_one_run, without_unseen
from protectcourse.exchange.foreign.made_ids import Named, part_ids
from protectcourse.exchange.remarks import Remarks, short_item
from protectcourse.exchange.sheets.sheet_columns import (
    CONTRAST,
    MORE_OF_QUESTION,
    SET_ASIDE,
    option_column,
    read_more,
    split,
)
from protectcourse.quiz.questions import Bloom
from protectcourse.quiz.written import parse_number
from protectcourse.shapes import UNIT_ID

_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,15})?")
_NUMBERED = re.compile(r"([0-9]{1,3}) *: *(\S+)")
_FORMS: Mapping[str, re.Pattern[str]] = {
    "as of": re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"),
    "sensitivity": re.compile(r"S[0-3]"),
    "parallel of": UNIT_ID,
    "was": UNIT_ID,
    "angoff": _NUMBER,
}
_YES, _NO = frozenset({"true", "yes", "1", "x"}), frozenset({"false", "no", "0", ""})
BLOOM: tuple[str, ...] = get_args(Bloom)


class Row:
    """A row of a sheet."""

    def __init__(self, number: int, cells: Mapping[str, str]) -> None:
        self._cells = cells
        self.kind = cells.get("kind", "").strip().casefold()
        self.remarks = Remarks(cells.get("question", "") or cells.get("id", ""), number)
        self.more, others = read_more(cells.get("more", ""))
        for line in others:
            self.remarks.lost(f"Not understood under `more`: “{short_item(line)}”.")

    def word(self, name: str) -> str:
        """Return a cell that is no text for learners, without blanks around it."""
        return without_unseen(self._cells.get(name, "").strip())[0]

    def text(self, name: str) -> str:
        """Return a text for learners as a course can hold it; empty where the cell is blank."""
        clean, unseen = without_unseen(self._cells.get(name, ""))
        if not clean.strip():
            return ""
        text, changed = fit_one_run(clean)
        for what in (*unseen, *changed):
            self.remarks.changed(f"Changed under `{name}`: {what}.")
        return text

    def plain(self, name: str) -> str:
        """Return a text that is shown just as it stands, marks and all."""
        clean = without_unseen(self._cells.get(name, ""))[0]
        return clean if clean.strip() else ""

    @property
    def options(self) -> list[int]:
        """The numbers of the options that the row has, in order."""
        found = (option_column(name) for name, cell in self._cells.items() if cell.strip())
        return sorted({column.number for column in found if column is not None})

    def ids(self, texts: Sequence[str]) -> list[str]:
        """Return the ids of the options: those that are given, else made from their texts."""
        given = [one.strip() for one in re.split(r"[,;\n]", self.word("option ids"))]
        given += [""] * (len(texts) - len(given))
        return part_ids([Named(text, given=one) for text, one in zip(texts, given, strict=False)])

    def numbers(self, entries: Sequence[str], numbers: Sequence[int], where: str) -> set[int]:
        """Return the options meant by numbers or letters; what means none is told."""
        meant = set()
        for entry in entries:
            letter = len(entry) == 1 and entry.isascii() and entry.isalpha()
            number = ord(entry.casefold()) - 96 if letter else _whole(entry)
            if number in numbers:
                meant.add(number)
            elif entry:
                self.remarks.lost(f"“{short_item(entry)}” under `{where}` is no option's number.")
        return meant

    def by_option(self, name: str, numbers: Sequence[int]) -> dict[int, str]:
        """Return ids given for options, `2: some-id`, by the number of the option."""
        given = {}
        for entry in split(self.word(name)):
            found = _NUMBERED.fullmatch(entry)
            if found and int(found[1]) in numbers and UNIT_ID.fullmatch(found[2]):
                given[int(found[1])] = found[2]
            else:
                self.remarks.lost(f"Not understood under `{name}`: “{short_item(entry)}”.")
        return given

    def number(self, name: str) -> Decimal | None:
        """Return the number of a cell, told where it is none; None where the cell is empty."""
        cell = self.word(name)
        return as_number(cell, self.remarks, name) if cell else None

    def needed_reason(self) -> str:
        """Return the reason of a question that needs one, if only to say that none came."""
        text = self.text("reason")
        if not text:
            self.remarks.changed("It came without an explanation; its `rationale` says so.")
        return text or NO_RATIONALE

    def option_reasons(self, names: Sequence[str]) -> list[str]:
        """Return the reason of each option, if only to say that none came."""
        texts = [self.text(name) for name in names]
        if missing := texts.count(""):
            of = f"{missing} of {len(texts)} options" if missing < len(texts) else "Its options"
            what = f"{of} came without an explanation; the `rationale` of each says so."
            self.remarks.changed(what)
        return [text or NO_FEEDBACK for text in texts]

    def fields(self, own: frozenset[str]) -> dict[str, Any]:
        """Return what a question of any kind has; `own` are the keys that its kind knows."""
        fields: dict[str, Any] = {"stem": self.text("question")}
        fields["rationale"] = self.text("reason") or None
        fields["objective"] = self._checked("objective", UNIT_ID.fullmatch)
        fields["bloom"] = self._checked("bloom", BLOOM.__contains__)
        for name in ("source", "claims"):
            kept = self.more.get(name)
            entries = kept if isinstance(kept, list) else split(self.word(name))
            fields[name] = tuple(filter(None, entries))
        fields["lint_allow"] = self.set_aside()
        return fields | self._rare_fields(own)

    def set_aside(self) -> dict[str, str]:
        """Return the checks that are set aside, each with its reason."""
        return {
            key.removeprefix(SET_ASIDE): str(reason)
            for key, reason in self.more.items()
            if key.startswith(SET_ASIDE) and UNIT_ID.fullmatch(key.removeprefix(SET_ASIDE))
        }

    def _rare_fields(self, own: frozenset[str]) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        for key, value in self.more.items():
            field = MORE_OF_QUESTION.get(key)
            text = str(value)
            form = _FORMS.get(key)
            if key in {"source", "claims", CONTRAST} or key.startswith(SET_ASIDE):
                continue
            if field is None or (key in {"keep order", "all or nothing"} and key not in own):
                self.remarks.lost(f"`{key}` under `more` is not known for this kind of question.")
            elif form is None and text.casefold() in _YES | _NO:
                fields[field] = text.casefold() in _YES
            elif form is not None and form.fullmatch(text):
                fields[field] = Decimal(text) if key == "angoff" else text
            else:
                self.remarks.lost(f"`{key}` under `more` cannot be “{short_item(text)}”.")
        return fields

    def _checked(self, name: str, fits: Any) -> str | None:
        word = self.word(name)
        if word and not fits(word):
            self.remarks.lost(f"“{short_item(word)}” under `{name}` is not one.")
        return word if word and fits(word) else None


def as_number(cell: str, remarks: Remarks, name: str) -> Decimal | None:
    """Return a number as people write it; it is told where it is none that a course can hold."""
    number = parse_number(cell)
    if number is not None and _NUMBER.fullmatch(f"{number:f}"):
        return number
    remarks.lost(f"“{short_item(cell)}” under `{name}` is no number.")
    return None


def _whole(text: str) -> int:
    number = parse_number(text)
    return int(number) if number is not None and number == int(number) else 0
