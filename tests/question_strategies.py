"""Questions of every kind, banks of them, and answers that fit, for laws that hold for all."""

from collections.abc import Callable
from decimal import Decimal
from typing import assert_never

from hypothesis import strategies as st

from protectcourse.quiz.answers import (
    Answer,
    ChoiceAnswer,
    MatchAnswer,
    NumberAnswer,
    OrderAnswer,
    ReflectionAnswer,
    TextAnswer,
    TrueFalseAnswer,
)
from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.questions import (
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

WORDS = st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=20)
PART_IDS = st.from_regex(r"[a-z][a-z0-9_-]{0,5}", fullmatch=True)
NUMBERS = st.decimals(-(10**6), 10**6, allow_nan=False, allow_infinity=False, places=3)


def one_questions() -> st.SearchStrategy[OneQuestion]:
    """Questions with one right option among two to eight."""
    return st.builds(
        lambda names, stem, right, keep: OneQuestion(
            stem=stem,
            options=_options(names, {names[right % len(names)]}),
            keep_order=keep,
        ),
        _ids(2, 8),
        WORDS,
        st.integers(0, 7),
        st.booleans(),
    )


def several_questions() -> st.SearchStrategy[SeveralQuestion]:
    """Questions with two right options at least and one wrong one."""
    return st.builds(
        lambda names, stem, right, strict: SeveralQuestion(
            stem=stem,
            options=_options(names, set(names[: 2 + right % (len(names) - 2)])),
            all_or_nothing=strict,
        ),
        _ids(3, 8),
        WORDS,
        st.integers(0, 5),
        st.booleans(),
    )


def true_false_questions() -> st.SearchStrategy[TrueFalseQuestion]:
    """Statements that are true or false."""
    return st.builds(TrueFalseQuestion, stem=WORDS, answer=st.booleans(), rationale=WORDS)


def order_questions() -> st.SearchStrategy[OrderQuestion]:
    """Three to eight steps to be put in order."""
    steps = st.dictionaries(PART_IDS, WORDS, min_size=3, max_size=8)
    return st.builds(OrderQuestion, stem=WORDS, steps=steps, rationale=WORDS)


def match_questions() -> st.SearchStrategy[MatchQuestion]:
    """Two to eight pairs, some with equal right-hand sides, and up to two extra ones."""
    return st.builds(
        lambda names, stem, rights, extra: MatchQuestion(
            stem=stem,
            pairs={
                name: Pair(left=name, right=rights[n % len(rights)]) for n, name in enumerate(names)
            },
            extra={f"extra-{n}-more": text for n, text in enumerate(extra)},
            rationale="Why.",
        ),
        _ids(2, 8),
        WORDS,
        st.lists(WORDS, min_size=1, max_size=8),
        st.lists(WORDS, max_size=2),
    )


def number_questions() -> st.SearchStrategy[NumberQuestion]:
    """Questions for a number, with or without a tolerance."""
    return st.builds(
        NumberQuestion,
        stem=WORDS,
        answer=NUMBERS,
        tolerance=NUMBERS.map(abs) | st.just(Decimal(0)),
        unit=st.none() | st.just("km"),
        rationale=WORDS,
    )


def short_text_questions() -> st.SearchStrategy[ShortTextQuestion]:
    """Questions for a word or a few."""
    forms = st.lists(WORDS, min_size=1, max_size=4).map(tuple)
    return st.builds(ShortTextQuestion, stem=WORDS, accept=forms, rationale=WORDS)


def reflection_questions() -> st.SearchStrategy[ReflectionQuestion]:
    """Questions to think about."""
    return st.builds(ReflectionQuestion, stem=WORDS, model_answer=st.none() | WORDS)


KINDS: dict[str, Callable[[], st.SearchStrategy[Question]]] = {
    "one": one_questions,
    "several": several_questions,
    "true-false": true_false_questions,
    "order": order_questions,
    "match": match_questions,
    "number": number_questions,
    "short-text": short_text_questions,
    "reflection": reflection_questions,
}
"""A strategy for each kind."""


