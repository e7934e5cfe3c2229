"""What is found wrong in a case: each code once, at the keys where it stands."""

from typing import Any

import pytest
from case_plays import edited, picks, play_at_random, read_case, read_tree, seeds
from hypothesis import given
from hypothesis import strategies as st

from protectcourse.findings import Finding, Severity, ValuePath
from protectcourse.scenario import checks
from protectcourse.scenario.checks import find_faults
from protectcourse.scenario.story import compile_story

Edits = list[tuple[str, Any]]


def faults(*edits: tuple[str, Any]) -> list[Finding]:
    """Return what is wrong in the worked example after edits."""
    return find_faults(read_case(edited("river_post", *edits)))


@pytest.mark.parametrize("name", ["river_post", "first_case"])
def test_the_cases_of_the_design_are_sound(name: str) -> None:
    """Trainers copy from them."""
    assert find_faults(read_case(read_tree(name))) == []


ADVISE = "nodes.advise.choices.options"
LAW = "nodes.commander.choices.law"
FAULTS: list[tuple[str, Edits, ValuePath]] = [
    ("S010", [(f"{ADVISE}.if", ["agred"])], (*ADVISE.split("."), "if", 0)),
    ("S010", [(f"{ADVISE}.if", ["photo", "agred"])], (*ADVISE.split("."), "if", 1)),
    (
        "S010",
        [("nodes.assess.elements.ground.met_if", {"any": ["photo", "campp"]})],
        ("nodes", "assess", "elements", "ground", "met_if", "any", 1),
    ),
    (
        "S010",
        [(f"{ADVISE}.if", ["agreed", {"any": ["photo", "foto"]}])],
        (*ADVISE.split("."), "if", 1, "any", 1),
    ),
    ("S010", [(f"{LAW}.goto.0.if", ["overhard"])], (*LAW.split("."), "goto", 0, "if", 0)),
    ("S010", [("nodes.advise.also.0.if", ["brokr"])], ("nodes", "advise", "also", 0, "if", 0)),
    ("S010", [(f"{ADVISE}.do", ["time -1", "learn x"])], (*ADVISE.split("."), "do", 1)),
    (
        "S010",
        [("nodes.assess.results.thin.do", ["set x"])],
        ("nodes", "assess", "results", "thin", "do", 0),
    ),
    (
        "S010",
        [("nodes.talk.important", ["leaving", "sinse"])],
        ("nodes", "talk", "important", 1),
    ),
    ("S010", [("promises.0.before", "advise.option")], ("promises", 0, "before")),
    ("S010", [("promises.1.before", "comander")], ("promises", 1, "before")),
    ("S010", [("promises.1.need", ["tim >= 1"])], ("promises", 1, "need", 0)),
    ("S010", [("tests.model.play.0", "storeroon")], ("tests", "model", "play", 0)),
    ("S010", [("tests.model.expect", "refered")], ("tests", "model", "expect")),
    ("S011", [(f"{ADVISE}.if", ["agreed and photo"])], (*ADVISE.split("."), "if", 0)),
    ("S011", [(f"{ADVISE}.do", ["trust up"])], (*ADVISE.split("."), "do", 0)),
    ("S011", [("track.flags.asked", "Somebody asked.")], ("track", "flags", "asked")),
    ("S012", [(f"{ADVISE}.if", ["trust"])], (*ADVISE.split("."), "if", 0)),
    ("S012", [(f"{ADVISE}.do", ["learn agreed"])], (*ADVISE.split("."), "do", 0)),
    ("S013", [(f"{ADVISE}.if", ["trust >= 4"])], (*ADVISE.split("."), "if", 0)),
    ("S013", [("track.meters.trust.start", "4")], ("track", "meters", "trust", "start")),
    ("S013", [("track.meters.time.min", "6")], ("track", "meters", "time", "max")),
    (
        "S013",
        [("track.meters.trust.words", ["closed", "open"])],
        ("track", "meters", "trust", "words"),
    ),
    ("S014", [(f"{ADVISE}.harmful", "No.")], (*ADVISE.split("."), "harmful")),
    ("S015", [(f"{ADVISE}.goto", None)], tuple(ADVISE.split("."))),
    ("S015", [("nodes.talk.leave.enough.goto", None)], ("nodes", "talk", "leave", "enough")),
    ("S015", [("nodes.assess.results.thin.goto", None)], ("nodes", "assess", "results", "thin")),
    ("S016", [(f"{ADVISE}.goto", "comander")], (*ADVISE.split("."), "goto")),
    ("S016", [(f"{LAW}.goto.0.to", "exposd")], (*LAW.split("."), "goto", 0, "to")),
    ("S016", [(f"{LAW}.goto.2", "refered")], (*LAW.split("."), "goto", 2)),
    ("S016", [("start", "gat")], ("start",)),
    ("S016", [("track.meters.time.when_empty", "x")], ("track", "meters", "time", "when_empty")),
    ("S016", [("retired.old", "gat")], ("retired", "old")),
    ("S017", [("tests.model.expect", "delayed")], ("tests", "model", "expect")),
    ("S017", [("tests.model.play.9", "options")], ("tests", "model", "play", 9)),
    ("S017", [("tests.model.play", ["storeroom"])], ("tests", "model", "expect")),
    ("S019", [("nodes.assess.elements", {})], ("nodes", "assess")),
    (
        "S019",
        [("nodes.assess.elements.fear.answer", "met")],
        ("nodes", "assess", "elements", "fear"),
    ),
    (
        "S019",
        [("nodes.assess.elements.outside.answer", None)],
        ("nodes", "assess", "elements", "outside"),
    ),
    ("S019", [("nodes.assess.results.thin.at_least", "1")], ("nodes", "assess", "results")),
    ("S019", [("nodes.assess.results", {}), ("tests", {})], ("nodes", "assess")),
    (
        "S019",
        [("nodes.assess.results.sound.at_least", "7")],
        ("nodes", "assess", "results", "sound", "at_least"),
    ),
    (
        "S019",
        [("nodes.assess.results.sound.at_least", "0")],
        ("nodes", "assess", "results", "thin", "at_least"),
    ),
    (
        "S020",
        [(f"{LAW}.goto.2", {"if": ["agreed"], "to": "referred"})],
        (*LAW.split("."), "goto", 2),
    ),
    ("S020", [(f"{LAW}.goto.0", "exposed")], (*LAW.split("."), "goto", 0)),
    ("S021", [("nodes.talk.leave", None), ("tests", {})], ("nodes", "talk")),
    ("S021", [("nodes.talk.at_least", "6")], ("nodes", "talk", "at_least")),
    ("S030", [(f"{ADVISE}.best", "")], (*ADVISE.split("."), "best")),
    ("S030", [(f"{ADVISE}.best", "true")], (*ADVISE.split("."), "best")),
    ("S031", [(f"{LAW}.source", None)], tuple(LAW.split("."))),
    (
        "S031",
        [
            ("nodes.assess.elements.fear.source", None),
            ("nodes.assess.elements.fear.best", "The convention looks ahead."),
        ],
        ("nodes", "assess", "elements", "fear"),
    ),
    ("S032", [("sources.unused", "A book")], ("sources", "unused")),
    ("S033", [("sensitivity", "S2"), ("content_note", None)], ()),
    ("C015", [("track.flags.photo", "x")], ("track", "flags", "photo")),
    ("C015", [("endings.gate", {"outcome": "bad", "text": "x"})], ("endings", "gate")),
    (
        "C015",
        [("nodes.talk.leave.back", {"text": "Go back.", "goto": "gate"})],
        ("nodes", "talk", "leave", "back"),
    ),
    ("C031", [("status", "reviewed")], ("status",)),
]


