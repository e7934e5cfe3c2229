"""`protectcourse proof`: a unit or a course as one document for whoever reviews it."""

import gc
from pathlib import Path

from protectcourse.authoring.paper.material import choose, read_material
from protectcourse.authoring.paper.proof import proof_of
from protectcourse.cli.paper import Target, put
from protectcourse.clock import SystemClock
from protectcourse.course.folders import Selection
from protectcourse.course.loading import check_single, load_course
from protectcourse.course.problems import Problem


def write_proof(path: Path, target: Target) -> int:
    """Print or write the proof of what a path means; return the exit code."""
    gc.enable()
    selection = choose(path)
    material = read_material(selection)
    document = proof_of(material, _problems(selection), SystemClock().today())
    return put(document, f"{material.id}-proof", target)


def _problems(selection: Selection) -> list[Problem]:
    """Return what the check finds in what is proofed."""
    if selection.course is None:
        return check_single(selection.only) if selection.only else []
    found = load_course(selection.course, deeply=True).problems
    if selection.only is None:
        return found
    wanted = selection.only.absolute()
    return [problem for problem in found if Path(problem.file).absolute() == wanted]
