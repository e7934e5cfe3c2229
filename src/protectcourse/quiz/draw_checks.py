"""Q007, Q009: whether attempts can be drawn from a bank as its head says, and passed."""

from collections.abc import Iterator, Mapping

from protectcourse.findings import Finding
from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.drawing import NO_DOMAINS, find_families, part_of
from protectcourse.quiz.questions import ReflectionQuestion


def find_draw_faults(quiz: Quiz) -> Iterator[Finding]:
    """Give what is wrong with the head of a bank, as far as the bank alone shows it."""
    yield from _check_draw(quiz)
    yield from _check_parts(quiz)


def find_faults_in_course(quiz: Quiz, domains: Mapping[str, str] | None) -> Iterator[Finding]:
    """Give what is wrong with a bank that can be asked all the same.

    `domains` gives the domain by objective; None where no course says so.
    """
    yield from _check_parallel(quiz)
    if quiz.spread == "objective":
        yield from _check_floor(quiz, NO_DOMAINS)
    elif domains is not None:
        yield from _check_domains(quiz, domains)
        yield from _check_floor(quiz, domains)


def _check_parallel(quiz: Quiz) -> Iterator[Finding]:
    """Q009: a question that is another wording of itself. Others are looked up in the course."""
    for name, question in quiz.questions.items():
        if question.parallel_of == name:
            yield Finding(
                code="Q009",
                path=("questions", name, "parallel_of"),
                message=f"`{name}` is another wording of itself",
                hint="Name the other question here, or take the line out.",
            )


def _check_domains(quiz: Quiz, domains: Mapping[str, str]) -> Iterator[Finding]:
    """Q007: a question that belongs to no domain, in a bank that is drawn by domain."""
    for name, question in quiz.questions.items():
        if question.objective is not None and question.objective not in domains:
            yield Finding(
                code="Q007",
                path=("questions", name, "objective"),
                message=f"the bank is drawn by domain and `{question.objective}` belongs to none",
                hint="Give the objective a `domain:` in course.yaml.",
            )


def _check_draw(quiz: Quiz) -> Iterator[Finding]:
    """Q007: an attempt wants more questions than differ."""
    differing = len(set(find_families(quiz.questions).values()))
    if quiz.draw is not None and quiz.draw > differing:
        held = f"only {differing} questions" if differing > 1 else "only one question"
        parallel = "; of parallel ones just one counts" if differing < len(quiz.questions) else ""
        yield Finding(
            code="Q007",
            path=("draw",),
            message=f"`draw` is {quiz.draw}, and the bank has {held}{parallel}",
            hint="Draw fewer, or leave `draw` out to ask them all.",
        )


def _check_parts(quiz: Quiz) -> Iterator[Finding]:
    """Q007: a domain, or a floor, is asked for where a question belongs to nothing."""
    key = "spread" if quiz.spread == "domain" else "floor"
    if key == "floor" and quiz.floor is None:
        return
    for name, question in quiz.questions.items():
        if question.objective is None and not isinstance(question, ReflectionQuestion):
            yield Finding(
                code="Q007",
                path=("questions", name),
                message=f"`{key}` counts by {quiz.spread}, and this question has no objective",
                hint=f"Add `objective:` here, or take `{key}:` from the head of the bank.",
            )


def _check_floor(quiz: Quiz, domains: Mapping[str, str]) -> Iterator[Finding]:
    """Q007: more right answers are wanted of a part than an attempt ever asks of it."""
    floor = quiz.floor
    if floor is None:
        return
    short = {part: most for part, most in _most_asked(quiz, domains).items() if most < floor}
    if not short:
        return
    part, most = min(short.items(), key=lambda one: one[1])
    asked = f"{most} question{'' if most == 1 else 's'}"
    others = f", nor enough of {len(short) - 1} more" if len(short) > 1 else ""
    yield Finding(
        code="Q007",
        path=("floor",),
        message=f"`floor` is {floor}, and an attempt asks at most {asked} of `{part}`{others}",
        hint="Lower the floor, draw more, or write more questions for that part.",
    )


def _most_asked(quiz: Quiz, domains: Mapping[str, str]) -> dict[str, int]:
    """Return how many marked questions of each part an attempt can hold, where the lot is kind.

    The draw takes one from each part in turn, as `drawing` says.
    """
    families = find_families(quiz.questions)
    all_of: dict[str, set[str]] = {}
    marked: dict[str, set[str]] = {}
    for name, question in quiz.questions.items():
        part = part_of(question, quiz.spread, domains)
        all_of.setdefault(part, set()).add(families[name])
        if part and not isinstance(question, ReflectionQuestion):
            marked.setdefault(part, set()).add(families[name])
    sizes = [len(one) for one in all_of.values()]
    draw = len(quiz.questions) if quiz.draw is None else quiz.draw
    rounds = 0
    while sum(min(size, rounds) for size in sizes) < draw and rounds < max(sizes):
        rounds += 1
    return {part: min(len(one), rounds) for part, one in marked.items()}
