"""Programs of others read the certificates, and refuse what we refuse.

`openbadgeslib` (Python) checks the whole of an Open Badges 3.0 credential; `jose` (JavaScript)
checks tokens; `base58` (Python) the arithmetic of the key's name. Each is installed where nothing
of this program is.
"""

import base64
import json
import subprocess
import venv
from collections.abc import Callable
from pathlib import Path
from shutil import which

import pytest
from certified import NAME, OTHER_SIGNER, SIGNER, certificate, token

from protectcourse.records.certificates.did import did_of
from protectcourse.records.certificates.identity import Identity, IdentityKind
from protectcourse.signing import Signer

pytestmark = pytest.mark.servers
PAST = "2020-01-01"
GOOD = token(day=PAST, until="9999-12-30").decode().strip()
ENDED = token(day=PAST, until="2020-12-31").decode().strip()
THEIRS = token(OTHER_SIGNER, day=PAST, until="").decode().strip()
CHANGED = ".".join((GOOD.split(".")[0], THEIRS.split(".")[1], GOOD.split(".")[2]))
Ask = Callable[[str, str], dict[str, object]]
BADGES = """\
import json, sys
from openbadgeslib.ob3 import OB3Verifier
from openbadgeslib.errors import LibOpenBadgesException
token, did = sys.argv[1:]
try:
    found = OB3Verifier.for_issuer_did(did).verify(token)
except LibOpenBadgesException as error:
    print(json.dumps({"refused": str(error)}))
else:
    print(json.dumps({"id": found.id, "issuer": found.issuer.id, "title": found.achievement.name,
        "identities": [[one.identity_type, one.salt, one.identity_hash] for one in
        found.identifiers], "until": found.expiration_date and found.expiration_date.isoformat()}))
"""
TOKENS = """\
import { jwtVerify, importJWK } from 'jose';
const [token, x] = process.argv.slice(2);
const key = await importJWK({ kty: 'OKP', crv: 'Ed25519', x }, 'EdDSA');
try {
  const { payload, protectedHeader } = await jwtVerify(token, key, { algorithms: ['EdDSA'] });
  console.log(JSON.stringify({ id: payload.jti, issuer: payload.iss, header: protectedHeader }));
} catch (error) {
  console.log(JSON.stringify({ refused: error.code }));
}
"""


def answer(*command: str | Path, cwd: Path | None = None) -> dict[str, object]:
    """Run a program and return what it answered."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=True, timeout=120)
    found: dict[str, object] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a Python of its own that has the libraries of others."""
    folder = tmp_path_factory.mktemp("others")
    venv.create(folder, with_pip=True)
    found = folder / "bin" / "python"
    install = [found, "-m", "pip", "install", "-q", "openbadgeslib==4.6.3", "base58==2.1.1"]
    done = subprocess.run(install, capture_output=True, timeout=300, check=False)
    if done.returncode:
        pytest.skip("openbadgeslib cannot be installed here")
    return found


@pytest.fixture(scope="module")
def badges(python: Path) -> Ask:
    """Return what asks openbadgeslib about a token, the issuer being named by did:key."""
    return lambda data, key: answer(python, "-c", BADGES, data, did_of(key))


@pytest.fixture(scope="module")
def tokens(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """Return what asks jose about a token, the issuer being named by key."""
    if which("npm") is None or which("node") is None:
        pytest.skip("there is no Node here")
    folder = tmp_path_factory.mktemp("jose")
    (folder / "package.json").write_text('{"private": true, "type": "module"}', encoding="utf-8")
    (folder / "check.js").write_text(TOKENS, encoding="utf-8")
    install = ["npm", "install", "--no-audit", "--no-fund", "jose@6"]
    done = subprocess.run(install, cwd=folder, capture_output=True, timeout=300, check=False)
    if done.returncode:
        pytest.skip("jose cannot be installed here")
    return lambda data, key: answer("node", "check.js", data, base64url(key), cwd=folder)


def base64url(key: str) -> str:
    """Return a key as JSON Web Keys write it."""
    return base64.urlsafe_b64encode(bytes.fromhex(key)).rstrip(b"=").decode()


def test_another_program_reads_what_a_certificate_says(badges: Ask) -> None:
    """Signature, issuer, form of the credential, days."""
    found = badges(GOOD, SIGNER.public_key)

    mine = certificate(day=PAST, until="9999-12-30")
    assert found["id"] == mine.id
    assert found["issuer"] == did_of(SIGNER.public_key)
    assert found["title"] == "A demonstration"
    assert found["until"] == "9999-12-30T23:59:59+00:00"


def test_another_program_reads_the_hashes_of_the_learner(badges: Ask) -> None:
    """So that it can test a name as this one does."""
    identities = badges(GOOD, SIGNER.public_key)["identities"]

    assert isinstance(identities, list)
    found = [Identity(IdentityKind(kind), salt, said) for kind, salt, said in identities]
    assert found[1].is_of(NAME)


@pytest.mark.parametrize(
    ("data", "signer"),
    [(GOOD, OTHER_SIGNER), (THEIRS, SIGNER), (CHANGED, SIGNER), (ENDED, SIGNER)],
    ids=["another issuer", "by another", "changed", "ended"],
)
def test_others_refuse_what_this_program_refuses(
    badges: Ask, tokens: Ask, data: str, signer: Signer
) -> None:
    """Else the two tests above would prove little."""
    for ask in (badges, tokens):
        assert ask(data, signer.public_key).get("refused")


def test_a_library_for_tokens_reads_one(tokens: Ask) -> None:
    """The same header and claims, in another language."""
    found = tokens(GOOD, SIGNER.public_key)

    assert found["id"] == certificate(day=PAST, until="9999-12-30").id
    header = found["header"]
    assert isinstance(header, dict)
    assert (header["alg"], header["typ"]) == ("EdDSA", "JWT")
    assert header["kid"].startswith(did_of(SIGNER.public_key) + "#")


def test_a_library_of_base_58_reads_the_key_in_its_name(python: Path) -> None:
    """The arithmetic is ours; the answer must be theirs."""
    code = (
        "import base58, sys, json\nprint(json.dumps({'key': base58.b58decode(sys.argv[1]).hex()}))"
    )

    for signer in (SIGNER, OTHER_SIGNER):
        name = did_of(signer.public_key).removeprefix("did:key:z")
        assert answer(python, "-c", code, name)["key"] == "ed01" + signer.public_key


def test_a_line_of_python_is_enough(python: Path) -> None:
    """Whoever distrusts this program can check a certificate with a library they know."""
    code = (
        "import jwt, json, sys\n"
        "from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey\n"
        "key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(sys.argv[2]))\n"
        "print(json.dumps(jwt.decode(sys.argv[1], key, algorithms=['EdDSA'])))"
    )

    assert answer(python, "-c", code, GOOD, SIGNER.public_key)["iss"] == did_of(SIGNER.public_key)
