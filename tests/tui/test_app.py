"""What holds on every screen, driven in a real terminal."""

import asyncio
import os
import re
import signal
import sys
from pathlib import Path

import pytest
from contrast import faintest_text
from demo_screens import HOSTILE, STEM, ListScreen, TypingScreen, rows
from terminal import Terminal

from protectcourse.study.display.choosing import Mode
from protectcourse.tui.app import CourseApp
from protectcourse.tui.screens.command_list import CommandListScreen
from protectcourse.tui.screens.too_small import TooSmall
from protectcourse.tui.theme import DARK, THEMES

DEMO = str(Path(__file__).parent.parent / "demo_screens.py")
LEFT = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1003l", b"\x1b[?2004l")
"""What gives the terminal back: the usual screen, the cursor, no mouse, no bracketed paste."""


def demo(name: str, *words: str, size: tuple[int, int] = (80, 24), **env: str) -> Terminal:
    """Start a demo screen in a terminal."""
    return Terminal([sys.executable, DEMO, name, *words], size=size, env=env)


def is_given_back(terminal: Terminal) -> bool:
    """Return whether the terminal is as it was before."""
    end = terminal.raw[terminal.raw.rfind(b"\x1b[?1049h") :]
    return all(part in end for part in LEFT) and not terminal.is_raw()


@pytest.mark.parametrize("key", ["q", "ctrl+c"])
def test_one_key_quits(key: str) -> None:
    """Everything is saved at any moment, so leaving needs no question."""
    with demo("single") as terminal:
        terminal.wait(STEM)
        terminal.press(key)

        assert terminal.exit_code() == 0
        assert is_given_back(terminal)


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)]
)
def test_a_signal_ends_the_app_and_gives_the_terminal_back(number: int, code: int) -> None:
    """Textual alone dies with the terminal raw, in its alternate screen, without a cursor."""
    with demo("single") as terminal:
        terminal.wait(STEM)
        terminal.kill(number)

        assert terminal.exit_code(timeout=2.5) == code
        assert is_given_back(terminal)


def test_a_signal_ends_an_app_that_hears_nothing() -> None:
    """A fault that blocks the app must not leave a process that only kill -9 ends."""
    with demo("faulty") as terminal:
        terminal.wait(STEM)
        terminal.press("b")
        terminal.kill(signal.SIGTERM)

        assert terminal.exit_code(timeout=3.0) == 143
        assert is_given_back(terminal)


def test_a_hang_up_ends_the_app() -> None:
    """A dropped connection leaves no process behind."""
    with demo("single") as terminal:
        terminal.wait(STEM)
        terminal.hang_up()

        assert terminal.exit_code(timeout=2.5) == 129


def test_a_terminal_that_is_gone_ends_an_app_that_ignores_hang_ups() -> None:
    """Under nohup Textual would read the end of the input for ever, at full speed."""
    argv = ["sh", "-c", 'trap "" HUP; exec "$@"', "sh", sys.executable, DEMO, "single"]
    with Terminal(argv) as terminal:
        terminal.wait(STEM)
        terminal.hang_up()

        assert terminal.exit_code(timeout=2.5) == 129


def test_an_invalid_byte_does_not_end_the_app() -> None:
    """A key of a keyboard set to another encoding is such a byte."""
    with demo("single") as terminal:
        terminal.wait(STEM)
        terminal.send(b"\xff\xc3(")
        terminal.settle()
        terminal.press("2", "enter")

        terminal.wait("chosen r2")


def test_textual_still_ends_at_an_invalid_byte() -> None:
    """When this fails, Textual was mended, and our own reading of keys may go."""
    bare = "from textual.app import App; App().run()"
    with Terminal([sys.executable, "-c", bare]) as terminal:
        terminal.settle(1.0)
        terminal.send(b"\xff")

        assert terminal.exit_code(timeout=5.0) == 0


def test_a_fault_says_little_and_keeps_one_file(tmp_path: Path) -> None:
    """What a learner typed stands in variables, which Textual's report prints."""
    with demo("faulty", str(tmp_path)) as terminal:
        terminal.wait(STEM)
        terminal.press("x")

        assert terminal.exit_code() == 70
        assert is_given_back(terminal)
        written = (tmp_path / "crash.txt").read_text(encoding="utf-8")
        assert "Something went wrong" in terminal.text()
        assert "RuntimeError: a fault" in written
        assert "Textual" in written
        assert b"CANARY" not in terminal.raw
        assert "'CANARY'" not in written.replace('private = "CANARY"', "")


