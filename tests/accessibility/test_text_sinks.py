"""Ways for words to reach the screen round the one function that makes them safe.

`tui/test_safe_text.py` looks at what the program uses; here is what it must not begin to use:
every other part of the library that takes a string reads it as markup, or passes codes on.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TUI = Path(__file__).parent.parent.parent / "src" / "protectcourse" / "tui"
FILES = sorted(TUI.rglob("*.py"))
MAKERS = {"as_content", "as_line", "join_content"}
USED = {"Input", "Static", "TextArea"}
"""The widgets of the library that are used. Words reach a Static only through the makers, and the
other two hold what the learner types, drawn letter by letter."""
TAKE_WORDS = {"Static", "Label", "Button", "Option", "OptionList", "Link", "Collapsible", "TabPane"}
ADD_WORDS = {
    *("add_row", "add_rows", "add_column", "add_columns", "update_cell", "update_cell_at"),
    *("add_option", "add_options", "replace_option_prompt", "add_leaf", "set_label", "set_options"),
    *("write_line", "write_lines"),
}
WORDS_BY_NAME = {"placeholder", "prompt", "label", "tooltip", "title", "border_title", "content"}
TITLES = {"placeholder", "sub_title", "label", "prompt"}
OPENS = {"open_url", "action_link", "action_open_url"}


def find_sinks(source: str) -> Iterator[str]:
    """Give every place where words could reach the library as a string."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.ImportFrom(module=str(module)) if module.startswith("textual.widgets"):
                for alias in node.names:
                    if alias.name not in USED:
                        yield f"{node.lineno}: {alias.name} reads strings as markup"
            case ast.Call():
                yield from _sinks_of_call(node)
            case ast.Assign(targets=[ast.Attribute(attr=attribute)], value=value):
                if attribute in TITLES and not _is_safe(value):
                    yield f"{node.lineno}: {attribute} is set to a string"
            case ast.FunctionDef(name="render"):
                yield from _rendered_strings(node)


def _sinks_of_call(node: ast.Call) -> Iterator[str]:
    called = ast.unparse(node.func).rsplit(".", 1)[-1]
    if called in OPENS:
        yield f"{node.lineno}: {called} opens an address"
    if called in ADD_WORDS and not all(map(_is_safe, node.args)):
        yield f"{node.lineno}: {called} takes a string"
    if called in TAKE_WORDS or called in USED:
        by_name = (one.value for one in node.keywords if one.arg in WORDS_BY_NAME)
        if not all(map(_is_safe, by_name)):
            yield f"{node.lineno}: {called} takes a string by name"
    if called in TAKE_WORDS - USED and not all(map(_is_safe, node.args)):
        yield f"{node.lineno}: {called} takes a string"
    if called == "Style" and any(one.arg in {"link", "meta"} for one in node.keywords):
        meta = [ast.unparse(one.value) for one in node.keywords if one.arg in {"link", "meta"}]
        if any("@click" in words or not words.startswith("{'@mouse.down'") for words in meta):
            yield f"{node.lineno}: a style that does something when it is clicked"


def _rendered_strings(node: ast.FunctionDef) -> Iterator[str]:
    """Give what a widget of our own hands over as a string, which is read as markup."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Return) and inner.value is not None:
            is_string = isinstance(inner.value, ast.JoinedStr | ast.Constant | ast.BinOp)
            if is_string or (isinstance(inner.value, ast.Name | ast.Attribute)):
                yield f"{inner.lineno}: render() gives a string"


def _is_safe(value: ast.expr) -> bool:
    """Return whether an expression is fixed words without markup, or was made safe on the spot."""
    if isinstance(value, ast.Constant):
        return not (isinstance(value.value, str) and "[" in value.value)
    if isinstance(value, ast.Starred):
        return _is_safe(value.value)
    return isinstance(value, ast.Call) and ast.unparse(value.func).rsplit(".", 1)[-1] in MAKERS


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(TUI)))
def test_no_other_way_to_the_screen_is_used(path: Path) -> None:
    """Each is a door for a course to press keys for the learner, or to crash the program."""
    assert list(find_sinks(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    [
        "from textual.widgets import DataTable",
        "from textual.widgets import Markdown",
        "from textual.widgets.option_list import Option",
        "table.add_row(title, as_content(text))",
        "table.add_columns(*titles)",
        'rows.add_option(f"{title}")',
        "Option(title)",
        'Button(f"{title}")',
        "Label(title)",
        "Static(content=title)",
        "Input(placeholder=title)",
        "box.placeholder = title",
        "screen.sub_title = title",
        "tree.root.add_leaf(title)",
        "log.write_line(title)",
        "self.app.open_url(address)",
        "Style(meta={'@click': action})",
        "Style(link=address)",
        "class A:\n    def render(self):\n        return f'{self.title}'",
        "class A:\n    def render(self):\n        return self.title",
    ],
)
def test_the_search_finds_each_way(source: str) -> None:
    """A search that finds nothing proves nothing."""
    assert list(find_sinks(source))


@pytest.mark.parametrize(
    "source",
    [
        "from textual.widgets import Input, Static, TextArea",
        "Static(as_content(title))",
        "Static(id='said', markup=False)",
        "rows.add_option(as_line(title))",
        "self._title = title",
        "class A:\n    def render(self):\n        return as_content(self.title)",
    ],
)
def test_the_search_leaves_safe_uses_alone(source: str) -> None:
    """A search that finds everything would be switched off."""
    assert list(find_sinks(source)) == []
