"""What a case file may say, and how its reader is told what it may not."""

import json
from typing import Any

import pytest
from case_plays import edited, read_case, read_tree
from pydantic import ValidationError

from protectcourse.scenario.nodes import Checklist, Hub, Rating, Scene
from protectcourse.scenario.spelling import AnyOf, Route


def test_the_worked_example_is_read_in_full() -> None:
    """The example is what trainers copy from: each sort of node must come out as what it is."""
    case = read_case(read_tree("river_post"))

    assert [type(node) for node in case.nodes.values()] == [
        Scene,
        Scene,
        Hub,
        Checklist,
        Scene,
        Scene,
    ]
    assert case.track.meters["trust"].words == ("closed", "wary", "talking", "open")
    assert case.rubric["do_no_harm"] == 70


def test_the_smallest_case_is_read() -> None:
    """A first case needs no variables, ratings per competency or tests."""
    case = read_case(read_tree("first_case"))

    assert case.start == "call"
    assert case.coaches_at_once


def test_one_condition_needs_no_list() -> None:
    """Brackets are what trainers forget first."""
    for written in ("agreed", ["agreed"], [{"any": ["agreed"]}]):
        case = read_case(edited("river_post", ("nodes.advise.choices.options.if", written)))

        advise = case.nodes["advise"]
        assert isinstance(advise, Scene)
        assert advise.choices["options"].if_ == (AnyOf(any=("agreed",)),)


def test_any_of_several_needs_no_list_around_it() -> None:
    """`met_if: {any: [...]}` is how the example has it."""
    assess = read_case(read_tree("river_post")).nodes["assess"]

    assert isinstance(assess, Checklist)
    assert assess.elements["ground"].met_if == (AnyOf(any=("camp_risk", "photo")),)


def test_a_goto_is_an_id_or_a_list_that_ends_with_one() -> None:
    """Both spellings mean routes, of which the last has no condition."""
    case = read_case(read_tree("river_post"))

    commander, gate = case.nodes["commander"], case.nodes["gate"]
    assert isinstance(commander, Scene)
    assert isinstance(gate, Scene)
    assert commander.choices["law"].goto == (
        Route(to="exposed", if_=(AnyOf(any=("overheard",)),)),
        Route(to="delayed", if_=(AnyOf(any=("not agreed",)),)),
        Route(to="referred"),
    )
    assert gate.choices["storeroom"].goto == (Route(to="consent"),)


def test_a_rating_without_a_reason_is_not_the_same_as_none() -> None:
    """`best:` with nothing after it is a slip to be named, not an unrated choice."""
    tree = read_tree("first_case")
    tree["nodes"]["call"]["choices"]["ask_safe"]["best"] = None
    call = read_case(tree).nodes["call"]

    assert isinstance(call, Scene)
    assert call.choices["ask_safe"].ratings == {Rating.BEST: ""}


@pytest.mark.parametrize(
    ("place", "location"),
    [
        ("titel", ("titel",)),
        ("track.fact", ("track", "fact")),
        ("nodes.gate.coices", ("nodes", "gate", "scene", "coices")),
        ("nodes.gate.if", ("nodes", "gate", "scene", "if")),
        (
            "nodes.gate.choices.storeroom.if_",
            ("nodes", "gate", "scene", "choices", "storeroom", "if_"),
        ),
        ("nodes.talk.questions.back.goto", ("nodes", "talk", "hub", "questions", "back", "goto")),
        (
            "nodes.assess.elements.ground.met_if.every",
            ("nodes", "assess", "checklist", "elements", "ground", "met_if", 0, "every"),
        ),
        (
            "nodes.commander.choices.law.goto.0.when",
            ("nodes", "commander", "scene", "choices", "law", "goto", 0, "when"),
        ),
        ("endings.referred.goto", ("endings", "referred", "goto")),
        ("tests.model.seed", ("tests", "model", "seed")),
    ],
)
def test_an_unknown_key_is_refused_by_its_name(place: str, location: tuple[Any, ...]) -> None:
    """A misspelt key that is ignored is a rule that silently does not hold."""
    tree = edited("river_post", (place, "x"))

    with pytest.raises(ValidationError) as refused:
        read_case(tree)

    assert [error["loc"] for error in refused.value.errors()] == [location]


@pytest.mark.parametrize(
    ("place", "value", "location"),
    [
        ("nodes.gate.for", {"a": "b"}, ("nodes", "gate", "scene", "for")),
        (
            "nodes.advise.choices.options.if",
            {"any": []},
            ("nodes", "advise", "scene", "choices", "options", "if", 0, "any"),
        ),
        ("track.meters.trust.max", "many", ("track", "meters", "trust", "max")),
        ("endings.referred.outcome", "fine", ("endings", "referred", "outcome")),
        (
            "nodes.talk.questions.back.repeat",
            "yes",
            ("nodes", "talk", "hub", "questions", "back", "repeat"),
        ),
    ],
)
def test_a_wrong_value_is_found_under_its_own_key(
    place: str, value: Any, location: tuple[Any, ...]
) -> None:
    """Field names of Python (`if_`, `for_`) must never reach a trainer."""
    tree = edited("river_post", (place, value))

    with pytest.raises(ValidationError) as refused:
        read_case(tree)

    assert location in [error["loc"] for error in refused.value.errors()]


def test_coaching_waits_for_the_debrief_where_learners_are_practised() -> None:
    """Novices learn from feedback at once, others from looking back; a case may say otherwise."""
    practised = read_case(edited("first_case", ("level", "practised")))
    told = read_case(edited("first_case", ("level", "practised"), ("coach", "now")))

    assert not practised.coaches_at_once
    assert told.coaches_at_once


def test_the_files_are_plain_values() -> None:
    """The reader gives texts, lists and mappings only; the tests must not be kinder."""
    assert json.loads(json.dumps(read_tree("river_post"))) == read_tree("river_post")
