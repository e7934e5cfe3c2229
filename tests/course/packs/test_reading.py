"""Packs come from strangers: whatever is not as it must be is refused, and nothing is unpacked."""

import json
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from packed import NAMES, by_hand, contents, manifest_of, pack_of, write_course, zipped

from protectcourse.course.packs.manifest import MANIFEST, SIGNATURE, sign_manifest
from protectcourse.course.packs.reading import read_pack
from protectcourse.errors import ContentError
from protectcourse.signing import Signer

FILES = contents()
WELCOME = NAMES[1]
LINK = (stat.S_IFLNK | 0o777) << 16
DEVICE = (stat.S_IFCHR | 0o666) << 16


def with_file(name: str, data: bytes = b"x") -> bytes:
    """Return a pack with one file more, which its manifest lists."""
    return by_hand({**FILES, name: data})


def flagged(data: bytes, bit: int) -> bytes:
    """Return a zip whose entries have a flag set, in both places where flags stand."""
    made = bytearray(data)
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = made.find(sign)
        while place >= 0:
            made[place + offset] |= bit
            place = made.find(sign, place + 4)
    return bytes(made)


def lying_about_size() -> bytes:
    """Return a pack one of whose files is larger than its entry says."""
    data = bytearray(by_hand({**FILES, WELCOME: b"a" * 100_000}))
    central = data.rfind(b"PK\x01\x02")
    data[central + 24 : central + 28] = (10).to_bytes(4, "little")
    return bytes(data)


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "an empty file": (lambda: b"", "is not a course pack"),
    "text": (lambda: b"Dear all, the course is attached.", "is not a course pack"),
    "half a zip": (lambda: by_hand(FILES)[:200], "is damaged"),
    "a program with a zip behind it": (lambda: b"MZ" + by_hand(FILES), "is not a course pack"),
    "a zip of something else": (lambda: zipped({"photo.jpg": b"x"}), "has no manifest.json"),
    "a folder": (
        lambda: zipped({MANIFEST: manifest_of(FILES), "lessons/": b""}),
        "has signs other",
    ),
    "a name that leads up": (lambda: with_file("lessons/../../x.yaml"), "begins or ends with"),
    "a name from the top": (lambda: with_file("/etc/passwd"), "has signs other"),
    "a Windows path": (lambda: with_file("lessons\\demo\\x.yaml"), "has signs other"),
    "a drive": (lambda: with_file("C:x.yaml"), "has signs other"),
    "a hidden file": (lambda: with_file("lessons/demo/.x.yaml"), "begins or ends with"),
    "a device of Windows": (lambda: with_file("lessons/demo/nul.yaml"), "Windows keeps"),
    "a name with a line end": (lambda: with_file("lessons/demo/a\nb.yaml"), "has signs other"),
    "a name that steers a terminal": (lambda: with_file("a\x1b[2J.yaml"), r"\\x1b"),
    "a name that turns around": (lambda: with_file("a\u202elmay.exe"), r"\\u202e"),
    "a name cut by a zero": (
        lambda: with_file("lessons/demo/a.yaml_.exe").replace(b".yaml_.exe", b".yaml\0.exe"),
        "has signs other",
    ),
    "a very long name": (lambda: with_file("a" * 300 + ".yaml"), "too long"),
    "a very deep name": (lambda: with_file("lessons/demo/a/b/c/d.yaml"), "too deep"),
    "names alike but for capitals": (
        lambda: by_hand({**FILES, "lessons/demo/WELCOME.yaml": b"x"}),
        "differ in capitals only",
    ),
    "too many files": (
        lambda: by_hand({**FILES, **{f"lessons/demo/{n}.yaml": b"x" for n in range(600)}}),
        "more than 500",
    ),
    "a link": (
        lambda: zipped({MANIFEST: manifest_of(FILES), **FILES}, attributes=LINK),
        "is a link or a device",
    ),
    "a device": (
        lambda: zipped({MANIFEST: manifest_of(FILES), **FILES}, attributes=DEVICE),
        "is a link or a device",
    ),
    "an unusual compression": (
        lambda: zipped({MANIFEST: manifest_of(FILES), **FILES}, compression=zipfile.ZIP_LZMA),
        "compressed in an unusual way",
    ),
    "an encrypted pack": (lambda: flagged(by_hand(FILES), 1), "is encrypted"),
    "a bomb": (lambda: with_file("lessons/demo/x.yaml", b"a" * 30_000_000), "is too large"),
    "many small bombs": (
        lambda: by_hand({f"lessons/demo/{n}.yaml": b"a" * 1_000_000 for n in range(80)}),
        "holds more than",
    ),
    "a false size": (lying_about_size, "is damaged|is not what was packed"),
    "a file that is not listed": (
        lambda: zipped({MANIFEST: manifest_of(FILES), **FILES, "lessons/demo/x.yaml": b"x"}),
        "is not listed",
    ),
    "a file that is missing": (
        lambda: zipped({MANIFEST: manifest_of(FILES), NAMES[0]: FILES[NAMES[0]]}),
        "is missing from the pack",
    ),
    "a file of another course": (lambda: with_file("lessons/other/x.yaml"), "not of its course"),
    "a script beside the course": (lambda: with_file("setup.py"), "not of its course"),
    "other words than were packed": (
        lambda: zipped({MANIFEST: manifest_of(FILES), **FILES, WELCOME: b"lesson: other"}),
        "is not what was packed",
    ),
    "a manifest that is no JSON": (
        lambda: zipped({MANIFEST: b"course = demo", **FILES}),
        "manifest.json cannot be read",
    ),
    "a manifest nested without end": (
        lambda: zipped({MANIFEST: b"[" * 100_000, **FILES}),
        "manifest.json cannot be read",
    ),
    "a manifest of something else": (lambda: by_hand(FILES, format="other/1"), "not that of a"),
    "a manifest of a newer program": (
        lambda: by_hand(FILES, format="protectcourse-pack/9"),
        "newer version of protectcourse",
    ),
    "a manifest with a strange id": (lambda: by_hand(FILES, course="../x"), "does not say what"),
    "a manifest with a strange version": (
        lambda: by_hand(FILES, version=True),
        "does not say what",
    ),
    "a manifest with strange files": (lambda: by_hand(FILES, files={"x": 3}), "does not say how"),
    "a manifest that says more": (lambda: by_hand(FILES, run="setup.py"), "does not say what"),
    "a signature of something else": (
        lambda: zipped({MANIFEST: manifest_of(FILES), SIGNATURE: b"{}", **FILES}),
        "is not a signature",
    ),
    "a signature of another manifest": (
        lambda: zipped(
            {
                MANIFEST: manifest_of(FILES, title="Another"),
                SIGNATURE: sign_manifest(manifest_of(FILES), Signer(bytes(32))),
                **FILES,
            }
        ),
        "changed after it was signed",
    ),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_pack_is_refused_in_a_sentence(kind: str, tmp_path: Path) -> None:
    """What is wrong is named, nothing that steers a terminal comes out, nothing is left behind."""
    make, says = HOSTILE[kind]
    path = tmp_path / "sent.pcpack"
    path.write_bytes(make())

    with pytest.raises(ContentError, match=says) as raised:
        read_pack(path)

    assert raised.value.message.isprintable()
    assert [one.name for one in tmp_path.iterdir()] == ["sent.pcpack"]


