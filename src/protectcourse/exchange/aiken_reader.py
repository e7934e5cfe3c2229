"""Reads an Aiken file: a question on one line, its options by letter, and `ANSWER:` with one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from protectcourse.exchange.carried import CarriedIn, LeftOut
from protectcourse.exchange.foreign.foreign_choices import Choice, one
from protectcourse.exchange.foreign.foreign_questions import FULL, Head
from protectcourse.exchange.foreign.foreign_text import carry_text
from protectcourse.exchange.foreign.made_ids import Named
from protectcourse.exchange.foreign.sound_bank import Proposed, bank_of
from protectcourse.exchange.foreign.text_decoding import decode_text
from protectcourse.exchange.remarks import Remarks

_OPTION = re.compile(r"([A-Za-z])[.)]\s+(.*)")
_ANSWER = re.compile(r"ANSWER\s*:\s*(.*)", re.I)
_ORDER = (
    "A question is a line; then its options, `A. …` or `A) …`; then a line such as `ANSWER: B`."
)


@dataclass(slots=True)
class _Block:
    """The lines of one question as they come."""

    line: int
    stem: str
    extra: list[int] = field(default_factory=list)
    """The numbers of lines that are of no use where they stand."""
    options: list[tuple[int, str, str]] = field(default_factory=list)
    """Line, letter and text of each."""
    answer: str | None = None
    answer_line: int = 0


def read_aiken(data: bytes, bank_id: str, title: str) -> CarriedIn:
    """Return the questions of an Aiken file. Raises ExchangeError where it is no text."""
    decoded = decode_text(data)
    proposed: list[Proposed] = []
    told: list[LeftOut] = list(decoded.told)
    for block in _blocks(decoded.text):
        remarks = Remarks(block.stem, block.line)
        if one := _propose(block, remarks):
            proposed.append(one)
        else:
            told += remarks.left_out
    return bank_of(proposed, told, bank_id, title)


def _blocks(text: str) -> Iterator[_Block]:
    """Give the questions: each ends with its `ANSWER:`, or where the next one begins."""
    block: _Block | None = None
    for number, written in enumerate(text.split("\n"), 1):
        line = written.strip()
        if not line:
            continue
        option, answer = _OPTION.fullmatch(line), _ANSWER.fullmatch(line)
        if block is None or (block.options and not option and not answer):
            if block:
                yield block
            block = _Block(number, "" if option or answer else line)
            if block.stem:
                continue
        if answer:
            block.answer, block.answer_line = answer[1].strip(), number
            yield block
            block = None
        elif option:
            block.options.append((number, option[1].upper(), option[2]))
        else:
            block.extra.append(number)
    if block:
        yield block


def _propose(block: _Block, remarks: Remarks) -> Proposed | None:
    if why := _what_is_wrong(block):
        remarks.lost(f"The question was left out: {why[1]} {_ORDER}", why[0])
        return None
    right = str(block.answer).upper()
    choices = [
        Choice(
            remarks.take(carry_text(text, "plain"), "an option", line),
            FULL if letter == right else Decimal(0),
        )
        for line, letter, text in block.options
    ]
    head = Head(remarks.take(carry_text(block.stem, "plain"), "the stem"))
    question = one(head, choices, remarks)
    return Proposed(question, Named(block.stem, repr(block.options)), remarks)


def _what_is_wrong(block: _Block) -> tuple[int, str] | None:
    """Return line and reason of what keeps a block from being a question."""
    letters = [letter for _, letter, _ in block.options]
    twice = next((at for at, one in enumerate(letters) if one in letters[:at]), None)
    wrong = None
    if not block.stem:
        wrong = (block.line, "no question stands above its options.")
    elif block.extra:
        wrong = (block.extra[0], "it goes on over a second line.")
    elif not letters:
        wrong = (block.line, "it has no options.")
    elif twice is not None:
        wrong = (block.options[twice][0], f"the letter {letters[twice]} stands twice.")
    elif block.answer is None:
        wrong = (block.options[-1][0], "no line `ANSWER:` follows its options.")
    elif block.answer.upper() not in letters:
        wrong = (block.answer_line, f"`ANSWER: {block.answer[:20]}` names none of its options.")
    return wrong
