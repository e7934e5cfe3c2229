import pytest
from hypothesis import given
from hypothesis import strategies as st

from protectcourse.authoring.beginning.template_texts import FOLDER, TEMPLATES, as_yaml, fill
from protectcourse.course.yaml_reader import Block, read_yaml
from protectcourse.plain_text import find_unclean

VALUES = {"id": "it", "title": "It", "minutes": "3", "prefix": "it", "today": "2026-01-02"}
PAIRS = [(kind, name) for kind, names in TEMPLATES.items() for name in names]


@given(st.text(st.characters(exclude_characters="\n\r\t\x85"), min_size=1).map(str.strip))
def test_a_title_comes_back_as_it_was_typed(title: str) -> None:
    """Colons, quotes, `#`, `null` and `1977` are words like any others to whoever types them."""
    if find_unclean(title) or not title:
        return

    reading = read_yaml(f"title: {as_yaml(title)}\n".encode())

    assert reading.faults == ()
    assert reading.root == {"title": title}


def test_a_plain_title_needs_no_quotes() -> None:
    """A file should look as its author would write it."""
    assert as_yaml("What's new, and who asks?") == "What's new, and who asks?"


@pytest.mark.parametrize(("kind", "name"), PAIRS)
def test_a_line_without_its_value_is_left_out(kind: str, name: str) -> None:
    """A file outside a course has no objective to name, and must not say `None`."""
    with_one = fill(kind, name, {**VALUES, "objective": "O1", "competency": "K1"})
    without = fill(kind, name, {**VALUES, "objective": None, "competency": None})

    assert "O1" in with_one or "K1" in with_one
    assert isinstance(read_yaml(without.encode()).root, Block)
    assert "None" not in without
    assert "$" not in without
    assert len(without.splitlines()) < len(with_one.splitlines())


def test_every_template_is_listed_and_every_listed_one_is_there() -> None:
    """One that is not listed can never be chosen."""
    there = {
        (path.parent.name, path.stem)
        for path in FOLDER.rglob("*.yaml")
        if path.parent.name != "course"
    }

    assert there == set(PAIRS)
