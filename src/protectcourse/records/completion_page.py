"""A completion record as one page: for A4, offline, without JavaScript, each word escaped."""

from datetime import date

from protectcourse.html_pages import make_page
from protectcourse.records.completion_record import CompletionRecord
from protectcourse.records.wording import HEADING, facts, statements, unit_words
from protectcourse.signing import fingerprint


def completion_page(record: CompletionRecord, public_key: str, today: date) -> str:
    """Return the page of a record signed with a key."""
    units = [
        {"sort": unit.sort, "title": unit.title, "words": unit_words(unit)} for unit in record.units
    ]
    return make_page(
        "completion.html",
        heading=HEADING,
        title=record.title,
        language=record.language,
        statements=statements(record),
        facts=facts(record, today),
        units=units,
        key=fingerprint(public_key),
    )
