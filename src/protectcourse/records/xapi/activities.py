"""The activities of statements: courses, units, questions, decisions, under one address each."""

from typing import Any, NamedTuple

from protectcourse.plain_text import one_line
from protectcourse.records.xapi.body import UnitName
from protectcourse.records.xapi.catalogue import Catalogue
from protectcourse.records.xapi.vocabulary import UNKNOWN_LANGUAGE, ActivityType, Extension

Json = dict[str, Any]


class Activities(NamedTuple):
    """Makes activities under the address that an organisation has set."""

    base: str
    """It ends with a slash. No address holds a version or a language: what is done in another
    edition of a lesson is done in the same lesson."""
    catalogue: Catalogue

    def course(self, course: str) -> Json:
        """Return a course."""
        name = self.words(course, self.catalogue.course_title(course))
        return activity(self.course_address(course), type=ActivityType.COURSE, name=name)

    def unit(self, name: UnitName, sort: ActivityType) -> Json:
        """Return a lesson, quiz or case."""
        title = self.words(name.course, self.catalogue.unit_title(name))
        return activity(self.unit_address(name), type=sort, name=title)

    def question(self, name: UnitName, question: str, **definition: Any) -> Json:
        """Return a question of a quiz; the definition says what is known of it."""
        address = f"{self.unit_address(name)}/questions/{question}"
        return self._interaction(address, name, question, definition)

    def decision(self, name: UnitName, node: str, **definition: Any) -> Json:
        """Return a place of a case where something is to be decided."""
        address = f"{self.unit_address(name)}/decisions/{node}"
        return self._interaction(address, name, node, definition)

    def certificate(self, course: str, certificate: str) -> Json:
        """Return a certificate of a course, known by the number that stands in it."""
        name = self.words(course, self.catalogue.course_title(course))
        return activity(certificate, type=ActivityType.CERTIFICATE, name=name)

    def course_address(self, course: str) -> str:
        """Return by which address a course is known."""
        return f"{self.base}courses/{course}"

    def unit_address(self, name: UnitName) -> str:
        """Return by which address a unit is known."""
        return f"{self.course_address(name.course)}/units/{name.unit}"

    def extension(self, extension: Extension) -> str:
        """Return by which address an extension is known."""
        return f"{self.base}extensions/{extension}"

    def words(self, course: str, text: str) -> Json:
        """Return a text with the language of its course."""
        outline = self.catalogue.outline(course)
        return {outline.language if outline else UNKNOWN_LANGUAGE: one_line(text) or course}

    def _interaction(self, address: str, name: UnitName, own: str, definition: Json) -> Json:
        named = {"name": self.words(name.course, own)} | definition
        return activity(address, type=ActivityType.INTERACTION, **named)


def activity(address: str, **definition: Any) -> Json:
    """Return an activity, with what its definition says if it says anything."""
    made: Json = {"objectType": "Activity", "id": address}
    return made | ({"definition": definition} if definition else {})
