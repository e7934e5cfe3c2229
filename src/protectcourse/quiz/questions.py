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
    """The answer as the learner reads it."""
    rationale: Text
    """Why it is right or not, in eight words or more; shown once the learner has answered."""
    correct: YesNo = False
    """`true` on each right answer."""
    misconception: UnitId | None = None
    """The id of the mistaken belief in course.yaml that somebody would choose this out of."""
    contrast: YesNo = False
    """`true` where it is meant to be almost the same as another option."""
    weight: Number | None = None
    """Percent of the points, may be negative; for banks brought in from elsewhere."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """Two things that belong together."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    left: ShortText
    """What the learner is given."""
    right: ShortText
    """What belongs to it; the learner chooses it from a list."""


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionBase:
    """What every question may have."""

    __pydantic_config__: ClassVar[Any] = FILE_SHAPE

    stem: Text
    """What is asked.

    It ends with `?` or `:`; with a colon inside, put it in quotes or below a `|`.
    """
    objective: UnitId | None = None
    """The id of the objective in course.yaml that it tests."""
    bloom: Bloom | None = None
    """How much thinking it asks for, from `remember` to `create`."""
    source: Several = ()
    """Where the answer comes from: an id, an id and a place (`conv-33, para 1`), or a list.

    `course` stands for the course's own frame.
    """
    claims: Several = ()
    """Ids from claims.yaml of the claims that it tests."""
    rationale: Text | None = None
    """Why the answer is right, in eight words or more. With options, each has its own."""
    as_of: Day | None = None
    """The date of the figures in it, such as `2023-12`."""
    sensitivity: Sensitivity = "S0"
    """How heavy it is, from `S0` (plain) to `S3` (grave)."""
    contested: YesNo = False
    """`true` where the matter is disputed: then ask who holds which view."""
    parallel_of: UnitId | None = None
    """The question that this one is another wording of; never both in one attempt."""
    angoff: Number | None = None
    """The share of barely competent learners who get it right, as judges put it: 0 to 1."""
    was: UnitId | None = None
    """The id that this question had before it was renamed."""
    lint_allow: Mapping[UnitId, ShortText] = field(default_factory=dict)
    """Exceptions to checks for this question: the code of the check, then the reason."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OptionsQuestion(QuestionBase):
    """What the kinds with options share."""

    options: Mapping[PartId, Option]
    """The answers to choose from, each below an id of your choice; three are enough."""
    keep_order: YesNo = False
    """`true` to show the options as they stand here and not shuffled.

    Use it for numbers, from low to high.
    """

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
    """`true` to give points only where all of it is right."""

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
    """`true` or `false`."""
    rationale: Text
    """Why it is so, in eight words or more."""
    misconception: UnitId | None = None
    """The id of the mistaken belief in course.yaml that leads to the wrong answer."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OrderQuestion(QuestionBase):
    """Put the steps in order."""

    kind: Literal["order"] = "order"
    steps: Mapping[PartId, ShortText]
    """In the right order, each below an id of your choice; the learner sees them shuffled."""
    rationale: Text
    """Why this is the order, in eight words or more."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MatchQuestion(QuestionBase):
    """Find for each left-hand side the right-hand side that belongs to it."""

    kind: Literal["match"] = "match"
    pairs: Mapping[PartId, Pair]
    """What belongs together, each pair below an id of your choice, with `left` and `right`."""
    extra: Mapping[PartId, ShortText] = field(default_factory=dict)
    """Right-hand sides that belong to nothing, so that the last pair is not left over."""
    rationale: Text
    """What the pairs have in common, in eight words or more."""

    @property
    def right_sides(self) -> dict[str, str]:
        """The text of each right-hand side, by the id of its pair or of an extra one."""
        return dict(self.extra) | {name: pair.right for name, pair in self.pairs.items()}


@dataclass(frozen=True, kw_only=True, slots=True)
class NumberQuestion(QuestionBase):
    """Give a number."""

    kind: Literal["number"] = "number"
    answer: Number
    """The right number, such as `1951` or `12.5`."""
    tolerance: Number = Decimal(0)
    """How far from the answer still counts as right."""
    unit: ShortText | None = None
    """What is counted, shown behind the field, such as `days`."""
    rationale: Text
    """Why it is this number, in eight words or more."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ShortTextQuestion(QuestionBase):
    """Write a word or a few."""

    kind: Literal["short-text"] = "short-text"
    accept: Several
    """The forms that count as right; capitals and accents do not matter.

    An answer is recorded by its place among them: add new ones at the end.
    """
    rationale: Text
    """Why this is the word, in eight words or more."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReflectionQuestion(QuestionBase):
    """Think and write for oneself: kept on the laptop, never marked."""

    kind: Literal["reflection"] = "reflection"
    model_answer: Text | None = None
    """What somebody with experience might say; shown after the learner has thought."""


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
