"""Draws the questions of an attempt from a bank."""

from collections.abc import Mapping
from random import Random
from types import MappingProxyType

from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.questions import Question

NO_DOMAINS: Mapping[str, str] = MappingProxyType({})


def draw_questions(
    quiz: Quiz, seed: int, seen: Mapping[str, int], domains: Mapping[str, str] = NO_DOMAINS
) -> tuple[str, ...]:
    """Return the ids of the questions of an attempt, in the order of the bank.

    One by one from each objective (or from each domain: `domains` gives it by objective) until
    there are enough; which of them give the last ones is decided by lot. What was `seen` fewer
    times comes first. Of questions parallel to each other just one is taken, so that an attempt is
    shorter than `draw` only where the bank has too few that differ.
    """
    lot = Random(seed)
    rank = {name: (seen.get(name, 0), lot.random()) for name in quiz.questions}
    piles: dict[str, list[str]] = {}
    for name in sorted(quiz.questions, key=rank.__getitem__):
        piles.setdefault(part_of(quiz.questions[name], quiz.spread, domains), []).append(name)
    wanted = len(quiz.questions) if quiz.draw is None else quiz.draw
    taken = _deal(list(piles.values()), wanted, rank, find_families(quiz.questions))
    return tuple(name for name in quiz.questions if name in taken)


def part_of(question: Question, spread: str, domains: Mapping[str, str]) -> str:
    """Return the objective or the domain that a question belongs to; empty where it has none."""
    objective = question.objective or ""
    return objective if spread == "objective" else domains.get(objective, "")


def find_families(questions: Mapping[str, Question]) -> dict[str, str]:
    """Return the family of each question: all that are parallel, over however many steps."""
    family = {name: name for name in questions}
    for name, question in questions.items():
        if question.parallel_of is None:
            continue
        mine = family[name]
        theirs = family.setdefault(question.parallel_of, question.parallel_of)
        family = {one: mine if label == theirs else label for one, label in family.items()}
    return {name: family[name] for name in questions}


def _deal(
    piles: list[list[str]],
    wanted: int,
    rank: Mapping[str, tuple[int, float]],
    family: Mapping[str, str],
) -> set[str]:
    """Take from each pile in turn; those with a less seen question on top go first."""
    taken: set[str] = set()
    used: set[str] = set()
    while len(taken) < wanted:
        fresh = [[name for name in pile if family[name] not in used] for pile in piles]
        piles = sorted((pile for pile in fresh if pile), key=lambda pile: rank[pile[0]])
        if not piles:
            break
        for pile in piles[: wanted - len(taken)]:
            name = next((name for name in pile if family[name] not in used), None)
            if name is not None:
                taken.add(name)
                used.add(family[name])
    return taken
