"""`rehearse` as a trainer runs it."""

from pathlib import Path

from case_plays import FOLDER
from course_files import CASE, QUIZ
from program import PROGRAM, run
from terminal import Terminal

RIVER = FOLDER / "river_post.yaml"


def written(folder: Path, text: str, name: str = "case.yaml") -> Path:
    """Return a file with this text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_every_script_is_a_line_and_all_well_is_0() -> None:
    """What a trainer, and a machine that runs it every night, wants to see."""
    ended = run("rehearse", RIVER)

    assert ended.returncode == 0
    assert ended.stdout.splitlines() == [
        f"{RIVER}:211:3: ok: model: 10 decisions, to `referred`",
        f"{RIVER}:214:3: ok: ran_out: 10 decisions, to `returned`",
        "2 scripts played, all as expected.",
    ]


def test_a_difference_is_told_with_its_place_and_ends_with_1(tmp_path: Path) -> None:
    """Line and column lead an editor there."""
    text = RIVER.read_text(encoding="utf-8").replace("sound, options, law", "sound, opt, law")
    path = written(tmp_path, text)

    ended = run("rehearse", path)

    assert ended.returncode == 1
    assert f"{path}:212:79: differs: model: at decision 9, in `advise`" in ended.stdout
    assert "The script says `opt`. On offer: `options`, `hotline`, `refer_all`." in ended.stdout
    assert "2 scripts played, 1 differs." in ended.stdout


def test_a_file_with_errors_ends_with_1(tmp_path: Path) -> None:
    """Silence would look like success."""
    ended = run("rehearse", written(tmp_path, CASE.replace("start: call", "start: cal")))

    assert ended.returncode == 1
    assert "S016" in ended.stdout
    assert "1 file with errors could not be played." in ended.stdout


def test_nothing_to_rehearse_is_said(tmp_path: Path) -> None:
    """A folder without scripts is no failure."""
    ended = run("rehearse", written(tmp_path, CASE))

    assert (ended.returncode, ended.stdout) == (
        0,
        "Nothing to rehearse: no case or quiz here has `tests:`.\n",
    )


def test_a_sentence_in_a_script_cannot_steer_the_terminal(tmp_path: Path) -> None:
    """A course from elsewhere may hold anything."""
    quiz = QUIZ + 'tests:\n  one:\n    answers: {no-badge: "a\\e[31mb"}\n    expect: passed\n'

    ended = run("rehearse", written(tmp_path, quiz))

    assert "\x1b" not in ended.stdout
    assert ended.returncode == 1


def test_a_play_is_recorded_into_its_file(tmp_path: Path) -> None:
    """Nobody writes a list of ids by hand when it can be played."""
    path = written(tmp_path, f"# my first case\n{CASE}")
    with Terminal([*PROGRAM, "rehearse", str(path), "--record", "asks_first"]) as terminal:
        terminal.wait("Recording")
        terminal.wait("▸ 1  Begin")
        terminal.press("enter")
        terminal.wait("A landlord rings")
        terminal.press(terminal.number_of("Ask whether they can speak"), "enter")
        terminal.wait("See the debrief")
        terminal.press("1", "enter")
        terminal.wait("Debrief")
        terminal.press("esc")
        assert terminal.exit_code() == 0
        assert "added the script `asks_first`" in terminal.raw.decode()

    added = "tests:\n  asks_first:\n    play: [ask_safe]\n    expect: heard\n"
    assert path.read_text(encoding="utf-8") == f"# my first case\n{CASE}{added}"
    assert run("rehearse", path).returncode == 0


def test_an_attempt_at_a_quiz_is_recorded(tmp_path: Path) -> None:
    """With its percent, right or not."""
    path = written(tmp_path, QUIZ, "visitors.yaml")
    with Terminal([*PROGRAM, "rehearse", str(path), "--record", "holds"]) as terminal:
        terminal.wait("locked door")
        terminal.press(terminal.number_of("Hold the door open"), "enter")
        terminal.wait("How sure")
        terminal.press("enter")
        terminal.wait("not right")
        terminal.press("enter")
        terminal.wait("Result")
        terminal.press("esc")
        assert terminal.exit_code() == 0

    added = "tests:\n  holds:\n    answers:\n      no-badge: hold\n    expect: 0\n"
    assert path.read_text(encoding="utf-8") == QUIZ + added
    assert run("rehearse", path).returncode == 0


def test_a_play_left_before_its_end_records_nothing(tmp_path: Path) -> None:
    """Half a play expects nothing."""
    path = written(tmp_path, CASE)
    with Terminal([*PROGRAM, "rehearse", str(path), "--record", "half"]) as terminal:
        terminal.wait("▸ 1  Begin")
        terminal.press("enter")
        terminal.wait("A landlord rings")
        terminal.press("esc")
        assert terminal.exit_code() == 1
        assert "Nothing was recorded." in terminal.raw.decode()

    assert path.read_text(encoding="utf-8") == CASE


def test_what_cannot_be_recorded_is_refused_before_anything_is_played(tmp_path: Path) -> None:
    """A name that is taken, a lesson, no terminal."""
    taken = run("rehearse", RIVER, "--record", "model")
    lesson = written(tmp_path, "lesson: one\ntitle: One\n", "one.yaml")
    no_unit = run("rehearse", lesson, "--record", "one")
    no_terminal = run("rehearse", written(tmp_path, CASE), "--record", "one")

    assert (taken.returncode, no_unit.returncode, no_terminal.returncode) == (3, 3, 2)
    assert "has a script `model` already, in line 211" in taken.stderr
    assert "neither a case nor a quiz" in no_unit.stderr
    assert "needs a keyboard" in no_terminal.stderr
