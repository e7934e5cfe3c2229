"""A course with one of everything that a learner can meet, short enough to be walked through."""

import functools
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml
from case_plays import edited

from protectcourse.course.folders import CourseFiles

COURSE = """\
course: everything
version: 1
title: One of everything
subtitle: Each way of asking comes once
language: en
licence: CC BY 4.0
about: |
  A course for tests. It has *one* of **everything**.
domains:
  D1: At the gate
objectives:
  O1:
    text: Receive a visitor at the gate.
    domain: D1
    bloom: apply
competencies:
  protection: Finds out what protection somebody needs.
  care: Does no harm by asking.
  confidentiality: Keeps confidences from the wrong ears.
  consent: Asks for consent that means something.
  referral: Refers people to whoever can act.
modules:
  reading:
    title: To be read and answered
    units:
      - lesson: visitors
      - lesson: fire
      - quiz: choosing
      - quiz: ticking
      - quiz: deciding
      - quiz: ordering
      - quiz: matching
      - quiz: counting
      - quiz: naming
      - quiz: thinking
      - case: river-post
        elective: true
      - quiz: examining
  later:
    title: To be opened later
    after: [reading]
    units:
      - lesson: shutters
completion:
  needs: [lessons, quizzes]
  valid_months: 24
support: |
  Speak to somebody whom you trust.
"""
SOURCES = """\
sources:
  rules:
    body: House of the gate
    title: Rules for everybody at the gate
    short: House rules
    date: 2020-05
    kind: government
    checked: 2026-11-20
    status: confirmed
    note: The second printing has the same words.
"""
GLOSSARY = """\
glossary:
  badge:
    term: visitor badge
    forms: [badge of a visitor]
    meaning: A card that says whom its bearer came to see.
    source: rules, part 2
    see: [desk]
  desk:
    term: reception desk
    meaning: The place where names are written down.
    source: rules
"""
VISITORS = """\
lesson: visitors
title: Visitors who come without badges on a weekday
minutes: 3
objectives: [O1]
about: What to do when somebody stands at the door.
guess_first:
  kind: one
  keep_order: true
  stem: Someone whom nobody knows waits at the locked door. What would you do?
  options:
    walk:
      text: Walk along with them to the desk
      correct: true
      rationale: The desk can check whom they visit.
    hold:
      text: Hold the door open and let them pass
      rationale: Now nobody knows who is inside.
pages:
  hello:
    title: Who stands at the door
    text: |
      A visitor without a [[badge|badge]] is **everyone's** business, and *not* a danger
      [@rules, part 1]. Three things help.

      - A friendly word costs nothing.
      - A chair near the [[desk|reception desk]] costs little.

      1. Greet whoever comes in.
      2. Ask whom they came to see.

      > Nobody should stand in the rain.

      | Hour | Who opens |
      |------|-----------|
      | Nine | The porter |
      | Noon | The deputy |

      See <https://example.org/gate>.
    recall:
      kind: several
      keep_order: true
      stem: "Which of these help a visitor? Choose all that apply:"
      options:
        word:
          text: A friendly word at the door
          correct: true
          rationale: It costs nothing at all.
        chair:
          text: A chair near the desk
          correct: true
          rationale: Waiting is easier so.
        rain:
          text: A long wait in the rain
          rationale: Nobody should stand there.
  evening:
    kind: example
    title: One evening in May
    text: |
      A man came at nine. The porter had gone home.
    recall:
      kind: number
      stem: "At which hour did the man come?"
      answer: 9
      tolerance: 1
      unit: hours past noon
      rationale: He came at nine, as the porter wrote down later that evening.
  sides:
    kind: box
    title: What is known and argued
    known: |
      The door has one lock [@rules].
    argued: |
      Some say that two locks are better.
    changed: |
      Since May there is a bell.
    recall:
      kind: reflection
      stem: "What would you say to the man first?"
      model_answer: Good evening, and whom do you wish to see?
"""
FIRE = """\
lesson: fire
title: Alarms and smoke
minutes: 2
sensitivity: S2
content_note: An alarm is mentioned and nobody is hurt.
pages:
  bell:
    title: When the bell rings
    sensitivity: S2
    text: |
      Everyone leaves by the nearest stairs, and nobody goes back for a coat.
    short: |
      Everyone leaves.
  after:
    title: When it stops
    text: |
      Count who stands outside.
"""
SHUTTERS = """\
lesson: shutters
title: Shutters for the night
minutes: 1
pages:
  close:
    title: Close them all
    text: |
      The last to leave closes the shutters.
"""
HEAD = """\
quiz: {name}
title: {title}
questions:
  {name}-first:
    objective: O1
    source: rules, part 2
"""
QUESTIONS = {
    "choosing": """\
    kind: one
    keep_order: true
    stem: A visitor has lost the way. What helps at once?
    options:
      right:
        text: Going along for a few steps
        correct: true
        rationale: Then the way is found together.
      wrong:
        text: Pointing somewhere with a thumb
        rationale: A thumb points to many places.
      third:
        text: Calling the porter by telephone
        rationale: The porter has other work.
""",
    "ticking": """\
    kind: several
    keep_order: true
    stem: "What belongs into the book? Choose all that apply:"
    options:
      name:
        text: The name that was given
        correct: true
        rationale: A name is what the book is for.
      hour:
        text: The hour of the visit
        correct: true
        rationale: The hour says who is still inside.
      coat:
        text: The colour of the coat
        rationale: Coats are nobody's business.
""",
    "deciding": """\
    kind: true-false
    stem: "A book of visitors is kept for ever. Is that true?"
    answer: false
    rationale: After a month the pages are burnt, as the house rules say.
""",
    "ordering": """\
    kind: order
    stem: "Put the steps at the door in order:"
    rationale: Whoever is greeted first is glad to answer the questions that follow.
    steps:
      greet: Greet whoever comes in
      ask: Ask whom they came to see
      write: Write down name and hour
""",
    "matching": """\
    kind: match
    stem: "Match each hour with whoever opens:"
    rationale: The porter works in the morning and the deputy works from noon on.
    pairs:
      nine:
        left: At nine in the morning
        right: The porter with the keys
      noon:
        left: At noon each day
        right: The deputy of the porter
    extra:
      nobody: Nobody at all opens
""",
    "counting": """\
    kind: number
    stem: "How many locks has the door?"
    answer: 1
    unit: locks on the door
    rationale: One lock, as the house rules say, although some would like two.
""",
    "naming": """\
    kind: short-text
    stem: "Which word names the card of a visitor?"
    accept: [badge]
    rationale: A badge says whom its bearer came to see, and nothing else.
""",
    "thinking": """\
    kind: reflection
    stem: "When did you last stand before a locked door?"
    model_answer: Whatever you remember is a good answer here.
""",
}
FINAL = """\
quiz: examining
title: Examining all that has stayed in the mind
pool: final
feedback: after
pass: 80
questions:
  exam-first:
    kind: one
    keep_order: true
    objective: O1
    source: rules, part 2
    stem: Who may write into the book of the house?
    options:
      right:
        text: Whoever receives the visitor
        correct: true
        rationale: They know what was said.
      wrong:
        text: Whoever passes by the desk
        rationale: They have heard nothing.
  exam-second:
    kind: one
    keep_order: true
    objective: O1
    source: rules, part 3
    stem: Who closes the door in the evening?
    options:
      right:
        text: The last to leave the house
        correct: true
        rationale: Nobody is locked in so.
      wrong:
        text: The first to come home
        rationale: Others may still be inside.
"""
SHUFFLED = ("gate", "consent", "advise", "commander")
"""Scenes of the example case whose choices each learner would see in another order."""
NO_TEXT = {"source", "do", "if", "need", "met_if", "forms", "see", "date", "checked", "licence"}
"""Keys whose values are no words for a learner to read."""


