"""The ways that people take through a case."""

from protectcourse.records.statistics.ways import (
    CHECKLIST,
    Decision,
    Play,
    decisions_taken,
    people_at,
    story_order,
    whole_way,
    worst_ratings_at,
)

ASK = Decision("talk", "ask", "best", "talk")
PRY = Decision("talk", "pry", "harmful", "talk")
LEAVE = Decision("talk", "leave", "", "sheet")
SHEET = Decision("sheet", CHECKLIST, "", "end", ("fear = met", "grave = unclear"))
SEND = Decision("gate", "send", "red_line", "bad")
OPEN = Decision("gate", "open", "best", "talk")


def test_people_are_counted_and_not_visits() -> None:
    """Who asks twice in an interview is still one person."""
    plays = [Play((OPEN, ASK, PRY, ASK, LEAVE, SHEET), "end"), Play((SEND,), "bad")]

    taken = {(one.decision.choice): (one.people, one.of) for one in decisions_taken(plays)}

    assert taken["ask"] == (1, 1)
    assert taken["send"] == (1, 2)
    assert taken["fear = met"] == (1, 1)
    assert people_at(plays)["talk"] == 1


def test_scenes_stand_in_the_order_of_the_story() -> None:
    """A list in any other order cannot be read as a case."""
    plays = [Play((OPEN, LEAVE, SHEET), "end"), Play((SEND,), "bad")]

    assert story_order(plays) == ["gate", "talk", "sheet"]
    assert [one.decision.node for one in decisions_taken(plays)] == [
        *("gate", "gate", "talk"),
        *("sheet", "sheet", "sheet"),
    ]


def test_a_scene_counts_by_the_worst_that_was_done_in_it() -> None:
    """The parts of a bar must add up to the people who were there."""
    plays = [Play((ASK, PRY, ASK, LEAVE), "end"), Play((ASK, LEAVE), "end")]

    assert worst_ratings_at(plays)["talk"] == {"harmful": 1, "best": 1}


def test_a_whole_way_leaves_out_what_was_asked() -> None:
    """The order of questions differs with everybody, and says nothing of the way."""
    one, other = Play((OPEN, ASK, PRY, LEAVE), "end"), Play((OPEN, PRY, ASK, LEAVE), "end")

    assert whole_way(one) == whole_way(other) == ("open", "leave")
