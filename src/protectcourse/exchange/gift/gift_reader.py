"""Reads a GIFT file, Moodle's format for questions as text, into a bank of ours."""

from protectcourse.course.prose import plain_words
from protectcourse.exchange.carried import CarriedIn, LeftOut
from protectcourse.exchange.foreign.foreign_text import carry_text
from protectcourse.exchange.foreign.made_ids import Named
from protectcourse.exchange.foreign.sound_bank import Proposed, bank_of
from protectcourse.exchange.foreign.text_decoding import decode_text
from protectcourse.exchange.gift.gift_items import Category, GiftQuestion, Unreadable
from protectcourse.exchange.gift.gift_parser import parse_gift
from protectcourse.exchange.gift.gift_questions import question_of
from protectcourse.exchange.remarks import Remarks, short_item
from protectcourse.plain_text import one_line


def read_gift(data: bytes, bank_id: str, title: str) -> CarriedIn:
    """Return the questions of a GIFT file. Raises ExchangeError where it is no text."""
    decoded = decode_text(data)
    proposed: list[Proposed] = []
    told = list(decoded.told)
    category = ""
    for item in parse_gift(decoded.text):
        match item:
            case Category(line, name):
                category = one_line(name)
                what = "The category stands as a comment above each of its questions."
                told.append(LeftOut(line=line, item=short_item(category), what=what, lost=False))
            case Unreadable(line, words, why):
                told.append(LeftOut(line=line, item=short_item(words), what=why))
            case GiftQuestion():
                remarks = Remarks(_words(item), item.line)
                if one := _propose(item, category, remarks):
                    proposed.append(one)
                else:
                    told += remarks.left_out
    return bank_of(proposed, told, bank_id, title)


def _words(item: GiftQuestion) -> str:
    """Return what a list calls an item by."""
    return item.title or plain_words(carry_text(item.stem.text, item.stem.format).text)


def _propose(item: GiftQuestion, category: str, remarks: Remarks) -> Proposed | None:
    question = question_of(item, remarks)
    if question is None:
        return None
    if item.tags:
        remarks.changed(f"Its tags stand in a comment above it: {', '.join(item.tags)}.")
    content = f"{question.stem}{item.answers}"
    named = Named(item.title or plain_words(question.stem), content, item.idnumber or "")
    return Proposed(question, named, remarks, _comments(item, category))


def _comments(item: GiftQuestion, category: str) -> tuple[str, ...]:
    """Return what is kept above a question: its category, title and tags."""
    kept = [("category", category), ("tags", ", ".join(item.tags))]
    if item.title and item.title != item.idnumber:
        kept.insert(1, ("title", item.title))
    return tuple(f"{what}: {one_line(words)}" for what, words in kept if words)
