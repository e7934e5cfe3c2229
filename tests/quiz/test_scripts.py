"""Attempts that an author has written down."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protectcourse.course.file_reading import read_file
from protectcourse.errors import AnswerError
from protectcourse.quiz.answers import Answer, ChoiceAnswer, MatchAnswer, OrderAnswer
from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.checks import find_faults
from protectcourse.quiz.fingerprint import fingerprint
from protectcourse.quiz.scripts import (
    is_as_expected,
    run_script,
    scripted_answer,
    words_of,
)

BANK = """\
quiz: visitors
title: Visitors
questions:
  door:
    kind: one
    stem: Someone waits at the door. What do you do?
    options:
      hold: {text: Hold it open, rationale: Nobody knows who is inside.}
      walk: {text: Walk along, rationale: The desk can check., correct: true}
  all-right:
    kind: several
    stem: "Who may come in?"
    options:
      staff: {text: Staff, rationale: They work here., correct: true}
      guest: {text: A guest with a badge, rationale: They were let in., correct: true}
      other: {text: Anybody, rationale: The desk does not know them.}
  badge:
    kind: true-false
    stem: "True or false: a badge is needed."
    answer: true
    rationale: Without one nobody knows who somebody is.
  steps:
    kind: order
    stem: "In which order?"
    rationale: First ask, then walk, then sign.
    steps: {ask: Ask, walk: Walk, sign: Sign}
  sides:
    kind: match
    stem: "Match:"
    rationale: The desk signs, the guard looks.
    pairs:
      desk: {left: Desk, right: Signs}
      guard: {left: Guard, right: Looks}
    extra: {cook: Cooks}
  floor:
    kind: number
    stem: "On which floor?"
    answer: 2
    rationale: The desk stands on the second floor of the house.
  word:
    kind: short-text
    stem: "Which word?"
    accept: [badge]
    rationale: The word that stands on the door in large letters.
"""
ALL_RIGHT = """\
tests:
  all_right:
    answers:
      door: walk
      all-right: [staff, guest]
      badge: true
      steps: [ask, walk, sign]
      sides: [desk = desk, guard = guard]
      floor: 2
      word: Badge
    expect: passed
"""


def bank(folder: Path, tests: str = ALL_RIGHT) -> Quiz:
    """Return the bank of a file with some scripts."""
    path = folder / "visitors.yaml"
    path.write_text(BANK + tests, encoding="utf-8")
    value = read_file(path, "visitors.yaml").value
    assert isinstance(value, Quiz)
    return value


def script(answers: str, expect: str) -> str:
    """Return a script as its author writes it."""
    return f"tests:\n  one:\n    answers: {{{answers}}}\n    expect: {expect}\n"


def test_a_script_answers_every_kind_of_question(tmp_path: Path) -> None:
    """What cannot be written down cannot be rehearsed."""
    quiz = bank(tmp_path)

    outcome = run_script(quiz, quiz.tests["all_right"], pass_mark=100)

    assert not find_faults(quiz)
    assert (outcome.right, outcome.total, outcome.percent) == (7, 7, 100)
    assert is_as_expected(quiz.tests["all_right"], outcome)


def test_only_the_questions_answered_are_asked(tmp_path: Path) -> None:
    """A bank of thirty is drawn in sixes: a script is one such draw."""
    quiz = bank(tmp_path, script("door: walk, badge: false", "50"))

    outcome = run_script(quiz, quiz.tests["one"], pass_mark=80)

    assert outcome.missed == ("badge",)
    assert is_as_expected(quiz.tests["one"], outcome)


@pytest.mark.parametrize(
    ("expect", "holds"),
    [("passed", False), ("not passed", True), ("0", True), ("100", False), ("1", False)],
)
def test_what_is_expected_is_compared(tmp_path: Path, expect: str, holds: bool) -> None:
    """A rehearsal that agrees with everything says nothing."""
    quiz = bank(tmp_path, script("door: hold", expect))

    outcome = run_script(quiz, quiz.tests["one"], pass_mark=80)

    assert is_as_expected(quiz.tests["one"], outcome) is holds


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ("doors: walk", "`doors` is not a question of this bank"),
        ("door: wlak", "`wlak` is no option of this question"),
        ("door: [walk, hold]", "one answer is wanted here, not 2"),
        ("all-right: [staff, gust]", "`gust` is no option of this question"),
        ("badge: maybe", "`maybe` is no answer of this question"),
        ("steps: [ask, sign]", "the step `walk` is missing"),
        ("steps: [ask, walk, sign, ask]", "a step stands here twice"),
        ("sides: [desk = desk]", "the pair `guard` is missing"),
        ("sides: [desk, guard]", "`desk` is no pair"),
        ("floor: two", "`two` is no number"),
    ],
)
def test_an_answer_that_does_not_fit_is_told_with_its_place(
    tmp_path: Path, answers: str, says: str
) -> None:
    """An option is renamed, and the script is forgotten."""
    found = find_faults(bank(tmp_path, script(answers, "passed")))

    question = answers.partition(":")[0]
    assert [(one.code, one.message, one.path) for one in found] == [
        ("Q008", says, ("tests", "one", "answers", question))
    ]
    assert found[0].hint


def test_scripts_are_no_part_of_a_fingerprint(tmp_path: Path) -> None:
    """A new script must not make old answers look like answers to something else."""
    without, with_script = bank(tmp_path, ""), bank(tmp_path)

    assert fingerprint(without.questions["door"]) == fingerprint(with_script.questions["door"])


answers_given = st.one_of(
    st.tuples(
        st.just("door"),
        st.builds(lambda o: ChoiceAnswer(frozenset([o])), st.sampled_from(["hold", "walk"])),
    ),
    st.tuples(
        st.just("all-right"),
        st.builds(
            ChoiceAnswer, st.frozensets(st.sampled_from(["staff", "guest", "other"]), min_size=1)
        ),
    ),
    st.tuples(
        st.just("steps"),
        st.builds(OrderAnswer, st.permutations(["ask", "walk", "sign"]).map(tuple)),
    ),
    st.tuples(
        st.just("sides"),
        st.builds(
            MatchAnswer,
            st.fixed_dictionaries(
                {n: st.sampled_from(["desk", "guard", "cook"]) for n in ("desk", "guard")}
            ),
        ),
    ),
)


@given(answers_given)
def test_an_answer_written_down_is_read_as_it_was(given: tuple[str, Answer]) -> None:
    """What is recorded must be rehearsed as it was played."""
    name, answer = given
    question = QUIZ.questions[name]

    assert scripted_answer(question, words_of(answer)) == answer


def test_a_reflection_takes_just_one_text(tmp_path: Path) -> None:
    """It is kept as it is; several texts would be none."""
    text = BANK + "  think:\n    kind: reflection\n    stem: 'What helps?'\n"
    path = tmp_path / "visitors.yaml"
    path.write_text(text, encoding="utf-8")
    quiz = read_file(path, "visitors.yaml").value
    assert isinstance(quiz, Quiz)

    with pytest.raises(AnswerError):
        scripted_answer(quiz.questions["think"], ("one", "two"))


def _quiz() -> Quiz:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        return bank(Path(folder))


QUIZ = _quiz()
