"""A case as its reviewer reads it: the story, and what surrounds it, with nothing hidden."""

from collections.abc import Iterator

from protectcourse.authoring.paper.case_words import condition_words, level_words, variable_name
from protectcourse.authoring.paper.document import (
    Block,
    Box,
    Entries,
    Facts,
    Heading,
    Items,
    Line,
    Paragraph,
    joined,
    line,
    place,
    said,
    small,
    strong,
)
from protectcourse.authoring.paper.material import Material, Unit
from protectcourse.authoring.paper.naming import Naming, authored
from protectcourse.authoring.paper.proof_decisions import CaseProof, node_blocks
from protectcourse.authoring.paper.proof_references import exceptions_words, objective_words
from protectcourse.authoring.paper.unit_words import OUTCOMES, SENSITIVITY, review_words
from protectcourse.scenario.model import Case
from protectcourse.scenario.nodes import Ending
from protectcourse.scenario.places import parts_of

COACHING = {True: "after each decision", False: "in the debrief at the end"}


def case_blocks(case: Case, level: int, unit: Unit, material: Material) -> Iterator[Block]:
    """Give all of a case below its heading; decisions and endings are headed by `level`."""
    proof = CaseProof(case, unit, material)
    yield Facts(tuple(_facts(proof)))
    if case.about:
        yield from proof.naming.blocks(case.about)
    yield from _tracked(proof, level)
    for number, name in enumerate(case.nodes, 1):
        yield from node_blocks(number, name, level, proof)
    for name, ending in case.endings.items():
        yield Heading(level, line(f"Ending {proof.ending_letter(name)}"))
        yield place(name, unit.line("endings", name))
        yield from _ending(ending, proof.naming)
    yield from _promises(proof, level)
    yield from _plays(proof, level)


def _facts(proof: CaseProof) -> Iterator[tuple[str, Line]]:
    case, material = proof.case, proof.material
    yield "Version", line(str(case.version))
    yield "State", review_words(case.status, case.reviewers)
    if case.minutes:
        yield "Minutes", line(str(case.minutes))
    yield "Level", line(case.level)
    yield "Reasons shown", line(COACHING[case.coaches_at_once])
    yield "Sensitivity", line(SENSITIVITY[case.sensitivity])
    if case.content_note:
        yield "Note shown before", proof.naming.line(case.content_note)
    if case.objectives:
        yield "Objectives", joined([objective_words(one, material) for one in case.objectives])
    for name, mark in case.rubric.items():
        yield "Pass mark", line(f"{name}: {mark} %")
    yield "Begins at", proof.target(case.start)
    exceptions = {
        code: reason
        for _, part in parts_of(case)
        for code, reason in getattr(part, "lint_allow", {}).items()
    }
    if exceptions:
        yield "Exceptions to checks", exceptions_words(exceptions)


def _tracked(proof: CaseProof, level: int) -> Iterator[Block]:
    """Give what the case remembers: facts, flags, meters, states, what is drawn at the start."""
    track, variants = proof.case.track, proof.case.variants
    notes = [
        *(("Fact", name, proof.naming.line(text)) for name, text in track.facts.items()),
        *(("Note", name, proof.naming.line(text)) for name, text in track.flags.items()),
        *(("Meter", name, _meter(name, proof)) for name in track.meters),
        *(("State", name, _values(name, values)) for name, values in track.states.items()),
        *(("Drawn by lot", name, _values(name, values)) for name, values in variants.items()),
    ]
    if notes:
        yield Heading(level, line("What the case keeps track of"))
        lines = (line(f"{sort}: ", words, " ", small(f"({name})")) for sort, name, words in notes)
        yield Items(tuple(lines))


def _meter(name: str, proof: CaseProof) -> Line:
    meter = proof.case.track.meters[name]
    ends = (level_words(meter, level) for level in (meter.start, meter.min, meter.max))
    start, least, most = ends
    words = line(variable_name(name), " starts at ", start, ", goes from ", least, " to ", most)
    if meter.hidden:
        words = line(words, "; learners do not see it")
    if meter.when_empty:
        words = line(words, "; at its lowest the story goes to ", proof.target(meter.when_empty))
    return words


def _values(name: str, values: tuple[str, ...]) -> Line:
    each = joined([(variable_name(value),) for value in values], ", ")
    return line(variable_name(name), " is one of ", each, "; the first at the start")


def _ending(ending: Ending, naming: Naming) -> Iterator[Block]:
    yield Paragraph(line(strong(OUTCOMES[ending.outcome].capitalize())), "key")
    yield from naming.blocks(ending.text)
    if ending.despite_good_practice:
        yield Paragraph(line("It can end so in spite of good decisions, and says so."))
    if ending.despite_red_line:
        yield Paragraph(line("It can end so in spite of a red line, and says so."))
    if ending.debrief:
        yield Box((said("Debrief", ""), *naming.blocks(ending.debrief)))
    if ending.ask_yourself:
        yield said("Ask yourself", "")
        yield Items(tuple(naming.line(asked) for asked in ending.ask_yourself))


def _promises(proof: CaseProof, level: int) -> Iterator[Block]:
    """Give the rules that hold on every way through the case."""
    entries: list[tuple[Block, ...]] = []
    for number, promise in enumerate(proof.case.promises):
        need = condition_words(promise.need, proof.case)
        before = line("Before ", proof.target(promise.before), " it must hold that ", need, ".")
        where = place(proof.unit.line("promises", number))
        entries.append((Paragraph(line(authored(promise.say))), Paragraph(before), where))
    if entries:
        yield Heading(level, line("What holds on every way through"))
        yield Entries(tuple(entries))


def _plays(proof: CaseProof, level: int) -> Iterator[Block]:
    """Give the author's model plays, each by its decisions and the ending they are to reach."""
    if not proof.case.tests:
        return
    yield Heading(level, line("Model plays"))
    lines = [
        line(
            authored(name.replace("_", " ")),
            ": ",
            small(", ".join(play.play)),
            " → ",
            proof.target(play.expect),
        )
        for name, play in proof.case.tests.items()
    ]
    yield Items(tuple(lines))
