"""`protectcourse explore`, as a trainer and as a script use it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from benchmarks.made import made_case
from case_plays import edited, read_tree
from course_files import CASE, write_course
from hypothesis import HealthCheck, given, settings
from program import run, run_here
from random_cases import stories

from protectcourse.authoring.exploration import CaseFindings, explore_file, read_case
from protectcourse.course.loading import check_single
from protectcourse.course.plain_form import encode
from protectcourse.locations import shipped_courses
from protectcourse.scenario.exploring.state_graph import Limits
from protectcourse.scenario.model import Case
from protectcourse.scenario.story import Story

RIVER = Path(__file__).parents[1] / "scenario" / "river_post.yaml"
CELL = {"text": "A cell.", "choices": {"never": {"text": "Go.", "if": ["trust > 2"]}}}


def explored(path: Path, *more: str) -> tuple[int, dict[str, Any]]:
    """Return exit code and JSON of exploring a file."""
    result = run_here("explore", path, "--format", "json", *more)
    assert result.stderr == ""
    return result.returncode, json.loads(result.stdout)


def write(folder: Path, tree: dict[str, Any]) -> Path:
    """Write the file of a case."""
    path = folder / "case.yaml"
    text = yaml.safe_dump(tree, sort_keys=False, allow_unicode=True, width=1000)
    path.write_text(re.sub(r"'(-?\d+|true|false)'", r"\1", text), encoding="utf-8")
    return path


def findings_of(path: Path) -> CaseFindings:
    """Return what is found in a file."""
    reading = read_case(path)
    assert isinstance(reading.value, Case)
    return explore_file(reading, reading.value)


def test_the_worked_example_comes_to_the_figures_of_the_design() -> None:
    """Whoever reads the design and runs the command must see the same numbers."""
    code, found = explored(RIVER)

    sizes = (found["states"], found["transitions"], found["playthroughs"])
    assert (code, sizes) == (0, (182, 473, 6324))
    assert (found["complete"], found["playthroughs_are"]) == (True, "exact")
    assert [one["name"] for one in found["endings"]] == [
        *("referred", "delayed", "returned", "exposed")
    ]
    referred = found["endings"][0]
    assert referred["points_lost"] == {"fewest": 0, "most": 24}
    assert referred["steps"] == {"shortest": 7, "longest": 10}
    assert [one["code"] for one in found["findings"]] == ["S145", "S144"]
    assert all(one["passed"] for one in found["model_plays"])
    assert found["perfect_play"][-1] == "commander.law"


def test_plays_by_chance_come_where_the_design_measured() -> None:
    """One in fifteen meets the good ending; a trainer decides by such figures what to cut."""
    _, found = explored(RIVER)

    shares = {one["name"]: one["share"] for one in found["endings"]}
    assert 0.04 < shares["referred"] < 0.09
    assert sum(shares.values()) == pytest.approx(1)
    talk = next(one for one in found["nodes"] if one["id"] == "talk")
    assert talk["share"] == 1
    assert {one["id"]: one["share"] for one in talk["ways"]}["enough"] == 1


def test_the_report_reads_well_at_80_columns() -> None:
    """A trainer has a terminal of the usual width; the list of problems follows `check`."""
    shown = run("explore", RIVER.name, cwd=RIVER.parent).stdout

    report = shown.partition("What was found")[0].splitlines()
    assert report[0] == "Three hours at the river post"
    assert max(map(len, report)) <= 80
    assert "182 states, 473 transitions, 6,324 different plays" in " ".join(report)
    assert "✓ model: ends in referred, as expected" in shown
    assert f"{RIVER.name}:187:3: info S144" in shown


def test_a_case_too_large_says_so_first_and_proves_nothing(tmp_path: Path) -> None:
    """Half a search must not pass for a whole one, nor a script take it for proof."""
    path = write(tmp_path, made_case(60))
    reading = read_case(path)
    assert isinstance(reading.value, Case)
    limits = Limits(states=800, plays=100, tries=20)

    found = explore_file(reading, reading.value, limits)

    assert found.ways is not None
    assert not found.ways.result.complete
    assert found.has_faults
    never = [one for one in found.problems if one.code in {"S101", "S102", "S105", "S107"}]
    assert never
    assert {one.severity for one in never} == {"info"}
    assert all("not found in" in one.message for one in never)


def test_what_is_proved_says_so(tmp_path: Path) -> None:
    """Three verdicts: proved, not found, impossible. Only the first and the last are errors."""
    lost = {"text": "A cellar.", "choices": {"go": {"text": "Go.", "goto": "exposed"}}}
    edits = [
        ("nodes.cellar", lost),
        ("nodes.advise.choices.refer_all.if", ["trust > 3"]),
    ]

    code, found = explored(write(tmp_path, edited("river_post", *edits)))

    messages = {one["code"]: one["message"] for one in found["findings"]}
    assert code == 1
    assert messages["S101"].endswith("(impossible)")
    assert messages["S105"].endswith("(proved)")


def test_endless_plays_are_not_counted(tmp_path: Path) -> None:
    """A loop makes them endless: no number says that, and none must be given."""
    again = ("nodes.call.choices.wait", {"text": "Wait.", "goto": "call"})

    _, found = explored(write(tmp_path, edited("first_case", again)))

    assert (found["playthroughs"], found["playthroughs_are"]) == (None, "endless")
    assert found["endings"][0]["steps"] == {"shortest": 1, "longest": None}
    shown = run("explore", tmp_path / "case.yaml").stdout
    assert "endlessly many different" in " ".join(shown.split())


def long_case(rooms: int) -> dict[str, Any]:
    """Return a case of rooms, each with 12 things to do 2,000 times over before the next."""
    names = [f"room{number}" for number in range(rooms)]
    return {
        **{"scenario": "long", "version": 1, "title": "Long", "start": "room0"},
        "track": {
            "meters": {
                f"time{number}": {"start": 1000, "min": -1000, "max": 1000, "when_empty": after}
                for number, after in enumerate([*names[1:], "over"])
            }
        },
        "nodes": {
            name: {
                "text": "A room.",
                "choices": {
                    f"w{n}": {"text": "Go.", "do": [f"time{number} -1"], "goto": name}
                    for n in range(12)
                },
            }
            for number, name in enumerate(names)
        },
        "endings": {"over": {"outcome": "bad", "text": "Over."}},
    }


def test_a_large_count_is_exact_for_programs_and_short_for_people(tmp_path: Path) -> None:
    """Two thousand digits are a number to a program, and none to a reader."""
    path = write(tmp_path, long_case(1))

    _, found = explored(path)

    assert (found["playthroughs_are"], found["playthroughs"]) == ("exact", 12**2000)
    assert "about 2.3 × 10^2158 different plays" in " ".join(run("explore", path).stdout.split())


def test_a_count_that_cannot_be_written_down_is_said_to_be_so(tmp_path: Path) -> None:
    """Beyond 4,300 digits a number cannot even be printed: that must not end in a traceback."""
    path = write(tmp_path, long_case(2))

    _, found = explored(path)

    assert (found["playthroughs_are"], found["playthroughs"]) == ("huge", None)
    shown = " ".join(run("explore", path).stdout.split())
    assert "more different plays than can be written down" in shown


def test_strict_takes_warnings_for_errors(tmp_path: Path) -> None:
    """A script that publishes wants nothing left to look at."""
    path = write(tmp_path, edited("first_case", ("nodes.call.text", "word " * 130)))

    assert explored(path)[0] == 0
    assert explored(path, "--strict")[0] == 1


def test_a_file_that_is_no_case_ends_with_3_and_lists_its_problems(tmp_path: Path) -> None:
    """The trainer sees the same lines that `check` gives."""
    path = tmp_path / "broken.yaml"
    path.write_text(CASE.replace("start: call", "strat: call"), encoding="utf-8")

    code, found = explored(path)

    assert code == 3
    assert {one["code"] for one in found["findings"]} >= {"C010"}
    shown = run("explore", path)
    assert "strat" in shown.stdout


def test_a_case_with_an_error_of_form_is_not_tried(tmp_path: Path) -> None:
    """Where a way leads nowhere, nothing can be proved."""
    path = write(tmp_path, edited("first_case", ("nodes.call.choices.address.goto", "nowhere")))

    code, found = explored(path)

    assert code == 1
    assert [one["code"] for one in found["findings"]] == ["S016"]
    assert "states" not in found


def test_a_model_play_that_goes_wrong_does_not_hide_the_rest(tmp_path: Path) -> None:
    """It goes wrong because of an edit: what else the edit did is what the author needs to see."""
    route = ("nodes.commander.choices.law.goto", "delayed")
    path = write(tmp_path, edited("river_post", route))

    code, found = explored(path)

    plays = {one["name"]: one["passed"] for one in found["model_plays"]}
    assert (code, plays) == (1, {"model": False, "ran_out": True})
    assert {"S017", "S102"} <= {one["code"] for one in found["findings"]}
    assert {one.code for one in check_single(path)} >= {"S017", "S102"}


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["nothing.yaml"], 2, "add --course"),
        ([str(RIVER), "--why", "refered"], 3, "Did you mean `referred`?"),
        (["missing", "--course", "."], 3, "Did you mean"),
    ],
)
def test_what_cannot_be_found_is_said_with_a_hint(
    tmp_path: Path, arguments: list[str], code: int, words: str
) -> None:
    """A slip of the finger needs one line, not a traceback."""
    write_course(tmp_path, missing_one=CASE.replace("first-case", "missin"))

    result = run("explore", *arguments, cwd=tmp_path)

    assert result.returncode == code
    assert words in result.stderr


def test_a_case_is_found_by_its_id_in_a_course(tmp_path: Path) -> None:
    """Trainers know ids, not paths."""
    write_course(tmp_path, call=CASE)

    result = run("explore", "first-case", "--course", tmp_path, "--format", "json")

    assert (result.returncode, json.loads(result.stdout)["states"]) == (0, 3)


def test_why_names_the_decisions_that_turn_the_ending() -> None:
    """An author asks why a play came out so; a list of one-step changes answers it."""
    _, found = explored(RIVER, "--why", "referred")

    why = found["why"]
    assert why["play"][-1] == "commander.law"
    law = why["decisions"][-1]
    assert law["decides"]
    assert {one["taken"]: one["ending"] for one in law["instead"]} == {
        **{"commander.her_story": "exposed", "commander.letter": "delayed"}
    }
    shown = run("explore", RIVER, "--why", "referred").stdout
    assert "gate.sergeant in place of storeroom → exposed" in shown


def test_words_from_a_case_cannot_steer_the_terminal(tmp_path: Path) -> None:
    """A case may come from anywhere."""
    tree = read_tree("first_case")
    path = write(tmp_path, tree | {"title": "A\u202eB"})

    result = run("explore", path)

    assert "\x1b" not in result.stdout
    assert "\u202e" not in result.stdout


def test_whatever_explore_finds_stands_in_check_too() -> None:
    """Two tools that disagree are believed by nobody; the shipped cases and the example agree."""
    folders = shipped_courses()
    assert folders is not None

    for path in [RIVER, *sorted(folders.lessons.glob("*/scenarios/*.yaml"))]:
        assert set(findings_of(path).problems) <= set(check_single(path))


@settings(
    max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(story=stories(loops=True))
def test_explore_and_check_agree_on_any_case(
    tmp_path_factory: pytest.TempPathFactory, story: Story
) -> None:
    """Info included, with loops and variants and promises broken."""
    path = write(tmp_path_factory.mktemp("case"), _as_file(encode(story.case)))

    found = findings_of(path).problems

    assert sorted(found) == check_single(path)


def _as_file(value: Any) -> Any:
    """Return an encoded case as its file would have it."""
    if isinstance(value, dict):
        kept = {key: one for key, one in value.items() if one not in (None, [], {}, "")}
        return {key.removesuffix("_"): _as_file(one) for key, one in kept.items()}
    return [_as_file(one) for one in value] if isinstance(value, list) else value
