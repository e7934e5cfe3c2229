import subprocess
import sys

import jinja2
import pytest
from html_page import Page

from protectcourse.html_pages import make_page


def test_a_value_is_words_and_never_part_of_the_page() -> None:
    """Titles come with any course, names are typed by anybody."""
    hostile = """"><script>x</script>{{ 7 * 7 }}{% raise %}&#27;[2J"""

    page = Page(completion(heading=hostile))

    assert "script" not in page.tags
    assert hostile in page.words


def test_no_control_character_reaches_a_page() -> None:
    """A page is opened in terminals too, and mailed on."""
    assert "\x1b" not in completion(heading="\x1b[2J\u202e")
    assert "\u202e" not in completion(heading="\x1b[2J\u202e")


def test_a_value_that_is_forgotten_is_a_fault() -> None:
    """An empty place in a record would be taken for an answer."""
    with pytest.raises(jinja2.UndefinedError):
        make_page("completion.html", heading="A record")


def test_the_library_of_templates_waits_for_the_first_page() -> None:
    """A start must not pay for a page that nobody asked for."""
    code = "import sys, protectcourse.records.saving; print('jinja2' in sys.modules)"

    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "False"


def completion(heading: str) -> str:
    """Return a page with a heading."""
    return make_page(
        "completion.html",
        heading=heading,
        title="",
        language="en",
        statements=[],
        facts=[],
        units=[],
        key="",
    )
