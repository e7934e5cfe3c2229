"""The order in which choices are shown: from the attempt's seed, the same after a resume."""

from hashlib import sha256
from random import Random

from protectcourse.quiz.questions import (
    MatchQuestion,
    OneQuestion,
    OrderQuestion,
    Question,
    SeveralQuestion,
    TrueFalseQuestion,
)


def shown_order(question_id: str, question: Question, seed: int) -> tuple[str, ...]:
    """Return the ids of options, steps or right-hand sides in the order in which they are shown.

    Steps are never shown in the right order. Empty for questions that are answered in words.
    """
    chance = chance_of(f"{seed} {question_id}")
    match question:
        case OneQuestion() | SeveralQuestion():
            names = list(question.options)
            if not question.keep_order:
                chance.shuffle(names)
        case TrueFalseQuestion():
            names = ["true", "false"]
        case OrderQuestion():
            right = list(question.steps)
            names = chance.sample(right, len(right))
            if names == right:
                names = names[1:] + names[:1]
        case MatchQuestion():
            names = [*question.pairs, *question.extra]
            chance.shuffle(names)
        case _:
            names = []
    return tuple(names)


def chance_of(words: str) -> Random:
    """Return chance that is the same for the same words, on every machine."""
    return Random(int.from_bytes(sha256(words.encode()).digest()[:8]))
