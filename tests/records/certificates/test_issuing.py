"""Certificates are issued once, kept, withdrawn for good, and made anew where that is asked."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from certified import ISSUER, NAME, ORGANISATION, OTHER_SIGNER, graduate, hand_in, register_in

from protectcourse.errors import RecordError
from protectcourse.records.certificates.issuing import (
    NOT_COME,
    OTHER_NAME,
    WITHDRAWN,
    Issued,
    NotIssued,
    Outcome,
    Wanted,
    issue,
)
from protectcourse.records.certificates.kept import kept_certificates, revocations, withdraw
from protectcourse.records.certificates.making import Issuer
from protectcourse.records.register.register import Register

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
DAY = date(2027, 1, 5)


def only(outcomes: list[Outcome]) -> Issued:
    """Return the one certificate that was issued."""
    (found,) = outcomes
    assert isinstance(found, Issued)
    return found


def refusal(outcomes: list[Outcome]) -> str:
    """Return why the one completion has no certificate."""
    (found,) = outcomes
    assert isinstance(found, NotIssued)
    return found.reason


def issued(register: Register, **wanted: object) -> list[Outcome]:
    """Issue what is wanted."""
    return issue(register, ISSUER, Wanted()._replace(**wanted), NOW)


def test_issuing_twice_gives_the_same_certificate(tmp_path: Path) -> None:
    """Not a second, whatever time has passed or which settings have changed since."""
    later = Issuer(ORGANISATION._replace(name="Example Aid International"), ISSUER.signer)
    with register_in(tmp_path) as register:
        hand_in(graduate(tmp_path / "a"), register)
        first = only(issued(register))
        second = only(issued(register, language="ko"))
        third = only(issue(register, later, Wanted(), NOW.replace(year=2027)))

        assert first.is_new
        assert not second.is_new
        assert first.jwt == second.jwt == third.jwt
        assert first.name == second.name == NAME
        (kept,) = kept_certificates(register)
        assert (kept.course, kept.day, kept.until) == ("demo", "2026-11-24", "2028-11-24")
        assert kept.issued_at == "2026-11-25T09:00:00+00:00"


def test_a_register_that_was_lost_issues_the_same_again(tmp_path: Path) -> None:
    """All of it comes out of the files handed in and the organisation's key."""
    visitor = graduate(tmp_path / "a")
    tokens = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        with register_in(tmp_path / name) as register:
            hand_in(visitor, register)
            tokens.append(only(issued(register)).jwt)

    assert tokens[0] == tokens[1]


def test_a_refresher_has_a_certificate_of_its_own(tmp_path: Path) -> None:
    """And the first stays as it was."""
    visitor = graduate(tmp_path / "a")
    with register_in(tmp_path) as register:
        hand_in(visitor, register)
        first = only(issued(register))
        visitor.clock.move(days=700)
        visitor.enrolment.start_over()
        visitor.complete()
        hand_in(visitor, register, visitor.clock.today())
        again, new = issue(register, ISSUER, Wanted(), NOW.replace(year=2029))

        assert isinstance(again, Issued)
        assert isinstance(new, Issued)
        assert (again.jwt, again.is_new, new.is_new) == (first.jwt, False, True)
        assert new.certificate.day == "2028-10-24"
        assert len(kept_certificates(register)) == 2


def test_only_what_is_wanted_is_issued(tmp_path: Path) -> None:
    """By course, by number, by name as handed in or as given."""
    visitors = [graduate(tmp_path / name, name) for name in ("Ada", "Bo")]
    ada, bo = (visitor.store.learner for visitor in visitors)
    with register_in(tmp_path) as register:
        for visitor in visitors:
            hand_in(visitor, register)

        assert issued(register, course="other") == []
        assert issued(register, learners=("Nobody",)) == []
        assert only(issued(register, learners=("  Ada ",))).learner == ada
        assert only(issued(register, learners=(bo,))).learner == bo
        assert len(issued(register)) == 2
        assert len(kept_certificates(register)) == 2


def test_a_name_from_the_table_comes_before_the_one_handed_in(tmp_path: Path) -> None:
    """Learners call themselves what they like; a paper carries the name of the office's list."""
    visitor = graduate(tmp_path / "a", "mouse")
    with register_in(tmp_path) as register:
        hand_in(visitor, register)
        found = only(issued(register, names={visitor.store.learner: NAME}))

        assert found.name == NAME
        assert found.certificate.is_for(NAME)
        assert not found.certificate.is_for("mouse")


