"""Q127: a figure without a date.

Source: content.md §5.3 and §7.3 (facts carry dates, estimates maker and range): a number of 100 or
more, a percentage, “tens of thousands”, or “most” and “majority” before a word for people, with no
year in its sentence and no `as_of` on the page or question. Tuned here: years, and numbers that
count nothing (paragraphs, articles, resolutions, symbols, rooms) or that measure things (metres,
words, money), are no figures; a sentence that says “that year” or “by then” is dated by the one
before; options are dated by their stem; and in a case, whose people are invented, only figures
about people, percentages and rough thousands count. A question of the kind `number` has a figure
for its answer: it needs `as_of`, or a year in the stem.
"""

import re
from collections.abc import Iterator

from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.passage import Passage
from protectcourse.course.lints.unit import Unit
from protectcourse.course.lints.words import YEAR, sentences_of
from protectcourse.findings import Finding, Severity
from protectcourse.quiz.questions import NumberQuestion, QuestionBase

LARGE = 100
PEOPLE = (
    r"(?:people|persons|refugees?|(?:North |South )?Koreans|women|men|children|girls|boys|migrants"
    r"|escapees|returnees|applicants|asylum-seekers|families|prisoners|detainees|survivors"
    r"|arrivals|citizens|inhabitants|those who|of them)\b"
)
_ROUGH = (
    r"\b(?:tens|hundreds) of thousands\b|\b(?:several|many) (?:thousand|hundred)\b"
    r"|\b(?:hundreds|thousands|millions|dozens) of\b"
)
_PERCENT = r"\d+(?:\.\d+)?\s?(?:%|per cent\b|percent\b)"
_MOST = rf"\b(?:most|(?:the |a )?majority)(?: of)?(?: \w+){{0,2}}? {PEOPLE}"
ROUGH = re.compile(f"{_PERCENT}|{_ROUGH}|{_MOST}", re.IGNORECASE)
DIGITS = re.compile(r"\d[\d, ]*")
GROUPED = re.compile(r"\d{1,3}(?:[, ]\d{3})+")
JOINS = re.compile(r"[\w/]|[.,-]\w")
BEFORE = 40
"""Characters around a number that say what it is."""
ABOUT_PEOPLE = re.compile(rf"\W+(?:[\w-]+ ){{0,2}}?{PEOPLE}", re.IGNORECASE)
NO_COUNT = re.compile(
    r"(?:\b(?:paras?|paragraphs?|articles?|arts?|No|numbers?|resolutions?|pages?|pp?|sections?"
    r"|notes?|rooms?|lines?|files?|form|conclusion|chapters?|bus|extension|lessons?|modules?|cases?|questions?)\.?"
    r"(?: [\d, -]+(?:and|to))?|[$€£])\s*$",
    re.IGNORECASE,
)
MEASURE = re.compile(
    r"\s*(?:km|kilomet|met(?:re|er)s?\b|m\b|words?\b|characters?\b|bytes?\b|pages?\b|minutes?\b"
    r"|hours?\b|euros?\b|dollars?\b|grams?\b|kg\b|kilograms?\b|litres?\b|o'clock)",
    re.IGNORECASE,
)
HINTS = frozenset(
    {"cent", "percent", "tens", "hundred", "hundreds", "thousand", "thousands", "millions"}
    | {"dozens", "most", "majority"}
)
"""Words of which one stands in every figure that is written in words."""
ROUGHLY = " Where nobody has counted, say `many` or `some`."
DATED = re.compile(r"\b(?:that|the same) (?:year|month|day|time|report)\b|\bby then\b", re.I)


