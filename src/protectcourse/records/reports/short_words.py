"""The course's own words as a table has room for them: in one line, without marks, cut short."""

from protectcourse.course.prose import plain_words
from protectcourse.plain_text import one_line


def short_words(text: str, longest: int) -> str:
    """Return a text in one line of at most so many characters; cut between words."""
    line = one_line(plain_words(text))
    if len(line) <= longest:
        return line
    return f"{line[:longest].rpartition(' ')[0] or line[: longest - 1]}…"
