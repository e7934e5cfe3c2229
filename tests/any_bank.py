"""Banks of whatever a course may hold, with texts that other formats stumble over."""

from decimal import Decimal
from typing import Any, get_args

from hypothesis import strategies as st
from question_strategies import PART_IDS

from protectcourse.course.prose_faults import find_prose_faults
from protectcourse.exchange.carried import NO_FEEDBACK, NO_RATIONALE
from protectcourse.plain_text import find_unclean
from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.checks import find_faults
from protectcourse.quiz.questions import (
    Bloom,
    MatchQuestion,
    NumberQuestion,
    OneQuestion,
    Option,
    OrderQuestion,
    Pair,
    Question,
    ReflectionQuestion,
    SeveralQuestion,
    ShortTextQuestion,
    TrueFalseQuestion,
)
from protectcourse.quiz.written import tidy_words

PIECES = (
    *("the desk", "a van", "*so*", "**so**", "***so***", "[[term]]", "[[term|five grounds]]"),
    *("a*b", "2 * 3", "a < b > c", "&", "&amp;", "&#8212;", '"', "'", "''", "`"),
    *("=1+1", "+1", "-1", "@sum", ";=1+1", ';"=1+1', "\n=1", "\t=1", "'=1", "'-", "＝1"),
    *("{", "}", "~", "#", "%50%", "->", ":", "::", "//", "\\", "\\n", "$CATEGORY:", "_x0041_"),
    *("1", "true", "null", "1977", "A.", "ANSWER: B", ",", ";", "|", "]]>", "<!--", "--", "_a_"),
    *("ärzte", "日本", "한국", "\u200d", "é", "\u0301", "😀", "\n", "\n\n", "  ", "\t", " "),
)
"""What texts are put together of: the signs that some format gives a meaning to."""
UNIT_IDS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9.\-]{0,8}", fullmatch=True)
WORDS = st.lists(
    st.sampled_from([piece for piece in PIECES if piece == " ".join(piece.split())]),
    min_size=1,
    max_size=4,
).map(" ".join)
SHARES = st.sampled_from(["-100", "-33.33333", "-5", "0", "10", "33.33333", "50"]).map(Decimal)


def _can_stand(text: str) -> bool:
    """Whether a course may hold a text as a stem."""
    faulty = any(True for _ in find_prose_faults(text, line_only=True))
    return bool(text.strip()) and not faulty and find_unclean(text) is None


TEXTS = (
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=6)
    .map("".join)
    .filter(lambda text: "****" not in text)  # ends and begins bold type: nobody sees it
    .filter(_can_stand)
)
CALM = WORDS.filter(_can_stand).filter(lambda text: "*" not in text and "[" not in text)
"""Texts on one line, without marks."""
NUMBERS = st.decimals(-(10**6), 10**6, allow_nan=False, allow_infinity=False, places=3)


def _shared() -> dict[str, st.SearchStrategy[Any]]:
    """Return what a question of any kind may have."""
    return {
        "stem": TEXTS,
        "objective": st.none() | UNIT_IDS,
        "bloom": st.none() | st.sampled_from(get_args(Bloom)),
        "source": st.lists(CALM, max_size=2).map(tuple),
        "claims": st.lists(UNIT_IDS, max_size=2).map(tuple),
        "as_of": st.sampled_from([None, "2012", "2012-03", "2012-03-28"]),
        "sensitivity": st.sampled_from(["S0", "S2"]),
        "contested": st.booleans(),
        "parallel_of": st.none() | UNIT_IDS,
        "angoff": st.sampled_from([None, Decimal("0.65"), Decimal(1)]),
        "was": st.none() | UNIT_IDS,
    }


def _options(least: int) -> st.SearchStrategy[dict[str, Option]]:
    option = st.builds(
        Option,
        text=TEXTS,
        rationale=TEXTS | st.just(NO_FEEDBACK),
        misconception=st.none() | UNIT_IDS,
        contrast=st.booleans(),
    )
    return st.dictionaries(PART_IDS, option, min_size=least, max_size=8)


