from protectcourse.records.handing_in.facts import read_facts

FINISHED = {
    "kind": "quiz-finished",
    "learner": "0123456789abcdef",
    "day": "2026-11-24",
    "unit": "sent-back/m2-quiz",
    "attempt": 2,
    "score": 10_000,
    "passed": 0,
}


def test_the_score_of_a_retry_counts_in_no_report() -> None:
    """Whoever answers the two missed questions has not got everything right."""
    usual, retry = read_facts(FINISHED), read_facts(FINISHED | {"retry": 1})

    assert (usual.course, usual.unit, usual.score) == ("sent-back", "m2-quiz", 10_000)
    assert (retry.attempt, retry.score, retry.passed) == (2, None, 0)
