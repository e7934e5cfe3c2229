"""What is wrong with a question or a bank beyond its shape: codes Q002 to Q007."""

from collections.abc import Iterator, Mapping

from protectcourse.findings import Finding, ValuePath
from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.marking import normal_form
from protectcourse.quiz.questions import (
    MatchQuestion,
    NumberQuestion,
    OneQuestion,
    Option,
    OrderQuestion,
    Question,
    SeveralQuestion,
    ShortTextQuestion,
)

ONE, SEVERAL, STEPS, PAIRS = (2, 8), (3, 8), (3, 8), (2, 8)
"""Least and most options, steps and pairs."""


def find_faults(quiz: Quiz) -> Iterator[Finding]:
    """Give what is wrong with a bank and its questions."""
    for name, question in quiz.questions.items():
        yield from find_question_faults(question, ("questions", name))
    count = len(quiz.questions)
    if quiz.draw is not None and quiz.draw > count:
        message = f"`draw` asks for {quiz.draw} questions, but the bank has {count}"
        yield Finding(code="Q007", path=("draw",), message=message, hint="Draw fewer, or add some.")
    if quiz.floor is not None and any(not q.objective for q in quiz.questions.values()):
        message = "a `floor` counts right answers by part, but some questions name no objective"
        yield Finding(code="Q007", path=("floor",), message=message, hint="Give each an `objective`.")


def find_question_faults(question: Question, path: ValuePath) -> Iterator[Finding]:
    """Give what is wrong with one question, which stands at `path` in its file."""
    match question:
        case OneQuestion():
            yield from _check_count(len(question.options), ONE, "options", path)
            yield from _check_one(question, path)
        case SeveralQuestion():
            yield from _check_count(len(question.options), SEVERAL, "options", path)
            yield from _check_several(question, path)
        case OrderQuestion():
            yield from _check_count(len(question.steps), STEPS, "steps", path)
        case MatchQuestion():
            yield from _check_count(len(question.pairs), PAIRS, "pairs", path)
        case NumberQuestion() if question.tolerance is not None and question.tolerance < 0:
            message = "`tolerance` is negative, so that no answer is right"
            yield Finding(
                code="Q006", path=(*path, "tolerance"), message=message, hint="Leave out the minus."
            )
        case ShortTextQuestion():
            yield from _check_accept(question, path)
        case _:
            pass


def _check_count(
    count: int, bounds: tuple[int, int], key: str, path: ValuePath
) -> Iterator[Finding]:
    least, most = bounds
    if not least <= count <= most:
        message = f"there are {count} {key}; {least} to {most} are possible"
        hint = "Add some." if count < least else "Make two questions of it."
        yield Finding(code="Q002", path=(*path, key), message=message, hint=hint)


def _check_one(question: OneQuestion, path: ValuePath) -> Iterator[Finding]:
    right = [name for name, option in question.options.items() if option.correct]
    if _weighted(question.options):
        yield from _check_weights(max(_gains(question.options), default=0), path)
    elif not right:
        hint = "Mark one option, or make the question a `reflection`."
        message = "no option is marked `correct: true`"
        yield Finding(code="Q003", path=(*path, "options"), message=message, hint=hint)
    elif len(right) > 1:
        message = f"{len(right)} options are marked `correct: true`: {', '.join(right)}"
        hint = "Leave one marked, or make the question's kind `several`."
        yield Finding(code="Q003", path=(*path, "options", right[1]), message=message, hint=hint)


def _check_several(question: SeveralQuestion, path: ValuePath) -> Iterator[Finding]:
    if _weighted(question.options):
        yield from _check_weights(sum(_gains(question.options)), path)
        return
    right = sum(option.correct for option in question.options.values())
    if right < 2 or right == len(question.options):
        message = f"{right} of {len(question.options)} options are marked `correct: true`"
        hint = "At least two are right and one is wrong; with one right, the kind is `one`."
        yield Finding(code="Q003", path=(*path, "options"), message=message, hint=hint)


def _check_weights(reached: int, path: ValuePath) -> Iterator[Finding]:
    """Check what the best answer can reach; thirds are written 33, 33, 33 or 33, 33, 34."""
    if not 99 <= reached <= 101:
        message = f"the best answer would have {reached} percent"
        hint = "Let the weights of the best answer add up to 100."
        yield Finding(code="Q004", path=(*path, "options"), message=message, hint=hint)


def _gains(options: Mapping[str, Option]) -> list[int]:
    return [option.weight for option in options.values() if (option.weight or 0) > 0]


def _weighted(options: Mapping[str, Option]) -> bool:
    return any(option.weight is not None for option in options.values())


def _check_accept(question: ShortTextQuestion, path: ValuePath) -> Iterator[Finding]:
    forms: dict[str, str] = {}
    for form in question.accept:
        normal = normal_form(form)
        if not normal:
            message = f"`{form}` is empty once case, blanks and final signs are taken away"
            yield Finding(
                code="Q005", path=(*path, "accept"), message=message, hint="Write a word or two."
            )
        elif normal in forms:
            message = f"`{form}` and `{forms[normal]}` count as the same"
            yield Finding(
                code="Q005", path=(*path, "accept"), message=message, hint="Leave one of them out."
            )
        forms.setdefault(normal, form)
    if not question.accept:
        message = "no form of the answer is accepted"
        yield Finding(code="Q005", path=(*path, "accept"), message=message, hint="List one at least.")
