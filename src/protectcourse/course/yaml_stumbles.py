"""What the parser stumbles over, in words that an author can act on.

The parser's own words are never shown: they are recognised here, and said again.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from protectcourse.course.yaml_faults import ODD_BLANKS, Fault, Place

_QUOTE_HINT = "Put the text in double quotes, or below a `|` and indented."
_ESCAPE_HINT = "Use single quotes, or put the text below a `|`."
_COLUMN_HINT = "Begin all lines of one part in the same column"
_KEY_HINT = "Write a word, a colon, a space and then the text, as in `title: Welcome`."
_ONE_WORD = re.compile(r"\s*(?:- +)*[^\s:]+ *")
_AFTER_QUOTE = re.compile(r"[\"'] *$")
_AFTER_BRACKET = re.compile(r": *[\[{].*[\]}] *$")
_CURVED_QUOTE = re.compile(r":\s+[“”„‟‘’‚«»]")
_KEY = r"^\s*(?:- +)?[A-Za-z0-9][\w.\-]*"
_COLON_WITHOUT_SPACE = re.compile(rf"{_KEY}:(?!//)[^\s{ODD_BLANKS}]")
_COLON_WITH_ODD_BLANK = re.compile(rf"{_KEY}:[{ODD_BLANKS}]")
_WIDE_COLON = re.compile(rf"{_KEY}\s*：")
_EQUALS = re.compile(rf"{_KEY}\s*=")
_DASH_WITHOUT_SPACE = re.compile(r"^\s*-[^\s\-]")


class _Stumble(NamedTuple):
    """Where the parser stopped, what it says, and what it was reading."""

    problem: str
    context: str
    place: Place
    began: Place
    """Where the part begins that it was reading; the same place if it does not say."""
    lines: Sequence[str]
    """The lines of the file."""
    quoted: Place | None = None
    """Where the last text in quotes began, if it ends only on the line of the place."""

    @property
    def line(self) -> str:
        """The text of the line on which it stopped."""
        return self.lines[self.place.line - 1]

    @property
    def begun(self) -> str:
        """The text of the line on which the part begins."""
        return self.lines[self.began.line - 1]

    @property
    def above(self) -> Place:
        """Where the nearest line begins that is above and not empty."""
        before = range(self.place.line - 1, 0, -1)
        return Place(next((line for line in before if self.lines[line - 1].strip()), 1), 1)

    @property
    def before(self) -> str:
        """What stands on that line before the place."""
        return self.line[: self.place.column - 1]

    @property
    def sign(self) -> str:
        """The sign at the place; empty at the end of a line."""
        return self.line[self.place.column - 1 : self.place.column]


class _Said(NamedTuple):
    """What is wrong, what to do, and where, if it is not where the parser stopped."""

    message: str
    hint: str
    place: Place | None = None


def explain_stumble(error: Exception, lines: Sequence[str], quoted: tuple[Place, int]) -> Fault:
    """Return what the parser stumbled over.

    `quoted` is where the last text in quotes began, and the line on which it ended.
    """
    stumble = _read(error, lines, quoted)
    for saying in _SAYINGS:
        if saying.said.search(saying.of(stumble)):
            said = saying.say(stumble)
            place = stumble.began if saying.at_beginning else stumble.place
            return Fault(saying.code, said.place or place, said.message, said.hint)
    message = "something about this line, or the one above, cannot be understood"
    return Fault("C003", stumble.place, message, "Compare how far the lines above are indented.")


def _read(error: Exception, lines: Sequence[str], quoted: tuple[Place, int]) -> _Stumble:
    """Return where the parser stopped and what it says, in a form of our own."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    began = getattr(error, "context_mark", None) or mark
    place = _marked(mark, len(lines))
    return _Stumble(
        str(getattr(error, "problem", "") or ""),
        str(getattr(error, "context", "") or ""),
        place,
        _marked(began, len(lines)),
        lines,
        quoted[0] if quoted[1] == place.line else None,
    )


def _marked(mark: Any, lines: int) -> Place:
    return Place(min(mark.line + 1, lines), mark.column + 1) if mark else Place(1, 1)


def _say_colon(stumble: _Stumble) -> _Said:
    if _ONE_WORD.fullmatch(stumble.before):
        number = stumble.above.line
        above = stumble.lines[number - 1]
        said = _say_beginning(above)
        if said is not None:
            return said._replace(place=Place(number, len(above) - len(above.lstrip()) + 1))
        return _Said(
            "this line is indented deeper than the line above allows",
            f"{_COLUMN_HINT}; a text of several lines stands below a `|`.",
        )
    if _CURVED_QUOTE.search(stumble.before):
        return _Said(
            "a colon stands inside a text, and curved quotes do not protect it",
            "Put straight double quotes around it, or the text below a `|` and indented.",
        )
    return _Said("a colon inside a sentence confuses the file", _QUOTE_HINT)


def _say_no_colon(stumble: _Stumble) -> _Said:
    """Say what is wrong with a line that ought to hold a word and a colon."""
    return _say_beginning(stumble.begun) or _Said(
        "this line holds no colon, or is not indented like the text above",
        f"{_KEY_HINT} If it belongs to the text above, indent it like that text.",
    )


def _say_beginning(line: str) -> _Said | None:
    """Say what is wrong with the sign after the first word of a line, if it is almost a colon."""
    if _COLON_WITH_ODD_BLANK.match(line):
        return _Said(
            "after this colon stands a non-breaking space, which only looks like a space",
            "Delete it and type a space.",
        )
    if _COLON_WITHOUT_SPACE.match(line):
        return _Said("there is no space after this colon", _KEY_HINT)
    if _WIDE_COLON.match(line):
        return _Said("this is a wide colon, of another script", "Type a plain colon and a space.")
    if _EQUALS.match(line):
        return _Said("an equals sign stands where a colon should", _KEY_HINT)
    return None


