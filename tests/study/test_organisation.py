"""What an organisation sets shows where its trainees need it, and forces nothing on them."""

from pathlib import Path

from learners import Learner

from protectcourse.organisation import keep_organisation
from protectcourse.study.display.case_notes import BEGIN, intro_note
from protectcourse.study.display.case_notes import SHORT as SHORT_CASE
from protectcourse.study.display.lesson_offers import GO_ON, SHORT, SUGGESTED, content_offer

GRAVE, PLAIN, CASE = "women-returned", "rule-against-return", "pregnant-woman"
SETTINGS = f"""\
organisation = "example-aid"
name = "Example Aid"
support = "Ring the staff counsellor on the second floor."
short_form = ["{GRAVE}", "{CASE}", "{PLAIN}"]
"""


def learner(tmp_path: Path, settings: str = SETTINGS) -> Learner:
    """Return a learner whose organisation has set something."""
    keep_organisation(tmp_path / "data", settings.encode())
    return Learner(tmp_path / "data")


def test_the_organisations_contacts_stand_under_a_grave_lesson(tmp_path: Path) -> None:
    """Whoever is shaken at night needs a number that is answered, not a general word."""
    session = learner(tmp_path).lesson(GRAVE)
    view = session.open_at(session.unit.pages[-1])

    assert view.support == "Ring the staff counsellor on the second floor."


def test_without_contacts_of_its_own_the_courses_stand_there(tmp_path: Path) -> None:
    """Nobody is left with nothing."""
    session = Learner(tmp_path / "data").lesson(GRAVE)
    view = session.open_at(session.unit.pages[-1])

    assert view.support
    assert view.support == session._enrolment.course.outline.support


def test_the_short_form_is_suggested_and_the_full_text_one_key_away(tmp_path: Path) -> None:
    """An organisation knows its people; the learner knows themselves."""
    session = learner(tmp_path).lesson(GRAVE)
    offer = content_offer(session)

    assert session.short_form
    assert offer.chosen == SHORT
    assert SUGGESTED in [block.text.plain for block in offer.blocks if hasattr(block, "text")]
    assert GO_ON in [row.id for row in offer.rows]


def test_a_lesson_without_harm_has_no_short_form_to_suggest(tmp_path: Path) -> None:
    """A list that is too long changes nothing where there is nothing to spare anyone."""
    assert not learner(tmp_path).lesson(PLAIN).short_form


def test_a_case_offers_its_short_form_first(tmp_path: Path) -> None:
    """The first row is the one that Enter takes."""
    usual = [row.id for row in intro_note(Learner(tmp_path / "other").case(CASE)).rows]
    suggested = [row.id for row in intro_note(learner(tmp_path).case(CASE)).rows]

    assert usual[0] == BEGIN
    assert suggested[0] == SHORT_CASE
    assert set(usual) == set(suggested)
