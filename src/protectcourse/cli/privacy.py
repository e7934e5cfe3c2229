"""`protectcourse privacy`: what is kept, where, what leaves the computer, how it is erased."""

from pathlib import Path
from textwrap import TextWrapper

from protectcourse.cli.output import say
from protectcourse.locations import KEY_FILE, OUTBOX_FILE
from protectcourse.progress.events import KINDS

WIDTH = 76
KEPT_OF = {
    "device-begun": "that a progress file was begun, and after which one",
    "course-begun": "the course you began, and its rule for completing it",
    "page-opened": "the pages you opened",
    "prompt-answered": "your answers to the questions on pages",
    "note-written": "your notes",
    "bookmark-set": "your bookmarks",
    "lesson-completed": "the lessons you completed, and how long they took",
    "quiz-begun": "the quizzes you began, with a copy of their questions",
    "answer-given": "your answers in quizzes, what you typed, how sure you were",
    "question-flagged": "the questions you flagged",
    "quiz-finished": "your scores",
    "case-begun": "the cases you played, with a copy of each",
    "decision-made": "your decisions in cases",
    "case-rewound": "the scenes you went back to",
    "case-revised": "that you went on with a case as it was revised",
    "case-finished": "how the cases ended",
    "course-completed": "the courses you completed, with their units and your score",
}
"""What an event of each kind says about a learner."""
NEVER_HANDED_IN = {
    "text": "the text of your notes",
    "answer": "what you answered to the questions on pages",
    "typed": "what you typed",
    "marked": "your bookmarks",
    "flagged": "the questions you flagged",
    "seconds": "how many seconds an answer took",
    "seed": "the chance numbers of a quiz or case",
    "copy": "the copies of quizzes and cases",
}
"""What each field of an event is that never leaves the computer, beside the exact time."""


_PARAGRAPH = TextWrapper(
    WIDTH,
    initial_indent="  ",
    subsequent_indent="  ",
    break_long_words=False,
    break_on_hyphens=False,
)
"""A place is never broken: it is there to be copied."""


def say_privacy(folder: Path) -> int:
    """Print what is kept of a learner and what they can do about it; return the exit code."""
    for heading, paragraphs in _sections(folder):
        say(heading)
        for paragraph in paragraphs:
            say(_PARAGRAPH.fill(paragraph))
        say("")
    say("More in the README. What is wrong with the program: protectcourse doctor")
    return 0


def _sections(folder: Path) -> list[tuple[str, list[str]]]:
    return [
        ("Where", _where(folder)),
        ("What is kept", _kept()),
        ("What leaves this computer", _leaves()),
        ("What you can do", _can_do()),
    ]


def _where(folder: Path) -> list[str]:
    return [
        f"All of it in {folder}",
        "Your progress is in progress.db, verified copies of it in backups. If the program "
        "fails, it writes crash.txt: versions and the place of the fault, not your answers. "
        "The folder is made for your account alone. It is not encrypted: whoever can use "
        "your account, or holds the disk, can read it.",
    ]


def _kept() -> list[str]:
    known = [KEPT_OF[kind] for kind in KINDS if kind in KEPT_OF]
    return [
        "Each step, with its day and exact time: " + "; ".join(known) + ".",
        "What you chose: a name, which may be empty or made up, a language, colours, plain "
        "mode. And a random number that stands for you, and one for this file.",
        "Your progress never holds the names of your account and computer, network addresses "
        "or places of files.",
        "Courses that you added are in courses, the settings of your organisation, if it gave you "
        "any, in organisation.toml: they say nothing about you. If you send steps to an LRS, "
        f"{OUTBOX_FILE} notes which were sent, and where to.",
    ]


def _leaves() -> list[str]:
    return [
        "Nothing, by itself. The program does not use the network, unless you tell it to send "
        "your steps to an LRS (protectcourse lrs push): no account, no telemetry, no updates.",
        f"A completion record is written when you ask for it. It holds the name you chose, the "
        "random numbers, the day, the score and what was done, and is signed with a key made for "
        f"this folder. The key, {KEY_FILE}, stays here: no copy carries it.",
        "What is handed in to an organisation is a file that you make, see and pass on "
        "yourself. It can hold completions, scores and days, and, if you agree, the options "
        "chosen in quizzes and cases. It never holds: the exact times; "
        + "; ".join(NEVER_HANDED_IN.values())
        + "; which pages you opened; your decisions in the most sensitive cases.",
    ]


def _can_do() -> list[str]:
    return [
        "Write your completion record:  protectcourse record",
        "Write the file that you hand in, after seeing what leaves:  protectcourse handin",
        "Take it all along:  protectcourse export-mine",
        "Bring it in elsewhere:  protectcourse restore FILE",
        "Erase it all:  protectcourse erase",
        "If you keep your progress in a folder of your own, name it before the command: "
        "protectcourse --data-dir FOLDER erase",
    ]
