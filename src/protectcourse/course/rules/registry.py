"""All rules, in the order of their codes."""

from protectcourse.course.rules.case_form import CASE_FORM_RULES
from protectcourse.course.rules.case_points import CASE_POINT_RULES
from protectcourse.course.rules.case_ways import CASE_WAY_RULES
from protectcourse.course.rules.case_words import CASE_WORD_RULES
from protectcourse.course.rules.form import FORM_RULES
from protectcourse.course.rules.names import NAME_RULES
from protectcourse.course.rules.parts import PART_RULES
from protectcourse.course.rules.questions import QUESTION_RULES
from protectcourse.course.rules.rule import Rule
from protectcourse.course.rules.text import TEXT_RULES
from protectcourse.course.rules.writing import WRITING_RULES

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            *FORM_RULES,
            *PART_RULES,
            *NAME_RULES,
            *TEXT_RULES,
            *QUESTION_RULES,
            *WRITING_RULES,
            *CASE_WORD_RULES,
            *CASE_FORM_RULES,
            *CASE_WAY_RULES,
            *CASE_POINT_RULES,
        ),
        key=lambda rule: rule.code,
    )
)
_BY_CODE = {rule.code: rule for rule in RULES}


def find_rule(code: str) -> Rule | None:
    """Return the rule of a code, however it is written; None where there is none."""
    return _BY_CODE.get(code.strip().upper())
