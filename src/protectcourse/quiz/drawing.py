"""Which questions an attempt asks: spread over what is taught, unseen first, the rest by lot."""

from collections.abc import Mapping

from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.presentation import chance_of


def draw_questions(
    quiz: Quiz,
    seed: int,
    seen: Mapping[str, int],
    domains: Mapping[str, str] | None = None,
) -> tuple[str, ...]:
    """Return the ids of the questions for one attempt, in the order in which they are asked.

    `seen` counts how often each was asked before; `domains` names the domain of each objective.
    Never two that are parallel. Without `draw` all are asked, as far as they are not parallel.
    """
    chance = chance_of(f"draw {seed}")
    names = list(quiz.questions)
    chance.shuffle(names)
    names.sort(key=lambda name: seen.get(name, 0))
    parts: dict[str, list[str]] = {}
    for name in names:
        parts.setdefault(_part(quiz, name, domains or {}), []).append(name)
    wanted = quiz.draw or len(names)
    chosen: list[str] = []
    taken: set[str] = set()
    while len(chosen) < wanted and any(parts.values()):
        for part in sorted(parts, key=lambda part: (not parts[part], chance.random())):
            while parts[part] and len(chosen) < wanted:
                name = parts[part].pop(0)
                family = _family(quiz, name)
                if family not in taken:
                    taken.add(family)
                    chosen.append(name)
                    break
    chance.shuffle(chosen)
    return tuple(chosen)


def _part(quiz: Quiz, name: str, domains: Mapping[str, str]) -> str:
    objective = quiz.questions[name].objective or ""
    return domains.get(objective, "") if quiz.spread == "domain" else objective


def _family(quiz: Quiz, name: str) -> str:
    """Return the question that all parallel ones go back to."""
    walked = {name}
    while (parent := quiz.questions[name].parallel_of) in quiz.questions and parent not in walked:
        name = str(parent)
        walked.add(name)
    return str(quiz.questions[name].parallel_of or name)
