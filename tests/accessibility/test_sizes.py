"""Nothing is cut at any size (A10): what a large window shows, a small one has too."""

import re
from collections.abc import AsyncIterator, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from case_plays import edited
from course_of_everything import QUESTIONS, VISITORS
from textual.widget import Widget
from textual.widgets import Input, TextArea
from tour import TOUR, Leg, Step, beginner, opening
from walking import Visit, texts_of, walk_app

WITHOUT_A_PANE = (99, 40)
"""The widest window in which nothing stands beside a case: what is read there is to be read."""
SIZES = [(120, 40), (80, 24), (60, 20), (40, 12)]
LEAST = (40, 12)
DRAWN = " ─│█░╭╮╰╯┏┓┗┛┃━▌"
NUMBER = re.compile(r"[0-9a-f]{16}")
"""What stands for a learner or a computer, and is another each time."""
MOST_KEYS = 80
PATIENCE = 3
"""Keys that may change nothing before another is tried."""


class Page(NamedTuple):
    """A screen with all that can be scrolled into sight."""

    words: tuple[str, ...]
    joined: str
    """All letters without blanks, so that a word folded over two lines is found too."""
    primary: str
    """What the key bar says of Enter; where Enter does nothing, what it says first."""
    faults: tuple[str, ...]


async def read_page(visit: Visit) -> Page:
    """Read a screen from its top to its end, and leave it as it was."""
    lines = visit.lines()
    faults = [f"a line of {len(line)} columns" for line in lines if len(line) > visit.app.size[0]]
    *text, keys = lines
    hints = keys.strip().split("   ")
    for scroller in _scrollers(visit):
        if scroller.max_scroll_x and scroller.allow_horizontal_scroll and not is_box(scroller):
            faults.append(f"{scroller} reaches beyond the right edge")
        text += [line async for line in _scrolled(visit, scroller)]
    bare = [line.strip(DRAWN).casefold() for line in text]
    return Page(
        tuple(word for line in bare for word in line.split() if any(map(str.isalnum, word))),
        "".join("".join(line.split()) for line in bare),
        next((hint for hint in hints if hint.startswith("Enter ")), hints[0]),
        tuple(faults),
    )


def is_box(widget: Widget) -> bool:
    """Say whether a widget is written in, which scrolls a long line."""
    return isinstance(widget, Input | TextArea)


def _scrollers(visit: Visit) -> list[Widget]:
    """Return what can be scrolled on the screen."""
    found = [one for one in visit.app.screen.query("*") if one.display and one.region.area]
    return [one for one in found if one.max_scroll_y or one.max_scroll_x]


async def _scrolled(visit: Visit, scroller: Widget) -> AsyncIterator[str]:
    """Give every line of what scrolls."""
    before = scroller.scroll_offset.y
    area = scroller.scrollable_content_region
    for top in range(0, scroller.max_scroll_y + area.height, max(area.height, 1)):
        scroller.scroll_to(y=top, animate=False, force=True, immediate=True)
        await visit.settle()
        for line in visit.lines()[area.y : area.bottom]:
            yield line[area.x : area.right]
    scroller.scroll_to(y=before, animate=False, force=True, immediate=True)
    await visit.settle()


def missing(wanted: Page, page: Page) -> Iterator[str]:
    """Give the words of a page that another reading of it lacks."""
    found = set(page.words)
    for word in dict.fromkeys(wanted.words):
        if word not in found and word not in page.joined and not NUMBER.fullmatch(word):
            yield word


@pytest.mark.parametrize("leg", TOUR, ids=lambda leg: leg.name)
def test_every_word_can_be_read_at_every_size(tmp_path: Path, leg: Leg) -> None:
    """Title, page, options and what Enter does: a small window scrolls, and cuts nothing."""
    faults: list[str] = []

    async def look(visit: Visit) -> None:
        if visit.stop == "too small":
            return
        wanted = await read_page(visit)
        for columns, lines in SIZES:
            await visit.resize(columns, lines)
            where = f"{visit.stop} at {columns}x{lines}"
            page = await read_page(visit)
            faults.extend(f"{where}: {why}" for why in page.faults)
            if wanted.primary != page.primary:
                faults.append(f"{where}: no {wanted.primary!r} in the key bar")
            if lost := list(missing(wanted, page)):
                faults.append(f"{where}: not to be read: {' '.join(lost)}")
        await visit.resize(*WITHOUT_A_PANE)

    walk_app(leg, tmp_path, look, WITHOUT_A_PANE)

    assert not faults, "\n".join(faults)


