"""HTML pages made from the program's templates: whole by themselves, each value escaped.

The only module that knows the library of templates, which is imported when a page is made.
"""

from functools import cache
from typing import TYPE_CHECKING

from protectcourse.plain_text import clean_text

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = "templates"


def make_page(template: str, **values: object) -> str:
    """Return the page that a template makes of some values; a value that is missing is a fault."""
    return clean_text(_templates().get_template(template).render(values))


@cache
def _templates() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("protectcourse", FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
