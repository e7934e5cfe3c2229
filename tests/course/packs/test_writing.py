import os
import time
import zipfile
from pathlib import Path

import pytest
from packed import pack_of, write_course

from protectcourse.course.packs.reading import read_pack
from protectcourse.errors import ContentError
from protectcourse.signing import Signer


def test_the_same_course_makes_the_same_bytes(tmp_path: Path) -> None:
    """Two people who pack one version can compare what they have by a single number."""
    first = write_course(tmp_path / "first")
    second = write_course(tmp_path / "second")
    for path in second.files():
        os.utime(path, (time.time() - 9_000_000,) * 2)
        path.chmod(0o600)

    assert pack_of(first) == pack_of(second)


def test_a_pack_holds_the_course_and_says_who_signed_it(tmp_path: Path) -> None:
    """What arrives is what was sent, and by whom."""
    signer = Signer(bytes(32))
    files = write_course(tmp_path)
    (tmp_path / "demo.pcpack").write_bytes(pack_of(files, signer, organisation=b'name = "x"'))

    pack = read_pack(tmp_path / "demo.pcpack")

    assert (pack.manifest.course, pack.manifest.version) == ("demo", 1)
    assert (
        pack.contents["lessons/demo/welcome.yaml"] == (files.lessons / "welcome.yaml").read_bytes()
    )
    assert pack.manifest.has_organisation
    assert pack.signature is not None
    assert pack.signature.public_key == signer.public_key


@pytest.mark.parametrize("name", ["mein besuch.yaml", "Besuch-für-alle.yaml", "aux.yaml"])
def test_a_name_that_does_not_open_everywhere_is_refused(name: str, tmp_path: Path) -> None:
    """Better at the trainer's desk than on the trainee's laptop."""
    files = write_course(tmp_path)
    (files.lessons / "welcome.yaml").rename(files.lessons / name)

    with pytest.raises(ContentError, match="cannot be packed") as raised:
        pack_of(files)

    assert "rename the file" in raised.value.hint


def test_hidden_files_stay_at_home(tmp_path: Path) -> None:
    """Descriptions for editors, and whatever else a tool left behind, are no part of a course."""
    files = write_course(tmp_path)
    (files.lessons / ".draft.yaml").write_text("secret: yes", encoding="utf-8")
    pack = tmp_path / "demo.pcpack"
    pack.write_bytes(pack_of(files))

    with zipfile.ZipFile(pack) as archive:
        assert [name for name in archive.namelist() if "draft" in name] == []
