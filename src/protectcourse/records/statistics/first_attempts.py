"""The first attempts of many people at one quiz, kept small: a few bytes for each answer.

Answers are taken in any order and then read question by question. Of a question answered more than
once in an attempt the last answer counts; what was asked and not answered has no points.
"""

from array import array
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from protectcourse.records.statistics.exact import Numbers

MOST_RESPONSES = 5_000
"""Different answers that are told apart for one question, more than any honest one has."""
OMITTED: Final = "(no answer)"
OTHERS: Final = "(other answers)"


class Item(NamedTuple):
    """A question in one wording."""

    question: str
    fingerprint: str


class ItemAnswers(NamedTuple):
    """What everybody who was asked a question answered, person by person."""

    scores: Numbers
    rests: Numbers
    """The total without the question."""
    totals: Numbers
    asked: Numbers
    """How many questions each of these people had."""
    responses: Sequence[str]
    """A text for each answer: the options chosen, the order given."""


class FirstAttempts:
    """The first attempts at one quiz: who was asked what, and what they answered."""

    def __init__(self) -> None:
        self._items: dict[Item, int] = {}
        self._asked: list[array[int]] = []
        """The items of each person."""
        self._person, self._item = array("i"), array("i")
        self._score, self._response, self._rank = array("h"), array("i"), array("i")
        self._names: dict[str, int] = {OMITTED: 0, OTHERS: 1}
        self._variety: dict[int, set[int]] = {}

    @property
    def people(self) -> int:
        """How many people there are."""
        return len(self._asked)

    def add_person(self, items: Sequence[Item]) -> int:
        """Take in a person with the questions that they were asked; return their number."""
        places = (self._items.setdefault(item, len(self._items)) for item in items)
        self._asked.append(array("i", places))
        return len(self._asked) - 1

    def add_answer(self, person: int, item: Item, score: int, response: str, rank: int = 0) -> None:
        """Take in an answer; of two to one question that of the higher rank counts, or the later.

        An answer to what the person was not asked is left out.
        """
        place = self._items.get(item, -1)
        if place not in self._asked[person]:
            return
        self._person.append(person)
        self._item.append(place)
        self._score.append(score)
        self._response.append(self._response_number(place, response))
        self._rank.append(rank)

    def _response_number(self, place: int, response: str) -> int:
        known = self._variety.setdefault(place, set())
        number = self._names.get(response)
        if number is None or number not in known:
            if len(known) >= MOST_RESPONSES:
                return self._names[OTHERS]
            number = self._names.setdefault(response, len(self._names))
            known.add(number)
        return number

    # reading, once all are taken in

    def items(self) -> tuple[Item, ...]:
        """Return the questions that anybody answered, by id and fingerprint.

        What nobody has answered is not scored, such as a reflection.
        """
        return tuple(sorted(item for item, place in self._items.items() if place in self._counted))

    def item_answers(self, item: Item) -> ItemAnswers:
        """Return what was answered to a question, by those who were asked it."""
        place = self._items[item]
        names = list(self._names)
        people = self._people_of[place]
        answers = self._answers_of[place]
        found = [answers.get(person) for person in people]
        scores = [self._score[n] if n is not None else 0 for n in found]
        totals = [self.totals[person] for person in people]
        return ItemAnswers(
            scores=scores,
            rests=[total - score for total, score in zip(totals, scores, strict=True)],
            totals=totals,
            asked=[self.lengths[person] for person in people],
            responses=[names[self._response[n]] if n is not None else OMITTED for n in found],
        )

    @cached_property
    def totals(self) -> Numbers:
        """The points of each person."""
        totals = [0] * self.people
        for answers in self._answers_of.values():
            for person, n in answers.items():
                totals[person] += self._score[n]
        return totals

    @cached_property
    def lengths(self) -> Numbers:
        """How many scored questions each person had."""
        return [sum(place in self._counted for place in asked) for asked in self._asked]

    @cached_property
    def core(self) -> tuple[Item, ...]:
        """The questions that everybody was asked."""
        return tuple(
            item for item in self.items() if len(self._people_of[self._items[item]]) == self.people
        )

    @cached_property
    def _counted(self) -> frozenset[int]:
        return frozenset(self._answers_of)

    @cached_property
    def _people_of(self) -> "Mapping[int, array[int]]":
        people: dict[int, array[int]] = {}
        for person, asked in enumerate(self._asked):
            for place in asked:
                people.setdefault(place, array("i")).append(person)
        return people

    @cached_property
    def _answers_of(self) -> Mapping[int, Mapping[int, int]]:
        """Where the answer that counts is kept, by question and person."""
        found: dict[int, dict[int, int]] = {}
        for n, (place, person) in enumerate(zip(self._item, self._person, strict=True)):
            answers = found.setdefault(place, {})
            before = answers.get(person)
            if before is None or self._rank[n] >= self._rank[before]:
                answers[person] = n
        return found
