"""`paths`, as a coordinator runs it."""

import random
from pathlib import Path

import pytest
from case_takers import chance_steps
from coordinated import fill_register, make_hand_in
from learners import CASE, shipped
from program import run

from protectcourse.course.library import open_course
from protectcourse.scenario.story import compile_story


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a register of 30 people who played a case of the course."""
    folder = tmp_path_factory.mktemp("register")
    story = compile_story(open_course(shipped(), folder).case(CASE))
    files = [
        make_hand_in(f"P{n}", chance_steps(f"sent-back/{CASE}", story, random.Random(n)))
        for n in range(30)
    ]
    return fill_register(folder / "r.db", *files)


def test_the_ways_through_a_case_are_shown(register: Path) -> None:
    """By ids without the course, in words with it."""
    bare = run("paths", CASE, "--register", register)
    worded = run("paths", f"sent-back/{CASE}", "--register", register, "--course", "sent-back")

    assert (bare.returncode, worded.returncode) == (0, 0), worded.stderr
    assert "Case: going-south" in bare.stdout
    assert "They will think I was going south (going-south)" in worded.stdout
    for printed in (bare.stdout, worded.stdout):
        assert "Where red lines are crossed" in printed
        assert max(map(len, printed.splitlines())) <= 80


def test_one_of_the_gravest_cases_says_why_there_is_nothing(register: Path, tmp_path: Path) -> None:
    """In every form: also where there is no table to be written."""
    grave = "pregnant-woman"
    options = ("--register", register, "--course", "sent-back")
    shown = run("paths", grave, *options)
    written = run("paths", grave, *options, "--to", tmp_path / "x.csv")

    assert (shown.returncode, written.returncode) == (0, 0)
    assert "one of the gravest" in " ".join(shown.stdout.split())
    assert "one of the gravest" in written.stderr
    assert not list(tmp_path.iterdir())


def test_an_unknown_case_is_told_with_the_nearest(register: Path) -> None:
    """A coordinator does not know the ids by heart."""
    done = run("paths", "going-sout", "--register", register)

    assert done.returncode == 5
    assert "Did you mean `going-south`?" in done.stderr
