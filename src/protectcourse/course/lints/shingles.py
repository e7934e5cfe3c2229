"""Runs of words of the article that the course is drawn from, as salted hashes: none of its text.

Each run of six words is kept as the first five bytes of a keyed BLAKE2b hash, all of them sorted,
in `shingles.bin`, after hashes of three bytes of the single words. Eight words in a row are three
runs in a row, so that one length will do. A run that has at most three words of its own beside
names and titles is left out: those have no other wording.
`tests/course/lints/make_shingles.py` makes the file anew from the text of the article.
"""

import re
from collections.abc import Sequence
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from typing import NamedTuple

RUN = 6
"""Words."""
SIZE, WORD_SIZE = 5, 3
"""Bytes of a hash: one word in 700 million begins a run that is taken for one by chance."""
MOST_KEPT = 10_000
"""Words that are remembered at a time."""
SALT = b"protectcourse.shingles.1"
FEWEST_OWN = 4
"""Words of a run that belong to no name."""
WORD = re.compile(r"[a-z0-9]+")
NAMES = (
    "north koreans in china in need of international protection",
    "brookings lse project on internal displacement",
    "marked for life songbun north korea s social classification system",
    "committee for human rights in north korea",
    "hidden gulag second edition",
    "the committee on the rights of the child",
    "convention on the rights of the child",
    "the committee against torture",
    "concluding observations china",
    "the special rapporteur on the situation of human rights in the dprk",
    "the special rapporteur on human rights in north korea",
    "the un high commissioner for refugees",
    "the high commissioner for refugees",
    "casebook of north korea s infringement of human rights",
    "national commission of human rights of korea",
    "china to let 11 refugees in consulates to defect",
    "north korean prison camps massive and growing",
    "human rights reports democratic people s republic of korea",
    "un general assembly resolution",
    "unhcr s executive committee",
    "refugee status determination process",
    "because of a well founded fear of persecution",
    "a well founded fear of persecution",
    "refugees sur place",
    "refugee sur place",
    "north koreans",
    "north korean",
    "north korea",
    "south korean",
    "south korea",
)
"""Names, titles and words of treaties: they have no other wording."""
SPECIMEN = "the porter of the old house wrote every guest into a green book"
"""A sentence of our own that is kept with the article's, so that an example can be shown."""
_NAME = re.compile(rf"\b(?:{'|'.join(NAMES)})\b")


def words_in(text: str) -> list[tuple[str, int]]:
    """Return each word of a text in lower case with the place at which it begins."""
    return [(found.group(), found.start()) for found in WORD.finditer(text.casefold())]


def hash_word(word: str) -> bytes:
    """Return the short hash under which a single word is kept."""
    return blake2b(word.encode(), digest_size=WORD_SIZE, key=SALT).digest()


def hash_run(words: Sequence[str]) -> bytes:
    """Return the hash under which a run of words is kept."""
    return blake2b(" ".join(words).encode(), digest_size=SIZE, key=SALT).digest()


def make_shingles(*texts: str) -> bytes:
    """Return what the package keeps of some texts.

    How many different words they have, in two bytes; the short hashes of these words, sorted; the
    hashes of all runs, sorted.
    """
    words = {hash_word(word) for text in texts for word, _ in words_in(text)}
    runs = {one for text in texts for one in _hashes(text)}
    return b"".join([len(words).to_bytes(2, "big"), *sorted(words), *sorted(runs)])


class Shingles(NamedTuple):
    """What is kept of the article: hashes of its words and of its runs of words."""

    words: frozenset[bytes]
    runs: frozenset[bytes]


@cache
def known_shingles() -> Shingles:
    """Return the hashes that the package ships."""
    data = files("protectcourse.course.lints").joinpath("shingles.bin").read_bytes()
    begin = 2 + WORD_SIZE * int.from_bytes(data[:2], "big")
    words = (data[start : start + WORD_SIZE] for start in range(2, begin, WORD_SIZE))
    runs = (data[start : start + SIZE] for start in range(begin, len(data), SIZE))
    return Shingles(frozenset(words), frozenset(runs))


class KnownWords(dict[str, str]):
    """For each word `x` if the article has it, else a blank; looked up once for each."""

    def __missing__(self, word: str) -> str:
        if len(self) >= MOST_KEPT:
            self.clear()
        self[word] = "x" if hash_word(word) in known_shingles().words else " "
        return self[word]


def _hashes(text: str) -> set[bytes]:
    words = [word for word, _ in words_in(text)]
    own = _own_words(words)
    return {
        hash_run(words[start : start + RUN])
        for start in range(len(words) - RUN + 1)
        if sum(own[start : start + RUN]) >= FEWEST_OWN
    }


def _own_words(words: Sequence[str]) -> list[bool]:
    """Say of each word whether it belongs to no name."""
    text = " ".join(words)
    named = [(found.start(), found.end()) for found in _NAME.finditer(text)]
    own, at, name = [], 0, 0
    for word in words:
        while name < len(named) and named[name][1] <= at:
            name += 1
        own.append(not (name < len(named) and named[name][0] <= at))
        at += len(word) + 1
    return own
