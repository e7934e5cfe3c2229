"""Exceptions that authors make to the lints: allowed with a reason, listed, never hidden."""

from protectcourse.course.lints.unit import Unit
from protectcourse.findings import Finding, allowed


def with_exceptions(unit: Unit, finding: Finding) -> Finding:
    """Return the finding; as information, with the reason, where `lint_allow` names its code.

    The exception nearest to the place counts: question, page or node, then file.
    """
    for holder in reversed(unit.holders(finding.path)):
        reason = getattr(holder, "lint_allow", {}).get(finding.code)
        if reason is not None:
            return allowed(finding, reason)
    return finding
