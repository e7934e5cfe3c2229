"""Charts as SVG."""

from xml.etree.ElementTree import Element, fromstring

import pytest
from any_report import MONTHS, TABLE

from protectcourse.records.reports.charts import draw
from protectcourse.records.reports.report import Chart, Column, Kind, Table
from protectcourse.records.undefined import FEWER

SVG = "{http://www.w3.org/2000/svg}"
CHARTS = [(TABLE, TABLE.charts[0]), *((MONTHS, chart) for chart in MONTHS.charts)]


def drawn(table: Table, chart: Chart) -> Element:
    """Return a chart as XML."""
    return fromstring(draw(chart, table, table.rows, 7))


def words_of(root: Element) -> str:
    """Return all texts of a drawing."""
    return " ".join("".join(one.itertext()) for one in root.iter(f"{SVG}text"))


@pytest.mark.parametrize(("table", "chart"), CHARTS)
def test_a_chart_says_what_it_shows(table: Table, chart: Chart) -> None:
    """Title, axis and n belong to every chart, for whoever sees it and whoever hears it."""
    root = drawn(table, chart)

    labels = (root.get("aria-labelledby") or "").split()
    spoken = {one.get("id"): one.text or "" for one in root if one.get("id") in labels}
    assert root.get("role") == "img"
    assert [one.tag for one in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert spoken["chart7-title"] == chart.title
    assert chart.people in spoken["chart7-desc"]
    assert chart.people in " ".join(words_of(root).split())


@pytest.mark.parametrize(("table", "chart"), CHARTS)
def test_a_chart_has_neither_script_nor_remark(table: Table, chart: Chart) -> None:
    """The library would add both, and the day on which it ran."""
    text = draw(chart, table, table.rows, 7)

    assert "<script" not in text
    assert "<!--" not in text
    assert text == draw(chart, table, table.rows, 7)


def test_parts_are_told_apart_without_colour() -> None:
    """Many print in black and white, and some see so."""
    root = drawn(MONTHS, MONTHS.charts[1])

    looks = [
        "".join(one.get("fill", "") + one.get("d", "") for one in pattern)
        for pattern in root.iter(f"{SVG}pattern")
    ]
    assert len(looks) == len(set(looks)) == 2
    assert {"begun", "completed"} <= set(words_of(root).split())


def test_each_line_bears_its_name() -> None:
    """A legend of two black lines would tell nothing."""
    root = drawn(MONTHS, MONTHS.charts[0])

    assert {"begun", "completed"} <= set(words_of(root).split())
    styles = "".join(one.text or "" for one in root.iter(f"{SVG}style"))
    assert "stroke-dasharray:8,4" in styles.replace(" ", "")


def test_a_small_group_has_no_bar() -> None:
    """Neither a bar nor a nought stands for what is not shown."""
    table = Table(
        "t",
        "T",
        (Column("Team"), Column("Right", Kind.PERCENT)),
        (("North", 0.5), ("South", FEWER)),
    )
    root = drawn(table, Chart("T", "bars", "Team", ("Right",), "share", "n = 30 people"))

    bars = [one for one in root.iter(f"{SVG}g") if one.get("class") == "bar"]
    assert len(bars) == 1
    assert "South: –" in words_of(root)


@pytest.mark.parametrize("most", [0, 1, 2, 3, 7, 19, 120, 99_999])
def test_counts_have_whole_numbers_on_the_axis(most: int) -> None:
    """Half a person on an axis makes one doubt the rest."""
    table = Table("t", "T", (Column("Team"), Column("N", Kind.WHOLE)), (("North", most),))
    root = drawn(table, Chart("T", "stacked", "Team", ("N",), "people", "n = 1"))

    axis = [
        one.text or ""
        for group in root.iter(f"{SVG}g")
        if (group.get("class") or "").startswith("axis x")
        for one in group.iter(f"{SVG}text")
    ]
    assert len(axis) >= 2
    assert all(one.isdigit() for one in axis)
    assert int(axis[-1]) >= most
