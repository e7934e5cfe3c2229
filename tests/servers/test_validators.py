"""Statements of every kind are right by the judgement of two programs that others wrote."""

import json
from collections import Counter
from pathlib import Path

import pytest
from lrs_servers import MODELS, check_by
from lrs_statements import BAD, many, spoilt

pytestmark = pytest.mark.servers


def test_every_kind_is_among_the_statements(every_kind: list[str]) -> None:
    """The judgements below are worth what is judged."""
    verbs = Counter(json.loads(one)["verb"]["id"].rpartition("/")[2] for one in every_kind)

    assert set(verbs) == {
        *("initialized", "completed", "answered", "passed", "failed", "voided", "earned"),
    }


def test_the_strict_validator_finds_nothing(node_packages: Path, every_kind: list[str]) -> None:
    """Learning Locker, and what is built on it, refuses a whole batch for one mistake."""
    bad = spoilt(many(1)[0]).statement.json

    *said, of_bad = check_by(["node", "validate.js"], [*every_kind, bad], node_packages)

    assert [(one, text) for one, text in zip(said, every_kind, strict=True) if one] == []
    assert of_bad, BAD


def test_the_models_of_the_lax_server_find_nothing(
    lax_python: Path, every_kind: list[str], tmp_path: Path
) -> None:
    """Its models are stricter than its door: whoever reads the data later uses them."""
    bad = spoilt(many(1)[0]).statement.json.replace('"id":"', '"id":"x', 1)

    *said, of_bad = check_by([str(lax_python), "-c", MODELS], [*every_kind, bad], tmp_path)

    assert [(one, text) for one, text in zip(said, every_kind, strict=True) if one] == []
    assert of_bad
