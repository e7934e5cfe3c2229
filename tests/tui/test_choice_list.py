"""Every way of choosing, by keys."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from demo_screens import STEM, ListScreen, rows
from textual.message import Message
from textual.pilot import Pilot

from protectcourse.blocks import text_block
from protectcourse.study.display.choosing import Choice, Mode, Row
from protectcourse.tui.app import CourseApp
from protectcourse.tui.widgets.choice_list import ChoiceList


def drive(
    screen: ListScreen,
    *keys: str,
    size: tuple[int, int] = (80, 24),
    then: Callable[[Pilot[None]], Awaitable[None]] | None = None,
) -> None:
    """Press keys on a screen, in an app without a terminal."""

    async def run() -> None:
        async with CourseApp(lambda: screen).run_test(size=size) as pilot:
            await pilot.press(*keys)
            await pilot.pause()
            if then is not None:
                await then(pilot)

    asyncio.run(run())


def last_said(screen: ListScreen) -> Message:
    """Return the last message of the list."""
    return screen.said[-1]


def test_a_digit_selects_and_enter_confirms() -> None:
    """No decision may hang on one key."""
    screen = ListScreen(rows(3))

    drive(screen, "2")
    before = list(screen.said)
    screen = ListScreen(rows(3))
    drive(screen, "2", "enter")

    assert before == []
    said = last_said(screen)
    assert isinstance(said, ChoiceList.Chosen)
    assert said.row_id == "r2"


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        (("1", "2"), "r12"),
        (("1", "3"), "r3"),
        (("2", "1"), "r1"),
        (("1", "down", "2"), "r2"),
    ],
)
def test_digits_add_up_while_a_longer_number_exists(keys: tuple[str, ...], chosen: str) -> None:
    """Twelve options can be chosen by number without a pause in between."""
    screen = ListScreen(rows(12))

    drive(screen, *keys, "enter")

    said = last_said(screen)
    assert isinstance(said, ChoiceList.Chosen)
    assert said.row_id == chosen


def test_enter_with_nothing_chosen_says_so() -> None:
    """The first option must not be answered by someone who only wanted to go on."""
    screen = ListScreen(rows(3))

    drive(screen, "enter")

    assert isinstance(last_said(screen), ChoiceList.Refused)


def test_enter_takes_the_only_row() -> None:
    """Where a case has ended, whoever only wanted to go on must not be told to choose."""
    screen = ListScreen(rows(1))

    drive(screen, "enter")

    assert isinstance(last_said(screen), ChoiceList.Chosen)


@pytest.mark.parametrize(
    ("keys", "highlighted"),
    [
        (("down", "down"), "r2"),
        (("end", "up"), "r11"),
        (("end", "home"), "r1"),
        (("down", "pagedown"), "r12"),
        (("end", "pageup"), "r1"),
        (("down", "up", "up"), "r1"),
    ],
)
def test_arrows_and_page_keys_move(keys: tuple[str, ...], highlighted: str) -> None:
    """Everything can be reached without digits."""
    screen = ListScreen(rows(12))

    drive(screen, *keys)

    assert screen.choices.highlighted == highlighted


def test_a_heading_is_passed_by_and_a_closed_row_says_why() -> None:
    """A learner can read why something is locked, but not choose it."""
    options = [
        Row(id="h", text="Module 1", heading=True),
        Row(id="a", text="Lesson", number=1),
        Row(id="b", text="Quiz", number=2, disabled=True, note="Read the lesson first."),
    ]
    screen = ListScreen(options)

    drive(screen, "down", "down", "enter")

    said = last_said(screen)
    assert isinstance(said, ChoiceList.Refused)
    assert said.why == "Read the lesson first."


@pytest.mark.parametrize(
    ("keys", "ticked"),
    [
        (("1", "3"), {"r1", "r3"}),
        (("1", "3", "1", "down"), {"r3"}),
        (("1", "2"), {"r12"}),
        (("down", "space", "down", "space"), {"r1", "r2"}),
        ((), set()),
    ],
)
def test_several_rows_are_ticked_and_handed_in(keys: tuple[str, ...], ticked: set[str]) -> None:
    """Twelve must tick twelve only, not one as well."""
    screen = ListScreen(rows(12), Mode.SEVERAL)

    drive(screen, *keys, "enter")

    said = last_said(screen)
    assert isinstance(said, ChoiceList.HandedIn)
    assert said.row_ids == ticked


@pytest.mark.parametrize(
    ("keys", "order"),
    [
        (("3", "1", "2"), ("r3", "r1", "r2")),
        (("3", "1", "backspace", "2", "1"), ("r3", "r2", "r1")),
        (("down", "space", "down", "space"), ("r2", "r1", "r3")),
        (("3", "end", "space", "down", "enter"), ("r1", "r3", "r2")),
        (("3", "2", "1", "home", "space", "up", "space"), ("r3", "r1", "r2")),
    ],
)
def test_rows_are_put_in_order_by_digits_or_by_moving(
    keys: tuple[str, ...], order: tuple[str, ...]
) -> None:
    """Both ways of the design lead to one order, also when they are mixed."""
    screen = ListScreen(rows(3), Mode.ORDER)

    drive(screen, *keys, "enter")

    said = last_said(screen)
    assert isinstance(said, ChoiceList.Ordered)
    assert said.row_ids == order


def test_an_unfinished_order_is_not_taken() -> None:
    """Enter too early must not hand in half an order."""
    screen = ListScreen(rows(3), Mode.ORDER)

    drive(screen, "3", "enter")

    said = last_said(screen)
    assert isinstance(said, ChoiceList.Refused)
    assert said.why.endswith("2.")


def test_rows_are_matched_one_after_another() -> None:
    """A digit gives the row its value and goes on to the next open row."""
    screen = ListScreen(rows(3), Mode.MATCH)

    drive(screen, "3", "1", "2", "backspace", "1", "enter")

    said = last_said(screen)
    assert isinstance(said, ChoiceList.Matched)
    assert said.values == {"r1": 3, "r2": 1, "r3": 1}


@pytest.mark.parametrize("mode", [Mode.SEVERAL, Mode.ORDER, Mode.MATCH])
def test_what_is_chosen_shows_without_colours(mode: Mode) -> None:
    """Ticked and not ticked must differ in the characters, for those who see no colour."""
    screen = ListScreen(rows(3), mode)
    seen: list[str] = []

    async def look(pilot: Pilot[None]) -> None:
        for key in ("down", "1"):
            await pilot.press(key)
            seen.append(shown(pilot))

    drive(screen, then=look)

    assert seen[0].replace("▸", " ") != seen[1].replace("▸", " ")


def shown(pilot: Pilot[None]) -> str:
    """Return the screen as text."""
    return "\n".join(strip.text for strip in pilot.app.screen._compositor.render_strips())


def test_long_options_wrap_and_nothing_is_cut_at_40_columns() -> None:
    """On the smallest window every word can still be read, by scrolling."""
    words = [f"word{n}" for n in range(60)]
    options = [
        Row(id="a", text=" ".join(words[:30]), number=1, right="8 min", note="A note below."),
        Row(id="b", text=" ".join(words[30:]), number=2),
    ]
    screen = ListScreen(options)
    seen: set[str] = set()

    async def read(pilot: Pilot[None]) -> None:
        for _ in range(40):
            seen.update(shown(pilot).split())
            await pilot.press("down")

    drive(screen, size=(40, 12), then=read)

    assert seen >= {*words, *STEM.split(), "min", "note"}


def test_the_highlight_stays_in_sight() -> None:
    """A list longer than the window follows the keys."""
    screen = ListScreen(rows(200))
    seen: list[bool] = []

    async def walk(pilot: Pilot[None]) -> None:
        for key in ("end", "pageup", "up", "home", "7", "pagedown"):
            await pilot.press(key)
            await pilot.pause()
            seen.append("▸" in shown(pilot))

    drive(screen, then=walk)

    assert all(seen)


def test_focus_does_not_scroll_the_question_away() -> None:
    """A list taller than the window gets the focus; what is asked must still be seen first."""
    screen = ListScreen(rows(200))
    seen: list[str] = []

    async def look(pilot: Pilot[None]) -> None:
        seen.append(shown(pilot))

    drive(screen, then=look)

    assert STEM in seen[0]


@pytest.mark.parametrize("key", ["down", "pagedown"])
def test_the_text_above_a_list_is_read_before_its_first_row(key: str) -> None:
    """In a small window nobody is led past half of the question to the first option."""
    words = [f"word{n}" for n in range(60)]
    screen = ListScreen(rows(3), blocks=[text_block(" ".join(words))])
    seen: set[str] = set()

    async def read(pilot: Pilot[None]) -> None:
        while screen.choices.highlighted is None:
            seen.update(shown(pilot).split())
            await pilot.press(key)
            await pilot.pause()

    drive(screen, size=(40, 12), then=read)

    assert seen >= set(words)


def test_only_visible_rows_are_wrapped() -> None:
    """Ten thousand rows must open as quickly as a hundred."""
    screen = ListScreen(rows(10_000))

    wrapped: list[int] = []

    async def count(_pilot: Pilot[None]) -> None:
        wrapped.append(len(screen.choices._rows_layout()._lines))

    drive(screen, "end", then=count)

    assert 0 < wrapped[0] < 100


def test_a_click_selects_and_a_second_one_confirms() -> None:
    """The mouse works, with the same two steps as the keys."""
    screen = ListScreen(rows(3))
    after: list[int] = []

    async def click(pilot: Pilot[None]) -> None:
        for _ in range(2):
            await pilot.click(ChoiceList, offset=(6, 1))
            await pilot.pause(0.01)
            after.append(len(screen.said))

    drive(screen, then=click)

    assert after == [0, 1]
    said = last_said(screen)
    assert isinstance(said, ChoiceList.Chosen)
    assert said.row_id == "r2"


def test_the_highlight_can_be_set_and_survives_new_rows() -> None:
    """A screen that shows rows again after something was done must not move the learner."""
    screen = ListScreen(rows(5))

    async def change(pilot: Pilot[None]) -> None:
        screen.choices.highlighted = "r3"
        screen.choices.set_rows(rows(8), choice=Choice())
        await pilot.pause()

    drive(screen, then=change)

    assert screen.choices.highlighted == "r3"
