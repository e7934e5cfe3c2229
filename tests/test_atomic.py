import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from protectcourse.atomic import write_in_place, write_new


def test_a_new_file_is_written_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    """What is left behind would be read as part of the course, or puzzle its author."""
    write_new(tmp_path / "a.yaml", b"text\n")

    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]
    assert (tmp_path / "a.yaml").read_bytes() == b"text\n"


def _no_links(path: Path, target: object) -> None:
    raise OSError(1, "Operation not permitted")


@pytest.mark.parametrize("links", [Path.hardlink_to, _no_links], ids=["links", "no links"])
def test_nothing_is_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: Callable[..., None]
) -> None:
    """Somebody's afternoon may stand in that file; a memory stick knows no links."""
    monkeypatch.setattr(Path, "hardlink_to", links)
    write_new(tmp_path / "a.yaml", b"mine\n")

    with pytest.raises(FileExistsError):
        write_new(tmp_path / "a.yaml", b"other\n")

    assert (tmp_path / "a.yaml").read_bytes() == b"mine\n"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_link_that_leads_nowhere_is_something_too(tmp_path: Path) -> None:
    """Writing through it would make a file somewhere else."""
    (tmp_path / "a.yaml").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(FileExistsError):
        write_new(tmp_path / "a.yaml", b"text\n")

    assert not (tmp_path / "elsewhere").exists()


def test_a_file_replaced_in_place_keeps_who_may_read_it(tmp_path: Path) -> None:
    """A course in a shared folder must stay readable for the colleagues."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old\n")
    path.chmod(0o664)

    write_in_place(path, b"new\n")

    assert path.read_bytes() == b"new\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o664
    assert len(list(tmp_path.iterdir())) == 1
