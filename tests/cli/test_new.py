import json
import os
from pathlib import Path

import pytest
from course_files import write_course
from editor_view import complaints, schema_name_of
from program import PROGRAM, run, run_here
from terminal import Terminal

from protectcourse.authoring.beginning.template_texts import TEMPLATES
from protectcourse.course.folders import select
from protectcourse.course.loading import check_single, load_course
from protectcourse.course.problems import Problem

UNITS = [(kind, name) for kind, names in TEMPLATES.items() for name in names]


def new(*arguments: str | Path, cwd: Path) -> str:
    """Run `new` and return what it printed, having made sure that it worked."""
    result = run_here("new", *arguments, cwd=cwd)
    assert (result.returncode, result.stderr) == (0, ""), result.stderr
    return result.stdout


def wrong_in(folder: Path) -> list[Problem]:
    """Return what is wrong in a folder of courses, infos aside."""
    found = [
        problem
        for one in select(folder)
        for problem in (
            load_course(one.course, deeply=True).problems
            if one.course
            else check_single(one.only or folder)
        )
    ]
    return [problem for problem in found if problem.severity != "info"]


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a course as a newcomer would, and all sorts of units in it, without being asked."""
    top = tmp_path_factory.mktemp("begun")
    new("course", "front-desk", cwd=top)
    for kind, name in UNITS:
        new(kind, f"{name}-{kind}", "--template", name, cwd=top)
    return top


def test_a_new_course_with_every_template_has_nothing_wrong(begun: Path) -> None:
    """What a newcomer gets must work at once: their own mistakes come soon enough."""
    assert wrong_in(begun) == []


def test_every_new_unit_has_its_line_in_the_course(begun: Path) -> None:
    """A lesson that no module names is never met, and its author wonders why."""
    head = load_course(select(begun)[0].course).head  # type: ignore[arg-type]

    assert head is not None
    named = {
        entry.lesson or entry.case or entry.quiz
        for module in head.modules.values()
        for entry in module.units
    }
    assert named == {"welcome", "welcome-quiz", *(f"{name}-{kind}" for kind, name in UNITS)}


def test_an_editor_knows_every_new_file(begun: Path) -> None:
    """The first line leads to a schema that is there, and to which the file keeps."""
    files = sorted(begun.rglob("*.yaml"))

    assert len(files) == 5 + len(UNITS)
    for file in files:
        text = file.read_text(encoding="utf-8")
        way = text.partition("\n")[0].partition("$schema=")[2]
        assert (file.parent / way).is_file(), file
        assert (file.parent / way).stem == schema_name_of(file)
        assert complaints(schema_name_of(file), text) == []


@pytest.mark.parametrize(("kind", "name"), UNITS)
def test_a_file_outside_a_course_stands_alone(tmp_path: Path, kind: str, name: str) -> None:
    """Somebody may want to write one case and nothing else."""
    said = new(kind, "mine", "--template", name, cwd=tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["mine.yaml"]
    assert "stands alone" in said
    assert wrong_in(tmp_path / "mine.yaml") == []


def test_a_name_and_a_title_with_odd_signs(tmp_path: Path) -> None:
    """The id is for machines, the title for people."""
    said = new("course", "Über uns", "--title", 'Über uns: "wir" # 1', cwd=tmp_path)

    head = load_course(select(tmp_path)[0].course).head  # type: ignore[arg-type]
    assert "Its id is `uber-uns`." in said
    assert head is not None
    assert (head.course, head.title) == ("uber-uns", 'Über uns: "wir" # 1')
    assert wrong_in(tmp_path) == []


@pytest.mark.parametrize(
    "within", [".", "lessons", "quizzes", "lessons/demo", "quizzes/demo", "lessons/demo/scenarios"]
)
def test_a_unit_finds_its_course_from_any_of_its_folders(tmp_path: Path, within: str) -> None:
    """People stand in whichever folder they have just worked in."""
    write_course(tmp_path)
    (tmp_path / within).mkdir(exist_ok=True)

    new("quiz", "doors", cwd=tmp_path / within)
    new("case", "door", cwd=tmp_path / within)

    assert (tmp_path / "quizzes" / "demo" / "doors.yaml").is_file()
    assert (tmp_path / "lessons" / "demo" / "scenarios" / "door.yaml").is_file()
    assert wrong_in(tmp_path) == []


def test_where_a_line_cannot_be_added_it_is_told(tmp_path: Path) -> None:
    """A trainer's file is never rewritten; they add the line themselves."""
    course = write_course(tmp_path)
    head = course.lessons / "course.yaml"
    text = head.read_text(encoding="utf-8")
    at = text.index("    units:")
    text = text[:at] + "    units: [{lesson: welcome}, {quiz: visitors}]\n"
    head.write_text(text, encoding="utf-8")

    said = new("lesson", "keys", cwd=tmp_path)

    assert "      - lesson: keys\n" in said
    assert head.read_text(encoding="utf-8") == text
    assert (course.lessons / "keys.yaml").is_file()


