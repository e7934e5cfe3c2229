"""Words of any origin on a screen: what makes them safe, and that nothing goes round it."""

import ast
import asyncio
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_args

import pytest
from demo_screens import HOSTILE, ListScreen
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.color import Color
from textual.content import Content

from protectcourse.blocks import TextBlock
from protectcourse.study.display.choosing import Row
from protectcourse.study.display.prose_blocks import prose_blocks
from protectcourse.styled_text import Style, join_text, styled
from protectcourse.tui.app import CourseApp
from protectcourse.tui.safe_text import LOOKS, Backstop, as_content, as_line, join_content

TUI = Path(__file__).parent.parent.parent / "src" / "protectcourse" / "tui"
FILES = sorted(path for path in TUI.rglob("*.py") if path.name != "safe_text.py")
MAKERS = {"as_content", "as_line", "join_content"}
SHOWN_BY = {"Static", "Label", "Button"}
TITLES = {"border_title", "border_subtitle", "tooltip"}


def names(path: str) -> str:
    """Return the last name of a dotted one."""
    return path.rsplit(".", 1)[-1]


def find_leaks(source: str) -> Iterator[str]:
    """Give every place where words could reach Textual without being made safe."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            yield from _leaks_of_call(node)
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                named = isinstance(target, ast.Attribute) and target.attr in TITLES
                if named and not _is_safe(node.value):
                    yield f"{node.lineno}: {ast.unparse(target)} set to raw text"
        if isinstance(node, ast.ImportFrom) and node.module and "textual" in node.module:
            for alias in node.names:
                if alias.name.startswith("Markdown") or alias.name == "Text":
                    yield f"{node.lineno}: {alias.name} reads markup or passes escapes on"


def _leaks_of_call(node: ast.Call) -> Iterator[str]:
    called = ast.unparse(node.func)
    name = names(called)
    keywords = {keyword.arg: keyword.value for keyword in node.keywords}
    if name in SHOWN_BY and any(not _is_safe(value) for value in node.args[:1]):
        yield f"{node.lineno}: {called} shows raw text"
    if name == "update" and len(node.args) == 1 and not _is_safe(node.args[0]):
        yield f"{node.lineno}: {called} shows raw text"
    if name == "notify":
        markup = keywords.get("markup")
        if not (isinstance(markup, ast.Constant) and markup.value is False):
            yield f"{node.lineno}: notify without markup=False"
    if called in {"Content", "Content.assemble", "Content.from_text"} and any(
        not isinstance(value, ast.Constant) for value in node.args
    ):
        yield f"{node.lineno}: {called} of raw text"
    if name in {"from_markup", "from_rich_text"}:
        yield f"{node.lineno}: {called} reads markup"
    markup = keywords.get("markup")
    if isinstance(markup, ast.Constant) and markup.value is True:
        yield f"{node.lineno}: markup=True"


def _is_safe(value: ast.expr) -> bool:
    """Return whether an expression is fixed words without markup, or was made safe on the spot."""
    if isinstance(value, ast.Constant):
        return not (isinstance(value.value, str) and "[" in value.value)
    return isinstance(value, ast.Call) and names(ast.unparse(value.func)) in MAKERS


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(TUI)))
def test_nothing_shows_words_that_were_not_made_safe(path: Path) -> None:
    """One forgotten label lets a course press keys for the learner."""
    assert list(find_leaks(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    [
        'Static(f"{title}")',
        "Label(title)",
        'Static("[b]x[/b]")',
        "box.update(title)",
        'self.notify("saved")',
        "self.notify(words, markup=True)",
        "box.border_title = title",
        "Content.from_markup(title)",
        "Content(title)",
        'Content.assemble(title, "x")',
        "Static(id='a', markup=True)",
        "from textual.widgets import Markdown",
    ],
)
def test_the_search_for_leaks_finds_each_kind(source: str) -> None:
    """A search that finds nothing proves nothing."""
    assert list(find_leaks(source))


@pytest.mark.parametrize(
    "source", ["Static(as_content(title))", 'Static("fixed")', 'self.notify("saved", markup=False)']
)
def test_the_search_for_leaks_leaves_safe_uses_alone(source: str) -> None:
    """A search that finds everything would be switched off."""
    assert list(find_leaks(source)) == []


def styled_content(words: str) -> Content:
    """Return words that came as styled text."""
    return as_content(join_text(words, styled(words)))


@pytest.mark.parametrize("make", [as_content, as_line, join_content, styled_content])
def test_hostile_words_become_plain_words(make: Callable[[str], Content]) -> None:
    """No control character is left, and markup is shown instead of obeyed."""
    content = make(HOSTILE)

    assert content.plain.isprintable()
    assert "[@click=app.leave]x[/]" in content.plain
    assert content.spans == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(TUI)))
def test_styles_are_turned_into_looks_in_one_place(path: Path) -> None:
    """A look that is chosen elsewhere has no style, and a plain front end could not say it."""
    source = path.read_text(encoding="utf-8")

    assert ".pieces" not in source
    assert not re.search(r"\$(right|partly|wrong|link-text|muted)\b", without_css(source))


def without_css(source: str) -> str:
    """Return a source without its style sheets, which name colours too."""
    return re.sub(r'_CSS = """.*?"""', "", source, flags=re.S)


def test_a_style_covers_the_words_that_are_left() -> None:
    """Characters that were replaced must not shift what is underlined."""
    content = as_content(join_text("a\x1b", ("b\x00c", "term"), "d"))

    assert content.plain == "a\ufffdb\ufffdcd"
    assert [(span.start, span.end) for span in content.spans] == [(2, 5)]


def test_every_style_has_a_look_of_its_own() -> None:
    """What the words say, a term, a mark, a link, must be seen."""
    assert set(LOOKS) == set(get_args(Style))
    assert len(set(LOOKS.values())) == len(LOOKS)


@pytest.mark.parametrize("style", get_args(Style))
def test_a_look_is_known_to_every_theme(style: Style) -> None:
    """A colour that a theme does not have would end the program where the word is drawn."""
    app = CourseApp(lambda: ListScreen([Row("a", styled("word", style))]))

    async def run() -> None:
        async with app.run_test() as pilot:
            for theme in app.available_themes:
                app.theme = theme
                await pilot.pause()
                app.stylesheet.parse_style(LOOKS[style])

    asyncio.run(run())


def test_hostile_prose_is_only_words() -> None:
    """What gets past the reader of courses is stopped here."""
    prose = f"{HOSTILE}\n\n- {HOSTILE}\n\n| {HOSTILE} |\n|--|\n| {HOSTILE} |"
    for block in prose_blocks(prose):
        cells = (block.text,) if isinstance(block, TextBlock) else (*block.head, *block.rows[0])
        assert all(as_content(cell).plain.isprintable() for cell in cells)


def test_lines_are_kept_or_joined() -> None:
    """A paragraph keeps its lines; a title has one."""
    assert as_content("a\n\tb").plain == "a\n    b"
    assert as_line(" a\n\tb ").plain == "a b"


def test_the_backstop_drops_what_got_through() -> None:
    """Textual's own boxes draw what is pasted into them as it is."""
    segments = [Segment("a\x1b[2Jb\u202ec\x9b", RichStyle(color="red", bold=True))]

    kept = Backstop(colours=True).apply(segments, Color(0, 0, 0))
    plain = Backstop(colours=False).apply(segments, Color(0, 0, 0))

    assert [segment.text for segment in kept] == ["a[2Jbc"]
    assert plain[0].style == RichStyle(bold=True)
