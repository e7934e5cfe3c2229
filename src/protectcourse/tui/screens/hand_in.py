"""The list of questions before an attempt is handed in: flagged and unanswered ones first."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from protectcourse.course.prose import plain_words
from protectcourse.study.quiz_session import QuestionLine
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.screens.key_groups import KeyGroup
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.choosing import Row
from protectcourse.tui.widgets.reading import Reading, text_block

HAND_IN = "hand in"
STEM_COLUMNS = 60


class HandInScreen(CourseScreen[int | None]):
    """Lists the questions. Returns the number of one to open, `NOW` to hand in, None to go back."""

    NOW: ClassVar[int] = 0
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]
    key_groups = (
        KeyGroup(
            "Before handing in",
            (("↑ ↓", "to a question"), ("Enter", "open it, or hand in"), ("Esc", "back")),
        ),
    )

    def __init__(self, lines: Sequence[QuestionLine]) -> None:
        super().__init__()
        self._lines = sorted(lines, key=lambda line: (not line.flagged, line.answered, line.number))
        self._open = sum(not line.answered for line in lines)
        self._flagged = sum(line.flagged for line in lines)

    def compose(self) -> ComposeResult:
        """Lay out what is open, then the questions."""
        rows = [*map(_row, self._lines), Row(id=HAND_IN, text="Hand in now; no change after this")]
        first = rows[0].id if self._open or self._flagged else HAND_IN
        yield TitleBar("Before you hand in", f"{len(self._lines)} questions")
        with VerticalScroll(id="page", can_focus=False):
            yield Reading([text_block(self._words())], id="text")
            yield ChoiceList(rows, highlighted=first)
        yield KeyBar(
            KeyHint("enter", "Enter", "open, or hand in"), KeyHint("escape", "Esc", "back")
        )

    def on_mount(self) -> None:
        """Begin on what is still open."""
        self.set_focus(self.query_one(ChoiceList))

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Open a question, or hand in."""
        self.dismiss(self.NOW if message.row_id == HAND_IN else int(message.row_id))

    def action_leave(self) -> None:
        """Go back to the question."""
        self.dismiss(None)

    def _words(self) -> str:
        """Say what is still open."""
        if not self._open and not self._flagged:
            return "Every question has an answer, and none is flagged."
        parts = []
        if self._open:
            parts.append(f"Without an answer: {self._open}. These count as not right.")
        if self._flagged:
            parts.append(f"Flagged for later: {self._flagged}.")
        return " ".join(parts)


def _row(line: QuestionLine) -> Row:
    """Return the line of a question: its number, its first words, what is open."""
    words = plain_words(line.stem)
    shown = words if len(words) <= STEM_COLUMNS else words[: STEM_COLUMNS - 2].rstrip() + " …"
    states = ["flagged"] * line.flagged + ["no answer"] * (not line.answered)
    return Row(id=str(line.number), text=f"{line.number}. {shown}", right=", ".join(states))
