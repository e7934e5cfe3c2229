"""What a learner is told of their completion: the record, or what is missing for it."""

from pathlib import Path

from completed import MORE_LESSON, RULED, WITH_MORE, Visitor
from learners import read_through

from protectcourse.records.completion_state import CompletionState, read_state


def state_of(visitor: Visitor) -> CompletionState:
    """Return how the completion stands."""
    outline = visitor.course.outline
    return read_state(outline, visitor.enrolment.progress, visitor.store)


def test_what_is_missing_is_named_until_there_is_a_record(tmp_path: Path) -> None:
    """Each as the dashboard names it."""
    visitor = Visitor(tmp_path)
    first = state_of(visitor)
    read_through(visitor.lesson("welcome"))
    second = state_of(visitor)
    visitor.pass_quiz()
    third = state_of(visitor)

    assert first.missing == ("lesson 1.1 Welcome", "quiz Visitors (pass at 80 %)")
    assert second.missing == ("quiz Visitors (pass at 80 %)",)
    assert first.record is None
    assert third.missing == ()
    assert third.record is not None


def test_a_record_is_of_this_learner_and_file(tmp_path: Path) -> None:
    """The name as it is now: it may be mended before the record is handed on."""
    visitor = Visitor(tmp_path)
    visitor.complete()
    visitor.store.set_profile("name", "Ada")

    record = state_of(visitor).record

    assert record is not None
    assert (record.name, record.learner) == ("Ada", visitor.store.learner)
    assert record.device == visitor.store.device
    assert record.valid_until == "2028-11-24"
    assert [(one.sort, one.title) for one in record.units] == [
        ("lesson", "Welcome"),
        ("quiz", "Visitors"),
    ]


def test_what_is_new_since_is_told_beside_the_record(tmp_path: Path) -> None:
    """The record stays under its version, and claims nothing of what came after."""
    visitor = Visitor(tmp_path)
    visitor.complete()
    before = state_of(visitor)

    visitor.edit(WITH_MORE.replace("version: 1", "version: 2"), more=MORE_LESSON)
    after = state_of(visitor)

    assert before.new == ()
    assert after.new == ("lesson 2.1 More about visitors",)
    assert after.record == before.record


def test_after_a_start_over_the_record_is_still_there(tmp_path: Path) -> None:
    """Then that of the second completion, which holds longer."""
    visitor = Visitor(tmp_path)
    visitor.complete()
    visitor.clock.move(days=365)

    visitor.enrolment.start_over()
    between = state_of(visitor).record
    visitor.complete()
    after = state_of(visitor).record

    assert between is not None
    assert after is not None
    assert (between.day, after.day) == ("2026-11-24", "2027-11-24")


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    """Else a learner with all done would look in vain for what is missing."""
    visitor = Visitor(tmp_path)
    visitor.edit(WITH_MORE, more="lesson: [")
    visitor.complete()

    assert state_of(visitor).missing == ("more: it could not be read; see `protectcourse check`",)


def test_a_course_that_asks_for_nothing_says_so(tmp_path: Path) -> None:
    """A list of nothing would look like a fault."""
    visitor = Visitor(tmp_path, RULED.replace("lessons, quizzes", "final"))

    assert state_of(visitor).missing[0].startswith("Nothing in the course")
