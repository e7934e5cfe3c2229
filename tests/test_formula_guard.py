"""Texts that a spreadsheet would take for formulas."""

import pytest

from protectcourse.formula_guard import guarded


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "a;=1"])
def test_what_would_run_is_guarded(text: str) -> None:
    """A name in a list must not reckon on the computer of whoever opens it."""
    assert "'" in guarded(text)


@pytest.mark.parametrize("text", ["a = b", "Ada", "2026-11-01", "", "co-operate"])
def test_what_is_harmless_stays(text: str) -> None:
    """An apostrophe too many is one that somebody has to take away."""
    assert guarded(text) == text
