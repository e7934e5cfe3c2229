"""What a case keeps in mind, for its author."""

from case_plays import play, story_of

from protectcourse.authoring.trying.case_variables import variable_blocks
from protectcourse.blocks import TextBlock

RIVER = story_of(
    "river_post",
    ("track.states", {"custody": ["post", "shelter"]}),
    ("variants", {"interpreter": ["woman", "man"]}),
)


def lines(*ways: str) -> list[str]:
    """Return what is shown after some decisions."""
    steps = play(RIVER, *ways)
    blocks = variable_blocks(RIVER, steps[-1].state, steps, usual_mark=70)
    return [block.text.plain for block in blocks if isinstance(block, TextBlock)]


def test_every_variable_stands_as_it_is() -> None:
    """A choice is locked, and the author asks why."""
    shown = lines("sergeant", "explain", "leaving")

    assert "`talk`, after 3 decisions" in shown
    assert "known: no_permit" in shown
    assert "not known: camp_risk, photo, broker" in shown
    assert "set: agreed, overheard" in shown
    assert "trust = 1 (wary), from 0 to 3" in shown
    assert "time = 5, from 0 to 6" in shown
    assert "custody = post" in shown
    assert any(line.startswith("interpreter = ") and "drawn" in line for line in shown)
    assert "talk.leaving" in shown


def test_points_are_those_of_the_debrief() -> None:
    """The author sees what a decision has cost."""
    shown = lines("sergeant", "explain", "leaving")

    assert "confidentiality: 0 of 2, 80 % needed" in shown
    assert "consent: 2 of 2, 80 % needed" in shown
    assert "red lines: gate.sergeant" in shown
    assert "important, not asked: talk.back" in shown
