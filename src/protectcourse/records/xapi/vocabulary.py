"""The words that xAPI statements are made of, by which learning record stores know them."""

from enum import StrEnum

VERSION = "1.0.3"
PLATFORM = "protectcourse"
UNKNOWN_LANGUAGE = "und"
"""What BCP 47 calls a language that nobody has named."""


class Verb(StrEnum):
    """What a learner did."""

    INITIALIZED = "http://adlnet.gov/expapi/verbs/initialized"
    COMPLETED = "http://adlnet.gov/expapi/verbs/completed"
    ANSWERED = "http://adlnet.gov/expapi/verbs/answered"
    PASSED = "http://adlnet.gov/expapi/verbs/passed"
    FAILED = "http://adlnet.gov/expapi/verbs/failed"
    VOIDED = "http://adlnet.gov/expapi/verbs/voided"
    EARNED = "http://id.tincanapi.com/verb/earned"

    @property
    def word(self) -> str:
        """The verb as people read it."""
        return self.rpartition("/")[2]


class ActivityType(StrEnum):
    """What it was done with."""

    COURSE = "http://adlnet.gov/expapi/activities/course"
    LESSON = "http://adlnet.gov/expapi/activities/lesson"
    ASSESSMENT = "http://adlnet.gov/expapi/activities/assessment"
    SIMULATION = "http://adlnet.gov/expapi/activities/simulation"
    INTERACTION = "http://adlnet.gov/expapi/activities/cmi.interaction"
    CERTIFICATE = "https://www.opigno.org/en/tincan_registry/activity_type/certificate"


class Extension(StrEnum):
    """What xAPI has no word for; an address under the organisation's own."""

    ATTEMPT = "attempt"
    ENDING = "ending"
    FORM = "form"
    """The place of the accepted form that was typed, from 0, or `other`."""
    NODE = "node"
    RATING = "rating"
    UNTIL = "until"
    """The last day on which a certificate holds."""
