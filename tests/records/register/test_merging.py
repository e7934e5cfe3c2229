"""Taking one hand-in file after another into a register: what each brings, and what is flagged."""

from pathlib import Path

import pytest
from completed import OTHER_SIGNER, SIGNER
from fake_clock import FakeClock
from handed_in import DEVICE, LEARNER, answered, body_of, chain_of, file_of
from registers import dump, open_at, take_in

from protectcourse.records.register.contents import ERASED, HELD, KEY_KNOWN, KEY_NEW, PRESENT
from protectcourse.records.register.register import Register
from protectcourse.records.register.taken import Stretch

BODIES = [
    body_of("course-begun", course="c", version=2),
    answered(2),
    answered(3),
    body_of("quiz-finished", unit="c/q", attempt=1, score=7500, passed=0),
    answered(5),
]
CHAIN = chain_of(BODIES)
OTHER = "1122334455667788"


@pytest.fixture
def register(tmp_path: Path) -> Register:
    """Return an empty register."""
    return open_at(tmp_path)


def states(register: Register) -> list[int]:
    """Return the state of each event, in order."""
    return [state for (state,) in register.rows("SELECT state FROM entry ORDER BY seq, hash")]


def test_a_file_brings_what_it_holds(register: Register) -> None:
    """What the bodies say stands in columns, for reports."""
    taken = take_in(register, file_of(CHAIN, held=[2, 3]))

    rows = list(register.rows("SELECT seq, kind, course, unit, score, passed FROM entry"))
    assert (taken.new, taken.known, taken.forks, taken.gaps) == (5, 0, (), ())
    assert rows[0] == (1, "course-begun", "c", None, None, None)
    assert rows[1] == (2, None, None, None, None, None)
    assert rows[3] == (4, "quiz-finished", "c", "q", 7500, 0)
    assert states(register) == [PRESENT, HELD, HELD, PRESENT, PRESENT]
    assert list(register.rows("SELECT * FROM course")) == [("c", 2, "Of visitors", "draft")]
    assert list(register.rows("SELECT learner, name FROM learner")) == [(LEARNER, "Ada")]


def test_the_same_file_again_brings_nothing(register: Register) -> None:
    """It is known by its hash, and not even looked into."""
    data = file_of(CHAIN)
    take_in(register, data)
    before = dump(register)

    assert take_in(register, data, "another name").seen
    assert dump(register) == before


def test_what_was_handed_in_before_is_known(register: Register) -> None:
    """Each file holds all since the beginning; only what is new is added."""
    take_in(register, file_of(CHAIN[:3]))

    taken = take_in(register, file_of(CHAIN))

    assert (taken.new, taken.known, taken.forks) == (2, 3, ())


def test_answers_fill_in_what_results_held_back(register: Register) -> None:
    """First the one, then the other, as the learner pleases; the other way round nothing goes."""
    results, answers = file_of(CHAIN, held=[2, 3, 5]), file_of(CHAIN)

    take_in(register, results)
    filled = take_in(register, answers)
    back = take_in(register, file_of(CHAIN, held=[2, 3, 5], header={"day": "2026-12-01"}))

    assert (filled.new, filled.filled, filled.known) == (0, 3, 2)
    assert (back.filled, back.known) == (0, 5)
    assert states(register) == [PRESENT] * 5


def test_a_fork_is_kept_on_both_sides_and_flagged(register: Register) -> None:
    """A profile was copied, or set back to a backup: neither story is thrown away."""
    other = chain_of([*BODIES[:3], answered(44), answered(55), answered(66)])
    take_in(register, file_of(CHAIN))

    taken = take_in(register, file_of(other))
    again = take_in(register, file_of(CHAIN, header={"day": "2026-12-01"}))

    assert taken.forks == again.forks == (Stretch(DEVICE, 4, 5),)
    assert (taken.new, taken.known) == (3, 3)
    assert len(states(register)) == 8


def test_a_gap_is_reported_until_it_is_closed(register: Register) -> None:
    """The coordinator is told what to ask for; what came late is taken in all the same."""
    first = take_in(register, file_of(CHAIN[3:4]))
    second = take_in(register, file_of(CHAIN[1:2]))
    third = take_in(register, file_of(CHAIN))

    assert first.gaps == (Stretch(DEVICE, 1, 3),)
    assert second.gaps == (Stretch(DEVICE, 1, 1), Stretch(DEVICE, 3, 3))
    assert (third.gaps, third.new, third.known) == ((), 3, 2)


def test_a_date_in_the_future_is_flagged_and_kept(register: Register) -> None:
    """Clocks lie. A learner's calendar may be a day ahead, no more."""
    days = ("2026-11-24", "2026-11-25", "2026-11-26", "2046-01-01")
    taken = take_in(
        register, file_of(chain_of([answered(n, day=day) for n, day in enumerate(days)]))
    )

    assert taken.future == 2
    assert [day for (day,) in register.rows("SELECT day FROM entry ORDER BY seq")] == [*days]


