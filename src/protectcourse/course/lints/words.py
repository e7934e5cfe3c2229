"""Words and sentences, as the lints count and compare them."""

import re
from functools import lru_cache

STOP_WORDS = frozenset(
    [
        "a",
        "about",
        "above",
        "after",
        "again",
        "all",
        "also",
        "am",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "because",
        "been",
        "before",
        "being",
        "below",
        "between",
        "both",
        "but",
        "by",
        "can",
        "could",
        "did",
        "do",
        "does",
        "doing",
        "down",
        "during",
        "each",
        "few",
        "for",
        "from",
        "further",
        "had",
        "has",
        "have",
        "having",
        "he",
        "her",
        "here",
        "hers",
        "him",
        "his",
        "how",
        "i",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "itself",
        "just",
        "me",
        "more",
        "most",
        "must",
        "my",
        "of",
        "off",
        "on",
        "once",
        "only",
        "or",
        "other",
        "our",
        "out",
        "over",
        "own",
        "per",
        "same",
        "shall",
        "she",
        "should",
        "so",
        "some",
        "still",
        "such",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "through",
        "to",
        "too",
        "under",
        "until",
        "up",
        "upon",
        "us",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "whether",
        "which",
        "while",
        "who",
        "whom",
        "whose",
        "why",
        "will",
        "with",
        "would",
        "yet",
        "you",
        "your",
        "may",
        "might",
    ]
)
"""Words that say nothing of what a text is about. `no`, `not` and `never` are none of them."""
WORD = re.compile(r"[^\W\d_]+(?:[’'\-][^\W\d_]+)*|\d[\d,.]*\d|\d")
SENTENCE_END = re.compile(
    r"(?:(?<=[.!?])|(?<=[.!?][\"'”’)\]]))(?<!\bNo\.)(?<!\b[Aa]rt\.)(?<!\bparas\.)(?<!\bpara\.)"
    r"(?<!\b[DM]r\.)(?<!\bMs\.)(?<!\bSt\.)(?<!\b[A-Z]\.)\s+(?=[\"'“‘(]*[^\W_a-z])"
)
STOP = re.compile(r"[.!?]+[\"'”’)\]]*(?=\s|\Z)")
ABBREVIATIONS = ("No. ", "art. ", "Art. ", "para. ", "paras. ")
CLOSED = tuple(stop + mark for stop in ".!?" for mark in ("", '"', "'", "”", "’", ")", "]"))
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)‘[^’]*’(?!\w)|(?<!\w)'[^'\n]*'(?!\w)")
YEAR = re.compile(r"(?<![\d,./])(?:1[5-9]|20)\d\d(?!\d|[,.]\d)s?")
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("ing", ""), ("edly", ""), ("ed", ""), ("s", ""))
_SHORTEST_ROOT = 3


def words_of(text: str) -> list[str]:
    """Return the words and numbers of a plain text, in order and as they are written."""
    return WORD.findall(text)


def count_words(text: str) -> int:
    """Return how many words a plain text has."""
    return len(WORD.findall(text))


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a plain text in one run."""
    return [one for one in SENTENCE_END.split(text) if one]


def count_sentences(lines: str) -> int:
    """Return how many sentences a plain text has, one paragraph a line: quicker than to part it."""
    ends = len(STOP.findall(lines)) - sum(map(lines.count, ABBREVIATIONS))
    open_ends = (not line.endswith(CLOSED) for line in lines.split("\n"))
    return ends + sum(open_ends)


def last_sentence(text: str) -> str:
    """Return what is asked at the end of a stem: its last sentence, without “Choose all …”."""
    sentences = sentences_of(text)
    while len(sentences) > 1 and re.match(
        r"(?:Choose|Select|Tick|Mark|Write)\b", sentences[-1].lstrip("\"'“‘(")
    ):
        sentences.pop()
    return sentences[-1] if sentences else ""


def without_quotations(text: str) -> str:
    """Return a text without what stands in quotation marks."""
    return QUOTED.sub(" ", text)


def content_words(text: str) -> list[str]:
    """Return the words that say what a text is about, by their roots, in order."""
    roots = [root_of(word.casefold()) for word in WORD.findall(text)]
    return [root for root in roots if root]


@lru_cache(maxsize=50_000)
def root_of(word: str) -> str:
    """Return a word in lower case without its usual endings; empty for a stop word."""
    bare = word.replace("’", "'").removesuffix("'s").removesuffix("'")
    if bare in STOP_WORDS or (len(bare) == 1 and not bare.isdigit()):
        return ""
    for ending, put in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= _SHORTEST_ROOT:
            root = bare[: -len(ending)] + put
            is_doubled = (
                len(root) > _SHORTEST_ROOT and root[-1] == root[-2] and root[-1] in "bgmnprt"
            )
            return (root[:-1] if is_doubled and not put else root).removesuffix("e")
    return bare.removesuffix("e") if len(bare) > _SHORTEST_ROOT else bare