@pytest.mark.parametrize(("code", "edits", "path"), FAULTS, ids=lambda value: str(value)[:40])
def test_a_fault_is_found_where_it_stands(code: str, edits: Edits, path: ValuePath) -> None:
    """Line and column come from the path: a wrong one sends the trainer to the wrong line."""
    found = faults(*edits)

    assert (code, path) in [(finding.code, finding.path) for finding in found]
    assert all(finding.message for finding in found)


def test_every_code_in_the_table_is_tested() -> None:
    """A code without a test is a promise without a proof; S018 is the course's to find."""
    tested = {code for code, _, _ in FAULTS}

    listed = {word for word in str(checks.__doc__).split() if word[:2] in {"S0", "C0"}}

    assert tested == listed - {"S018"}


def test_a_single_fault_is_found_once() -> None:
    """Ten findings for one typing slip hide the slip."""
    assert len(faults(("nodes.gate.choices.storeroom.goto", "consnt"))) == 1


def test_model_plays_wait_until_all_else_is_sound() -> None:
    """A play through a broken case says nothing new."""
    found = faults((f"{ADVISE}.if", ["agred"]), ("tests.model.expect", "delayed"))

    assert [finding.code for finding in found] == ["S010"]


def test_a_word_cut_short_is_no_law() -> None:
    """`discourteous` is not a court, nor `lawn` a law."""
    tree = edited("first_case", ("nodes.call.choices.address.harmful", "A discourteous lawn."))

    assert find_faults(read_case(tree)) == []


def test_a_source_cited_in_a_text_is_cited() -> None:
    """Sources are cited by `source:` or within a text."""
    citing = "She has the right to be heard [@book, p 3; @paper]."
    tree = edited(
        "first_case",
        ("sources", {"book": "A book", "paper": "A paper"}),
        ("endings.heard.debrief", citing),
    )

    assert find_faults(read_case(tree)) == []


def edits_of(places: tuple[str, ...], *values: str) -> st.SearchStrategy[tuple[str, str]]:
    """Give edits that put one of some values at one of some places."""
    return st.tuples(st.sampled_from(places), st.sampled_from(values))


edits_at_random = st.lists(
    st.one_of(
        edits_of(
            (f"{ADVISE}.if", "nodes.talk.questions.back.if", "nodes.assess.elements.fear.met_if"),
            *("agreed", "not photo", "trust >= 2", "time = 0", "asked since", "trust >= 9"),
        ),
        edits_of(
            (f"{ADVISE}.do", "nodes.gate.choices.sergeant.do", "nodes.assess.results.thin.do"),
            *("learn photo", "time -9", "set agreed", "clear overheard", "trust +1", "set photo"),
        ),
        edits_of(
            (f"{ADVISE}.goto", "nodes.talk.leave.enough.goto", "track.meters.time.when_empty"),
            *("gate", "talk", "assess", "exposed", "nowhere"),
        ),
        edits_of(("track.meters.time.start", "nodes.talk.at_least"), "0", "3", "5", "6"),
    ),
    min_size=1,
    max_size=4,
)


@given(edits=edits_at_random, seed=seeds, positions=picks)
def test_a_case_without_errors_can_be_played(edits: Edits, seed: int, positions: list[int]) -> None:
    """The promise behind every check: what passes never fails in front of a learner."""
    case = read_case(edited("river_post", *edits, ("tests", {})))

    errors = [one for one in find_faults(case) if one.severity is Severity.ERROR]

    if not errors:
        assert play_at_random(compile_story(case), seed, positions)
