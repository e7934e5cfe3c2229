"""Chance that comes from a seed alone, the same on every computer and in every version."""

from hashlib import sha256


def draw(seed: int, *words: str, among: int) -> int:
    """Return a number from 0 to `among` - 1, by lot for this seed and these words."""
    return int.from_bytes(sha256(_text(seed, words)).digest()) % among


def rank(seed: int, *words: str) -> bytes:
    """Return a key to sort by: an order by lot, in which each thing keeps its own rank."""
    return sha256(_text(seed, words)).digest()


def _text(seed: int, words: tuple[str, ...]) -> bytes:
    return "\n".join((str(seed), *words)).encode()
