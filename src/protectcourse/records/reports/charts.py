"""Draws columns of a table as SVG to stand in a page: no script, nothing fetched, black and white.

The only module that knows the library of charts. What it draws is told apart by patterns, dashes
and words, so that a copy in black and white says as much.
"""

import sys
from collections.abc import Mapping, Sequence
from math import ceil, floor, log10
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import pygal  # type: ignore[import-untyped]
from pygal.style import Style  # type: ignore[import-untyped]

from protectcourse.records.reports.chart_look import MOST_VALUES, STYLE, css, pattern
from protectcourse.records.reports.report import (
    Cell,
    Chart,
    Column,
    Kind,
    Row,
    Table,
    figure,
    shown,
)
from protectcourse.records.undefined import Undefined

# Imported, the library looks for maps whenever anything is imported after it, in a way that Python
# has given up and warns of. We draw no maps.
sys.meta_path[:] = [finder for finder in sys.meta_path if type(finder).__module__ != "pygal"]

WIDTH, ROW_HEIGHT, LINE_HEIGHT, AXIS_HEIGHT, LEGEND_HEIGHT = 760, 30, 320, 90, 45
LONGEST_LABEL = 34
MOST_IN_A_LINE = 4
"""Names in a line of a legend."""
MARGIN, LEGEND_LINE = 20, 24
"""The library leaves no room for the last line of a legend where that is not full."""
_SVG = "{http://www.w3.org/2000/svg}"


def draw(chart: Chart, table: Table, rows: Sequence[Row], number: int) -> str:
    """Return a chart of some rows of a table as an SVG element.

    `number` tells it from the others on the page.
    """
    columns = {column.name: column for column in table.columns}
    place = {column.name: n for n, column in enumerate(table.columns)}
    lines = [{name: row[n] for name, n in place.items()} for row in rows]
    if chart.form != "line":
        lines.reverse()  # the library draws bars from the bottom
    values = chart.values[:MOST_VALUES]
    series = [[_point(chart, columns, line, name) for line in lines] for name in values]
    drawn = _canvas(chart, columns[values[0]], series, number)
    drawn.x_labels = [_label(chart, columns, line) for line in lines]
    for name, points in zip(values, series, strict=True):
        drawn.add(name, _named_at_its_end(name, points) if chart.form == "line" else points)
    drawn.add_xml_filter(lambda root: _finished(root, chart, len(rows), f"chart{number}"))
    return str(drawn.render(is_unicode=True))


def _canvas(chart: Chart, column: Column, series: Sequence[Sequence[Any]], number: int) -> Any:
    """Return an empty chart of the library in the look of our pages."""
    is_line, is_bars = chart.form == "line", chart.form == "bars"
    ticks = _ticks(column, _most(series, is_stacked=chart.form == "stacked"))
    has_legend = len(series) > 1 and not is_line
    canvas = _forms()[chart.form](
        width=WIDTH,
        height=_height(chart, series)
        + LEGEND_HEIGHT * has_legend * ceil(len(series) / MOST_IN_A_LINE),
        style=Style(**STYLE),
        css=["file://style.css", "file://graph.css", f"inline:{css(chart, f'chart{number}')}"],
        defs=[pattern(f"chart{number}", index) for index in range(len(series))],
        js=[],
        disable_xml_declaration=True,
        x_title=None if is_line else _sentence(chart),
        y_title=_sentence(chart) if is_line else None,
        range=(min(0, ticks[0]), ticks[-1]),
        y_labels=[{"value": tick, "label": _tick_words(column, tick)} for tick in ticks],
        include_x_axis=True,
        show_legend=has_legend,
        legend_at_bottom=True,
        legend_at_bottom_columns=min(MOST_IN_A_LINE, len(series)),
        legend_box_size=16,
        truncate_legend=-1,
        truncate_label=-1,
        value_formatter=lambda value: _figure_words(column, value),
        print_values=is_bars and len(series) > 1,
        print_values_position="top",
        print_labels=is_line,
        margin_right=110 if is_line else 40,
        margin_bottom=MARGIN + LEGEND_LINE * (has_legend and len(series) % MOST_IN_A_LINE > 0),
        no_data_text="No numbers to draw",
    )
    canvas.uuid = f"chart{number}"
    return canvas


def _forms() -> Mapping[str, Any]:
    return {
        "bars": pygal.HorizontalBar,
        "stacked": pygal.HorizontalStackedBar,
        "line": pygal.Line,
    }


