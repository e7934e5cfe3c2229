"""First attempts at one quiz, kept small and read question by question."""

from protectcourse.records.statistics.first_attempts import OMITTED, FirstAttempts, Item

ONE, TWO, NOTE = Item("one", "1"), Item("two", "2"), Item("note", "3")


def test_what_has_no_answer_has_no_points() -> None:
    """Moodle counts an omitted question as nought; leaving it out would flatter the quiz."""
    attempts = FirstAttempts()
    for answers in ((ONE, TWO), (ONE,)):
        person = attempts.add_person([ONE, TWO])
        for item in answers:
            attempts.add_answer(person, item, 10_000, "a")

    found = attempts.item_answers(TWO)

    assert found.scores == [10_000, 0]
    assert found.responses == ["a", OMITTED]
    assert found.rests == [10_000, 10_000]


def test_what_nobody_can_answer_is_no_question_of_the_test() -> None:
    """A reflection never leaves the laptop: as an omitted question it would pull everybody down."""
    attempts = FirstAttempts()
    person = attempts.add_person([ONE, NOTE])
    attempts.add_answer(person, ONE, 10_000, "a")

    assert attempts.items() == (ONE,)
    assert attempts.lengths == [1]


def test_the_last_answer_counts() -> None:
    """Where feedback comes later, an answer may be changed until the attempt is handed in."""
    attempts = FirstAttempts()
    person = attempts.add_person([ONE])
    attempts.add_answer(person, ONE, 0, "b", rank=1)
    attempts.add_answer(person, ONE, 10_000, "a", rank=1)
    attempts.add_answer(person, ONE, 0, "c", rank=0)

    assert attempts.item_answers(ONE).responses == ["a"]
    assert attempts.totals == [10_000]


def test_an_answer_to_what_was_not_asked_is_left_out() -> None:
    """Whoever writes their own file could otherwise have a say on any question."""
    attempts = FirstAttempts()
    first, second = attempts.add_person([ONE]), attempts.add_person([TWO])
    attempts.add_answer(first, ONE, 10_000, "a")
    attempts.add_answer(first, TWO, 10_000, "a")
    attempts.add_answer(second, TWO, 0, "b")

    assert attempts.item_answers(TWO).responses == ["b"]
    assert attempts.totals == [10_000, 0]


def test_the_rest_is_each_persons_own() -> None:
    """With questions drawn by lot people have different ones, and so a different rest."""
    attempts = FirstAttempts()
    for asked, score in (((ONE, TWO), 10_000), ((ONE, NOTE), 5_000)):
        person = attempts.add_person(asked)
        for item in asked:
            attempts.add_answer(person, item, score, "a")

    assert attempts.item_answers(ONE).rests == [10_000, 5_000]
    assert attempts.core == (ONE,)
    assert attempts.item_answers(TWO).asked == [2]
