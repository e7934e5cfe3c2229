"""What the explorer says, the engine does: held against plays, each and every one where few."""

import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from case_plays import edited, picks, play_at_random, read_case, seeds, story_of
from hypothesis import given
from random_cases import stories

from protectcourse.findings import Severity, ValuePath
from protectcourse.scenario.conditions import compile_conditions, holds
from protectcourse.scenario.engine import (
    answer_checklist,
    begin,
    choose,
    right_answer,
    status_of,
)
from protectcourse.scenario.exploring.explorer import Exploration, explore
from protectcourse.scenario.exploring.state_graph import Limits, explore_states
from protectcourse.scenario.exploring.static_graph import draw_graph
from protectcourse.scenario.nodes import Rating
from protectcourse.scenario.scoring import score
from protectcourse.scenario.state import State
from protectcourse.scenario.steps import Step
from protectcourse.scenario.story import Story, compile_story

MOST_STEPS = 14
Steps = tuple[Step, ...]


@cache
def river() -> Exploration:
    """Return what is found in the worked example."""
    return explore(story_of("river_post"))


def codes(exploration: Exploration, *severities: Severity) -> set[str]:
    """Return the codes of what was found, of some severities or of all."""
    return {
        finding.code
        for finding in exploration.findings
        if not severities or finding.severity in severities
    }


def test_the_worked_example_has_as_many_states_as_measured() -> None:
    """These numbers stand in the design; another number is another explorer."""
    assert (river().states, river().transitions, river().playthroughs) == (182, 473, 6324)
    assert river().complete


def test_the_endings_of_the_worked_example_have_their_bounds() -> None:
    """Exact over all plays, though none of them is listed."""
    bounds = [
        (one.name, one.fewest_lost, one.most_lost, one.shortest, one.longest, one.most_harmful)
        for one in river().endings
    ]

    assert bounds == [
        ("referred", 0, 24, 7, 10, 1),
        ("delayed", 1, 28, 7, 10, 3),
        ("returned", 2, 16, 10, 10, 1),
        ("exposed", 2, 29, 6, 10, 4),
    ]


def test_the_worked_example_can_be_played_without_a_fault() -> None:
    """The author's own model play and the explorer's agree."""
    assert [step.partition(".")[2] for step in river().perfect_play] == [
        *("storeroom", "explain", "leaving", "back", "since", "safe_now"),
        *("enough", "sound", "options", "law"),
    ]


def test_nothing_is_wrong_with_the_smallest_case() -> None:
    """Who copies 25 lines from the guide must not begin with a warning."""
    found = explore(story_of("first_case"))

    assert found.findings == ()
    assert (found.states, found.playthroughs) == (3, 2)


def test_dropping_what_no_longer_matters_changes_nothing_but_the_size() -> None:
    """Fewer states, the same endings."""
    graph = draw_graph(story_of("river_post"))

    short = explore_states(graph, Limits())
    long = explore_states(graph, Limits(), reduced=False)

    assert len(short.states) < len(long.states)
    assert {one.node for one in short.states} == {one.node for one in long.states}
    assert short.seen.exercised == long.seen.exercised


def test_a_search_that_stops_proves_nothing() -> None:
    """What was not found in part of a case may be in the rest: no error may rest on it."""
    found = explore(story_of("river_post"), Limits(states=60, plays=0, tries=0))

    assert not found.complete
    assert codes(found, Severity.ERROR) == set()
    assert "S100" in codes(found, Severity.WARNING)


def test_a_search_that_stops_keeps_what_it_saw() -> None:
    """A dead end that was walked into is one, however much is left to try."""
    cell = {"text": "A cell.", "choices": {"never": choice("exposed", **{"if": ["trust > 2"]})}}
    edits = [("nodes.cell", cell), ("nodes.gate.choices.sergeant.goto", "cell")]

    found = explore(story_of("river_post", *edits), Limits(states=60, plays=0, tries=0))

    assert not found.complete
    assert codes(found, Severity.ERROR) == {"S103"}
    assert "S105" in codes(found, Severity.INFO)


def test_a_play_of_a_variant_says_which_was_drawn() -> None:
    """The same decisions lead elsewhere with another interpreter."""
    found = explore(
        story_of(
            "first_case",
            ("variants", {"caller": ["calm", "afraid"]}),
            ("nodes.call.choices.ask_safe.if", ["caller = calm"]),
            ("nodes.call.choices.address.if", ["caller = calm"]),
        )
    )

    (dead_end,) = [one for one in found.findings if one.code == "S103"]
    assert dead_end.hint.endswith("The shortest way there: (caller = afraid).")


