"""Questions to whoever sits at the terminal, each with an answer that Enter gives."""

import sys
from collections.abc import Callable, Mapping

from protectcourse.cli.output import say_aside
from protectcourse.plain_text import find_unclean

LONGEST = 500
"""Characters of an answer."""


class Asking:
    """Asks where somebody is there to be asked; otherwise the usual answer is taken."""

    def __init__(self, *, sure: bool) -> None:
        self.asks = not sure and bool(sys.stdin and sys.stdin.isatty())

    def text(self, question: str, usual: str, fault: Callable[[str], str]) -> str:
        """Return a line of text. `fault` says what is wrong with one, or nothing."""
        if not self.asks:
            return usual
        while True:
            typed = _read(f"{question}\n  [Enter: {usual}]") or usual
            wrong = fault(typed)
            if not wrong:
                return typed
            say_aside(wrong)

    def choice(self, question: str, choices: Mapping[str, str], usual: str) -> str:
        """Return one of some ids, asked for by its number or by itself."""
        if not self.asks or len(choices) == 1:
            return usual
        names = list(choices)
        listed = [f"  {n}  {name}: {choices[name]}" for n, name in enumerate(names, 1)]
        while True:
            shown = "\n".join([question, *listed, f"  [Enter: {usual}]"])
            typed = _read(shown) or usual
            if typed in choices:
                return typed
            if typed.isascii() and typed.isdigit() and 1 <= int(typed) <= len(names):
                return names[int(typed) - 1]
            say_aside(f"Type a number from 1 to {len(names)}.")


def fault_of_line(text: str) -> str:
    """Return what is wrong with a line of text that learners are to read, or nothing."""
    if not text.strip():
        return "Write a word or two."
    if len(text) > LONGEST:
        return f"This is too long: {LONGEST} characters are the most."
    if "\n" in text or "\t" in text or find_unclean(text):
        return "This holds a character that cannot be shown: type it again."
    return ""


def _read(question: str) -> str:
    """Return what is typed. Where the input has ended, nothing more is asked or done."""
    say_aside(question)
    line = sys.stdin.readline()
    if not line:
        raise KeyboardInterrupt
    return line.strip()
