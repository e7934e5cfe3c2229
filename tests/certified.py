"""Certificates for tests, and a register that real sittings have filled."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from completed import RULED, Visitor
from fake_clock import FakeClock

from protectcourse.organisation import Organisation
from protectcourse.records.certificates.completions import Completed
from protectcourse.records.certificates.credential import Certificate
from protectcourse.records.certificates.making import (
    Issuer,
    Told,
    make_certificate,
    sign_certificate,
)
from protectcourse.records.handing_in.bundle import make_hand_in
from protectcourse.records.handing_in.levels import Level
from protectcourse.records.handing_in.reading import read_hand_in
from protectcourse.records.register.opening import open_register
from protectcourse.records.register.register import Register
from protectcourse.signing import Signer

SIGNER, OTHER_SIGNER = Signer(b"\x05" * 32), Signer(b"\x06" * 32)
SEED = b"05" * 32 + b"\n"
"""The file of the organisation's key."""
LEARNER, NAME = "a3f1c0de5b7792e4", "Mina Okafor"
ORGANISATION = Organisation(
    "example-aid", "Example Aid", "", SIGNER.public_key, "https://learning.example.org/"
)
SETTINGS = f"""\
organisation = "{ORGANISATION.id}"
name = "{ORGANISATION.name}"
public_key = "{ORGANISATION.public_key}"
xapi_base = "{ORGANISATION.xapi_base}"
"""
ISSUER = Issuer(ORGANISATION, SIGNER)
TODAY = date(2026, 11, 25)
REVIEWED = RULED + "status: reviewed\n"


def completed(**changes: Any) -> Completed:
    """Return a completion, with some parts changed."""
    usual = Completed(LEARNER, "demo", 3, False, "2026-11-24", "2028-11-24", 1)
    return usual._replace(**changes)


def told(**changes: Any) -> Told:
    """Return what a register says beside it, with some parts changed."""
    return Told("A demonstration", "en", NAME)._replace(**changes)


def certificate(**changes: Any) -> Certificate:
    """Return a certificate of a completion that has some parts changed."""
    return make_certificate(completed(**changes), told(), ISSUER)


def token(signer: Signer = SIGNER, **changes: Any) -> bytes:
    """Return the signed file of a certificate."""
    made = make_certificate(completed(**changes), told(), Issuer(ORGANISATION, signer))
    return sign_certificate(made, signer).encode() + b"\n"


def hand_in(visitor: Visitor, register: Register, day: date = TODAY) -> None:
    """Hand in what a learner has done, and take it into a register."""
    signer = Signer(bytes.fromhex(visitor.store.learner) * 4)
    data = make_hand_in(
        visitor.store, [visitor.course.outline], level=Level.RESULTS, day=day, signer=signer
    )
    register.take(read_hand_in(data, None), "sent.pcrec", sha256(data).hexdigest())


@contextmanager
def register_in(folder: Path) -> Iterator[Register]:
    """Give a register in a folder, which is made if there is none."""
    with open_register(str(folder / "register.db"), FakeClock()) as register:
        yield register


def graduate(folder: Path, name: str = NAME, day: date | None = None) -> Visitor:
    """Return somebody who has completed the small course, on a day or on the usual one."""
    visitor = Visitor(folder)
    if day is not None:
        visitor.clock.move(days=(day - visitor.clock.today()).days)
    visitor.complete()
    visitor.store.set_profile("name", name)
    return visitor
