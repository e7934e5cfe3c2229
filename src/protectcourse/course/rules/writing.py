"""Q101 to Q140: how questions and lessons are written; what each rule says stands with its lint."""

from protectcourse.course.lints.registry import LINTS
from protectcourse.course.rules.rule import Rule

WRITING_RULES = tuple(
    Rule(
        code=lint.code,
        title=lint.title,
        why=lint.why,
        mend=lint.mend,
        severity=lint.severity,
        good=lint.good,
        bad=lint.bad,
    )
    for lint in LINTS
)
