"""Reads one file of a course: its bytes into a value, or into the problems that prevent it."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from stat import S_ISLNK, S_ISREG
from typing import TYPE_CHECKING, Any, Literal, get_args

from pydantic import TypeAdapter, ValidationError

from protectcourse.course.consequences import only_waits, without_cuts
from protectcourse.course.explaining import explain
from protectcourse.course.models import (
    ClaimsFile,
    CourseFile,
    GlossaryFile,
    Lesson,
    SourcesFile,
)
from protectcourse.course.places import place_in_text, place_of
from protectcourse.course.problems import Problem, whole_file
from protectcourse.course.yaml_reader import Block, Reading, Value, read_yaml
from protectcourse.findings import Finding, Severity, did_you_mean

Kind = Literal["course", "lesson", "quiz", "scenario", "sources", "glossary", "claims"]
if TYPE_CHECKING:
    from protectcourse.quiz.bank import Quiz
    from protectcourse.scenario.model import Case

    FileValue = CourseFile | Lesson | Quiz | Case | SourcesFile | GlossaryFile | ClaimsFile

KINDS: tuple[Kind, ...] = get_args(Kind)
MODELS: dict[Kind, type[Any]] = {
    "course": CourseFile,
    "lesson": Lesson,
    "sources": SourcesFile,
    "glossary": GlossaryFile,
    "claims": ClaimsFile,
}
LARGEST = 1_048_576
"""Bytes; read one more than that, so that a larger file is told apart without reading it all."""
FOLLOWING = frozenset({"C012", "C013"})
"""What is also wrong with a value of which the form is: one mistake is told once."""
PEEKED = 4_096
"""Bytes within which a file's first key is looked for, after its comments."""


@dataclass(frozen=True, slots=True)
class FileReading:
    """One file as read. Without a value the problems say why."""

    name: str
    """How problems name the file."""
    path: Path
    kind: Kind | None
    value: "FileValue | None"
    tree: Value
    problems: tuple[Problem, ...]
    written: str = ""
    """The text of the file, in which places within a value are looked for."""

    def problem(self, finding: Finding) -> Problem:
        """Return the finding with this file's name and its place in it."""
        if finding.offset is None:
            place = place_of(self.tree, finding.path, at_key=finding.at_key)
        else:
            place = place_in_text(self.tree, finding.path, finding.offset, self.written)
        return Problem(
            file=self.name,
            line=place.line,
            column=place.column,
            code=finding.code,
            severity=finding.severity,
            message=finding.message,
            hint=finding.hint,
        )


def in_course(reading: FileReading, sources: Collection[str]) -> FileReading:
    """Return a reading as its course has it: templates of a case cite the course's sources."""
    if reading.kind is None:
        return reading
    value = with_templates(reading.kind, reading.value, sources)
    return reading if value is reading.value else replace(reading, value=value)


def read_file(path: Path, name: str, *, follow_links: bool = True) -> FileReading:
    """Read one file. Never raises for what the file holds, nor when it cannot be read.

    The files of a course are read without following links: a course opens no file outside it.
    """
    try:
        mode = (path.stat() if follow_links else path.lstat()).st_mode
        if S_ISLNK(mode):
            return _failed(
                path, name, "this is a link to another file", "Put the file itself here."
            )
        if not S_ISREG(mode):
            return _failed(
                path, name, "this is not a file that can be read", "Put a text file here."
            )
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        message = f"the file could not be read: {error.strerror}"
        return _failed(path, name, message, "See whether you may open it, and whether it is whole.")
    reading = read_yaml(data)
    problems = [
        Problem(
            file=name,
            line=fault.place.line,
            column=fault.place.column,
            code=fault.code,
            severity=fault.severity,
            message=fault.message,
            hint=fault.hint,
        )
        for fault in reading.faults
    ]
    return _understand(path, name, reading, problems)


def peek_kind(path: Path) -> str:
    """Return the first key of a file, having read its beginning only; empty where there is none."""
    return peek_head(path)[0]


