"""A report for tests, with a column of each kind, gaps, hostile words, a total and charts."""

from datetime import date

from protectcourse.records.reports.report import Chart, Column, Kind, Report, Table
from protectcourse.records.undefined import FEWER, Undefined

WHY = Undefined("nobody got it wrong")
HOSTILE = '=HYPERLINK("http://example.org","x")'
TABLE = Table(
    name="questions",
    title="Questions",
    columns=(
        Column("Quiz", heads=True),
        Column("Question", authored=True),
        Column("People", Kind.WHOLE),
        Column("Right", Kind.PERCENT),
        Column("from", Kind.PERCENT),
        Column("to", Kind.PERCENT),
        Column("Skewness", Kind.NUMBER, digits=2),
        Column("Since", Kind.DAY),
        Column("Remark", spare=True),
    ),
    rows=(
        ("m1", HOSTILE, 1200, 0.12345, 0.1, 0.2, -0.345, date(2026, 3, 1), ""),
        ("m1", "who <counts> & \x1b[31mwhy", 40, 0.9, 0.8, 0.95, WHY, date(2026, 4, 1), ""),
        ("m2", "third", 5, FEWER, FEWER, FEWER, FEWER, None, ""),
    ),
    total=("", "All", 1245, 0.5, None, None, None, None, ""),
    about=("What the table says.",),
    notes=("What stands below it.",),
    charts=(
        Chart(
            title="Right & wrong <shares>",
            form="bars",
            label="Question",
            values=("Right",),
            axis="share of first attempts",
            people="n = 1240 people",
            interval=("from", "to"),
        ),
    ),
)
MONTHS = Table(
    name="months",
    title="Months",
    columns=(
        Column("Month"),
        Column("begun", Kind.WHOLE),
        Column("completed", Kind.WHOLE),
    ),
    rows=tuple((f"2026-0{month}", month, month % 3) for month in range(1, 7)),
    charts=(
        Chart("By month", "line", "Month", ("begun", "completed"), "people", "n = 21 people"),
        Chart("In parts", "stacked", "Month", ("begun", "completed"), "people", "n = 21 people"),
    ),
)
EMPTY = Table(
    name="none", title="Nothing here", columns=(Column("One"),), rows=(), empty="Nobody yet."
)
REPORT = Report(
    title="A report",
    about=("From a register.",),
    tables=(TABLE, MONTHS, EMPTY),
    notes=("What to know.",),
    language="fr",
)
