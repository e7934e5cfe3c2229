"""What the benchmarks work on: courses of any size, and data folders with a log of any length."""

from pathlib import Path
from random import Random
from typing import Any

from protectcourse.clock import SystemClock
from protectcourse.progress.events import PageOpened
from protectcourse.progress.keeping import keep_progress, read_progress
from protectcourse.progress.opening import open_store

SENTENCE = "A person is a refugee from the moment the definition fits, whoever may have said so. "
PAGE = "\n\n".join("      " + SENTENCE * 5 for _ in range(4))
SENTENCES = (
    "Nobody crosses a border with a finding in the pocket, so protection begins with the facts.",
    "A colleague asks what a State owes to people before anyone has decided about them.",
    "The Handbook answers that recognition states what is already so.",
    "In {year} a committee of experts wrote that {count} reports had reached it by then.",
    "Two jurists who looked at the rule in {year} read it the same way.",
    "What counts is where the person ends up, whatever the step is called.",
    "Some of them had worked in a mill, others in an office near the river.",
    "Whether the danger has to do with one of five grounds is for the examiner to find out.",
    "A letter asks the border chief to wait, and to let somebody speak with them first.",
    "Who says so, and when, belongs beside every number on the page.",
    "Her brother was turned away from a school, and a neighbour reported on her.",
)
WORDS_A_MINUTE = 180
"""As lessons are read: so that a lesson takes as long as it says."""
OBJECTIVES = "objectives:\n  O1:\n    text: Say when the definition fits.\n    bloom: remember\n"
QUESTION = """\
  q{n}:
    kind: one
    stem: Which of these three holds in question {n}?
    options:
      a:
        text: The first of the three
        correct: true
        rationale: It holds as it stands here.
      b:
        text: The second of the three
        rationale: It fails as it stands here.
      c:
        text: The third of the three
        rationale: It fails as it stands here too.
"""


def write_course(
    folder: Path, *, lessons: int = 1, pages: int = 12, questions: int = 40, serious: bool = False
) -> Path:
    """Write a course and return the folder of its lessons.

    A `serious` one has an objective, so that it is held to every check of its writing, and a text
    of its own on every page.
    """
    home, quizzes = folder / "lessons" / "bench", folder / "quizzes" / "bench"
    home.mkdir(parents=True)
    quizzes.mkdir(parents=True)
    units = "".join(f"      - lesson: l{n}\n" for n in range(lessons))
    head = "course: bench\nversion: 1\ntitle: Benchmark\nlanguage: en\n"
    head += f"{OBJECTIVES if serious else ''}modules:\n  one:\n"
    head += f"    title: One\n    units:\n{units}      - quiz: asked\n"
    (home / "course.yaml").write_text(head, encoding="utf-8")
    for number in range(lessons):
        body = "".join(
            f"  p{n}:\n    title: Page {n}\n    text: |\n"
            f"{_page(number * pages + n) if serious else PAGE}\n"
            for n in range(pages)
        )
        text = f"lesson: l{number}\ntitle: Lesson {number}\n"
        text += f"minutes: {max(1, round(len(body.split()) / WORDS_A_MINUTE))}\n"
        text += f"{'objectives: [O1]' if serious else ''}\npages:\n{body}"
        (home / f"{number:05}.yaml").write_text(text, encoding="utf-8")
    bank = "quiz: asked\ntitle: Asked\nquestions:\n"
    bank += "".join(QUESTION.format(n=n) for n in range(questions))
    (quizzes / "asked.yaml").write_text(bank, encoding="utf-8")
    return home


def _page(seed: int) -> str:
    """Return a page of four paragraphs, with words and numbers of its own."""
    lot = Random(seed)
    paragraphs = []
    for _ in range(4):
        drawn = " ".join(lot.choice(SENTENCES) for _ in range(5))
        filled = drawn.format(year=lot.randint(1951, 2024), count=lot.randint(3, 900))
        names = " ".join(f"n{lot.randint(0, 20_000):x}" for _ in range(6))
        paragraphs.append(f"      {filled} Names: {names}.")
    return "\n\n".join(paragraphs)


def made_case(
    nodes: int, *, flags: int = 6, meter: int = 10, loops: bool = False
) -> dict[str, Any]:
    """Return a case file as a reader gives it: scenes of three choices, flags and two meters.

    Choices lead a little way on, with `loops` sometimes back; conditions and effects are drawn.
    """
    lot = Random(nodes)
    names = [f"n{number}" for number in range(nodes)]
    return {
        **{"scenario": "made", "version": "1", "title": "Made", "start": "n0"},
        "track": {
            "flags": {f"f{number}": f"Flag {number}." for number in range(flags)},
            "meters": {m: {"start": "3", "max": str(meter)} for m in ("trust", "time")},
        },
        "nodes": {
            name: {
                "text": f"This is scene {number}.",
                "choices": {
                    one: _choice(lot, names, number, flags, meter, loops=loops)
                    for one in ("first", "second", "third")
                },
            }
            for number, name in enumerate(names)
        },
        "endings": {
            "well": {"outcome": "good", "text": "Well."},
            "badly": {"outcome": "bad", "text": "Badly."},
        },
    }


def _choice(
    lot: Random, names: list[str], number: int, flags: int, meter: int, *, loops: bool
) -> dict[str, Any]:
    def condition() -> str:
        if lot.random() < 0.5:
            return lot.choice(("", "not ")) + f"f{lot.randrange(flags)}"
        return f"{lot.choice(('trust', 'time'))} >= {lot.randint(1, meter // 2)}"

    ahead = names[number + 1 : number + 5] or ["well", "badly"]
    to = lot.choice(names) if loops and lot.random() < 0.1 else lot.choice(ahead)
    choice: dict[str, Any] = {"text": f"Go to {to}."}
    if lot.random() < 0.4:
        choice["do"] = [lot.choice((f"set f{lot.randrange(flags)}", "trust +1", "time -1"))]
    choice[lot.choice(("best", "acceptable", "harmful"))] = "Because."
    choice["goto"] = [{"if": [condition()], "to": lot.choice(ahead)}, to]
    if lot.random() < 0.2:
        choice["if"] = [condition()]
    return choice


def make_data(folder: Path, events: int = 0) -> Path:
    """Make a data folder whose learner has answered the first questions and opened pages."""
    store = open_store(folder, SystemClock())
    for key, value in {"name": "", "plain": "no", "language": "en"}.items():
        store.set_profile(key, value)
    if events:
        opened = (PageOpened(unit="other/lesson", item=f"p{n % 40}") for n in range(events))
        store.append(*opened)
    keep_progress(store, read_progress(store))
    store.back_up_if_due()
    store.close()
    return folder
