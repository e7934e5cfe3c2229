"""Tables of how people went through a case: endings, red lines, decisions, whole ways, time."""

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import quantiles

from protectcourse.records.reports.case_words import CaseWords
from protectcourse.records.reports.report import Chart, Column, Kind, Row, Table
from protectcourse.records.reports.short_words import short_words
from protectcourse.records.statistics.item_statistics import wilson_interval
from protectcourse.records.statistics.ways import (
    Play,
    Taken,
    decisions_taken,
    people_at,
    whole_way,
    worst_ratings_at,
)
from protectcourse.records.undefined import FEWER, FEWEST
from protectcourse.scenario.nodes import Rating

LONGEST_SCENE, LONGEST_CHOICE = 80, 160
MOST_WAYS = 12
RATINGS = {
    Rating.BEST: "best",
    Rating.ACCEPTABLE: "acceptable",
    Rating.HARMFUL: "harmful",
    Rating.RED_LINE: "red line",
}
UNFINISHED = "(not finished)"
ASIDE = "(directly to the ending)"


def endings_table(plays: Sequence[Play], words: CaseWords) -> Table:
    """Return how the case ended for how many."""
    people = len(plays)
    counted = Counter(play.ending for play in plays)
    crossed = Counter(play.ending for play in plays if play.crossed)
    return Table(
        name="endings",
        title="How it ended",
        columns=(
            Column("Ending"),
            Column("What happens", authored=True, spare=True),
            Column("Outcome"),
            Column("People", Kind.WHOLE),
            Column("Share", Kind.PERCENT),
            Column("from", Kind.PERCENT),
            Column("to", Kind.PERCENT),
            Column("Over a red line", Kind.WHOLE),
        ),
        rows=tuple(
            (
                ending or UNFINISHED,
                short_words(words.endings.get(ending, ""), LONGEST_SCENE),
                words.outcomes.get(ending, ""),
                count,
                count / people,
                *wilson_interval(count / people, people),
                crossed[ending],
            )
            for ending, count in sorted(counted.items(), key=lambda one: (-one[1], one[0]))
        ),
        total=("All", "", "", people, 1.0, None, None, sum(crossed.values())),
        charts=(
            Chart(
                title="How it ended",
                form="bars",
                label="Ending",
                values=("Share",),
                axis="share of people, 95 % interval",
                people=f"n = {people} people",
                interval=("from", "to"),
            ),
        ),
    )


def red_lines_table(plays: Sequence[Play], words: CaseWords) -> Table:
    """Return where red lines are crossed, the most often crossed first."""
    found = [
        taken
        for taken in decisions_taken(plays)
        if taken.decision.rating == Rating.RED_LINE and taken.of >= FEWEST
    ]
    return Table(
        name="red-lines",
        title="Where red lines are crossed",
        columns=(
            Column("Scene"),
            Column("Decision", authored=True),
            Column("People", Kind.WHOLE),
            Column("Of", Kind.WHOLE),
            Column("Share", Kind.PERCENT),
        ),
        rows=tuple(
            (one.decision.node, _choice(one, words), one.people, one.of, one.people / one.of)
            for one in sorted(found, key=lambda one: -one.people / one.of)
        ),
        empty="No red line was crossed in a scene that enough people came to.",
    )


def ratings_table(plays: Sequence[Play], words: CaseWords) -> Table:
    """Return how good the decisions were in each scene."""
    reached = people_at(plays)
    return Table(
        name="scenes",
        title="How well people decide in each scene",
        about=("Who decides in a scene more than once counts under the worst of it.",),
        columns=(
            Column("Scene"),
            Column("What it is about", authored=True, spare=True),
            Column("People", Kind.WHOLE),
            *(Column(name, Kind.WHOLE) for name in RATINGS.values()),
        ),
        rows=tuple(
            _ratings_row(node, reached[node], ratings, words)
            for node, ratings in worst_ratings_at(plays).items()
            if any(ratings[rating] for rating in RATINGS)
        ),
        charts=(
            Chart(
                title="Ratings of decisions, scene by scene",
                form="stacked",
                label="Scene",
                values=tuple(RATINGS.values()),
                axis="people",
                people=f"n = {len(plays)} people",
            ),
        ),
        empty="No decision of this case is rated.",
    )


