"""Every code that the program can give has a rule, and every rule is one that it can give."""

import ast
import re
from pathlib import Path

import pytest

import protectcourse
from protectcourse.course.lints.registry import ELSEWHERE
from protectcourse.course.rules.registry import RULES, find_rule
from protectcourse.course.rules.rule import Rule

SOURCE = Path(protectcourse.__file__).parent
CODE = re.compile(r"[CQST][0-9]{3}")


def codes_given() -> set[str]:
    """Return every code that stands as a text in the source, but for the rules themselves."""
    files = [path for path in SOURCE.rglob("*.py") if "rules" not in path.parts]
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in files]
    texts = [
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    return {text for text in texts if CODE.fullmatch(text)}


def test_every_code_has_a_rule() -> None:
    """`check --explain` must have something to say of whatever `check` has said."""
    given = codes_given() - set(ELSEWHERE)

    assert given == {rule.code for rule in RULES}


def test_rules_stand_in_the_order_of_their_codes_each_once() -> None:
    """A guide is looked through by code."""
    codes = [rule.code for rule in RULES]

    assert codes == sorted(set(codes))


@pytest.mark.parametrize("code", ["Q101", "q101", " Q101\n"])
def test_a_rule_is_found_however_its_code_is_typed(code: str) -> None:
    """A code is copied from a list, or typed from memory."""
    rule = find_rule(code)

    assert rule is not None
    assert rule.code == "Q101"


def test_an_unknown_code_has_no_rule() -> None:
    """Then the command says so, instead of showing something near."""
    assert find_rule("Q999") is None


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_told_in_whole_sentences(rule: Rule) -> None:
    """Trainers read the page of a rule while something stands in their way."""
    for text in (rule.title, rule.why, rule.mend):
        assert text[0].isupper()
        assert text.endswith(".")
        assert "  " not in text
    assert len(rule.title) <= 76
    assert 1 <= len(re.findall(r"[.?](?: |$)", rule.why)) <= 4
