"""The kinds of Moodle's questions as ours: a function for each, which says what it cannot keep."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from protectcourse.exchange.carried import NO_FEEDBACK
from protectcourse.exchange.foreign.foreign_questions import (
    FULL,
    Form,
    Match,
    NumberKey,
    joined_rationale,
    match,
    short_text,
    true_false,
)
from protectcourse.exchange.foreign.foreign_questions import number as number_question
from protectcourse.exchange.foreign.literal_text import without_unseen
from protectcourse.exchange.foreign.made_ids import Named, part_ids
from protectcourse.exchange.moodle.moodle_asked import Asked, number
from protectcourse.exchange.moodle.moodle_notes import (
    ALL_OR_NOTHING,
    WEIGHTED,
    comments_in,
    noted_id,
    notes_in,
)
from protectcourse.exchange.moodle.moodle_xml import Element
from protectcourse.exchange.remarks import short_item
from protectcourse.quiz.questions import (
    OneQuestion,
    Option,
    OrderQuestion,
    Question,
    ReflectionQuestion,
    SeveralQuestion,
)

NEARLY = Decimal("0.01")
"""Moodle writes a third as 33.33333."""


def usual_shares(shares: Sequence[Decimal], *, single: bool) -> list[bool] | None:
    """Return which options are right, where their shares say no more than that; else None.

    One option: it has all the points. Several: each right one has its part of them, and each wrong
    one takes as much away, which is how an unweighted question is marked here.
    """
    right = [share > 0 for share in shares]
    count = sum(right)
    if single:
        fits = count == 1 and set(shares) == {FULL, Decimal(0)}
    else:
        part = FULL / count if count else FULL
        fits = count > 1 and all(
            abs(share - (part if is_right else -part)) < NEARLY
            for share, is_right in zip(shares, right, strict=True)
        )
    return right if fits else None


def _multichoice(asked: Asked) -> Question | None:
    answers = asked.element.every("answer")
    shares = [asked.fraction(answer) for answer in answers]
    single = (asked.element.said("single") or "true") in {"true", "1"}
    if not single and sum(share > 0 for share in shares) == 1 and max(shares) == FULL:
        asked.remarks.changed("Several options could be ticked and one is right: now one can.")
        single = True
    weighted = asked.note(WEIGHTED) is not None
    right = None if weighted else usual_shares(shares, single=single)
    if right is None and not weighted and answers:
        asked.remarks.changed("Its shares of the points are kept as weights.")
    shared: dict[str, Any] = {
        **asked.fields(),
        "rationale": asked.head().rationale or None,
        "options": _options(asked, answers, right or shares),
        "keep_order": asked.element.said("shuffleanswers") in {"0", "false"},
    }
    if single:
        return OneQuestion(**shared)
    return SeveralQuestion(**shared, all_or_nothing=asked.note(ALL_OR_NOTHING) is not None)


def _options(
    asked: Asked, answers: Sequence[Element], marks: Sequence[bool] | Sequence[Decimal]
) -> dict[str, Option]:
    """Return the options by id; a mark is whether one is right, or else its weight."""
    texts = [asked.short(answer, "an option") for answer in answers]
    feedback = asked.feedback(answers, texts)
    options: dict[str, Option] = {}
    for at, (name, answer) in enumerate(zip(_ids(texts, answers), answers, strict=True)):
        notes, _ = notes_in(comments_in(answer))
        mark = marks[at]
        options[name] = Option(
            text=texts[at],
            rationale=feedback[at] or NO_FEEDBACK,
            correct=mark is True,
            weight=mark if isinstance(mark, Decimal) else None,
            misconception=notes.get("misconception", [None])[0],
            contrast="contrast" in notes,
        )
    return options


def _true_false(asked: Asked) -> Question | None:
    answers = asked.element.every("answer")
    right = [answer for answer in answers if asked.fraction(answer) == FULL]
    truth = right[0].text.strip().casefold() if len(right) == 1 else ""
    if truth not in {"true", "false"}:
        asked.remarks.lost("The question was left out: neither true nor false is marked right.")
        return None
    said = [asked.text(one.child("feedback"), "the feedback") for one in answers]
    made = true_false(asked.head(), truth == "true", said, asked.remarks)
    return replace(made, **asked.fields(), misconception=asked.note("misconception"))


def _short_answer(asked: Asked) -> Question | None:
    forms = []
    for answer in asked.element.every("answer"):
        text = without_unseen(asked.plain(answer))[0]
        said = asked.text(answer.child("feedback"), f"the feedback on “{short_item(text)}”")
        if "*" in text.replace(r"\*", ""):
            what = f"“{short_item(text)}” stands for many answers by its *: write them out."
            asked.remarks.lost(what, answer.line)
        else:
            plain = text.replace(r"\*", "*")
            forms.append(Form(answer.line, plain, asked.fraction(answer), said))
    if asked.element.said("usecase") not in {"", "0"}:
        asked.remarks.changed("Capital letters mattered in Moodle; here they do not.")
    made = short_text(asked.head(), forms, asked.remarks)
    return replace(made, **asked.fields()) if made else None


def _numerical(asked: Asked) -> Question | None:
    keys = []
    for answer in asked.element.every("answer"):
        wanted, tolerance = number(answer.text), number(answer.said("tolerance") or "0")
        if wanted is None or tolerance is None:
            what = f"Not carried: what is said of the answer “{short_item(answer.text)}”."
            asked.remarks.lost(what, answer.line)
            continue
        said = asked.text(answer.child("feedback"), f"the feedback on {wanted:f}")
        keys.append(NumberKey(answer.line, wanted, tolerance, asked.fraction(answer), said))
    made = number_question(asked.head(), keys, asked.remarks, _unit(asked))
    return replace(made, **asked.fields()) if made else None


def _unit(asked: Asked) -> str | None:
    """Return the unit that the answer stands in; of others it is told."""
    units = [one for part in asked.element.every("units") for one in part.every("unit")]
    own = [one for one in units if number(one.said("multiplier") or "1") == 1]
    for unit in units:
        if not own or unit is not own[0]:
            what = f"Not carried: the unit “{short_item(unit.said('unit_name'))}”."
            asked.remarks.lost(what, unit.line)
    return without_unseen(own[0].said("unit_name"))[0] or None if own else None


def _matching(asked: Asked) -> Question | None:
    matches = [
        Match(
            asked.short(part, "a left-hand side"),
            asked.short(part.child("answer"), "a right-hand side"),
            noted_id(part),
        )
        for part in asked.element.every("subquestion")
    ]
    return replace(match(asked.head(), matches, asked.remarks), **asked.fields())


def _ordering(asked: Asked) -> Question | None:
    answers = asked.element.every("answer")
    texts = [asked.short(answer, "a step") for answer in answers]
    steps = dict(zip(_ids(texts, answers), texts, strict=True))
    rationale = joined_rationale([asked.head().rationale], asked.remarks)
    return OrderQuestion(**asked.fields(), steps=steps, rationale=rationale)


def _essay(asked: Asked) -> Question | None:
    if asked.element.said("responsetemplate"):
        asked.remarks.lost("Not carried: the text that an answer began with.")
    asked.remarks.changed("An essay has become a reflection, which nobody marks.")
    model = asked.text(asked.element.child("graderinfo"), "the note for whoever marks it")
    fields: dict[str, Any] = {**asked.fields(), "rationale": asked.head().rationale or None}
    return ReflectionQuestion(**fields, model_answer=model if model.strip() else None)


def _ids(texts: Sequence[str], elements: Sequence[Element]) -> list[str]:
    return part_ids(
        [
            Named(text, given=noted_id(element))
            for text, element in zip(texts, elements, strict=True)
        ]
    )


READERS: Mapping[str, Callable[[Asked], Question | None]] = {
    "multichoice": _multichoice,
    "truefalse": _true_false,
    "shortanswer": _short_answer,
    "numerical": _numerical,
    "matching": _matching,
    "match": _matching,
    "ordering": _ordering,
    "essay": _essay,
}
"""How each kind of Moodle's is read; None is returned, and why is told, where it cannot be."""
