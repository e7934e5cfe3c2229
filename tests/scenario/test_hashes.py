"""What an edit changes: the flow, the wording, or neither."""

from typing import Any

import pytest
from case_plays import edited, read_case, read_tree

from protectcourse.scenario.hashes import changed_places, flow_hash, wording_hash

RIVER = read_case(read_tree("river_post"))
FLOW, WORDING = flow_hash(RIVER), wording_hash(RIVER)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("nodes.gate.text", "Sena waits."),
        ("nodes.gate.choices.storeroom.best", "Said better."),
        ("nodes.gate.choices.storeroom.source", "def"),
        ("nodes.talk.questions.back.answer", '"They would know."'),
        ("endings.referred.debrief", "And now?"),
        ("track.facts.photo", "Her photo was printed."),
        ("track.meters.trust.words", ["shut", "wary", "talking", "open"]),
        ("title", "At the river"),
    ],
)
def test_an_edit_of_words_leaves_the_flow(place: str, value: Any) -> None:
    """A play under way goes on at once, with the new words."""
    case = read_case(edited("river_post", (place, value)))

    assert flow_hash(case) == FLOW
    assert wording_hash(case) != WORDING


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("nodes.gate.choices.storeroom.goto", "talk"),
        ("nodes.gate.choices.storeroom.do", ["trust +2"]),
        ("nodes.advise.choices.options.if", ["overheard"]),
        ("nodes.assess.elements.outside.answer", "unclear"),
        ("nodes.gate.for", ["confidentiality"]),
        ("nodes.talk.at_least", "2"),
        ("track.meters.time.start", "5"),
        ("start", "consent"),
    ],
)
def test_an_edit_of_the_flow_leaves_the_wording(place: str, value: Any) -> None:
    """A play under way is played again to see whether it can go on."""
    case = read_case(edited("river_post", (place, value)))

    assert flow_hash(case) != FLOW
    assert wording_hash(case) == WORDING


def test_the_kind_of_a_rating_is_flow_and_its_reason_is_not() -> None:
    """What a decision counts is a promise made when it was taken."""
    tree = edited("river_post", ("nodes.gate.choices.storeroom.best", None))
    tree["nodes"]["gate"]["choices"]["storeroom"]["acceptable"] = "Said better."

    assert flow_hash(read_case(tree)) != FLOW


def test_a_renamed_choice_is_flow() -> None:
    """Kept decisions name choices by id."""
    tree = read_tree("first_case")
    before = flow_hash(read_case(tree))
    choices = tree["nodes"]["call"]["choices"]
    choices["note_down"] = choices.pop("address")

    assert flow_hash(read_case(tree)) != before


def test_the_order_in_the_file_is_neither() -> None:
    """A trainer may sort the nodes of a file without disturbing anybody."""
    tree = read_tree("river_post")
    tree["nodes"] = dict(reversed(tree["nodes"].items()))
    tree["tests"] = {}

    assert (flow_hash(read_case(tree)), wording_hash(read_case(tree))) == (FLOW, WORDING)


def test_what_differs_is_named_by_its_place() -> None:
    """A trainer reads which words and which routes an edit touched."""
    tree = edited("river_post", ("nodes.gate.text", "Sena waits."), ("start", "consent"))

    flow, wording = changed_places(RIVER, read_case(tree))

    assert flow == [("start",)]
    assert wording == [("nodes", "gate", "text")]