def questions(*kinds: str) -> st.SearchStrategy[Question]:
    """Questions of the given kinds, or of any."""
    return st.one_of([KINDS[kind]() for kind in kinds or KINDS])


def fitting_answers(
    question: Question,
) -> st.SearchStrategy[Answer]:
    """Answers that a front end could hand in for this question, right or not."""
    match question:
        case OneQuestion():
            return st.sampled_from(sorted(question.options)).map(
                lambda name: ChoiceAnswer(frozenset({name}))
            )
        case SeveralQuestion():
            return st.frozensets(st.sampled_from(sorted(question.options))).map(ChoiceAnswer)
        case TrueFalseQuestion():
            return st.booleans().map(TrueFalseAnswer)
        case OrderQuestion():
            return st.permutations(list(question.steps)).map(lambda s: OrderAnswer(tuple(s)))
        case MatchQuestion():
            rights = st.sampled_from(sorted(question.right_sides))
            return st.fixed_dictionaries(dict.fromkeys(question.pairs, rights)).map(MatchAnswer)
        case NumberQuestion():
            near = st.just(question.answer) | NUMBERS
            return near.map(lambda number: NumberAnswer(f"{number:f}"))
        case ShortTextQuestion():
            return (st.sampled_from(question.accept) | st.text(max_size=30)).map(TextAnswer)
        case ReflectionQuestion():
            return st.text(max_size=60).map(ReflectionAnswer)
        case _:
            assert_never(question)


def answered_questions(*kinds: str) -> st.SearchStrategy[tuple[Question, Answer]]:
    """Questions, each with an answer that fits."""
    return questions(*kinds).flatmap(lambda q: st.tuples(st.just(q), fitting_answers(q)))


def right_answer(question: Question) -> Answer:
    """Return the answer that is fully right; of a reflection, any."""
    match question:
        case OneQuestion() | SeveralQuestion():
            return ChoiceAnswer(question.key)
        case TrueFalseQuestion():
            return TrueFalseAnswer(question.answer)
        case OrderQuestion():
            return OrderAnswer(tuple(question.steps))
        case MatchQuestion():
            return MatchAnswer({name: name for name in question.pairs})
        case NumberQuestion():
            return NumberAnswer(f"{question.answer:f}")
        case ShortTextQuestion():
            return TextAnswer(question.accept[0])
        case ReflectionQuestion():
            return ReflectionAnswer("")
        case _:
            assert_never(question)


def statement(objective: str | None = None, parallel_of: str | None = None) -> TrueFalseQuestion:
    """Return a question of which only the place in a bank matters."""
    return TrueFalseQuestion(
        stem="True or false?",
        answer=True,
        rationale="Because.",
        objective=objective,
        parallel_of=parallel_of,
    )


@st.composite
def banks(draw: st.DrawFn) -> Quiz:
    """Banks over a few objectives, some questions parallel to others, some drawn from."""
    names = [f"q{number}" for number in range(draw(st.integers(1, 15)))]
    parents = st.none() | st.sampled_from([*names, "elsewhere"])
    objectives = st.sampled_from(["O1", "O2", "O3", None])
    bank = {name: statement(draw(objectives), draw(parents)) for name in names}
    wanted = draw(st.none() | st.integers(1, len(names)))
    return Quiz(
        quiz="bank",
        title="Bank",
        questions=bank,
        draw=wanted,
        spread="domain" if draw(st.booleans()) else "objective",
    )


def _ids(least: int, most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(PART_IDS, min_size=least, max_size=most, unique=True)


def _options(names: list[str], right: set[str]) -> dict[str, Option]:
    return {
        name: Option(text=f"Option {name}", rationale=f"Why {name}.", correct=name in right)
        for name in names
    }
