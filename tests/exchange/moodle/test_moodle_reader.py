"""Banks that Moodle exported."""

from decimal import Decimal

import pytest
from exchange.moodle_files import answer, asked, moodle_file

from protectcourse.errors import ExchangeError
from protectcourse.exchange.carried import NO_FEEDBACK, NO_RATIONALE, CarriedIn
from protectcourse.exchange.moodle.moodle_reader import read_moodle_xml
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

ONE = "<single>true</single><shuffleanswers>false</shuffleanswers>"
MANY = "<single>false</single>"


def read(*questions: str) -> CarriedIn:
    """Return what is read of a file with these questions."""
    return read_moodle_xml(moodle_file(*questions), "gate", "At the gate")


def only(carried: CarriedIn) -> Question:
    """Return the one question of a bank."""
    assert carried.quiz is not None, carried.left_out
    (question,) = carried.quiz.questions.values()
    return question


def lost(carried: CarriedIn) -> list[str]:
    """Return what was lost."""
    return [one.what for one in carried.left_out if one.lost]


def test_one_right_option_is_marked_and_has_its_reason() -> None:
    """The commonest question of all comes over whole."""
    answers = answer("<p>The guard</p>", "100", "He has the key.") + answer("Nobody", "0")

    carried = read(asked("multichoice", ONE + answers, idnumber="gate-1"))

    question = only(carried)
    assert isinstance(question, OneQuestion)
    assert question.stem == "Who lets **her** in?"
    assert question.keep_order
    assert [(one.text, one.correct, one.weight) for one in question.options.values()] == [
        ("The guard", True, None),
        ("Nobody", False, None),
    ]
    assert [one.rationale for one in question.options.values()] == ["He has the key.", NO_FEEDBACK]
    assert carried.quiz is not None and list(carried.quiz.questions) == ["gate-1"]
    assert carried.comments == {"gate-1": ("title: Gate",)}
    assert not lost(carried)


def test_shares_that_say_more_than_right_and_wrong_become_weights() -> None:
    """Half a point in Moodle is half a point here."""
    carried = read(asked("multichoice", ONE + answer("a", "100") + answer("b", "50")))

    question = only(carried)
    assert isinstance(question, OneQuestion)
    assert [one.weight for one in question.options.values()] == [Decimal(100), Decimal(50)]


@pytest.mark.parametrize(
    ("shares", "weighted"),
    [
        (("50", "50", "-50"), False),
        (("33.33333", "33.33333", "33.33333", "-33.33333"), False),
        (("50", "50", "0"), True),
        (("75", "25", "-100"), True),
    ],
)
def test_several_options_are_plain_where_a_wrong_one_costs_a_right_one(
    shares: tuple[str, ...], weighted: bool
) -> None:
    """So questions are marked here; where Moodle marks otherwise, weights say how."""
    answers = "".join(answer(f"Choice {at}", share) for at, share in enumerate(shares))

    question = only(read(asked("multichoice", MANY + answers)))

    assert isinstance(question, SeveralQuestion)
    assert question.is_weighted is weighted
    assert len(question.key) == sum(not share.startswith(("0", "-")) for share in shares)


def test_true_and_false_keep_all_that_is_said_of_them() -> None:
    """Feedback on either answer explains the same thing: it stands together."""
    answers = answer("true", "0", "Not without a claim.") + answer("false", "100", "Well seen.")

    carried = read(asked("truefalse", answers))

    question = only(carried)
    assert isinstance(question, TrueFalseQuestion)
    assert question.answer is False
    assert question.rationale == "Not without a claim.\n\nWell seen."
    assert not lost(carried)


def test_a_short_answer_loses_patterns_and_half_right_words_and_says_so() -> None:
    """`refugee*` takes any ending in Moodle and would take none here."""
    answers = answer("sur place", "100") + answer("refugee*", "100") + answer("migrant", "50")
    answers += answer(r"a\*b", "100") + answer("Sur Place.", "100")

    carried = read(asked("shortanswer", f"<usecase>1</usecase>{answers}"))

    question = only(carried)
    assert isinstance(question, ShortTextQuestion)
    assert question.accept == ("sur place", "a*b")
    assert question.rationale == NO_RATIONALE
    assert [what for what in lost(carried) if "refugee*" in what]
    assert [what for what in lost(carried) if "migrant" in what]


def test_a_number_keeps_its_tolerance_and_unit() -> None:
    """1975 to 1979 counts as right, in years."""
    answers = answer("1.977e3", "100", more="<tolerance>2</tolerance>")
    answers += answer("*", "0", "Look again.", more="<tolerance>0</tolerance>")
    units = "<units><unit><multiplier>1</multiplier><unit_name>years</unit_name></unit>"
    units += "<unit><multiplier>12</multiplier><unit_name>months</unit_name></unit></units>"

    carried = read(asked("numerical", answers + units))

    question = only(carried)
    assert isinstance(question, NumberQuestion)
    assert (question.answer, question.tolerance) == (1977, 2)
    assert question.unit == "years"
    assert [what for what in lost(carried) if "months" in what]
    assert [what for what in lost(carried) if "“*”" in what]


