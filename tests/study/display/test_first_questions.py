"""The three questions before the first lesson."""

from protectcourse.blocks import TextBlock
from protectcourse.study.display.first_questions import (
    QUESTIONS,
    language_names,
    language_rows,
    name_as_kept,
    place_words,
    question_blocks,
    yes_no_rows,
)


def test_each_question_has_its_words_and_its_place() -> None:
    """A learner sees how many are to come."""
    texts = []
    for step in range(len(QUESTIONS)):
        (block,) = question_blocks(step, plain_available=True)
        assert isinstance(block, TextBlock)
        texts.append(block.text.plain)

    assert ["name" in texts[0], "language" in texts[1], "plain mode" in texts[2]] == [True] * 3
    assert place_words(2) == "question 3 of 3"


def test_what_is_not_there_yet_is_not_promised() -> None:
    """Nobody is to wait for a mode that does not open."""
    (block,) = question_blocks(2, plain_available=False)

    assert isinstance(block, TextBlock)
    assert "not in this version yet" in block.text.plain


def test_a_language_is_called_as_it_calls_itself() -> None:
    """Whoever needs it cannot read another name for it."""
    rows = language_rows(language_names(["fr", "xx"]))

    assert [(row.id, row.text, row.number) for row in rows] == [
        ("fr", "français", 1),
        ("xx", "xx", 2),
    ]


def test_no_is_the_usual_answer() -> None:
    """Enter takes the first."""
    assert [row.id for row in yes_no_rows()] == ["no", "yes"]


def test_a_name_is_kept_on_one_line() -> None:
    """It stands in a record."""
    assert name_as_kept("  Ada \t Lovelace\n") == "Ada Lovelace"
