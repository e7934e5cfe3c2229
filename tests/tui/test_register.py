"""The coordinator's view in a real terminal."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from coordinated import fill_register, make_hand_in, many_learners, roster_of
from program import PROGRAM, run_here
from terminal import Terminal

from protectcourse.tui.register.starting import called

PEOPLE = many_learners(40)


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a register of forty learners and their roster, due long ago."""
    folder = tmp_path_factory.mktemp("organisation")
    file = fill_register(
        folder / "north.db", *(make_hand_in(name, steps) for name, steps in PEOPLE.items())
    )
    roster = folder / "people.csv"
    roster.write_text(roster_of(PEOPLE, due="2026-01-31"), encoding="utf-8")
    assert run_here("roster", "--register", file, "import", roster).returncode == 0
    return file


def view(register: Path, size: tuple[int, int] = (80, 24), **env: str) -> Terminal:
    """Open the view."""
    return Terminal([*PROGRAM, "register", str(register)], size=size, env=env)


@pytest.fixture
def viewing(register: Path) -> Iterator[Terminal]:
    """Return the view of the register."""
    with view(register) as terminal:
        terminal.wait("Ada Adeyemi")
        yield terminal


def names(terminal: Terminal) -> list[str]:
    """Return the people in sight."""
    lines = (line.strip(" ▸▹│█") for line in terminal.text().splitlines())
    rows = (line.split(None, 1) for line in lines)
    return [row[1] for row in rows if len(row) == 2 and row[0].isdigit()]


def test_everybody_is_listed_with_state_and_score_in_words(viewing: Terminal) -> None:
    """What stands there must be understood without colours."""
    shown = viewing.text()

    assert "Register north.db" in shown
    assert "40 · by name" in shown
    assert "Name" in shown
    assert "overdue, due 2026-01-31" in shown
    assert names(viewing)[0].startswith("Ada Adeyemi")


def test_what_is_typed_narrows_the_list_and_esc_brings_all_back(viewing: Terminal) -> None:
    """Letters are text in the box, `q` too, and keys again outside."""
    viewing.press("/")
    viewing.type("chloe dup")
    viewing.wait("1 of 40")
    assert [name.split("  ")[0] for name in names(viewing)] == ["Chloé Dupont"]
    viewing.type("q")
    viewing.wait("Nobody has all of these words.")
    viewing.press("esc")
    viewing.wait("40 · by name")
    viewing.press("q")
    assert viewing.exit_code() == 0


def test_from_the_box_enter_goes_to_the_list_and_esc_keeps_what_is_typed(
    viewing: Terminal,
) -> None:
    """One step back at a time, and nothing lost."""
    viewing.press("/")
    viewing.type("north")
    viewing.wait("of 40 · by name")
    viewing.press("esc", "down")
    assert "of 40" in viewing.text()
    assert "▸  2" in viewing.text()
    viewing.press("esc")
    viewing.wait("40 · by name")


def test_the_order_changes_with_one_key_and_begins_at_the_top(viewing: Terminal) -> None:
    """By state the overdue come first."""
    viewing.press("down", "down", "o", "o", "o")
    viewing.wait("by state")
    assert "overdue" in names(viewing)[0]
    assert "▸  1" in viewing.text()


def test_a_digit_chooses_a_person_and_enter_opens_them(viewing: Terminal) -> None:
    """The same key means the same as everywhere."""
    viewing.press("1", "2")
    chosen = next(line for line in viewing.text().splitlines() if "▸" in line)
    name = chosen.split("12", 1)[1].strip().split("  ")[0]
    viewing.press("enter")
    viewing.wait("as of")
    shown = viewing.text()
    assert name in shown.splitlines()[0]
    assert "Learner: " in shown
    assert "State: " in shown
    viewing.press("esc")
    viewing.wait("40 · by name")
    assert "▸ 12" in viewing.text()


def test_the_summary_has_a_bar_for_each_month(viewing: Terminal) -> None:
    """With its number beside it."""
    viewing.press("p")
    viewing.wait("How everybody stands")
    viewing.press("end")
    viewing.wait("2026-10")
    assert "Completions by month" in viewing.text()
    viewing.press("esc")
    viewing.wait("40 · by name")


def test_help_and_the_list_of_commands_name_every_key(viewing: Terminal) -> None:
    """Nothing has to be known by heart."""
    viewing.press("?")
    viewing.wait("In the register")
    assert "the next order: name, team, place, state, score, day" in viewing.text()
    viewing.press("esc", "f1")
    viewing.wait("Put the list in another order")
    viewing.press(viewing.number_of("Put the list in another order"), "enter")
    viewing.wait("by team")


@pytest.mark.parametrize("size", [(60, 20), (40, 12), (120, 40)], ids=["60", "40", "120"])
def test_a_small_or_large_window_shows_name_and_state(
    register: Path, size: tuple[int, int]
) -> None:
    """What has no room is left out, not broken over lines."""
    with view(register, size) as terminal:
        terminal.wait("overdue")
        rows = names(terminal)
        assert rows[0].startswith("Ada")
        assert ("North" in rows[0]) == (size[0] > 60)


def test_without_colours_the_same_words_stand_there(register: Path) -> None:
    """State is a word, the highlight a sign."""
    with view(register, NO_COLOR="1") as terminal:
        terminal.wait("overdue, due 2026-01-31")
        assert "▸  1" in terminal.text()


def test_an_empty_register_says_how_it_is_filled(tmp_path: Path) -> None:
    """The first day of an organisation."""
    with view(fill_register(tmp_path / "empty.db")) as terminal:
        terminal.wait("holds nobody yet")
        terminal.press("/", "a", "esc", "o", "enter", "p")
        terminal.wait("Fewer than 10 people")
        terminal.press("esc", "q")
        assert terminal.exit_code() == 0


@pytest.mark.parametrize(
    ("where", "name"),
    [
        ("registers/north.db", "north.db"),
        ("postgresql://ada:secret@db.example.org/courses?sslmode=require", "courses"),
        ("postgresql://ada:secret@db.example.org", "db.example.org"),
        ("postgresql:///courses?host=/run/secret", "courses"),
    ],
)
def test_the_title_has_no_password(where: str, name: str) -> None:
    """Others look over the coordinator's shoulder."""
    assert called(where) == name
