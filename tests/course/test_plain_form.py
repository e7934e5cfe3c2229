import json
from pathlib import Path
from typing import Any

from course_files import write_course

from protectcourse.course.file_reading import Kind
from protectcourse.course.loading import load_course
from protectcourse.course.plain_form import decode, encode


def test_what_a_course_holds_survives_being_compiled(tmp_path: Path) -> None:
    """Learners read the compiled form: it must say exactly what the author wrote."""
    values: list[Any] = []

    def keep(kind: Kind, unit: str, value: Any) -> None:
        values.append(value)

    load_course(write_course(tmp_path), keep)

    for value in values:
        assert decode(type(value), json.loads(json.dumps(encode(value)))) == value
    assert len(values) == 3