def test_a_fault_in_reading_keys_is_a_fault_like_any_other() -> None:
    """It happens in a thread of its own, from where Textual prints its own report."""
    broken = (
        "from protectcourse.tui import terminal_driver as driver; import demo_screens, sys;"
        "driver.XTermParser.feed = lambda self, data: 1 / 0; sys.argv = ['x', 'single'];"
        "sys.exit(demo_screens.main())"
    )
    tests = str(Path(DEMO).parent)
    with Terminal([sys.executable, "-c", broken], env={"PYTHONPATH": tests}) as terminal:
        terminal.wait(STEM)
        terminal.press("1")

        assert terminal.exit_code() == 70
        assert "Something went wrong" in terminal.text()
        assert "Traceback" not in terminal.text()


def test_the_start_after_a_kill_gives_back_a_usable_terminal() -> None:
    """Nothing can tidy up after kill -9; the next start must not keep the raw state for good."""
    script = '"$0" "$1" faulty; sleep 0.2; "$0" "$1" single; stty -a; echo state shown'
    with Terminal(["sh", "-c", script, sys.executable, DEMO]) as terminal:
        terminal.wait(STEM)
        terminal.send(b"k")
        terminal.wait("Option 12")
        terminal.press("q")
        terminal.wait("state shown")

        state = terminal.raw.decode(errors="replace")[-1500:]
        assert not re.search(r"-(icanon|echo|isig|opost|icrnl)\b", state)
        assert terminal.exit_code() == 0


def test_ctrl_z_suspends_and_the_screen_comes_back() -> None:
    """A learner in a shell expects it, and must find the question again."""
    with demo("single") as terminal:
        terminal.wait(STEM)
        terminal.press("2", "ctrl+z")
        _, status = os.waitpid(terminal.pid, os.WUNTRACED)
        given_back = is_given_back(terminal)
        terminal.screen.reset()
        terminal.kill(signal.SIGCONT)

        assert os.WIFSTOPPED(status)
        assert given_back
        terminal.wait("▸  2  Option 2")


def test_hostile_words_come_out_as_words() -> None:
    """A course must not write to the clipboard, the title or the keyboard of a learner."""
    with demo("hostile") as terminal:
        terminal.wait("start")
        terminal.press("1", "f1")
        terminal.wait("Help")
        terminal.press("esc", "enter")
        terminal.wait("chosen")

        assert "[@click=app.leave]x[/]" in terminal.text()
        written = re.sub(rb"\x1b]22;[a-z]+\x07", b"", terminal.raw)  # Textual's mouse pointer
        for bad in ("\x1b]", "\x1b[2J", "\x85", "\u202e", "\u2066", "\x00", "\x07"):
            assert bad in HOSTILE
            assert bad.encode() not in written


def test_the_cursor_is_at_the_highlight() -> None:
    """Braille displays follow the terminal's cursor."""
    with demo("single") as terminal:
        terminal.wait(STEM)
        terminal.press("down", "down", "down")
        lines = terminal.text().splitlines()

        column, line = terminal.cursor
        assert lines[line][column] == "▸"
        assert "Option 3" in lines[line]


def test_nothing_is_written_while_idle() -> None:
    """A clock or a blinking cursor would make a screen reader speak without end."""
    with demo("typing") as terminal:
        terminal.wait("Typing")
        terminal.settle(0.5)
        before = len(terminal.raw)
        terminal.settle(3.0)

        assert len(terminal.raw) - before <= 64


def test_no_colour_code_is_written_when_none_is_wanted() -> None:
    """NO_COLOR means none at all; bold and the signs stay."""
    with demo("several", NO_COLOR="1") as terminal:
        terminal.wait(STEM)
        terminal.press("1", "down")

        codes = re.findall(rb"\x1b\[([\d;]*)m", terminal.raw)
        numbers = {int(part) for code in codes for part in code.split(b";") if part}
        assert not [n for n in numbers if 30 <= n <= 49 or 90 <= n <= 107]
        assert "[x] Option 1" in terminal.text()


def test_signs_have_plain_stand_ins_where_the_encoding_lacks_them() -> None:
    """On an old console a question mark for every sign would tell the learner nothing."""
    with demo("single", PYTHONIOENCODING="ascii") as terminal:
        terminal.wait(STEM)
        terminal.press("2")

        assert ">  2  Option 2" in terminal.text()
        assert terminal.raw.isascii()


