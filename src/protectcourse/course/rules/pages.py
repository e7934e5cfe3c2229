"""What is shown of the rules: one as a page for the terminal, all of them as a guide."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from textwrap import wrap

from protectcourse.course.lints.lint import Example
from protectcourse.course.rules.registry import RULES
from protectcourse.course.rules.rule import Rule
from protectcourse.findings import Severity

Line = tuple[int, str]
"""A line of an example and its number, from 0."""
SKIPPED = "…"
WIDTH = 76
"""Columns of a page."""
MARKED_FROM = 0.4
"""How alike two examples must be before it helps to mark where they differ."""
SEVERITIES = {
    Severity.ERROR: "At most an error. An error has to be mended.",
    Severity.WARNING: "At most a warning. The course works, and would be better without it.",
    Severity.INFO: "A note (info). Nothing has to be done.",
}
LONG, AROUND = 20, 2
"""Lines beyond which an example only shows where it differs, with so many lines around."""
AREAS = (
    ("C", "Form: can the files be read?"),
    ("Q0", "Questions: can they be asked and marked?"),
    ("Q1", "Writing: are questions and lessons written well?"),
    ("S0", "Cases: is everything said that a case needs?"),
    ("S1", "Cases: what trying every way through them shows"),
    ("T", "Text: can it be read with ease?"),
)
"""How the codes of an area begin, and its heading in the guide."""


def page_of(rule: Rule) -> str:
    """Return the page of a rule, in plain text for a terminal."""
    bad, good = _differing_lines(rule)
    parts = [
        _filled(f"{rule.code}  {rule.title}"),
        _filled(SEVERITIES[rule.severity]),
        _titled("Why it matters", _filled(rule.why, "  ")),
        _titled("How to mend it", _filled(rule.mend, "  ")),
        _titled(
            f"Written so, it is reported{_extent(rule.bad)}", _set_in(_numbered(rule.bad), bad)
        ),
        _titled(
            f"Written so, it is not{_extent(rule.good)}", _set_in(_shortened(rule.good, good), good)
        ),
    ]
    if bad or good:
        parts.append("Lines that differ are marked with >.")
    parts.append("See also: protectcourse guide checks")
    return "\n\n".join(parts) + "\n"


def guide_of_codes() -> str:
    """Return the guide to all codes, in Markdown."""
    return "\n".join(line for begins, title in AREAS for line in _area(begins, title))


def _area(begins: str, title: str) -> Iterator[str]:
    yield f"## {title}\n"
    for rule in RULES:
        if rule.code.startswith(begins):
            yield f"### {rule.code}: {rule.title}\n"
            yield f"{SEVERITIES[rule.severity]}\n"
            yield f"{rule.why}\n"
            yield f"**How to mend it.** {rule.mend}\n"
            yield f"Written so, it is reported{_extent(rule.bad)}:\n"
            yield f"```yaml\n{rule.bad.yaml}```\n"
            yield f"Written so, it is not{_extent(rule.good)}:\n"
            lines = _shortened(rule.good, _differing_lines(rule)[1])
            yield "\n".join(["```yaml", *(line for _, line in lines), "```\n"])


def _extent(example: Example) -> str:
    """Return in brackets what part of a course an example is, unless it is a whole file."""
    is_page = example.yaml.startswith("title:")
    what = {"kind": "a question", "title": "a page"}.get(example.yaml.partition(":")[0], "")
    if example.times > 1:
        what += f", its last line {example.times} times" if is_page else f", {example.times} times"
    return f" ({what})" if what else ""


def _titled(title: str, text: str) -> str:
    return f"{title}\n\n{text}"


def _filled(text: str, begins: str = "") -> str:
    """Return a text in lines that fit the page."""
    return "\n".join(
        wrap(
            text,
            WIDTH,
            initial_indent=begins,
            subsequent_indent=begins,
            break_long_words=False,
            break_on_hyphens=False,
        )
    )


def _numbered(example: Example) -> list[Line]:
    return list(enumerate(example.yaml.splitlines()))


def _shortened(example: Example, marked: frozenset[int]) -> list[Line]:
    """Return the lines of an example; of a long one those around the marks, `…` for the rest."""
    lines = _numbered(example)
    if len(lines) <= LONG or not marked:
        return lines
    shown: list[Line] = []
    for number, line in lines:
        if any(abs(number - mark) <= AROUND for mark in marked):
            shown.append((number, line))
        elif not shown or shown[-1][1] != SKIPPED:
            shown.append((number, SKIPPED))
    return shown


def _set_in(lines: Iterable[Line], marked: frozenset[int]) -> str:
    """Return lines with a margin in which the marks stand."""
    return "\n".join(
        f"{'>' if number in marked else ' '} {line}".rstrip() for number, line in lines
    )


def _differing_lines(rule: Rule) -> tuple[frozenset[int], frozenset[int]]:
    """Return the lines of the bad and of the good example that the other does not have.

    None where hardly anything is alike, for then marks would only be noise.
    """
    bad, good = rule.bad.yaml.splitlines(), rule.good.yaml.splitlines()
    matcher = SequenceMatcher(None, bad, good, autojunk=False)
    if matcher.ratio() < MARKED_FROM:
        return frozenset(), frozenset()
    changes = [one for one in matcher.get_opcodes() if one[0] != "equal"]
    return (
        frozenset(line for _, begin, end, _, _ in changes for line in range(begin, end)),
        frozenset(line for _, _, _, begin, end in changes for line in range(begin, end)),
    )
