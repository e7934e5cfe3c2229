"""Handing in on the screen: how much, what that is, where to, and nothing unless it is wanted."""

import asyncio
from datetime import date
from pathlib import Path

import pytest
from completed import OTHER_SIGNER
from demo_screens import HOSTILE
from handed_in import OUTLINE
from logs import ONE_OF_EACH, open_log
from textual.app import App

from protectcourse.organisation import ORGANISATION_FILE
from protectcourse.progress.store import Store
from protectcourse.records.handing_in.levels import Level
from protectcourse.records.handing_in.reading import read_hand_in
from protectcourse.study.display.sheets import Sheet
from protectcourse.tui.app import CourseApp
from protectcourse.tui.handing_in import HandingIn
from protectcourse.tui.screens.text_screen import TextScreen

TODAY = date(2026, 11, 25)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a log with an event of each kind."""
    opened = open_log(tmp_path / "data")
    opened.append(*ONE_OF_EACH)
    opened.set_profile("name", HOSTILE)
    return opened


def see(
    store: Store,
    tmp_path: Path,
    *keys: str,
    size: tuple[int, int] = (80, 60),
    folder: str = "stick",
) -> list[str]:
    """Begin to hand in and press keys; return the words on the screen at first and after each."""
    stick = tmp_path / folder
    if folder == "stick":
        stick.mkdir(exist_ok=True)

    async def run() -> list[str]:
        seen: list[str] = []
        app = CourseApp(lambda: TextScreen(_nothing()))
        async with app.run_test(size=size) as pilot:
            HandingIn(app, store, [OUTLINE], TODAY, stick).begin()
            await pilot.pause()
            seen.append(words(app))
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
                seen.append(words(app))
        return seen

    return asyncio.run(run())


def _nothing() -> Sheet:
    return Sheet("", "", [])


def words(app: App[None]) -> str:
    """Return all that is on the screen, as one line of words."""
    strips = app.screen._compositor.render_strips()
    return " ".join(" ".join(strip.text.split()) for strip in strips if strip.text.strip())


def files(tmp_path: Path) -> list[Path]:
    """Return what was written."""
    return sorted((tmp_path / "stick").iterdir())


@pytest.mark.parametrize(("key", "level"), [("1", Level.RESULTS), ("2", Level.ANSWERS)])
def test_a_learner_is_led_to_the_file(store: Store, tmp_path: Path, key: str, level: Level) -> None:
    """First how much, then in words what that is, then where to, then where it is."""
    first, _, shown, asked, done = see(store, tmp_path, key, "enter", "w", "enter")

    assert "Nothing is sent" in first
    assert "Leaving:" in first
    assert "What leaves" in shown
    assert "What stays here" in shown
    assert ("1 answer in a quiz" in shown.split("What stays")[0]) is (level is Level.ANSWERS)
    assert "Into which folder?" in asked
    (path,) = files(tmp_path)
    assert path.name == f"c-{store.learner[:8]}-2026-11-25.pcrec"
    assert "The file to hand in:" in done
    assert read_hand_in(path.read_bytes(), None).level is level


@pytest.mark.parametrize("keys", [("escape",), ("enter", "escape"), ("enter", "w", "escape")])
def test_going_back_writes_nothing(store: Store, tmp_path: Path, keys: tuple[str, ...]) -> None:
    """At no step is Esc a yes."""
    see(store, tmp_path, *keys)

    assert files(tmp_path) == []


def test_it_is_said_who_can_read_it(store: Store, tmp_path: Path) -> None:
    """Sealed where the organisation's key is known, and then in fact."""
    key = OTHER_SIGNER.public_key
    settings = f'organisation = "aid"\nname = "Example Aid"\npublic_key = "{key}"\n'
    before = see(store, tmp_path, "enter")[-1]
    (tmp_path / "data" / ORGANISATION_FILE).write_text(settings, encoding="utf-8")

    after = see(store, tmp_path, "enter", "w", "enter")[1]

    (path,) = files(tmp_path)
    assert "It is not sealed" in before
    assert "only Example Aid can open it" in after
    assert read_hand_in(path.read_bytes(), OTHER_SIGNER).sealed


def test_a_folder_that_will_not_do_is_told(store: Store, tmp_path: Path) -> None:
    """In words, and the choice can be made again."""
    seen = see(store, tmp_path, "enter", "w", "x", "enter", "escape")

    assert "Not written: there is no folder" in seen[-2]
    assert "What leaves" in seen[-1]


def test_a_damaged_log_is_told(store: Store, tmp_path: Path) -> None:
    """What cannot be vouched for is not signed."""
    assert store._connection is not None
    store._connection.execute("UPDATE entry SET salt = 'x' WHERE seq = 3")

    (seen,) = see(store, tmp_path)

    assert "Not written: your progress file is damaged" in seen


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
def test_it_begins_at_the_top_at_every_size(
    store: Store, tmp_path: Path, size: tuple[int, int]
) -> None:
    """What leaves must be read before it is written; a hostile name stays a name."""
    shown = see(store, tmp_path, "enter", size=size)[-1]

    assert "About you" in shown
    assert "w write the file" in shown
    assert "\x1b" not in shown
