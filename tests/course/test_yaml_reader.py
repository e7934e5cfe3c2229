import re
from collections import Counter
from collections.abc import Iterator
from time import perf_counter

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from protectcourse.course import yaml_reader
from protectcourse.course.yaml_reader import Block, Place, Series, Value, read_yaml
from protectcourse.findings import Severity
from protectcourse.plain_text import find_unclean

OF_THE_PARSER = re.compile(r"\b(?:scalar|mapping|sequence|token|pars\w+|YAML|boolean)\b")
LESSON = b"""\
lesson: more
title: 'More than: one'
minutes: 007
pages:
  two:
    text: |
      A line.
    list: [yes, 12:30]
"""


def codes(data: bytes) -> list[tuple[str, int, int]]:
    """Return code, line and column of each fault."""
    return [(fault.code, fault.place.line, fault.place.column) for fault in read_yaml(data).faults]


def test_values_are_text_as_written() -> None:
    """`no`, `12:30` and `007` are what the author typed, whatever YAML makes of them."""
    root = read_yaml(LESSON).root

    assert root == {
        "lesson": "more",
        "title": "More than: one",
        "minutes": "007",
        "pages": {"two": {"text": "A line.\n", "list": ["yes", "12:30"]}},
    }


def test_every_value_has_its_place() -> None:
    """A problem without a line sends its reader searching."""
    root = read_yaml(LESSON).root
    assert isinstance(root, Block)
    two = root["pages"]["two"]  # type: ignore[index,call-overload]
    assert isinstance(two, Block)

    assert root.values_at["title"] == Place(2, 8)
    assert two.keys_at["text"] == Place(6, 5)
    assert two["list"].values_at == [Place(8, 12), Place(8, 17)]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", [("C001", 1, 1)]),
        (b"# only a comment\n", [("C001", 1, 1)]),
        (b"a: \xff\n", [("C001", 1, 4)]),
        (b"\xef\xbb\xbfa: \xff\n", [("C001", 1, 4)]),
        (bytes(range(256)), [("C001", 2, 118)]),
        (b"x: " + b"a" * 2_000_000, [("C001", 1, 1)]),
        (b"a: 1\nb: 2\na: 3\n", [("C002", 3, 1)]),
        (b"text: He said: go\n", [("C003", 1, 14)]),
        (b"a:\n\tb: 1\n", [("C003", 2, 1)]),
        (b'a:\n  b: "hel', [("C003", 2, 6)]),
        (b"a: 1\nhello\nb: 2\n", [("C003", 2, 1)]),
        (b"? [a]\n: b\n", [("C003", 1, 3)]),
        (b"a: &x 1\n", [("C004", 1, 4)]),
        (b"a: *x\n", [("C004", 1, 4)]),
        (b"a: !!str 1\n", [("C004", 1, 4)]),
        (b"<<: 1\n", [("C004", 1, 1)]),
        (b"%bold\na: 1\n", [("C004", 1, 1)]),
        (b"a: *bold* text\n", [("C003", 1, 4)]),
        (b"a: *bold text\n", [("C004", 1, 4)]),
        (b"%YAML 1.1\n---\na: 1\n", [("C004", 1, 1)]),
        (b"a: 1\n---\nb: 2\n", [("C004", 2, 1)]),
        (b"a: x\x1b[2J\n", [("C005", 1, 5)]),
        ("a: b\nc: \u202eabc\n".encode(), [("C005", 2, 4)]),
        ("a: b\uffff\n".encode(), [("C005", 1, 5)]),
        (b'a: "\\e[2J"\n', [("C005", 1, 4)]),
        (b'"a\\u202e": b\n', [("C005", 1, 1)]),
        ("a\u200db: c\n".encode(), [("C005", 1, 1)]),
        (b"a: form #3 here\n", [("C006", 1, 4)]),
        ("제목: 안녕 #3\n".encode(), [("C006", 1, 5)]),
        (b"a: 1\r\nb: x #3\r\n", [("C006", 2, 4)]),
        (b"a: {b: c, one two three four five}\n", [("C007", 1, 11)]),
        (b"a: {text: Yes, we can, goto: x}\n", [("C007", 1, 16)]),
        (b"a: " + b"{b: " * 30, [("C008", 1, 80)]),
        (b"- x\n" * 50_001, [("C008", 50_000, 3)]),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_a_fault_of_form_is_found_where_it_stands(
    data: bytes, expected: list[tuple[str, int, int]]
) -> None:
    """The author sees line and column in their editor, not in ours."""
    assert codes(data) == expected


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"a: He said: go\n", "a colon inside a sentence"),
        (b"a: 1\n  b: 2\n", "indented deeper"),
        (b"a:1\nb: 2\n", "no space after this colon"),
        (b"a:\n  b: 1\n c: 2\n", "indented otherwise"),
        (b"a:\n  \tb: 1\n", "a Tab"),
        (b"a: @b\n", "cannot begin with `@`"),
        (b"a: 'it's'\n", "after its closing quote"),
        (b"a: 'b\nc: d\n", "a quote is opened here"),
        (b"a: [x, y\nb: z\n", "`[` opened in line 1"),
        (b"a: {x: y\nb: z\n", "`{` opened in line 1"),
        (b"a: [x,, y]\n", "`,` stands where a text should begin"),
        (b"a: > text\n", "on the line of the `|`"),
        (b"a: - x\n", "cannot begin with a hyphen"),
        (b'a: "\\q"\n', "a backslash"),
        (b": x\n", "the word before this colon is missing"),
        (b"a: **bold** text\n", "cannot begin with `*`"),
        (b"a: 1\n...\nb: 2\n", "goes on after its end"),
        ("a: “He said: go”\n".encode(), "curved quotes do not protect it"),
        ("a:\u00a01\nb: 2\n".encode(), "a non-breaking space"),
        ("a： 1\nb: 2\n".encode(), "a wide colon"),
        (b"a = 1\nb: 2\n", "an equals sign"),
        (b"a:\n  - b\n  c: d\n", "has no hyphen"),
        (b"a:\n  - b: c\n  -d: e\n", "no space after this hyphen"),
        (b"a: [x] and more\n", "begins with a bracket"),
        (b"a: `b`\n", "a backtick"),
    ],
)
@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.CSafeLoader])
def test_a_slip_is_told_in_the_words_of_an_author(
    data: bytes, words: str, loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A parser's own words help nobody; both of its makes say the same slip in other words."""
    monkeypatch.setattr(yaml_reader, "_LOADER", loader)

    faults = read_yaml(data).faults

    assert [fault.code for fault in faults] == ["C003"]
    assert words in faults[0].message
    assert faults[0].hint
    assert not OF_THE_PARSER.search(f"{faults[0].message} {faults[0].hint}")


def test_each_sort_of_fault_is_counted_by_itself() -> None:
    """Many warnings must not hide an error, and no file drowns its author."""
    braces = b"".join(b"k%d: {a: one two three four}\n" % n for n in range(50))
    cuts = b"".join(b"c%d: x #3\n" % n for n in range(50))

    told = Counter(fault.code for fault in read_yaml(braces + cuts + b"z: !!str x\n").faults)

    assert told == {"C007": 20, "C006": 20, "C004": 1}


@pytest.mark.parametrize(
    "data",
    [
        b"a: 1  # two blanks begin a comment\n",
        b"a: 8 # a figure cannot be cut short\n",
        b"a: 'form #3'\n",
        b"a: |\n  form #3\n",
        b"a: C#3\n",
        "a: family \U0001f468\u200d\U0001f469\u200d\U0001f467\n".encode(),
        b"\xef\xbb\xbfa: 1\n",
    ],
)
def test_what_is_meant_is_left_alone(data: bytes) -> None:
    """A check that cries wolf is switched off."""
    assert codes(data) == []


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 50_000,
        b"[" * 100_000,
        b"{a: " * 50_000,
        b"- " * 50_000,
        b"a: &a [x,x,x,x,x,x,x,x,x]\n"
        + b"".join(
            b"%c: &%c [%s]\n" % (c + 1, c + 1, b",".join([b"*%c" % c] * 9)) for c in range(97, 105)
        ),
        b"a: &a {k: 1}\n" + b"".join(b"b%d: {<<: [*a, *a, *a]}\n" % n for n in range(20)),
        b'a: "' + b"\\" * 5_000,
        b"a: |\n " + b"x" * 900_000,
    ],
    ids=["flow", "flow2", "maps", "lists", "aliases", "merges", "escapes", "long"],
)
def test_a_hostile_file_is_refused_at_once(data: bytes) -> None:
    """A pack from elsewhere must not hang or crash an old laptop."""
    began = perf_counter()

    faults = read_yaml(data).faults

    assert perf_counter() - began < 2
    assert any(fault.severity is Severity.ERROR for fault in faults)


