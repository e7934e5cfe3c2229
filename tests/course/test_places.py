"""Where a character of a text stands in its file, however the text is written."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from protectcourse.course.places import place_in_text
from protectcourse.course.yaml_reader import read_yaml
from protectcourse.findings import ValuePath

WORDS = st.text(st.sampled_from("ab'\"\\:#-|>[é한 \n"), min_size=1, max_size=60)
LITERAL = "pages:\n  one:\n    text: |{mark}\n      First line.\n\n        Set in.\n      Last.\n"
PAGE = ("pages", "one", "text")


def placed(written: str, path: ValuePath) -> list[tuple[str, str]]:
    """Return each visible character of a text, and what stands at its place in the file."""
    reading = read_yaml(written.encode())
    value = reading.root
    for step in path:
        value = value[step]  # type: ignore[index, call-overload]
    assert isinstance(value, str)
    lines = reading.text.split("\n")
    pairs = []
    for offset, char in enumerate(value):
        if not char.isspace():
            place = place_in_text(reading.root, path, offset, reading.text)
            pairs.append((char, lines[place.line - 1][place.column - 1]))
    return pairs


@pytest.mark.parametrize(
    ("written", "path"),
    [
        (LITERAL.format(mark=""), PAGE),
        (LITERAL.format(mark="+  # a note").replace("First line.", "\n      First line."), PAGE),
        (LITERAL.format(mark="-").replace("|", ">"), PAGE),
        ("text: Plain words\n  that go on\n\n  here\n", ("text",)),
        ("text: 'It''s ''quoted'' here'\n", ("text",)),
        ('text: "A line\n  that goes on"\n', ("text",)),
        ("- text: one\n- {text: two}\n", (1, "text")),
        ("text:\n  - first\n  - second\n", ("text", 1)),
    ],
)
def test_a_place_in_a_text_is_where_the_character_stands(written: str, path: ValuePath) -> None:
    """A page has forty lines: the trainer is sent to the one that is meant."""
    pairs = placed(written, path)

    assert pairs
    assert all(char == stands for char, stands in pairs)


@given(text=WORDS, style=st.sampled_from(["|", ">", "'", '"']))
def test_every_style_of_writing_leads_to_the_same_character(text: str, style: str) -> None:
    """Trainers write texts as their editor does, folded, quoted or plain."""
    tree = {"lesson": {"text": f"A{text}"}}
    written = yaml.safe_dump(tree, default_style=style, allow_unicode=True, width=20)

    pairs = placed(written, ("lesson", "text"))

    assert all(stands in {char, "\\"} for char, stands in pairs)


def test_a_place_in_what_is_no_text_is_the_place_of_the_part() -> None:
    """A check that means a text must not fall over a file in which a part stands there."""
    reading = read_yaml(b"a:\n  b: c\n")

    assert place_in_text(reading.root, ("a",), 5, reading.text) == (2, 3)