def test_a_unit_that_the_course_names_already_gets_no_second_line(tmp_path: Path) -> None:
    """Some write the plan of the course first, and the lessons after it."""
    course = write_course(tmp_path)
    head = course.lessons / "course.yaml"
    text = head.read_text(encoding="utf-8") + "      - lesson: keys\n"
    head.write_text(text, encoding="utf-8")

    new("lesson", "keys", cwd=tmp_path)

    assert head.read_text(encoding="utf-8") == text
    assert wrong_in(tmp_path) == []


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("lesson", "welcome"), 3, "already"),
        (("quiz", "no-badge"), 3, "already"),
        (("lesson", "sources"), 3, "declares"),
        (("lesson", "한국"), 3, "--title"),
        (("lesson", "../x"), 3, "--folder"),
        (("course", "demo"), 3, "already"),
        (("course", "more", "--folder", "lessons/demo"), 3, "belongs to the course"),
        (("lesson", "x", "--folder", "nowhere"), 3, "no folder"),
        (("lesson", "x", "--template", "plian"), 2, "Did you mean `plain`?"),
        (("course", "x", "--template", "plain"), 2, "--template"),
        (("lesson", "x", "--module", "nope"), 2, "Known: one"),
        (("lesson", "x", "--objective", "O9"), 2, "--objective"),
        (("lesson", "x", "--minutes", "5"), 2, "counted"),
        (("lesson", "x", "--title", "a\x1b[2Jb"), 2, "--title"),
        (("poem", "x"), 2, "poem"),
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(
    tmp_path: Path, arguments: tuple[str, ...], code: int, says: str
) -> None:
    """One clear sentence, and no file half written or written over."""
    write_course(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.yaml")}

    result = run_here("new", *arguments, cwd=tmp_path)

    assert result.returncode == code
    assert says in " ".join(result.stderr.split())
    assert "\x1b" not in result.stderr
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.yaml")} == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["lessons", "quizzes"]


def test_of_several_courses_one_must_be_named(tmp_path: Path) -> None:
    """A lesson in the wrong course is found weeks later."""
    for name in ("one", "two"):
        new("course", name, cwd=tmp_path)

    result = run_here("new", "lesson", "keys", cwd=tmp_path)
    new("lesson", "keys", "--folder", "lessons/two", cwd=tmp_path)

    assert result.returncode == 2
    assert "--folder" in result.stderr
    assert [path.parent.name for path in tmp_path.rglob("keys.yaml")] == ["two"]


def test_a_course_that_cannot_be_read_gets_nothing_new(tmp_path: Path) -> None:
    """Its modules are not known, so that no line could be added."""
    write_course(tmp_path, course="course: demo\n")

    result = run_here("new", "lesson", "keys", cwd=tmp_path)

    assert result.returncode == 3
    assert "protectcourse check" in result.stderr
    assert not list(tmp_path.rglob("keys.yaml"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_to_stays_empty(tmp_path: Path) -> None:
    """Nothing half written."""
    tmp_path.chmod(0o500)

    result = run("new", "course", "demo", cwd=tmp_path)

    assert result.returncode == 3
    assert list(tmp_path.iterdir()) == []


def test_a_course_whose_second_folder_cannot_be_made_leaves_no_first(tmp_path: Path) -> None:
    """A course in half would be in the way of the next try."""
    (tmp_path / "lessons").mkdir()
    (tmp_path / "quizzes").write_text("not a folder", encoding="utf-8")

    result = run("new", "course", "demo", cwd=tmp_path)

    assert result.returncode == 3
    assert [path.name for path in (tmp_path / "lessons").iterdir()] == [".schema"]


def test_questions_are_asked_in_words_and_answered_by_enter(tmp_path: Path) -> None:
    """A newcomer is led, and a slip is told instead of being taken."""
    with Terminal([*PROGRAM, "new", "course", "front-desk", "--folder", str(tmp_path)]) as terminal:
        terminal.wait("What is its title")
        terminal.wait("[Enter: Front desk]")
        terminal.type("The front desk: who comes in\r")
        terminal.wait("What can learners do at the end?")
        terminal.press("enter")
        assert terminal.exit_code() == 0
    with Terminal([*PROGRAM, "new", "case", "the-door", "--folder", str(tmp_path)]) as terminal:
        terminal.wait("Which template?")
        terminal.type("9\r")
        terminal.wait("Type a number from 1 to 4.")
        terminal.type("2\r")
        terminal.wait("What is its title")
        terminal.press("enter")
        terminal.wait("About how many minutes")
        terminal.type("some\r")
        terminal.wait("Type a number from 1 to 240.")
        terminal.type("12\r")
        assert terminal.exit_code() == 0
    case = (tmp_path / "lessons/front-desk/scenarios/the-door.yaml").read_text(encoding="utf-8")
    head = (tmp_path / "lessons/front-desk/course.yaml").read_text(encoding="utf-8")
    assert "minutes: 12\n" in case
    assert "type: hub" in case
    assert 'title: "The front desk: who comes in"\n' in head
    assert wrong_in(tmp_path) == []


def test_the_end_of_the_input_ends_it_and_nothing_is_written(tmp_path: Path) -> None:
    """Ctrl+D or Ctrl+C at a question means: not now."""
    for key in ("ctrl+d", "ctrl+c"):
        argv = [*PROGRAM, "new", "course", "demo", "--folder", str(tmp_path)]
        with Terminal(argv) as terminal:
            terminal.wait("What is its title")
            terminal.press(key)
            assert terminal.exit_code() == 130
    assert list(tmp_path.iterdir()) == []


def test_a_new_course_opens_as_a_learner_sees_it(tmp_path: Path) -> None:
    """From an empty folder to the first page."""
    new("course", "front-desk", cwd=tmp_path)
    data = tmp_path / "data"

    argv = [*PROGRAM, "--data-dir", str(data), "--course", str(tmp_path / "lessons")]
    with Terminal(argv) as terminal:
        terminal.wait("question 1 of 3")
        terminal.press("enter", "enter", "enter")
        terminal.wait("Front desk")
        assert "Welcome" in terminal.text()
        terminal.press("q")
        assert terminal.exit_code() == 0


def test_check_says_that_all_is_well(begun: Path) -> None:
    """The command that the next steps name gives what they promise."""
    result = run("check", ".", "--format", "json", cwd=begun)

    assert result.returncode == 0
    listed = json.loads(result.stdout)["problems"]
    assert {problem["severity"] for problem in listed} <= {"info"}
