"""The structure of the house.

Who may import whom, who owns which library, how large a room may be.
"""

import ast
import functools
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "protectcourse"
FILES = sorted(path for path in SOURCE.rglob("*.py") if path.name != "__main__.py")

LAYERS = (
    {"errors"},
    {
        *("atomic", "blocks", "clock", "crash", "findings", "formula_guard", "html_pages"),
        *("locations", "organisation", "plain_text", "shapes", "signing", "styled_text"),
    },
    {"quiz", "scenario"},
    {"course"},
    {"progress"},
    {"study", "authoring", "exchange", "records"},
    {"guides"},
    {"tui"},
    {"cli"},
)
SIDE_BY_SIDE = {"errors", *LAYERS[1]}
"""Foundations are single modules: they may import each other as long as there is no cycle."""

OWNERS = {
    "textual": {"tui"},
    "rich": {"tui"},
    "yaml": {"course/yaml_reader.py", "exchange/bank_yaml.py"},
    "pydantic": {"course/file_reading.py"},
    "pydantic_core": {"course/explaining.py"},
    "httpx": {"records/lrs/client.py"},
    "sqlite3": {"progress", "records/lrs/outbox_file.py", "records/register/sqlite_database.py"},
    "charset_normalizer": {"exchange/foreign/text_decoding.py"},
    "markdown_it": {"exchange/foreign/foreign_text.py"},
    "nacl": {"signing.py"},
    "syllapy": {"course/lints/syllables.py"},
    "click": {"cli"},
    "jinja2": {"html_pages.py"},
    "defusedxml": {"exchange/moodle/moodle_xml.py"},
    "openpyxl": {
        *("exchange/sheets/xlsx_reader.py", "exchange/sheets/xlsx_writer.py"),
        "records/reports/xlsx_writer.py",
    },
    "pygal": {"records/reports/charts.py"},
    "fpdf": {"records/certificates/pdf_page.py"},
    "fontTools": {"records/certificates/pdf_page.py"},
    "platformdirs": {"locations.py"},
    "psycopg": {
        *("records/register/postgres_database.py", "records/register/postgres_server.py"),
        "records/register/postgres_tables.py",
    },
    "random": {"quiz", "scenario"},
    "socket": set(),
    "urllib": set(),
    "http": set(),
    "subprocess": set(),
    "pickle": set(),
}
LONGEST_FILE, LONGEST_CLASS = 400, 250
LEAST_WITHOUT_SCREEN = 0.83
"""Share of the lines that load without Textual."""
LOADS_RICH = {"httpx"}
"""Libraries that load it for a command of their own."""
MAY_DEFER = {
    "cli/entry.py": "opening the course does not wait for the parser of options",
    "cli/main.py": "opening the course loads the full screen, and no command does unasked",
    "cli/banks.py": "each format loads its own reader, and none the library of another",
    "exchange/foreign/text_decoding.py": "a file in UTF-8 needs nothing to guess its letters",
    "cli/commands/": "a command loads what it needs, and `check` never loads Textual",
    "cli/learn.py": "refusing to start needs no Textual",
    "cli/preview.py": "refusing to start needs no Textual",
    "cli/register_view.py": "refusing to start needs no Textual, erasing neither",
    "cli/rehearse.py": "playing scripts again needs no Textual, recording one does",
    "html_pages.py": "a page is seldom made, and no start waits for the library of templates",
    "exchange/moodle/moodle_xml.py": "the extra `banks` may be missing, which is told",
    "exchange/sheets/xlsx_reader.py": "the extra `banks` may be missing, which is told",
    "exchange/sheets/xlsx_writer.py": "the extra `banks` may be missing, which is told",
    "records/reports/xlsx_writer.py": "the extra `reports` may be missing, which is told",
    "records/lrs/opening.py": "the extra `lrs` may be missing, which is told",
    "records/register/opening.py": "the extra `postgres` may be missing, which is told",
    "records/certificates/pdf_page.py": "the extra `pdf` may be missing, which is told",
    "crash.py": "the version of Textual is asked for when there is a fault to report",
    "course/checks.py": "a course without cases, or a first one, loads nothing for cases or lints",
    "course/file_reading.py": "cases and banks are imported with the first",
    "course/yaml_reader.py": "most files are well formed, and the words for the others wait",
    "course/compiled.py": "the outline is read by hand; the form of the parts waits for the first",
    "course/library.py": "the dashboard needs neither YAML, pydantic, nor the classes of lessons",
    "progress/chain.py": "a file closed in order has nothing to hash at the start",
    "progress/opening.py": "backups and recovery are for bad days",
    "progress/keeping.py": "a kept projection needs no kinds of event",
    "progress/store.py": "a kept projection needs no kinds of event",
    "study/enrolment.py": "the first event of a sitting comes after the first screen",
    "locations.py": "a start with a named folder does not look for the usual one",
}


def part(path: Path) -> str:
    """Return the part that a source file belongs to."""
    inside = path.relative_to(SOURCE)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


@functools.cache
def tree_of(path: Path) -> ast.Module:
    """Return the syntax of a source file, read once for all the tests."""
    return ast.parse(path.read_text(encoding="utf-8"))


@functools.cache
def imports(path: Path) -> tuple[tuple[str, bool], ...]:
    """Return every module that a file imports, and whether it does so inside a function."""
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[tuple[str, bool]]:
    tree = tree_of(path)
    inner = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield name.name, id(node) in inner
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield str(node.module), id(node) in inner


