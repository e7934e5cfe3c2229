"""Text of other systems, which knows nothing of our Markdown, written so that it reads as it stood.

Our Markdown has no way to write a mark that is none. So a sign that would be read as a mark is
written as one that looks like it, and that is told.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from protectcourse.course.prose import TermSpan, TextSpan, parse_line
from protectcourse.course.prose_faults import find_prose_faults
from protectcourse.plain_text import UNCLEAN

LOOKALIKES = (
    ("**", "∗∗"),
    ("*", "∗"),
    ("[[", "[ ["),
    ("]]", "] ]"),
    ("[@", "[ @"),
    ("`", "'"),
    ("<", "‹"),
    (">", "›"),
    ("](", "] ("),
    ("][", "] ["),
    ("]:", "] :"),
    ("#", "♯"),
    ("|", "¦"),
    ("=", "＝"),
    ("--", "––"),
)
"""What may be read as a mark, and what is written for it."""
_ADDRESS = re.compile(r"<(https?://[^\s<>]+)>")


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text in one style; with `term`, the id of the glossary term that it words."""

    text: str
    strong: bool = False
    emphasis: bool = False
    term: str = ""


def literal(text: str) -> tuple[str, tuple[str, ...]]:
    """Return plain text of another system as Markdown in one run, and what had to be changed."""
    clean, unseen = without_unseen(text)
    written, changed = marked([Run(_ADDRESS.sub(r"\1", clean))])
    fitted, more = fit_one_run(written)
    return fitted, (*unseen, *changed, *more)


def without_unseen(text: str) -> tuple[str, tuple[str, ...]]:
    """Return text without characters that are not seen or steer a terminal, and what was taken."""
    tidy = text.replace("\r\n", "\n").replace("\r", "\n")
    clean = UNCLEAN.sub("", tidy)
    count = len(tidy) - len(clean)
    what = "a character that cannot be shown" if count == 1 else "characters that cannot be shown"
    return clean, (what,) if count else ()


def marked(runs: Iterable[Run]) -> tuple[str, tuple[str, ...]]:
    """Return runs as Markdown that reads as they stand, and what had to be changed for that."""
    wanted = _merged(runs)
    written = _with_marks(wanted)
    if _reads_as(written, wanted):
        return written, ()
    safe = [Run(_lookalike(run.text), run.strong, run.emphasis, run.term) for run in wanted]
    written = _with_marks(safe)
    if _reads_as(written, safe):
        return written, _swapped(wanted, safe)
    bare = [Run(run.text, term=run.term) for run in safe]
    return _with_marks(bare), (*_swapped(wanted, safe), "bold or slanted type within a word")


def fit_one_run(text: str) -> tuple[str, tuple[str, ...]]:
    """Return text without what a stem may not hold (C030), and what had to be changed for that."""
    if not _faulty(text):
        return text, ()
    fitted = _ADDRESS.sub(r"\1", text)
    if _faulty(fitted):
        fitted = " ".join(line.strip() for line in fitted.split("\n") if line.strip())
    changed = []
    for sign, instead in LOOKALIKES:
        if not _faulty(fitted):
            break
        if sign in fitted:
            fitted = _without(fitted, sign, instead)
            fitted = fitted.replace(">", "›") if sign == "<" else fitted
            changed.append(_swap(sign, instead))
    return fitted, tuple(changed)


def _faulty(text: str) -> bool:
    return any(True for _ in find_prose_faults(text, line_only=True))


def _merged(runs: Iterable[Run]) -> list[Run]:
    """Return the runs, blanks at the edges of a style outside it, neighbours alike as one."""
    merged: list[Run] = []
    for run in runs:
        parts = [run]
        if (run.strong or run.emphasis) and not run.term:
            inner = run.text.strip()
            before, _, after = run.text.partition(inner) if inner else (run.text, "", "")
            parts = [Run(before), Run(inner, run.strong, run.emphasis), Run(after)]
        elif run.term:
            parts = [Run(run.text, term=run.term)]
        for part in parts:
            last = merged[-1] if merged else None
            if last and not part.term and not last.term and _style(last) == _style(part):
                merged[-1] = Run(last.text + part.text, last.strong, last.emphasis)
            elif part.text:
                merged.append(part)
    return merged


def _style(run: Run) -> tuple[bool, bool]:
    return run.strong, run.emphasis


def _with_marks(runs: Iterable[Run]) -> str:
    """Return runs with a mark wherever a style begins or ends."""
    parts: list[str] = []
    last = Run("")
    for run in (*runs, Run("")):
        closes = "*" * (last.emphasis and not run.emphasis)
        opens = "*" * (run.emphasis and not last.emphasis)
        parts.append(closes + "**" * (last.strong != run.strong) + opens)
        parts.append(_worded(run))
        last = run
    return "".join(parts)


def _worded(run: Run) -> str:
    if not run.term:
        return run.text
    return f"[[{run.term}]]" if run.text == run.term else f"[[{run.term}|{run.text}]]"


def _reads_as(text: str, wanted: list[Run]) -> bool:
    """Whether our own reader finds in a text just these runs."""
    read: list[Run] = []
    for span in parse_line(text):
        if isinstance(span, TextSpan):
            read.append(Run(span.text, span.strong, span.emphasis))
        elif isinstance(span, TermSpan):
            read.append(Run(span.wording or span.name, term=span.name))
        else:
            return False
    flat = [
        Run(" ".join(run.text.split("\n")), run.strong, run.emphasis, run.term) for run in wanted
    ]
    return _merged(read) == flat


def _lookalike(text: str) -> str:
    for sign, instead in LOOKALIKES[1:5]:
        text = _without(text, sign, instead)
    return text


def _without(text: str, sign: str, instead: str) -> str:
    while sign in text:  # `[[[` holds it twice
        text = text.replace(sign, instead)
    return text


def _swapped(before: list[Run], after: list[Run]) -> tuple[str, ...]:
    texts = "".join(run.text for run in before), "".join(run.text for run in after)
    return tuple(
        _swap(sign, instead)
        for sign, instead in LOOKALIKES[1:5]
        if sign in texts[0] and instead in texts[1]
    )


def _swap(sign: str, instead: str) -> str:
    return f"“{sign}”, which is a mark in a course (“{instead}” is written for it)"