@functools.cache
def trees() -> dict[str, dict[str, Any]]:
    """Return the files of the course, as a reader gives them, by their place in its folders."""
    texts = {
        "lessons/everything/course": COURSE,
        "lessons/everything/sources": SOURCES,
        "lessons/everything/glossary": GLOSSARY,
        "lessons/everything/01-visitors": VISITORS,
        "lessons/everything/02-fire": FIRE,
        "lessons/everything/03-shutters": SHUTTERS,
        "quizzes/everything/examining": FINAL,
    }
    for name, question in QUESTIONS.items():
        head = HEAD.format(name=name, title=f"{name.capitalize()} with care")
        texts[f"quizzes/everything/{name}"] = head + question
    read = {name: yaml.load(text, yaml.BaseLoader) for name, text in texts.items()}
    in_order = [(f"nodes.{node}.keep_order", "true") for node in SHUFFLED]
    case = json.dumps(edited("river_post", ("tests", {}), *in_order)).replace("do_no_harm", "care")
    return read | {"lessons/everything/scenarios/river-post": json.loads(case)}


def write_everything(
    folder: Path, change: Callable[[str], str] = str, style: str | None = None
) -> CourseFiles:
    """Write the course, each text changed as told, in YAML's style of quoting that is named."""
    for name, text in _dump(change, style).items():
        path = folder / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return CourseFiles(folder / "lessons" / "everything", folder / "quizzes" / "everything")


@functools.cache
def _dump(change: Callable[[str], str], style: str | None) -> dict[str, str]:
    """Return the text of each file of the course."""
    return {name: _dump_tree(map_texts(tree, change), style) for name, tree in trees().items()}


def _dump_tree(tree: dict[str, Any], style: str | None) -> str:
    """Return a file's text: keys as they are, and without quotes what must not be words."""
    text = yaml.safe_dump(
        tree, sort_keys=False, allow_unicode=True, width=10_000, default_style=style
    )
    text = re.sub(r"""['"](\d+|true|false)['"]""", r"\1", text)
    return re.sub(r'^( *(?:- )?)"([^"]*)":', r"\1\2:", text, flags=re.M)


def map_texts(value: Any, change: Callable[[str], str], key: str = "") -> Any:
    """Return a tree with every text that a learner may read changed."""
    if isinstance(value, dict):
        return {name: map_texts(inner, change, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [map_texts(inner, change, key) for inner in value]
    return change(value) if key not in NO_TEXT and " " in value.strip() else value


def texts_under(*keys: str) -> Iterator[str]:
    """Give the texts of the course that stand under some keys, however deep."""
    for tree in trees().values():
        yield from _under(tree, keys, "")


def _under(value: Any, keys: tuple[str, ...], key: str) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _under(inner, keys, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _under(inner, keys, key)
    elif key in keys:
        yield value


def change_compiled(path: Path, change: Callable[[str], str]) -> None:
    """Change every text of a compiled course, as no reader of courses would have let it pass."""
    stamp, outline, index, *parts = path.read_text(encoding="utf-8").splitlines()
    changed = [_dumped(_mapped(json.loads(part), change)) for part in parts]
    places, begin = {}, 0
    for name, part in zip(json.loads(index), changed, strict=True):
        places[name] = [begin, len(part.encode()) + 1]
        begin += len(part.encode()) + 1
    lines = [stamp, _dumped(_mapped(json.loads(outline), change)), _dumped(places), *changed]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _mapped(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {name: _mapped(inner, change) for name, inner in value.items()}
    if isinstance(value, list):
        return [_mapped(inner, change) for inner in value]
    return change(value) if isinstance(value, str) else value


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))
