"""`protectcourse diff`: what an edit changed, and who could go on, before it is published."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from case_plays import edited, read_tree
from case_stage import RIVER, rename_choice, river_learner, write_case, write_river
from course_files import CASE, COURSE, LESSON, QUIZ, write_course
from learners import take
from program import run

REWORDED = ("nodes.gate.text", "Sena waits.")
NEW_ROUTE = ("nodes.consent.choices.explain.goto", "advise")
TWO_PAGES = f"{LESSON}  more:\n    title: More\n    text: A second page.\n"


def write(path: Path, tree: dict[str, Any]) -> Path:
    """Write the file of a case."""
    text = yaml.safe_dump(tree, sort_keys=False, allow_unicode=True, width=1000)
    path.write_text(re.sub(r"'(-?\d+|true|false)'", r"\1", text), encoding="utf-8")
    return path


def compared(old: Path, new: Path, *more: str | Path) -> dict[str, Any]:
    """Return the JSON of comparing two versions."""
    result = run("diff", old, new, "--format", "json", *more)
    assert (result.returncode, result.stderr) == (0, "")
    listed = json.loads(result.stdout)
    assert isinstance(listed, dict)
    return listed


def case_changes(folder: Path, tree: dict[str, Any], *more: str | Path) -> dict[str, Any]:
    """Return what differs between the example and an edited one."""
    old = write(folder / "old.yaml", read_tree("river_post"))
    (unit,) = compared(old, write(folder / "new.yaml", tree), *more)["units"]
    assert isinstance(unit, dict)
    return unit


def said(unit: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    """Return the changes of one file."""
    return [(one["how"], one["what"], one["id"], one["detail"]) for one in unit["changes"]]


def test_new_words_let_every_play_go_on(tmp_path: Path) -> None:
    """A trainer who only mends a sentence is told that nobody will notice."""
    unit = case_changes(tmp_path, edited("river_post", REWORDED, ("version", "2")))

    assert said(unit) == [("reworded", "part", "gate", "text")]
    assert not unit["flow"]
    assert not unit["version_not_raised"]


def test_a_route_that_changed_shows_who_is_stopped_and_where(tmp_path: Path) -> None:
    """Before publishing, not after: with the decision, by its name."""
    unit = case_changes(tmp_path, edited("river_post", NEW_ROUTE), "--plays", "60")

    model = [play for play in unit["plays"] if play["sort"] == "model play"]
    assert said(unit) == [("changed", "part", "consent.explain", "goto")]
    assert unit["flow"]
    assert [(one["fit"], one["decision"], one["taken"]) for one in model] == [
        ("diverged", 2, "consent.explain"),
        ("diverged", 2, "consent.explain"),
    ]
    counts = unit["going_on"]["by chance"]
    assert sum(counts.values()) == 60
    assert counts["migrated"] > 0
    assert counts["diverged"] > 0


@pytest.mark.parametrize(
    ("was", "change", "fit"),
    [
        (True, ("renamed", "choice", "consent.tell", "explain"), "migrated"),
        (False, ("added", "choice", "consent.tell", ""), "diverged"),
    ],
)
def test_a_rename_is_one_only_with_its_old_name(
    tmp_path: Path, was: bool, change: tuple[str, ...], fit: str
) -> None:
    """Without `was:` learners are stopped: that is the moment to learn of the key."""
    tree = rename_choice("consent", "explain", "tell", was=was)
    for test in tree["tests"].values():
        test["play"] = ["tell" if way == "explain" else way for way in test["play"]]

    unit = case_changes(tmp_path, tree)
    shown = run("diff", tmp_path / "old.yaml", tmp_path / "new.yaml").stdout

    assert ("write `was: explain`" in " ".join(shown.split())) is not was
    assert change in said(unit)
    assert {one["fit"] for one in unit["plays"] if one["sort"] == "model play"} == {fit}


def test_another_rating_rescores(tmp_path: Path) -> None:
    """Learners will be asked; the trainer sees at which decision."""
    tree = edited("river_post", ("nodes.gate.choices.storeroom.best", None))
    tree["nodes"]["gate"]["choices"]["storeroom"]["acceptable"] = "Good, and slow."

    unit = case_changes(tmp_path, tree)

    assert ("changed", "part", "gate.storeroom", "best, acceptable") in said(unit)
    model = [play for play in unit["plays"] if play["sort"] == "model play"]
    assert {(one["fit"], one["decision"]) for one in model} == {("rescored", 1)}


def test_a_version_that_was_not_raised_is_said(tmp_path: Path) -> None:
    """Two different cases under one number cannot be told apart in a record."""
    old = write(tmp_path / "old.yaml", read_tree("river_post"))
    new = write(tmp_path / "new.yaml", edited("river_post", REWORDED))
    tests = write(tmp_path / "tests.yaml", edited("river_post", ("tests.ran_out", None)))

    assert "version of the case is still 1" in run("diff", old, new).stdout
    assert "is still" not in run("diff", old, tests).stdout
    assert run("diff", old, old).stdout.startswith("Nothing changed")


def test_plays_under_way_on_this_computer_are_told(tmp_path: Path) -> None:
    """A trainer's own test attempts are the first to meet the edit."""
    learner = river_learner(tmp_path)
    session = learner.case(RIVER)
    session.begin()
    take(session, ("storeroom", "explain", "leaving"))
    learner.store.close()
    old = write(tmp_path / "old.yaml", read_tree("river_post"))
    new = write(tmp_path / "new.yaml", edited("river_post", NEW_ROUTE))

    (play,) = compared(old, new, "--progress", learner.folder)["under_way"]

    assert (play["case"], play["fit"], play["decisions"], play["onward"]) == (
        *(RIVER, "diverged", 3, 2),
    )
    shown = run("diff", old, new, "--progress", learner.folder).stdout
    assert "go on from decision 2" in " ".join(shown.split())


