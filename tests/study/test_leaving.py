"""What could not be saved is offered a place elsewhere."""

from pathlib import Path

import pytest
from learners import Learner

from protectcourse.progress.store import FILE_NAME
from protectcourse.study.leaving import offer_copy


@pytest.fixture
def learner(tmp_path: Path) -> Learner:
    """Return somebody whose latest step could not be saved."""
    one = Learner(tmp_path / "data")
    one.fill_disk()
    one.enrolment.begin()
    assert one.store.pending
    return one


def test_enter_leaves_without_a_copy_and_is_told_what_that_means(learner: Learner) -> None:
    """Nobody is held; nobody leaves without knowing."""
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return "\n"

    words = offer_copy(learner.store, learner.clock, answer)

    assert words == "Steps of this sitting that could not be saved: 1."
    assert words in asked[0]


def test_a_folder_that_will_not_do_is_told_and_asked_again(
    learner: Learner, tmp_path: Path
) -> None:
    """Then the copy is made, and how to go on with it is said."""
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    stick = tmp_path / "my stick"
    asked: list[str] = []
    answers = iter([f"{blocked}\n", f"{stick}\n"])

    def answer(question: str) -> str:
        asked.append(question)
        return next(answers)

    words = offer_copy(learner.store, learner.clock, answer)

    assert "cannot be written" in asked[1]
    assert (stick / FILE_NAME).exists()
    assert f"--data-dir '{stick}'" in words
