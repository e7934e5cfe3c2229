"""A page of HTML taken apart: its elements, their nesting, and the words that are read."""

from html.parser import HTMLParser
from itertools import pairwise

VOID = frozenset({"meta", "br", "hr", "img", "link", "input"})
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class Page(HTMLParser):
    """Takes a page apart, and notices what does not close."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words = ""
        self.open: list[str] = []
        self.feed(text)
        self.close()

    @property
    def read(self) -> str:
        """The words with single blanks."""
        return " ".join(self.words.split())

    @property
    def levels(self) -> list[int]:
        """The level of each heading in order."""
        return [HEADINGS.index(tag) + 1 for tag in self.tags if tag in HEADINGS]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the beginning of an element."""
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Take the end of an element."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Take words."""
        if "style" not in self.open:
            self.words += data


def assert_sound(page: Page) -> None:
    """Assert that a page is well formed, headed in order, and needs nothing from elsewhere."""
    assert page.open == []
    assert not {"script", "link", "img", "iframe", "object", "form", "base"} & set(page.tags)
    names = {name for name, _ in page.attributes}
    assert not {"src", "action", "style"} & names
    assert not any(name.startswith("on") for name in names)
    assert all((value or "").startswith("#") for name, value in page.attributes if name == "href")
    assert ("content", "default-src 'none'; style-src 'unsafe-inline'") in page.attributes
    assert ("lang", "en") in page.attributes
    assert page.levels[0] == 1
    assert page.levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(page.levels)), page.levels
    assert page.tags.count("th") == sum(name == "scope" for name, _ in page.attributes)