def test_a_folder_without_progress_is_said_to_be_one(tmp_path: Path) -> None:
    """A mistyped folder must not look like one in which nobody is under way."""
    path = write(tmp_path / "old.yaml", read_tree("river_post"))

    result = run("diff", path, path, "--progress", tmp_path)

    assert result.returncode == 4
    assert "has no progress yet" in result.stderr


def test_a_changed_key_is_a_new_question_and_a_new_reason_is_not(tmp_path: Path) -> None:
    """Old answers keep their meaning: the trainer sees which are now of another question."""
    write_course(tmp_path / "old")
    key = QUIZ.replace("Hold the door open", "Leave the door open")
    reason = QUIZ.replace("They may have a good reason", "They may well have a reason")
    write_course(tmp_path / "key", quiz=key)
    write_course(tmp_path / "reason", quiz=reason)

    changed = compared(tmp_path / "old", tmp_path / "key")
    reworded = compared(tmp_path / "old", tmp_path / "reason")

    assert [one[:3] for one in said(changed["units"][0])] == [("changed", "question", "no-badge")]
    assert said(reworded["units"][0]) == [("reworded", "question", "no-badge", "options")]
    assert changed["version_not_raised"]
    assert reworded["version_not_raised"]


def test_a_course_is_compared_unit_by_unit(tmp_path: Path) -> None:
    """Pages, units and files: what is new, what is gone."""
    write_course(tmp_path / "old", call=CASE, course=f"{COURSE}      - case: first-case\n")
    head = COURSE.replace("version: 1", "version: 2")
    write_course(tmp_path / "new", lesson=TWO_PAGES, course=head)

    found = compared(tmp_path / "old", tmp_path / "new")

    assert found["files"] == [{"how": "removed", "what": "case", "id": "first-case", "detail": ""}]
    by_kind = {unit["kind"]: said(unit) for unit in found["units"]}
    assert by_kind["lesson"] == [("added", "page", "more", "")]
    assert by_kind["course"] == [("changed", "module", "one", "units")]
    assert (found["version"], found["version_not_raised"]) == ([1, 2], False)


def test_what_cannot_be_compared_is_said_with_a_hint(tmp_path: Path) -> None:
    """Two kinds of file, a file and a folder, a file that cannot be read."""
    files = write_course(tmp_path, call=CASE)
    broken = tmp_path / "broken.yaml"
    broken.write_text("lesson: [", encoding="utf-8")
    lesson, case = files.lessons / "01-welcome.yaml", files.lessons / "call.yaml"

    for old, new in ((lesson, case), (lesson, tmp_path), (lesson, broken)):
        result = run("diff", old, new)
        assert result.returncode == 3
        assert result.stdout == ""
        assert len(result.stderr.splitlines()) == 2


def test_the_shipped_course_differs_in_nothing_from_itself(tmp_path: Path) -> None:
    """And the folder of lessons is as good a name for it as the one above."""
    files = write_river(tmp_path / "one")
    shutil.copytree(tmp_path / "one", tmp_path / "two")

    result = run("diff", files.lessons, tmp_path / "two")

    assert (result.returncode, result.stdout) == (
        0,
        "Nothing changed that a reader of these files would meet.\n",
    )


def test_a_renamed_case_is_still_the_same_case(tmp_path: Path) -> None:
    """`was:` at its top says so."""
    old, new = tmp_path / "old", tmp_path / "new"
    write_river(old)
    write_case(new, read_tree("river_post") | {"scenario": "river", "was": RIVER})

    units = {unit["kind"]: said(unit) for unit in compared(old, new)["units"]}

    assert units["scenario"][0] == ("renamed", "case", "river", RIVER)
