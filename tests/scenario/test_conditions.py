"""Conditions: what each atom means, what is refused, and that testing never fails."""

import pytest
from case_plays import read_case, read_tree
from hypothesis import given
from hypothesis import strategies as st

from protectcourse.errors import ScenarioError
from protectcourse.scenario.conditions import compile_conditions, holds, read_atom
from protectcourse.scenario.spelling import AnyOf
from protectcourse.scenario.state import Misreading, State, declare_variables

TREE = read_tree("river_post")
TREE["track"]["states"] = {"custody": ["post", "shelter", "released"]}
TREE["variants"] = {"interpreter": ["woman", "man"]}
VARIABLES = declare_variables(read_case(TREE))
PHOTO, AGREED = VARIABLES.facts["photo"], VARIABLES.flags["agreed"]
START = State(node="gate", mask=0, meters=(1, 6), states=(0, 0))

NAMES = ("photo", "agreed", "trust", "time", "custody", "interpreter", "since", "gate", "foto")
SIGNS = (">=", "<=", ">", "<", "=", "0", "2", "6", "7", "-1", "post", "woman", "and")
words = st.sampled_from(("not", "asked", "visited", *NAMES, *SIGNS))
states = st.builds(
    State,
    node=st.sampled_from(["gate", "talk", "referred"]),
    mask=st.integers(0, 2**30),
    meters=st.tuples(st.integers(0, 3), st.integers(0, 6)),
    states=st.tuples(st.integers(0, 2), st.integers(0, 1)),
)


def test_each_form_of_atom_is_true_of_what_it_speaks_of() -> None:
    """Each form of atom is true of the state that it speaks of, and of no other."""
    state = START._replace(
        mask=PHOTO | VARIABLES.asked["talk", "since"] | VARIABLES.visited["gate"], states=(1, 1)
    )

    true = ["photo", "not agreed", "trust >= 1", "trust = 1", "time > 5", "trust <= 1"]
    true += ["time <= 6", "not trust = 2"]
    true += ["custody = shelter", "not custody = post", "interpreter = man"]
    true += ["asked since", "not asked back", "visited gate", "not visited talk", "trust>=1"]
    false = ["agreed", "not photo", "trust >= 2", "time < 6", "custody = post", "asked back"]

    for atom in true + false:
        tests = compile_conditions((AnyOf(any=(atom,)),), VARIABLES)
        assert holds(tests, state) == (atom in true), atom


def test_all_of_a_list_and_one_of_any() -> None:
    """A list means all of these; `any` means that one is enough."""
    both = compile_conditions((AnyOf(any=("photo",)), AnyOf(any=("agreed",))), VARIABLES)
    either = compile_conditions((AnyOf(any=("photo", "agreed")),), VARIABLES)

    knows = START._replace(mask=PHOTO)
    assert not holds(both, knows)
    assert holds(either, knows)
    assert holds(both, START._replace(mask=PHOTO | AGREED))
    assert holds((), START)


@pytest.mark.parametrize(
    ("atom", "code", "says"),
    [
        ("agreed and trust >= 2", "S011", "not a condition"),
        ("not not agreed", "S011", "not a condition"),
        ("Photo", "S011", "not a condition"),
        ("trust >= two words", "S011", "not a condition"),
        ("foto", "S010", "Did you mean `photo`?"),
        ("trustt >= 2", "S010", "Did you mean `trust`?"),
        ("asked sinse", "S010", "Did you mean `since`?"),
        ("visited gat", "S010", "Did you mean `gate`?"),
        ("agreed >= 1", "S012", "`agreed` or `not agreed`"),
        ("photo = yes", "S012", "cannot be compared"),
        ("trust", "S012", "`trust >= 1`"),
        ("custody", "S012", "`custody = post`"),
        ("trust = open", "S012", "not a number"),
        ("custody >= post", "S012", "`custody = post`"),
        ("trust >= 4", "S013", "from 0 to 3"),
        ("trust > -1", "S013", "from 0 to 3"),
        ("custody = shelterd", "S013", "Did you mean `shelter`?"),
        ("interpreter = child", "S013", "`woman`, `man`"),
    ],
)
def test_what_cannot_be_meant_is_named_with_its_mend(atom: str, code: str, says: str) -> None:
    """A trainer who is told only "error" rings somebody; one who is told the mend mends."""
    fault = read_atom(atom, VARIABLES)

    assert isinstance(fault, Misreading)
    assert fault.code == code
    assert says in f"{fault.message} {fault.hint}"


def test_a_faulty_condition_is_never_played() -> None:
    """A condition that is skipped would open a choice that must stay shut."""
    with pytest.raises(ScenarioError, match="foto"):
        compile_conditions((AnyOf(any=("foto",)),), VARIABLES)


@given(atom=st.lists(words, min_size=1, max_size=5).map(" ".join) | st.text(), state=states)
def test_whatever_can_be_read_can_be_tested(atom: str, state: State) -> None:
    """Reading refuses or accepts; after that, testing is total in every state."""
    test = read_atom(atom, VARIABLES)

    if not isinstance(test, Misreading):
        assert holds(((test,),), state) in {True, False}


@given(state=states, atom=st.sampled_from(["photo", "trust >= 2", "custody = post", "asked since"]))
def test_not_is_the_opposite(state: State, atom: str) -> None:
    """A learner is never between a condition and its opposite."""
    holding = compile_conditions((AnyOf(any=(atom,)),), VARIABLES)
    opposite = compile_conditions((AnyOf(any=(f"not {atom}",)),), VARIABLES)

    assert holds(holding, state) != holds(opposite, state)
