"""Reports as pages."""

import re

from any_report import MONTHS, REPORT, TABLE

from protectcourse.records.reports.html_writer import ROWS_OF_A_FIGURE, write_html
from protectcourse.records.reports.report import Report, Table

PAGE = write_html(REPORT)


def test_a_page_needs_nothing_beside_it() -> None:
    """It is opened offline, from a stick, years later; and it must not tell anyone that it was."""
    addresses = set(re.findall(r"https?://[^\"'\s<>]+", PAGE)) - {"http://example.org&#34;,"}

    assert {one for one in addresses if "example.org" not in one} == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"<script|<link|<image|@import|url\((?!#)|\son\w+=", PAGE)
    assert "default-src 'none'" in PAGE


def test_the_same_numbers_stand_below_each_chart() -> None:
    """Whoever cannot see a chart, or not exactly, reads the table."""
    for table in (TABLE, MONTHS):
        part = PAGE[PAGE.index(f"<h2>{table.title}</h2>") :]

        assert part.index("<svg") < part.index("<table>")
    assert "12.3 %" in PAGE


def test_hostile_words_stay_words() -> None:
    """What a learner called themselves must not become part of the page."""
    assert "who &lt;counts&gt; &amp;" in PAGE
    assert "Right &amp; wrong &lt;shares&gt;" in PAGE
    assert "\x1b" not in PAGE


def test_the_words_of_the_course_are_in_its_language() -> None:
    """A screen reader would read a French question as English."""
    assert '<td lang="fr">third</td>' in PAGE


def test_a_long_chart_is_cut_into_parts_that_fit_a_page() -> None:
    """A chart of a hundred questions shrinks to a grey stripe in print."""
    row = TABLE.rows[0]
    long = TABLE._replace(rows=tuple(row for _ in range(ROWS_OF_A_FIGURE + 1)), total=None)

    page = write_html(Report("R", (), (long,)))

    assert page.count("<svg") == 2
    assert "(2 of 2)" in page


def test_a_table_without_rows_has_no_chart() -> None:
    """An empty chart looks like a fault."""
    empty: Table = TABLE._replace(rows=(), total=None)

    assert "<svg" not in write_html(Report("R", (), (empty,)))
