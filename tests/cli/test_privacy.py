"""`protectcourse privacy`: short, plain, and true to what the program does."""

from dataclasses import fields
from pathlib import Path

from program import run

from protectcourse.cli.privacy import KEPT_OF, NEVER_HANDED_IN
from protectcourse.cli.sections import SECTIONS
from protectcourse.progress.events import KINDS


def test_it_says_where_what_and_how_to_erase(tmp_path: Path) -> None:
    """A learner decides by it what to write, and where to keep it."""
    done = run("--data-dir", tmp_path / "data", "privacy")

    text = " ".join(done.stdout.split())
    assert (done.returncode, done.stderr) == (0, "")
    for words in (str(tmp_path / "data"), "Nothing, by itself", "progress.db", "not encrypted"):
        assert words in text
    for command in ("export-mine", "restore", "erase", "doctor"):
        assert f"protectcourse {command}" in text
        assert command in SECTIONS["To learn"]["learning"]
    assert not (tmp_path / "data").exists()


def test_it_fits_a_narrow_window(tmp_path: Path) -> None:
    """It is read in the same terminal as the course."""
    done = run("--data-dir", "data", "privacy", cwd=tmp_path)

    assert max(map(len, done.stdout.splitlines())) <= 76
    assert len(done.stdout.splitlines()) <= 60


def test_every_kind_of_event_is_told() -> None:
    """Nothing is kept of a learner that this page does not own up to."""
    assert set(KEPT_OF) == set(KINDS)


def test_every_field_that_never_leaves_is_told() -> None:
    """The promise is that of the code, field by field."""
    local = {
        part.name for kind in KINDS.values() for part in fields(kind) if part.metadata.get("local")
    }

    assert set(NEVER_HANDED_IN) == local
