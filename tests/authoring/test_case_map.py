"""The map of a case: every node once, dead ways in words, and a flowchart that can be drawn."""

import re
from typing import Any

from case_plays import story_of
from hypothesis import given
from random_cases import stories

from protectcourse.authoring.case_map import draw_map, mermaid_lines, tree_lines
from protectcourse.scenario.exploring.explorer import USUAL, search
from protectcourse.scenario.exploring.state_graph import Limits
from protectcourse.scenario.story import Story

DEAD = ("nodes.commander.choices.letter.if", ["trust > 3"])
PLACE = re.compile(r'  (p\d+)(\["|\{\{"|\[/"|\(\[")([^"<>]*)("\]|"\}\}|"/\]|"\]\))')
ARROW = re.compile(r'  (p\d+) (-->|-\.->)\|"((?:[^"<>|]|<br/>)*)"\| (p\d+)')


def drawn(form: Any, *edits: tuple[str, Any], limits: Limits = USUAL) -> list[str]:
    """Return the lines of the example's map."""
    return list(form(draw_map(search(story_of("river_post", *edits), limits))))


def test_the_tree_shows_each_node_once() -> None:
    """A node that is drawn again under every way to it hides the shape of the case."""
    lines = drawn(tree_lines)

    assert lines[0] == "gate (scene)"
    assert lines[1] == "  storeroom [best] → consent (scene)"
    assert sum("(scene)" in line or "(hub)" in line or "(checklist)" in line for line in lines) == 6
    assert "  sergeant [red line] → consent (see above)" in lines
    assert any("law [best] if not agreed → delayed (mixed ending)" in line for line in lines)


def test_a_way_that_nobody_can_take_says_never() -> None:
    """In words: a dotted line alone is lost on paper and on a reader who listens."""
    assert any("letter [acceptable] (never) →" in line for line in drawn(tree_lines, DEAD))
    dead = [line for line in drawn(mermaid_lines, DEAD) if "-.->" in line]
    assert len(dead) == 1
    assert "letter [acceptable] (never)" in dead[0]


def test_of_half_a_search_the_map_does_not_say_never() -> None:
    """What was not come to may still be there."""
    lines = drawn(tree_lines, limits=Limits(states=3, plays=0, tries=0))

    assert not any("never" in line for line in lines)
    assert any("(not found)" in line for line in lines)


def test_a_node_that_nothing_leads_to_is_drawn_too() -> None:
    """That it hangs in the air is what the author has to see."""
    cellar = {"text": "A cellar.", "choices": {"go": {"text": "Go.", "goto": "exposed"}}}

    lines = drawn(tree_lines, ("nodes.cellar", cellar))

    assert lines[-3:] == [
        "Nothing leads to cellar:",
        "cellar (scene)",
        "  go (never) → exposed (bad ending)",
    ]


def test_words_of_a_case_cannot_break_the_flowchart() -> None:
    """Quotation marks, brackets and HTML in a text are text."""
    text = 'Say "no" to <b>them</b> & go | `now` #1;'

    lines = drawn(mermaid_lines, ("nodes.gate.text", text))

    assert lines[1] == (
        '  p0["gate: Say #quot;no#quot; to #lt;b#gt;them#lt;/b#gt; #amp; go | #96;now#96; #35;1;"]'
    )


@given(story=stories(loops=True))
def test_every_line_of_a_flowchart_is_a_place_or_an_arrow(story: Story) -> None:
    """One line that is neither, and nothing at all is drawn."""
    first, *lines = mermaid_lines(draw_map(search(story)))

    assert first == "flowchart TD"
    places = {match[1] for line in lines if (match := PLACE.fullmatch(line))}
    arrows = [match for line in lines if (match := ARROW.fullmatch(line))]
    assert len(places) + len(arrows) == len(lines)
    assert {match[1] for match in arrows} | {match[4] for match in arrows} <= places


@given(story=stories(loops=True))
def test_the_tree_has_every_node_of_any_case(story: Story) -> None:
    """However it loops, each is drawn once, and the drawing ends."""
    lines = list(tree_lines(draw_map(search(story))))

    for name, node in story.nodes.items():
        assert sum(f"{name} ({node.kind})" in line for line in lines) == 1
