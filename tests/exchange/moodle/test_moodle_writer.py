"""Banks of ours for Moodle."""

from dataclasses import asdict
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from any_bank import any_banks
from hypothesis import given, settings

from protectcourse.course.file_reading import read_file
from protectcourse.exchange.moodle.moodle_reader import read_moodle_xml
from protectcourse.exchange.moodle.moodle_writer import write_moodle_xml
from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.questions import OneQuestion, Option, SeveralQuestion

BANKS = sorted((Path(__file__).parents[3] / "quizzes" / "sent-back").glob("*.yaml"))


def tidied(value: Any) -> Any:
    """Return a value with single blanks in all its texts: HTML knows no others."""
    match value:
        case str():
            return " ".join(value.split())
        case dict():
            return {key: tidied(one) for key, one in value.items()}
        case list() | tuple():
            return [tidied(one) for one in value]
        case _:
            return value


@given(any_banks())
@settings(max_examples=80, deadline=None)
def test_what_goes_out_to_moodle_comes_back(quiz: Quiz) -> None:
    """A bank that was lent to a Moodle site is not a poorer one afterwards."""
    carried = read_moodle_xml(write_moodle_xml(quiz).data, quiz.quiz, quiz.title)

    assert carried.quiz is not None
    back = carried.quiz.questions
    assert list(back) == list(quiz.questions)
    for name, question in quiz.questions.items():
        assert tidied(asdict(back[name])) == tidied(asdict(question))


@pytest.mark.parametrize("path", BANKS, ids=lambda path: path.stem)
def test_a_shipped_bank_comes_back_to_the_letter(path: Path) -> None:
    """Fingerprints hang on every letter of a stem."""
    quiz = read_file(path, path.name).value
    assert isinstance(quiz, Quiz)

    carried = read_moodle_xml(write_moodle_xml(quiz).data, quiz.quiz, quiz.title)

    assert carried.quiz is not None
    assert carried.quiz.questions == quiz.questions


def test_a_question_has_its_parts_in_moodles_order() -> None:
    """Other programs that read Moodle XML rely on it."""
    options = {
        name: Option(text=f"Take {name}", rationale="So.", correct=name != "c") for name in "abc"
    }
    question = SeveralQuestion(stem="Which?", options=options, all_or_nothing=True)
    quiz = Quiz(quiz="gate", title="A/B", questions={"q": question}, draw=1)

    carried = write_moodle_xml(quiz)

    category, asked = ElementTree.fromstring(carried.data)
    assert category.findtext("category/text") == "$course$/top/A//B"
    assert asked.attrib == {"type": "multichoice"}
    assert [one.tag for one in asked if isinstance(one.tag, str)] == [
        *("name", "questiontext", "generalfeedback", "defaultgrade", "penalty", "hidden"),
        *("idnumber", "single", "shuffleanswers", "answernumbering", "showstandardinstruction"),
        *("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"),
        *("answer", "answer", "answer", "tags"),
    ]
    assert [one.get("fraction") for one in asked.iter("answer")] == ["50", "50", "-50"]
    lost = "\n".join(one.what for one in carried.left_out if one.lost)
    assert "`draw`" in lost
    assert "all or nothing" in lost


def test_a_share_that_moodle_does_not_know_is_told() -> None:
    """Moodle refuses a file with 37 % unless it may take the nearest."""
    weights = {"a": Decimal(100), "b": Decimal(37)}
    options = {
        name: Option(text=name, rationale="So.", weight=weight) for name, weight in weights.items()
    }
    quiz = Quiz(
        quiz="gate", title="Gate", questions={"q": OneQuestion(stem="Which?", options=options)}
    )

    assert any("37 %" in one.what for one in write_moodle_xml(quiz).left_out)
