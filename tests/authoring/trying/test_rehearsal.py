"""Scripts played again."""

from pathlib import Path

from case_plays import FOLDER
from course_files import COURSE, QUIZ, write_course
from learners import shipped

from protectcourse.authoring.trying.rehearsal import rehearse

RIVER = FOLDER / "river_post.yaml"
SCRIPTED = """\
tests:
  walks:
    answers: {no-badge: walk}
    expect: passed
  holds:
    answers: {no-badge: hold}
    expect: 100
"""


def edited(folder: Path, old: str, new: str) -> Path:
    """Return the worked example with one edit."""
    text = RIVER.read_text(encoding="utf-8")
    assert old in text
    path = folder / "river.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def test_the_worked_example_goes_as_it_says() -> None:
    """It is what trainers copy from."""
    [file] = rehearse(RIVER)

    assert [(one.name, one.went, one.differs) for one in file.scripts] == [
        ("model", "10 decisions, to `referred`", ""),
        ("ran_out", "10 decisions, to `returned`", ""),
    ]
    assert not file.has_failed


def test_every_shipped_case_goes_as_its_scripts_say() -> None:
    """A case whose model play has gone stale was edited without being played."""
    files = list(rehearse(shipped().lessons))

    cases = [file for file in files if "scenarios" in file.name]
    assert len(cases) >= 15
    assert all(file.scripts for file in cases)
    assert not any(file.has_failed for file in files)


def test_a_decision_that_is_gone_is_told_with_what_was_on_offer(tmp_path: Path) -> None:
    """The author sees at which decision, and what the case has there now."""
    path = edited(tmp_path, "sound, options, law", "sound, option, law")

    script = next(rehearse(path)).scripts[0]

    line = path.read_text(encoding="utf-8").splitlines()[script.place.line - 1]
    assert line[script.place.column - 1 :].startswith("option,")
    assert script.went == "at decision 9, in `advise`"
    assert "`option`" in script.differs
    assert "`options`, `hotline`, `refer_all`" in script.differs


def test_results_of_a_checklist_are_on_offer_by_their_ids(tmp_path: Path) -> None:
    """A script names a result, not six answers."""
    path = edited(tmp_path, "enough, sound, options", "enough, solid, options")

    script = next(rehearse(path)).scripts[0]

    assert "On offer: `sound`, `thin`." in script.differs


def test_another_ending_is_told(tmp_path: Path) -> None:
    """The commonest difference: the play goes through and ends elsewhere."""
    path = edited(tmp_path, "expect: referred", "expect: delayed")

    script = next(rehearse(path)).scripts[0]

    assert script.went == "ends in `referred` after 10 decisions"
    assert script.differs == "The script expects `delayed`."


def test_a_play_that_stops_short_is_told(tmp_path: Path) -> None:
    """It has not ended at all."""
    path = edited(tmp_path, "sound, options, law]", "sound, options]")

    script = next(rehearse(path)).scripts[0]

    assert script.went == "stops in `commander` after 9 decisions"
    assert "Still on offer: `law`, `her_story`, `letter`." in script.differs


def test_a_case_with_an_error_is_not_played(tmp_path: Path) -> None:
    """What is wrong comes first, as `check` says it."""
    path = edited(tmp_path, "start: gate", "start: gat")

    [file] = rehearse(path)

    assert [one.code for one in file.problems] == ["S016"]
    assert file.has_failed
    assert not file.scripts


def test_a_quiz_is_marked_by_the_pass_mark_of_its_course(tmp_path: Path) -> None:
    """The bank itself need not say it."""
    course = COURSE + "defaults: {pass: 0}\n"
    files = write_course(tmp_path, course=course, quiz=QUIZ + SCRIPTED.replace("100", "passed"))

    rehearsed = [file for file in rehearse(files.lessons) if file.scripts]

    assert [one.went for one in rehearsed[0].scripts] == [
        "1 of 1 right, 100 %, passed",
        "0 of 1 right, 0 %, passed",
    ]
    assert not rehearsed[0].has_failed


def test_a_quiz_that_comes_to_something_else_says_what_was_missed(tmp_path: Path) -> None:
    """The question is where the author has to look."""
    path = tmp_path / "visitors.yaml"
    path.write_text(QUIZ + SCRIPTED, encoding="utf-8")

    [file] = rehearse(path)

    assert [bool(one.differs) for one in file.scripts] == [False, True]
    assert file.scripts[1].differs == "The script expects 100 %. Not fully right: `no-badge`."


def test_an_unknown_answer_does_not_keep_the_others_from_being_played(tmp_path: Path) -> None:
    """One script gone stale must not hide what the rest say."""
    path = tmp_path / "visitors.yaml"
    path.write_text(QUIZ + SCRIPTED.replace("hold}", "holt}"), encoding="utf-8")

    [file] = rehearse(path)

    assert [one.went for one in file.scripts] == ["1 of 1 right, 100 %, passed", "cannot be played"]
    assert "Did you mean `hold`?" in file.scripts[1].differs