def _say_list(stumble: _Stumble) -> _Said:
    """Say what is wrong with a line that ought to be an entry of a list."""
    if _DASH_WITHOUT_SPACE.match(stumble.line):
        return _Said("there is no space after this hyphen", "Write a hyphen, a space, the entry.")
    if stumble.place.column == stumble.began.column and not stumble.line.strip().startswith("-"):
        return _Said(
            "this line stands in a list and has no hyphen",
            "Begin it with `- `, or indent it if it belongs to the entry above.",
        )
    return _Said(
        "this line is indented otherwise than the list above",
        "Begin each `- ` of a list in the same column.",
    )


def _say_key(stumble: _Stumble) -> _Said:
    if stumble.sign == ":":
        return _Said("the word before this colon is missing", _KEY_HINT)
    if _AFTER_QUOTE.search(stumble.before):
        if stumble.quoted is not None and stumble.quoted.line < stumble.place.line:
            return _Said(
                f"a quote is opened here and closed only in line {stumble.place.line}",
                "Close it where the text ends; or use a `|` and no quotes.",
                stumble.quoted,
            )
        return _Said(
            "the text goes on after its closing quote",
            "Put the whole text below a `|`; inside single quotes write '' for an apostrophe.",
        )
    if _AFTER_BRACKET.search(stumble.before):
        return _Said("a text that begins with a bracket goes on after it", _QUOTE_HINT)
    return _Said("this line is indented otherwise than those above", f"{_COLUMN_HINT}.")


def _say_sign(stumble: _Stumble) -> _Said:
    if stumble.sign == "\t":
        return _Said(*_TAB)
    sign = "a backtick" if stumble.sign == "`" else f"`{stumble.sign}`"
    return _Said(f"a text cannot begin with {sign}", _QUOTE_HINT)


def _say_bracket(stumble: _Stumble) -> _Said:
    sort = "brace `{`" if "mapping" in stumble.context else "bracket `[`"
    return _Said(
        f"the {sort} opened in line {stumble.began.line} is not closed, or a comma is missing",
        "Close it, or write one entry a line without it. If it begins a text, put that in quotes.",
    )


def _say_content(stumble: _Stumble) -> _Said:
    if stumble.sign in {",", "]", "}"}:
        message = f"`{stumble.sign}` stands where a text should begin"
        return _Said(message, "Delete it, or quote the text.")
    return _Said("a bracket or brace is not closed", "Close it.")


def _say_dash(stumble: _Stumble) -> _Said:
    if stumble.sign == "-":
        return _Said(
            "a text cannot begin with a hyphen and a space",
            "Put the text in double quotes; a list begins on the next line, indented.",
        )
    return _Said("a question mark and a space cannot begin a text", _QUOTE_HINT)


def _always(message: str, hint: str) -> Callable[[_Stumble], _Said]:
    return lambda _stumble: _Said(message, hint)


_TAB = ("a Tab stands where spaces should", "Delete it, and type spaces.")


class _Saying(NamedTuple):
    """How something that the parser says is said to an author."""

    said: re.Pattern[str]
    say: Callable[[_Stumble], _Said]
    code: str = "C003"
    at_beginning: bool = False
    """Whether the author is sent to where the part begins, not to where the parser gave up."""
    of: Callable[[_Stumble], str] = lambda stumble: stumble.problem


def _context(stumble: _Stumble) -> str:
    return stumble.context


_SAYINGS = (
    _Saying(re.compile("mapping values are not allowed|found unexpected ':'"), _say_colon),
    _Saying(re.compile("could not find expected ':'"), _say_no_colon, at_beginning=True),
    _Saying(
        re.compile("expected '-' indicator|block collection"),
        _say_list,
        of=lambda stumble: f"{stumble.problem} {stumble.context}",
    ),
    _Saying(re.compile("expected key|expected <block end>"), _say_key),
    _Saying(re.compile("cannot start any token"), _say_sign),
    _Saying(re.compile("found a tab character"), _always(*_TAB)),
    _Saying(re.compile("expected ',' or"), _say_bracket, at_beginning=True),
    _Saying(re.compile("node content"), _say_content),
    _Saying(
        re.compile("unexpected end of stream|unexpected document (indicator|separator)"),
        _always("a quote is opened here and never closed", "Close it; or use a `|` and no quotes."),
        at_beginning=True,
    ),
    _Saying(
        re.compile("escape|hexdecimal"),
        _always("a backslash inside double quotes begins a special sign", _ESCAPE_HINT),
    ),
    _Saying(re.compile("sequence entries are not allowed|mapping keys are not allowed"), _say_dash),
    _Saying(
        re.compile("tag handle|YAML document|YAML directive|TAG directive"),
        _always("a word that begins with `!` or `%` has a meaning of its own here", _QUOTE_HINT),
        code="C004",
        at_beginning=True,
    ),
    _Saying(
        re.compile("a directive"),
        _always("a line that begins with `%` has a meaning of its own here", _QUOTE_HINT),
        code="C004",
        at_beginning=True,
        of=_context,
    ),
    _Saying(
        re.compile("<document start>"),
        _always(
            "the file goes on after its end",
            "Begin each line of the outermost part in column 1; leave out lines of `...` or `---`.",
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
        _always("parts stand inside parts far too often here", "Bring them further out."),
        code="C008",
    ),
)
