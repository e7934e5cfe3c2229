"""The answers of each kind of our questions, as Moodle writes them."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import assert_never
from xml.etree.ElementTree import Element, SubElement

from protectcourse.exchange.carried import NO_FEEDBACK
from protectcourse.exchange.foreign.foreign_questions import FULL
from protectcourse.exchange.moodle.moodle_elements import add_comments, add_text, add_written
from protectcourse.exchange.moodle.moodle_kinds import usual_shares
from protectcourse.exchange.moodle.moodle_notes import ALL_OR_NOTHING, WEIGHTED, Notes, option_notes
from protectcourse.exchange.moodle.moodle_text import from_moodle, words_for_moodle
from protectcourse.exchange.remarks import Remarks, short_item
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

KNOWN_SHARES = frozenset(
    Decimal(share)
    for share in (
        *("0", "5", "10", "11.11111", "12.5", "14.28571", "16.66667", "20", "25", "30"),
        *("33.33333", "40", "50", "60", "66.66667", "70", "75", "80", "83.33333", "90", "100"),
    )
)
"""The shares of the points that Moodle takes; each may stand below 0 too."""
AUTO = "moodle_auto_format"
COMBINED = (
    ("correctfeedback", "Your answer is correct."),
    ("partiallycorrectfeedback", "Your answer is partially correct."),
    ("incorrectfeedback", "Your answer is incorrect."),
)


def add_answers(element: Element, question: Question, remarks: Remarks) -> Notes:
    """Add what a kind of question has of its own; return the notes that it needs."""
    match question:
        case OneQuestion() | SeveralQuestion():
            return _add_options(element, question, remarks)
        case TrueFalseQuestion():
            for truth in (True, False):
                share = "100" if truth is question.answer else "0"
                _add_plain_answer(element, str(truth).lower(), share)
        case OrderQuestion():
            _add_steps(element, question, remarks)
        case MatchQuestion():
            _add_pairs(element, question, remarks)
        case NumberQuestion():
            _add_number(element, question)
        case ShortTextQuestion():
            SubElement(element, "usecase").text = "0"
            for form in question.accept:
                _add_plain_answer(element, form.replace("*", r"\*"), "100")
                if " ".join(form.split()) != form:
                    remarks.changed("Blanks within an accepted answer became single ones.")
        case ReflectionQuestion():
            _add_essay(element, question)
        case _:
            assert_never(question)
    return []


def _add_options(
    element: Element, question: OneQuestion | SeveralQuestion, remarks: Remarks
) -> Notes:
    single = isinstance(question, OneQuestion)
    shares = _shares(question)
    for tag, text in (
        ("single", "true" if single else "false"),
        ("shuffleanswers", "false" if question.keep_order else "true"),
        ("answernumbering", "abc"),
        ("showstandardinstruction", "0"),
    ):
        SubElement(element, tag).text = text
    _add_combined(element)
    for share, (name, option) in zip(shares, question.options.items(), strict=True):
        answer = add_written(element, "answer", option.text, fraction=_plain(share))
        feedback = "" if option.rationale == NO_FEEDBACK else option.rationale
        add_written(answer, "feedback", feedback)
        add_comments(answer, option_notes(name, option), remarks)
        if abs(share) not in KNOWN_SHARES:
            remarks.changed(
                f"Moodle knows no share of {_plain(share)} % (“{short_item(option.text)}”):"
                " let its import take the nearest."
            )
    return _marking_notes(question, shares, remarks)


def _marking_notes(
    question: OneQuestion | SeveralQuestion, shares: Sequence[Decimal], remarks: Remarks
) -> Notes:
    notes: Notes = []
    single = isinstance(question, OneQuestion)
    if question.is_weighted and usual_shares(shares, single=single):
        notes.append((WEIGHTED, "yes"))
    if isinstance(question, SeveralQuestion) and question.all_or_nothing:
        notes.append((ALL_OR_NOTHING, "yes"))
        remarks.lost("Moodle gives points for each right option; here it is all or nothing.")
    return notes


def _shares(question: OneQuestion | SeveralQuestion) -> list[Decimal]:
    """Return the percent of the points for each option, as Moodle rounds them."""
    if question.is_weighted:
        return list(question.weights.values())
    if isinstance(question, OneQuestion):
        return [FULL if option.correct else Decimal(0) for option in question.options.values()]
    part = (FULL / max(1, len(question.key))).quantize(Decimal("0.00001"), ROUND_HALF_UP)
    return [part if option.correct else -part for option in question.options.values()]


def _add_combined(element: Element) -> None:
    for tag, text in COMBINED:
        add_written(element, tag, text)


def _add_steps(element: Element, question: OrderQuestion, remarks: Remarks) -> None:
    for tag, text in (
        ("layouttype", "VERTICAL"),
        ("selecttype", "ALL"),
        ("selectcount", "0"),
        ("gradingtype", "RELATIVE_NEXT_EXCLUDE_LAST"),
        ("showgrading", "SHOW"),
        ("numberingstyle", "none"),
    ):
        SubElement(element, tag).text = text
    _add_combined(element)
    for place, (name, step) in enumerate(question.steps.items(), 1):
        answer = add_written(element, "answer", step, fraction=f"{place}.0000000")
        add_written(answer, "feedback", "")
        add_comments(answer, [("id", name)], remarks)
    remarks.changed("Moodle orders steps with its type “ordering”, which comes with Moodle 4.4.")


def _add_pairs(element: Element, question: MatchQuestion, remarks: Remarks) -> None:
    SubElement(element, "shuffleanswers").text = "true"
    _add_combined(element)
    sides = [(name, pair.left, pair.right) for name, pair in question.pairs.items()]
    for name, left, right in (*sides, *((name, "", text) for name, text in question.extra.items())):
        part = add_written(element, "subquestion", left)
        add_comments(part, [("id", name)], remarks)
        words = words_for_moodle(right)
        add_text(SubElement(part, "answer"), words)
        if from_moodle(words, AUTO).text != right:
            remarks.changed(f"The right-hand side “{short_item(right)}” has no marks in Moodle.")


def _add_number(element: Element, question: NumberQuestion) -> None:
    answer = _add_plain_answer(element, _plain(question.answer), "100")
    SubElement(answer, "tolerance").text = _plain(question.tolerance)
    if question.unit is not None:
        unit = SubElement(SubElement(element, "units"), "unit")
        SubElement(unit, "multiplier").text = "1"
        SubElement(unit, "unit_name").text = question.unit
    for tag, text in (
        ("unitgradingtype", "0"),
        ("unitpenalty", "0.1000000"),
        ("showunits", "3" if question.unit is None else "0"),
        ("unitsleft", "0"),
    ):
        SubElement(element, tag).text = text


def _add_essay(element: Element, question: ReflectionQuestion) -> None:
    for tag, text in (
        ("responseformat", "editor"),
        ("responserequired", "0"),
        ("responsefieldlines", "10"),
        ("minwordlimit", ""),
        ("maxwordlimit", ""),
        ("attachments", "0"),
        ("attachmentsrequired", "0"),
        ("maxbytes", "0"),
        ("filetypeslist", ""),
    ):
        SubElement(element, tag).text = text
    add_written(element, "graderinfo", question.model_answer or "")
    add_written(element, "responsetemplate", "")


def _add_plain_answer(element: Element, text: str, fraction: str) -> Element:
    answer = SubElement(element, "answer", fraction=fraction, format=AUTO)
    add_text(answer, text)
    add_written(answer, "feedback", "")
    return answer


def _plain(number: Decimal) -> str:
    """Return a number as it is written by hand: 50, not 50.00."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
