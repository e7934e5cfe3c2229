import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protectcourse.authoring.beginning.new_ids import id_from, title_from
from protectcourse.errors import ContentError
from protectcourse.shapes import UNIT_ID

MADE = {
    "front-desk": "front-desk",
    "Front Desk 2": "front-desk-2",
    "Über uns": "uber-uns",
    "Straße": "strasse",
    "ŁÓDŹ": "lodz",
    "visitors.yaml": "visitors",
    "  two  words ": "two-words",
    "O2.3": "o2.3",
    "what? now!": "what-now",
}
REFUSED = (
    "한국",
    "방문 A",
    "",
    "...",
    "../x",
    "a\\b",
    "con",
    "LPT1",
    "x" * 65,
    "a\x1b[2Jb",
    "a\u202eb",
)


@pytest.mark.parametrize("name", MADE)
def test_a_name_becomes_an_id(name: str) -> None:
    """Nobody should have to know what an id may hold before they can begin."""
    assert id_from(name) == MADE[name]


@pytest.mark.parametrize("name", REFUSED)
def test_a_name_of_which_letters_would_be_lost_is_refused_with_a_way_out(name: str) -> None:
    """`방문 A` as `a` would be an id that nobody recognises."""
    with pytest.raises(ContentError) as told:
        id_from(name)

    assert told.value.hint


@given(st.text(max_size=80))
def test_whatever_is_typed_is_an_id_or_is_refused(name: str) -> None:
    """An id is also the name of a file."""
    try:
        made = id_from(name)
    except ContentError:
        return
    assert UNIT_ID.fullmatch(made)
    assert re.fullmatch(r"[a-z0-9]([a-z0-9.\-]*[a-z0-9])?", made)


def test_a_title_is_made_of_an_id_and_left_as_it_is_otherwise() -> None:
    """The usual answer to a question should mostly be the right one."""
    titles = [title_from(name) for name in ("front-desk", "Über uns: wir", "visitors.yaml")]

    assert titles == ["Front desk", "Über uns: wir", "Visitors"]
