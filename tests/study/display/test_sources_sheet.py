"""Sources to read."""

from pathlib import Path

from learners import Learner

from protectcourse.blocks import TextBlock
from protectcourse.study.display.sources_sheet import NO_SOURCE, OF_COURSE, sources_sheet
from protectcourse.study.looking_up import list_sources


def test_each_source_says_what_it_is(tmp_path: Path) -> None:
    """Its number and name, then title, date, kind and how sure we are."""
    notes = list_sources(Learner(tmp_path / "data").course)

    sheet = sources_sheet(notes, OF_COURSE)

    words = [one.text.plain for one in sheet.blocks if isinstance(one, TextBlock)]
    assert (sheet.title, sheet.place) == ("Sources", "of the course")
    for note in notes:
        place = words.index(note.line)
        assert words[place + 1] == note.about
        assert not note.note or words[place + 2] == note.note


def test_without_any_it_says_so() -> None:
    """An empty screen would look broken."""
    (block,) = sources_sheet((), "Page").blocks

    assert isinstance(block, TextBlock)
    assert block.text.plain == NO_SOURCE
