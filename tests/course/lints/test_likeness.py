import pytest

from protectcourse.course.lints.likeness import cosine, pairs_above, weigh


def test_the_same_words_in_any_order_are_alike() -> None:
    """A question that was turned round asks the same."""
    one, other, third = weigh([["ban", "return"], ["return", "ban"], ["food"]])

    assert cosine(one, other) == pytest.approx(1)
    assert cosine(one, third) == 0


def test_a_rare_word_in_common_says_more_than_a_usual_one() -> None:
    """“Refugee” stands everywhere; “moratorium” leads to the other question."""
    texts = [["refugee", "moratorium"], ["moratorium", "x"], ["refugee", "y"], ["refugee", "z"]]
    vectors = weigh(texts)

    assert cosine(vectors[0], vectors[1]) > cosine(vectors[0], vectors[2])


def test_each_pair_is_given_once_first_place_first() -> None:
    """A twin is told at the later question, and once."""
    vectors = weigh([["a", "b"], ["c"], ["a", "b"], []])

    assert [(one, other) for one, other, _ in pairs_above(vectors, 0.9)] == [(0, 2)]
