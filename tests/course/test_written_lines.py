import os
from pathlib import Path

import pytest

from protectcourse.course.written_lines import written_lines


def test_lines_are_counted_as_problems_count_them(tmp_path: Path) -> None:
    """A mark of order, CR LF, or a strange line end must not shift what is shown."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfone\r\ntw\xc2\x85o\r\nthree")

    assert written_lines(path) == ("one", "tw\x85o", "three")


@pytest.mark.parametrize("what", ["link", "pipe", "folder", "binary", "gone"])
def test_what_is_no_text_of_the_course_is_not_shown(tmp_path: Path, what: str) -> None:
    """A link could lead to anyone's file, a pipe would wait for ever."""
    path = tmp_path / "a.yaml"
    match what:
        case "link":
            (tmp_path / "secret").write_text("not yours", encoding="utf-8")
            path.symlink_to(tmp_path / "secret")
        case "pipe":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
        case "binary":
            path.write_bytes(b"a\0b")
        case _:
            pass

    assert written_lines(path) == ()