@st.composite
def one_questions(draw: st.DrawFn) -> OneQuestion:
    """Questions with one right option, or with weights."""
    options = draw(_options(2))
    best = draw(st.sampled_from(sorted(options)))
    weighted = draw(st.booleans())
    marked = {
        name: _marked(option, name == best, Decimal(100) if name == best else draw(SHARES))
        if weighted
        else _marked(option, name == best, None)
        for name, option in options.items()
    }
    return draw(
        st.builds(
            OneQuestion,
            **_shared(),
            options=st.just(marked),
            rationale=st.none() | TEXTS,
            keep_order=st.booleans(),
        )
    )


@st.composite
def several_questions(draw: st.DrawFn) -> SeveralQuestion:
    """Questions with several right options, or with weights."""
    options = draw(_options(3))
    names = list(options)
    right = set(names[: draw(st.integers(2, min(len(names) - 1, 4)))])
    weighted = draw(st.booleans())
    part = (Decimal(100) / len(right)).quantize(Decimal("0.00001"))
    wrong = draw(st.sampled_from([Decimal(0), Decimal(-10), -part]))
    marked = {
        name: _marked(
            option, name in right, None if not weighted else part if name in right else wrong
        )
        for name, option in options.items()
    }
    return draw(
        st.builds(
            SeveralQuestion,
            **_shared(),
            options=st.just(marked),
            rationale=st.none() | TEXTS,
            keep_order=st.booleans(),
            all_or_nothing=st.booleans(),
        )
    )


def _marked(option: Option, right: bool, weight: Decimal | None) -> Option:
    return Option(
        text=option.text,
        rationale=option.rationale,
        misconception=option.misconception,
        contrast=option.contrast,
        correct=right and weight is None,
        weight=weight,
    )


def any_questions() -> st.SearchStrategy[Question]:
    """Questions of every kind."""
    reason = TEXTS | st.just(NO_RATIONALE)
    pairs = st.dictionaries(
        PART_IDS, st.builds(Pair, left=TEXTS, right=CALM), min_size=2, max_size=4
    )
    extra = st.dictionaries(PART_IDS.map("x-{}".format), CALM, max_size=2)
    accept = st.lists(CALM, min_size=1, max_size=3, unique_by=tidy_words).filter(
        lambda forms: all(map(tidy_words, forms))
    )
    shared = _shared()
    return st.one_of(
        one_questions(),
        several_questions(),
        st.builds(
            TrueFalseQuestion,
            **shared,
            answer=st.booleans(),
            rationale=reason,
            misconception=st.none() | UNIT_IDS,
        ),
        st.builds(
            OrderQuestion,
            **shared,
            steps=st.dictionaries(PART_IDS, TEXTS, min_size=3, max_size=5),
            rationale=reason,
        ),
        st.builds(MatchQuestion, **shared, pairs=pairs, extra=extra, rationale=reason),
        st.builds(
            NumberQuestion,
            **shared,
            answer=NUMBERS,
            tolerance=NUMBERS.map(abs),
            unit=st.none() | CALM,
            rationale=reason,
        ),
        st.builds(ShortTextQuestion, **shared, accept=accept.map(tuple), rationale=reason),
        st.builds(
            ReflectionQuestion,
            **shared,
            rationale=st.none() | TEXTS,
            model_answer=st.none() | TEXTS,
        ),
    )


def any_banks(most: int = 4) -> st.SearchStrategy[Quiz]:
    """Banks of which `check` would find nothing wrong."""
    return st.builds(
        Quiz,
        quiz=UNIT_IDS,
        title=CALM,
        questions=st.dictionaries(UNIT_IDS, any_questions(), min_size=1, max_size=most),
    ).filter(lambda quiz: not find_faults(quiz))
