"""Strict YAML for people who do not know YAML: text as written, with a place for every value.

The only module that knows YAML. It walks the events of the parser, so that nothing is built that
was not asked for: no types are guessed, nothing is expanded, nothing recurses (reliability.md §2).
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from protectcourse.course.file_text import decode_text
from protectcourse.course.yaml_faults import (
    MOST_FAULTS,
    ODD_BLANKS,
    Fault,
    Place,
    find_odd_beginnings,
    find_unclean_characters,
)
from protectcourse.findings import Severity, ValuePath
from protectcourse.plain_text import UNCLEAN, clean_text

__all__ = ["Block", "Fault", "Place", "Reading", "Series", "Value", "read_yaml"]

DEEPEST = 20
MOST_VALUES = 50_000
LONGEST_TEXT = 50_000

_ODD_AROUND = re.compile(rf"^[{ODD_BLANKS}]|[{ODD_BLANKS}]$")
_PROSE = re.compile(r"\S+(\s+\S+){3,}")
_FIGURE = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?|true|false")
_JOINERS = re.compile("[\u200c\u200d]")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Block(dict[str, "Value"]):
    """A mapping, with the places of its keys and values."""

    __slots__ = ("keys_at", "place", "values_at")

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.keys_at: dict[str, Place] = {}
        self.values_at: dict[str, Place] = {}


class Series(list["Value"]):
    """A list, with the places of its entries."""

    __slots__ = ("place", "values_at")

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.values_at: list[Place] = []


Value = str | None | Block | Series


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds, as far as it could be read, and what is wrong with its form."""

    root: Value
    faults: tuple[Fault, ...]
    broken_at: ValuePath | None = None
    """The part within which the reading had to end; None where it came to the end of the file."""
    text: str = ""
    """The text of the file, from which the places within a value are found."""
    cut: Mapping[Place, Place] = field(default_factory=dict)
    """For each key that a comma of a sentence in braces has made, where that sentence was told."""


def read_yaml(data: bytes) -> Reading:
    """Read a file's bytes. Never raises, whatever they are."""
    text = decode_text(data)
    if isinstance(text, Fault):
        return Reading(None, (text,))
    faults = find_unclean_characters(text)
    if faults:
        text = UNCLEAN.sub("\ufffd", text)
    builder = _Builder(text)
    broken_at = _build(builder, text)
    if builder.root is None and not builder.faults and not faults:
        empty = Fault(
            "C001", Place(1, 1), "the file is empty", "Begin with `lesson: …`, or delete it."
        )
        return Reading(None, (empty,))
    return Reading(builder.root, (*faults, *builder.faults), broken_at, text, builder.cut)


def _build(builder: "_Builder", text: str) -> ValuePath | None:
    """Build what a text holds; return the part within which that had to end, if it had to."""
    loader = _LOADER(text)
    take = builder.takers.get
    try:
        while (event := loader.get_event()) is not None:
            taker = take(type(event))
            if taker is not None and not taker(event):
                return builder.open_part
    except yaml.YAMLError as error:
        builder.add_stumble(error, text.split("\n"))
    except (RecursionError, ValueError, MemoryError) as error:
        message = f"the file could not be read ({type(error).__name__})"
        builder.faults.append(Fault("C003", Place(1, 1), message, "Make several files of it."))
    else:
        return None
    finally:
        loader.dispose()
    return builder.open_part


