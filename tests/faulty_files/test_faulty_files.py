"""Sound files, each broken in one place, are reported there and by name.

The files are those that ship, each with the four that declare what it names; and the worked case.
"""

import shutil
from functools import cache
from pathlib import Path

import pytest
from faulty_files import bank_faults, case_faults, course_faults, form_faults, lesson_faults
from faulty_files.fault import FIRST_LINE, Fault, Faults

from protectcourse.course.folders import CourseFiles
from protectcourse.course.loading import check_single, load_course
from protectcourse.course.problems import Problem
from protectcourse.locations import shipped_courses

LESSONS, QUIZZES = (folder / "sent-back" for folder in shipped_courses())
ALONE = Path(__file__).parent.parent / "scenario" / "river_post.yaml"
"""The worked case, which belongs to no course."""
UNPLAYED = "unplayed.yaml"
"""The same without its model plays, which would be at odds with every other way through it."""
DECLARING = ("course.yaml", "sources.yaml", "glossary.yaml", "claims.yaml")
READING = "lessons/sent-back/12-dated-argument.yaml"
TABLES: tuple[tuple[str, Faults], ...] = (
    (READING, form_faults.SHAPE),
    (READING, form_faults.ORDERS),
    (READING, form_faults.KEYS_AND_SIGNS),
    (READING, form_faults.BYTES),
    (READING, lesson_faults.PARTS),
    (READING, lesson_faults.NAMES),
    (READING, lesson_faults.PROSE),
    (READING, lesson_faults.PROMPTS),
    (READING, lesson_faults.WRITING),
    ("lessons/sent-back/51-women-returned.yaml", lesson_faults.SENSITIVE),
    ("quizzes/sent-back/m2-quiz.yaml", bank_faults.SHAPE),
    ("quizzes/sent-back/m2-quiz.yaml", bank_faults.MARKING),
    ("quizzes/sent-back/m2-quiz.yaml", bank_faults.WRITING),
    ("quizzes/sent-back/final.yaml", bank_faults.FINAL),
    ("quizzes/sent-back/pretest.yaml", bank_faults.PRETEST),
    ("lessons/sent-back/course.yaml", course_faults.COURSE),
    ("lessons/sent-back/sources.yaml", course_faults.SOURCES),
    ("lessons/sent-back/glossary.yaml", course_faults.GLOSSARY),
    ("lessons/sent-back/claims.yaml", course_faults.CLAIMS),
    (ALONE.name, case_faults.FORM),
    (UNPLAYED, case_faults.WAYS),
    ("lessons/sent-back/scenarios/going-south.yaml", case_faults.IN_COURSE),
)
ROWS = [
    pytest.param(file, fault, id=f"{Path(file).stem}: {name}")
    for file, faults in TABLES
    for name, fault in faults.items()
]


@pytest.fixture(scope="module")
def small_course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the files that declare things, and the lesson that most names."""
    folder = tmp_path_factory.mktemp("faulty")
    lessons = folder / "lessons" / "sent-back"
    (lessons / "scenarios").mkdir(parents=True)
    (folder / "quizzes" / "sent-back").mkdir(parents=True)
    for name in DECLARING:
        shutil.copy(LESSONS / name, lessons / name)
    shutil.copy(LESSONS / Path(READING).name, folder / READING)
    return folder


def problems_with(folder: Path, file: str, data: bytes) -> list[Problem]:
    """Return the problems of one file, with these bytes, in the small course or alone."""
    path = folder / file
    before = path.read_bytes() if path.exists() else None
    path.write_bytes(data)
    try:
        if file in {ALONE.name, UNPLAYED}:
            found = check_single(path)
        else:
            files = CourseFiles(folder / "lessons/sent-back", folder / "quizzes/sent-back")
            found = load_course(files, deeply=True).problems
    finally:
        if before is None:
            path.unlink()
        else:
            path.write_bytes(before)
    return [one for one in found if one.file == str(path)]


@cache
def sound(file: str) -> str:
    """Return the text of a file as it ships."""
    if file in {ALONE.name, UNPLAYED}:
        text = ALONE.read_text(encoding="utf-8")
        return text if file == ALONE.name else text.partition("\ntests:")[0] + "\n"
    folder, _, name = file.partition("/sent-back/")
    return ({"lessons": LESSONS, "quizzes": QUIZZES}[folder] / name).read_text(encoding="utf-8")


def places(problems: list[Problem], code: str, text: str) -> set[str]:
    """Return the lines of a text on which a code was reported."""
    lines = text.splitlines() or [""]
    return {lines[one.line - 1] for one in problems if one.code == code}


def is_there(fault: Fault, problems: list[Problem], text: str) -> bool:
    """Say whether a fault was reported where it stands."""
    if fault.at == FIRST_LINE:
        return any((one.code, one.line) == (fault.code, 1) for one in problems)
    return any(fault.at in line for line in places(problems, fault.code, text))


@cache
def sound_problems(folder: Path, file: str) -> list[Problem]:
    """Return what is said of a file before anything was done to it."""
    return problems_with(folder, file, sound(file).encode())


@pytest.mark.parametrize(("file", "fault"), ROWS)
def test_a_fault_is_reported_where_it_stands(small_course: Path, file: str, fault: Fault) -> None:
    """Whoever has broken something looks where they are sent."""
    text = fault.put_into(sound(file))

    found = problems_with(small_course, file, fault.save(text))

    assert is_there(fault, found, text), found
    assert all(one.message and one.hint for one in found if one.code == fault.code)
    assert not is_there(fault, sound_problems(small_course, file), sound(file))


def test_there_are_faults_of_every_sort() -> None:
    """A hundred and fifty ways to go wrong, thirty of them in cases."""
    kinds = {
        fault.code for faults in (case_faults.FORM, case_faults.WAYS) for fault in faults.values()
    }

    assert len(ROWS) >= 150
    assert len(kinds) >= 29