def test_a_match_without_a_left_side_belongs_to_nothing() -> None:
    """Moodle writes a wrong answer to choose as a subquestion without text."""
    inner = "".join(
        f'<subquestion format="html"><text>{left}</text><answer><text>{right}</text></answer>'
        "</subquestion>"
        for left, right in (("door", "key"), ("gate", "badge"), ("", "flag"))
    )

    question = only(read(asked("matching", inner)))

    assert isinstance(question, MatchQuestion)
    assert [(pair.left, pair.right) for pair in question.pairs.values()] == [
        ("door", "key"),
        ("gate", "badge"),
    ]
    assert dict(question.extra) == {"flag": "flag"}


def test_an_essay_becomes_a_reflection_that_says_so() -> None:
    """Nobody marks it here; a trainer who counted on that is told."""
    inner = '<graderinfo format="html"><text>Three things.</text></graderinfo>'

    carried = read(asked("essay", inner))

    question = only(carried)
    assert isinstance(question, ReflectionQuestion)
    assert question.model_answer == "Three things."
    assert any("nobody marks" in one.what for one in carried.left_out)


def test_steps_are_put_in_order() -> None:
    """The type `ordering` lists its steps as they should stand."""
    steps = "".join(answer(text, f"{at}.0000000") for at, text in enumerate("abc", 1))

    question = only(read(asked("ordering", steps)))

    assert isinstance(question, OrderQuestion)
    assert list(question.steps.values()) == ["a", "b", "c"]


@pytest.mark.parametrize("kind", ["description", "cloze", "ddwtos", "calculated", "stack"])
def test_what_a_course_cannot_ask_is_told_with_its_line(kind: str) -> None:
    """A bank of sixty that becomes one of fifty-nine must not look whole."""
    kept = asked("truefalse", answer("true", "100") + answer("false", "0"))

    carried = read(kept, asked(kind, "", name="Gaps"))

    (told,) = (one for one in carried.left_out if one.lost)
    text = moodle_file(kept, asked(kind, "", name="Gaps")).decode().split("\n")
    assert text[told.line - 1].strip() == f'<question type="{kind}">'
    assert told.item == "Gaps"
    assert kind in told.what


def test_files_pictures_and_points_are_told() -> None:
    """Each of these changes what is asked, or how it counts."""
    stem = '<p>Look: <img src="@@PLUGINFILE@@/map.png" alt="a map"></p>'
    inner = "<hint format='html'><text>Look north.</text></hint>" + ONE
    inner += answer("a", "100", more='<file name="b.pdf" encoding="base64">AAAA</file>')
    question = asked("multichoice", inner + answer("b", "0"), stem=stem)
    question = question.replace("<defaultgrade>1.0", "<defaultgrade>3.0")

    carried = read(question)

    assert only(carried).stem == "Look: (a map)"
    told = "\n".join(lost(carried))
    for what in ("map.png", "b.pdf", "counts 3 points", "hints"):
        assert what in told


def test_a_category_and_tags_stand_above_the_question() -> None:
    """A bank has no categories, and a trainer may still want to know."""
    category = '<question type="category"><category><text>$course$/top/Gates//doors</text>'
    tags = "<tags><tag><text>objective: O2.3</text></tag><tag><text>spring</text></tag></tags>"
    answers = answer("true", "100") + answer("false", "0")

    carried = read(
        category + "</category><info format='html'><text>Doors.</text></info></question>",
        asked("truefalse", answers + tags),
    )

    assert carried.quiz is not None and carried.quiz.about == "Doors."
    assert only(carried).objective == "O2.3"
    assert carried.comments == {"gate": ("category: Gates/doors", "title: Gate", "tags: spring")}


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b'<!DOCTYPE quiz [<!ENTITY a "b">]>\n<quiz>&a;</quiz>', "document type"),
        (b"<!DOCTYPE quiz>\n<quiz/>", "document type"),
        (b'<!DOCTYPE quiz SYSTEM "file:///etc/hostname">\n<quiz/>', "document type"),
        (b"<quiz>\n<question>\n</quiz>", "line 3"),
        (b"<quiz>\n&nbsp;</quiz>", "line 2"),
        (b'<?xml version="1.0" encoding="klingon"?><quiz/>', "encoding"),
        (b"<quiz>" + b"<a>" * 40, "nested too deep"),
        (b"<html/>", "no bank of questions"),
        (b"GIFT?", "line 1"),
        (b"", "line 1"),
        (b"<quiz>" + b" " * 10_500_000 + b"</quiz>", "larger than 10 MB"),
    ],
)
def test_a_file_that_is_none_of_moodles_is_refused_with_its_line(data: bytes, says: str) -> None:
    """Nothing in a foreign file may stop the program, fetch another or fill the memory."""
    with pytest.raises(ExchangeError) as refused:
        read_moodle_xml(data, "gate", "At the gate")

    assert says in refused.value.message
    assert refused.value.hint


def test_what_steers_a_terminal_is_taken_out() -> None:
    """A direction mark in a question could turn yes into no."""
    answers = answer("tr\u202eue", "100") + answer("no", "0")

    question = only(read(asked("multichoice", ONE + answers)))

    assert isinstance(question, OneQuestion)
    assert "true" in {one.text for one in question.options.values()}