def test_full_marks_must_be_within_reach_whatever_was_drawn() -> None:
    """A learner must not lose points by lot."""
    found = explore(
        story_of(
            "first_case",
            ("variants", {"caller": ["calm", "afraid"]}),
            ("nodes.call.choices.ask_safe.if", ["caller = calm"]),
        )
    )

    (costly,) = [one for one in found.findings if one.code == "S140"]
    assert costly.hint.endswith("The shortest way there: (caller = afraid) > call.address.")


def test_in_a_loop_the_first_decision_counts() -> None:
    """Going round again neither costs nor earns; and there is no end to the ways to play."""
    back = choice(goto="call", harmful="Because.")
    found = explore(story_of("first_case", ("nodes.call.choices.wait", back)))

    heard = found.endings[0]
    assert (heard.fewest_lost, heard.most_lost, heard.most_harmful) == (0, 2, 1)
    assert (heard.longest, found.playthroughs) == (None, None)
    assert "S125" in codes(found, Severity.WARNING)


def test_an_exception_with_a_reason_is_kept() -> None:
    """A warning that was weighed is listed with the reason; an error cannot be waved through."""
    tree = edited(
        "first_case",
        ("nodes.call.text", "word " * 130),
        ("nodes.call.lint_allow", {"S160": "The law has long sentences.", "S101": "No."}),
        ("nodes.lost_room", {"text": "A room.", "choices": {"go": choice()}}),
    )

    found = explore(compile_story(read_case(tree)))

    assert "S101" in codes(found, Severity.ERROR)
    assert "S160" not in codes(found, Severity.WARNING)
    allowed = next(one for one in found.findings if one.code == "S160")
    assert allowed.severity is Severity.INFO
    assert "The law has long sentences." in allowed.hint


def test_a_learner_who_starts_does_not_wait_for_the_explorer() -> None:
    """It is for authors; a course is opened without it."""
    lessons = Path(__file__).parents[2] / "lessons"
    code = (
        "import sys; from pathlib import Path\n"
        "from protectcourse.course.folders import select\n"
        "from protectcourse.course.loading import load_course\n"
        f"load_course(select(Path({str(lessons)!r}))[0].course)\n"
        "print([name for name in sys.modules if 'protectcourse.scenario' in name])"
    )

    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert "scenario.engine" in loaded.stdout
    assert "scenario.exploring" not in loaded.stdout


@given(story=stories(loops=False))
def test_all_plays_together_are_what_the_explorer_says(story: Story) -> None:
    """Without loops every play can be listed: each bound must be met exactly."""
    plays = list(all_plays(story))

    found = explore(story)

    ended = [steps for steps in plays if steps[-1].ended]
    assert found.complete
    assert {one.name for one in found.endings} == {steps[-1].next for steps in ended}
    for one in found.endings:
        there = [steps for steps in ended if steps[-1].next == one.name]
        lost = [points_lost(story, steps) for steps in there]
        assert (one.fewest_lost, one.most_lost) == (min(lost), max(lost))
        assert (one.shortest, one.longest) == (min(map(len, there)), max(map(len, there)))
        assert one.most_harmful == max(map(harm, there))
    for code, met in verdicts(story, plays).items():
        assert (code in codes(found)) == met, code


@given(story=stories(loops=True), seed=seeds, positions=picks)
def test_no_play_does_what_is_said_to_be_impossible(
    story: Story, seed: int, positions: list[int]
) -> None:
    """With loops too: where a play goes and what it loses was foretold, and promises hold."""
    found = explore(story)
    steps = play_at_random(story, seed, positions)

    assert found.complete
    assert not impossible(found) & {path for step in steps for path in paths_of(step)}
    if steps[-1].ended:
        (one,) = [one for one in found.endings if one.name == steps[-1].next]
        assert one.shortest <= len(steps) <= (one.longest or len(steps))
        assert one.fewest_lost is not None
        assert one.most_lost is not None
        assert one.fewest_lost <= points_lost(story, steps) <= one.most_lost
    if "S130" not in codes(found):
        assert keeps_promise(story, begin(story, seed), steps)


def choice(goto: str = "heard", **more: Any) -> dict[str, Any]:
    """Return a choice."""
    return {"text": "Do it.", "goto": goto, **more}


