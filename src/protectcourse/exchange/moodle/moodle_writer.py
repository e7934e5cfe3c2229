"""Writes a bank as Moodle XML, in the order and with the attributes that Moodle itself writes."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from protectcourse.exchange.carried import NO_RATIONALE, CarriedOut, LeftOut
from protectcourse.exchange.moodle.moodle_answers import add_answers
from protectcourse.exchange.moodle.moodle_elements import add_notes, add_text, add_written
from protectcourse.exchange.moodle.moodle_notes import question_notes
from protectcourse.exchange.remarks import Remarks
from protectcourse.plain_text import clean_text
from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.questions import Question

TYPES = {
    "one": "multichoice",
    "several": "multichoice",
    "true-false": "truefalse",
    "order": "ordering",
    "match": "matching",
    "number": "numerical",
    "short-text": "shortanswer",
    "reflection": "essay",
}
PENALTIES = {"truefalse": "1.0000000", "essay": "0.0000000"}
HEAD = ("pool", "draw", "spread", "pass_", "floor", "feedback", "attempts_per_day", "minutes")
"""The settings of a quiz, which belong to Moodle's quiz and not to its questions."""


def write_moodle_xml(quiz: Quiz) -> CarriedOut:
    """Return a bank as Moodle imports it, and what of it Moodle has no place for."""
    root = Element("quiz")
    left_out = [*_add_category(root, quiz)]
    for name, question in quiz.questions.items():
        remarks = Remarks(name, 0)
        _add_question(root, name, question, remarks)
        left_out += remarks.left_out
    indent(root)
    data = tostring(root, encoding="UTF-8", xml_declaration=True)
    return CarriedOut(data=data + b"\n", left_out=tuple(left_out))


def _add_category(root: Element, quiz: Quiz) -> tuple[LeftOut, ...]:
    """Begin with the category that the questions come into: the bank's title."""
    category = SubElement(root, "question", type="category")
    path = quiz.title.replace("/", "//")
    add_text(SubElement(category, "category"), f"$course$/top/{path}")
    add_written(category, "info", quiz.about or "")
    SubElement(category, "idnumber").text = clean_text(quiz.quiz)
    remarks = Remarks(quiz.title, 0)
    usual = Quiz(quiz=quiz.quiz, title=quiz.title, questions=quiz.questions)
    given = [key for key in HEAD if getattr(quiz, key) != getattr(usual, key)]
    if given:
        listed = ", ".join(f"`{key.removesuffix('_').replace('_', ' ')}`" for key in given)
        remarks.lost(f"Settings of the quiz are made in Moodle itself: {listed}.")
    if quiz.sources or quiz.lint_allow or quiz.was:
        remarks.lost("Not carried: what the head of the bank says for its author.")
    remarks.changed(
        "Objectives, sources and the like are written as tags, and ids of options as comments,"
        " which Moodle drops."
    )
    return remarks.left_out


def _add_question(root: Element, name: str, question: Question, remarks: Remarks) -> None:
    kind = TYPES[question.kind]
    element = SubElement(root, "question", type=kind)
    add_text(SubElement(element, "name"), name)
    add_written(element, "questiontext", question.stem)
    rationale = "" if question.rationale == NO_RATIONALE else question.rationale or ""
    add_written(element, "generalfeedback", rationale)
    for tag, text in (
        ("defaultgrade", "1.0000000"),
        ("penalty", PENALTIES.get(kind, "0.3333333")),
        ("hidden", "0"),
        ("idnumber", name),
    ):
        SubElement(element, tag).text = text
    notes = question_notes(question)
    notes += add_answers(element, question, remarks)
    add_notes(element, notes, remarks)
    if question.lint_allow:
        remarks.lost("Not carried: why a check is set aside (`lint_allow`).")
