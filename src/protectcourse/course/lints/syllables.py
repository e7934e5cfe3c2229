"""How many syllables a word has: a list of known words, and rules for the rest (`syllapy`).

`syllapy` (MIT, pure Python, 25 KB) comes within one per cent of the CMU dictionary's total over the
course's own text; `pyphen`, whose hyphens are fewer than syllables, is six per cent short of it,
and `textstat` needs a download and two larger libraries for the same count.
"""

from syllapy import count  # type: ignore[import-untyped]  # it ships no types

UNREAD = 1
"""For what the list cannot count, such as a number: it is read as one word."""
LONGEST = 12
MOST_KEPT = 10_000
"""Words, beyond which all are worked out anew: a large course is not kept in memory."""
MARKS = "\"'“”‘.,;:!?()[]–…"


class Syllables(dict[str, int]):
    """The syllables of English words in lower case, worked out when a word is first met.

    A word may have its punctuation with it, as a text split at its blanks has it.

    `terms` are explained at a key press, so each word of them counts two at most.
    """

    TERM = 2

    def __init__(self, terms: frozenset[str] = frozenset()) -> None:
        super().__init__()
        self._terms = terms

    def __missing__(self, word: str) -> int:
        bare = word.replace("’", "'").strip(MARKS).removesuffix("'s")
        if len(self) >= MOST_KEPT:
            self.clear()
        counted = min(LONGEST, int(count(bare)) or UNREAD)
        self[word] = min(self.TERM, counted) if bare in self._terms else counted
        return self[word]