def impossible(found: Exploration) -> set[ValuePath]:
    """Return the places of nodes, endings and choices that nobody is said to come to."""
    return {one.path for one in found.findings if one.code in {"S101", "S102", "S105"}}


def paths_of(step: Step) -> Iterator[ValuePath]:
    """Give the places that a step shows to be possible."""
    yield ("nodes", step.node)
    yield ("endings" if step.ended else "nodes", step.next)
    key = {"choice": "choices", "question": "questions", "leave": "leave", "checklist": "results"}
    yield ("nodes", step.node, key[step.kind], step.choice)


def starts(story: Story) -> list[State]:
    """Return the states at the start, one for each variant."""
    first = begin(story, 0)
    return [first._replace(states=(*first.states[:-1], drawn)) for drawn in range(2)]


def all_plays(story: Story) -> Iterator[Steps]:
    """Give every play from every start; of those that do not end, what there is of them."""
    for state in starts(story):
        yield from plays_from(story, state, ())


def plays_from(story: Story, state: State, past: Steps) -> Iterator[Steps]:
    """Give every way to go on."""
    following = list(next_steps(story, state)) if state.node in story.nodes else []
    if not following or len(past) >= MOST_STEPS:
        yield past
    for step in following:
        yield from plays_from(story, step.state, (*past, step))


def next_steps(story: Story, state: State) -> Iterator[Step]:
    """Give every step from a state; of a checklist each number of right answers."""
    node = story.nodes[state.node]
    if node.kind == "checklist":
        right = {name: right_answer(one, state) for name, one in node.elements.items()}
        wrong = {name: "met" if one == "not_met" else "not_met" for name, one in right.items()}
        for count in range(len(right) + 1):
            known = dict(list(right.items())[:count])
            yield answer_checklist(story, state, {**wrong, **known})
        return
    for name, option in node.options.items():
        asked_before = option.repeat and option.bit & state.mask
        if status_of(node, option, state) == "open" and not asked_before:
            yield choose(story, state, name)


def points_lost(story: Story, steps: Steps | list[Step]) -> int:
    """Return what a play lost, as a learner's score counts it."""
    overall = score(story, steps).overall
    return overall.offered - overall.earned


def harm(steps: Steps) -> int:
    """Return how many decisions of a play did harm."""
    return sum(step.rating in {Rating.HARMFUL, Rating.RED_LINE} for step in steps)


def keeps_promise(story: Story, start: State, steps: Steps | list[Step]) -> bool:
    """Say whether the rule of a made-up case held all along a play."""
    (promise,) = story.case.promises
    need = compile_conditions(promise.need, story.variables)
    before = start
    for step in steps:
        if promise.before == f"{step.node}.{step.choice}" and not holds(need, before):
            return False
        if promise.before == step.next and (step.kind != "question" or step.next != step.node):
            visited = story.nodes[step.next].bit
            arriving = step.state._replace(mask=step.state.mask & ~visited | before.mask & visited)
            if not holds(need, arriving):
                return False
        before = step.state
    return True


def verdicts(story: Story, plays: list[Steps]) -> dict[str, bool]:
    """Return for some codes whether they should be found, given all plays."""
    outcome = {name: ending.outcome for name, ending in story.endings.items()}
    scored = any(step.points is not None for steps in plays for step in steps)
    perfect = [steps for steps in plays if not points_lost(story, steps)]
    flawless = {outcome[steps[-1].next] for steps in perfect}
    well = [steps for steps in plays if outcome[steps[-1].next] == "good"]
    first = {index: starts(story)[index] for index in range(2)}
    return {
        "S140": scored and {drawn_in(steps) for steps in perfect} != {0, 1},
        "S141": scored and "good" in flawless and len(flawless) > 1,
        "S142": scored and bool(flawless) and "good" not in flawless,
        "S143": any(step.rating is Rating.RED_LINE for steps in well for step in steps),
        "S144": any(step.rating is Rating.HARMFUL for steps in well for step in steps),
        "S130": not is_tested(story, plays)
        or not all(keeps_promise(story, first[drawn_in(steps)], steps) for steps in plays),
    }


def drawn_in(steps: Steps) -> int:
    """Return which variant a play was of."""
    return steps[-1].state.states[-1]


def is_tested(story: Story, plays: list[Steps]) -> bool:
    """Say whether any play comes to the place that the promise speaks of."""
    (promise,) = story.case.promises
    return any(
        promise.before in {step.next, f"{step.node}.{step.choice}"}
        for steps in plays
        for step in steps
    )