def _ratings_row(node: str, people: int, ratings: Counter[str], words: CaseWords) -> Row:
    scene = short_words(words.scenes.get(node, ""), LONGEST_SCENE)
    if people < FEWEST:
        return (node, scene, FEWER, *[FEWER for _ in RATINGS])
    return (node, scene, people, *(ratings[rating] for rating in RATINGS))


def decisions_table(plays: Sequence[Play], words: CaseWords) -> Table:
    """Return every decision with where it leads: the case as people went through it."""
    return Table(
        name="decisions",
        title="Which decisions people take",
        about=(
            "Scene by scene; each share is of the people who came to the scene. Of a checklist the "
            "answers to each element stand there too.",
        ),
        columns=(
            Column("Scene", heads=True),
            Column("What it is about", authored=True, heads=True),
            Column("Decision", authored=True),
            Column("Rating"),
            Column("Leads to"),
            Column("People", Kind.WHOLE),
            Column("Share", Kind.PERCENT),
        ),
        rows=tuple(_decision_rows(plays, words)),
        empty="No decision was taken.",
    )


def _decision_rows(plays: Sequence[Play], words: CaseWords) -> Iterator[Row]:
    """Give a row for each decision, but one alone for a scene that too few people came to."""
    hidden = ""
    for taken in decisions_taken(plays):
        node = taken.decision.node
        scene = short_words(words.scenes.get(node, ""), LONGEST_SCENE)
        if taken.of < FEWEST:
            if hidden != node:
                yield node, scene, "", "", "", FEWER, FEWER
            hidden = node
            continue
        rating = RATINGS[Rating(taken.decision.rating)] if taken.decision.rating else ""
        leads = "" if taken.decision.next == node else taken.decision.next
        choice = _choice(taken, words)
        yield node, scene, choice, rating, leads, taken.people, taken.people / taken.of


def ways_table(plays: Sequence[Play]) -> Table:
    """Return the whole ways that most people took, and how many took another."""
    finished = [play for play in plays if play.ending]
    counted = Counter((whole_way(play), play.ending) for play in finished)
    common = [one for one in counted.most_common() if one[1] >= FEWEST]
    shown = sorted(common, key=lambda one: (-one[1], one[0]))[:MOST_WAYS]
    rest = len(finished) - sum(count for _, count in shown)
    return Table(
        name="ways",
        title="The most common whole ways",
        about=("By the ids of the choices; what is asked in interviews is left out.",),
        columns=(
            Column("Way"),
            Column("Ending"),
            Column("People", Kind.WHOLE),
            Column("Share", Kind.PERCENT),
        ),
        rows=tuple(
            (" > ".join(way) or ASIDE, ending, count, count / len(finished))
            for (way, ending), count in shown
        ),
        notes=(f"On other ways: {rest} of {len(finished)} people who finished.",) if rest else (),
        empty=f"No way was taken whole by {FEWEST} people or more.",
    )


def time_table(plays: Sequence[Play]) -> Table:
    """Return how long a play took."""
    minutes = [play.minutes for play in plays if play.ending and play.minutes]
    enough = len(minutes) >= FEWEST
    quarters = quantiles(minutes, n=4, method="inclusive") if enough else [FEWER] * 3
    return Table(
        name="time",
        title="How long it took",
        about=("Half of the people needed between the first and the third quartile.",),
        columns=(
            Column("People who finished", Kind.WHOLE),
            Column("First quartile (minutes)", Kind.NUMBER),
            Column("Median (minutes)", Kind.NUMBER),
            Column("Third quartile (minutes)", Kind.NUMBER),
        ),
        rows=((len(minutes), *quarters),),
    )


def _choice(taken: Taken, words: CaseWords) -> str:
    """Return what was decided, in words where the case still has it."""
    known = words.choices.get((taken.decision.node, taken.decision.choice))
    return short_words(known, LONGEST_CHOICE) if known else taken.decision.choice
