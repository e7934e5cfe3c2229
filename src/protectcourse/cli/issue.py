"""`issue` and `revoke`: an organisation's certificates, and the list of those withdrawn."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from protectcourse.atomic import write_whole
from protectcourse.cli.output import say, say_aside
from protectcourse.clock import SystemClock
from protectcourse.errors import RecordError, SettingsError
from protectcourse.organisation import (
    LARGEST,
    Organisation,
    load_organisation,
    read_organisation,
)
from protectcourse.plain_text import one_line
from protectcourse.records.certificates.credential import is_language
from protectcourse.records.certificates.identity import spelled
from protectcourse.records.certificates.issuing import Issued, NotIssued, Outcome, Wanted, issue
from protectcourse.records.certificates.kept import revocations, withdraw
from protectcourse.records.certificates.making import Issuer
from protectcourse.records.certificates.names import LARGEST as LARGEST_NAMES
from protectcourse.records.certificates.names import read_names
from protectcourse.records.certificates.revocation import clean_reason, make_list, write_list
from protectcourse.records.certificates.saving import Printing, save_certificate
from protectcourse.records.register.opening import open_register
from protectcourse.records.roster.row import name_key
from protectcourse.signing import Signer, fingerprint, read_key

NOT_ALL, USAGE = 1, 2


class Files(NamedTuple):
    """The files that a command is given."""

    register: str
    key: Path
    organisation: Path | None
    """Its settings; else those in use on this computer count."""


class Output(NamedTuple):
    """Where certificates go, and how."""

    to: Path
    printing: Printing
    replace: bool


def issue_certificates(
    folder: Path, files: Files, wanted: Wanted, names: Path | None, output: Output
) -> int:
    """Issue what is wanted, write its files, and say what came of it; return the exit code."""
    if not output.to.is_dir():
        raise RecordError(f"there is no folder {output.to}", "Make it first, or name another.")
    if not is_language(wanted.language):
        message = f"{one_line(wanted.language)} is not the code of a language"
        raise SettingsError(message, "Such as en, ko or pt-BR.")
    issuer = _issuer(folder, files)
    if names is not None:
        given = read_names(_read(names, LARGEST_NAMES), str(names))
        wanted = wanted._replace(names=given)
    clock = SystemClock()
    with open_register(files.register, clock, must_exist=True) as register:
        outcomes = issue(register, issuer, wanted, clock.now())
    if not outcomes:
        say("The register has no completion of that course or those learners.")
        return NOT_ALL
    for outcome in sorted(outcomes, key=lambda one: name_key(one.name)):
        _tell(outcome, output)
    missing = _without_completion(wanted, outcomes)
    for one in missing:
        say(f"Not issued: {one}: the register has no completion of this learner.")
    _tell_counts(outcomes, len(missing))
    return NOT_ALL if missing or any(isinstance(one, NotIssued) for one in outcomes) else 0


def revoke_certificate(
    folder: Path, files: Files, number: str | None, reason: str, to: Path | None
) -> int:
    """Withdraw a certificate, if one is named, and write the list; return the exit code."""
    if (number is None and to is None) or (number is not None and not clean_reason(reason)):
        say_aside("protectcourse: name a certificate and a --reason, or --to for the list alone.")
        return USAGE
    issuer, clock = _issuer(folder, files), SystemClock()
    with open_register(files.register, clock, must_exist=True) as register:
        if number is not None:
            gone = withdraw(register, number, clock.today(), clean_reason(reason))
            say(f"Withdrawn on {gone.revoked_at}: {gone.id} ({gone.reason})")
        listed = make_list(one_line(issuer.organisation.name), revocations(register))
    if to is None:
        say("Nobody else knows yet: write the list with --to FILE and pass it on.")
        return 0
    try:
        write_whole(to, write_list(listed, issuer.signer))
    except OSError as error:
        message = f"{to} could not be written ({error.strerror})"
        raise RecordError(message, "Name another place with --to.") from error
    entries = f"{listed.number} certificate{'s' * (listed.number != 1)}"
    say(f"{to} lists {entries}; it is number {listed.number}, and replaces every lower one.")
    say(f"Pass it on: protectcourse verify FILE --revoked {to.name}")
    return 0


def _issuer(folder: Path, files: Files) -> Issuer:
    """Return who signs. Raises SettingsError where the key is not the organisation's."""
    signer = read_key(files.key)
    if signer is None:
        hint = "Make one with `protectcourse organisation key FILE`."
        raise SettingsError(f"there is no key in {files.key}", hint)
    organisation = _organisation(folder, files.organisation)
    _refuse_other_key(organisation, signer)
    return Issuer(organisation, signer)


def _organisation(folder: Path, file: Path | None) -> Organisation:
    if file is not None:
        return read_organisation(_read(file, LARGEST), str(file))
    found = load_organisation(folder)
    if not found.id:
        message = "no organisation has set anything here, and a certificate names who issues it"
        raise SettingsError(message, "Name its settings with --organisation FILE.toml.")
    return found


def _refuse_other_key(organisation: Organisation, signer: Signer) -> None:
    if organisation.public_key in {"", signer.public_key}:
        return
    message = f"this is not the key of {one_line(organisation.name)}"
    hint = (
        f"Its settings name {fingerprint(organisation.public_key)}; the file has "
        f"{fingerprint(signer.public_key)}."
    )
    raise SettingsError(message, hint)


def _without_completion(wanted: Wanted, outcomes: Sequence[Outcome]) -> list[str]:
    """Return which of the learners that were named nothing came of."""
    found = {spelled(one.name) for one in outcomes}
    found |= {one.learner if isinstance(one, Issued) else one.completed.learner for one in outcomes}
    return [one_line(said) for said in wanted.learners if spelled(said) not in found]


def _tell(outcome: Outcome, output: Output) -> None:
    if isinstance(outcome, NotIssued):
        done = outcome.completed
        who = f"{outcome.name or 'no name'} ({done.learner})"
        say(f"Not issued: {who}, {done.course}, {done.day}: {outcome.reason}.")
        return
    saved = save_certificate(outcome, output.to, output.printing, replace=output.replace)
    who = outcome.name or outcome.learner
    before = "" if outcome.is_new else ", issued before"
    say(f"{who}, {outcome.certificate.course}, {outcome.certificate.day}{before}: {saved.signed}")
    if saved.no_pdf:
        say(f"  No PDF: {saved.no_pdf}")


def _tell_counts(outcomes: Sequence[Outcome], missing: int) -> None:
    issued = [one for one in outcomes if isinstance(one, Issued)]
    new = sum(one.is_new for one in issued)
    not_issued = len(outcomes) - len(issued) + missing
    say(f"Issued: {new}. Issued before: {len(issued) - new}. Not: {not_issued}.")
    if issued:
        say("With each signed file (.jwt) goes a page to print (.html). Give people both.")


def _read(file: Path, largest: int) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(largest + 1)
    except OSError as error:
        raise SettingsError(f"{file} cannot be read ({error.strerror})") from error
