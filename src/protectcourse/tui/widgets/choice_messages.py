"""What a list of options says to its screen; the handlers are named ``on_choice_list_…``."""

from collections.abc import Mapping
from dataclasses import dataclass

from textual.message import Message

from protectcourse.study.display.choosing import Choice
from protectcourse.tui.widgets.rows_view import RowsView


class ChoiceMessages:
    """The messages of a list, which it inherits."""

    @dataclass
    class About(Message):
        """Something happened in a list."""

        choice_list: RowsView

        @property
        def control(self) -> RowsView:
            """The list, so that a handler can be bound to one of several."""
            return self.choice_list

    @dataclass
    class Highlighted(About, namespace="choice_list"):
        """Another row is highlighted."""

        row_id: str

    @dataclass
    class Chosen(About, namespace="choice_list"):
        """The learner confirmed one row (``Mode.SINGLE``)."""

        row_id: str

    @dataclass
    class Changed(About, namespace="choice_list"):
        """Ticks, places or matches are no longer what they were."""

        choice: Choice

    @dataclass
    class HandedIn(About, namespace="choice_list"):
        """The learner confirmed the ticked rows, perhaps none (``Mode.SEVERAL``)."""

        row_ids: frozenset[str]

    @dataclass
    class Ordered(About, namespace="choice_list"):
        """The learner confirmed a whole order (``Mode.ORDER``)."""

        row_ids: tuple[str, ...]

    @dataclass
    class Matched(About, namespace="choice_list"):
        """The learner confirmed a value, from 1, for every row (``Mode.MATCH``)."""

        values: Mapping[str, int]

    @dataclass
    class Refused(About, namespace="choice_list"):
        """What the learner asked for cannot be; ``why`` says it, for the screen to show."""

        why: str