def test_a_page_never_names_somebody_whom_the_certificate_does_not_know(tmp_path: Path) -> None:
    """The name on the paper and the one in the signed file are one, or there is no paper."""
    visitor = graduate(tmp_path / "a", "Ada")
    with register_in(tmp_path) as register:
        hand_in(visitor, register)
        issued(register)

        other = issued(register, names={visitor.store.learner: "Eve"})

        assert refusal(other) == OTHER_NAME


def test_a_certificate_without_a_name_does_not_gain_one(tmp_path: Path) -> None:
    """Its page goes on naming the number: the signed file cannot vouch for more."""
    visitor = graduate(tmp_path / "a", "")
    with register_in(tmp_path) as register:
        hand_in(visitor, register)
        first = only(issued(register))

        again = only(issued(register, names={visitor.store.learner: "Ada"}))

        assert (first.name, again.name) == ("", "")
        assert again.jwt == first.jwt


def test_a_day_that_has_not_come_is_not_certified(tmp_path: Path) -> None:
    """The clock of the laptop was wrong, or somebody set it."""
    visitor = graduate(tmp_path / "a")
    with register_in(tmp_path) as register:
        hand_in(visitor, register)

        early = issue(register, ISSUER, Wanted(), datetime(2026, 11, 22, tzinfo=UTC))

        assert refusal(early) == NOT_COME
        assert kept_certificates(register) == []


def test_what_was_withdrawn_stays_so_and_another_is_made_only_when_asked(tmp_path: Path) -> None:
    """A misspelt name: the first is withdrawn, the second has another number."""
    visitor = graduate(tmp_path / "a", "Adda")
    with register_in(tmp_path) as register:
        hand_in(visitor, register)
        first = only(issued(register))
        withdraw(register, first.certificate.number[:8], DAY, "name misspelt")

        assert refusal(issued(register)) == WITHDRAWN
        second = only(issued(register, again=True, names={visitor.store.learner: "Ada"}))
        assert second.is_new
        assert second.certificate.id != first.certificate.id
        assert second.certificate.is_for("Ada")
        named = {visitor.store.learner: "Ada"}
        assert not only(issued(register, again=True, names=named)).is_new
        assert [one.id for one in revocations(register)] == [first.certificate.id]


def test_a_withdrawal_keeps_its_first_day_and_reason(tmp_path: Path) -> None:
    """What a list has said once, the next must not say otherwise."""
    with register_in(tmp_path) as register:
        hand_in(graduate(tmp_path / "a"), register)
        number = only(issued(register)).certificate.id
        withdraw(register, number, DAY, "first")

        again = withdraw(register, number, date(2028, 1, 1), "second")

        assert (again.revoked_at, again.reason) == ("2027-01-05", "first")


@pytest.mark.parametrize("number", ["", "00000000", "urn:uuid:", "%", "________", "x" * 1000])
def test_a_number_that_names_no_certificate_is_told(tmp_path: Path, number: str) -> None:
    """Nothing is withdrawn by a slip of the finger."""
    with register_in(tmp_path) as register:
        hand_in(graduate(tmp_path / "a"), register)
        issued(register)

        with pytest.raises(RecordError, match="no certificate"):
            withdraw(register, number, DAY, "x")
        assert revocations(register) == []


def test_of_an_erased_learner_no_certificate_is_kept(tmp_path: Path) -> None:
    """Only that a number was withdrawn stays, as the list says that already."""
    visitors = [graduate(tmp_path / name, name) for name in ("Ada", "Bo")]
    with register_in(tmp_path) as register:
        for visitor in visitors:
            hand_in(visitor, register)
        gone = only(issued(register, learners=("Ada",)))
        issued(register)
        withdraw(register, gone.certificate.number, DAY, "wrong person")

        for visitor in visitors:
            register.erase(visitor.store.learner)

        (kept,) = kept_certificates(register)
        assert (kept.id, kept.revoked_at) == (gone.certificate.number, "2027-01-05")
        assert (kept.learner, kept.course, kept.day, kept.jwt) == ("", "", "", "")


def test_after_a_change_of_key_the_old_certificate_stands(tmp_path: Path) -> None:
    """It was issued; a second beside it would be one too many."""
    with register_in(tmp_path) as register:
        hand_in(graduate(tmp_path / "a"), register)
        first = only(issued(register))
        renewed = Issuer(ORGANISATION._replace(public_key=""), OTHER_SIGNER)

        again = only(issue(register, renewed, Wanted(), NOW))

        assert again.jwt == first.jwt
        assert again.certificate.issuer_key == ISSUER.signer.public_key
