"""What a learner reads before handing in: true to what is in the file, at both levels."""

from pathlib import Path

import pytest
from completed import OTHER_SIGNER
from handed_in import OUTLINE
from logs import ONE_OF_EACH, open_log

from protectcourse.organisation import NO_ORGANISATION, Organisation
from protectcourse.progress.store import Store
from protectcourse.records.handing_in.levels import Level
from protectcourse.records.handing_in.selection import select_entries
from protectcourse.records.handing_in.wording import NOTHING, OF_SENSITIVE, preview, summary


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a log with an event of each kind."""
    opened = open_log(tmp_path / "data")
    opened.append(*ONE_OF_EACH)
    return opened


def sections(
    store: Store, level: Level, *, known: bool = True, organisation: Organisation = NO_ORGANISATION
) -> dict[str, list[str]]:
    """Return the lines under each heading."""
    selection = select_entries(store, [OUTLINE] if known else [], level)
    return {heading: list(lines) for heading, lines in preview(selection, organisation)}


def test_every_step_is_counted_once_as_leaving_or_staying(store: Store) -> None:
    """A sum that does not add up hides something."""
    for level in Level:
        found = sections(store, level)
        counts = [
            int(line.split()[0])
            for heading in ("What leaves", "What stays here")
            for line in found[heading]
            if line.split()[0].isdigit()
        ]
        assert sum(counts) == store.last


def test_answers_stay_or_leave_by_the_level(store: Store) -> None:
    """In the words in which they are asked for."""
    results, answers = (sections(store, level) for level in Level)

    for line in ("1 answer in a quiz", "1 decision in a case"):
        assert line in results["What stays here"]
        assert line in answers["What leaves"]


def test_decisions_in_cases_that_nobody_knows_stay(store: Store) -> None:
    """And it is said what of such a case leaves all the same."""
    found = sections(store, Level.ANSWERS, known=False)

    assert "4 steps in the most sensitive cases, or unknown ones" in found["What stays here"]
    assert OF_SENSITIVE in found["What stays here"]
    assert "1 ending of a case" in found["What leaves"]
    assert OF_SENSITIVE not in sections(store, Level.ANSWERS)["What stays here"]


def test_a_hostile_name_is_shown_clean(store: Store) -> None:
    """It is the learner's own; their terminal is not."""
    store.set_profile("name", "\x1b[2JAda\u202e")

    assert "Name, as you gave it: \ufffd[2JAda\ufffd" in sections(store, Level.RESULTS)["About you"]


def test_who_can_read_it_is_said(store: Store) -> None:
    """Before the file exists."""
    aid = Organisation("aid", "Example Aid", public_key=OTHER_SIGNER.public_key)

    sealed = sections(store, Level.RESULTS, organisation=aid)["Who can read it"][0]
    plain = sections(store, Level.RESULTS)["Who can read it"][0]

    assert sealed.startswith("It is sealed: only Example Aid can open it")
    assert plain.startswith("It is not sealed")


def test_with_nothing_recorded_it_says_so(tmp_path: Path) -> None:
    """Rather than a list of noughts."""
    empty = open_log(tmp_path / "empty")

    assert NOTHING in sections(empty, Level.RESULTS)["What leaves"]
    assert summary(select_entries(empty, [OUTLINE], Level.RESULTS)) == NOTHING
