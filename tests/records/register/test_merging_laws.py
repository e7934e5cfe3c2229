"""Laws: whatever order hand-in files come in, and however often, the register is the same."""

import shutil
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest
from handing_in_learners import hand_in_files
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from registers import dump, open_at, take_all

from protectcourse.records.handing_in.form import HandIn
from protectcourse.records.handing_in.reading import read_hand_in
from protectcourse.records.register.contents import HELD

Files = list[tuple[HandIn, str]]
LEARNERS = 8


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """Return 120 overlapping files of learners who really sat down and learnt."""
    folder = tmp_path_factory.mktemp("learners")
    made = list(hand_in_files(folder, LEARNERS))
    return [(read_hand_in(data, None), sha256(data).hexdigest()) for data in made]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for registers."""
    return tmp_path_factory.mktemp("registers")


def collected(place: Path, files: Files, erased: tuple[tuple[int, str], ...] = ()) -> object:
    """Return all that stands in a new register after files, and erasures before some of them."""
    folder = place / "one"
    folder.mkdir()
    try:
        with open_at(folder) as register:
            with register.together():
                for number in range(len(files) + 1):
                    for learner in (one for when, one in erased if when == number):
                        register.erase(learner)
                    take_all(register, files[number : number + 1])
            return dump(register)
    finally:
        shutil.rmtree(folder)


def test_the_files_are_worth_testing_with(files: Files, place: Path) -> None:
    """They overlap, fork, have gaps, and are of both levels: else the laws would say little."""
    folder = place / "worth"
    folder.mkdir()
    with open_at(folder) as register:
        taken = [register.take(one, digest, digest) for one, digest in files]
        held = list(register.rows(f"SELECT count(*) FROM entry WHERE state = {HELD}"))
        names = dict(register.rows("SELECT learner, name FROM learner"))

    assert len(files) == 15 * LEARNERS == 120
    assert sum(bool(one.forks) for one in taken) > 10
    assert sum(one.filled > 0 for one in taken) > 10
    assert sum(one.known > 0 for one in taken) > 60
    assert sum(one.future > 0 for one in taken) > 10
    assert held[0][0] > 10
    assert len(names) == LEARNERS


def test_sixty_orders_give_one_register(files: Files, place: Path) -> None:
    """Trainees hand in when they have a network, and coordinators collect when they have time."""
    first = collected(place, files)
    lot = Random(60)

    for _ in range(60):
        lot.shuffle(files)
        assert collected(place, files) == first


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_order_and_repetition_make_no_difference(
    files: Files, place: Path, data: st.DataObject
) -> None:
    """Nor do they where some learners are erased: they do not come back with a later file."""
    some = data.draw(st.lists(st.sampled_from(range(len(files))), max_size=40))
    again = data.draw(st.permutations(some + some[: len(some) // 2]))
    learners = sorted({hand_in.learner for hand_in, _ in files})
    erased = data.draw(st.lists(st.sampled_from(learners), max_size=3, unique=True))
    moments = [data.draw(st.integers(0, len(again))) for _ in erased]

    once = [files[number] for number in sorted(set(some))]
    at_the_end = tuple((len(once), learner) for learner in erased)
    in_between = tuple(zip(moments, erased, strict=True))

    expected = collected(place, once, at_the_end)
    assert collected(place, [files[number] for number in again], in_between) == expected
