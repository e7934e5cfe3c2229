"""Asks before something that cannot be taken back, where somebody is there to be asked."""

import sys

from protectcourse.cli.output import say, say_aside

NOT_AGREED = 2


def is_sure(question: str, *, sure: bool) -> bool:
    """Say whether the user agrees, who may have said so beforehand with `--yes`.

    Without a terminal nobody can be asked: that counts as no, and is said.
    """
    if sure:
        return True
    if not (sys.stdin and sys.stdin.isatty()):
        say_aside(f"protectcourse: {question} Nobody is here to be asked; to agree, add --yes.")
        return False
    say_aside(f"{question} Type yes to agree, or press Enter to leave all as it is.")
    agreed = sys.stdin.readline().strip().lower() == "yes"
    if not agreed:
        say("Nothing was changed.")
    return agreed
