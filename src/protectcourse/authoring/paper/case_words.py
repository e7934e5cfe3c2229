"""Conditions and effects of a case in words: "trust is at least 2", "trust goes up by 1"."""

from collections.abc import Mapping
from typing import assert_never

from protectcourse.authoring.paper.document import Line, Piece, joined, line, quoted
from protectcourse.authoring.paper.naming import authored
from protectcourse.course.prose import plain_words
from protectcourse.scenario.conditions import Atom, parse_atom
from protectcourse.scenario.effects import parse_effect
from protectcourse.scenario.model import Case, Meter
from protectcourse.scenario.nodes import Hub
from protectcourse.scenario.spelling import AnyOf

SIGNS = {
    ">=": "at least",
    "<=": "at most",
    ">": "more than",
    "<": "less than",
    "=": "exactly",
}


def condition_words(conditions: tuple[AnyOf, ...], case: Case) -> Line:
    """Return conditions in words, to stand behind "if"; empty where there are none."""
    groups = [joined([_atom(atom, case) for atom in group.any], ", or ") for group in conditions]
    return joined(groups, "; and ")


def effect_words(effects: tuple[str, ...], case: Case) -> Line:
    """Return in words what effects do."""
    return joined([_effect(effect, case) for effect in effects])


def variable_name(name: str) -> Piece:
    """Return the name of a meter or a state as it is read."""
    return authored(name.replace("_", " "))


def level_words(meter: Meter, level: int) -> Line:
    """Return a value of a meter, with the word that stands for it."""
    at = level - meter.min
    if 0 <= at < len(meter.words):
        return line(f"{level} (", authored(meter.words[at]), ")")
    return line(str(level), " ", authored(meter.unit)) if meter.unit else line(str(level))


def _atom(text: str, case: Case) -> Line:
    atom = parse_atom(text)
    if atom is None:
        return line(Piece(text, authored=True))
    if atom.verb:
        return _past(atom, case)
    if atom.sign:
        return _comparison(atom, case)
    if atom.name in case.track.facts:
        lead = "it is known that " if atom.wanted else "it is not known that "
        return line(lead, quoted((authored(case.track.facts[atom.name]),)))
    note = case.track.flags.get(atom.name, atom.name)
    return line(
        "it is so that " if atom.wanted else "it is not so that ", quoted((authored(note),))
    )


def _past(atom: Atom, case: Case) -> Line:
    was = "was" if atom.wanted else "was not"
    if atom.verb == "visited":
        number = list(case.nodes).index(atom.name) + 1 if atom.name in case.nodes else "?"
        return line(f"decision {number} {was} reached")
    asked = Piece(plain_words(_question(atom.name, case)), authored=True)
    return line("the question ", quoted((asked,)), f" {was} asked")


def _question(name: str, case: Case) -> str:
    """Return the words of a question of an interview."""
    hubs = (node for node in case.nodes.values() if isinstance(node, Hub))
    return next((hub.questions[name].ask for hub in hubs if name in hub.questions), name)


def _comparison(atom: Atom, case: Case) -> Line:
    lead = () if atom.wanted else (Piece("it is not so that "),)
    meter = case.track.meters.get(atom.name)
    if meter is None:
        verb = "is" if atom.wanted else "is not"
        return line(variable_name(atom.name), f" {verb} ", quoted((variable_name(atom.value),)))
    level = level_words(meter, int(atom.value)) if _is_number(atom.value) else line(atom.value)
    return line(lead, variable_name(atom.name), f" is {SIGNS[atom.sign]} ", level)


def _is_number(text: str) -> bool:
    return text.lstrip("-").isdecimal()


def _effect(text: str, case: Case) -> Line:
    effect = parse_effect(text)
    if effect is None:
        return line(Piece(text, authored=True))
    name = variable_name(effect.name)
    match effect.verb:
        case "learn":
            return line("the case file gains ", _noted(case.track.facts, effect.name))
        case "set":
            return line("from now on ", _noted(case.track.flags, effect.name))
        case "clear":
            return line("no longer ", _noted(case.track.flags, effect.name))
        case "become":
            return line(name, " becomes ", quoted((variable_name(effect.value),)))
        case "rise":
            return line(name, f" goes up by {effect.value}")
        case "fall":
            return line(name, f" goes down by {effect.value}")
        case _:
            assert_never(effect.verb)


def _noted(notes: Mapping[str, str], name: str) -> Line:
    """Return the sentence that stands for a fact or a flag."""
    return quoted((Piece(plain_words(notes.get(name, name)), authored=True),))