@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
def test_reading_never_fails_and_places_lie_in_the_file(data: bytes) -> None:
    """Whatever is on a USB stick, the answer is a list of problems."""
    reading = read_yaml(data)

    lines = data.count(b"\n") + data.count(b"\r") + 3
    assert all(1 <= f.place.line <= lines and f.place.column >= 1 for f in reading.faults)


@given(st.text(alphabet="abxueLNP0123456789'\"\\:, \n[]{}\x1b\u202e\ufeff", max_size=60))
def test_no_value_can_steer_a_terminal(text: str) -> None:
    """Not even one that spells a control character as an escape."""
    reading = read_yaml(f'a: "{text}"\n{text}'.encode())

    assert all(find_unclean(word) is None for word in _all_text(reading.root))


def _all_text(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Block):
        for key, inner in value.items():
            yield key
            yield from _all_text(inner)
    elif isinstance(value, Series):
        for inner in value:
            yield from _all_text(inner)


@given(st.data())
def test_a_damaged_file_never_loses_its_places(data: st.DataObject) -> None:
    """Positions must hold for whatever could still be read."""
    cut = data.draw(st.integers(0, len(LESSON)))
    noise = data.draw(st.binary(max_size=3))

    _check_places(read_yaml(LESSON[:cut] + noise + LESSON[cut + len(noise) :]).root)


