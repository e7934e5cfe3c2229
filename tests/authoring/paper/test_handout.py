"""A handout gives nothing away, and leaves nothing out that learners need."""

import re
from collections import Counter
from pathlib import Path

import pytest
from course_files import GRAVE_LESSON, write_course
from course_of_everything import write_everything
from html_page import Page, assert_sound
from paper import (
    ANSWERS,
    DAY,
    HOSTILE,
    course_folder,
    said_in,
    shipped_material,
    unit_files,
    words_of,
)

from protectcourse.authoring.paper.case_cards import deal
from protectcourse.authoring.paper.document import Document
from protectcourse.authoring.paper.handout import HandoutChoices, handout_of, is_held_back
from protectcourse.authoring.paper.handout_questions import question_on_paper
from protectcourse.authoring.paper.html_document import as_html
from protectcourse.authoring.paper.markdown import as_markdown
from protectcourse.authoring.paper.material import choose, read_material
from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.questions import (
    NumberQuestion,
    OneQuestion,
    OrderQuestion,
    ShortTextQuestion,
)
from protectcourse.scenario.model import Case
from protectcourse.scenario.nodes import Hub, Scene

ALL = HandoutChoices(with_final=True)
USUAL = HandoutChoices()
VERDICTS = re.compile(r"\b(Best|Acceptable|Harmful|Red line|Right answer|Misconception):")


def handout_words(path: Path, choices: HandoutChoices = ALL) -> str:
    """Return the words of the handout of a shipped file."""
    return words_of(handout_of(shipped_material(path), choices, DAY))


@pytest.mark.parametrize("path", unit_files(), ids=lambda path: path.stem)
def test_no_reason_of_a_shipped_unit_is_in_its_handout(path: Path) -> None:
    """Whoever finds one answer on the paper stops thinking about the others."""
    words = handout_words(path)

    texts = list(said_in(path, ANSWERS | {"debrief"}))

    assert [text for text in texts if text in words] == []
    assert VERDICTS.search(words) is None


@pytest.mark.parametrize("path", [course_folder(), *unit_files()], ids=lambda path: path.stem)
def test_a_handout_is_a_sound_page(path: Path) -> None:
    """It is printed wherever a printer is, in the form that the trainer likes."""
    document = handout_of(shipped_material(path), ALL, DAY)

    assert_sound(Page(as_html(document)))
    assert as_markdown(document).startswith(f"# {shipped_material(path).title}\n")


@pytest.mark.parametrize("path", unit_files(), ids=lambda path: path.stem)
def test_all_that_is_asked_is_in_the_handout(path: Path) -> None:
    """A choice that is missing is a decision that cannot be taken."""
    words = handout_words(path)

    keys = frozenset({"stem", "ask", "then", "left", "right", "locked", "answer", "content_note"})
    asked = list(said_in(path, keys | {"text", "known", "argued", "changed"}, without="results"))

    assert asked
    assert [text for text in asked if text not in words] == []


def test_the_place_of_a_choice_says_nothing() -> None:
    """Authors put the best choice first; the paper must not."""
    places: Counter[str] = Counter()
    for unit in shipped_material(course_folder()).units:
        match unit.value:
            case Case() as case:
                cards = deal(case)
                for name, node in case.nodes.items():
                    if isinstance(node, Scene):
                        places.update(
                            one.letter
                            for one in cards.choices(name)
                            if node.choices[one.id].best is not None
                        )

    assert len(places) >= 3
    assert max(places.values()) < 0.5 * sum(places.values())


def test_a_note_does_not_tell_choices_apart() -> None:
    """A consequence for the harmful choice only would point at it."""
    for unit in shipped_material(course_folder()).units:
        if not isinstance(unit.value, Case):
            continue
        cards = deal(unit.value)
        assert sorted(cards.notes.values()) == list(range(1, len(cards.notes) + 1))
        for name, node in unit.value.nodes.items():
            if isinstance(node, Scene):
                assert len({one.note > 0 for one in cards.choices(name)}) == 1
            if isinstance(node, Hub):
                assert all(one.note for one in cards.choices(name) if one.id in node.questions)