def level(name: str) -> int:
    """Return the layer of a part, from 0 at the bottom."""
    return next(index for index, layer in enumerate(LAYERS) if name in layer)


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_go_down(path: Path) -> None:
    """A part that reaches up, or across, can no longer be understood or tested alone."""
    own = part(path)
    if own == "__init__":
        return
    for name, _ in imports(path):
        if not name.startswith("protectcourse."):
            continue
        other = name.split(".")[1]
        if other == own or (own in SIDE_BY_SIDE and other in SIDE_BY_SIDE):
            continue
        assert level(other) < level(own), f"{own} imports {name}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_each_library_has_one_owner(path: Path) -> None:
    """What one part owns can be replaced, or guarded, in one place."""
    inside = path.relative_to(SOURCE).as_posix()
    for name, _ in imports(path):
        owners = OWNERS.get(name.split(".")[0])
        if owners is not None:
            assert inside in owners or part(path) in owners, f"{inside} imports {name}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_are_deferred_only_for_a_reason(path: Path) -> None:
    """An import hidden in a function hides a dependency.

    The exceptions are few and have a reason.
    """
    inside = path.relative_to(SOURCE).as_posix()

    deferred = [name for name, inner in imports(path) if inner]

    folder = inside.rpartition("/")[0] + "/"
    assert not deferred or {inside, folder} & set(MAY_DEFER) or inside.startswith("tui/"), deferred


def test_there_is_no_cycle() -> None:
    """Two modules that need each other are one module, or wait for a third."""
    graph = {name_of(path): {name for name, _ in imports(path)} for path in FILES}
    done: set[str] = set()

    def visit(name: str, above: tuple[str, ...]) -> None:
        assert name not in above, " -> ".join((*above, name))
        if name in done:
            return
        for other in graph.get(name, ()):
            if other in graph:
                visit(other, (*above, name))
        done.add(name)

    for name in graph:
        visit(name, ())


def name_of(path: Path) -> str:
    """Return the dotted name of a source file."""
    inside = path.relative_to(SOURCE.parent).with_suffix("")
    return ".".join(inside.parts).removesuffix(".__init__")


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_rooms_are_small_and_labelled(path: Path) -> None:
    """A file that cannot be read in one sitting is two files; what has no docstring is a riddle."""
    text, tree = path.read_text(encoding="utf-8"), tree_of(path)

    assert text.count("\n") <= LONGEST_FILE
    assert ast.get_docstring(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_CLASS, node.name
            assert ast.get_docstring(node) or node.name.startswith("_"), node.name


def test_packages_hold_a_docstring_and_nothing_more() -> None:
    """What an `__init__` does, every import pays for."""
    for path in FILES:
        if path.name == "__init__.py" and path.parent != SOURCE:
            assert len(tree_of(path).body) == 1, path


def test_most_of_the_program_loads_without_the_screen() -> None:
    """What a learner reads, and all that is done with it, must be there for another front end."""
    modules = {name_of(path): path for path in FILES}
    without = [name for name in modules if not needs_the_screen(name, modules)]
    lines = {name: modules[name].read_text(encoding="utf-8").count("\n") for name in modules}

    loaded = modules_loaded_by("; ".join(f"import {name}" for name in without))

    assert not {"textual", "rich"} & loaded
    assert sum(lines[name] for name in without) >= LEAST_WITHOUT_SCREEN * sum(lines.values())


def needs_the_screen(name: str, modules: dict[str, Path]) -> bool:
    """Return whether importing a module imports the library of the screen, by any way."""
    seen, waiting = set(), [name]
    while waiting:
        one = waiting.pop()
        if one.split(".")[0] in {"textual", "rich", *LOADS_RICH}:
            return True
        if one in seen:
            continue
        seen.add(one)
        waiting += [one.rpartition(".")[0]] if "." in one else []
        waiting += imported_at_once(modules[one]) if one in modules else ()
    return False


@functools.cache
def imported_at_once(path: Path) -> tuple[str, ...]:
    """Return what is imported with a file: not in functions, nor for types only."""
    return tuple(_imported_at_once(path))


def _imported_at_once(path: Path) -> Iterator[str]:
    waiting: list[ast.AST] = [tree_of(path)]
    while waiting:
        node = waiting.pop()
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.Lambda():
                continue
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                waiting += node.orelse
                continue
            case ast.Import():
                yield from (alias.name for alias in node.names)
            case ast.ImportFrom():
                yield from (f"{node.module}.{alias.name}" for alias in node.names)
        waiting += ast.iter_child_nodes(node)


def test_the_dashboard_needs_neither_yaml_nor_pydantic(tmp_path: Path) -> None:
    """A learner on an old laptop never waits for the trainer's tools (performance.md)."""
    open_it = (
        "from pathlib import Path; from protectcourse.locations import shipped_courses\n"
        "from protectcourse.course.folders import courses_in\n"
        "from protectcourse.course.library import open_course\n"
        f"open_course(courses_in(shipped_courses())[0], Path({str(tmp_path)!r})).outline"
    )
    first = modules_loaded_by(open_it)

    again = modules_loaded_by(open_it + "\nimport protectcourse.tui.starting")

    assert {"yaml", "pydantic"} <= first
    assert not {"yaml", "pydantic", "pydantic_core", "markdown_it", "nacl"} & again
    assert "protectcourse.study.display.dashboard_rows" in again
    assert not {"protectcourse.course.prose", "protectcourse.progress.events"} & again


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_simple_questions_load_little(option: str) -> None:
    """`--version` is asked by scripts, over slow links, many times."""
    loaded = modules_loaded_by(
        f"import sys; sys.argv = ['protectcourse', {option!r}]\n"
        "from protectcourse.cli.entry import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass"
    )

    assert not {"textual", "pydantic", "yaml", "importlib.metadata", "sqlite3"} & loaded


def modules_loaded_by(code: str) -> set[str]:
    """Return the names of all modules loaded after running `code` in a fresh process."""
    run = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print('\\n' + ' '.join(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(run.stdout.splitlines()[-1].split())
