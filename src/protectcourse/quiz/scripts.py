"""Attempts that an author has written down: what they answer, and what they come to.

A script asks just the questions that it answers, as an attempt would that had drawn those.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import assert_never

from protectcourse.errors import AnswerError
from protectcourse.findings import Finding, ValuePath, did_you_mean
from protectcourse.quiz.answers import (
    Answer,
    ChoiceAnswer,
    MatchAnswer,
    NumberAnswer,
    OrderAnswer,
    ReflectionAnswer,
    TextAnswer,
    TrueFalseAnswer,
)
from protectcourse.quiz.bank import Quiz, ScriptedAttempt
from protectcourse.quiz.drawing import NO_DOMAINS
from protectcourse.quiz.marking import mark
from protectcourse.quiz.outcome import Outcome, work_out
from protectcourse.quiz.questions import (
    MatchQuestion,
    NumberQuestion,
    OneQuestion,
    OrderQuestion,
    Question,
    ReflectionQuestion,
    SeveralQuestion,
    ShortTextQuestion,
    TrueFalseQuestion,
)
from protectcourse.quiz.written import parse_number

PASSED, NOT_PASSED = "passed", "not passed"
JOINED = " = "
"""What stands between the two sides of a pair."""
TRUTH = {"true": True, "false": False}


def find_script_faults(quiz: Quiz) -> Iterator[Finding]:
    """Give Q008 for each scripted answer to a question, or by an option, that is not there."""
    for name, script in quiz.tests.items():
        for question, words in script.answers.items():
            path = ("tests", name, "answers", question)
            if question not in quiz.questions:
                message = f"`{question}` is not a question of this bank"
                yield _fault(path, message, did_you_mean(question, quiz.questions), at_key=True)
                continue
            try:
                scripted_answer(quiz.questions[question], words)
            except AnswerError as error:
                yield _fault(path, error.message, error.hint)


def scripted_answer(question: Question, words: tuple[str, ...]) -> Answer:
    """Return the answer that a script gives. Raises AnswerError where it does not fit."""
    match question:
        case OneQuestion():
            return ChoiceAnswer(frozenset([_known(_only(words), question.options, "option")]))
        case SeveralQuestion():
            return ChoiceAnswer(frozenset(_known(one, question.options, "option") for one in words))
        case TrueFalseQuestion():
            return TrueFalseAnswer(TRUTH[_known(_only(words), TRUTH, "answer")])
        case OrderQuestion():
            return _order(question, words)
        case MatchQuestion():
            return _match(question, words)
        case NumberQuestion():
            if parse_number(_only(words)) is None:
                raise AnswerError(f"`{words[0]}` is no number", "Write it in digits.")
            return NumberAnswer(words[0])
        case ShortTextQuestion():
            return TextAnswer(_only(words))
        case ReflectionQuestion():
            return ReflectionAnswer(_only(words))
        case _:
            assert_never(question)


def words_of(answer: Answer) -> tuple[str, ...]:
    """Return how a script says an answer: the other way round of `scripted_answer`."""
    match answer:
        case ChoiceAnswer(chosen):
            return tuple(sorted(chosen))
        case TrueFalseAnswer(value):
            return ("true" if value else "false",)
        case OrderAnswer(steps):
            return steps
        case MatchAnswer(choices):
            return tuple(f"{pair}{JOINED}{right}" for pair, right in choices.items())
        case NumberAnswer(text) | TextAnswer(text) | ReflectionAnswer(text):
            return (text,)
        case _:
            assert_never(answer)


def run_script(
    quiz: Quiz,
    script: ScriptedAttempt,
    pass_mark: int,
    domains: Mapping[str, str] = NO_DOMAINS,
) -> Outcome:
    """Return what a script comes to. Raises AnswerError where `find_script_faults` faults it."""
    asked = {name: quiz.questions[name] for name in script.answers}
    scores = {
        name: mark(question, scripted_answer(question, script.answers[name])).score
        for name, question in asked.items()
    }
    return work_out(replace(quiz, questions=asked), scores, pass_mark, quiz.floor or 0, domains)


def is_as_expected(script: ScriptedAttempt, outcome: Outcome) -> bool:
    """Say whether an attempt came to what its script expects."""
    if script.expect in {PASSED, NOT_PASSED}:
        return outcome.passed == (script.expect == PASSED)
    return outcome.percent == int(script.expect)


def _order(question: OrderQuestion, words: tuple[str, ...]) -> OrderAnswer:
    steps = tuple(_known(one, question.steps, "step") for one in words)
    if missing := [name for name in question.steps if name not in steps]:
        raise AnswerError(f"the step `{missing[0]}` is missing", "Write each step once.")
    if len(steps) > len(question.steps):
        raise AnswerError("a step stands here twice", "Write each step once.")
    return OrderAnswer(steps)


def _match(question: MatchQuestion, words: tuple[str, ...]) -> MatchAnswer:
    choices: dict[str, str] = {}
    for entry in words:
        pair, joined, right = (part.strip() for part in entry.partition("="))
        if not joined:
            raise AnswerError(f"`{entry}` is no pair", f"Write `pair{JOINED}right`.")
        choices[_known(pair, question.pairs, "pair")] = _known(
            right, question.right_sides, "right-hand side"
        )
    if missing := [name for name in question.pairs if name not in choices]:
        raise AnswerError(f"the pair `{missing[0]}` is missing", f"Add `{missing[0]}{JOINED}…`.")
    return MatchAnswer(choices)


def _only(words: tuple[str, ...]) -> str:
    if len(words) != 1:
        raise AnswerError(f"one answer is wanted here, not {len(words)}", "Write just one.")
    return words[0]


def _known(name: str, known: Mapping[str, object], what: str) -> str:
    if name not in known:
        hint = did_you_mean(name, known) or f"There are: {', '.join(f'`{one}`' for one in known)}."
        raise AnswerError(f"`{name}` is no {what} of this question", hint)
    return name


def _fault(path: ValuePath, message: str, hint: str, *, at_key: bool = False) -> Finding:
    return Finding(code="Q008", path=path, message=message, hint=hint, at_key=at_key)