def test_the_pack_made_by_hand_is_sound_as_long_as_nothing_is_changed(tmp_path: Path) -> None:
    """Else every refusal above might have another reason."""
    path = tmp_path / "sent.pcpack"
    path.write_bytes(by_hand(FILES))

    assert read_pack(path).contents == FILES


def test_no_flipped_bit_goes_unnoticed(tmp_path: Path) -> None:
    """A stick that was dropped, or somebody who means harm: the course is whole or refused."""
    sound = pack_of(write_course(tmp_path / "course"), Signer(bytes(32)))
    path = tmp_path / "sent.pcpack"
    path.write_bytes(sound)
    meant = read_pack(path)
    accepted = []

    for place in range(0, len(sound) * 8, 7):
        flipped = bytearray(sound)
        flipped[place // 8] ^= 1 << place % 8
        path.write_bytes(flipped)
        try:
            accepted.append(read_pack(path))
        except ContentError:
            continue

    assert len(accepted) < len(sound) * 8 / 7
    assert [one for one in accepted if one != meant] == []


def test_a_missing_pack_is_told_as_such(tmp_path: Path) -> None:
    """A wrong name is the most usual mistake of all."""
    with pytest.raises(ContentError, match="cannot be read"):
        read_pack(tmp_path / "nowhere.pcpack")


def test_the_manifest_is_plain_to_read(tmp_path: Path) -> None:
    """A careful receiver can look at it with any tool."""
    path = tmp_path / "sent.pcpack"
    path.write_bytes(pack_of(write_course(tmp_path / "course")))

    with zipfile.ZipFile(path) as archive:
        plain = json.loads(archive.read(MANIFEST))

    assert plain["format"] == "protectcourse-pack/1"
    assert set(plain["files"]) == set(FILES)
