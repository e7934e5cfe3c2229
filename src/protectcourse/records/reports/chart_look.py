"""How charts look: black on white, their parts told apart by patterns and dashes."""

from collections.abc import Mapping

from protectcourse.records.reports.report import Chart

MOST_VALUES = 6
"""Columns that can still be told apart in one chart."""
TEXT_SIZE = 13
INK, GUIDES = "#111111", "#bbbbbb"
STYLE: Mapping[str, object] = {
    "background": "#ffffff",
    "plot_background": "#ffffff",
    "foreground": INK,
    "foreground_strong": INK,
    "foreground_subtle": "#555555",
    "font_family": "Georgia, 'Times New Roman', serif",
    "label_font_size": TEXT_SIZE,
    "major_label_font_size": TEXT_SIZE,
    "legend_font_size": TEXT_SIZE,
    "value_font_size": TEXT_SIZE,
    "value_label_font_size": TEXT_SIZE,
    "title_font_size": TEXT_SIZE,
    "no_data_font_size": TEXT_SIZE,
    "guide_stroke_color": GUIDES,
    "major_guide_stroke_color": GUIDES,
    "guide_stroke_dasharray": "none",
    "major_guide_stroke_dasharray": "none",
    "opacity": "1",
    "stroke_opacity": "1",
    "transition": "0s",
    "colors": (INK,) * MOST_VALUES,
    "value_colors": (INK,) * MOST_VALUES,
}
"""What the library of charts is told of colours and letters."""
_DASHES = ("none", "8,4", "2,4", "12,4,2,4", "6,2", "1,2")
_PATTERN = (
    '<pattern id="{id}" width="8" height="8" patternUnits="userSpaceOnUse">'
    '<rect width="8" height="8" fill="{paper}"/>{drawn}</pattern>'
)
_PAPER_AND_INK = (
    ("#c4c4c4", ""),
    ("#ffffff", '<path d="M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4" stroke="#111" stroke-width="1.5"/>'),
    ("#3a3a3a", ""),
    ("#ffffff", '<circle cx="4" cy="4" r="1.6" fill="#111"/>'),
    ("#ffffff", '<path d="M0,4 h8 M4,0 v8" stroke="#111" stroke-width="1"/>'),
    ("#ffffff", '<path d="M0,2 h8 M0,6 h8" stroke="#111" stroke-width="1.5"/>'),
)


def css(chart: Chart, own: str) -> str:
    """Return how the series of a chart look; `own` is the name of its drawing on the page."""
    rules = [f"#chart-{own} .ci path {{ stroke: #111; stroke-width: 2; }}"]
    for index in range(len(chart.values)):
        name = f"#chart-{own} .color-{index}"
        look = f"fill: url(#{own}-{index}); stroke: #111; stroke-width: 1;"
        if chart.form == "line":
            dashes = _DASHES[index % MOST_VALUES]
            rules.append(f"{name} .line {{ stroke-dasharray: {dashes}; stroke-width: 2; }}")
        else:
            rules.append(f"{name} .rect, #chart-{own} rect.color-{index} {{ {look} }}")
    return " ".join(rules)


def pattern(own: str, index: int) -> str:
    """Return the definition of the pattern of a series."""
    paper, drawn = _PAPER_AND_INK[index % MOST_VALUES]
    return _PATTERN.format(id=f"{own}-{index}", paper=paper, drawn=drawn)
