"""A small course around the example case, edited as authors edit, and an app that plays it."""

import asyncio
from inspect import getfile
from pathlib import Path
from typing import Any

import yaml
from case_plays import edited, read_tree
from course_files import COURSE, write_course
from learners import Learner
from textual.pilot import Pilot

from protectcourse.course.folders import CourseFiles
from protectcourse.progress.writer import Writer
from protectcourse.study.display.what_now import WhatNow
from protectcourse.tui.app import CourseApp
from protectcourse.tui.saving import Saving
from protectcourse.tui.screens.case import CaseScreen
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.screens.debrief import DebriefScreen
from protectcourse.tui.widgets.choice_list import ChoiceList

RIVER = "river-post"
SCROLL_BAR = " │█"
RAN_OUT: tuple[str, ...] = (
    *("storeroom", "explain", "leaving", "back", "since", "safe_now", "names"),
    *("enough", "thin", "hotline"),
)
"""The second model play of the example: the time runs out."""


def write_river(folder: Path, *edits: tuple[str, Any]) -> CourseFiles:
    """Write a course whose case is the example, with values put at places of its file."""
    return write_case(folder, edited("river_post", *edits))


def write_case(folder: Path, tree: dict[str, Any]) -> CourseFiles:
    """Write a course whose case is a tree such as `read_tree` gives, without its model plays."""
    files = write_course(folder, course=f"{COURSE}      - case: {RIVER}\n")
    scenarios = files.lessons / "scenarios"
    scenarios.mkdir(exist_ok=True)
    text = yaml.safe_dump(tree | {"tests": {}}, sort_keys=False, allow_unicode=True, width=1000)
    (scenarios / f"{RIVER}.yaml").write_text(text, encoding="utf-8")
    return files


def rename_choice(node: str, old: str, new: str, *, was: bool) -> dict[str, Any]:
    """Return the example with another id for a choice, with or without `was:`."""
    tree = read_tree("river_post")
    choices = tree["nodes"][node]["choices"]
    tree["nodes"][node]["choices"] = {
        (new if name == old else name): (choice | {"was": old} if was and name == old else choice)
        for name, choice in choices.items()
    }
    return tree


def river_learner(folder: Path, *edits: tuple[str, Any]) -> Learner:
    """Return somebody who takes the course around the example case."""
    return Learner(folder / "data", write_river(folder, *edits))


class CaseApp(CourseApp):
    """Plays one case for one learner, with its debrief and what is chosen there."""

    CSS_PATH = str(Path(getfile(CourseApp)).with_name("app.tcss"))

    def __init__(self, learner: Learner, case: str = RIVER) -> None:
        super().__init__(CourseScreen[None])
        self.session = learner.case(case)
        self.learner = learner
        self.writer = Writer()
        self.left: list[WhatNow | None] = []
        """What was chosen after each debrief; None where the case was left."""

    def on_ready(self) -> None:
        """Open the case where the learner left it."""
        if self.session.has_ended_play:
            self.session.open_finished()
            self._debrief()
        else:
            self._play(CaseScreen(self.session, Saving(self.writer)))

    def on_unmount(self) -> None:
        """End the thread that writes."""
        self.writer.close()

    def _play(self, screen: CaseScreen) -> None:
        def played(to_an_ending: bool | None) -> None:
            if to_an_ending:
                self._debrief()
            else:
                self.left.append(None)

        self.push_screen(screen, played)

    def _debrief(self) -> None:
        def chosen(what: WhatNow | None) -> None:
            self.left.append(what)
            saving = Saving(self.writer)
            match what:
                case WhatNow(action="again"):
                    self.session = self.learner.case(self.session.unit.id)
                    self._play(CaseScreen(self.session, saving, anew=True))
                case WhatNow(action="rewind", kept=kept):
                    self._play(CaseScreen(self.session, saving, rewind_to=kept))
                case _:
                    pass

        self.push_screen(DebriefScreen(self.session, None), chosen)


class CasePilot:
    """Presses keys in a case and reads what a learner would see."""

    def __init__(self, app: CaseApp, pilot: Pilot[None]) -> None:
        self.app = app
        self._pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys and wait until what they do is done."""
        for key in keys:
            await self._pilot.press(key)
            await self._settle()

    async def _settle(self) -> None:
        await asyncio.wrap_future(self.app.writer.submit(lambda: None))
        await self._pilot.pause()

    async def open(self) -> None:
        """Wait until the case stands on the screen."""
        await self._settle()

    def text(self) -> str:
        """Return all that is on the screen, as one line of words."""
        strips = self.app.screen._compositor.render_strips()
        lines = (strip.text.rstrip(SCROLL_BAR).split() for strip in strips)
        return " ".join(" ".join(words) for words in lines if words)

    async def choose(self, words: str) -> None:
        """Press the number of the row that begins with some words, then Enter."""
        lists = [one for one in self.app.screen.query(ChoiceList) if one.display]
        row = next(one for one in lists[0].rows if str(one.text).startswith(words))
        assert row.number is not None
        await self.press(*str(row.number), "enter")
