"""`protectcourse guide`: the guides for trainers, in the terminal."""

from protectcourse.cli.output import say, say_aside
from protectcourse.cli.paging import say_long
from protectcourse.guides.shelf import GUIDES, Section, find_guide, read_guide, sections_of

NOT_FOUND = 2


def show_guide(name: str | None, wanted: str) -> int:
    """Print the guides there are, a guide, or its sections whose headings hold the words wanted."""
    if name is None:
        _list_guides()
        return 0
    text = read_guide(find_guide(name))
    if wanted:
        sections = sections_of(text)
        found = [one for one in sections if wanted.lower() in one.title.lower()]
        if not found:
            _tell_sections(name, wanted, sections)
            return NOT_FOUND
        text = "\n\n".join(f"## {one.title}\n\n{one.text}" for one in found)
    say_long(text.rstrip())
    return 0


def _list_guides() -> None:
    width = max(len(guide.name) for guide in GUIDES)
    for guide in GUIDES:
        say(f"protectcourse guide {guide.name:<{width}}  {guide.title}: {guide.about}")


def _tell_sections(name: str, wanted: str, sections: tuple[Section, ...]) -> None:
    say_aside(f"protectcourse: no heading of the guide `{name}` has the words “{wanted}”")
    say_aside("Its headings are:")
    for section in sections:
        if section.title:
            say_aside(f"  {section.title}")
