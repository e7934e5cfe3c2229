"""A case on the screen, from the words before it to the debrief and playing again."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from case_plays import MODEL_PLAY, edited
from case_stage import RAN_OUT, RIVER, CaseApp, CasePilot, rename_choice, river_learner, write_case
from learners import Learner, take

SHORT = ("nodes.gate.short", "A girl waits at the post; the van leaves in three hours.")
VARIANT = [
    ("variants", {"interpreter": ["woman", "man"]}),
    ("nodes.gate.also", [{"if": ["interpreter = woman"], "text": "A woman interprets."}]),
]
ROOM, EXPLAIN, LAW = "Ask for a room with a door", "Say who you are", "She may be at risk"


def drive(
    learner: Learner,
    then: Callable[[CasePilot], Awaitable[None]],
    size: tuple[int, int] = (80, 60),
) -> None:
    """Open the case on a screen and do something with it."""

    async def run() -> None:
        app = CaseApp(learner)
        async with app.run_test(size=size) as pilot:
            case = CasePilot(app, pilot)
            await case.open()
            await then(case)

    asyncio.run(run())


def at(tmp_path: Path, *ways: str, edits: tuple[tuple[str, object], ...] = ()) -> Learner:
    """Return a learner who has played so far."""
    learner = river_learner(tmp_path, *edits)
    session = learner.case(RIVER)
    session.begin()
    take(session, ways)
    return learner


def test_both_model_plays_can_be_played_to_their_endings(tmp_path: Path) -> None:
    """The whole case by keys alone: scenes, interview, checklist, ending, debrief."""

    async def begin(case: CasePilot) -> None:
        assert "Sena, 19" not in case.text()
        assert "All people in this case are invented" in case.text()
        assert "Detention, threat of forced return" in case.text()
        await case.press("1", "enter")
        await case.choose(ROOM)
        await case.choose(EXPLAIN)
        for number in "1234":
            await case.press(number, "enter")

    async def end_well(case: CasePilot) -> None:
        await begin(case)
        await case.press("6", "enter")
        await case.press(*"111111", "enter")
        await case.choose("Set out who could act")
        await case.choose(LAW)
        assert "A good ending" in case.text()
        await case.press("1", "enter")
        assert "✓ passed" in case.text()

    async def run_out(case: CasePilot) -> None:
        await begin(case)
        await case.press("5", "enter")
        assert "time (half-hours): 1" in case.text()
        await case.press("6", "enter")
        await case.press(*"222222", "enter")
        await case.choose("Ring the refugee office")
        assert "A bad ending The engine starts" in case.text()
        await case.press("1", "enter")
        assert "✗ not yet passed" in case.text()

    for name, play in (("well", end_well), ("out", run_out)):
        learner = river_learner(tmp_path / name)
        drive(learner, play)
        assert learner.rows("case-finished") == 1
        assert learner.rows("decision-made") == 10


def test_what_cannot_be_chosen_yet_says_why(tmp_path: Path) -> None:
    """It is there, greyed, with its reason; pressing it takes nothing."""
    learner = at(tmp_path, "sergeant", "form")

    async def press_it(case: CasePilot) -> None:
        assert "Is there anyone here you are afraid of?" not in case.text()
        assert case.text().count("She shakes her head. Not yet.") == 1
        assert case.text().count("Ask one more question first.") == 1
        await case.press("3", "enter")
        assert case.text().count("She shakes her head. Not yet.") == 2
        await case.press("5", "enter")
        assert case.text().count("Ask one more question first.") == 2
        assert learner.rows("decision-made") == 2

    drive(learner, press_it)


def test_a_paragraph_shows_only_where_its_condition_holds(tmp_path: Path) -> None:
    """Who never heard of the broker must not be told of the shelter."""
    shelter = "So could the shelter for trafficked women."

    async def look(case: CasePilot) -> None:
        assert (shelter in case.text()) == (case.app.learner is told)

    told = at(tmp_path / "told", *MODEL_PLAY[:8])
    drive(told, look)
    drive(at(tmp_path / "not", "storeroom", "explain", "back", "enough", "thin"), look)


def test_a_variant_shows_as_it_was_drawn(tmp_path: Path) -> None:
    """Drawn once at the start, by the attempt's seed, and the same after a restart."""
    learner = at(tmp_path, edits=tuple(VARIANT))
    attempt = learner.enrolment.progress.open_case(learner.enrolment.key(RIVER))
    assert attempt is not None
    seen = []

    async def look(case: CasePilot) -> None:
        seen.append("A woman interprets." in case.text())

    for seed in range(4):
        attempt.seed = seed
        drive(learner, look)
        drive(learner, look)

    assert seen[::2] == seen[1::2]
    assert set(seen) == {True, False}


