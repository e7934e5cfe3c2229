"""How alike texts are by their words: the cosine of their vectors, rare words weighing more."""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import log, sqrt

Vector = dict[str, float]
COMMON_SHARE, COMMON_LEAST = 0.25, 8
"""A word in more texts than this leads to no pair by itself: most pairs would be looked at."""


def weigh(texts: Sequence[list[str]]) -> list[Vector]:
    """Return the vector of each text, of length 1: how often each word stands in it × how rare."""
    found_in = Counter(word for words in texts for word in set(words))
    rarity = {word: log((1 + len(texts)) / (1 + count)) + 1 for word, count in found_in.items()}
    return [_unit_vector(words, rarity) for words in texts]


def cosine(one: Vector, other: Vector) -> float:
    """Return from 0 (no word in common) to 1 (the same words) how alike two vectors are."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[word] for word, weight in one.items() if word in other)


def pairs_above(vectors: Sequence[Vector], least: float) -> Iterator[tuple[int, int, float]]:
    """Give the places, first below second, and likeness of all pairs as alike as `least`."""
    most = max(COMMON_LEAST, COMMON_SHARE * len(vectors))
    index: dict[str, list[int]] = {}
    for place, vector in enumerate(vectors):
        for word in vector:
            index.setdefault(word, []).append(place)
    for place, vector in enumerate(vectors):
        near = {
            other
            for word in vector
            if len(index[word]) <= most
            for other in index[word]
            if other < place
        }
        for other in sorted(near):
            alike = cosine(vector, vectors[other])
            if alike >= least:
                yield other, place, alike


def _unit_vector(words: list[str], rarity: dict[str, float]) -> Vector:
    vector = {word: count * rarity[word] for word, count in Counter(words).items()}
    length = sqrt(sum(weight * weight for weight in vector.values()))
    return {word: weight / length for word, weight in vector.items()} if length else {}
