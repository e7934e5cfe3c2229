from typing import Any

from case_plays import read_case, read_tree

from protectcourse.scenario.distances import decisions_left


def chain(length: int) -> dict[str, Any]:
    """Return a case of many scenes in a row, each with three choices that lead to the next."""
    tree = read_tree("first_case")
    nodes = {}
    for number in range(length):
        to = f"n{number + 1}" if number + 1 < length else "heard"
        choices = {name: {"text": name, "goto": to} for name in ("a", "b", "c")}
        nodes[f"n{number}"] = {"text": "Something happens.", "choices": choices}
    return tree | {"start": "n0", "nodes": nodes}


def test_a_long_case_with_many_ways_is_measured_at_once() -> None:
    """Forty scenes of three choices have more paths than could ever be walked."""
    left = decisions_left(read_case(chain(40)))

    assert left["n0"] == 40
    assert left["n39"] == 1


def test_the_worked_example_is_about_as_long_as_it_is() -> None:
    """The title says "decision 2 of about …": a wrong number would be worse than none."""
    left = decisions_left(read_case(read_tree("river_post")))

    assert left["commander"] == 1
    assert left["gate"] > left["consent"] > left["talk"] > left["assess"]
