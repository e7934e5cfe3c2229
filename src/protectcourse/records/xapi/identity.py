"""Identities that are worked out and not drawn: made anew, a statement is the same statement."""

from uuid import UUID, uuid5

_SPACE = UUID("6d1f4f0a-93c8-5c07-a9c5-0f4b6a7d2e18")
"""Of this program: no other program's identities come out alike."""


def statement_id(device: str, seq: int) -> str:
    """Return the id of the statement of an event."""
    return str(uuid5(_SPACE, f"event/{device}/{seq}"))


def earned_id(certificate: str) -> str:
    """Return the id of the statement that a certificate was issued."""
    return str(uuid5(_SPACE, f"certificate/{certificate}"))


def withdrawn_id(certificate: str) -> str:
    """Return the id of the statement that a certificate was withdrawn."""
    return str(uuid5(_SPACE, f"withdrawn/{certificate}"))


def registration(course: str, learner: str, attempt: int) -> str:
    """Return what holds together all that a learner does in taking a course once."""
    return str(uuid5(_SPACE, f"registration/{course}/{learner}/{attempt}"))
