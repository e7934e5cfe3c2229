"""Keeps what a log amounts to beside the log, so that a start takes only the events since.

It can be thrown away and worked out again at any time, and is when in doubt.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict

from protectcourse.progress.projections import (
    CaseAttempt,
    Completion,
    LessonWork,
    Progress,
    QuizAttempt,
)
from protectcourse.progress.store import Recorded, Store

NAME = "progress"
FORMAT = 3


def read_progress(store: Store) -> Progress:
    """Return what a log amounts to: what was kept, and the events since."""
    kept = store.kept(NAME)
    progress, after = Progress(), 0
    if kept is not None and kept[0] <= store.last:
        restored = _restore(kept[1])
        if restored is not None:
            progress, after = restored, kept[0]
    fold_all(progress, store.events(after))
    return progress


def keep_progress(store: Store, progress: Progress) -> None:
    """Keep what the log amounts to, so that the next start need not work it out."""
    store.keep(NAME, store.last, json.dumps([FORMAT, asdict(progress)], separators=(",", ":")))


def fold_all(progress: Progress, events: Iterable[Recorded]) -> None:
    """Take events in order."""
    for _, day, event in events:
        from protectcourse.progress.folding import fold  # only where there is an event to take

        fold(progress, day, event)


def _restore(text: str) -> Progress | None:
    """Return a kept projection, or None if it is of another form."""
    try:
        form, state = json.loads(text)
        if form != FORMAT:
            return None
        return Progress(
            courses=state["courses"],
            rules=state["rules"],
            completions={
                course: [Completion(**one) for one in reached]
                for course, reached in state["completions"].items()
            },
            lessons={unit: LessonWork(**work) for unit, work in state["lessons"].items()},
            quizzes={u: [QuizAttempt(**a) for a in state["quizzes"][u]] for u in state["quizzes"]},
            cases={u: [CaseAttempt(**a) for a in state["cases"][u]] for u in state["cases"]},
            seen=state["seen"],
            latest=state["latest"],
            notes=state["notes"],
            bookmarks=state["bookmarks"],
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