def test_a_small_window_waits_and_loses_nothing() -> None:
    """A window made too small by accident must not cost what was ticked."""
    with demo("several") as terminal:
        terminal.wait(STEM)
        terminal.press("2")
        terminal.resize(30, 8)
        terminal.wait("window larger")
        terminal.press("3", "enter")
        terminal.resize(40, 12)
        terminal.wait("[x] Option 2")
        terminal.press("enter")

        terminal.resize(80, 24)
        terminal.wait("handed in ['r2']")


def test_every_printable_key_is_text_in_a_text_box() -> None:
    """A name with a q in it must not end the program."""
    screen = TypingScreen()

    async def run() -> tuple[str, bool]:
        async with CourseApp(lambda: screen).run_test() as pilot:
            await pilot.press("q", "question_mark", "1")
            typed = screen.query_one("#box").value  # type: ignore[attr-defined]
            await pilot.press("f1")
            return typed, isinstance(pilot.app.screen, CommandListScreen)

    typed, commands_shown = asyncio.run(run())

    assert typed == "q?1"
    assert commands_shown


def test_what_is_pasted_is_text_and_never_keys() -> None:
    """Textual takes what follows an escape code in a paste for keys: here Enter, then quit."""
    with demo("single") as terminal:
        terminal.wait(STEM)
        terminal.send(b"\x1b[200~2\x1b[2J2\rq\x1b[201~")
        terminal.settle()

        assert "chosen" not in terminal.text()
        terminal.press("3", "enter")
        terminal.wait("chosen r3")


def test_a_megabyte_can_be_pasted() -> None:
    """A slip with the mouse must not freeze the program; a box keeps the first line."""
    with demo("typing") as terminal:
        terminal.wait("Typing")
        terminal.send(b"\x1b[200~" + b"abc\x1b[2Jdef\r" * 90_000 + b"\x1b[201~")
        terminal.wait("abc[2Jdef", timeout=10.0)
        terminal.press("ctrl+c")

        assert terminal.exit_code(timeout=3.0) == 0


def test_a_storm_of_sizes_is_lived_through() -> None:
    """Dragging the corner of a window sends hundreds, some too small for anything."""
    with demo("several") as terminal:
        terminal.wait(STEM)
        terminal.press("2")
        for storm in range(5):
            for step in range(40):
                terminal.resize(10 + step * 2, 3 + step % 30)
            terminal.resize(1, 1)
            terminal.resize(80, 24 + storm)

            terminal.wait("[x] Option 2")


def test_a_window_of_one_cell_does_not_keep_the_app_busy() -> None:
    """There a scroll bar comes and goes for ever, if there may be one."""
    with demo("single") as terminal:
        terminal.wait(STEM)
        terminal.resize(1, 1)
        terminal.settle(0.5)
        before = len(terminal.raw)
        terminal.settle(1.0)

        assert len(terminal.raw) == before


def test_only_our_themes_can_be_chosen() -> None:
    """The library's themes fail the contrast that we promise."""
    app = CourseApp(lambda: ListScreen(rows(2)))

    assert list(app.available_themes) == [theme.name for theme, _ in THEMES]
    assert app.theme == DARK.name


@pytest.mark.parametrize("mode", list(Mode))
def test_everything_on_a_screen_stands_out(mode: Mode) -> None:
    """Body text and options reach 7:1, every other word 4.5:1."""
    options = rows(3)
    screen = ListScreen(options, mode)

    async def run() -> tuple[float, str]:
        async with CourseApp(lambda: screen).run_test() as pilot:
            await pilot.press("1", "enter")
            await pilot.pause()
            return faintest_text(pilot.app.screen)

    contrast, words = asyncio.run(run())

    assert contrast >= 7, words


def test_screens_that_come_while_the_window_is_small_are_covered_too() -> None:
    """Whatever is opened meanwhile, the learner comes back to it and not to the notice."""

    async def run() -> list[str]:
        async with CourseApp(lambda: ListScreen(rows(2))).run_test(size=(80, 24)) as pilot:
            seen = []
            for step in (
                lambda: pilot.resize_terminal(30, 10),
                lambda: pilot.app.push_screen(TypingScreen()),
                lambda: pilot.resize_terminal(80, 24),
                pilot.app.pop_screen,
            ):
                await step()
                await pilot.pause(0.1)
                seen.append(type(pilot.app.screen).__name__)
            return seen

    seen = asyncio.run(run())

    assert seen[0] == TooSmall.__name__
    assert seen[2:] == ["TypingScreen", "ListScreen"]
