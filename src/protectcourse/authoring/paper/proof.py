"""A unit or a course as one document for whoever reviews it: everything, each with its place."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import assert_never

from protectcourse.authoring.paper.document import (
    Block,
    Box,
    Document,
    Facts,
    Heading,
    Items,
    Line,
    Paragraph,
    Piece,
    joined,
    line,
    place,
    said,
    small,
)
from protectcourse.authoring.paper.material import Material, Part, Unit, fingerprint
from protectcourse.authoring.paper.naming import authored
from protectcourse.authoring.paper.proof_cases import case_blocks
from protectcourse.authoring.paper.proof_lessons import lesson_blocks
from protectcourse.authoring.paper.proof_quizzes import quiz_blocks
from protectcourse.authoring.paper.proof_references import competency_words, reference_blocks
from protectcourse.authoring.paper.unit_words import many, review_words
from protectcourse.course.models import CourseFile, Lesson
from protectcourse.course.problems import Problem
from protectcourse.course.prose import count_words
from protectcourse.course.texts import leaves
from protectcourse.findings import Severity
from protectcourse.quiz.bank import Quiz
from protectcourse.scenario.model import Case

HOW_TO_REMARK = (
    "To remark on something, name its place as it is printed here, such as “page 3”, “question 4”"
    " or “decision 2.b”, and the fingerprint above: it says which wording you read. Send your"
    " remarks to whoever sent you this."
)
ORDER_NOTE = (
    "Options and choices stand in the order of the file; learners see them shuffled. Names and"
    " lines in the file stand beside each, in small print or brackets, for whoever mends it."
)


def proof_of(material: Material, problems: list[Problem], today: date) -> Document:
    """Return the proof of a unit or a course, with what the check finds wrong in it."""
    blocks: list[Block] = [
        Heading(1, (authored(material.title),)),
        Box(tuple(_summary(material, problems, today))),
    ]
    if material.whole and material.head is not None:
        blocks += _head_blocks(material.head, material)
        blocks += [block for part in material.parts for block in _part_blocks(part, material)]
    else:
        blocks += _unit_blocks(material.units[0], 2, material)
    blocks += reference_blocks(material, problems)
    title = f"Proof: {material.title}"
    return Document(title, material.language, tuple(blocks), has_contents=material.whole)


def _summary(material: Material, problems: list[Problem], today: date) -> Iterator[Block]:
    """Give what stands at the top: what this is, of which version, in what state."""
    yield Facts(tuple(_summary_facts(material, today)))
    yield said("Problems that the check finds", _severities(problems))
    if material.unread:
        yield said("Could not be read, and missing here", "; ".join(material.unread))
    yield Paragraph(line(HOW_TO_REMARK))
    yield Paragraph(line(ORDER_NOTE))


def _summary_facts(material: Material, today: date) -> Iterator[tuple[str, Line]]:
    unit = material.units[0] if material.units else None
    what = "the whole course" if material.whole or unit is None else unit.name
    what = what if " " in what else f"a {what}"
    yield "What this is", line(f"A proof of {what} for review, with every key and reason")
    head = material.head
    if head is not None:
        course = line(authored(head.title), f" ({head.course}), version {head.version}")
        yield "Course", line(course)
        yield "State of the course", review_words(head.status, head.reviewers)
        if head.licence:
            yield "Licence", line(authored(head.licence))
    yield "Made on", line(today.isoformat())
    if material.whole:
        files = [unit.reading for unit in material.units]
        shown = [material.head_file, *files] if material.head_file else files
        yield "Fingerprint", line(fingerprint(*shown), " ", small("(SHA-256 over the files)"))
    else:
        yield from _file_facts(material.units[0])
    yield "Holds", line(_counts(material))


def _severities(problems: list[Problem]) -> str:
    """Return in words how many errors, warnings and remarks the check has."""
    count = Counter(problem.severity for problem in problems)
    names = ((Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "remark"))
    words = [many(count[severity], name) for severity, name in names if count[severity]]
    return f"{', '.join(words)}; listed at the end" if words else "none"


def _file_facts(unit: Unit) -> Iterator[tuple[str, Line]]:
    yield "File", line(Piece(unit.reading.name, authored=True))
    yield "Fingerprint", line(fingerprint(unit.reading), " ", small("(SHA-256 of the file)"))


def _counts(material: Material) -> str:
    """Return in words how much there is to read."""
    values = [unit.value for unit in material.units]
    lessons = [one for one in values if isinstance(one, Lesson)]
    quizzes = [one for one in values if isinstance(one, Quiz)]
    cases = [one for one in values if isinstance(one, Case)]
    prompts = sum(page.recall is not None for one in lessons for page in one.pages.values())
    prompts += sum(one.guess_first is not None for one in lessons)
    counts = (
        (len(lessons) if material.whole else 0, "lesson", ""),
        (sum(len(one.pages) for one in lessons), "page", ""),
        (len(cases) if material.whole else 0, "case", ""),
        (sum(len(one.nodes) for one in cases), "decision", ""),
        (sum(len(one.endings) for one in cases), "ending", ""),
        (len(quizzes) if material.whole else 0, "quiz", "quizzes"),
        (prompts + sum(len(one.questions) for one in quizzes), "question", ""),
    )
    words = [many(count, one, several) for count, one, several in counts if count]
    return f"{', '.join(words)}; about {_words(material):,} words"


def _words(material: Material) -> int:
    """Return about how many words the units have, ids and references left out."""
    texts = [
        text
        for unit in material.units
        for leaf in leaves(unit.value)
        for text in ((leaf.value,) if isinstance(leaf.value, str) else leaf.value)
    ]
    return sum(count_words(text) for text in texts if " " in text)


def _head_blocks(head: CourseFile, material: Material) -> Iterator[Block]:
    """Give what the course says of itself: what it is about, its objectives and rules."""
    naming = material.naming()
    yield Heading(2, line("The course"), "course")
    if head.subtitle:
        yield Paragraph((authored(head.subtitle),))
    yield from naming.blocks(head.about or "")
    if head.objectives:
        yield Heading(3, line("Objectives"))
        yield Facts(tuple(_objectives(head)))
    if head.competencies:
        yield Heading(3, line("Competencies"))
        yield Items(tuple(competency_words((one,), material) for one in head.competencies))
    if head.misconceptions:
        yield Heading(3, line("Misconceptions that wrong answers stand for"))
        each = head.misconceptions.items()
        yield Items(tuple(line(authored(words), " ", small(f"({name})")) for name, words in each))
    yield Heading(3, line("Completion"))
    yield Facts(tuple(_completion(head)))
    if head.support:
        yield Heading(3, line("Support, shown where a lesson weighs"))
        yield from naming.blocks(head.support)


def _objectives(head: CourseFile) -> Iterator[tuple[str, Line]]:
    for name, objective in head.objectives.items():
        domain = head.domains.get(objective.domain or "", objective.domain or "")
        beside = [domain, objective.bloom or "", "critical" if objective.critical else ""]
        shown = ", ".join(part for part in beside if part)
        yield name, line(authored(objective.text), small(f" ({shown})" if shown else ""))


def _completion(head: CourseFile) -> Iterator[tuple[str, Line]]:
    rules = head.completion
    yield "Complete with", line(", ".join(rules.needs))
    yield "Valid for", line(many(rules.valid_months, "month") if rules.valid_months else "no end")
    yield "Pass marks", line(f"quizzes {head.defaults.pass_} %, cases {head.defaults.case_pass} %")
    if (later := rules.later_check) is not None:
        days = f"day {later.from_day} to {later.to_day} afterwards"
        yield "Later check", line(f"{many(later.draw, 'question')}, {later.pass_} %, {days}")
    if (again := rules.refresher) is not None:
        after = f"after {many(again.after_months, 'month')}"
        yield "Refresher", line(f"{many(again.draw, 'question')}, {again.pass_} %, {after}")


def _part_blocks(part: Part, material: Material) -> Iterator[Block]:
    """Give a module and its units."""
    yield Heading(2, (authored(part.title),), f"part-{material.parts.index(part) + 1}")
    module = part.module
    if module is not None and module.about:
        yield from material.naming().blocks(module.about)
    if module is not None and module.after and material.head is not None:
        modules = material.head.modules
        titles = [modules[one].title if one in modules else one for one in module.after]
        yield said("Opens after", joined([line(authored(title)) for title in titles]))
    for unit in part.units:
        elective = ", elective" if unit.elective else ""
        lead = line(f"{unit.name.capitalize()}{elective}: ", authored(unit.value.title))
        yield Heading(3, lead, f"unit-{unit.id}")
        yield place(unit.id, unit.reading.name, f"fingerprint {fingerprint(unit.reading)}")
        yield from _unit_blocks(unit, 4, material)


def _unit_blocks(unit: Unit, level: int, material: Material) -> Iterator[Block]:
    """Give all of a unit below its heading; its parts are headed by `level`."""
    match unit.value:
        case Lesson() as lesson:
            return lesson_blocks(lesson, level, unit, material)
        case Quiz() as quiz:
            return quiz_blocks(quiz, level, unit, material)
        case Case() as case:
            return case_blocks(case, level, unit, material)
        case _:
            assert_never(unit.value)
