"""Numbers and words as people type them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from question_strategies import NUMBERS

from protectcourse.quiz.questions import NumberQuestion, ShortTextQuestion
from protectcourse.quiz.written import accepted_form, is_near_enough, parse_number, tidy_words


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1977", "1977"),
        (" 12.5 ", "12.5"),
        ("12,5", "12.5"),
        ("+7", "7"),
        ("-3", "-3"),
        ("−3", "-3"),
        (".5", "0.5"),
        ("5.", "5"),
        ("30 000", "30000"),
        ("30\u00a0000,5", "30000.5"),
        ("１２", "12"),
        ("٣", "3"),
    ],
)
def test_a_number_may_be_written_in_the_ways_people_write_it(text: str, number: str) -> None:
    """Marking is about knowing the figure, not about a keyboard or a country."""
    assert parse_number(text) == Decimal(number)


@pytest.mark.parametrize(
    "text", ["", "about 12", "1.000.000", "1,000.5", "1 2", "12 km", "1e5", "NaN", "inf", "9" * 41]
)
def test_what_is_no_number_is_asked_again(text: str) -> None:
    """A slip of the hand, or a mark of thousands, must not be marked as a wrong figure."""
    assert parse_number(text) is None


@given(st.text(max_size=60))
def test_reading_a_number_never_fails(text: str) -> None:
    """A learner can paste anything into the box."""
    number = parse_number(text)

    assert number is None or number.is_finite()


@given(NUMBERS, NUMBERS.map(abs))
def test_the_edge_of_the_tolerance_still_counts(answer: Decimal, tolerance: Decimal) -> None:
    """From 1975 to 1979 includes both; decimal fractions must not be lost in the reckoning."""
    question = NumberQuestion(stem="?", answer=answer, tolerance=tolerance, rationale="Why.")
    beyond = tolerance + Decimal("0.001")

    assert is_near_enough(question, answer + tolerance)
    assert is_near_enough(question, answer - tolerance)
    assert not is_near_enough(question, answer + beyond)


@pytest.mark.parametrize(
    "text",
    [
        "non-refoulement",
        "NON-REFOULEMENT",
        "  non-refoulement. ",
        "nón-refoulement?!",
        "non-refoulement …",
    ],
)
def test_case_accents_blanks_and_final_punctuation_do_not_matter(text: str) -> None:
    """The word is asked for, not its spelling on a keyboard without accents."""
    question = ShortTextQuestion(stem="?", accept=("x", "Non-Refoulement"), rationale="Why.")

    assert accepted_form(question, text) == 1


@pytest.mark.parametrize("text", ["refoulement", "non refoulement", "", "か"])
def test_another_word_is_another_word(text: str) -> None:
    """Inner signs stay, and so do marks that make another letter in other scripts."""
    question = ShortTextQuestion(stem="?", accept=("non-refoulement", "が"), rationale="Why.")

    assert accepted_form(question, text) is None


@given(st.text(max_size=30))
def test_a_tidy_text_is_tidy(text: str) -> None:
    """Otherwise two forms could count as the same in one place and as different in another."""
    tidy = tidy_words(text)

    assert tidy_words(tidy) == tidy
    assert tidy_words(f"  {text} .") == tidy
