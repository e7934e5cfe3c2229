"""Writes a bank of ours as GIFT, Moodle's format for questions as text.

Texts are written as HTML, which Moodle shows as they are meant. The id of a question, and those of
its options, stand in a comment: Moodle takes the first, and ``gift_reader`` both.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from protectcourse.course.prose import TextSpan, parse_line, plain_words
from protectcourse.exchange.carried import NO_FEEDBACK, NO_RATIONALE, CarriedOut
from protectcourse.exchange.foreign.html_text import html_of
from protectcourse.exchange.foreign.without_place import bank_without_place, question_without_place
from protectcourse.exchange.gift.gift_signs import escape_signs
from protectcourse.exchange.remarks import Remarks
from protectcourse.plain_text import one_line
from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.questions import (
    MatchQuestion,
    NumberQuestion,
    OneQuestion,
    Option,
    OrderQuestion,
    Question,
    ReflectionQuestion,
    SeveralQuestion,
    ShortTextQuestion,
    TrueFalseQuestion,
)

KEPT: Mapping[str, frozenset[str]] = {
    "one": frozenset({"stem", "rationale", "options"}),
    "several": frozenset({"stem", "rationale", "options"}),
    "true-false": frozenset({"stem", "rationale", "answer"}),
    "match": frozenset({"stem", "rationale", "pairs", "extra"}),
    "number": frozenset({"stem", "rationale", "answer", "tolerance"}),
    "short-text": frozenset({"stem", "rationale", "accept"}),
    "reflection": frozenset({"stem", "model_answer"}),
}
"""The parts of each kind that have a place in GIFT."""
KEPT_OF_OPTION = frozenset({"text", "rationale", "correct", "weight"})
FULL = Decimal(100)
_FIFTH_PLACE = Decimal("0.00001")


def write_gift(quiz: Quiz) -> CarriedOut:
    """Return a bank as a GIFT file, and what of it has no place there."""
    told = list(bank_without_place(quiz, frozenset()))
    blocks = [f"// {one_line(quiz.title)}"]
    for name, question in quiz.questions.items():
        remarks = Remarks(name, 0)
        block = "\n".join(_block(name, question, remarks))
        blocks += [block] if block else []
        told += remarks.left_out
    return CarriedOut(data=("\n\n".join(blocks) + "\n").encode(), left_out=tuple(told))


def _block(name: str, question: Question, remarks: Remarks) -> Iterator[str]:
    """Give the lines of a question; none where GIFT has no form for it."""
    answers = _answers(question, remarks)
    if answers is None:
        return
    question_without_place(question, KEPT[question.kind], KEPT_OF_OPTION, remarks)
    parts = " ".join(_part_names(question))
    yield f"// [id:{name}]" + (f" [parts:{parts}]" if parts else "")
    yield f"::{escape_signs(name)}::[html]{_html(question.stem)}{{{answers}}}"


def _part_names(question: Question) -> list[str]:
    match question:
        case OneQuestion() | SeveralQuestion():
            return list(question.options)
        case MatchQuestion():
            return [*question.pairs, *question.extra]
        case _:
            return []


def _answers(question: Question, remarks: Remarks) -> str | None:
    """Return what stands between the braces; None where GIFT has no form for the question."""
    said = _said(question.rationale, NO_RATIONALE)
    match question:
        case OneQuestion():
            return _one(question, said, remarks)
        case SeveralQuestion():
            return _several(question, said)
        case TrueFalseQuestion():
            return ("TRUE" if question.answer else "FALSE") + said
        case MatchQuestion():
            return _match(question, said, remarks)
        case NumberQuestion():
            margin = f":{question.tolerance:f}" if question.tolerance else ""
            return f"#{question.answer:f}{margin}{said}"
        case ShortTextQuestion():
            return _short_text(question, said, remarks)
        case ReflectionQuestion():
            return _said(question.model_answer, "")
        case OrderQuestion():
            remarks.lost("The question was left out: GIFT cannot ask for an order.")
            return None


def _one(question: OneQuestion, said: str, remarks: Remarks) -> str | None:
    weights = {
        name: (option.weight or Decimal(0)) if question.is_weighted else FULL * option.correct
        for name, option in question.options.items()
    }
    if all(weight == FULL for weight in weights.values()):
        remarks.lost("The question was left out: all of its options are right.")
        return None
    signs = {name: "=" if weight == FULL else _share(weight) for name, weight in weights.items()}
    return _lines([_option(signs[name], one) for name, one in question.options.items()], said)


def _several(question: SeveralQuestion, said: str) -> str:
    each = (FULL / max(1, len(question.key))).quantize(_FIFTH_PLACE).normalize()
    weights = {
        name: (option.weight or Decimal(0))
        if question.is_weighted
        else (each if option.correct else -each)
        for name, option in question.options.items()
    }
    listed = [_option(_share(weights[name]), one) for name, one in question.options.items()]
    return _lines(listed, said)


def _share(weight: Decimal) -> str:
    return f"~%{weight:f}%" if weight else "~"


def _option(sign: str, option: Option) -> str:
    said = "" if option.rationale == NO_FEEDBACK else f"#{_html(option.rationale)}"
    return f"{sign}{_html(option.text)}{said}"


def _match(question: MatchQuestion, said: str, remarks: Remarks) -> str:
    pairs = [
        f"={_html(pair.left)} -> {_words(pair.right, remarks)}" for pair in question.pairs.values()
    ]
    extra = [f"= -> {_words(right, remarks)}" for right in question.extra.values()]
    return _lines([*pairs, *extra], said)


def _words(text: str, remarks: Remarks) -> str:
    """Return the words of a right-hand side, which is plain text in Moodle."""
    bare = " ".join(text.split())
    if any(span != TextSpan(bare) for span in parse_line(bare)):
        remarks.changed("A right-hand side is plain words in Moodle: its emphasis is left out.")
        bare = plain_words(text)
    return escape_signs(bare)


def _short_text(question: ShortTextQuestion, said: str, remarks: Remarks) -> str | None:
    listed = []
    for form in question.accept:
        if "->" in form:
            remarks.lost(f"The form “{form[:60]}” was not carried: GIFT would read `->` as a pair.")
        else:
            listed.append("=" + escape_signs(" ".join(form.split()).replace("*", "\\*")))
    if not listed:
        remarks.lost("The question was left out: none of its forms can be written.")
        return None
    return _lines(listed, said)


def _lines(listed: list[str], said: str) -> str:
    return "\n\t" + "\n\t".join([*listed, *([said] if said else [])]) + "\n"


def _said(text: str | None, none: str) -> str:
    return "" if text is None or text == none else f"####{_html(text)}"


def _html(text: str) -> str:
    return escape_signs(html_of(text))
