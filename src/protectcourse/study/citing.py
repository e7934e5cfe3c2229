"""The sources of a page: numbered in the order in which it cites them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from protectcourse.course.models import Source
from protectcourse.course.prose import citations
from protectcourse.study.wording import SOURCE_KINDS, SOURCE_STATUS


@dataclass(frozen=True, slots=True)
class Footnote:
    """One source under a page.

    Its number, its name with the place, and what the source list says.
    """

    number: int
    source_id: str
    place: str
    name: str
    about: str
    """Title, date, kind and how sure we are, in one line."""
    note: str = ""

    @property
    def line(self) -> str:
        """The footnote as it stands under the page: "[1] Cohen 2012, para 9"."""
        return f"[{self.number}] {self.name}{', ' + self.place if self.place else ''}"


def footnotes(
    texts: Iterable[str], named: Iterable[str], sources: Mapping[str, Source]
) -> tuple[Footnote, ...]:
    """Return the footnotes for what some texts cite and what a page names besides."""
    cited = [(one.source, one.place) for text in texts for one in citations(text)]
    for entry in named:
        source, _, place = entry.partition(",")
        cited.append((source.strip(), place.strip()))
    distinct = dict.fromkeys(cited)
    return tuple(
        _footnote(number, source, place, sources.get(source))
        for number, (source, place) in enumerate(distinct, 1)
    )


def numbers(notes: Iterable[Footnote]) -> dict[tuple[str, str], int]:
    """Return the number of each source and place, for the marks in the text."""
    return {(note.source_id, note.place): note.number for note in notes}


class ShortNames(Mapping[tuple[str, str], str]):
    """How texts without footnotes show what they cite: "Cohen 2012, para 9"."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources

    def __getitem__(self, cited: tuple[str, str]) -> str:
        source, place = cited
        name = self._sources[source].name
        return f"{name}, {place}" if place else name

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return ((source, "") for source in self._sources)

    def __len__(self) -> int:
        return len(self._sources)


def _footnote(number: int, source_id: str, place: str, source: Source | None) -> Footnote:
    if source is None:
        name = "this course" if source_id == "course" else source_id
        return Footnote(number, source_id, place, name, "the course's own frame")
    maker = source.author or source.body or ""
    parts = [
        f"{maker}: {source.title}",
        source.symbol or "",
        source.date,
        SOURCE_KINDS[source.kind],
        SOURCE_STATUS[source.status],
    ]
    about = " · ".join(part for part in parts if part)
    return Footnote(
        number, source_id, place, source.name, about, " ".join((source.note or "").split())
    )