def find(unit: Unit) -> Iterator[Finding]:
    """Give each sentence with a figure and no date, and each question for an undated figure."""
    if not unit.is_unit:
        return
    for passage in unit.passages:
        figure, start = _undated(passage, in_case=unit.kind == "scenario")
        if figure and not unit.is_dated(passage.path) and not _dated_by_stem(unit, passage):
            yield Finding(
                code="Q127",
                path=passage.path,
                message=f"“{figure}” bears no date",
                hint="Say of which year it is, and who gives it; or add `as_of:` to the page or"
                f" question.{ROUGHLY if figure[0].isalpha() else ''}",
                offset=passage.offset_at(start),
            )
    for asked in unit.asked:
        question = asked.question
        if isinstance(question, NumberQuestion) and not question.as_of:
            answer = question.answer
            is_year = answer == answer.to_integral() and YEAR.fullmatch(f"{answer:f}")
            is_share = (question.unit or "").strip().casefold() in {"%", "per cent", "percent"}
            if (answer >= LARGE or is_share) and not is_year and not YEAR.search(asked.stem):
                yield Finding(
                    code="Q127",
                    path=(*asked.path, "answer"),
                    message="the figure that is asked for bears no date",
                    hint="Say in the stem of which year it is, or add `as_of:`.",
                )


def _undated(passage: Passage, *, in_case: bool) -> tuple[str, int]:
    """Return the first figure whose sentence says no date, and its place; empty for none."""
    for figure, start in _figures(passage, in_case=in_case):
        sentence = _sentence_at(passage.lines, start)
        if not (YEAR.search(sentence) or DATED.search(sentence)):
            return figure, start
    return "", 0


def _figures(passage: Passage, *, in_case: bool) -> Iterator[tuple[str, int]]:
    """Give each figure of a text and where it begins."""
    text = passage.lines
    if "%" in text or not passage.bag.isdisjoint(HINTS):
        for found in ROUGH.finditer(text):
            yield found.group(), found.start()
    for found in DIGITS.finditer(text):
        digits = found.group().rstrip(", ")
        start, end = found.start(), found.start() + len(digits)
        if _counts(digits) and not _is_joined(text, start, end):
            before, after = text[max(0, start - BEFORE) : start], text[end : end + BEFORE]
            if NO_COUNT.search(before) or MEASURE.match(after):
                continue
            if not in_case or ABOUT_PEOPLE.match(after):
                yield digits, start


def _counts(digits: str) -> bool:
    """Say whether digits are a number of a hundred or more, and no year."""
    if YEAR.fullmatch(digits):
        return False
    return bool(GROUPED.fullmatch(digits)) or (digits.isdigit() and int(digits) >= LARGE)


def _is_joined(text: str, start: int, end: int) -> bool:
    """Say whether a number is part of a symbol, a decimal or a word, such as `A/66/462`."""
    before, after = text[start - 1 : start], text[end : end + 2]
    return (bool(before) and (before.isalnum() or before in ",./#-_")) or bool(JOINS.match(after))


def _sentence_at(text: str, place: int) -> str:
    """Return the sentence around a place in a text with one paragraph a line."""
    begin = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    line = text[begin : len(text) if end < 0 else end]
    at = begin
    for sentence in sentences_of(line):
        at = text.index(sentence, at) + len(sentence)
        if at > place:
            return sentence
    return line


def _dated_by_stem(unit: Unit, passage: Passage) -> bool:
    """Say whether the question around an option, step or rationale names a year."""
    around = (one for one in unit.holders(passage.path) if isinstance(one, QuestionBase))
    return any(YEAR.search(question.stem) for question in around)


LINT = Lint(
    code="Q127",
    title="A figure has its date.",
    why="Figures grow old. Without its year a number from 2012 is read as today's, and passed"
    " on so.",
    mend="Say of which year it is, and who gives it; or add `as_of:` to the page or the"
    " question. The stem's year counts for its options.",
    severity=Severity.ERROR,
    find=find,
    good=Example(
        yaml="""\
title: How many came
text: In 2019 the desk counted 1,250 visitors, as its yearly report says.
"""
    ),
    bad=Example(
        yaml="""\
title: How many come
text: The desk counts 1,250 visitors, as its yearly report says.
"""
    ),
)
