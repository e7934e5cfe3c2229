"""The test of the tests: the worked example, broken in one place, is reported there and by name."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from protectcourse.course.loading import check_single
from protectcourse.course.problems import Problem
from protectcourse.findings import Severity
from protectcourse.scenario.exploring import explorer

FOLDER = Path(explorer.__file__).parent
EXAMPLE = Path(__file__).parent / "river_post.yaml"
ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

IF_AGREED = "        if: [agreed]\n"
BEST_OPTION = (
    "        best: She decides, on real information, and each body gets only what it needs."
)
HOTLINE = "        text: Ring the refugee office's urgent line with her initials and location only,"
REFER_ALL = (
    "        text: Send her file to every group you know, so that someone is sure to act in time.\n"
)
LETTER = "        text: Leave a formal letter at the desk and wait for the reply.\n"
ALSO = "      - if: [broker]\n"
SERGEANT = "        do: [trust -1, set overheard]\n"
OVERHEARD = "{if: [overheard], to: exposed}, "
LEAVING = "        ask: How did you come to leave Varnia?\n"
BACK = "        ask: What do you think would happen if you went back?\n"
CORRIDOR = """\
  corridor:
    text: The corridor is long.
    choices:
      on:
        text: Walk on.
        goto: corridor
endings:
"""
MORE = "Take the time that this needs, and say so."


class Fault(NamedTuple):
    """One fault: what is reported, on a line with what words, after what edits of the text."""

    code: str
    severity: Severity
    place: str
    edits: tuple[tuple[str, str], ...]


def fault(code: str, severity: Severity, place: str, *edits: tuple[str, str]) -> Fault:
    """Return a fault."""
    return Fault(code, severity, place, edits)


def with_condition(choice: str, condition: str) -> tuple[str, str]:
    """Return the edit that puts a condition on a choice, given its line of text."""
    return choice, f"        if: [{condition}]\n{choice}"


THE_CORRIDOR = ("endings:\n", CORRIDOR)
FAULTS = {
    "a name that is mistyped": fault("S010", ERROR, "agred", (IF_AGREED, "        if: [agred]\n")),
    "an id that is used twice": fault("C002", ERROR, "      explain:", ("form:", "explain:")),
    "a rating without its reason": fault("S030", ERROR, "best:\n", (BEST_OPTION, "        best:")),
    "a checklist with a gap": fault(
        "S019", ERROR, "    results:", ("at_least: 0\n", "at_least: 1\n")
    ),
    "a model play that goes wrong": fault(
        "S017", ERROR, "expect: delayed", ("expect: referred", "expect: delayed")
    ),
    "a node that nothing leads to": fault("S101", ERROR, "  corridor:", THE_CORRIDOR),
    "a node behind a condition that never holds": fault(
        *("S101", ERROR, "  corridor:", THE_CORRIDOR),
        (OVERHEARD, "{if: [trust > 3], to: corridor}, " + OVERHEARD),
    ),
    "an ending that nothing leads to": fault(
        *("S102", ERROR, "  lost:"),
        ("endings:\n", "endings:\n  lost: {outcome: bad, text: The end.}\n"),
    ),
    "a dead end": fault(
        *("S103", ERROR, "  advise:"),
        with_condition(HOTLINE, "agreed"),
        with_condition(REFER_ALL, "agreed"),
    ),
    "a loop without a way out": fault(
        *("S104", ERROR, "  corridor:", THE_CORRIDOR),
        ("goto: exposed\n  commander:", "goto: corridor\n  commander:"),
    ),
    "a choice that is never open": fault(
        "S105", ERROR, "      letter:", with_condition(LETTER, "trust > 3")
    ),
    "a condition that always holds": fault(
        "S106", INFO, "trust >= 0", with_condition(LETTER, "trust >= 0")
    ),
    "a route that is never taken": fault(
        *("S107", WARNING, "[time = 0]"),
        (OVERHEARD, OVERHEARD + "{if: [time = 0], to: delayed}, "),
    ),
    "an extra text that is never shown": fault(
        *("S108", INFO, "trust > 3"),
        (ALSO, "      - if: [trust > 3]\n        text: Never.\n" + ALSO),
    ),
    "a locked sentence that is never shown": fault(
        *("S108", INFO, "Too late"),
        with_condition(LETTER, "time >= 1"),
        (LETTER, LETTER + "        locked: Too late.\n"),
    ),
    "a flag that is never used": fault(
        *("S111", WARNING, "spare:"),
        ("  meters:\n", "    spare: Nobody reads it.\n  meters:\n"),
    ),
    "a flag that is never set": fault("S112", ERROR, "    overheard:", (", set overheard", "")),
    "a flag that is never tested": fault("S113", WARNING, "    overheard:", (OVERHEARD, "")),
    "a fact that changes nothing": fault(
        "S114", INFO, "    broker:", (ALSO, "      - if: [photo]\n")
    ),
    "a decision with nothing but harm": fault(
        *("S120", ERROR, "  advise:"),
        ("acceptable: Fast and discreet", "harmful: Fast and discreet"),
    ),
    "important questions that are all locked": fault(
        *("S121", WARNING, "    important:"),
        with_condition(LEAVING, "trust >= 2"),
        with_condition(BACK, "trust >= 2"),
    ),
    "a rated scene in a loop": fault(
        "S125", WARNING, "  commander:", ("goto: delayed\nendings", "goto: advise\nendings")
    ),
    "a promise that is broken": fault("S130", ERROR, "say: Nobody sets out", (IF_AGREED, "")),
    "a promise that is never put to the test": fault(
        *("S130", ERROR, "say: Nobody faces", THE_CORRIDOR),
        ("    before: commander\n", "    before: corridor\n"),
    ),
    "full marks out of reach": fault(
        *("S140", WARNING, "      hotline:"),
        (IF_AGREED, "        if: [agreed, overheard]\n"),
    ),
    "a play without a fault that ends less than well": fault(
        "S141", WARNING, "  delayed:", ("acceptable: A record matters", "best: A record matters")
    ),
    "plays without a fault that never end well": fault(
        "S142", ERROR, "  returned:", ("time: {start: 6", "time: {start: 5")
    ),
    "a red line that ends well": fault(
        *("S143", WARNING, "  referred:"),
        ("goto: exposed\n      letter", "goto: referred\n      letter"),
    ),
    "harm that ends well": fault(
        "S144", WARNING, "  referred:", ("{if: [not agreed], to: delayed}, ", "")
    ),
    "a pass mark out of reach": fault(
        "S145", WARNING, "rubric:", (BEST_OPTION, BEST_OPTION.replace("best", "acceptable"))
    ),
    "harm without a consequence": fault(
        *("S146", WARNING, "      refer_all:"),
        (REFER_ALL, f"{REFER_ALL}        do: [time -1]\n"),
        ("red_line: Urgency", "harmful: Urgency"),
        ("goto: exposed\n  commander", "goto: commander\n  commander"),
    ),
    "a right choice that its length gives away": fault(
        *("S150", WARNING, "nodes:"),
        ("let her choose what each is told.", f"let her choose what each is told. {MORE}"),
        ("office has seen her.", f"office has seen her. {MORE}"),
    ),
    "a decision that is none": fault(
        "S151", WARNING, "  gate:", with_condition(SERGEANT, "trust > 3")
    ),
    "a sentence without an end": fault(
        "S160", WARNING, "word word", ("text: The UN", f"text: {'word ' * 31}The")
    ),
    "a choice that is too long": fault(
        "S160", WARNING, "So on.", (LETTER, LETTER.replace(".\n", f". {'So on. ' * 9}\n"))
    ),
}


def broken(name: str) -> str:
    """Return the worked example with one fault, without its model plays unless they are it."""
    text = EXAMPLE.read_text(encoding="utf-8")
    if FAULTS[name].code != "S017":
        text = text.partition("\ntests:")[0] + "\n"
    for old, new in FAULTS[name].edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def check(folder: Path, text: str) -> list[Problem]:
    """Return what is wrong in a case with this text."""
    path = folder / "case.yaml"
    path.write_text(text, encoding="utf-8")
    return check_single(path)


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_reported_where_it_stands(name: str, tmp_path: Path) -> None:
    """An author who breaks a case is told so before a learner is."""
    code, severity, place, _ = FAULTS[name]
    text = broken(name)
    lines = {n for n, line in enumerate(text.splitlines(), 1) if place in f"{line}\n"}

    found = [one for one in check(tmp_path, text) if (one.code, one.severity) == (code, severity)]

    assert found
    assert {one.line for one in found} & lines


def test_the_worked_example_has_none_of_these_faults() -> None:
    """What is reported of everything says nothing."""
    found = {(problem.code, problem.severity) for problem in check_single(EXAMPLE)}

    assert found == {("S144", INFO), ("S145", INFO)}


def test_a_fault_that_needs_a_play_shows_the_shortest(tmp_path: Path) -> None:
    """That something can be a dead end is only believed by who can walk into it."""
    hints = {one.code: one.hint for one in check(tmp_path, broken("a dead end"))}

    shortest = "gate.storeroom > consent.promise > talk.leaving > talk.enough > assess.sound."
    assert hints["S103"].endswith(f"The shortest way there: {shortest}")


def test_a_case_with_an_error_of_form_is_not_tried(tmp_path: Path) -> None:
    """What follows from a slip of the pen is no news."""
    text = broken("a dead end").replace("goto: consent", "goto: consnt")

    codes = {problem.code for problem in check(tmp_path, text)}

    assert codes == {"S016"}


def test_every_code_of_the_explorer_is_tested() -> None:
    """A code without a test is a promise without a proof; S100 is tested with the explorer."""
    tables = "".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.py"))

    listed = set(re.findall(r"S1[0-9]{2}", tables))

    assert listed - {"S100"} == {fault.code for fault in FAULTS.values() if fault.code >= "S1"}
