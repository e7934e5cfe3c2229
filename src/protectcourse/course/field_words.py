"""The words that stand under the fields of a dataclass, which say what its keys mean.

Python does not keep them, so they are read from the source, and only when somebody asks.
"""

import ast
import inspect
import sys
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from typing import Any

from protectcourse.shapes import yaml_key


def words_of_keys(owner: Any) -> dict[str, str]:
    """Return what each key of a dataclass means, also of those that it has from its bases."""
    words: dict[str, str] = {}
    for base in reversed(owner.__mro__):
        words |= _words_in(base.__module__).get(base.__qualname__, {})
    known = {part.name for part in fields(owner)}
    return {yaml_key(name): text for name, text in words.items() if name in known}


def words_of_kind(owner: type) -> str:
    """Return what a dataclass is, as the first paragraph of its docstring says."""
    return _first_paragraph(inspect.getdoc(owner) or "")


@cache
def _words_in(module: str) -> dict[str, dict[str, str]]:
    """Return for each class of a module its fields and what stands under them."""
    try:
        source = inspect.getsource(sys.modules[module])
    except (OSError, TypeError):
        return {}
    tree = ast.parse(source)
    classes = (node for node in tree.body if isinstance(node, ast.ClassDef))
    return {found.name: dict(_words_under_fields(found)) for found in classes}


def _words_under_fields(owner: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for node, below in zip(owner.body, owner.body[1:], strict=False):
        match node, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(
                value=ast.Constant(value=str(text))
            ):
                yield name, " ".join(text.split())


def _first_paragraph(text: str) -> str:
    return " ".join(text.split("\n\n", 1)[0].split())
