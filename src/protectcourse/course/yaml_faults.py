"""What is wrong with the form of a file, in words that an author can act on.

The parser's own words are never shown: they are recognised here, and said again.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from protectcourse.findings import Severity
from protectcourse.plain_text import UNCLEAN

MOST_FAULTS = 20
"""Of one sort in one file: beyond that the file is of another kind than thought."""

_QUOTE_HINT = "Put the text below a `|`, indented, or in quotes."
_ESCAPE_HINT = "Use single quotes, or put the text below a `|`."
_COLUMN_HINT = "Let the keys of one part begin in the same column"
_ONE_WORD = re.compile(r"\s*(?:- +)*[^\s:]+ *")
_AFTER_QUOTE = re.compile(r"[\"'] *$")


class Place(NamedTuple):
    """Line and column in a file, from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that keeps a file from being read, or that was surely not meant."""

    code: str
    place: Place
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR


class Stumble(NamedTuple):
    """Where the parser stopped, what it says, and what it was reading."""

    problem: str
    context: str
    place: Place
    began: Place
    """Where the part begins that it was reading; the same place if it does not say."""
    line: str
    """The text of the line on which it stopped."""

    @property
    def before(self) -> str:
        """What stands on that line before the place."""
        return self.line[: self.place.column - 1]

    @property
    def sign(self) -> str:
        """The sign at the place; empty at the end of a line."""
        return self.line[self.place.column - 1 : self.place.column]


Said = tuple[str, str]
"""Message and hint."""


def place_in(before: str) -> Place:
    """Return the place that follows a text."""
    return Place(before.count("\n") + 1, len(before) - before.rfind("\n"))


def find_unclean_characters(text: str) -> list[Fault]:
    """Return a fault for each character that could steer a terminal or hide text."""
    faults: list[Fault] = []
    for found in UNCLEAN.finditer(text):
        message = f"the character U+{ord(found.group()):04X} does not belong in a text"
        hint = "Delete it; it may be invisible in your editor."
        faults.append(Fault("C005", place_in(text[: found.start()]), message, hint))
        if len(faults) == MOST_FAULTS:
            break
    return faults


def explain_stumble(stumble: Stumble) -> Fault:
    """Return what the parser stumbled over, in the author's words."""
    for saying in _SAYINGS:
        if saying.said.search(saying.of(stumble)):
            message, hint = saying.say(stumble)
            place = stumble.began if saying.at_beginning else stumble.place
            return Fault(saying.code, place, message, hint)
    message = "the file is not well-formed here"
    return Fault("C003", stumble.place, message, "Compare the indentation with the lines above.")


def _say_colon(stumble: Stumble) -> Said:
    if _ONE_WORD.fullmatch(stumble.before):
        return (
            "this key is indented deeper than the line above allows, or that line has no blank"
            " after its colon",
            f"{_COLUMN_HINT}; a text of several lines stands below a `|`.",
        )
    return "a colon inside a sentence confuses the file", _QUOTE_HINT


def _say_key(stumble: Stumble) -> Said:
    if stumble.sign == ":":
        return "a key is missing before this colon", "Write `key: value`."
    if _AFTER_QUOTE.search(stumble.before):
        return (
            "the text goes on after its closing quote",
            "Put the whole text below a `|`; inside single quotes write '' for an apostrophe.",
        )
    return "this line is indented otherwise than those above", f"{_COLUMN_HINT}."


def _say_sign(stumble: Stumble) -> Said:
    if stumble.sign == "\t":
        return _TAB
    return f"a text cannot begin with `{stumble.sign}`", _QUOTE_HINT


def _say_bracket(stumble: Stumble) -> Said:
    sort = "brace `{`" if "mapping" in stumble.context else "bracket `[`"
    return (
        f"the {sort} opened in line {stumble.began.line} is not closed, or a comma is missing",
        "Close it, or write one entry a line without it.",
    )


def _say_content(stumble: Stumble) -> Said:
    if stumble.sign in {",", "]", "}"}:
        return f"`{stumble.sign}` stands where a text should begin", "Delete it, or quote the text."
    return "a bracket or brace is not closed", "Close it."


def _always(message: str, hint: str) -> Callable[[Stumble], Said]:
    return lambda _stumble: (message, hint)


_TAB = ("a Tab stands where blanks should", "Indent with blanks instead of Tabs.")


class _Saying(NamedTuple):
    """How something that the parser says is said to an author."""

    said: re.Pattern[str]
    say: Callable[[Stumble], Said]
    code: str = "C003"
    at_beginning: bool = False
    """Whether the author is sent to where the part begins, not to where the parser gave up."""
    of: Callable[[Stumble], str] = lambda stumble: stumble.problem


def _context(stumble: Stumble) -> str:
    return stumble.context


_SAYINGS = (
    _Saying(re.compile("mapping values are not allowed|found unexpected ':'"), _say_colon),
    _Saying(
        re.compile("could not find expected ':'"),
        _always(
            "this line holds no colon, or is not indented like the text above",
            "Write `key: value`, or indent the line as the text that it belongs to.",
        ),
        at_beginning=True,
    ),
    _Saying(
        re.compile("expected '-' indicator|block collection"),
        _always(
            "this line is indented otherwise than the list above",
            "Let each `- ` of a list begin in the same column.",
        ),
        of=lambda stumble: f"{stumble.problem} {stumble.context}",
    ),
    _Saying(re.compile("expected key|expected <block end>"), _say_key),
    _Saying(re.compile("cannot start any token"), _say_sign),
    _Saying(re.compile("found a tab character"), _always(*_TAB)),
    _Saying(re.compile("expected ',' or"), _say_bracket),
    _Saying(re.compile("node content"), _say_content),
    _Saying(
        re.compile("unexpected end of stream|unexpected document (indicator|separator)"),
        _always("a quote is opened here and never closed", "Close it; or use a `|` and no quotes."),
        at_beginning=True,
    ),
    _Saying(
        re.compile("escape|hexdecimal"),
        _always("a backslash inside double quotes means something else to YAML", _ESCAPE_HINT),
    ),
    _Saying(
        re.compile("sequence entries are not allowed|mapping keys are not allowed"),
        _always("a list or key cannot begin here", "Begin it on a line of its own, below its key."),
    ),
    _Saying(
        re.compile("tag handle|YAML document|YAML directive|TAG directive"),
        _always("a word beginning with `!` or `%` gives orders to YAML", _QUOTE_HINT),
        code="C004",
        at_beginning=True,
    ),
    _Saying(
        re.compile("a directive"),
        _always("a line beginning with `%` gives orders to YAML", _QUOTE_HINT),
        code="C004",
        at_beginning=True,
        of=_context,
    ),
    _Saying(
        re.compile("<document start>"),
        _always(
            "the file goes on after its end",
            "Begin each top key in column 1; leave out lines of `...` or `---`.",
        ),
    ),
    _Saying(
        re.compile("block scalar"),
        _always(
            "text stands on the line of the `|` or `>`",
            "Begin the text on the next line, indented; or put it in quotes.",
        ),
        at_beginning=True,
        of=_context,
    ),
    _Saying(
        re.compile("an alias|an anchor|a tag"),
        _always("a text cannot begin with `*`, `&` or `!`", _QUOTE_HINT),
        at_beginning=True,
        of=_context,
    ),
    _Saying(
        re.compile("maximum nesting depth"),
        _always("this is nested far too deep", "Make it flatter."),
        code="C008",
    ),
)
