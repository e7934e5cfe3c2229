"""Every byte on the way to the terminal: no colour where none is wanted, nothing of a course's.

One tour in a real terminal shows both: NO_COLOR is set (A6), and the course is one whose every
text holds what steers a terminal, put where no reader of courses looks (reliability.md §1).
"""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from course_of_everything import change_compiled, write_everything
from program import run
from terminal import Terminal
from tour import TOUR, Leg, Sitting, way_to
from walking import walk_terminal

from protectcourse.course.library import open_course
from protectcourse.course.loading import load_course
from protectcourse.locations import COMPILED_FOLDER

TALL = (110, 50)
MARK = "MARKED"
HOSTILE = (
    "\x1b]0;stolen\x07\x1b]52;c;c3RvbGVu\x07\x1b[2J\x1b[31m\x9b31m\x9d0;stolen\x9c\x85"
    "\u202eleft\u2066\x00 [@click=app.leave]x[/] [/] [bold <https://stolen.example>"
)
"""Title, clipboard, an empty screen, colours, by codes of two bytes and of one; what turns words
round; markup that presses keys, and such as crashes a reader of it; a link."""
STEERING = (
    "\x1b]0;",
    "\x1b]52",
    "\x1b]8;",
    "\x1b[2J",
    "\x07",
    "\x00",
    "\x85",
    "\x9b",
    "\x9c",
    "\x9d",
)
HIDING = ("\u202e", "\u2066")
POINTER = re.compile(rb"\x1b\]22;[a-z]+\x07")
"""How Textual asks for another mouse pointer."""
SGR = re.compile(rb"\x1b\[([\d;:]*)m")
COLOURS = {*range(30, 50), *range(90, 108)}
MOST_FAULTS = 20
"""As many of one sort as are told of one file."""


def colours_in(raw: bytes) -> set[int]:
    """Return the numbers in what a program wrote that set a colour of text or ground."""
    numbers = (int(part) for code in SGR.findall(raw) for part in re.split(rb"[;:]", code) if part)
    return COLOURS & set(numbers)


def codes_in(raw: bytes) -> list[str]:
    """Return what steers a terminal or hides words in what a program wrote."""
    written = POINTER.sub(b"", raw)
    return [code for code in (*STEERING, *HIDING) if code.encode() in written]


def mark(text: str) -> str:
    """Return a text with a mark after it, for something else to be put there."""
    return f"{text.rstrip()} {MARK}"


def poison(sitting: Sitting) -> None:
    """Put hostile words into every text of a learner's course, and into the learner's name."""
    files = write_everything(sitting.place, mark)
    kept = sitting.learner.folder / COMPILED_FOLDER
    assert open_course(files, kept).outline.title.endswith(MARK)
    for path in kept.glob("*.course"):
        change_compiled(path, lambda text: text.replace(MARK, HOSTILE))
    if sitting.learner.store.profile("language") is not None:
        sitting.learner.store.set_profile("name", HOSTILE)


def raw_of(leg: Leg, place: Path, environ: Mapping[str, str]) -> bytes:
    """Walk a leg through a hostile course in a terminal; return all that was written."""
    sitting = leg.prepare(place)
    if leg.name != "record":
        poison(sitting)
    else:
        sitting.learner.store.set_profile("name", HOSTILE)
    with Terminal(sitting.argv(), size=TALL, env=environ) as terminal:
        walk_terminal(leg, terminal)
        return terminal.raw


@pytest.mark.parametrize("leg", TOUR, ids=lambda leg: leg.name)
def test_no_screen_writes_a_colour_unasked_or_a_code_of_the_course(
    tmp_path: Path, leg: Leg
) -> None:
    """Whoever sets NO_COLOR has a reason; and a course is words, whatever is in it."""
    raw = raw_of(leg, tmp_path, {"NO_COLOR": "1"})

    assert b"[@click=app.leave]" in raw or leg.name in {"record"}
    assert SGR.search(raw), "not even bold was written"
    assert colours_in(raw) == set()
    assert codes_in(raw) == []


