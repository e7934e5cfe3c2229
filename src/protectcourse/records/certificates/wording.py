"""What a certificate says in words, the same on the page and in the terminal."""

from datetime import date

from protectcourse.plain_text import one_line
from protectcourse.records.certificates.credential import Certificate
from protectcourse.records.certificates.verifying import CertificateVerdict, Judged
from protectcourse.records.wording import DRAFT, NO_DECIDER
from protectcourse.signing import fingerprint

HEADING = "Certificate of completion"
DRAFT_HEADING = "Certificate of completion of a draft course"
WHAT_IT_SHOWS = (
    "The organisation named here says, under its own key, that the program on the learner's "
    "computer recorded the completion of this course, and that the record reached the "
    "organisation unchanged."
)
WHAT_IT_DOES_NOT_SHOW = (
    "It does not show who sat at the keyboard, nor how well anybody does the work. It holds no "
    "score and no answers."
)
HOW_THE_NAME_STANDS = (
    "The signed file holds no name and no number of the learner, only sums by which a name or "
    "number that you already know can be tested."
)
DESCRIPTION = "A course of training in the terminal, completed."
CRITERIA = "All that the course asks for was done, by the rule that stood when it was begun."
NOTHING_IN_IT_COUNTS = "Nothing that it says can be relied on."
VERDICTS = {
    CertificateVerdict.VALID: "Valid: the organisation signed it, and it was not changed since.",
    CertificateVerdict.EXPIRED: (
        "Expired: the organisation signed it and it was not changed, but the time for which it "
        "holds has ended."
    ),
    CertificateVerdict.NOT_YET: (
        "Not yet valid: the organisation signed it, for a day that has not come. Check the clock "
        "of this computer."
    ),
    CertificateVerdict.REVOKED: "Withdrawn by the organisation that issued it. It counts no more.",
    CertificateVerdict.UNPINNED: (
        "Signed, but nobody here says by whom it ought to be: anybody can make a key and sign "
        "under any name. Ask the organisation for its key, by another way than the one on which "
        "this file came, and name it with --issuer."
    ),
    CertificateVerdict.OTHER_ISSUER: (
        f"Signed by another: not with the key that you expect. {NOTHING_IN_IT_COUNTS}"
    ),
    CertificateVerdict.CHANGED: (
        f"Changed after signing. {NOTHING_IN_IT_COUNTS} Ask for the file again."
    ),
    CertificateVerdict.NEWER: (
        "In a format that this version does not know. Install a newer version to check it."
    ),
    CertificateVerdict.NO_CREDENTIAL: "This is not a certificate of this program.",
}
"""Each verdict in words."""


def certificate_facts(certificate: Certificate, today: date) -> list[tuple[str, str]]:
    """Return what a certificate says, each as a label and words."""
    return [
        ("Issued by", certificate.issuer),
        ("Course", f"{certificate.title} ({certificate.course}), version {certificate.version}"),
        ("State of the course", draft_words(certificate)),
        ("Completed on", certificate.day),
        ("Valid until", _end_words(certificate, today)),
        ("Number of the certificate", certificate.number),
        ("Key of the issuer", fingerprint(certificate.issuer_key)),
    ]


def certificate_statements(certificate: Certificate) -> list[str]:
    """Return what has to be said beside the facts."""
    draft = [DRAFT] if certificate.is_draft else []
    return [WHAT_IT_SHOWS, *draft, WHAT_IT_DOES_NOT_SHOW, NO_DECIDER, HOW_THE_NAME_STANDS]


def criteria(*, is_draft: bool) -> str:
    """Return what was asked for, as it stands in the credential."""
    return " ".join([CRITERIA, *([DRAFT] if is_draft else []), NO_DECIDER])


def draft_words(certificate: Certificate) -> str:
    """Return the state of the course in words."""
    return "draft course: nobody had reviewed it" if certificate.is_draft else "reviewed"


def judgement(judged: Judged) -> list[str]:
    """Return the verdict in words, with what is known of it."""
    lines = [VERDICTS[judged.verdict]]
    if judged.revocation is not None:
        lines.append(
            f"Since {judged.revocation.day}, and why: {one_line(judged.revocation.reason)}"
        )
    if judged.stated_key:
        lines.append(f"The file names this key: {fingerprint(judged.stated_key)}")
        lines.append(judged.stated_key)
    return lines


def _end_words(certificate: Certificate, today: date) -> str:
    if not certificate.until:
        return "no end is set"
    has_ended = certificate.until < today.isoformat()
    return f"{certificate.until}, which has passed" if has_ended else certificate.until