def peek_head(path: Path) -> tuple[str, str]:
    """Return the first key of a file and what stands after it, having read its beginning only."""
    try:
        if path.is_symlink() or not path.is_file():
            return "", ""
        with path.open("rb") as file:
            begun = file.read(PEEKED)
    except OSError:
        return "", ""
    for line in begun.decode(errors="replace").lstrip("\ufeff").splitlines():
        if line.strip() and not line.startswith(("#", "%", "---")):
            key, _, value = line.partition(":")
            return key.strip().strip("\"'"), value.strip().strip("\"'")
    return "", ""


def _understand(path: Path, name: str, read: Reading, problems: list[Problem]) -> FileReading:
    """Read the tree as the kind of file that its first key names."""
    tree = read.root
    unreadable = any(problem.severity is Severity.ERROR for problem in problems)
    if not isinstance(tree, Block) or not tree:
        if not unreadable:
            message = "this file does not say which kind of file it is"
            problems.append(whole_file(name, "C009", message, _kinds_hint("")))
        return FileReading(name, path, None, None, tree, tuple(problems))
    first = next(iter(tree))
    kind = next((kind for kind in KINDS if kind == first), None)
    if kind is None:
        if not unreadable:
            message = f"`{first[:40]}` does not say which kind of file this is"
            problems.append(whole_file(name, "C009", message, _kinds_hint(first, tree)))
        return FileReading(name, path, None, None, tree, tuple(problems))
    value, findings = _validate(kind, tree)
    value = with_templates(kind, value)
    reading = FileReading(name, path, kind, value, tree, (), read.text)
    told = {fault.place.line for fault in read.faults if fault.severity is Severity.ERROR}
    findings = [one for one in findings if not only_waits(one, read.broken_at)]
    findings, problems = without_cuts(findings, problems, read)
    found = [reading.problem(finding) for finding in findings]
    problems += (one for one in found if one.line not in told or one.code not in FOLLOWING)
    if unreadable:
        value = None
    return FileReading(name, path, kind, value, tree, tuple(problems), read.text)


def _validate(kind: Kind, tree: Block) -> "tuple[FileValue | None, list[Finding]]":
    """Return the value of a tree, or what keeps it from being one."""
    model = model_of(kind)
    try:
        return _adapter(model).validate_python(tree), []  # type: ignore[arg-type]
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        return None, explain(details, model, tree)
    except (RecursionError, ValueError, OverflowError, MemoryError) as error:
        message = f"this file could not be understood ({type(error).__name__})"
        return None, [Finding(code="C008", path=(), message=message, hint="Make it simpler.")]


def with_templates(
    kind: Kind, value: "FileValue | None", declared: Collection[str] = ()
) -> "FileValue | None":
    """Return a value with what the templates of a case supply, by the sources that are declared."""
    if kind != "scenario" or value is None:
        return value
    from protectcourse.scenario.element_templates import supply_lines
    from protectcourse.scenario.model import Case

    return supply_lines(value, declared) if isinstance(value, Case) else value


def model_of(kind: Kind) -> type[Any]:
    """Return the class that a file of some kind is read as. Cases and banks come when first met."""
    match kind:
        case "quiz":
            from protectcourse.quiz.bank import Quiz

            return Quiz
        case "scenario":
            from protectcourse.scenario.model import Case

            return Case
        case _:
            return MODELS[kind]


@cache
def _adapter(model: Any) -> TypeAdapter[Any]:
    return TypeAdapter(model)


def _kinds_hint(first: str, tree: Value = None) -> str:
    if first == "case":
        return "A case begins with `scenario:` and its id."
    below = next((kind for kind in KINDS if isinstance(tree, Block) and kind in tree), None)
    if below is not None:
        return f"Move the line that begins with `{below}:` to the top of the file."
    listed = ", ".join(f"`{kind}:`" for kind in KINDS)
    return did_you_mean(first, KINDS) or f"Begin the file with one of {listed}."


def _failed(path: Path, name: str, message: str, hint: str) -> FileReading:
    return FileReading(name, path, None, None, None, (whole_file(name, "C001", message, hint),))
