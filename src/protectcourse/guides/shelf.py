"""Which guides there are, and their text: written by hand, and where it can be, made from the code.

What a key means and what a check looks for is said once, beside the key and the check; the guides
take it from there.
"""

from collections.abc import Callable, Mapping
from importlib.resources import files
from textwrap import wrap
from typing import NamedTuple

from protectcourse.course.rules.pages import guide_of_codes
from protectcourse.errors import ProtectCourseError
from protectcourse.findings import did_you_mean
from protectcourse.guides.keys import WIDTH, keys_of


class UnknownGuideError(ProtectCourseError):
    """There is no guide of that name."""

    exit_code = 2


class Guide(NamedTuple):
    """A guide: its name on the command line, its title, and what it is for."""

    name: str
    title: str
    about: str


class Section(NamedTuple):
    """A part of a guide under one heading, in Markdown."""

    title: str
    text: str


GUIDES = (
    Guide("authoring", "Write a course", "from nothing to a running lesson in fifteen minutes"),
    Guide("questions", "Write questions", "every kind, good wrong options, banks in and out"),
    Guide("cases", "Write a case", "a cook-book of scenes, interviews, checklists and endings"),
    Guide("checks", "What the checks say", "every code, with a good and a bad example"),
    Guide("coordinators", "Know who has completed what", "collect, report, certify"),
    Guide("records", "What is recorded", "hand-in files, keys, what a signature shows"),
    Guide("privacy", "Privacy", "what leaves a laptop, small groups, erasing"),
)


def find_guide(name: str) -> Guide:
    """Return a guide. Raises UnknownGuideError."""
    for guide in GUIDES:
        if guide.name == name:
            return guide
    names = [guide.name for guide in GUIDES]
    hint = did_you_mean(name, names) or f"There are: {', '.join(names)}."
    raise UnknownGuideError(f"there is no guide `{name}`", hint)


def read_guide(guide: Guide) -> str:
    """Return the whole text of a guide, in Markdown."""
    parts = [_written(guide.name), *(make() for make in MADE.get(guide.name, ()))]
    return _in_lines("\n\n".join(part.strip() for part in parts)) + "\n"


def sections_of(text: str) -> tuple[Section, ...]:
    """Return a guide in sections: what stands before the first heading, then one a `##`."""
    sections: list[Section] = []
    title, lines, in_code = "", list[str](), False
    for line in text.splitlines():
        in_code ^= line.startswith("```")
        if line.startswith("## ") and not in_code:
            sections.append(Section(title, "\n".join(lines).strip()))
            title, lines = line[3:].strip(), []
        elif not (line.startswith("# ") and not in_code):
            lines.append(line)
    sections.append(Section(title, "\n".join(lines).strip()))
    return tuple(section for section in sections if section.text)


def _in_lines(text: str) -> str:
    """Return a text whose prose stands in lines that a terminal shows whole."""
    lines, in_code = list[str](), False
    for line in text.splitlines():
        in_code ^= line.startswith("```")
        if in_code or len(line) <= WIDTH:
            lines.append(line)
        else:
            lines += wrap(line, WIDTH, break_on_hyphens=False, break_long_words=False)
    return "\n".join(lines)


def _written(name: str) -> str:
    """Return the part of a guide that is written by hand."""
    return files("protectcourse.guides").joinpath(f"texts/{name}.md").read_text("utf-8")


MADE: Mapping[str, tuple[Callable[[], str], ...]] = {
    "authoring": (lambda: keys_of("course", "lesson", "sources", "glossary", "claims"),),
    "questions": (lambda: keys_of("quiz"),),
    "cases": (lambda: keys_of("case"),),
    "checks": (guide_of_codes,),
}
"""What is made from the code, by guide, and follows what is written by hand."""
