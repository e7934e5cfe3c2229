"""`protectcourse new`: begins a course, a lesson, a quiz or a case, and says what to do next."""

import gc
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from click import UsageError

from protectcourse.authoring.beginning.new_course import (
    USUAL_OBJECTIVE,
    NewCourse,
    top_for_course,
    write_course,
)
from protectcourse.authoring.beginning.new_ids import id_from, title_from
from protectcourse.authoring.beginning.new_unit import (
    Home,
    NewUnit,
    UnitKind,
    homes_at,
    read_home,
    write_unit,
)
from protectcourse.authoring.beginning.template_texts import TEMPLATES, NewKind
from protectcourse.cli.asking import Asking, fault_of_line
from protectcourse.cli.output import say
from protectcourse.cli.what_next import say_course, say_unit
from protectcourse.clock import SystemClock
from protectcourse.findings import did_you_mean
from protectcourse.plain_text import one_line

USUAL_MINUTES: Mapping[UnitKind, int | None] = {"lesson": None, "quiz": 3, "case": 5}
MOST_MINUTES = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the command line asks for; None where it does not say."""

    kind: NewKind
    name: str
    folder: Path
    template: str | None = None
    title: str | None = None
    objective: str | None = None
    minutes: int | None = None
    module: str | None = None
    yes: bool = False


def make_new(wishes: Wishes) -> int:
    """Ask what is not known, write the files, say what to do next; return the exit code."""
    gc.enable()
    asking = Asking(sure=wishes.yes)
    _refuse_misfits(wishes)
    made_id = id_from(wishes.name)
    if made_id != wishes.name:
        say(f"Its id is `{made_id}`. Learners never see it.")
    if wishes.kind == "course":
        _begin_course(wishes, made_id, asking)
    else:
        _begin_unit(wishes, wishes.kind, made_id, asking)
    return 0


def _refuse_misfits(wishes: Wishes) -> None:
    """Raise UsageError for an option that does not fit what is to be made."""
    _one_of(wishes.template, TEMPLATES[wishes.kind], "--template", f"a new {wishes.kind}")
    if wishes.minutes is not None and wishes.kind in {"course", "lesson"}:
        raise UsageError(f"--minutes is not for a {wishes.kind}: they are counted from its words.")
    if wishes.module is not None and wishes.kind == "course":
        raise UsageError("--module is for what belongs to a course.")
    texts = {"--title": wishes.title}
    if wishes.kind == "course":
        texts["--objective"] = wishes.objective
    for option, text in texts.items():
        if text is not None and (fault := fault_of_line(text)):
            raise UsageError(f"{option}: {fault}")


def _one_of(given: str | None, known: Mapping[str, str], option: str, where: str) -> None:
    """Raise UsageError for a name that is not known."""
    if given is None or given in known:
        return
    listed = ", ".join(known)
    hint = did_you_mean(given, known) or (f"Known: {listed}." if listed else "Leave it out.")
    raise UsageError(f"{option}: `{one_line(given)}` is not there for {where}. {hint}")


def _begin_course(wishes: Wishes, made_id: str, asking: Asking) -> None:
    top = top_for_course(wishes.folder.resolve())
    course = NewCourse(
        id=made_id,
        title=_title(wishes, asking),
        objective=wishes.objective
        or asking.text(
            "What can learners do at the end? Begin with a verb, such as Explain or Choose.",
            USUAL_OBJECTIVE,
            fault_of_line,
        ),
        today=SystemClock().today(),
    )
    say_course(write_course(course, top), wishes.folder)


def _begin_unit(wishes: Wishes, kind: UnitKind, made_id: str, asking: Asking) -> None:
    home = _home(wishes, asking)
    head = home.head if home else None
    modules = {name: one.title for name, one in head.modules.items()} if head else {}
    objectives = {name: one.text for name, one in head.objectives.items()} if head else {}
    where = f"the course `{head.course}`" if head else "a file outside a course"
    _one_of(wishes.module, modules, "--module", where)
    _one_of(wishes.objective, objectives, "--objective", where)
    templates = TEMPLATES[kind]
    unit = NewUnit(
        kind=kind,
        id=made_id,
        template=wishes.template
        or asking.choice("Which template?", templates, next(iter(templates))),
        title=_title(wishes, asking),
        minutes=wishes.minutes or _minutes(kind, asking),
        objective=_pick(wishes.objective, "Which objective does it serve?", objectives, asking),
        competency=next(iter(head.competencies), None) if head else None,
    )
    module = (wishes.module or _module(home, made_id, modules, asking)) if home else None
    made = write_unit(unit, wishes.folder.resolve(), home, module)
    say_unit(kind, made, wishes.folder, module)


def _home(wishes: Wishes, asking: Asking) -> Home | None:
    """Return the course that a unit belongs to, None where it is to stand alone."""
    homes = {course.name: course for course in homes_at(wishes.folder.resolve())}
    if not homes:
        return None
    if len(homes) > 1 and not asking.asks:
        listed = ", ".join(str(course.lessons) for course in homes.values())
        raise UsageError(f"there are several courses here. Name one with --folder: {listed}")
    titles = {name: str(course.lessons) for name, course in homes.items()}
    return read_home(homes[asking.choice("To which course?", titles, next(iter(homes)))])


def _title(wishes: Wishes, asking: Asking) -> str:
    return wishes.title or asking.text(
        "What is its title, as learners see it?", title_from(wishes.name), fault_of_line
    )


def _minutes(kind: UnitKind, asking: Asking) -> int | None:
    usual = USUAL_MINUTES[kind]
    if usual is None:
        return None
    return int(asking.text("About how many minutes will it take?", str(usual), _fault_of_minutes))


def _fault_of_minutes(text: str) -> str:
    fits = text.isascii() and text.isdigit() and 1 <= int(text) <= MOST_MINUTES
    return "" if fits else f"Type a number from 1 to {MOST_MINUTES}."


def _module(home: Home, unit: str, modules: Mapping[str, str], asking: Asking) -> str:
    """Return the module that is to name a unit, unless one does already."""
    if home.names(unit):
        return home.usual_module
    return asking.choice("To which module does it belong?", modules, home.usual_module)


def _pick(given: str | None, question: str, known: Mapping[str, str], asking: Asking) -> str | None:
    if given is not None or not known:
        return given
    return asking.choice(question, known, next(iter(known)))
