"""What the log amounts to is the same however it is worked out."""

import json
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from logs import ONE_OF_EACH, open_log

from protectcourse.progress import events as kinds
from protectcourse.progress.copies import pack_copy
from protectcourse.progress.events import Event
from protectcourse.progress.folding import fold
from protectcourse.progress.keeping import FORMAT, NAME, fold_all, keep_progress, read_progress
from protectcourse.progress.projections import Progress
from protectcourse.progress.store import Store

DAY = "2026-11-24"
units = st.sampled_from(["c/a", "c/b"])
items = st.sampled_from(["p1", "p2", "p3"])
attempts = st.integers(1, 4)
flags = st.integers(0, 1)


def made(kind: type[Event], **parts: Any) -> st.SearchStrategy[Event]:
    """Return events of a kind with some parts drawn."""
    return st.builds(kind, **parts)


EVENTS = st.one_of(
    st.sampled_from(ONE_OF_EACH),
    made(
        kinds.CourseBegun,
        course=st.just("c"),
        version=st.integers(1, 3),
        rule=st.fixed_dictionaries({"needs": st.lists(st.sampled_from(["lessons", "final"]))}),
        again=flags,
    ),
    made(
        kinds.CourseCompleted,
        course=st.just("c"),
        version=st.integers(1, 3),
        score=st.integers(-1, 10000),
        units=st.dictionaries(items, flags),
    ),
    made(kinds.PageOpened, unit=units, item=items),
    made(
        kinds.PromptAnswered,
        unit=units,
        item=items,
        answer=st.fixed_dictionaries({"kind": st.just("choice"), "chosen": st.lists(items)}),
    ),
    made(kinds.LessonCompleted, unit=units, version=st.just(1), minutes=st.integers(1, 240)),
    made(
        kinds.QuizBegun,
        unit=units,
        attempt=attempts,
        questions=st.dictionaries(items, st.just("f"), min_size=1),
        rule=st.just({"pass": 80, "floor": 0, "retry_of": 0}),
        copy=st.just(pack_copy("[]")),
    ),
    made(
        kinds.AnswerGiven,
        unit=units,
        attempt=attempts,
        question=items,
        fingerprint=st.just("f"),
        answer=st.just({"kind": "order", "steps": ["a", "b"]}),
        score=st.integers(-1, 10000),
        typed=st.text(max_size=5),
    ),
    made(
        kinds.QuizFinished,
        unit=units,
        attempt=attempts,
        score=st.integers(0, 10000),
        objectives=st.just({"O1": 5000}),
        passed=flags,
        minutes=st.just(1),
    ),
    made(
        kinds.CaseBegun,
        unit=units,
        attempt=attempts,
        version=st.just(1),
        flow=st.just("f"),
        wording=st.just("w"),
        assessed=st.just(1),
        copy=st.just(pack_copy("{}")),
    ),
    made(
        kinds.DecisionMade,
        unit=units,
        attempt=attempts,
        node=items,
        choice=st.just("c") | st.just({"e1": "met"}),
        rating=st.just("best"),
        next=items,
    ),
    made(
        kinds.CaseRewound,
        unit=units,
        attempt=attempts,
        of=attempts,
        kept=st.integers(0, 3),
        version=st.just(1),
        flow=st.just("f"),
    ),
    made(
        kinds.CaseRevised,
        unit=units,
        attempt=attempts,
        version=st.just(2),
        flow=st.just("g"),
        wording=st.just("v"),
        decisions=st.just([["n", "c"], ["m", {"e1": "met"}]]),
        copy=st.just(pack_copy("[]")),
    ),
    made(
        kinds.CaseFinished,
        unit=units,
        attempt=attempts,
        ending=items,
        competencies=st.just({}),
        red_lines=st.just(0),
        passed=flags,
        minutes=st.just(1),
        assessed=flags,
    ),
)
sequences = st.lists(EVENTS, max_size=25)


