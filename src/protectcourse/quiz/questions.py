"""The eight kinds of question: the dataclasses behind the YAML of a bank and of a lesson's prompts.

How many options a question needs and how they must add up is not said here but in ``checks``, so
that the author reads what is wrong with the question and not with a list.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal

from protectcourse.shapes import (
    FILE_SHAPE,
    Day,
    Number,
    PartId,
    Sensitivity,
    Several,
    ShortText,
    Text,
    ToldApartBy,
    UnitId,
    YesNo,
)

Bloom = Literal["remember", "understand", "apply", "analyse", "evaluate", "create"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Option:
    """One of the answers to choose from, and why it is right or not."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    text: ShortText
    rationale: Text
    correct: YesNo = False
    misconception: UnitId | None = None
    contrast: YesNo = False
    """Whether it is meant to be almost the same as another option."""
    weight: Number | None = None
    """Percent of the points, may be negative; for banks brought in from elsewhere."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """Two things that belong together."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    left: ShortText
    right: ShortText


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
    as_of: Day | None = None
    sensitivity: Sensitivity = "S0"
    contested: YesNo = False
    parallel_of: UnitId | None = None
    """The question that this one is another wording of; never both in one attempt."""
    angoff: Number | None = None
    """The share of barely competent learners who get it right, as judges put it: 0 to 1."""
    was: UnitId | None = None
    lint_allow: Mapping[UnitId, ShortText] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class OptionsQuestion(QuestionBase):
    """What the kinds with options share."""

    options: Mapping[PartId, Option]
    keep_order: YesNo = False

    @property
    def is_weighted(self) -> bool:
        """Whether points are given by the weights of the options."""
        return any(option.weight is not None for option in self.options.values())

    @property
    def weights(self) -> dict[str, Decimal]:
        """The weight of each option in percent, 0 where none is written."""
        return {name: option.weight or Decimal(0) for name, option in self.options.items()}

    @property
    def marked_correct(self) -> frozenset[str]:
        """The options that say `correct: true`."""
        return frozenset(name for name, option in self.options.items() if option.correct)


@dataclass(frozen=True, kw_only=True, slots=True)
class OneQuestion(OptionsQuestion):
    """Choose the one right option."""

    kind: Literal["one"] = "one"

    @property
    def key(self) -> frozenset[str]:
        """The right option; with weights, those that weigh most."""
        if not self.is_weighted:
            return self.marked_correct
        most = max(self.weights.values())
        return frozenset(name for name, weight in self.weights.items() if weight == most)


@dataclass(frozen=True, kw_only=True, slots=True)
class SeveralQuestion(OptionsQuestion):
    """Choose all options that are right."""

    kind: Literal["several"] = "several"
    all_or_nothing: YesNo = False

    @property
    def key(self) -> frozenset[str]:
        """The right options; with weights, those that add points."""
        if not self.is_weighted:
            return self.marked_correct
        return frozenset(name for name, weight in self.weights.items() if weight > 0)


@dataclass(frozen=True, kw_only=True, slots=True)
class TrueFalseQuestion(QuestionBase):
    """Say whether a statement is true."""

    kind: Literal["true-false"] = "true-false"
    answer: YesNo
    rationale: Text
    misconception: UnitId | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class OrderQuestion(QuestionBase):
    """Put the steps in order."""

    kind: Literal["order"] = "order"
    steps: Mapping[PartId, ShortText]
    """In the right order; the learner sees them shuffled."""
    rationale: Text


@dataclass(frozen=True, kw_only=True, slots=True)
class MatchQuestion(QuestionBase):
    """Find for each left-hand side the right-hand side that belongs to it."""

    kind: Literal["match"] = "match"
    pairs: Mapping[PartId, Pair]
    extra: Mapping[PartId, ShortText] = field(default_factory=dict)
    """Right-hand sides that belong to nothing."""
    rationale: Text

    @property
    def right_sides(self) -> dict[str, str]:
        """The text of each right-hand side, by the id of its pair or of an extra one."""
        return dict(self.extra) | {name: pair.right for name, pair in self.pairs.items()}


@dataclass(frozen=True, kw_only=True, slots=True)
class NumberQuestion(QuestionBase):
    """Give a number."""

    kind: Literal["number"] = "number"
    answer: Number
    tolerance: Number = Decimal(0)
    """How far from the answer still counts as right."""
    unit: ShortText | None = None
    rationale: Text


@dataclass(frozen=True, kw_only=True, slots=True)
class ShortTextQuestion(QuestionBase):
    """Write a word or a few."""

    kind: Literal["short-text"] = "short-text"
    accept: Several
    """The forms that count as right; an answer is recorded by its place among them."""
    rationale: Text


@dataclass(frozen=True, kw_only=True, slots=True)
class ReflectionQuestion(QuestionBase):
    """Think and write for oneself: kept on the laptop, never marked."""

    kind: Literal["reflection"] = "reflection"
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
"""A question of any kind, told apart by its `kind`."""
