"""Which questions an attempt asks."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from question_strategies import banks, statement

from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.drawing import draw_questions, find_families

SEEDS = st.integers(0, 2**32 - 1)
DOMAINS = {"O1": "D1", "O2": "D1", "O3": "D2"}


def bank_of(parts: dict[str, int], draw: int, spread: str = "objective") -> Quiz:
    """Return a bank with so many questions for each objective."""
    questions = {f"{o}-{n}": statement(o) for o, count in parts.items() for n in range(count)}
    return Quiz(quiz="bank", title="Bank", draw=draw, spread=spread, questions=questions)  # type: ignore[arg-type]


@given(banks(), SEEDS)
def test_an_attempt_has_the_questions_it_should_and_none_twice(quiz: Quiz, seed: int) -> None:
    """As many as `draw` says, as far as the bank has so many that differ."""
    differing = len(set(find_families(quiz.questions).values()))

    drawn = draw_questions(quiz, seed, Counter(), DOMAINS)

    assert len(drawn) == len(set(drawn)) == min(quiz.draw or differing, differing)
    assert set(drawn) <= set(quiz.questions)


@given(banks(), SEEDS)
def test_an_attempt_never_asks_two_parallel_questions(quiz: Quiz, seed: int) -> None:
    """The second would be answered by the feedback on the first."""
    families = find_families(quiz.questions)

    drawn = draw_questions(quiz, seed, Counter(), DOMAINS)

    assert len({families[name] for name in drawn}) == len(drawn)


@given(banks(), SEEDS)
def test_the_same_seed_draws_the_same(quiz: Quiz, seed: int) -> None:
    """An attempt can be worked out again from what is stored with it."""
    assert draw_questions(quiz, seed, Counter()) == draw_questions(quiz, seed, Counter())


@given(SEEDS, st.sets(st.sampled_from([f"O1-{n}" for n in range(8)])))
def test_what_was_not_seen_comes_first(seed: int, seen: set[str]) -> None:
    """A second attempt with the same questions measures memory of the first."""
    quiz = bank_of({"O1": 8}, draw=4)

    drawn = draw_questions(quiz, seed, Counter(seen))

    assert sum(name in seen for name in drawn) == max(0, 4 - (8 - len(seen)))


@given(SEEDS)
def test_what_was_seen_less_often_comes_before_what_was_seen_more(seed: int) -> None:
    """When all were seen, the oldest acquaintances wait longest."""
    seen = Counter({"O1-0": 3, "O1-1": 1, "O1-2": 2, "O1-3": 1})

    drawn = draw_questions(bank_of({"O1": 4}, draw=2), seed, seen)

    assert set(drawn) == {"O1-1", "O1-3"}


@given(SEEDS)
def test_each_objective_gives_as_many(seed: int) -> None:
    """An attempt that happens to skip an objective says nothing about it."""
    drawn = draw_questions(bank_of({"O1": 9, "O2": 3, "O3": 1}, draw=7), seed, Counter())

    assert Counter(name[:2] for name in drawn) == {"O1": 3, "O2": 3, "O3": 1}


@given(SEEDS)
def test_each_domain_gives_as_many(seed: int) -> None:
    """The floor of the final counts by domain, so the draw must, too."""
    quiz = bank_of({"O1": 5, "O2": 5, "O3": 5}, draw=6, spread="domain")

    drawn = draw_questions(quiz, seed, Counter(), DOMAINS)

    assert Counter(DOMAINS[name[:2]] for name in drawn) == {"D1": 3, "D2": 3}


@given(SEEDS)
def test_the_last_question_comes_from_where_something_is_left_unseen(seed: int) -> None:
    """The lot must not ask again what was seen while there is something new."""
    quiz = bank_of({"O1": 2, "O2": 2}, draw=3)

    drawn = draw_questions(quiz, seed, Counter({"O1-0": 1}))

    assert drawn == ("O1-1", "O2-0", "O2-1")


def test_who_gives_the_last_question_is_decided_by_lot() -> None:
    """Otherwise the first objective of a file would always be asked most."""
    quiz = bank_of({"O1": 5, "O2": 5}, draw=3)

    most = {
        Counter(name[:2] for name in draw_questions(quiz, seed, Counter())).most_common(1)[0][0]
        for seed in range(30)
    }

    assert most == {"O1", "O2"}


def test_questions_are_asked_in_the_order_of_the_bank() -> None:
    """The order in the file is the order."""
    quiz = bank_of({"O1": 5, "O2": 5}, draw=6)

    drawn = draw_questions(quiz, 5, Counter())

    assert list(drawn) == [name for name in quiz.questions if name in drawn]


def test_parallels_of_parallels_are_one_family() -> None:
    """A bank grows by rewording; what was reworded twice is still the same question."""
    questions = {
        "a": statement(parallel_of="elsewhere"),
        "b": statement(parallel_of="a"),
        "c": statement(parallel_of="elsewhere"),
        "d": statement(),
        "e": statement(parallel_of="f"),
        "f": statement(parallel_of="e"),
    }

    families = find_families(questions)

    assert families["a"] == families["b"] == families["c"]
    assert families["e"] == families["f"]
    assert len(set(families.values())) == 3