def test_a_checklist_is_answered_row_by_row_and_kept(tmp_path: Path) -> None:
    """Six elements, three answers each, and nothing handed in while a row is open."""
    learner = at(tmp_path, "storeroom", "explain", "back", "enough")

    async def answer(case: CasePilot) -> None:
        await case.press("1", "3", "enter")
        assert "Rows still without a value: 4." in case.text()
        assert learner.rows("decision-made") == 4
        await case.press("3", "1", "2", "1")
        assert "Rows still without a value" not in case.text()
        await case.press("up", "3", "enter")
        assert learner.rows("decision-made") == 5

    drive(learner, answer)
    learner.lose_power()
    session = learner.case(RIVER)
    session.open()

    given = {mark.id: mark.given for mark in session.steps[-1].marks}
    assert given == {
        "outside": "met",
        "fear": "unclear",
        "persecution": "unclear",
        "ground": "met",
        "sur_place": "unclear",
        "bar": "met",
    }


def test_each_answer_of_a_checklist_is_explained_where_the_case_coaches(tmp_path: Path) -> None:
    """Which were right, what is right, why, and where it is written."""
    play = ("storeroom", "explain", "back", "enough")

    async def answer(case: CasePilot) -> None:
        await case.press(*"222222", "enter")
        await case.press("pgup", "pgup")

    async def look(case: CasePilot) -> None:
        await answer(case)
        words = case.text()
        assert "✗ She is outside her country of nationality. You: not met. Right: met." in words
        assert "1951 Refugee Convention, Art. 1A(2)" in words
        assert "Right: not enough information. Nothing that was found out shows it." in words
        assert "Look again at what you know and what you only guess." in words

    async def look_in_vain(case: CasePilot) -> None:
        await answer(case)
        assert "Right:" not in case.text()
        assert "Look again at what you know" in case.text()

    drive(at(tmp_path / "now", *play), look)
    drive(at(tmp_path / "later", *play, edits=(("coach", "debrief"),)), look_in_vain)


def test_the_debrief_says_all_that_can_be_learnt_from_a_run(tmp_path: Path) -> None:
    """Most is learnt here; nothing is left for the learner to guess."""
    learner = at(
        tmp_path,
        *("sergeant", "form", "back", "enough", "thin", "refer_all"),
        edits=(("endings.exposed.ask_yourself", ["Whom did you think of?"]),),
    )

    async def read(case: CasePilot) -> None:
        words = case.text()
        for part in (
            "endings seen: 1 of 4",
            "The harm came from information.",
            "✗ not yet passed: a red line was crossed",
            "1. Accept his help.",
            "✗✗ red line What he hears can reach",
            "Better, and open to you: Ask for a room",
            "4. Stop here and put the facts in order. · not rated",
            "5. The list: 0 of 6 right",
            "Right: not enough information.",
            "UNHCR Handbook, para. 61",
            "Red lines crossed • In decision 1:",
            "Important, and not asked • How did you come to leave Varnia?",
            "Facts that you did not find • Sena left Varnia",
            "By competency",
            "not yet (needed: 80 %) confidentiality",
            "To think about, or talk over • Whom did you think of?",
            "Play again from a decision, for practice",
        ):
            assert part in words

    drive(learner, read, size=(80, 150))


def test_playing_again_from_a_decision_says_that_it_is_practice(tmp_path: Path) -> None:
    """All the way: in the list, on the scene, in the debrief."""
    learner = at(tmp_path, *RAN_OUT)

    async def play_again(case: CasePilot) -> None:
        await case.choose("Play again from a decision")
        assert "it does not count" in case.text()
        await case.press("7", "enter")
        assert "practice · decision 7" in case.text()
        assert "It does not count" in case.text()
        await case.press("6", "enter")
        assert "It does not count" not in case.text()
        await case.press(*"111111", "enter")
        await case.choose("Set out who could act")
        await case.choose(LAW)
        await case.press("1", "enter")
        words = case.text()
        assert "practice: this play does not count Your result stands: ✗ not yet" in words

    drive(learner, play_again, size=(80, 150))
    assert learner.rows("case-rewound") == 1
    assert not learner.case(RIVER).is_passed


def test_practice_left_half_way_can_be_gone_on_with_or_given_up(tmp_path: Path) -> None:
    """Nobody is to take it for a run that counts, nor to be held in it."""
    learner = at(tmp_path, *RAN_OUT)
    session = learner.case(RIVER)
    session.open_finished()
    session.rewind(6)

    async def go_on(case: CasePilot) -> None:
        assert "for practice. It does not count." in case.text()
        await case.choose("Go on with it")
        assert "practice · decision 7" in case.text()

    async def begin_again(case: CasePilot) -> None:
        await case.choose("Begin again from the start")
        await case.press("enter")
        assert "practice" not in case.text()
        assert "decision 1 of" in case.text()

    drive(learner, go_on)
    drive(learner, begin_again)


