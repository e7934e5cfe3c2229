"""Everybody as lines of a list: found as one types, in an order, in columns that fit a width."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from protectcourse.plain_text import clean_text
from protectcourse.records.reports.text_writer import cells_wide
from protectcourse.records.roster.row import name_key
from protectcourse.records.standing.states import Standing, State
from protectcourse.records.standing.survey import Line

GAP = 2
STATE_WIDTH, STATE_ALONE, SCORE_WIDTH = 23, 11, 5
"""A state with the day that matters in it, a state alone, and a score."""
LEAST_NAME, LEAST_OTHER = 14, 8
CUT = "…"
BY_URGENCY = (
    *(State.OVERDUE, State.EXPIRED, State.EXPIRING, State.NOT_BEGUN, State.IN_PROGRESS),
    *(State.COMPLETED, State.RETAINED),
)


class Order(StrEnum):
    """What a list is in order of."""

    NAME = "name"
    TEAM = "team"
    PLACE = "place"
    STATE = "state"
    SCORE = "score"
    DAY = "day"


NEXT: Mapping[Order, Order] = dict(zip(Order, [*list(Order)[1:], Order.NAME], strict=True))
"""The order after each, round and round."""


class Columns(NamedTuple):
    """How wide each column is; 0 for one that has no room."""

    name: int
    team: int
    place: int
    course: int
    state: int = STATE_WIDTH
    score: int = SCORE_WIDTH

    def head(self) -> str:
        """Return the heads of the columns."""
        score = "Score".rjust(self.score)
        return self._joined("Name", "Team", "Place", "Course", "State", score)

    def row(self, line: Line) -> str:
        """Return a line in columns; what is too long for its own is cut."""
        score = line.standing.score
        percent = f"{score // 100} %" if score >= 0 else ""
        is_whole = self.state == STATE_WIDTH
        state = state_words(line.standing, line.due) if is_whole else line.standing.state.value
        cells = (line.called, line.team, line.place, line.course, state)
        return self._joined(*cells, percent.rjust(self.score))

    def _joined(self, *cells: str) -> str:
        pairs = zip(cells, self, strict=True)
        return (" " * GAP).join(_fitted(cell, wide) for cell, wide in pairs if wide)


class Listing:
    """Everybody, ready to be looked for: what is typed is compared with words made once."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = tuple(lines)
        self._words = [_words_of(line) for line in lines]
        courses = {line.course for line in lines}
        self._needed = (
            _widest("Name", (line.called for line in lines)),
            _widest("Team", {line.team for line in lines}),
            _widest("Place", {line.place for line in lines}),
            _widest("Course", courses) if len(courses) > 1 else 0,
        )
        self._orders: dict[Order, list[int]] = {Order.NAME: list(range(len(lines)))}

    @property
    def lines(self) -> tuple[Line, ...]:
        """Everybody, in order of name."""
        return self._lines

    def find(self, typed: str, order: Order = Order.NAME) -> list[Line]:
        """Return those that have every word typed, in an order."""
        wanted = name_key(typed).split()
        places = self._in_order(order)
        for word in wanted:
            places = [place for place in places if word in self._words[place]]
        return [self._lines[place] for place in places]

    def columns(self, width: int) -> Columns:
        """Return the columns that fit a width: as wide as they need to be, the name's first.

        Where there is little room the last of course, place and team are left out.
        """
        state, score = _ends(width)
        room = width - state - score - GAP - GAP * bool(score)
        leasts = (LEAST_NAME, LEAST_OTHER, LEAST_OTHER, LEAST_OTHER)
        widths = [min(pair) for pair in zip(self._needed, leasts, strict=True)]
        for place in (3, 2, 1):
            if _taken(widths) > room:
                widths[place] = 0
        for place, need in enumerate(self._needed):
            if widths[place]:
                widths[place] += max(0, min(room - _taken(widths), need - widths[place]))
        _, team, place, course = widths
        return Columns(max(1, min(widths[0], room)), team, place, course, state, score)

    def _in_order(self, order: Order) -> list[int]:
        """Return the places of all lines in an order, worked out once; those alike by name."""
        if order not in self._orders:
            self._orders[order] = sorted(
                range(len(self._lines)), key=lambda place: _rank(self._lines[place], order)
            )
        return self._orders[order]


def state_words(standing: Standing, due: str) -> str:
    """Return a state with the day that matters in it, such as "overdue, due 2026-11-01"."""
    match standing.state:
        case State.OVERDUE:
            return f"overdue, due {due}"
        case State.IN_PROGRESS:
            return f"in progress, {standing.last}"
        case State.EXPIRING:
            return f"expires {standing.until}"
        case State.EXPIRED:
            return f"expired {standing.until}"
        case State.NOT_BEGUN:
            return "not begun"
        case State.COMPLETED | State.RETAINED:
            return f"{standing.state.value} {standing.completed}"


def _widest(head: str, texts: Iterable[str]) -> int:
    """Return how wide a column needs to be; 0 where nothing stands in it."""
    widest = max(map(cells_wide, texts), default=0)
    return max(widest, len(head)) if widest else 0


def _ends(width: int) -> tuple[int, int]:
    """Return how wide state and score are, so that a name has room beside them.

    Where there is little, the state is shown without its day, then the score is left out.
    """
    for state, score in ((STATE_WIDTH, SCORE_WIDTH), (STATE_ALONE, SCORE_WIDTH)):
        if width - state - score - 2 * GAP >= LEAST_NAME:
            return state, score
    return STATE_ALONE, 0


def _taken(widths: Sequence[int]) -> int:
    """Return the columns that cells take with the gaps between them."""
    return sum(widths) + GAP * sum(map(bool, widths[1:]))


def _rank(line: Line, order: Order) -> tuple[object, ...]:
    """Return by what a line comes in an order: what is not said comes last."""
    standing = line.standing
    match order:
        case Order.NAME:
            return ()
        case Order.TEAM:
            return (not line.team, name_key(line.team))
        case Order.PLACE:
            return (not line.place, name_key(line.place))
        case Order.STATE:
            day = line.due if standing.state is State.OVERDUE else standing.until
            return (BY_URGENCY.index(standing.state), day)
        case Order.SCORE:
            return (-standing.score,)
        case Order.DAY:
            return (_backwards(standing.completed or standing.last),)


def _backwards(day: str) -> int:
    """Return a number by which the latest day comes first, and no day last."""
    return -int(day.replace("-", "")) if day else 0


def _words_of(line: Line) -> str:
    parts = (line.called, line.team, line.place, line.course, line.learner)
    return " ".join((*map(name_key, parts), line.standing.state.value))


def _fitted(text: str, width: int) -> str:
    """Return a text on one line of exactly a width, cut where it is longer."""
    shown = clean_text(text)
    if cells_wide(shown) > width:
        while shown and cells_wide(shown) > width - 1:
            shown = shown[:-1]
        shown += CUT
    return shown + " " * (width - cells_wide(shown))
