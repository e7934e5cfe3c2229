"""A bank written as GIFT is the same bank when it is read again."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from question_strategies import KINDS

from protectcourse.course.file_reading import read_file
from protectcourse.exchange.gift.gift_reader import read_gift
from protectcourse.exchange.gift.gift_writer import write_gift
from protectcourse.locations import shipped_courses
from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.checks import find_question_faults
from protectcourse.quiz.questions import (
    MatchQuestion,
    NumberQuestion,
    OneQuestion,
    Option,
    Pair,
    Question,
    SeveralQuestion,
    ShortTextQuestion,
    TrueFalseQuestion,
)

CARRIED = [kind for kind in KINDS if kind != "order"]
NASTY = st.text(st.sampled_from("ab1 é:#=~{}\\n>&-./%$'\"?"), min_size=1, max_size=25)


def bank(**questions: Question) -> Quiz:
    """Return a bank of these questions."""
    return Quiz(quiz="bank", title="Bank", questions=questions)


def there_and_back(quiz: Quiz) -> Quiz | None:
    """Return a bank after it was written and read."""
    return read_gift(write_gift(quiz).data, quiz.quiz, quiz.title).quiz


def words(text: str) -> str:
    """Return a text that is one run without spare blanks, and has words."""
    return " ".join(["w", *text.split(), "z"])


@st.composite
def questions(draw: st.DrawFn) -> Question:
    """Questions of every kind that GIFT has, of texts full of its signs."""
    text = NASTY.map(words)
    question = draw(st.sampled_from(CARRIED).flatmap(lambda kind: KINDS[kind]()))
    question = replace(question, stem=draw(text))
    match question:
        case OneQuestion() | SeveralQuestion():
            options = {
                name: replace(one, text=draw(text), rationale=draw(text))
                for name, one in question.options.items()
            }
            plain = replace(question, options=options, keep_order=False)
            return (
                replace(plain, all_or_nothing=False)
                if isinstance(plain, SeveralQuestion)
                else plain
            )
        case MatchQuestion():
            pairs = {name: Pair(left=draw(text), right=draw(text)) for name in question.pairs}
            extra = {name: draw(text) for name in question.extra}
            return replace(question, pairs=pairs, extra=extra, rationale=draw(text))
        case NumberQuestion():
            return replace(question, unit=None, rationale=draw(text))
        case ShortTextQuestion():
            forms = st.text(st.sampled_from("abc:#=~{}\\*."), min_size=1, max_size=9)
            accept = draw(st.lists(forms.map("x{}".format), min_size=1, max_size=3, unique=True))
            return replace(question, accept=tuple(accept), rationale=draw(text))
        case TrueFalseQuestion():
            return replace(question, rationale=draw(text))
        case _:
            return replace(question, model_answer=draw(st.none() | text))


@settings(deadline=None, max_examples=50)
@given(st.dictionaries(st.from_regex(r"[a-z][A-Za-z0-9.\-]{0,9}", fullmatch=True), questions()))
def test_what_is_written_is_read_again(asked: dict[str, Question]) -> None:
    """Sent to Moodle and brought back, no learner may find another question."""
    sound = {name: one for name, one in asked.items() if not find_question_faults(one, ())}
    if not sound:
        return

    back = there_and_back(bank(**sound))

    assert back is not None
    assert dict(back.questions) == sound


def test_weights_come_back() -> None:
    """A part of the points is worth as much in Moodle, and after."""
    options = {
        name: Option(text=name, rationale="So.", weight=Decimal(weight))
        for name, weight in (("a", 100), ("b", 50), ("c", -25))
    }
    quiz = bank(q=OneQuestion(stem="Which?", options=options))

    assert there_and_back(quiz) == quiz
    assert b"~%50%" in write_gift(quiz).data


@pytest.mark.parametrize("path", sorted(shipped_courses().quizzes.rglob("*.yaml")), ids=str)  # type: ignore[union-attr]
def test_the_shipped_banks_come_back_but_for_what_was_told(path: Path) -> None:
    """The banks that we ship are the first that somebody will want in Moodle."""
    quiz = read_file(path, path.name).value
    assert isinstance(quiz, Quiz)
    written = write_gift(quiz)
    told = {one.item for one in written.left_out}

    back = read_gift(written.data, quiz.quiz, quiz.title).quiz

    assert back is not None
    for name, question in quiz.questions.items():
        if name not in back.questions:
            assert question.kind == "order"
            assert name in told
            continue
        assert back.questions[name].stem == question.stem
        assert name in told or back.questions[name] == question


def test_what_has_no_place_in_gift_is_told_question_by_question() -> None:
    """Exported, a question loses its objective and source: an author must know."""
    question = TrueFalseQuestion(
        stem="Open?", answer=True, rationale="It is.", objective="O1", source=("law, 3",)
    )

    told = write_gift(replace(bank(door=question), draw=1)).left_out

    assert [(one.item, one.what) for one in told] == [
        ("Bank", "Not carried from the head of the bank: draw."),
        ("door", "Not carried: objective, source."),
    ]
