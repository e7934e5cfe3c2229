"""A case, scene by scene: what happens, what can be done, what is known so far."""

from time import monotonic
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll

from protectcourse.study.case_session import CaseSession
from protectcourse.tui.saving import Saving
from protectcourse.tui.screens.case_file import CaseFileScreen
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.screens.key_groups import KeyGroup
from protectcourse.tui.screens.sources import SourcesScreen
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.case_blocks import (
    case_file_blocks,
    moment_blocks,
    past_blocks,
    step_blocks,
)
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.choosing import Row
from protectcourse.tui.widgets.reading import Reading

WIDE = 100
"""Columns from which the case file stands beside the story."""
GO_ON = "go-on"
