"""What a certificate says in words, and what each verdict means."""

from datetime import date

import pytest
from certified import TODAY, certificate

from protectcourse.records.certificates.revocation import Revocation
from protectcourse.records.certificates.verifying import CertificateVerdict, Judged
from protectcourse.records.certificates.wording import (
    VERDICTS,
    WHAT_IT_DOES_NOT_SHOW,
    certificate_facts,
    certificate_statements,
    judgement,
)
from protectcourse.records.wording import DRAFT, NO_DECIDER


def test_every_verdict_has_words_of_its_own() -> None:
    """A verdict without words would be a traceback; two alike would be no answer."""
    assert set(VERDICTS) == set(CertificateVerdict)
    assert len(set(VERDICTS.values())) == len(VERDICTS)


@pytest.mark.parametrize(
    ("until", "today", "words"),
    [
        ("", date.max, "no end is set"),
        ("2028-11-24", date(2028, 11, 24), "2028-11-24"),
        ("2028-11-24", date(2028, 11, 25), "2028-11-24, which has passed"),
    ],
)
def test_the_end_is_told_in_words(until: str, today: date, words: str) -> None:
    """The last day is still a day on which it holds."""
    assert dict(certificate_facts(certificate(until=until), today))["Valid until"] == words


def test_what_it_does_not_show_is_always_said() -> None:
    """And that the course was a draft, where it was."""
    for is_draft in (True, False):
        said = certificate_statements(certificate(is_draft=is_draft))
        assert {WHAT_IT_DOES_NOT_SHOW, NO_DECIDER} <= set(said)
        assert (DRAFT in said) == is_draft


def test_a_reason_is_told_cleaned() -> None:
    """It comes out of a file."""
    gone = Revocation(certificate().id, "2027-01-05", "wrong\x1b[2J person")

    said = judgement(Judged(CertificateVerdict.REVOKED, certificate(), gone))

    assert "wrong\ufffd[2J person" in said[1]
    assert "2027-01-05" in said[1]


def test_nothing_shouts() -> None:
    """Whoever checks is at work."""
    told = [*VERDICTS.values(), *certificate_statements(certificate(is_draft=True))]
    told += [words for _, words in certificate_facts(certificate(), TODAY)]

    assert not any("!" in words for words in told)
