"""A case played while its file is edited."""

from pathlib import Path
from typing import Any

import pytest
from case_plays import MODEL_PLAY
from case_stage import RIVER, rename_choice, write_case, write_river
from fake_clock import FakeClock
from learners import decide, take

from protectcourse.authoring.trying.preview_target import find_target
from protectcourse.authoring.trying.preview_watch import PreviewWatch
from protectcourse.course.library import Course
from protectcourse.errors import SettingsError
from protectcourse.progress.projections import Progress
from protectcourse.progress.throwaway import open_throwaway
from protectcourse.scenario.openings import Opening
from protectcourse.study.enrolment import Enrolment
from protectcourse.study.preview_case import PreviewCase
from protectcourse.study.preview_scripts import read_script

AT_TALK = ("storeroom", "explain", "leaving")


def course_in(folder: Path) -> Course:
    """Return the course in a folder as it stands now."""
    course = PreviewWatch(find_target(folder / "lessons" / "demo")).read().course
    assert course is not None
    return course


class Author:
    """Somebody who plays the example case and edits it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        write_river(folder)
        clock = FakeClock()
        self.enrolment = Enrolment(course_in(folder), open_throwaway(clock), Progress(), clock)

    def session(self, **wishes: Any) -> PreviewCase:
        """Return a session of the newest edition."""
        unit = self.enrolment.course.outline.unit(RIVER)
        assert unit is not None
        return PreviewCase(self.enrolment, unit, **wishes)

    def save(self, *edits: tuple[str, Any]) -> None:
        """Save the case with some edits."""
        write_river(self.folder, *edits)
        self.enrolment.course = course_in(self.folder)

    def save_tree(self, tree: dict[str, Any]) -> None:
        """Save another case."""
        write_case(self.folder, tree)
        self.enrolment.course = course_in(self.folder)


@pytest.fixture
def author(tmp_path: Path) -> Author:
    """Return an author who has played three decisions."""
    author = Author(tmp_path)
    session = author.session(seed=1)
    session.begin()
    take(session, AT_TALK)
    return author


def choices(session: PreviewCase) -> list[str]:
    """Return the decisions of a play."""
    return [step.choice for step in session.steps]


def test_decisions_are_played_again_on_the_new_words(author: Author) -> None:
    """The author sees what was just written, where it stands."""
    author.save(("nodes.talk.text", "What do you want to know?"))

    session = author.session()
    shown = session.open()

    assert session.said == ""
    assert choices(session) == list(AT_TALK)
    assert shown.text == "What do you want to know?"


def test_a_decision_that_is_gone_is_named_and_the_play_stands_before_it(author: Author) -> None:
    """Silence would leave the author wondering why the case has jumped."""
    author.save_tree(rename_choice("consent", "explain", "explains", was=False))

    session = author.session()
    shown = session.open()

    assert session.said == (
        "Decision 2 no longer fits: `explain` can no longer be taken in `consent`. "
        "The preview stands before it."
    )
    assert choices(session) == ["storeroom"]
    assert shown.node == "consent"


def test_a_route_that_leads_elsewhere_is_named(author: Author) -> None:
    """The decision is still there, and what came after is not."""
    author.save(("nodes.consent.choices.explain.goto", "advise"))

    session = author.session()
    shown = session.open()

    assert "Decision 3 no longer fits: it was taken in `talk`" in session.said
    assert "comes to `advise`" in session.said
    assert shown.node == "advise"


def test_a_choice_renamed_with_was_still_fits(author: Author) -> None:
    """`was:` promises learners just that."""
    author.save_tree(rename_choice("consent", "explain", "explains", was=True))

    session = author.session()
    session.open()

    assert session.said == ""
    assert choices(session) == ["storeroom", "explains", "leaving"]


def test_a_play_that_has_ended_is_looked_back_on_anew(author: Author) -> None:
    """The debrief is what is edited last."""
    session = author.session()
    session.open()
    take(session, MODEL_PLAY[3:])
    author.save(("endings.referred.debrief", "What now?"))

    session = author.session()
    session.return_to_play()

    assert session.is_ended
    assert session.debrief().ending.debrief == "What now?"


def test_an_ended_play_that_no_longer_ends_goes_on(author: Author) -> None:
    """It stands at the decision that is no longer there."""
    session = author.session()
    session.open()
    take(session, MODEL_PLAY[3:])
    author.save_tree(rename_choice("commander", "law", "duty", was=False))

    session = author.session()

    assert "Decision 10 no longer fits" in session.said
    assert session.is_under_way
    assert session.return_to_play().node == "commander"


def test_a_play_begins_where_it_was_asked_to_and_is_carried_over_from_there(author: Author) -> None:
    """`--from` must survive every save."""
    opening = Opening("advise", ("agreed", "trust=3"))
    author.session(opening=opening).begin()
    session = author.session(opening=opening)
    session.open()
    decide(session, "options")
    author.save(("nodes.commander.text", "The keys are in his hand."))

    session = author.session(opening=opening)
    shown = session.open()

    assert session.said == ""
    assert shown.text == "The keys are in his hand."
    assert choices(session) == ["options"]


def test_where_to_begin_may_be_edited_away(author: Author) -> None:
    """Whoever asked for it has to be told."""
    with pytest.raises(SettingsError):
        author.session(opening=Opening("advices"))


def test_a_seed_gives_the_same_order_every_time(author: Author) -> None:
    """To compare two wordings, all else must stay."""
    orders = []
    for _ in range(3):
        shown = author.session(seed=11).begin()
        orders.append([choice.id for choice in shown.choices])

    assert orders[0] == orders[1] == orders[2]


def test_what_was_played_is_given_as_a_script(author: Author) -> None:
    """A checklist by its result, as the author would write it."""
    session = author.session()
    session.open()
    assert read_script(author.enrolment, session.unit) is None
    take(session, MODEL_PLAY[3:])

    played = read_script(author.enrolment, session.unit)

    assert played is not None
    assert (played.played, played.expect) == (MODEL_PLAY, "referred")