def _check_places(value: Value) -> None:
    if isinstance(value, Block):
        assert value.keys() <= value.keys_at.keys()
        for key, inner in value.items():
            assert value.values_at[key].line >= 1
            _check_places(inner)
    elif isinstance(value, Series):
        assert len(value) == len(value.values_at)
        for inner in value:
            _check_places(inner)


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.CSafeLoader])
def test_a_quote_that_closes_lines_later_is_shown_where_it_was_opened(
    loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The parser gives up far below; the apostrophe that is to blame stands above."""
    monkeypatch.setattr(yaml_reader, "_LOADER", loader)

    (fault,) = read_yaml(b"title: 'Welcome\nminutes: 1\ntext: everyone's business\n").faults

    assert fault.place == Place(1, 8)
    assert "line 3" in fault.message


@pytest.mark.parametrize(
    "data",
    [
        "a:\n\u00a0\u00a0b: c\n\u00a0\u00a0d: e\n",
        "a:\n  \u00a0b: c\n  \u00a0d: e\n",
        "a:\n  b: c\n\u3000d\n\u2003e: f: g\n",
    ],
)
def test_a_line_that_begins_with_what_only_looks_like_a_space_is_named(data: str) -> None:
    """Word puts them in; nobody can see them, so each line with one is told."""
    faults = read_yaml(data.encode()).faults

    assert [(fault.code, fault.place.line) for fault in faults] == [
        ("C005", number)
        for number, line in enumerate(data.split("\n"), 1)
        if not line.strip(" ")[:1].isascii()
    ]
    assert all("non-breaking" in fault.message for fault in faults)


def test_where_a_reading_had_to_end_is_told() -> None:
    """What would have come after it is not missing."""
    assert read_yaml(b"a:\n  b:\n    - c: d\n      e: f: g\n").broken_at == ("a", "b", 0, "e")
    assert read_yaml(b"a: 1\n").broken_at is None
