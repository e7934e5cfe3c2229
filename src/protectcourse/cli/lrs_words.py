"""What `protectcourse lrs` says: what goes, what would go, what was refused."""

import json
from collections import Counter
from collections.abc import Iterator

from protectcourse.cli.output import say, say_aside
from protectcourse.records.handing_in.levels import SORTS
from protectcourse.records.handing_in.selection import Selection
from protectcourse.records.lrs.endpoint import Endpoint
from protectcourse.records.lrs.gathering import Gatherer
from protectcourse.records.lrs.outbox import Made, Outbox
from protectcourse.records.xapi.sayings import SAYINGS

LISTED = 20
"""Statements set aside that are listed one by one."""


def say_set_aside(outbox: Outbox) -> None:
    """List what the LRS refused, with its words."""
    refused = outbox.those_set_aside()
    for number, one in enumerate(refused, 1):
        if number <= LISTED:
            what = SORTS[one.kind].one if one.kind in SORTS else one.kind.replace("-", " ")
            say(f"  {what}, step {one.seq} of {one.device}: {one.told}")
        elif number == LISTED + 1:
            say("  …")


def say_what_would_go(outbox: Outbox | None, lots: Iterator[list[Made]]) -> None:
    """Print how many statements of each verb would be sent, and the first.

    They are those that wait in an outbox, if there is one, and those that are made now.
    """
    verbs: Counter[str] = Counter()
    first = ""
    waiting = (one.json for one in outbox.waiting()) if outbox else iter(())
    made = (one.statement.json for lot in lots for one in lot)
    for texts in (waiting, made):
        for text in texts:
            first = first or text
            verbs[json.loads(text)["verb"]["display"]["en"]] += 1
    say(f"Would be sent: {statements(verbs.total())}. Nothing was sent, no connection opened.")
    for verb, count in sorted(verbs.items()):
        say(f"  {verb:12} {count}")
    if first:
        say("The first:")
        say(json.dumps(json.loads(first), indent=2, ensure_ascii=False))


def say_not_made(gatherer: Gatherer) -> None:
    """Say of which steps there are no statements that should have one."""
    if gatherer.unfit:
        say_aside(
            f"Not sent: {gatherer.unfit} of the steps, which hold what this program never writes."
        )
    if gatherer.doubled:
        say_aside(
            f"Not sent: {gatherer.doubled} of the steps, which have the number of another:"
            " they come from a copied progress file."
        )


def say_selection(selection: Selection, endpoint: Endpoint) -> None:
    """Say what of a learner's own steps goes where, under which name."""
    counts = Counter(one.sort for one in selection.leaving if one.entry.kind in SAYINGS)
    say(f"To {endpoint.host} go, under the number {selection.learner} that stands for you:")
    for sort, count in counts.items():
        say(f"  {count} {sort.one if count == 1 else sort.several}")
    if selection.days and counts:
        first, last = selection.days
        when = f"from {first} to {last}" if first != last else first
        say(f"with the day of each: {when}.")
    say("What was sent before is not sent again. What you typed or noted, the exact times and your")
    say("name stay here.")


def statements(count: int) -> str:
    """Return how many statements, in words."""
    return f"{count} statement" if count == 1 else f"{count} statements"
