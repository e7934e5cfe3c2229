"""The eight kinds of question, as an author writes them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Literal

from protectcourse.shapes import (
    FILE_SHAPE,
    Number,
    PartId,
    Sensitivity,
    Several,
    ShortText,
    Text,
    ToldApartBy,
    UnitId,
    WholeNumber,
    YesNo,
)

Bloom = Literal["remember", "understand", "apply", "analyse", "evaluate", "create"]
Weight = Annotated[int, WholeNumber(-100, 100)]


@dataclass(frozen=True, kw_only=True, slots=True)
class Option:
    """One answer to choose from, with the reason why it is right or not."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    text: Text
    rationale: Text | None = None
    correct: YesNo = False
    misconception: UnitId | None = None
    contrast: YesNo = False
    weight: Weight | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """Two things that belong together."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    left: Text
    right: Text


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionBase:
    """What every question may have."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    stem: Text
    objective: UnitId | None = None
    bloom: Bloom | None = None
    source: Several = ()
    claims: Several = ()
    rationale: Text | None = None
    as_of: ShortText | None = None
    sensitivity: Sensitivity = "S0"
    contested: YesNo = False
    parallel_of: UnitId | None = None
    angoff: Number | None = None
    was: UnitId | None = None
    lint_allow: Mapping[UnitId, ShortText] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class OneQuestion(QuestionBase):
    """One of the options is right."""

    kind: Literal["one"]
    options: Mapping[PartId, Option]
    keep_order: YesNo = False


@dataclass(frozen=True, kw_only=True, slots=True)
class SeveralQuestion(QuestionBase):
    """Two or more of the options are right; each right tick counts, each wrong one takes away."""

    kind: Literal["several"]
    options: Mapping[PartId, Option]
    keep_order: YesNo = False
    all_or_nothing: YesNo = False


@dataclass(frozen=True, kw_only=True, slots=True)
class TrueFalseQuestion(QuestionBase):
    """A statement that is true or false."""

    kind: Literal["true-false"]
    answer: YesNo
    misconception: UnitId | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class OrderQuestion(QuestionBase):
    """Steps to put in order; they are written in the right one."""

    kind: Literal["order"]
    steps: Mapping[PartId, Text]


@dataclass(frozen=True, kw_only=True, slots=True)
class MatchQuestion(QuestionBase):
    """Pairs to put together; `extra` right-hand sides belong to nothing."""

    kind: Literal["match"]
    pairs: Mapping[PartId, Pair]
    extra: Mapping[PartId, Text] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class NumberQuestion(QuestionBase):
    """A number, right within the tolerance."""

    kind: Literal["number"]
    answer: Number
    tolerance: Number | None = None
    unit: ShortText | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ShortTextQuestion(QuestionBase):
    """A word or two, right if it is one of the accepted forms."""

    kind: Literal["short-text"]
    accept: Several


@dataclass(frozen=True, kw_only=True, slots=True)
class ReflectionQuestion(QuestionBase):
    """Something to think about; kept for the learner, never marked."""

    kind: Literal["reflection"]
    model_answer: Text | None = None


Question = Annotated[
    OneQuestion
    | SeveralQuestion
    | TrueFalseQuestion
    | OrderQuestion
    | MatchQuestion
    | NumberQuestion
    | ShortTextQuestion
    | ReflectionQuestion,
    ToldApartBy("kind"),
]