def words_of(texts: Iterable[str]) -> set[str]:
    """Return the words of texts, without the marks in them."""
    return {word.casefold() for text in texts for word in re.findall(r"[\w'-]+", text)}


async def read_by_keys(visit: Visit) -> set[str]:
    """Return all words that come into sight by keys alone, from the top to the end."""
    seen: list[str] = []
    for key in ("pgup", "pgdn", "down"):
        views: list[list[str]] = []
        while views[-PATIENCE:] != [visit.lines()] * PATIENCE and len(views) < MOST_KEYS:
            views.append(visit.lines())
            await visit.press(key)
        seen += [line for view in views for line in view]
    joined = " ".join(line.strip(DRAWN) for line in seen)
    return words_of([joined])


def all_read_by_keys(place: Path, *steps: Step) -> set[str]:
    """Return the words that keys bring into sight in the least window, at the last of steps."""
    words: set[str] = set()

    async def look(visit: Visit) -> None:
        words.update(await read_by_keys(visit))

    walk_app(Leg("least", beginner, steps), place, look, LEAST)
    return words


@pytest.mark.parametrize("word", QUESTIONS)
def test_a_question_and_its_options_are_reached_by_keys_in_the_least_window(
    tmp_path: Path, word: str
) -> None:
    """Whatever has the focus, a box too, the stem above it can be read again."""
    question = yaml.load(QUESTIONS[word], yaml.BaseLoader)
    asked = [question["stem"], *(question.get("steps") or {}).values()]
    asked += [option["text"] for option in (question.get("options") or {}).values()]
    asked += [text for pair in (question.get("pairs") or {}).values() for text in pair.values()]

    words = all_read_by_keys(tmp_path, *opening(word, "question 1 of 1", word))

    assert words_of(asked) <= words, words_of(asked) - words


def test_a_page_and_its_question_are_reached_by_keys_in_the_least_window(tmp_path: Path) -> None:
    """Reading on ends at the question, and its options."""
    page = yaml.load(VISITORS, yaml.BaseLoader)["pages"]["hello"]
    asked = [page["title"], page["recall"]["stem"]]
    asked += [option["text"] for option in page["recall"]["options"].values()]
    steps = [*opening("badges", "guess first"), Step("right", "page 1 of 3", "page")]

    words = all_read_by_keys(tmp_path, *steps)

    assert words_of(asked) <= words, words_of(asked) - words
    assert words_of(["friendly chair deputy example.org reception"]) <= words


def test_reading_on_by_arrow_goes_from_a_long_page_to_its_question(tmp_path: Path) -> None:
    """Help says so: read on, then to the question. Who reads by ↓ alone must not get stuck."""
    steps = [
        *opening("badges", "guess first"),
        Step("right", "page 1 of 3"),
        Step(" ".join(["down"] * 60), "page 1 of 3", "below"),
    ]

    text = texts_of(Leg("down", beginner, tuple(steps)), tmp_path)["below"]

    assert "▸ 3  [ ] A long wait in the rain" in text, text


def test_a_scene_and_its_choices_are_reached_by_keys_in_the_least_window(tmp_path: Path) -> None:
    """With the story above them, and the file of the case behind a key."""
    gate = edited("river_post")["nodes"]["gate"]
    steps = [*opening("river", "Case:"), Step("1 enter", "decision 1 of", "scene")]

    words = all_read_by_keys(tmp_path, *steps)

    wanted = words_of([gate["text"], *(one["text"] for one in gate["choices"].values())])
    assert wanted <= words, wanted - words
