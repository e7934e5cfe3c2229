from pathlib import Path

import pytest

from protectcourse.course.lints import shingles
from protectcourse.course.lints.shingles import (
    RUN,
    SIZE,
    SPECIMEN,
    WORD_SIZE,
    KnownWords,
    hash_run,
    known_shingles,
    make_shingles,
    words_in,
)

ARTICLE = Path(__file__).parents[4] / "shared" / "source" / "cohen-2012.txt"
SHIPPED = Path(shingles.__file__).with_name("shingles.bin")


def test_the_specimen_is_known_by_its_runs() -> None:
    """The example of the lint must be found without a word of the article."""
    words = [word for word, _ in words_in(SPECIMEN)]

    assert {KnownWords()[word] for word in words} == {"x"}
    assert hash_run(words[:RUN]) in known_shingles().runs
    assert hash_run(words[1 : RUN + 1]) in known_shingles().runs


def test_no_word_of_the_article_ships() -> None:
    """The article is not ours: what is kept of it can be compared with and not read."""
    data = SHIPPED.read_bytes()

    assert len(data) == 2 + WORD_SIZE * len(known_shingles().words) + SIZE * len(
        known_shingles().runs
    )
    for word in (b"north", b"korea", b"refugee", b"return", b"china"):
        assert word not in data.lower()


def test_names_are_left_out() -> None:
    """“Convention on the Rights of the Child” has no other wording."""
    name = "the convention on the rights of the child"
    data = make_shingles(f"{name} was signed")

    words = [word for word, _ in words_in(name)]
    assert hash_run(words[:RUN]) not in data


@pytest.mark.skipif(not ARTICLE.exists(), reason="the article stands beside a checkout only")
def test_the_file_is_made_from_the_article() -> None:
    """A change of how runs are hashed must be followed by making the file anew."""
    assert make_shingles(ARTICLE.read_text("utf-8"), SPECIMEN) == SHIPPED.read_bytes()


@pytest.mark.skipif(not ARTICLE.exists(), reason="the article stands beside a checkout only")
def test_borrowed_words_are_found() -> None:
    """All its runs are known but those of names and titles, which have no other wording."""
    words = [word for word, _ in words_in(ARTICLE.read_text("utf-8"))]
    known = known_shingles().runs
    found = [hash_run(words[start : start + RUN]) in known for start in range(len(words) - RUN)]

    assert sum(found) > 0.85 * len(found)
