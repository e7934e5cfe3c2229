"""Reads a bank of questions that Moodle exported as Moodle XML."""

from dataclasses import replace

from protectcourse.errors import ExchangeError
from protectcourse.exchange.carried import CarriedIn, LeftOut
from protectcourse.exchange.foreign.made_ids import Named, slug
from protectcourse.exchange.foreign.sound_bank import LONGEST_TEXT, Proposed, bank_of
from protectcourse.exchange.moodle.moodle_asked import Asked
from protectcourse.exchange.moodle.moodle_kinds import READERS
from protectcourse.exchange.moodle.moodle_text import from_moodle
from protectcourse.exchange.moodle.moodle_xml import Element, read_elements
from protectcourse.exchange.remarks import Remarks, short_item
from protectcourse.plain_text import one_line
from protectcourse.shapes import UNIT_ID

TYPES = {
    "description": "a text without a question",
    "cloze": "a text with gaps of several kinds",
    "multianswer": "a text with gaps of several kinds",
    "gapselect": "a text with words to select",
    "ddwtos": "a text with words to drag",
    "ddimageortext": "things to drag onto a picture",
    "ddmarker": "markers to drag onto a picture",
    "calculated": "a calculation with changing numbers",
    "calculatedmulti": "a calculation with changing numbers",
    "calculatedsimple": "a calculation with changing numbers",
    "randomsamatch": "matches drawn from other questions",
    "random": "a question drawn from a category",
}
"""What Moodle has and a course has not."""
USUAL_CATEGORIES = frozenset({"", "top", "$course$", "$system$", "$cat1$", "$module$"})


def read_moodle_xml(data: bytes, bank_id: str, title: str) -> CarriedIn:
    """Return the bank in a file of Moodle's. Raises ExchangeError where it cannot be read."""
    root = read_elements(data)
    if root.tag != "quiz":
        message = f"line {root.line}: this is XML, but no bank of questions (`{root.tag[:40]}`)"
        raise ExchangeError(message, "Export the questions from Moodle in the format Moodle XML.")
    proposed: list[Proposed] = []
    told: list[LeftOut] = []
    category, about = "", ""
    for element in root.every("question"):
        kind = element.attributes.get("type", "").strip()
        if kind == "category":
            category = _category(element, title)
            about = about or _about(element, category, told)
        elif kind in READERS:
            _take(Asked(element), category, proposed, told)
        else:
            told += _unknown(element, kind)
    carried = bank_of(proposed, told, bank_id, title)
    if about and carried.quiz is not None:
        return replace(carried, quiz=replace(carried.quiz, about=about))
    return carried


def _take(asked: Asked, category: str, proposed: list[Proposed], told: list[LeftOut]) -> None:
    """Read one question: propose it, or tell why there is none."""
    question = READERS[asked.kind](asked)
    if question is None:
        told += asked.remarks.left_out
        return
    number = asked.element.said("idnumber")
    given = number if UNIT_ID.fullmatch(number) else ""
    if number and not given:
        asked.remarks.changed(f"Its number “{short_item(number)}” cannot be an id here.")
    asked.tell_the_rest()
    words = asked.name if slug(asked.name) else asked.stem
    named = Named(words, asked.stem, given)
    proposed.append(Proposed(question, named, asked.remarks, asked.comments(category)))


def _category(element: Element, title: str) -> str:
    """Return the name of a category; empty if it is Moodle's own or has the title of the bank."""
    path = element.said("category")
    name = one_line(path.replace("//", "\0").rpartition("/")[2].replace("\0", "/"))
    return "" if name in USUAL_CATEGORIES | {title} else name


def _about(element: Element, name: str, told: list[LeftOut]) -> str:
    """Return what is said about a category; tell where its name is kept."""
    remarks = Remarks(name, element.line)
    info = element.child("info")
    about = ""
    if name:
        remarks.changed("The category stands as a comment above each of its questions.")
    if info is not None and len(info.text) <= LONGEST_TEXT:
        carried = from_moodle(info.text, info.attributes.get("format", ""))
        about = remarks.take(carried, "what is said about the category")
    told += remarks.left_out
    return about if about.strip() else ""


def _unknown(element: Element, kind: str) -> tuple[LeftOut, ...]:
    stem = element.child("questiontext")
    remarks = Remarks(element.said("name") or (stem.text if stem else ""), element.line)
    what = TYPES.get(kind, "a kind that is not known here")
    remarks.lost(f"The question was left out: `{short_item(kind)}` is {what}.")
    return remarks.left_out