def _height(chart: Chart, series: Sequence[Sequence[Any]]) -> int:
    if chart.form == "line":
        return LINE_HEIGHT
    bars = len(series) if chart.form == "bars" else 1
    return AXIS_HEIGHT + ROW_HEIGHT * max(1, len(series[0])) * bars


def _most(series: Sequence[Sequence[Any]], *, is_stacked: bool) -> float:
    """Return how far the axis must reach."""
    numbers = [[_ends(point)[1] for point in points] for points in series]
    if is_stacked:
        return max((sum(parts) for parts in zip(*numbers, strict=True)), default=0)
    return max((one for points in numbers for one in points), default=0)


def _ends(point: Any) -> tuple[float, float]:
    """Return from where to where a point reaches with its interval."""
    if isinstance(point, Mapping):
        interval = point.get("ci", {})
        return interval.get("low", point["value"]), interval.get("high", point["value"])
    return (point or 0, point or 0)


def _ticks(column: Column, most: float) -> list[float]:
    """Return round numbers from 0 to beyond the largest, whole ones for a count."""
    if column.kind is Kind.PERCENT and most <= 100:
        return [0, 20, 40, 60, 80, 100]
    size = 10 ** floor(log10(most)) if most > 0 else 1
    step = next(size * part for part in (0.2, 0.5, 1, 2) if size * part * 6 >= most)
    step = max(1, round(step)) if column.kind is Kind.WHOLE else step
    return [step * n for n in range(max(1, ceil(most / step)) + 1)]


def _tick_words(column: Column, tick: float) -> str:
    return f"{tick:g} %" if column.kind is Kind.PERCENT else f"{tick:g}"


def _sentence(chart: Chart) -> str:
    return f"{chart.axis} ({chart.people})"


def _label(chart: Chart, columns: Mapping[str, Column], line: Mapping[str, Cell]) -> str:
    """Return what a row is called; with its number, where it has but one."""
    text = shown(columns[chart.label], line[chart.label]) or "–"
    text = text if len(text) <= LONGEST_LABEL else f"{text[: LONGEST_LABEL - 1].rstrip()}…"
    if chart.form != "bars" or len(chart.values) > 1:
        return text
    cell = line[chart.values[0]]
    number = "–" if isinstance(cell, Undefined) else shown(columns[chart.values[0]], cell)
    return f"{text}: {number}"


def _point(chart: Chart, columns: Mapping[str, Column], line: Mapping[str, Cell], name: str) -> Any:
    """Return a number with its interval, None where there is none to draw."""
    value = _value(columns[name], line[name])
    if value is None or chart.interval is None:
        return value
    low, high = (_value(columns[end], line[end]) for end in chart.interval)
    if low is None or high is None:
        return value
    return {"value": value, "ci": {"low": low, "high": high}}


def _value(column: Column, cell: Cell) -> float | None:
    return float(figure(column, cell)) if isinstance(cell, int | float) else None


def _named_at_its_end(name: str, values: Sequence[float | None]) -> list[Any]:
    """Return the values of a line, the last of which bears its name: no legend to look up."""
    last = max((n for n, value in enumerate(values) if value is not None), default=-1)
    return [
        {"value": value, "label": name} if n == last else value for n, value in enumerate(values)
    ]


def _figure_words(column: Column, value: float) -> str:
    if column.kind is Kind.WHOLE:
        return f"{value:.0f}"
    return f"{value:.{column.digits}f}{' %' if column.kind is Kind.PERCENT else ''}"


def _finished(root: Element, chart: Chart, rows: int, own: str) -> Element:
    """Take away scripts, what only scripts show, and remarks; say in words what is drawn."""
    for above in list(root.iter()):
        for one in list(above):
            if not isinstance(one.tag, str) or _is_for_scripts(one):
                above.remove(one)
    for old in root.findall("title") + root.findall(f"{_SVG}title"):
        root.remove(old)
    root.set("role", "img")
    root.set("aria-labelledby", f"{own}-title {own}-desc")
    what = {"bars": "Bars", "stacked": "Bars made of parts", "line": "Lines"}[chart.form]
    described = f"{what}: {_sentence(chart)}, {rows} rows. The same numbers stand in the table."
    for place, (tag, text) in enumerate((("title", chart.title), ("desc", described))):
        said = SubElement(root, tag, {"id": f"{own}-{tag}"})
        said.text = text
        root.remove(said)
        root.insert(place, said)
    return root


def _is_for_scripts(one: Element) -> bool:
    classes = (one.get("class") or "").split()
    return one.tag.removeprefix(_SVG) in {"script", "desc"} or "tooltip" in classes