@pytest.mark.parametrize("stop", ["dashboard", "lesson: recall, feedback", "case: checklist"])
def test_no_code_of_the_course_comes_out_among_colours(tmp_path: Path, stop: str) -> None:
    """With colours each line takes another way to the terminal."""
    raw = raw_of(way_to(stop), tmp_path, {})

    assert b"[@click=app.leave]" in raw
    assert 38 in colours_in(raw)
    assert codes_in(raw) == []
    assert b"\x1b[31m" not in raw


@pytest.mark.parametrize("code", ["\x1b[2J", "\x9b31m", "\u202e", "\u2066", "\x07", "\u200b"])
def test_such_a_course_is_refused_with_line_and_column(tmp_path: Path, code: str) -> None:
    """Whatever field it stands in, and every field of the course has one."""
    files = write_everything(tmp_path, mark, '"')
    wanted: dict[str, list[tuple[int, int]]] = {}
    for path in files.files():
        lines = path.read_text(encoding="utf-8").replace(MARK, code).split("\n")
        path.write_text("\n".join(lines), encoding="utf-8")
        found = [
            (number, at.start() + 1)
            for number, line in enumerate(lines, 1)
            for at in re.finditer(re.escape(code), line)
        ]
        assert found, path
        wanted[str(path)] = found[:MOST_FAULTS]

    loaded = load_course(files)

    told: dict[str, list[tuple[int, int]]] = {}
    for problem in loaded.problems:
        if problem.code == "C005":
            told.setdefault(problem.file, []).append((problem.line, problem.column))
    assert told == wanted
    assert len(loaded.left_out) == len(wanted)


@pytest.mark.parametrize("escape", [r"\e[2J", r"\x9b31m", r"\u202e", r"\a", r"\0"])
def test_what_an_escape_hides_is_refused_where_its_text_begins(tmp_path: Path, escape: str) -> None:
    """In double quotes YAML makes such characters of letters that look harmless."""
    files = write_everything(tmp_path, mark, '"')
    wanted: dict[str, list[tuple[int, int]]] = {}
    for path in files.files():
        text = path.read_text(encoding="utf-8")
        scalars = [one for one in yaml.parse(text) if isinstance(one, yaml.ScalarEvent)]
        places = [one.start_mark for one in scalars if MARK in one.value]
        wanted[str(path)] = [(at.line + 1, at.column + 1) for at in places][:MOST_FAULTS]
        path.write_text(text.replace(MARK, escape), encoding="utf-8")

    told: dict[str, list[tuple[int, int]]] = {}
    for problem in load_course(files).problems:
        if problem.code == "C005":
            told.setdefault(problem.file, []).append((problem.line, problem.column))

    assert told == wanted


def test_the_command_that_checks_a_course_shows_none_of_it(tmp_path: Path) -> None:
    """A trainer looks at a course of unknown origin with it first."""
    files = write_everything(tmp_path, mark)
    for path in files.files():
        path.write_text(path.read_text("utf-8").replace(MARK, HOSTILE), encoding="utf-8")

    checked = run("check", tmp_path)

    assert checked.returncode == 1
    assert re.search(r"course\.yaml:\d+:\d+: error C005", checked.stdout)
    assert codes_in(checked.stdout.encode() + checked.stderr.encode()) == []


@pytest.mark.parametrize(
    ("raw", "colours", "codes"),
    [
        (b"\x1b[1;4;7m", set(), []),
        (b"\x1b[0m\x1b[31;1m", {31}, []),
        (b"\x1b[38;2;1;2;3m", {38}, []),
        (b"\x1b[48:5:120m", {48}, []),
        (b"\x1b]22;default\x07", set(), []),
        (b"\x1b]0;x\x07", set(), ["\x1b]0;", "\x07"]),
        ("\u202e\x9b".encode(), set(), ["\x9b", "\u202e"]),
    ],
)
def test_what_must_not_come_out_is_found(raw: bytes, colours: set[int], codes: list[str]) -> None:
    """A search that finds nothing proves nothing."""
    assert colours_in(raw) == colours
    assert codes_in(raw) == codes
