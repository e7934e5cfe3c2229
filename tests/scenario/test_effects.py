"""Effects: what each one does, what is refused, and that applying them never fails."""

import pytest
from case_plays import read_case, read_tree
from hypothesis import given
from hypothesis import strategies as st

from protectcourse.errors import ScenarioError
from protectcourse.scenario.effects import apply_changes, compile_effects, read_effect
from protectcourse.scenario.state import Misreading, State, declare_variables

TREE = read_tree("river_post")
TREE["track"]["states"] = {"custody": ["post", "shelter", "released"]}
TREE["variants"] = {"interpreter": ["woman", "man"]}
VARIABLES = declare_variables(read_case(TREE))
START = State(node="gate", mask=0, meters=(1, 6), states=(0, 0))

bit_and_meter_effects = st.sampled_from(
    ("learn photo", "set agreed", "clear agreed", "trust +1", "trust -2", "time -3", "time +9")
)
moves = bit_and_meter_effects | st.sampled_from(("custody = shelter", "custody=post"))


def after(*texts: str, state: State = START) -> State:
    """Return the state after effects."""
    return apply_changes(compile_effects(texts, VARIABLES), state)


def test_bits_are_set_and_cleared() -> None:
    """A fact stays learnt; a flag may be cleared."""
    photo, agreed = VARIABLES.facts["photo"], VARIABLES.flags["agreed"]

    assert after("learn photo", "set agreed").mask == photo | agreed
    assert after("learn photo", "set agreed", "clear agreed").mask == photo


def test_a_meter_stops_at_both_ends() -> None:
    """Words for a meter exist only within its range."""
    assert after("trust +9").meters == (3, 6)
    assert after("trust -1", "trust -1").meters == (0, 6)
    assert after("trust -5", "trust +1").meters == (1, 6)


def test_a_state_takes_a_value() -> None:
    """States hold the position of their value."""
    assert after("custody = shelter").states == (1, 0)


@pytest.mark.parametrize(
    ("effect", "code", "says"),
    [
        ("learn", "S011", "not an effect"),
        ("trust + trust", "S011", "not an effect"),
        ("agreed", "S011", "not an effect"),
        ("learn foto", "S010", "Did you mean `photo`?"),
        ("set agred", "S010", "Did you mean `agreed`?"),
        ("tim -1", "S010", "Did you mean `time`?"),
        ("custod = post", "S010", "Did you mean `custody`?"),
        ("set photo", "S012", "`learn photo`"),
        ("clear photo", "S012", "never unlearned"),
        ("learn agreed", "S012", "`set agreed`"),
        ("set trust", "S012", "`trust +1`"),
        ("trust = 2", "S012", "`trust +1`"),
        ("agreed +1", "S012", "not a meter"),
        ("photo = post", "S012", "`learn photo`"),
        ("set custody", "S012", "for facts and flags"),
        ("interpreter = man", "S012", "drawn once"),
        ("custody = post_office", "S013", "never `post_office`"),
        ("trust +0", "S013", "changes nothing"),
    ],
)
def test_what_cannot_be_done_is_named_with_its_mend(effect: str, code: str, says: str) -> None:
    """An effect that does nothing is a story that does not change."""
    fault = read_effect(effect, VARIABLES)

    assert isinstance(fault, Misreading)
    assert fault.code == code
    assert says in f"{fault.message} {fault.hint}"


def test_a_faulty_effect_is_never_played() -> None:
    """An effect that is skipped would lose a fact."""
    with pytest.raises(ScenarioError, match="foto"):
        compile_effects(["learn foto"], VARIABLES)


@given(texts=st.lists(moves, max_size=12), also=st.lists(moves, max_size=3))
def test_effects_keep_every_variable_in_its_range(texts: list[str], also: list[str]) -> None:
    """The explorer counts on finitely many states; no list of effects may leave them."""
    state = after(*also, state=after(*texts))

    assert 0 <= state.meters[0] <= 3
    assert 0 <= state.meters[1] <= 6
    assert 0 <= state.states[0] <= 2
    assert state.states[1] == 0
    assert state.node == "gate"
