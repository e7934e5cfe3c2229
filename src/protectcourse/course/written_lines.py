"""The lines of a file as its author sees them, to be shown beside what is wrong with them."""

from pathlib import Path

from protectcourse.course.file_reading import LARGEST
from protectcourse.course.file_text import with_plain_ends


def written_lines(path: Path) -> tuple[str, ...]:
    """Return the lines of a file, counted as its problems count them; none if it is not text.

    A link is not followed: what it leads to is not part of a course, and is not shown.
    """
    try:
        if path.is_symlink() or not path.is_file():
            return ()
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError:
        return ()
    if len(data) > LARGEST or b"\0" in data:
        return ()
    return tuple(with_plain_ends(data.decode("utf-8-sig", "replace")).split("\n"))