def test_a_key_is_new_until_a_file_with_it_has_come(register: Register) -> None:
    """What is stored is settled by the day in the files, what is said by what has come."""
    first = take_in(register, file_of(CHAIN, header={"day": "2026-11-24"}))
    second = take_in(register, file_of(CHAIN, header={"day": "2026-11-20"}))

    verdicts = dict(register.rows("SELECT day, verdict FROM handin"))
    assert (first.key_known, second.key_known) == (False, True)
    assert verdicts == {"2026-11-20": KEY_NEW, "2026-11-24": KEY_KNOWN}


def test_another_key_of_a_learner_is_flagged(register: Register) -> None:
    """A new computer has one; so has whoever signs in the learner's place."""
    take_in(register, file_of(CHAIN))

    taken = take_in(register, file_of(CHAIN, signer=OTHER_SIGNER))

    assert (taken.other_key, taken.key_known) == (True, False)
    (device,) = register.rows("SELECT learner, public_key FROM device")
    assert device[1] in (SIGNER.public_key, OTHER_SIGNER.public_key)


def test_the_name_is_the_one_given_last(register: Register) -> None:
    """By the day of the file, not by when it came."""
    take_in(register, file_of(CHAIN, header={"day": "2026-11-24", "name": "Ada Late"}))
    take_in(register, file_of(CHAIN, header={"day": "2026-11-20", "name": "Ada Early"}))

    assert list(register.rows("SELECT name FROM learner")) == [("Ada Late",)]


def test_a_step_of_a_learner_in_the_file_of_another_is_their_own(register: Register) -> None:
    """Two profiles of one person may be brought together; each step says whose it is."""
    take_in(register, file_of(chain_of([answered(1), answered(2, learner=OTHER)])))

    rows = dict(register.rows("SELECT learner, count(*) FROM entry GROUP BY learner"))
    assert rows == {LEARNER: 1, OTHER: 1}
    assert dict(register.rows("SELECT learner, name FROM learner")) == {LEARNER: "Ada", OTHER: ""}


def test_a_correction_is_taken_in_beside_what_it_corrects(register: Register) -> None:
    """Nothing is edited; a report can leave out what was taken back."""
    voided = body_of("voided", device=DEVICE, seq=2)
    take_in(register, file_of(chain_of([*BODIES, voided])))

    assert list(register.rows("SELECT * FROM voided")) == [(DEVICE, 2, LEARNER)]
    assert states(register) == [PRESENT] * 6


def test_a_course_named_twice_is_rather_reviewed(register: Register) -> None:
    """Two computers may have the version before and after it was reviewed."""
    said = {"version": 2, "title": "Of visitors", "status": "reviewed"}
    take_in(register, file_of(CHAIN, header={"courses": {"c": said}}))
    take_in(register, file_of(CHAIN))

    assert list(register.rows("SELECT status FROM course")) == [("reviewed",)]


# erasing


def test_an_erased_learner_is_gone_and_does_not_come_back(register: Register) -> None:
    """Of each step number, digest and hash stay, so that the chain still holds."""
    take_in(register, file_of(CHAIN, held=[2]), "c-00112233-2026-11-24.pcrec")
    register.set_aside("c-00112233-2026-11-20.pcrec", "ab" * 32, "cut")

    gone = register.erase(LEARNER)
    after = take_in(register, file_of(CHAIN), "c-00112233-2026-11-25.pcrec")

    assert (gone, after.refused, after.new, after.filled, after.known) == (4, 5, 0, 0, 0)
    assert states(register) == [ERASED] * 5
    found = repr({name: rows for name, rows in dump(register).items() if name != "learner"})
    for trace in (LEARNER, "Ada", SIGNER.public_key, "answer-given", "00112233", "2026-11-24"):
        assert trace not in found
    assert len(list(register.rows("SELECT digest FROM entry WHERE length(digest) = 32"))) == 5


def test_erasing_one_leaves_the_others(register: Register) -> None:
    """Also where one computer, and so one key, served both."""
    take_in(register, file_of(chain_of([answered(1)])))
    header = {"learner": OTHER, "name": "Bo", "day": "2026-12-01"}
    chain = chain_of([answered(1, learner=OTHER)], device="1" * 16)
    take_in(register, file_of(chain, header=header))

    register.erase(LEARNER)

    assert dict(register.rows("SELECT learner, name FROM learner"))[OTHER] == "Bo"
    assert dict(register.rows("SELECT learner, verdict FROM handin")) == {
        "": "erased",
        OTHER: KEY_NEW,
    }
    assert [kind for (kind,) in register.rows("SELECT kind FROM entry ORDER BY device")] == [
        None,
        "answer-given",
    ]


def test_a_learner_can_be_erased_before_anything_comes(tmp_path: Path) -> None:
    """Who withdrew on paper does not enter by mail."""
    with open_at(tmp_path, FakeClock()) as register:
        register.erase(LEARNER)

        taken = take_in(register, file_of(CHAIN))

        assert (taken.refused, states(register)) == (5, [ERASED] * 5)
