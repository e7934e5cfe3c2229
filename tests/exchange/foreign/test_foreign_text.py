"""Texts in the formats of other systems read in a course as they did there."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protectcourse.course.prose import TextSpan, parse_line
from protectcourse.course.prose_faults import find_prose_faults
from protectcourse.exchange.foreign.foreign_text import TextFormat, carry_text

FORMATS: tuple[TextFormat, ...] = ("moodle", "html", "markdown", "plain")
SIGNS = st.text(st.sampled_from("ab *_`#<>[]()!@|&;=-\n\\/:.p\"'"), max_size=40)


@pytest.mark.parametrize(
    ("text", "written", "wanted"),
    [
        ("a <b>bold</b> word", "moodle", "a **bold** word"),
        ("5 < 6 & 7 > 2", "moodle", "5 < 6 & 7 > 2"),
        ("a <b>tag</b>", "plain", "a ‹b›tag‹/b›"),
        ("two\nlines", "plain", "two lines"),
        ("Caf&eacute; &amp; bar", "html", "Café & bar"),
        ("*so* and **so**, not `code`", "markdown", "*so* and **so**, not code"),
        ("x<sup>2</sup>", "html", "x²"),
    ],
)
def test_each_format_is_read_by_its_own_rules(text: str, written: TextFormat, wanted: str) -> None:
    """`<b>` is bold in one format and two signs in another."""
    assert carry_text(text, written).text == wanted


@settings(deadline=None)
@given(SIGNS, st.sampled_from(FORMATS))
def test_any_text_becomes_one_that_a_course_may_hold(text: str, written: TextFormat) -> None:
    """What is brought in must pass the check, whatever signs somebody typed."""
    carried = carry_text(text, written)

    assert list(find_prose_faults(carried.text, line_only=True)) == []


@settings(deadline=None)
@given(SIGNS)
def test_plain_text_has_no_marks(text: str) -> None:
    """Nobody who wrote plain text meant emphasis or a term of a glossary."""
    spans = parse_line(carry_text(text, "plain").text)

    assert all(isinstance(one, TextSpan) and not one.strong and not one.emphasis for one in spans)


def test_a_sign_written_by_its_number_is_no_way_round() -> None:
    """`&#8238;` turns the direction of a line, and a course that holds it is refused."""
    carried = carry_text("a&#8238;b&#27;c&shy;d", "html")

    assert carried.text == "abcd"
    assert carried.changed


def test_a_picture_is_lost_and_a_sign_is_changed() -> None:
    """The first needs somebody to look, the second does not."""
    picture = carry_text('See <img src="map.png">', "html")
    sign = carry_text("2*3*4", "plain")

    assert (picture.lost, picture.changed) == (("the picture map.png",), ())
    assert sign.lost == ()
    assert len(sign.changed) == 1
