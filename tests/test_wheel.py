"""The program as it is installed: from a wheel in a clean environment, and from a checkout."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
from terminal import Terminal

from protectcourse.locations import shipped_courses

TOP = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(folder), str(TOP)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel, with all it needs, in an environment of its own; return its programs."""
    folder = tmp_path_factory.mktemp("clean")
    venv.create(folder)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    pip = [sys.executable, "-m", "pip", "--python", str(programs / "python")]
    # what is never imported need not be compiled
    command = [*pip, "install", "-q", "--no-compile", str(wheel)]
    subprocess.run(command, check=True, capture_output=True)
    return programs


def outside() -> dict[str, str]:
    """Return an environment in which nothing points back to the checkout."""
    return {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}


def test_the_wheel_carries_the_courses_and_nothing_of_the_tests(wheel: Path) -> None:
    """Everything a trainee needs is in it; nothing is fetched at run time."""
    names = zipfile.ZipFile(wheel).namelist()

    assert "protectcourse/courses/lessons/sent-back/course.yaml" in names
    assert any(name.startswith("protectcourse/courses/quizzes/sent-back/") for name in names)
    assert "protectcourse/courses/lessons/.schema/lesson.json" in names
    assert "protectcourse/authoring/beginning/templates/lesson/plain.yaml" in names
    assert any(name.endswith("LICENSE") for name in names)
    assert not any(name.startswith("tests/") for name in names)


def test_the_installed_program_opens_its_course(installed: Path, tmp_path: Path) -> None:
    """From an empty machine to the first question."""
    argv = [str(installed / "protectcourse"), "--data-dir", str(tmp_path / "data")]
    os.chdir(tmp_path)
    try:
        with Terminal(argv) as terminal:
            terminal.wait("question 1 of 3")
            terminal.press("enter", "enter", "enter")
            terminal.wait("Sent Back?")
            terminal.press("q")
            assert terminal.exit_code() == 0
    finally:
        os.chdir(TOP)


def test_the_installed_program_finds_the_courses_in_the_package(installed: Path) -> None:
    """Not those of a checkout that happens to be there."""
    code = "from protectcourse.locations import shipped_courses as s; print(s().lessons)"
    run = subprocess.run(
        [installed / "python", "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=installed,
        env=outside(),
    )

    assert Path(run.stdout.strip()).parts[-3:] == ("protectcourse", "courses", "lessons")
    assert installed.parent in Path(run.stdout.strip()).parents


def test_a_checkout_uses_its_own_courses_whatever_an_install_left_behind() -> None:
    """A trainer who edits a lesson must see the edit, not the copy made when it was installed."""
    folders = shipped_courses()
    assert folders is not None

    assert folders.lessons == TOP / "lessons"
