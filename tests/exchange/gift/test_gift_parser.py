"""GIFT is read as Moodle reads it: checked against another reader's answers for real files."""

import json
from pathlib import Path

import pytest
from gift_shape import shape_of, tidied
from hypothesis import given, settings
from hypothesis import strategies as st

from protectcourse.exchange.gift.gift_items import Category, Choices, GiftQuestion, Unreadable
from protectcourse.exchange.gift.gift_parser import parse_gift

ORACLE = Path(__file__).parents[4] / "shared" / "data" / "gift"
"""Real files, each with the reading of a parser of another project; not in the repository."""
FILES = sorted(ORACLE.glob("*.gift")) if ORACLE.is_dir() else []
SIGNS = st.text(st.sampled_from("ab 1.\n\n\\:#={}~%->[]/$*T"), max_size=60)


@pytest.mark.skipif(not FILES, reason="the files of the other project are not here")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_real_file_reads_as_another_reader_reads_it(path: Path) -> None:
    """A misread weight or answer would mark learners wrongly, and nobody would see it."""
    wanted = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))

    items = [shape_of(item) for item in parse_gift(path.read_text(encoding="utf-8-sig"))]

    assert tidied(items) == tidied(wanted)


def test_each_answer_knows_its_line() -> None:
    """What is told of an option is to be found in a file of a thousand lines."""
    text = "// one\n\n\n// a comment\n::Door::\nWho\nwaits? {\n// inside\n ~a\n\n"
    good = text.rstrip("\n") + "\n =b\n}\n"

    found = list(parse_gift(good))

    assert isinstance(found[0], GiftQuestion)
    assert isinstance(found[0].answers, Choices)
    assert found[0].line == 5
    assert [answer.line for answer in found[0].answers.answers] == [9, 10]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Who? {=a ~b", 1),
        ("\n\nWho? =a ~b}", 3),
        ("How many? {#\n=three}", 2),
        ("Match. {=a -> 1\n=b}", 2),
        ("Only one. {~a}", 1),
        ("A gap.\nWhich? {=a\n\n~b}", 1),
    ],
)
def test_what_is_no_question_is_told_with_its_line(text: str, line: int) -> None:
    """Moodle refuses these as well: dropped in silence, a question would be missed by nobody."""
    first = next(parse_gift(text))

    assert isinstance(first, Unreadable)
    assert first.line == line
    assert first.why.endswith(".")


def test_a_question_right_below_a_category_is_not_lost() -> None:
    """Moodle takes it for a part of the category's name."""
    category, question = parse_gift("$CATEGORY: desk\nIs it open?{T}\n")

    assert category == Category(1, "desk")
    assert isinstance(question, GiftQuestion)
    assert (question.line, question.stem.text) == (2, "Is it open?")


@settings(deadline=None)
@given(SIGNS)
def test_any_text_has_some_reading(text: str) -> None:
    """A file from elsewhere is never the reason for a traceback."""
    for item in parse_gift(text):
        assert 1 <= item.line <= text.count("\n") + 1
