"""What a completion record says in words, the same on the screen, on paper and in the terminal."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from protectcourse.records.completion_record import CompletionRecord, UnitDone
from protectcourse.records.signed_file import Verdict

HEADING = "Completion record"
WHAT_IT_IS = (
    "This is a completion record. The learner's own computer wrote it. It is not a certificate: "
    "a certificate is issued by an organisation, under its own key."
)
WHAT_A_SIGNATURE_SHOWS = (
    "A signature shows that the record was not changed after the program wrote it, and which "
    "installation of the program wrote it. It does not show who sat at the keyboard: a person "
    "controls their own computer."
)
DRAFT = (
    "The course was a draft when it was completed: nobody had reviewed it. What it taught may "
    "hold mistakes."
)
NO_DECIDER = "Completing this course does not qualify anyone to decide who is a refugee."
NO_LONGER = "no longer in the course"
VERDICTS = {
    Verdict.KNOWN: "Valid, and the key is known: it was not changed after it was signed.",
    Verdict.NEW: (
        "Valid, key new: it was not changed after it was signed. This computer has not signed "
        "with that key. Ask the learner, by another way, what key their own record names."
    ),
    Verdict.CHANGED: (
        "Changed after signing. Nothing that it says can be relied on; ask for the file again."
    ),
    Verdict.NEWER: "Written by a newer version of this program. Install that version to check it.",
    Verdict.NO_RECORD: "This is not a completion record of this program.",
}
"""Each verdict on a file in words."""
NAMES = {
    "lesson": ("lesson", "lessons"),
    "case": ("case", "cases"),
    "quiz": ("quiz", "quizzes"),
    "": ("other unit", "other units"),
}
"""One and several of each sort of unit; a unit that the course no longer has is of no sort."""
Fact = tuple[str, str]


def facts(record: CompletionRecord, today: date) -> list[Fact]:
    """Return what a record says, each as a label and words."""
    return [
        ("Course", f"{record.title} ({record.course}), version {record.version}"),
        ("State of the course", _status_words(record)),
        ("Name, as given by the learner", record.name or "no name was given"),
        ("Number that stands for the learner", record.learner),
        ("Completed on", record.day),
        ("Valid until", _validity_words(record, today)),
        ("Score", score_words(record)),
        ("Done", count_words(record.units)),
        ("Number of the progress file", record.device),
    ]


def statements(record: CompletionRecord) -> list[str]:
    """Return what has to be said beside the facts."""
    draft = [DRAFT] if record.status == "draft" else []
    return [WHAT_IT_IS, *draft, NO_DECIDER, WHAT_A_SIGNATURE_SHOWS]


def score_words(record: CompletionRecord) -> str:
    """Return the score in words, and what it is of."""
    if record.score < 0:
        return "nothing in this course was scored"
    of = "best result in the final or, without one, mean of the best results in the quizzes"
    return f"{record.score // 100} % ({of})"


def count_words(units: Iterable[UnitDone]) -> str:
    """Return how many units were done, by sort, such as "2 lessons, 1 case and 1 quiz"."""
    counts = Counter(unit.sort for unit in units)
    parts = [f"{n} {NAMES[sort][n > 1]}" for sort in NAMES if (n := counts[sort])]
    if not parts:
        return "nothing"
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else parts[0]


def unit_words(unit: UnitDone) -> str:
    """Return a unit in words, such as "lesson: The rule against return"."""
    return f"{unit.sort}: {unit.title}" if unit.sort else f"{unit.id}: {NO_LONGER}"


def _status_words(record: CompletionRecord) -> str:
    return "reviewed" if record.status == "reviewed" else "draft: nobody had reviewed it"


def _validity_words(record: CompletionRecord, today: date) -> str:
    if not record.valid_until:
        return "no end is set"
    has_ended = date.fromisoformat(record.valid_until) < today
    return f"{record.valid_until}, which has passed" if has_ended else record.valid_until
