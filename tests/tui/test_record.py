"""The completion record on the screen: what it says, and how it is saved."""

import asyncio
from datetime import date
from pathlib import Path

import pytest
from completed import make_sample
from demo_screens import HOSTILE
from textual.app import App

from protectcourse.records.completion_state import CompletionState
from protectcourse.records.saving import Saved, save_record
from protectcourse.records.wording import NO_DECIDER, WHAT_A_SIGNATURE_SHOWS, WHAT_IT_IS
from protectcourse.tui.app import CourseApp
from protectcourse.tui.screens.record import RecordScreen

TODAY = date(2026, 11, 25)
MISSING = ("lesson 1.1 Welcome", "quiz Visitors (pass at 80 %)")
COMPLETE = CompletionState("A demonstration", make_sample(), (), ())
INCOMPLETE = CompletionState("A demonstration", None, MISSING, ())


def see(
    state: CompletionState, tmp_path: Path, *keys: str, size: tuple[int, int] = (80, 70)
) -> list[str]:
    """Open the screen and press keys; return the words on the screen after each, and at first."""
    data, stick = tmp_path / "data", tmp_path / "stick"
    data.mkdir(exist_ok=True)
    stick.mkdir(exist_ok=True)

    def save(to: Path) -> Saved:
        assert state.record is not None
        return save_record(state.record, data, to, TODAY)

    def first() -> RecordScreen:
        return RecordScreen(state, save, TODAY, stick)

    async def run() -> list[str]:
        seen: list[str] = []
        async with CourseApp(first).run_test(size=size) as pilot:
            await pilot.pause()
            seen.append(words(pilot.app))
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
                seen.append(words(pilot.app))
        return seen

    return asyncio.run(run())


def words(app: App[None]) -> str:
    """Return all that is on the screen, as one line of words."""
    strips = app.screen._compositor.render_strips()
    return " ".join(" ".join(strip.text.split()) for strip in strips if strip.text.strip())


def test_the_record_is_shown_whole(tmp_path: Path) -> None:
    """The same words as on paper, and what it is not."""
    (seen,) = see(COMPLETE, tmp_path)

    for statement in (WHAT_IT_IS, NO_DECIDER, WHAT_A_SIGNATURE_SHOWS):
        assert statement in seen
    for fact in ("A demonstration (demo), version 1", "Ada", "2026-11-24", "87 %", "draft"):
        assert fact in seen
    assert "lesson: Welcome" in seen
    assert "w save it" in seen


def test_what_is_missing_is_shown_instead(tmp_path: Path) -> None:
    """With nothing to save, and no key that would."""
    first, after = see(INCOMPLETE, tmp_path, "w")

    assert "The course is not complete yet" in first
    for line in MISSING:
        assert line in first
    assert "save it" not in first
    assert after == first
    assert list((tmp_path / "stick").iterdir()) == []


def test_what_is_new_is_shown_below(tmp_path: Path) -> None:
    """And that the completion stays valid without it."""
    state = CompletionState("A demonstration", make_sample(), (), ("lesson 1.2 More",))

    (seen,) = see(state, tmp_path)

    assert "Added to the course since you completed it: · lesson 1.2 More" in seen
    assert "stays valid" in seen


def test_both_files_are_saved_into_the_folder_typed(tmp_path: Path) -> None:
    """The folder offered is taken with Enter; then the place of both is said."""
    _, asked, saved, back = see(COMPLETE, tmp_path, "w", "enter", "escape")

    assert "Into which folder?" in asked
    assert str(tmp_path / "stick")[:20] in asked
    names = sorted(path.name for path in (tmp_path / "stick").iterdir())
    assert names == ["demo-00112233-2026-11-24.html", "demo-00112233-2026-11-24.pcdone"]
    assert "protectcourse verify demo-00112233-2026-11-24.pcdone" in saved
    assert "What is recorded" in back


def test_going_back_saves_nothing(tmp_path: Path) -> None:
    """Esc is never a yes."""
    seen = see(COMPLETE, tmp_path, "w", "escape")

    assert "What is recorded" in seen[-1]
    assert list((tmp_path / "stick").iterdir()) == []


@pytest.mark.parametrize("typed", ["x", "/"])
def test_a_folder_that_will_not_do_is_told(tmp_path: Path, typed: str) -> None:
    """In words, with the record still there to be saved elsewhere."""
    seen = see(COMPLETE, tmp_path, "w", typed, "q", "enter", "escape")

    assert "Not saved: there is no folder" in seen[-2]
    assert "What is recorded" in seen[-1]


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    """A name or title cannot run, colour or hide anything."""
    state = CompletionState(HOSTILE, make_sample(name=HOSTILE, title=HOSTILE), (), (HOSTILE,))

    (seen,) = see(state, tmp_path)

    assert "[@click=app.leave]x[/]" in seen
    assert "\x1b" not in seen


def test_the_key_is_listed_where_it_does_something(tmp_path: Path) -> None:
    """In the help, and by name under F1."""
    screens = [
        RecordScreen(s, lambda to: Saved(to, to), TODAY, tmp_path) for s in (COMPLETE, INCOMPLETE)
    ]

    assert [bool(screen.key_groups) for screen in screens] == [True, False]
    assert [len(screen.commands) for screen in screens] == [1, 0]


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 60)])
def test_it_fits_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    """Down to the smallest that the program takes."""
    (seen,) = see(COMPLETE, tmp_path, size=size)

    assert "Completion record" in seen
