"""What did not come over between a bank and another system, in lines to be read."""

from collections.abc import Iterator, Sequence

from protectcourse.exchange.carried import LeftOut
from protectcourse.plain_text import one_line

MOST_NAMED = 8
"""Places named of one thing that was told of many questions."""


def carried_lines(left_out: Sequence[LeftOut], file: str) -> list[str]:
    """Return what was lost, thing by thing, and what came over in another form.

    Of one thing said of many questions the places stand together. `file` is what has the lines;
    empty where a bank is written and there are none.
    """
    lost = [one for one in left_out if one.lost]
    changed = [one for one in left_out if not one.lost]
    lines = []
    if lost:
        lines += ["Lost:", *_told(lost, file)]
    if changed:
        lines += ["Carried in another form:", *_told(changed, file)]
    return lines


def _told(told: Sequence[LeftOut], file: str) -> Iterator[str]:
    alike: dict[str, list[LeftOut]] = {}
    for one in told:
        alike.setdefault(one.what, []).append(one)
    for what, ones in alike.items():
        yield f"  {_where(ones, file)}: {one_line(what)}"


def _where(ones: Sequence[LeftOut], file: str) -> str:
    """Return where something was found: one place with its words, or several by line or id."""
    if len(ones) == 1:
        place = f"{file}:{ones[0].line}" if file else ""
        return ": ".join(filter(None, (place, one_line(ones[0].item))))
    items = [str(one.line) if file else one_line(one.item) for one in ones]
    named = ", ".join(dict.fromkeys(items[:MOST_NAMED]))
    more = f" and {len(items) - MOST_NAMED} more" if len(items) > MOST_NAMED else ""
    return f"{file}: lines {named}{more}" if file else f"{named}{more}"
