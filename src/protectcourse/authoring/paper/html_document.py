"""A document as one HTML page: for A4, offline, without JavaScript, each word escaped."""

from protectcourse.authoring.paper.document import Document, headings
from protectcourse.html_pages import make_page


def as_html(document: Document) -> str:
    """Return the document as a page that needs nothing beside it."""
    contents = tuple(headings(document)) if document.has_contents else ()
    return make_page("document.html", document=document, contents=contents)
