"""What learners type, read as numbers or compared as words."""

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction

from protectcourse.quiz.questions import NumberQuestion, ShortTextQuestion

LONGEST_NUMBER = 40
"""Characters; anything longer is no number that a question asks for."""
_GROUPED = re.compile(r"[+-]?\d{1,3}( \d{3})+([.,]\d+)?")
_PLAIN = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)")
_ACCENTS = re.compile("[\u0300-\u036f]")


def parse_number(text: str) -> Decimal | None:
    """Return the number that was typed, or None where it is none and should be asked again.

    `.` and `,` are decimal marks, never marks of thousands; thousands may be set apart by blanks.
    """
    if len(text) > LONGEST_NUMBER:
        return None
    tidy = " ".join(unicodedata.normalize("NFKC", text).replace("\u2212", "-").split())
    if _GROUPED.fullmatch(tidy):
        tidy = tidy.replace(" ", "")
    return Decimal(tidy.replace(",", ".")) if _PLAIN.fullmatch(tidy) else None


def is_near_enough(question: NumberQuestion, number: Decimal) -> bool:
    """Whether a number differs from the answer by no more than the tolerance, exactly."""
    return abs(Fraction(number) - Fraction(question.answer)) <= Fraction(question.tolerance)


def tidy_words(text: str) -> str:
    """Return a text as it is compared: without case, accents, spare blanks or final punctuation."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", folded))
    words = " ".join(unicodedata.normalize("NFKC", bare).casefold().split())
    while words and (words[-1] == " " or unicodedata.category(words[-1]).startswith("P")):
        words = words[:-1]
    return words


def accepted_form(question: ShortTextQuestion, text: str) -> int | None:
    """Return the place, from 0, of the accepted form that a text equals; None for no form."""
    given = tidy_words(text)
    forms = [tidy_words(form) for form in question.accept]
    return forms.index(given) if given in forms else None
