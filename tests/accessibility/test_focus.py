"""Where the focus goes, and how it shows without colours (A9)."""

from collections.abc import Sequence
from functools import cache
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from textual.widget import Widget
from tour import TOUR, Leg, Step, beginner, opening
from walking import Visit, texts_of, walk_app

ROOM = (100, 70)
"""A size in which nothing has to be scrolled, so that only the focus changes what is seen."""
MOST_TABS = 12


def controls_of(visit: Visit) -> list[Widget]:
    """Return all that can have the focus now, as it is read: from the top, from the left."""
    shown = (one for one in visit.app.screen.query("*") if one.is_on_screen and one.region.area)
    found = [one for one in shown if one.focusable]
    return sorted(found, key=lambda one: (one.region.y, one.region.x, -one.region.area))


async def tab_round(
    visit: Visit, controls: Sequence[Widget]
) -> tuple[list[Widget | None], dict[Widget | None, list[list[str]]]]:
    """Press Tab until the focus is where it was first.

    Return where it came by and, for each, what is then seen where every control stands.
    """
    if visit.app.focused is None and controls:
        await visit.press("tab")
    begin = visit.app.focused
    came_by: list[Widget | None] = []
    seen = {}
    while len(came_by) < MOST_TABS:
        came_by.append(visit.app.focused)
        seen[visit.app.focused] = [shown_in(visit, one) for one in controls]
        await visit.press("tab")
        if visit.app.focused is begin:
            break
    return [one for one in came_by if one is not None], seen


def turned(came_by: list[Widget | None], controls: Sequence[Widget]) -> list[Widget | None]:
    """Return where the focus came by, beginning with the first control."""
    first = came_by.index(controls[0]) if controls and controls[0] in came_by else 0
    return came_by[first:] + came_by[:first]


def shown_in(visit: Visit, control: Widget) -> list[str]:
    """Return what is seen where a control stands."""
    area = control.region
    return [line[area.x : area.right] for line in visit.lines()[area.y : area.bottom]]


class Faults(NamedTuple):
    """What is wrong with the focus along a leg."""

    order: tuple[str, ...]
    signs: tuple[str, ...]


@cache
def faults_of(leg: Leg) -> Faults:
    """Walk a leg and go round each screen by Tab, once for both tests."""
    order: list[str] = []
    signs: list[str] = []

    async def look(visit: Visit) -> None:
        controls = controls_of(visit)
        came_by, seen = await tab_round(visit, controls)
        if len(came_by) != len(controls) or turned(came_by, controls) != controls:
            order.append(f"{visit.stop}: Tab goes to {came_by}, on the screen are {controls}")
        for (one, before), (other, after) in combinations(seen.items(), 2):
            if before == after:
                signs.append(f"{visit.stop}: {one} and {other} look the same with the focus")

    with TemporaryDirectory() as place:
        walk_app(leg, Path(place), look, ROOM)
    return Faults(tuple(order), tuple(signs))


@pytest.mark.parametrize("leg", TOUR, ids=lambda leg: leg.name)
def test_tab_visits_each_control_once_in_reading_order(leg: Leg) -> None:
    """A trap, a hole or a jump costs somebody who hears the screen the way back."""
    faults = faults_of(leg).order

    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("leg", TOUR, ids=lambda leg: leg.name)
def test_what_has_the_focus_has_a_sign(leg: Leg) -> None:
    """Where two parts of a screen take keys, which of them does so must not be told by colour."""
    faults = faults_of(leg).signs

    assert not faults, "\n".join(faults)


def test_a_text_box_says_whether_letters_are_text(tmp_path: Path) -> None:
    """The key bar leaves out the letters that are keys elsewhere while they are text."""
    steps = (
        *opening("badges", "guess first"),
        Step("right right", "page 2 of 3", "outside"),
        Step("tab", "page 2 of 3", "inside"),
    )

    texts = texts_of(Leg("box", beginner, steps), tmp_path)

    assert "s sources" in texts["outside"].splitlines()[-1]
    assert "s sources" not in texts["inside"].splitlines()[-1]
    assert "F1 help" in texts["inside"].splitlines()[-1]


def test_what_was_written_is_kept_by_the_button_that_tab_goes_to(tmp_path: Path) -> None:
    """Box, Tab, *Keep*: Enter on the only button must not throw away what was typed (A11)."""
    steps = (
        *opening("badges", "guess first"),
        Step("right right right", "page 3 of 3"),
        Step("tab type:mine tab enter", "", "kept"),
    )

    text = texts_of(Leg("keep", beginner, steps), tmp_path, ROOM)["kept"]

    assert "You wrote: mine" in text
