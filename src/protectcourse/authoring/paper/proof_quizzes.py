"""A quiz as its reviewer reads it: how an attempt is drawn and passed, then every question."""

from collections.abc import Iterator

from protectcourse.authoring.paper.document import Block, Facts, Heading, Line, line
from protectcourse.authoring.paper.material import Material, Unit
from protectcourse.authoring.paper.proof_questions import question_blocks, question_place
from protectcourse.authoring.paper.proof_references import exceptions_words
from protectcourse.authoring.paper.unit_words import POOLS, many
from protectcourse.quiz.bank import Quiz

FEEDBACK = {
    "now": "after each answer",
    "after": "after handing in",
    "after-pass": "by objective until it is passed, then in full",
}
USUAL_PASS = 80


def quiz_blocks(quiz: Quiz, level: int, unit: Unit, material: Material) -> Iterator[Block]:
    """Give all of a quiz below its heading; its questions are headed by `level`."""
    yield Facts(tuple(_facts(quiz, material)))
    if quiz.about:
        yield from material.naming(unit).blocks(quiz.about)
    for number, (name, question) in enumerate(quiz.questions.items(), 1):
        path = ("questions", name)
        yield Heading(level, line(f"Question {number}"))
        yield question_place(question, path, unit)
        yield from question_blocks(number, question, path, unit, material)


def _facts(quiz: Quiz, material: Material) -> Iterator[tuple[str, Line]]:
    yield "Used for", line(POOLS[quiz.pool])
    drawn = quiz.draw or len(quiz.questions)
    spread = f", spread over the {quiz.spread}s" if quiz.draw else ""
    yield "One attempt", line(f"{many(drawn, 'question')} of {len(quiz.questions)}{spread}")
    if quiz.pool != "pretest":
        usual = material.head.defaults.pass_ if material.head else USUAL_PASS
        floor = f", and at least {quiz.floor} right in each part" if quiz.floor else ""
        passed = usual if quiz.pass_ is None else quiz.pass_
        yield "Passed with", line(f"{passed} % of the points{floor}")
    yield "Feedback", line(FEEDBACK[quiz.feedback])
    if quiz.minutes:
        yield "Minutes", line(f"{quiz.minutes}, suggested")
    if quiz.attempts_per_day:
        yield "Attempts a day", line(str(quiz.attempts_per_day))
    if quiz.lint_allow:
        yield "Exceptions to checks", exceptions_words(quiz.lint_allow)
