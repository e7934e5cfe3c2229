"""Completions by month, as a table and a line."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from protectcourse.records.reports.report import Chart, Column, Kind, Row, Table
from protectcourse.records.standing.survey import Line
from protectcourse.records.undefined import FEWEST

MOST_MONTHS = 24
"""Months that are shown one by one; what was before stands together."""
TOO_FEW = f"Fewer than {FEWEST} people have completed: no statistic is shown."
EARLIER = "earlier"


def month_table(lines: Sequence[Line], today: str) -> Table:
    """Return how many first completed in each month up to a day, and how many had so far."""
    counted = completions_by_month(lines, today)
    columns = (
        Column("Month"),
        Column("completions", Kind.WHOLE),
        Column("so far", Kind.WHOLE),
    )
    rows = tuple(_with_sums(counted)) if sum(count for _, count in counted) >= FEWEST else ()
    chart = Chart(
        "Completions by month",
        "line",
        "Month",
        ("completions", "so far"),
        "people",
        f"n = {sum(count for _, count in counted)} completions",
    )
    charts = (chart,) if len(rows) > 1 else ()
    return Table("months", "Completions by month", columns, rows, charts=charts, empty=TOO_FEW)


def completions_by_month(lines: Iterable[Line], today: str) -> tuple[tuple[str, int], ...]:
    """Return how many first completed in each month, from the first with any to that of a day.

    Of many months the latest stand by themselves. What is dated later is not counted.
    """
    done = [line.standing.completed for line in lines if line.standing.completed]
    counts = Counter(day[:7] for day in done if day <= today)
    if not counts:
        return ()
    months = list(_months(min(counts), today[:7]))
    shown = months[-MOST_MONTHS:]
    before = sum(count for month, count in counts.items() if month < shown[0])
    earlier = ((EARLIER, before),) if before else ()
    return (*earlier, *((month, counts[month]) for month in shown))


def _months(first: str, last: str) -> Iterator[str]:
    start, end = (int(one[:4]) * 12 + int(one[5:]) - 1 for one in (first, last))
    for number in range(start, end + 1):
        year, month = divmod(number, 12)
        yield f"{year:04d}-{month + 1:02d}"


def _with_sums(counted: Iterable[tuple[str, int]]) -> Iterator[Row]:
    so_far = 0
    for month, count in counted:
        so_far += count
        yield (month, count, so_far)
