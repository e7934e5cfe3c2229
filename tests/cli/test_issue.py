"""`issue`, `revoke` and `verify`, as an office and whoever is shown a certificate call them."""

from pathlib import Path
from subprocess import CompletedProcess

import pytest
from certified import (
    NAME,
    OTHER_SIGNER,
    SEED,
    SETTINGS,
    SIGNER,
    certificate,
    graduate,
    hand_in,
    register_in,
    token,
)
from program import run, run_here

from protectcourse.clock import SystemClock
from protectcourse.records.certificates.did import did_of

TODAY = SystemClock().today()
"""The program asks the computer's clock, and a certificate holds from its day on."""


class Office:
    """An organisation's computer, with a register, a key and settings."""

    def __init__(self, folder: Path, *names: str) -> None:
        self.folder = folder
        self.learners = []
        with register_in(folder) as register:
            for name in names:
                visitor = graduate(folder / f"laptop-{len(self.learners)}", name, TODAY)
                hand_in(visitor, register, TODAY)
                self.learners.append(visitor.store.learner)
        (folder / "org.key").write_bytes(SEED)
        (folder / "org.toml").write_text(SETTINGS, encoding="utf-8")
        self.out = folder / "out"
        self.out.mkdir()

    def call(self, command: str, *arguments: str | Path) -> CompletedProcess[str]:
        """Run a command with the register, the key and the settings."""
        usual = ("--register", "register.db", "--key", "org.key", "--organisation", "org.toml")
        done = run_here(*("--data-dir", "none", command, *usual, *arguments), cwd=self.folder)
        assert "Traceback" not in done.stderr
        return done

    def issue(self, *arguments: str | Path) -> CompletedProcess[str]:
        """Issue certificates into the folder for them."""
        return self.call("issue", "--to", "out", *arguments)

    def verify(self, *arguments: str | Path) -> CompletedProcess[str]:
        """Verify a file."""
        done = run_here("--data-dir", "none", "verify", *arguments, cwd=self.folder)
        assert "Traceback" not in done.stderr
        return done

    @property
    def signed(self) -> Path:
        """The one signed file."""
        (found,) = self.out.glob("*.jwt")
        return found


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Return an office with one completion in its register."""
    return Office(tmp_path, NAME)


def words(done: CompletedProcess[str]) -> str:
    """Return what was printed, with single blanks."""
    return " ".join((done.stdout + done.stderr).split())


def test_a_certificate_is_issued_and_verifies(office: Office) -> None:
    """The whole way: register, signed file, page, verdict."""
    done = office.issue("--all")
    checked = office.verify(office.signed, "--issuer", "org.toml", "--learner", NAME)

    assert (done.returncode, done.stderr) == (0, "")
    assert f"{NAME}, demo, {TODAY}" in done.stdout
    assert "Issued: 1. Issued before: 0. Not: 0." in done.stdout
    assert NAME in office.signed.with_suffix(".html").read_text(encoding="utf-8")
    assert checked.returncode == 0
    for fact in ("Valid:", "Example Aid", "A demonstration (demo), version 1", f"that of {NAME}."):
        assert fact in words(checked)
    for said in ("draft course", "who sat at the keyboard", "who is a refugee", "not known here"):
        assert said in words(checked)


def test_issuing_twice_writes_the_same(office: Office) -> None:
    """And says that it was issued before."""
    office.issue("--all")
    before = office.signed.read_bytes()

    again = office.issue("--all")

    assert again.returncode == 0
    assert "issued before" in again.stdout
    assert office.signed.read_bytes() == before


def test_somebody_named_who_completed_nothing_is_told(office: Office) -> None:
    """Otherwise whoever named them believes that they have one."""
    done = office.issue("--learner", NAME, "--learner", "Cy Fox")

    assert done.returncode == 1
    assert "Not issued: Cy Fox: the register has no completion" in done.stdout
    assert "Issued: 1. Issued before: 0. Not: 1." in done.stdout


def test_what_was_issued_is_listed_by_name(tmp_path: Path) -> None:
    """The names of the files hold none: the list says whose each is."""
    names = ("Zoe Ray", "ada lee", "Elodie Fox")

    done = Office(tmp_path, *names).issue("--all")

    assert [line.split(",")[0] for line in done.stdout.splitlines()[:3]] == [
        *("ada lee", "Elodie Fox", "Zoe Ray")
    ]


@pytest.mark.parametrize(
    ("issuer", "code"),
    [
        (SIGNER.public_key, 0),
        (SIGNER.public_key.upper(), 0),
        (did_of(SIGNER.public_key), 0),
        (OTHER_SIGNER.public_key, 5),
        (did_of(OTHER_SIGNER.public_key), 5),
        ("did:web:example.org", 2),
        ("nothing.toml", 2),
        ("f" * 63, 2),
    ],
)
def test_the_issuer_is_whom_one_names(office: Office, issuer: str, code: int) -> None:
    """By key, by did:key, or by settings; what is none of them is told."""
    office.issue("--all")

    done = office.verify(office.signed, "--issuer", issuer)

    assert done.returncode == code
    assert ("Signed by another" in done.stdout) == (code == 5)


def test_without_an_issuer_nothing_is_believed(office: Office) -> None:
    """The key is shown, for asking; the words of the certificate are not."""
    office.issue("--all")

    done = office.verify(office.signed)

    assert done.returncode == 5
    assert "anybody can make a key" in words(done)
    assert SIGNER.public_key in done.stdout
    assert "demonstration" not in done.stdout


def test_the_organisation_in_use_is_the_issuer_where_none_is_named(office: Office) -> None:
    """Trainees of the organisation need type nothing."""
    office.issue("--all")
    run_here("--data-dir", "here", "organisation", "add", "org.toml", "--yes", cwd=office.folder)

    done = run_here("--data-dir", "here", "verify", office.signed, cwd=office.folder)

    assert done.returncode == 0


def test_a_certificate_of_somebody_else_is_told(office: Office) -> None:
    """It is valid, and not theirs: shown by the wrong person, it counts for nothing."""
    office.issue("--all")

    done = office.verify(office.signed, "--issuer", "org.toml", "--learner", "Eve\x1b[2J")

    assert done.returncode == 5
    assert "It is NOT that of Eve" in words(done)
    assert "\x1b" not in done.stdout


def test_a_withdrawn_certificate_is_told_by_the_list(office: Office) -> None:
    """From the office to whoever checks: a file, passed on by hand."""
    office.issue("--all")
    number = office.signed.stem[-8:]

    gone = office.call("revoke", number, "--reason", "wrong person", "--to", "list.pcrevoked")
    with_list = office.verify(office.signed, "--issuer", "org.toml", "--revoked", "list.pcrevoked")
    without = office.verify(office.signed, "--issuer", "org.toml")

    assert gone.returncode == 0
    assert "number 1" in gone.stdout
    assert with_list.returncode == 5
    assert "Withdrawn by the organisation" in words(with_list)
    assert "wrong person" in words(with_list)
    assert without.returncode == 0
    assert "Whether it was withdrawn is not known here" in words(without)


def test_a_list_that_is_not_the_issuers_is_not_believed(office: Office) -> None:
    """Nor is the certificate then called valid."""
    office.issue("--all")
    office.call("revoke", "--to", "list.pcrevoked")
    (office.folder / "other.pcrevoked").write_bytes(token())

    good = office.verify(office.signed, "--issuer", "org.toml", "--revoked", "list.pcrevoked")
    wrong = office.verify(office.signed, "--issuer", "org.toml", "--revoked", "other.pcrevoked")
    none = office.verify(office.signed, "--issuer", "org.toml", "--revoked", "missing")

    assert "Checked against list 0" in words(good)
    assert (good.returncode, wrong.returncode, none.returncode) == (0, 5, 5)
    assert "is not a list" in words(wrong)


def test_another_is_issued_in_place_of_one_withdrawn_when_asked(office: Office) -> None:
    """With the name put right."""
    office.issue("--all")
    office.call("revoke", office.signed.stem[-8:], "--reason", "name misspelt")
    table = f"learner,name\n{office.learners[0]},Mina Okafor-Lee\n"
    (office.folder / "names.csv").write_text(table, encoding="utf-8")

    refused = office.issue("--all", "--names", "names.csv")
    again = office.issue("--all", "--again", "--names", "names.csv")

    assert refused.returncode == 1
    assert "--again" in refused.stdout
    assert (again.returncode, len(list(office.out.glob("*.jwt")))) == (0, 2)
    assert "Mina Okafor-Lee" in again.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 2, "--learner"),
        (("--all", "--learner", "x"), 2, "--learner"),
        (("--learner", "nobody"), 1, "no completion"),
        (("--all", "--course", "other"), 1, "no completion"),
        (("--all", "--to", "missing"), 5, "no folder"),
        (("--all", "--language", "<b>"), 2, "language"),
        (("--all", "--names", "org.key"), 5, "columns"),
        (("--all", "--names", "missing.csv"), 2, "cannot be read"),
        (("--all", "--register", "missing.db"), 5, "no register"),
        (("--all", "--register", "org.toml"), 5, "not a register"),
        (("--all", "--key", "missing.key"), 2, "no key"),
        (("--all", "--key", "org.toml"), 5, "damaged"),
        (("--all", "--organisation", "org.key"), 2, "not TOML"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_done_is_told(
    office: Office, arguments: tuple[str, ...], code: int, said: str
) -> None:
    """With the exit code of its sort, and nothing issued."""
    done = office.issue(*arguments)

    assert done.returncode == code
    assert said in words(done)
    assert list(office.out.iterdir()) == []


def test_the_key_must_be_the_organisations(office: Office) -> None:
    """A certificate signed with another key would verify nowhere."""
    (office.folder / "org.key").write_bytes(b"06" * 32 + b"\n")

    done = office.issue("--all")

    assert done.returncode == 2
    assert "not the key of Example Aid" in words(done)


def test_without_an_organisation_nothing_is_issued(office: Office) -> None:
    """A certificate names who issues it."""
    usual = ("--register", "register.db", "--key", "org.key", "--all")

    done = run_here("--data-dir", "none", "issue", *usual, cwd=office.folder)

    assert done.returncode == 2
    assert "--organisation" in done.stderr


@pytest.mark.parametrize("arguments", [(), ("12345678",), ("12345678", "--reason", " ")])
def test_to_withdraw_takes_a_number_and_a_reason(office: Office, arguments: tuple[str]) -> None:
    """Nothing is withdrawn by mistake, and nobody is left to guess why."""
    done = office.call("revoke", *arguments)

    assert done.returncode == 2
    assert "--reason" in done.stderr


def test_a_number_that_names_none_is_told(office: Office) -> None:
    """With where the number stands."""
    done = office.call("revoke", "12345678", "--reason", "x")

    assert done.returncode == 5
    assert "no certificate" in done.stderr


def test_a_name_that_steers_a_terminal_is_harmless(tmp_path: Path) -> None:
    """It was typed on a laptop that nobody in the office knows."""
    office = Office(tmp_path, "A\x1b[2J\u202eb")

    done = office.issue("--all")

    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout
    assert done.returncode == 0


def test_a_pdf_that_cannot_be_made_leaves_the_page(tmp_path: Path) -> None:
    """Said in words, and the certificate is issued."""
    office = Office(tmp_path, "한겨울")

    done = office.issue("--all", "--pdf")

    assert done.returncode == 0
    assert "No PDF: the letter" in words(done)
    assert {path.suffix for path in office.out.iterdir()} == {".jwt", ".html"}


def test_options_for_certificates_say_so_for_a_record(tmp_path: Path) -> None:
    """A record is no certificate, and no key makes it one."""
    (tmp_path / "a.pcdone").write_text("{}", encoding="utf-8")

    done = run_here("--data-dir", "none", "verify", "a.pcdone", "--issuer", "x", cwd=tmp_path)

    assert done.returncode == 5
    assert "count for those alone" in done.stderr


@pytest.mark.parametrize(
    "data", [b"eyJ", b"eyJ" + b"A" * 900_000, b"eyJ.\xff.\x1b[2J", b"\xef\xbb\xbfeyJ"]
)
def test_whatever_a_file_holds_the_answer_is_a_sentence(tmp_path: Path, data: bytes) -> None:
    """In the program itself."""
    (tmp_path / "sent.jwt").write_bytes(data)

    done = run_here("--data-dir", "none", "verify", "sent.jwt", "--issuer", "0" * 64, cwd=tmp_path)

    assert (done.returncode, done.stderr) == (5, "")
    assert "not a certificate" in words(done)


def test_verifying_makes_no_folder_and_loads_no_screen(tmp_path: Path) -> None:
    """It is done by people who have only the program and a file."""
    (tmp_path / "sent.jwt").write_bytes(token())

    done = run(
        *("--data-dir", "none", "verify", "sent.jwt", "--issuer", SIGNER.public_key), cwd=tmp_path
    )

    assert certificate().number in done.stdout
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "none").exists()
