"""What the benchmarks work on: courses of any size, and data folders with a log of any length."""

from pathlib import Path

from protectcourse.clock import SystemClock
from protectcourse.progress.events import PageOpened
from protectcourse.progress.keeping import keep_progress, read_progress
from protectcourse.progress.opening import open_store

SENTENCE = "A person is a refugee from the moment the definition fits, whoever may have said so. "
PAGE = "\n\n".join("      " + SENTENCE * 5 for _ in range(4))
QUESTION = """\
  q{n}:
    kind: one
    stem: Which of these three holds in question {n}?
    options:
      a: {{text: The first of the three, correct: true, rationale: It holds as it stands here.}}
      b: {{text: The second of the three, rationale: It fails as it stands here.}}
      c: {{text: The third of the three, rationale: It fails as it stands here too.}}
"""


def write_course(folder: Path, *, lessons: int = 1, pages: int = 12, questions: int = 40) -> Path:
    """Write a course and return the folder of its lessons."""
    home, quizzes = folder / "lessons" / "bench", folder / "quizzes" / "bench"
    home.mkdir(parents=True)
    quizzes.mkdir(parents=True)
    units = "".join(f"      - lesson: l{n}\n" for n in range(lessons))
    head = "course: bench\nversion: 1\ntitle: Benchmark\nlanguage: en\nmodules:\n  one:\n"
    head += f"    title: One\n    units:\n{units}      - quiz: asked\n"
    (home / "course.yaml").write_text(head, encoding="utf-8")
    for number in range(lessons):
        text = f"lesson: l{number}\ntitle: Lesson {number}\nminutes: 5\npages:\n"
        text += "".join(
            f"  p{n}:\n    title: Page {n}\n    text: |\n{PAGE}\n" for n in range(pages)
        )
        (home / f"{number:05}.yaml").write_text(text, encoding="utf-8")
    bank = "quiz: asked\ntitle: Asked\nquestions:\n"
    bank += "".join(QUESTION.format(n=n) for n in range(questions))
    (quizzes / "asked.yaml").write_text(bank, encoding="utf-8")
    return home


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
