"""Reads one file of a course: its bytes into a value, or into the problems that prevent it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

from pydantic import TypeAdapter, ValidationError

from protectcourse.course.explaining import explain, place_of
from protectcourse.course.models import (
    ClaimsFile,
    CourseFile,
    GlossaryFile,
    Lesson,
    SourcesFile,
)
from protectcourse.course.problems import Problem, whole_file
from protectcourse.course.yaml_reader import Block, Value, read_yaml
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

    def problem(self, finding: Finding) -> Problem:
        """Return the finding with this file's name and its place in it."""
        place = place_of(self.tree, finding.path, at_key=finding.at_key)
        return Problem(
            file=self.name,
            line=place.line,
            column=place.column,
            code=finding.code,
            severity=finding.severity,
            message=finding.message,
            hint=finding.hint,
        )


def read_file(path: Path, name: str, *, follow_links: bool = True) -> FileReading:
    """Read one file. Never raises for what the file holds, nor when it cannot be read.

    The files of a course are read without following links: a course opens no file outside it.
    """
    try:
        if path.is_symlink() and not follow_links:
            return _failed(
                path, name, "this is a link to another file", "Put the file itself here."
            )
        if not path.is_file():
            return _failed(
                path, name, "this is not a file that can be read", "Put a text file here."
            )
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        return _failed(path, name, f"the file could not be read: {error.strerror}", "")
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
    return _understand(path, name, reading.root, problems)


def peek_kind(path: Path) -> str:
    """Return the first key of a file, having read its beginning only; empty where there is none."""
    if path.is_symlink() or not path.is_file():
        return ""
    try:
        with path.open("rb") as file:
            begun = file.read(PEEKED)
    except OSError:
        return ""
    for line in begun.decode(errors="replace").lstrip("\ufeff").splitlines():
        if line.strip() and not line.startswith(("#", "%", "---")):
            return line.partition(":")[0].strip().strip("\"'")
    return ""


def _understand(path: Path, name: str, tree: Value, problems: list[Problem]) -> FileReading:
    """Read the tree as the kind of file that its first key names."""
    unreadable = any(problem.severity is Severity.ERROR for problem in problems)
    if not isinstance(tree, Block) or not tree:
        if not unreadable:
            problems.append(whole_file(name, "C009", "this file holds no keys", _kinds_hint("")))
        return FileReading(name, path, None, None, tree, tuple(problems))
    first = next(iter(tree))
    kind = next((kind for kind in KINDS if kind == first), None)
    if kind is None:
        if not unreadable:
            message = f"`{first[:40]}` does not say which kind of file this is"
            problems.append(whole_file(name, "C009", message, _kinds_hint(first)))
        return FileReading(name, path, None, None, tree, tuple(problems))
    value, findings = _validate(kind, tree)
    reading = FileReading(name, path, kind, value, tree, ())
    problems += [reading.problem(finding) for finding in findings]
    if unreadable:
        value = None
    return FileReading(name, path, kind, value, tree, tuple(problems))


def _validate(kind: Kind, tree: Block) -> "tuple[FileValue | None, list[Finding]]":
    """Return the value of a tree, or what keeps it from being one."""
    model = model_of(kind)
    try:
        return _adapter(model).validate_python(tree), []  # type: ignore[arg-type]
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        return None, [explain(detail, model, tree) for detail in details]
    except (RecursionError, ValueError, OverflowError, MemoryError) as error:
        message = f"this file could not be understood ({type(error).__name__})"
        return None, [Finding(code="C008", path=(), message=message, hint="Make it simpler.")]


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


def _kinds_hint(first: str) -> str:
    listed = ", ".join(f"`{kind}:`" for kind in KINDS)
    return did_you_mean(first, KINDS) or f"Begin the file with one of {listed}."


def _failed(path: Path, name: str, message: str, hint: str) -> FileReading:
    return FileReading(name, path, None, None, None, (whole_file(name, "C001", message, hint),))