def test_every_card_that_is_named_is_there() -> None:
    """A group that is sent to card 12 must find it."""
    for path in unit_files():
        material = shipped_material(path)
        if not isinstance(material.units[0].value, Case):
            continue
        words = handout_words(path)
        cards = {int(number) for number in re.findall(r"[Cc]ard (\d+)", words)}
        headed = {int(number) for number in re.findall(r"Card (\d+)", words)}
        notes = set(re.findall(r"[Rr]ead note (\d+)", words))
        assert cards == headed == set(range(1, len(headed) + 1))
        assert notes == set(re.findall(r"Note (\d+)", words))


def test_what_is_to_be_written_is_not_printed() -> None:
    """Steps are out of order, and words and numbers that are right stand nowhere in a question."""
    asked = Counter[type]()
    for unit in shipped_material(course_folder()).units:
        naming = shipped_material(course_folder()).naming(unit)
        for name, question in unit.value.questions.items() if isinstance(unit.value, Quiz) else ():
            document = Document("T", "en", tuple(question_on_paper(name, question, naming)))
            text = as_markdown(document).casefold()
            asked[type(question)] += 1
            match question:
                case ShortTextQuestion():
                    assert not any(form.casefold() in text for form in question.accept)
                case NumberQuestion():
                    assert not re.search(rf"\b{question.answer}\b", text)
                case OrderQuestion():
                    places = [text.index(step.casefold()) for step in question.steps.values()]
                    assert places != sorted(places)
                case OneQuestion():
                    assert text.count("☐") == len(question.options)

    assert {OneQuestion, OrderQuestion, ShortTextQuestion} <= set(asked)


def test_the_final_is_printed_only_where_that_is_asked_for() -> None:
    """It is the assessment: whoever has it on paper has it."""
    course = shipped_material(course_folder())
    final = next(unit for unit in course.units if unit.id == "final")
    assert isinstance(final.value, Quiz)
    others = [unit.value for unit in course.units if isinstance(unit.value, Quiz)]
    shared = Counter(one.stem for quiz in others for one in quiz.questions.values())
    every = [one.stem for one in final.value.questions.values() if shared[one.stem] == 1]
    stems = [" ".join(stem.split()) for stem in every if not {"*", "["} & set(stem)]

    held = words_of(handout_of(course, USUAL, DAY))
    printed = words_of(handout_of(course, ALL, DAY))

    assert is_held_back(final, USUAL)
    assert not is_held_back(final, ALL)
    assert not any(stem in held for stem in stems)
    assert len(stems) > 40
    assert all(stem in printed for stem in stems)


def test_the_note_comes_first_and_the_short_form_on_demand(tmp_path: Path) -> None:
    """Whoever must not read a thing has to be told before it, and to have another form."""
    files = write_course(tmp_path, lesson=GRAVE_LESSON)
    material = read_material(choose(files.lessons / "01-welcome.yaml"))

    full = words_of(handout_of(material, USUAL, DAY))
    short = words_of(handout_of(material, HandoutChoices(short=True), DAY))

    assert full.index("An accident is mentioned") < full.index("in every detail")
    assert "in every detail" not in short
    assert "in a few words" in short
    assert "A colleague walks along." in short


def test_no_effect_that_tells_is_on_a_card(tmp_path: Path) -> None:
    """A meter that falls beside a choice rates it; a fact that was learnt is the story's."""
    files = write_everything(tmp_path)
    path = files.lessons / "scenarios" / "river-post.yaml"

    words = words_of(handout_of(read_material(choose(path)), USUAL, DAY))

    assert "Only if trust is at least 2 (talking). If not: She shakes her head. Not yet." in words
    assert "For your case file: A Varnian paper printed her photo" in words
    for telling in ("goes down", "goes up", "from now on", "becomes"):
        assert telling not in words


def test_hostile_words_are_words(tmp_path: Path) -> None:
    """It goes to many hands, and to a copy shop's computer."""
    files = write_everything(tmp_path, lambda text: f"{text.rstrip()} {HOSTILE}")

    page = Page(as_html(handout_of(read_material(choose(files.lessons)), ALL, DAY)))

    assert_sound(page)
    assert page.read.count("<script>alert(1)</script>") > 50
