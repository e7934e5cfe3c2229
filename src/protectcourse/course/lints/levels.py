"""The levels of Bloom's taxonomy, and the verbs by which an objective shows its level."""

from typing import get_args

from protectcourse.quiz.questions import Bloom

LEVELS: tuple[str, ...] = get_args(Bloom)
"""From remember to create."""
VERBS = {
    "remember": "define identify label list name recall recite recognise recognize repeat state",
    "understand": "describe explain illustrate outline paraphrase restate summarise summarize",
    "apply": "apply calculate carry demonstrate fill follow perform test use",
    "analyse": "analyse analyze compare contrast differentiate distinguish dissect examine",
    "evaluate": "appraise assess critique defend evaluate judge justify rank weigh",
    "create": "compose create design devise draft invent plan",
}
"""The verbs that belong to one level more than to any other; most verbs do not."""
_LEVEL_OF_VERB = {verb: level for level, verbs in VERBS.items() for verb in verbs.split()}


def level_of(bloom: str | None) -> int:
    """Return the place of a level, from 0; -1 for none."""
    return LEVELS.index(bloom) if bloom in LEVELS else -1


def level_of_verb(text: str) -> str:
    """Return the level that the first verb of an objective shows; empty where it shows none."""
    first = text.split(maxsplit=1)[0].strip(",.:;").casefold() if text.strip() else ""
    return _LEVEL_OF_VERB.get(first, "")
