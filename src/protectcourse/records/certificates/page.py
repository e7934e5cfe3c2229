"""A certificate as one page: A4 landscape, offline, without JavaScript, each word escaped."""

from datetime import date
from math import cos, sin, tau

from protectcourse.html_pages import make_page
from protectcourse.records.certificates.credential import Certificate
from protectcourse.records.certificates.identity import spelled
from protectcourse.records.certificates.wording import (
    DRAFT_HEADING,
    HEADING,
    certificate_facts,
    certificate_statements,
)
from protectcourse.signing import fingerprint

LONG, LONGEST = {"name": 32, "title": 120}, {"name": 90, "title": 280}
"""Letters from which on a name or a title is set smaller, and smaller still."""
LOBES, POINTS, MIDDLE = 6, 180, 60.0


def certificate_page(certificate: Certificate, name: str, learner: str, file: str) -> str:
    """Return the page of a certificate whose signed file is called `file`.

    Where no name is given the learner's number stands in its place. The page is the same whenever
    it is made.
    """
    facts = dict(certificate_facts(certificate, date.min))
    shown = spelled(name)
    return make_page(
        "certificate.html",
        heading=DRAFT_HEADING if certificate.is_draft else HEADING,
        issuer=certificate.issuer,
        name=shown,
        name_size=size_class(shown, "name"),
        learner=learner,
        title=certificate.title,
        title_size=size_class(certificate.title, "title"),
        language=certificate.language,
        version=certificate.version,
        is_draft=certificate.is_draft,
        days=[(label, facts[label]) for label in ("Completed on", "Valid until")],
        statements=certificate_statements(certificate),
        file=file,
        number=certificate.number,
        key=fingerprint(certificate.issuer_key),
        seal=seal_path(certificate),
    )


def size_class(text: str, part: str) -> str:
    """Return how a name or a title is set: as usual, long, or longest."""
    if len(text) <= LONG[part]:
        return ""
    return "long" if len(text) <= LONGEST[part] else "longest"


def seal_path(certificate: Certificate) -> str:
    """Return the line of the seal: one closed wave, whose lobes come from the certificate's number.

    It tells two pages apart at a glance; it proves nothing.
    """
    digits = [int(digit, 16) for digit in certificate.number if digit != "-"]
    waves = [(3 + digits[n] % 9, 1.0 + digits[n + 8] / 4) for n in range(LOBES)]
    points = []
    for step in range(POINTS):
        angle = tau * step / POINTS
        radius = 38 + sum(height * sin(count * angle) for count, height in waves) / 2
        points.append(f"{MIDDLE + radius * cos(angle):.1f} {MIDDLE + radius * sin(angle):.1f}")
    return f"M{'L'.join(points)}Z"
