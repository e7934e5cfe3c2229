"""`verify` for certificates: by the key of whoever is to have issued them, and nothing fetched."""

import re
from pathlib import Path
from textwrap import TextWrapper
from typing import NamedTuple

from protectcourse.cli.output import say
from protectcourse.clock import SystemClock
from protectcourse.errors import RecordError, SettingsError
from protectcourse.organisation import LARGEST, load_organisation, read_organisation
from protectcourse.plain_text import one_line
from protectcourse.records.certificates.credential import Certificate
from protectcourse.records.certificates.did import key_of
from protectcourse.records.certificates.jwt import LONGEST_TOKEN
from protectcourse.records.certificates.revocation import RevocationList, read_list
from protectcourse.records.certificates.verifying import CertificateVerdict, judge
from protectcourse.records.certificates.wording import (
    certificate_facts,
    certificate_statements,
    judgement,
)

WIDTH = 76
_PARAGRAPH = TextWrapper(WIDTH, break_long_words=False, break_on_hyphens=False)
_FACT = TextWrapper(
    WIDTH,
    initial_indent="  ",
    subsequent_indent="    ",
    break_long_words=False,
    break_on_hyphens=False,
)
_KEY = re.compile(r"[0-9a-fA-F]{64}")
NO_LIST = (
    "Whether it was withdrawn is not known here. Ask the issuer for the newest list, and name it "
    "with --revoked."
)


class Expected(NamedTuple):
    """What whoever checks a certificate expects of it."""

    issuer: str = ""
    """A key, a did:key, or the file of an organisation's settings; empty for that in use here."""
    revoked: Path | None = None
    """The file of what the issuer has withdrawn."""
    learner: str = ""
    """A name or number; empty where anybody's will do."""


def verify_certificate(file: Path, data: bytes, folder: Path, expected: Expected) -> int:
    """Print the verdict on a certificate, and what it says where that counts; return the code."""
    today = SystemClock().today()
    key = issuer_key(expected.issuer) or load_organisation(folder).public_key
    revoked = None
    if expected.revoked is not None and key:
        revoked = read_list(_read(expected.revoked), key, str(expected.revoked))
    judged = judge(data, key, today, revoked)
    say(f"{file}:")
    for words in judgement(judged):
        say(_PARAGRAPH.fill(words))
    if judged.certificate is None:
        return RecordError.exit_code
    fits = _say_whose(judged.certificate, expected.learner)
    say("")
    for label, words in certificate_facts(judged.certificate, today):
        say(_FACT.fill(f"{label}: {words}"))
    for words in (_list_words(revoked), *certificate_statements(judged.certificate)):
        say("")
        say(_PARAGRAPH.fill(words))
    is_sound = judged.verdict is CertificateVerdict.VALID and fits
    return 0 if is_sound else RecordError.exit_code


def issuer_key(said: str) -> str:
    """Return the key that `--issuer` names, empty for nothing said. Raises SettingsError."""
    if not said or _KEY.fullmatch(said):
        return said.lower()
    if said.startswith("did:"):
        key = key_of(said.partition("#")[0])
        if key is None:
            message = f"{one_line(said)[:80]} is not the did:key of an Ed25519 key"
            raise SettingsError(
                message, "Such as did:key:z6Mk… with 48 letters after the last `:`."
            )
        return key
    organisation = read_organisation(_read_settings(Path(said)), said)
    if not organisation.public_key:
        message = f"{said} does not name the organisation's key"
        raise SettingsError(message, "Ask the organisation for settings with a `public_key`.")
    return organisation.public_key


def _say_whose(certificate: Certificate, learner: str) -> bool:
    """Say whether the certificate is for whom it is to be for."""
    if not learner:
        return True
    fits = certificate.is_for(learner)
    known = "" if certificate.has_name else " It knows the learner's number alone, and no name."
    words = "It is that of" if fits else "It is NOT that of"
    say(_PARAGRAPH.fill(f"{words} {one_line(learner)}.{'' if fits else known}"))
    return fits


def _list_words(revoked: RevocationList | None) -> str:
    if revoked is None:
        return NO_LIST
    dated = f" of {revoked.day}" if revoked.day else ""
    return f"Checked against list {revoked.number}{dated} of what the issuer has withdrawn."


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LONGEST_TOKEN + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "that is no name of a file"
        raise RecordError(f"{path} cannot be read ({why})") from error


def _read_settings(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        message = f"{one_line(str(path))[:80]} is neither a key nor a file that can be read"
        hint = "Name the issuer's key, 64 digits, or the organisation's settings."
        raise SettingsError(message, hint) from error
