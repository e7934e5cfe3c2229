"""The three questions before the first lesson."""

import asyncio
import sys
from pathlib import Path

import pytest
from demo_screens import TypingScreen
from terminal import Terminal
from textual.screen import Screen

from protectcourse.study.display.first_questions import FirstAnswers
from protectcourse.tui.app import CourseApp
from protectcourse.tui.screens.first_start import FirstStart, Opening

DEMO = str(Path(__file__).parent.parent / "demo_screens.py")
LANGUAGES = {"en": "English", "de": "Deutsch"}
KEPT = "Your answers are kept in /data and nowhere else."


def answers(*keys: str, plain_available: bool = True) -> tuple[FirstAnswers | None, str]:
    """Press keys at the first start; return the answers, and the words of the last screen."""
    got: list[FirstAnswers] = []

    def then(given: FirstAnswers) -> Screen[None]:
        got.append(given)
        return TypingScreen()

    ask = FirstStart(LANGUAGES, KEPT, plain_available=plain_available)

    async def run() -> str:
        async with CourseApp(lambda: Opening(ask, then)).run_test() as pilot:
            await pilot.press(*keys)
            await pilot.pause()
            strips = pilot.app.screen._compositor.render_strips()
            return "\n".join(strip.text for strip in strips)

    words = asyncio.run(run())
    return (got[0] if got else None), words


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (("enter", "enter", "enter"), FirstAnswers("", "en", False)),
        ((*"Ada q", "enter", "2", "enter", "2", "enter"), FirstAnswers("Ada q", "de", True)),
        (
            (*" A ", "enter", "enter", "escape", "2", "enter", "enter"),
            FirstAnswers("A", "de", False),
        ),
    ],
)
def test_three_answers_are_given(keys: tuple[str, ...], expected: FirstAnswers) -> None:
    """Enter takes each default; what is typed and chosen counts; Esc goes back a question."""
    given, _ = answers(*keys)

    assert given == expected


def test_escape_leaves_the_box_and_keeps_the_text() -> None:
    """Then letters are shortcuts again, and nothing that was typed is gone."""
    given, words = answers(*"Ada", "escape", "question_mark")

    assert given is None
    assert "this help" in words

    given, _ = answers(*"Ada", "escape", "tab", "enter", "enter", "enter")

    assert given == FirstAnswers("Ada", "en", False)


@pytest.mark.parametrize("available", [True, False])
def test_a_plain_mode_that_is_missing_is_not_promised(available: bool) -> None:
    """Someone who needs it must know before they choose."""
    _, words = answers("enter", "enter", plain_available=available)

    assert ("not in this version yet" in words) is not available


def test_where_the_data_is_kept_is_said_at_each_question() -> None:
    """The learner decides about a name knowing where it goes."""
    for keys in ((), ("enter",), ("enter", "enter")):
        _, words = answers(*keys)

        assert KEPT in words


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
def test_the_first_start_in_a_terminal(size: tuple[int, int]) -> None:
    """The first minute of every learner, on the smallest window too."""
    with Terminal([sys.executable, DEMO, "opening"], size=size) as terminal:
        terminal.wait("question 1 of 3")
        terminal.type("Ada")
        terminal.press("enter", "enter", "enter")

        terminal.wait("name='Ada'")