def live(events: Sequence[Event]) -> Progress:
    """Return what events amount to as a session takes them, one by one."""
    progress = Progress()
    for event in events:
        fold(progress, DAY, event)
    return progress


class Folder:
    """A folder of its own for each example that Hypothesis tries."""

    def __enter__(self) -> Path:
        """Make it."""
        self._path = Path(tempfile.mkdtemp())
        return self._path

    def __exit__(self, *_: object) -> None:
        """Remove it."""
        shutil.rmtree(self._path)


@settings(max_examples=40, deadline=None)
@given(sequences)
def test_a_replay_comes_to_what_the_session_showed(events: list[Event]) -> None:
    """Otherwise a learner would see one thing today and another after a restart."""
    with Folder() as folder:
        store = open_log(folder)
        if events:
            store.append(*events)
        store.close()

        again = open_log(folder)

        assert read_progress(again) == live(events)
        again.close()


@settings(max_examples=40, deadline=None)
@given(before=sequences, after=sequences)
def test_what_was_kept_and_the_events_since_come_to_the_whole(
    before: list[Event], after: list[Event]
) -> None:
    """A start takes only the tail; nothing may tell it from a start that takes all."""
    with Folder() as folder:
        store = open_log(folder)
        store.append(*before, ONE_OF_EACH[2])
        keep_progress(store, read_progress(store))
        store.append(*after, ONE_OF_EACH[2])

        from_kept = read_progress(store)

        whole = Progress()
        fold_all(whole, store.events())
        assert store.kept(NAME) is not None
        assert from_kept == whole == live([*before, ONE_OF_EACH[2], *after, ONE_OF_EACH[2]])
        store.close()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a store with one event of each kind."""
    opened = open_log(tmp_path)
    opened.append(*ONE_OF_EACH)
    return opened


def test_what_was_kept_is_used(store: Store) -> None:
    """The law above would hold as well if it never were."""
    kept = Progress(courses={"other": 7})
    store.keep(NAME, store.last, json.dumps([FORMAT, asdict(kept)]))

    assert read_progress(store) == kept


@pytest.mark.parametrize(
    "state",
    [
        json.dumps([FORMAT + 1, asdict(Progress())]),
        json.dumps([FORMAT, {"courses": {}}]),
        json.dumps([FORMAT, asdict(Progress()) | {"lessons": {"c/l": {"mood": 1}}}]),
        json.dumps([FORMAT, []]),
        "[]",
        "7",
        "not JSON",
    ],
)
def test_what_was_kept_in_another_form_is_thrown_away(store: Store, state: str) -> None:
    """A new version may need other figures; the log has them all."""
    store.keep(NAME, store.last, state)

    assert read_progress(store) == live(ONE_OF_EACH)


def test_what_was_kept_of_a_longer_log_is_thrown_away(store: Store) -> None:
    """After a recovery the log may be shorter than what was kept says."""
    store.keep(NAME, store.last + 1, json.dumps([FORMAT, asdict(Progress())]))

    assert read_progress(store) == live(ONE_OF_EACH)


def test_a_new_attempt_lets_the_copy_of_the_earlier_go_but_not_its_result() -> None:
    """What is kept must not grow with every attempt; the list of attempts stays."""
    begun = kinds.QuizBegun(unit="u", attempt=1, questions={"q": "f"}, rule={}, copy="x")
    finished = kinds.QuizFinished(
        unit="u", attempt=1, score=9000, objectives={}, passed=1, minutes=1
    )
    again = kinds.QuizBegun(unit="u", attempt=2, questions={"q": "f"}, rule={}, copy="y")

    progress = live([begun, finished, again])

    assert [(one.percent, one.packed) for one in progress.quizzes["u"]] == [(90, ""), (0, "y")]
    assert progress.questions_seen("u") == {"q": 2}
    assert progress.is_passed("u")
    assert progress.next_attempt("u") == 3
