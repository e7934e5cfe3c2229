"""HTML of other systems as text of ours."""

import pytest
from any_bank import TEXTS
from hypothesis import example, given, settings
from hypothesis import strategies as st

from protectcourse.course.prose import parse_line
from protectcourse.exchange.foreign.html_text import html_of, markdown_of
from protectcourse.plain_text import find_unclean

TIDY = TEXTS.filter(lambda text: "\n".join(map(" ".join, map(str.split, text.split("\n")))) == text)
TIDY = TIDY.filter(lambda text: text.strip() + "\n" * text.endswith("\n") == text)
TIDY = TIDY.filter(lambda text: "\n\n\n" not in text)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Hold the <b>van </b>now.</p>", "Hold the **van** now."),
        ("<p>One</p>\r\n<p>&nbsp;</p><p>Two &amp; three</p>", "One\n\nTwo & three"),
        ("<ul><li>badge</li><li><p>desk</p></li></ul>", "• badge\n\n• desk"),
        ('<ol start="3"><li>badge<li>desk</ol>', "3) badge\n\n4) desk"),
        ("<table><tr><td>1</td><td>2</td></tr></table>", "1 – 2"),
        ('<a href="https://example.org/a">the list</a>', "the list (https://example.org/a)"),
        ("H<sub>2</sub>O, m<sup>2</sup>", "H₂O, m²"),
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ("<b><i>both", "***both***"),
        ("a < b and <!-- a word to oneself --> b > a", "a < b and b > a"),
    ],
)
def test_words_keep_their_order_and_their_weight(html: str, text: str) -> None:
    """A trainer gets the sentence that stood in the other system, without its brackets."""
    assert markdown_of(html) == (text, ())


@pytest.mark.parametrize(
    ("html", "what"),
    [
        ('<img src="@@PLUGINFILE@@/map.png" alt="">', "the picture map.png"),
        ("<video src='a.mp4'></video>", "a film"),
        ("<script>alert(1)</script>", "a script"),
        ("x<sup>th</sup>", "that “th” is a raised text"),
    ],
)
def test_what_words_cannot_say_is_told(html: str, what: str) -> None:
    """A question without its map cannot be answered: somebody has to know."""
    text, lost = markdown_of(html)

    assert lost == (what,)
    assert "alert" not in text


def test_a_star_that_is_no_mark_stays_one_to_the_eye() -> None:
    """5*3*2 is a sum, and not a slanted three."""
    text, told = markdown_of("<p>5*3*2</p>")

    assert text == "5∗3∗2"
    assert "∗" in told[0]


@given(TIDY)
@settings(max_examples=150, deadline=None)
def test_a_text_of_ours_comes_back_from_html_as_it_was(text: str) -> None:
    """What Moodle shows as HTML is still the author's text when it is read again."""
    assert markdown_of(html_of(text)) == (text, ())


@given(st.text("<>/!-abip &;#\"'=*[]@\x1b\n", max_size=60))
@example("<![>")
@settings(max_examples=300, deadline=None)
def test_any_html_has_a_reading_without_control_characters(html: str) -> None:
    """Somebody's broken page must neither stop an import nor reach a terminal."""
    text, _ = markdown_of(html)

    assert find_unclean(text) is None
    assert parse_line(text) is not None


@pytest.mark.parametrize("piece", ["<a ", "<!--", "<b>a", "<a b='", "<![CDATA[", "</", "&#"])
def test_html_made_to_take_for_ever_does_not(piece: str) -> None:
    """The parser looks for an end again and again unless it is told that there is none."""
    text, _ = markdown_of(piece * (50_000 // len(piece)))

    assert len(text) <= 50_000
