"""Moodle XML as a tree that knows its lines, read with suspicion.

The only module that knows the parser. A document type, an entity of its own, or a file beyond the
limits ends the reading.
"""

from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax import SAXException
from xml.sax.handler import ContentHandler, LexicalHandler, property_lexical_handler

from protectcourse.errors import ExchangeError

if TYPE_CHECKING:
    from xml.sax.xmlreader import AttributesImpl, Locator

LARGEST = 10_485_760
"""Bytes; pictures that stand within a file count too."""
DEEPEST = 20
MOST_ELEMENTS = 300_000
_HINT = "Export the questions from Moodle again, as Moodle XML."


@dataclass(slots=True)
class Element:
    """An element of the file."""

    tag: str
    line: int
    attributes: dict[str, str]
    children: "list[Element]" = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    def child(self, tag: str) -> "Element | None":
        """Return the first child of a name."""
        return next((one for one in self.children if one.tag == tag), None)

    def every(self, tag: str) -> "list[Element]":
        """Return all children of a name."""
        return [one for one in self.children if one.tag == tag]

    @property
    def text(self) -> str:
        """Return the text that stands in the element, or in its `text`, as Moodle has it."""
        inner = self.child("text")
        return "".join((inner or self).words)

    def said(self, tag: str) -> str:
        """Return the text of the first child of a name, without blanks around it."""
        found = self.child(tag)
        return found.text.strip() if found else ""


def read_elements(data: bytes) -> Element:
    """Return the root of a file. Raises ExchangeError, with the line, where it cannot be read."""
    if len(data) > LARGEST:
        limit = f"{LARGEST // 1_048_576} MB"
        hint = "Export fewer questions at a time, or without their pictures."
        raise ExchangeError(f"the file is larger than {limit}", hint)
    builder = _Builder()
    _parse(data, builder)
    if builder.root is None:
        raise ExchangeError("line 1: the file is empty", _HINT)
    return builder.root


def _parse(data: bytes, builder: "_Builder") -> None:
    try:
        from defusedxml import DefusedXmlException
        from defusedxml.sax import make_parser
    except ImportError as error:
        hint = "Install it with: pip install 'protectcourse[banks]'"
        raise ExchangeError("Moodle XML needs defusedxml, which is not here", hint) from error
    parser = make_parser()
    parser.forbid_dtd = True
    parser.setContentHandler(builder)
    parser.setProperty(property_lexical_handler, _Comments(builder))
    try:
        parser.parse(BytesIO(data))
    except DefusedXmlException as error:
        message = f"line {builder.line}: the file declares a document type or entities"
        raise ExchangeError(message, "No bank of Moodle does. Take these lines out.") from error
    except SAXException as error:
        line = getattr(error, "getLineNumber", lambda: None)() or builder.line
        message = f"line {line}: this is not well-formed XML ({error.getMessage()})"
        raise ExchangeError(message, _HINT) from error
    except (LookupError, ValueError) as error:
        message = f"line {builder.line}: the file is in an encoding that is not known here"
        raise ExchangeError(message, _HINT) from error


class _Builder(ContentHandler):
    """Builds the tree, within its limits."""

    def __init__(self) -> None:
        super().__init__()
        self.root: Element | None = None
        self._open: list[Element] = []
        self._count = 0
        self._locator: Locator | None = None

    @property
    def line(self) -> int:
        """The line that the parser has come to."""
        return (self._locator.getLineNumber() if self._locator else None) or 1

    def setDocumentLocator(self, locator: "Locator") -> None:  # noqa: N802 - the parser's name
        """Take what tells the lines."""
        self._locator = locator

    def startElement(self, name: str, attrs: "AttributesImpl") -> None:  # noqa: N802
        """Begin an element."""
        self._count += 1
        if len(self._open) == DEEPEST or self._count > MOST_ELEMENTS:
            what = "nested too deep" if len(self._open) == DEEPEST else "too many elements"
            raise ExchangeError(f"line {self.line}: {what} for a bank of questions", _HINT)
        element = Element(name, self.line, dict(attrs.items()))
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)

    def endElement(self, name: str) -> None:  # noqa: N802
        """End the element that is open."""
        self._open.pop()

    def characters(self, content: str) -> None:
        """Take text, but for what a file is made of."""
        if self._open and self._open[-1].tag != "file":
            self._open[-1].words.append(content)

    def take_comment(self, text: str) -> None:
        """Keep a comment with the element that it stands in."""
        if self._open:
            self._open[-1].comments.append(text)


class _Comments(LexicalHandler):
    """Passes comments on."""

    def __init__(self, builder: _Builder) -> None:
        super().__init__()
        self._builder = builder

    def comment(self, content: str) -> None:
        """Pass one on."""
        self._builder.take_comment(content)
