"""`protectcourse handout`: a unit or a course on paper for a room, or a plan for its leader."""

import gc
from pathlib import Path

from protectcourse.authoring.paper.facilitation import Length
from protectcourse.authoring.paper.facilitation_plan import plan_of
from protectcourse.authoring.paper.handout import HandoutChoices, handout_of, is_held_back
from protectcourse.authoring.paper.material import choose, read_material
from protectcourse.cli.output import say_aside
from protectcourse.cli.paper import REFUSED, Target, put
from protectcourse.clock import SystemClock


def write_handout(path: Path, choices: HandoutChoices, target: Target) -> int:
    """Print or write the handout of what a path means; return the exit code."""
    gc.enable()
    material = read_material(choose(path))
    if not material.whole and is_held_back(material.units[0], choices):
        say_aside(f"protectcourse: {path} is a final assessment, and a handout would give it away.")
        say_aside("If it is to be printed all the same, add --with-final.")
        return REFUSED
    document = handout_of(material, choices, SystemClock().today())
    return put(document, f"{material.id}-handout", target)


def write_plan(path: Path, length: Length, target: Target) -> int:
    """Print or write the plan of a session on what a path means; return the exit code."""
    gc.enable()
    material = read_material(choose(path))
    document = plan_of(material, length, SystemClock().today())
    return put(document, f"{material.id}-plan-{length}", target)
