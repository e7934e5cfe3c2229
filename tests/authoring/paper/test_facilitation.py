"""A session from a course's data: what suits a room, in the time there is."""

import dataclasses
import re
from pathlib import Path

import pytest
from course_files import CASE, write_course
from course_of_everything import write_everything
from html_page import Page, assert_sound
from paper import DAY, course_folder, shipped_material, unit_files, words_of

from protectcourse.authoring.paper.case_cards import deal
from protectcourse.authoring.paper.facilitation import Length, Session, plan_session
from protectcourse.authoring.paper.facilitation_plan import plan_of
from protectcourse.authoring.paper.facilitation_words import GROUND_RULES
from protectcourse.authoring.paper.html_document import as_html
from protectcourse.authoring.paper.material import Material, choose, read_material
from protectcourse.errors import ContentError
from protectcourse.scenario.model import Case


def titles(session: Session) -> list[tuple[str, int, str]]:
    """Return each stretch of a session with its minutes and what it works with."""
    return [
        (one.kind, one.minutes, one.unit.value.title if one.unit else "")
        for one in session.stations
    ]


def without(material: Material, *ids: str) -> Material:
    """Return a course without some of its units."""
    parts = tuple(
        part._replace(units=tuple(unit for unit in part.units if unit.id not in ids))
        for part in material.parts
    )
    return dataclasses.replace(material, parts=parts)


def test_the_shipped_course_has_its_ninety_minutes() -> None:
    """The plan of the design comes out of the data, without an id in the program."""
    session = plan_session(shipped_material(course_folder()), Length.NINETY)

    assert titles(session) == [
        ("pairs", 20, "The detained group"),
        ("teams", 30, "Five at the door"),
        ("corners", 25, "Public or quiet?"),
        ("debrief", 15, ""),
    ]
    assert session.minutes == 90
    assert session.corner == "route"


def test_a_half_day_has_time_to_read_to_rest_and_to_ask() -> None:
    """Three and a half hours without a break lose the room."""
    session = plan_session(shipped_material(course_folder()), Length.HALF_DAY)

    found = [one.kind for one in session.stations]
    assert found[0] == "opening"
    assert found[-1] == "debrief"
    assert {"pairs", "teams", "corners", "reading", "questions", "break"} <= set(found)
    assert session.minutes == 210


def test_what_weighs_most_is_never_for_a_room() -> None:
    """Nobody can leave a conversation as easily as a page."""
    course = shipped_material(course_folder())

    every = [plan_session(course, length) for length in Length]

    for session in every:
        for station in session.stations:
            value = station.unit.value if station.unit else None
            assert getattr(value, "sensitivity", "S0") < "S2"


@pytest.mark.parametrize("name", ["pregnant-woman", "51-women-returned"])
def test_a_unit_of_the_gravest_sort_alone_is_refused(name: str) -> None:
    """With what to do in its stead."""
    path = next(path for path in unit_files() if path.stem == name)

    with pytest.raises(ContentError, match="fit to be worked on") as refused:
        plan_session(shipped_material(path), Length.NINETY)

    assert "alone" in refused.value.hint


def test_other_cases_take_the_place_of_those_that_are_not_there() -> None:
    """A trainer's own course has other cases, and a plan as well."""
    course = shipped_material(course_folder())
    gone = without(course, "detained-group", "five-at-the-door", "public-or-quiet")

    session = plan_session(gone, Length.NINETY)

    kinds = [one.kind for one in session.stations]
    assert kinds == ["pairs", "teams", "corners", "debrief"]
    assert len({unit.id for unit in session.cases}) == 3
    assert not any(unit.elective for unit in session.cases)


def test_a_course_of_one_case_has_a_shorter_session(tmp_path: Path) -> None:
    """And never the same case twice as if it were another."""
    write_course(tmp_path, case=CASE)

    session = plan_session(read_material(choose(tmp_path)), Length.NINETY)

    assert titles(session) == [("pairs", 20, "The phone call"), ("debrief", 15, "")]


def test_a_course_without_cases_reads_and_asks(tmp_path: Path) -> None:
    """A half day can be held with lessons and quizzes alone."""
    write_course(tmp_path)

    session = plan_session(read_material(choose(tmp_path)), Length.HALF_DAY)

    assert titles(session) == [
        ("opening", 15, ""),
        ("reading", 30, "Welcome"),
        ("break", 20, ""),
        ("questions", 20, "Visitors"),
        ("debrief", 15, ""),
    ]


@pytest.mark.parametrize("length", list(Length))
def test_a_plan_has_all_that_a_facilitator_needs(length: Length) -> None:
    """Whoever stands before a room cannot go and look."""
    course = shipped_material(course_folder())
    document = plan_of(course, length, DAY)

    words = words_of(document)

    assert_sound(Page(as_html(document)))
    for rule in GROUND_RULES:
        assert rule in words
    assert "Nobody plays a survivor or a child, ever." in words
    assert course.head is not None
    assert " ".join((course.head.support or "").split())[:60] in words
    assert "protectcourse handout" in words
    for unit in plan_session(course, length).cases:
        assert isinstance(unit.value, Case)
        for ending in unit.value.endings.values():
            for asked in ending.ask_yourself:
                assert asked in words
        note = unit.value.content_note
        assert not note or " ".join(note.split()) in words


def test_the_key_is_that_of_the_cards() -> None:
    """A key with other letters than the handout would praise the wrong choice."""
    course = shipped_material(course_folder())
    words = words_of(plan_of(course, Length.NINETY, DAY))
    unit = next(unit for unit in course.units if unit.id == "public-or-quiet")
    assert isinstance(unit.value, Case)
    cards = deal(unit.value)

    key = words[words.index("Key to the cards: Public or quiet?") :]

    for name in ("desk", "fear", "route"):
        part = key[key.index(f"Card {cards.numbers[name]} ") :]
        for one in cards.choices(name):
            ((rating, reason),) = one.doing.ratings.items()
            said = rf"{one.letter}\. {rating.value.capitalize()}: {re.escape(reason[:30])}"
            assert re.search(said, part), said


def test_a_plan_of_a_case_alone_is_a_plan_of_that_case(tmp_path: Path) -> None:
    """A trainer who prints one case gets its key."""
    files = write_everything(tmp_path)
    path = files.lessons / "scenarios" / "river-post.yaml"

    words = words_of(plan_of(read_material(choose(path)), Length.NINETY, DAY))

    assert "Key to the cards: Three hours at the river post" in words
    assert "Missed if they are not asked: a, b, c, d" in words
    assert "Speak to somebody whom you trust." in words