class _Builder:
    """Builds the values of one file from the parser's events, without recursion."""

    def __init__(self, text: str) -> None:
        self.root: Value = None
        self.faults: list[Fault] = []
        self._text = text
        self._open: list[Block | Series] = []
        self._keys: list[str | None] = []
        """For each open mapping the key whose value comes next."""
        self._flow: list[bool] = []
        self._values = 0
        self._documents = 0
        self._told: Counter[str] = Counter()
        self.cut: dict[Place, Place] = {}
        self._told_braces: dict[Place, Place] = {}
        """For each part in braces that holds a sentence, where that was told: once is enough."""
        self._quoted = Place(1, 1), 0
        """Where the last text in quotes began, and the line on which it ended."""
        self.takers: dict[type, Callable[[Any], bool]] = {
            yaml.ScalarEvent: self._take_scalar,
            yaml.MappingStartEvent: self._take_start,
            yaml.SequenceStartEvent: self._take_start,
            yaml.MappingEndEvent: self._take_end,
            yaml.SequenceEndEvent: self._take_end,
            yaml.AliasEvent: self._take_alias,
            yaml.DocumentStartEvent: self._take_document,
        }
        """What takes an event of each sort, and says whether to go on."""
        self._may_be_cut = " #" in text

    @property
    def open_part(self) -> ValuePath:
        """The path to the part that is not closed yet."""
        path: list[str | int] = []
        for inside, key in zip(self._open, self._keys, strict=True):
            if isinstance(inside, Series):
                path.append(max(0, len(inside) - 1))
            elif key is not None or inside:
                path.append(key if key is not None else next(reversed(inside)))
        return tuple(path)

    def add_stumble(self, error: yaml.YAMLError, lines: list[str]) -> None:
        """Add what ended the reading, unless a fault on that line already explains it."""
        if odd := find_odd_beginnings(lines):
            self.faults += odd
            return
        from protectcourse.course.yaml_stumbles import explain_stumble

        fault = explain_stumble(error, lines, self._quoted)
        orders = (one for one in self.faults if one.code == "C004")
        if not any(one.place.line == fault.place.line for one in orders):
            self.faults.append(fault)

    def _take_end(self, _event: yaml.Event) -> bool:
        self._open.pop()
        self._keys.pop()
        self._flow.pop()
        return True

    def _take_alias(self, event: yaml.AliasEvent) -> bool:
        self._refuse_form(event, f"`*{event.anchor}` repeats another part of the file")
        return self._put(None, _place(event))

    def _take_document(self, event: yaml.DocumentStartEvent) -> bool:
        self._documents += 1
        if self._documents > 1:
            message = "a line of `---` begins another file here"
            self._tell("C004", _place(event), message, "Leave it out, or make two files of this.")
            return False
        if event.version or event.tags:
            self._refuse_form(event, "a line that begins with `%` has a meaning of its own here")
        return True

    def _take_start(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> bool:
        self._check_plain_form(event)
        place = _place(event)
        if len(self._open) >= DEEPEST:
            message = f"parts stand inside parts more than {DEEPEST} times here"
            self._tell("C008", place, message, "Bring them further out.")
            return False
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        made: Block | Series = Block(place) if is_mapping else Series(place)
        if not self._put(made, place):
            return False
        self._open.append(made)
        self._keys.append(None)
        self._flow.append(is_mapping and bool(event.flow_style))
        return True

    def _take_scalar(self, event: yaml.ScalarEvent) -> bool:
        if event.anchor is not None or event.tag is not None:
            self._check_plain_form(event)
        value: str | None = event.value
        is_plain = not event.style
        place = _place(event)
        if len(event.value) > LONGEST_TEXT:
            message = f"this text is longer than {LONGEST_TEXT} characters"
            self._tell("C008", place, message, "Make several of it.")
            return False
        if is_plain:
            if self._may_be_cut:
                self._check_cut(event, place)
            if self._flow and self._flow[-1]:
                self._check_braces(event.value, place)
            if value in {"", "null", "~"}:
                value = None
        else:
            self._quoted = place, event.end_mark.line + 1 if event.end_mark else 0
        if event.style == '"':
            value = self._check_escapes(event.value, place)
        return self._put(value, place)

    def _put(self, value: Value, place: Place) -> bool:
        """Put a value where it belongs: the root, a list, or under a key."""
        self._values += 1
        if self._values > MOST_VALUES:
            message = f"the file holds more than {MOST_VALUES} values"
            self._tell("C008", place, message, "Make several files of it.")
            return False
        if not self._open:
            self.root = value
        elif isinstance(inside := self._open[-1], Series):
            inside.append(value)
            inside.values_at.append(place)
        elif (key := self._keys[-1]) is None:
            return self._put_key(inside, value, place)
        else:
            self._keys[-1] = None
            if key not in inside:
                inside[key] = value
                inside.values_at[key] = place
        return True

    def _put_key(self, inside: Block, key: Value, place: Place) -> bool:
        if not isinstance(key, str):
            message = "before a colon stands a word, and something else stands here"
            self._tell("C003", place, message, "Write it as in `title: Welcome`.")
            return False
        if not key.isascii() and _ODD_AROUND.search(key):
            self._tell_odd(key, place)
            return False
        if key == "<<":
            self._tell("C004", place, "`<<` merges parts of the file", _PLAIN_HINT)
        if _JOINERS.search(key):
            message = "a key holds an invisible joining character"
            self._tell("C005", place, message, "Type the key again.")
        if key in inside:
            first = inside.keys_at[key].line
            message = f"`{key[:60]}` stands here and in line {first} too"
            hint = "Keep one, or rename one; if this one belongs to the part above, indent it."
            self._tell("C002", place, message, hint)
        else:
            inside.keys_at[key] = place
        self._keys[-1] = key
        return True

    def _tell_odd(self, key: str, place: Place) -> None:
        """C005: a space that is none, before a key on any line or after this one."""
        self.faults += find_odd_beginnings(self._text.split("\n"))
        if not any(fault.place.line == place.line for fault in self.faults):
            message = f"beside `{key.strip()}` stands a non-breaking space, which is no space"
            self._tell("C005", place, message, "Delete it, and type a space if one is needed.")

    def _check_plain_form(self, event: yaml.NodeEvent) -> None:
        """C004: anchors and tags."""
        if event.anchor is not None:
            self._refuse_form(event, f"`&{event.anchor}` marks a part to be repeated")
        elif getattr(event, "tag", None) is not None:
            self._refuse_form(event, "a word that begins with `!` has a meaning of its own here")

    def _refuse_form(self, event: yaml.Event, what: str) -> None:
        self._tell("C004", _place(event), what, _PLAIN_HINT)

    def _check_cut(self, event: yaml.ScalarEvent, place: Place) -> None:
        """C006: one blank and a `#` end a text; two blanks and a `#` begin a comment."""
        end = event.end_mark.index if event.end_mark else 0
        if self._text[end : end + 2] == " #" and not _FIGURE.fullmatch(event.value):
            message = f"the text ends before the ` #` after “{event.value[-30:]}”"
            if not event.value:
                message = "a text cannot begin with `#`, which begins a note to yourself"
            hint = "Put the text in double quotes; before a note to yourself leave two spaces."
            self._tell("C006", place, message, hint)

    def _check_braces(self, written: str, place: Place) -> None:
        """C007: a sentence in braces, or a key that a comma of a sentence has made."""
        key, inside = self._keys[-1], self._open[-1]
        is_cut = not written and key is not None
        if key is not None and not written and isinstance(inside, Block):
            place = inside.keys_at[key]
            message = f"`{key[:60]}` has no value: in braces {{ }} every comma begins a new line"
        elif _PROSE.fullmatch(written):
            message = "a sentence stands inside braces { }, where every comma begins a new line"
        else:
            return
        if inside.place not in self._told_braces:
            self._told_braces[inside.place] = place
            hint = "Leave the braces out, and write each part on a line of its own."
            self._tell("C007", place, message, hint, Severity.WARNING)
        if is_cut:
            self.cut[place] = self._told_braces[inside.place]

    def _check_escapes(self, value: str, place: Place) -> str:
        r"""C005: what `\e` and its like put into a text that shows none of it. Gives clean text."""
        if found := UNCLEAN.search(value):
            message = f"a backslash puts the character U+{ord(found.group()):04X} into this text"
            self._tell("C005", place, message, "Delete the backslash and what belongs to it.")
        return clean_text(value)

    def _tell(
        self,
        code: str,
        place: Place,
        message: str,
        hint: str,
        severity: Severity = Severity.ERROR,
    ) -> None:
        self._told[code] += 1
        if self._told[code] <= MOST_FAULTS:
            self.faults.append(Fault(code, place, message, hint, severity))


_PLAIN_HINT = "If it is meant as text, put it in quotes; if not, write the words out here."


def _place(event: yaml.Event) -> Place:
    mark = event.start_mark
    if mark is None:  # pragma: no cover - the parser marks every event that it makes from a file
        return Place(1, 1)
    return _make_place(Place, (mark.line + 1, mark.column + 1))


_make_place = tuple.__new__  # there are very many: the usual way of making one takes twice as long
