"""A bank as YAML: what is written is what the strict reader reads."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from question_strategies import questions

from protectcourse.course.file_reading import read_file
from protectcourse.exchange.bank_yaml import bank_yaml, write_bank
from protectcourse.exchange.carried import CarriedIn
from protectcourse.locations import shipped_courses
from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.questions import (
    NumberQuestion,
    OneQuestion,
    Option,
    Question,
    ReflectionQuestion,
    ShortTextQuestion,
)

NASTY = [
    *("true", "null", "~", "007", "1977", "12:30", "1e3", "0x1F", "no", "<<", "-", "- a", "? b"),
    *("a: b", "a #b", "#", "'", '"', 'it\'s "so"', " lead", "trail ", "  both  ", "a\n", "a\n\n"),
    *("a\n b\n", "\n a", " a\nb", "a\tb", "\ttab", "%YAML", "---", "...", "&a", "*a", "!x", "|"),
    *("> q", "@x", "`x`", "{a}", "[a]", "a\\nb", "x" * 400, "word " * 90, "é 日本 😀", "a\u00a0b"),
    *("key:\n  - a: |\n      b\n", "a  b" * 40, "\u200d", "a:", ": a", ",", "a,b: c"),
]
TEXTS = st.sampled_from(NASTY) | st.text(
    st.characters(categories=["L", "N", "P", "S", "Zs"], include_characters="\n\t"), min_size=1
)


def bank(**asked: Question) -> Quiz:
    """Return a bank of these questions."""
    return Quiz(quiz="bank", title="Bank", questions=asked)


def read(folder: Path, text: str) -> object:
    """Return what the strict reader makes of a file, having made sure that it finds no fault."""
    path = folder / "bank.yaml"
    path.write_text(text, encoding="utf-8", newline="\n")
    reading = read_file(path, "bank.yaml")
    assert reading.problems == ()
    return reading.value


@pytest.mark.parametrize("text", NASTY, ids=repr)
def test_a_nasty_text_is_read_as_it_was_written(tmp_path: Path, text: str) -> None:
    """The field decides what a value is, never YAML: `no` is a word, and `007` is no 7."""
    short = text[:400]
    question = OneQuestion(
        stem=text,
        options={"1": Option(text=short, rationale=text), "null": Option(text="b", rationale=text)},
        source=(short, "b"),
    )
    quiz = replace(
        bank(q=question, true=ShortTextQuestion(stem=text, accept=(short,), rationale="r")),
        title=short,
    )

    assert read(tmp_path, write_bank(quiz)) == quiz


@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.dictionaries(
        st.from_regex(r"[A-Za-z0-9][A-Za-z0-9.\-]{0,9}", fullmatch=True), questions(), min_size=1
    ),
    TEXTS,
)
def test_any_bank_is_read_as_it_was_written(
    tmp_path: Path, asked: dict[str, Question], text: str
) -> None:
    """A question that changes on the way into a file is another question."""
    quiz = bank(**asked, last=ReflectionQuestion(stem=text, model_answer=text))

    assert read(tmp_path, write_bank(quiz)) == quiz


@pytest.mark.parametrize("path", sorted(shipped_courses().quizzes.rglob("*.yaml")), ids=str)  # type: ignore[union-attr]
def test_a_shipped_bank_is_read_as_it_was_written(tmp_path: Path, path: Path) -> None:
    """They hold every key that a bank can have."""
    quiz = read_file(path, path.name).value
    assert isinstance(quiz, Quiz)

    assert read(tmp_path, write_bank(quiz)) == quiz


def test_a_bank_looks_as_an_author_writes_it() -> None:
    """What is brought in is edited by hand from then on (course_format.md §4)."""
    question = OneQuestion(
        stem="Somebody waits at the door, without a badge and without a name that anybody knows. "
        "What do you do?",
        options={
            "walk": Option(text="Walk along: to the desk", rationale="They ask.", correct=True),
            "leave": Option(text="Leave them", rationale="No.", misconception="not-mine"),
        },
        source=("house-rules, 3",),
    )
    number = NumberQuestion(stem="At what time?", answer=Decimal("8.5"), rationale="At half past.")

    written = bank_yaml(
        CarriedIn(quiz=bank(door=question, hour=number), comments={"hour": ("tags: day",)})
    )

    assert written == dedent(
        """\
        # yaml-language-server: $schema=../../lessons/.schema/quiz.json
        quiz: bank
        title: Bank
        questions:
          door:
            kind: one
            source: ['house-rules, 3']
            stem: >-
              Somebody waits at the door, without a badge and without a name that anybody knows.
              What do you do?
            options:
              walk:
                text: 'Walk along: to the desk'
                correct: true
                rationale: They ask.
              leave:
                text: Leave them
                rationale: No.
                misconception: not-mine
          # tags: day
          hour:
            kind: number
            stem: At what time?
            answer: 8.5
            rationale: At half past.
        """
    )


def test_long_texts_stand_in_lines_and_stay_the_very_same(tmp_path: Path) -> None:
    """A line of a thousand columns cannot be read; a changed one would be another question."""
    question = ReflectionQuestion(stem="word " * 200 + "end?", model_answer="- not a list " * 20)

    written = write_bank(bank(q=question))

    assert max(len(line) for line in written.split("\n")) <= 100
    assert read(tmp_path, written) == bank(q=question)


def test_a_comment_cannot_end_its_line() -> None:
    """A title from elsewhere must not become a key of the bank."""
    carried = CarriedIn(
        quiz=bank(q=ReflectionQuestion(stem="Why?")), comments={"q": ("a\nquiz: other\x1b[2J",)}
    )

    lines = bank_yaml(carried).split("\n")

    assert [line for line in lines if "other" in line] == ["  # a quiz: other\ufffd[2J"]