def test_a_case_played_again_from_the_start_asks_first_and_counts(tmp_path: Path) -> None:
    """Its words of warning hold for the second time too."""
    learner = at(tmp_path, *RAN_OUT)

    async def play_again(case: CasePilot) -> None:
        await case.press("enter")
        await case.choose("Play it again from the beginning")
        assert "Before you begin" in case.text()
        await case.press("enter")
        assert "decision 1 of" in case.text()
        assert "practice" not in case.text()

    drive(learner, play_again)
    assert learner.rows("case-begun") == 2


def test_the_short_form_leaves_details_out_and_no_decision(tmp_path: Path) -> None:
    """Some learners have lived through it; what is recorded does not tell who."""
    kept = []

    async def long(case: CasePilot) -> None:
        await case.choose("Go on")
        assert "A sergeant offers to sit in." in case.text()
        await case.choose(ROOM)
        kept.append(case.app.learner)

    async def short(case: CasePilot) -> None:
        await case.choose("The short form")
        assert "A girl waits at the post" in case.text()
        assert "A sergeant offers to sit in." not in case.text()
        await case.choose(ROOM)
        kept.append(case.app.learner)

    for name, way in (("long", long), ("short", short)):
        drive(river_learner(tmp_path / name, SHORT, ("sensitivity", "S2")), way)

    one, other = (
        [(entry.event.kind, getattr(entry.event, "choice", "")) for entry in each.store.events(0)]
        for each in kept
    )
    assert one == other


def test_the_short_form_can_be_chosen_again_when_the_case_goes_on(tmp_path: Path) -> None:
    """It is kept nowhere, and nobody is to meet the long form unasked."""

    async def go_on(case: CasePilot) -> None:
        assert "Before you go on" in case.text()
        assert "A sergeant offers" not in case.text()
        await case.choose("The short form")
        assert "A girl waits at the post" in case.text()

    drive(at(tmp_path, edits=(SHORT,)), go_on)


def test_a_case_can_be_left_before_it_begins(tmp_path: Path) -> None:
    """The note is there for that; nothing is recorded, and no short form is offered in vain."""
    learner = river_learner(tmp_path)

    async def leave(case: CasePilot) -> None:
        assert "The short form" not in case.text()
        await case.choose("Not now")
        assert case.app.left == [None]

    drive(learner, leave)
    assert learner.rows("case-begun") == 0


def test_a_case_revised_under_way_is_told_and_can_be_begun_again(tmp_path: Path) -> None:
    """One plain sentence, and the old run stays in the list of plays."""
    learner = at(tmp_path, *MODEL_PLAY[:6])
    write_case(tmp_path, rename_choice("consent", "explain", "tell", was=False))
    learner.lose_power()

    async def start_again(case: CasePilot) -> None:
        assert "This case was revised after you began" in case.text()
        await case.choose("Start again")
        await case.press("enter")
        assert "decision 1 of" in case.text()

    drive(learner, start_again)
    assert [run.words for run in learner.case(RIVER).runs()] == ["not finished"] * 2


def test_a_case_revised_under_way_can_be_finished_as_it_was(tmp_path: Path) -> None:
    """What was worked for is not taken away."""
    learner = at(tmp_path, *MODEL_PLAY[:6])
    write_case(tmp_path, rename_choice("consent", "explain", "tell", was=False))
    learner.lose_power()

    async def finish(case: CasePilot) -> None:
        await case.choose("Finish the version you started")
        assert "decision 7 of" in case.text()

    drive(learner, finish)


def test_a_case_that_still_fits_goes_on_without_a_word(tmp_path: Path) -> None:
    """Nobody needs to know of an edit that changes nothing for them."""
    learner = at(tmp_path, *MODEL_PLAY[:6])
    question = {"ask": "Have you eaten?", "answer": "She nods."}
    write_case(tmp_path, edited("river_post", ("nodes.talk.questions.eaten", question)))
    learner.lose_power()

    async def look(case: CasePilot) -> None:
        assert "revised" not in case.text()
        assert "Have you eaten?" in case.text()

    drive(learner, look)


def test_every_scene_that_was_left_can_be_read_again(tmp_path: Path) -> None:
    """Also the opening of an interview that goes on, by whoever comes back to it the next day."""
    learner = at(tmp_path, "storeroom", "explain", "leaving", "back")

    async def read(case: CasePilot) -> None:
        words = case.text()
        for scene in ("Sena, 19, sits on a bench", "Who are you?", "Each question takes half"):
            assert words.count(scene) == 1
        assert words.index("Sena, 19") < words.index("Ask for a room with a door")
        assert words.index("Each question takes half") < words.index("How did you come to leave")

    drive(learner, read, size=(80, 150))


def test_reading_back_chooses_nothing(tmp_path: Path) -> None:
    """Page up, then Enter by mistake, must not take a decision."""
    learner = at(tmp_path, "storeroom", "explain", "leaving", "back")

    async def read_back(case: CasePilot) -> None:
        await case.press("pageup", "pageup", "enter")
        assert "Ask for a room with a door" in case.text()

    drive(learner, read_back, size=(80, 24))
    assert learner.rows("decision-made") == 4
