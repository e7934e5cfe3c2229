"""Q128: wording taken over from the article that the course is drawn from.

Source: content.md §5.3: an error for eight words in a row that stand so in the article, a warning
for two runs of six in one text or more. The article is known by salted hashes only (`shingles`), so
no text of it ships. Names, titles and symbols do not count. A quotation that is meant stands in
`lint_allow` with its reason. The example's sentence is our own, and kept with the article's.
"""

import re
from collections.abc import Iterator
from functools import cache

from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.shingles import (
    RUN,
    WORD,
    KnownWords,
    hash_run,
    known_shingles,
    words_in,
)
from protectcourse.course.lints.unit import Unit
from protectcourse.findings import Finding, Severity

LONG = 8
"""Words in a row that are nobody's by chance."""
SHORT_RUNS = 2
STRETCH = re.compile(f"x{{{RUN},}}")
"""Words in a row that the article has, in whatever order."""


def find(unit: Unit) -> Iterator[Finding]:
    """Give each text that shares words in a row with the article."""
    known, words = known_shingles().runs, _known_words()
    if not _shared_runs(unit.text, known, words):
        return
    for passage in unit.passages:
        text = passage.plain
        runs = _shared_runs(text, known, words)
        long = next((shared for length, shared in runs if length >= LONG), None)
        if long is None and len(runs) < SHORT_RUNS:
            continue
        shown = long if long is not None else runs[0][1]
        yield Finding(
            code="Q128",
            path=passage.path,
            message=f"the article has the same words in a row: “{shown}”",
            hint="Say it in your own words, or quote it and give the reason in `lint_allow`.",
            severity=Severity.ERROR if long is not None else Severity.WARNING,
            offset=passage.offset_of(shown),
        )


@cache
def _known_words() -> KnownWords:
    return KnownWords()


def _shared_runs(
    text: str, known: frozenset[bytes], known_words: KnownWords
) -> list[tuple[int, str]]:
    """Return the length in words and the wording of each run that the article has too."""
    words = WORD.findall(text.casefold())
    marks = "".join(map(known_words.__getitem__, words))
    runs: list[tuple[int, str]] = []
    for stretch in STRETCH.finditer(marks):
        start, last = stretch.start(), stretch.end()
        while start <= last - RUN:
            end = start + RUN
            if hash_run(words[start:end]) not in known:
                start += 1
                continue
            while end < last and hash_run(words[end - RUN + 1 : end + 1]) in known:
                end += 1
            runs.append((end - start, _wording(text, start, end)))
            start = end
    return runs


def _wording(text: str, start: int, end: int) -> str:
    """Return a run of words as it is written in the text."""
    placed = words_in(text)
    last_word, last_at = placed[end - 1]
    return text[placed[start][1] : last_at + len(last_word)]


LINT = Lint(
    code="Q128",
    title="The course carries the article's facts in its own words.",
    why="The course is drawn from an article that belongs to its author. Its facts are free"
    " to tell; its sentences are not ours.",
    mend="Tell it in your own words and cite the place. If a quotation is meant, put it in"
    " quotation marks and give the reason in `lint_allow`.",
    severity=Severity.ERROR,
    find=find,
    good=Example(
        yaml="""\
title: A question about statements
text: Roberta Cohen asks whether talks behind closed doors and words in
  public would help.
"""
    ),
    bad=Example(
        yaml="""\
title: A question about guests
text: The porter of the old house wrote every guest into a green book, as
  was the custom.
"""
    ),
)
