"""Strict YAML for people who do not know YAML: text as written, with a place for every value.

The only module that knows YAML. It walks the events of the parser, so that nothing is built that
was not asked for: no types are guessed, nothing is expanded, nothing recurses (reliability.md §2).
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml

from protectcourse.course.yaml_faults import (
    MOST_FAULTS,
    Fault,
    Place,
    Stumble,
    explain_stumble,
    find_unclean_characters,
    place_in,
)
from protectcourse.findings import Severity
from protectcourse.plain_text import UNCLEAN, clean_text

__all__ = ["Block", "Fault", "Place", "Reading", "Series", "Value", "read_yaml"]

LARGEST_FILE = 1_048_576
"""Bytes."""
DEEPEST = 20
MOST_VALUES = 50_000
LONGEST_TEXT = 50_000

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


def read_yaml(data: bytes) -> Reading:
    """Read a file's bytes. Never raises, whatever they are."""
    if len(data) > LARGEST_FILE:
        message = "the file is larger than 1 MB"
        return _refused("C001", Place(1, 1), message, "Make several files of it.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = place_in(error.object[: error.start].decode())
        hint = "Save it again as UTF-8; most editors offer this in *Save as*."
        return _refused("C001", place, "the file is not UTF-8 text", hint)
    text = text.replace("\r\n", "\n")
    faults = find_unclean_characters(text)
    if faults:
        text = UNCLEAN.sub("\ufffd", text)
    builder = _Builder(text)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if not builder.take(event):
                break
    except yaml.YAMLError as error:
        builder.add_stumble(_syntax_fault(error, text))
    except (RecursionError, ValueError, MemoryError) as error:
        message = f"the file could not be read ({type(error).__name__})"
        builder.faults.append(Fault("C003", Place(1, 1), message))
    if builder.root is None and not builder.faults and not faults:
        return _refused(
            "C001", Place(1, 1), "the file is empty", "Begin with `lesson: …`, or delete it."
        )
    return Reading(builder.root, (*faults, *builder.faults))


def _refused(code: str, place: Place, message: str, hint: str) -> Reading:
    return Reading(None, (Fault(code, place, message, hint),))


def _syntax_fault(error: yaml.YAMLError, text: str) -> Fault:
    """Return what the parser stumbled over, in the author's words."""
    lines = text.split("\n")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    began = getattr(error, "context_mark", None) or mark
    place = _marked(mark, len(lines))
    problem = str(getattr(error, "problem", "") or "")
    context = str(getattr(error, "context", "") or "")
    line = lines[place.line - 1]
    return explain_stumble(Stumble(problem, context, place, _marked(began, len(lines)), line))


def _marked(mark: yaml.Mark | None, lines: int) -> Place:
    return Place(min(mark.line + 1, lines), mark.column + 1) if mark else Place(1, 1)


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
        self._takers: dict[type, Callable[[Any], bool]] = {
            yaml.ScalarEvent: self._take_scalar,
            yaml.MappingStartEvent: self._take_start,
            yaml.SequenceStartEvent: self._take_start,
            yaml.MappingEndEvent: self._take_end,
            yaml.SequenceEndEvent: self._take_end,
            yaml.AliasEvent: self._take_alias,
            yaml.DocumentStartEvent: self._take_document,
        }

    def take(self, event: yaml.Event) -> bool:
        """Take one event; say whether to go on."""
        take = self._takers.get(type(event))
        return take is None or take(event)

    def add_stumble(self, fault: Fault) -> None:
        """Add what ended the reading, unless an order to YAML on that line already explains it."""
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
            self._refuse_form(event, "a second document begins here")
            return False
        if event.version or event.tags:
            self._refuse_form(event, "a line beginning with `%` gives orders to YAML")
        return True

    def _take_start(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> bool:
        self._check_plain_form(event)
        place = _place(event)
        if len(self._open) >= DEEPEST:
            message = f"this is nested more than {DEEPEST} deep"
            self._tell("C008", place, message, "Make it flatter.")
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
            self._check_cut(event, place)
            if self._flow and self._flow[-1]:
                self._check_braces(event.value, place)
            if value in {"", "null", "~"}:
                value = None
        elif event.style == '"':
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
            message = "a key is a word, and something else stands here"
            self._tell("C003", place, message, "Write `key: value`.")
            return False
        if key == "<<":
            self._tell("C004", place, "`<<` merges parts of the file", _PLAIN_HINT)
        if _JOINERS.search(key):
            message = "a key holds an invisible joining character"
            self._tell("C005", place, message, "Type the key again.")
        if key in inside:
            first = inside.keys_at[key].line
            message = f"`{key[:60]}` stands here and in line {first} too"
            hint = "Keep one of the two, or give one another name."
            self._tell("C002", place, message, hint)
        else:
            inside.keys_at[key] = place
        self._keys[-1] = key
        return True

    def _check_plain_form(self, event: yaml.NodeEvent) -> None:
        """C004: anchors and tags."""
        if event.anchor is not None:
            self._refuse_form(event, f"`&{event.anchor}` marks a part to be repeated")
        elif getattr(event, "tag", None) is not None:
            self._refuse_form(event, "a word beginning with `!` gives orders to YAML")

    def _refuse_form(self, event: yaml.Event, what: str) -> None:
        self._tell("C004", _place(event), what, _PLAIN_HINT)

    def _check_cut(self, event: yaml.ScalarEvent, place: Place) -> None:
        """C006: one blank and a `#` end a text; two blanks and a `#` begin a comment."""
        end = event.end_mark.index if event.end_mark else 0
        if self._text[end : end + 2] == " #" and not _FIGURE.fullmatch(event.value):
            message = f"the text ends before the ` #` after “{event.value[-30:]}”"
            hint = "Put the text in quotes; before a comment leave two blanks."
            self._tell("C006", place, message, hint)

    def _check_braces(self, written: str, place: Place) -> None:
        """C007: a sentence in braces, or a key that a comma of a sentence has made."""
        key = self._keys[-1]
        if _PROSE.fullmatch(written):
            message = "a sentence stands inside braces { }, where every comma begins a new key"
        elif not written and key is not None and not _PROSE.fullmatch(key):
            inside = self._open[-1]
            place = inside.keys_at[key] if isinstance(inside, Block) else place
            message = f"`{key[:60]}` has no value: in braces {{ }} every comma begins a new key"
        else:
            return
        self._tell("C007", place, message, "Write one key per line instead.", Severity.WARNING)

    def _check_escapes(self, value: str, place: Place) -> str:
        r"""C005: what `\e` and its like put into a text that shows none of it. Gives clean text."""
        if found := UNCLEAN.search(value):
            message = f"an escape puts the character U+{ord(found.group()):04X} into this text"
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


_PLAIN_HINT = "Course files are plain: write the text out, or put it in quotes if it is text."


def _place(event: yaml.Event) -> Place:
    mark = event.start_mark
    if mark is None:  # pragma: no cover - the parser marks every event that it makes from a file
        return Place(1, 1)
    return Place(mark.line + 1, mark.column + 1)
