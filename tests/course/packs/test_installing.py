from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from fake_clock import FakeClock
from packed import by_hand, contents, pack_of, write_course

from protectcourse.course.packs import installing
from protectcourse.course.packs.installed import Installed, installed_courses, uninstall
from protectcourse.course.packs.installing import RefusedCourseError, install
from protectcourse.course.packs.reading import Pack, read_pack
from protectcourse.errors import ContentError
from protectcourse.locations import COURSES_FOLDER

NOW = FakeClock(datetime(2026, 11, 27, 9, tzinfo=UTC))


def packed(tmp_path: Path, version: int = 1, text: str = "Walk along to the desk.") -> Pack:
    """Return a pack of the small course."""
    path = tmp_path / "sent.pcpack"
    path.write_bytes(pack_of(write_course(tmp_path / "course", version, text)))
    return read_pack(path)


def words_of(installed: Installed) -> str:
    """Return the lesson of an installed course."""
    assert installed.files is not None
    return (installed.files.lessons / "welcome.yaml").read_text("utf-8")


def test_an_installed_course_is_there_and_can_be_removed(tmp_path: Path) -> None:
    """From the stick to the list, and away again."""
    install(packed(tmp_path), tmp_path / "data", NOW)

    [there] = installed_courses(tmp_path / "data")
    gone = uninstall("demo", tmp_path / "data")

    assert (there.id, there.version, there.title) == ("demo", 1, "A demonstration")
    assert gone
    assert installed_courses(tmp_path / "data") == []
    assert list((tmp_path / "data" / COURSES_FOLDER).iterdir()) == []


def test_a_newer_version_takes_the_place_of_the_older(tmp_path: Path) -> None:
    """One course of a name, and no old files left to be read by mistake."""
    data = tmp_path / "data"
    install(packed(tmp_path), data, NOW)

    install(packed(tmp_path, 2, "Ring the desk."), data, NOW)

    [there] = installed_courses(data)
    assert "Ring the desk." in words_of(there)
    assert sorted(one.suffix for one in (data / COURSES_FOLDER).iterdir()) == ["", ".json"]


def test_the_same_pack_twice_changes_nothing(tmp_path: Path) -> None:
    """People press the key again when they are not sure."""
    data = tmp_path / "data"
    first, _ = install(packed(tmp_path), data, NOW)
    second, _ = install(packed(tmp_path), data, NOW)

    assert first == second
    assert "Walk along" in words_of(second)


def test_a_course_with_errors_is_refused_with_their_places(tmp_path: Path) -> None:
    """The list goes back to whoever made it; the course that was there stays."""
    data = tmp_path / "data"
    install(packed(tmp_path), data, NOW)
    path = tmp_path / "bad.pcpack"
    files = contents()
    files["lessons/demo/welcome.yaml"] = b"lesson: welcome\ntitle: Welcome\nminutes: soon\n"
    path.write_bytes(by_hand(files))

    with pytest.raises(RefusedCourseError) as raised:
        install(read_pack(path), data, NOW)

    assert {one.file for one in raised.value.problems} == {"lessons/demo/welcome.yaml"}
    assert "Walk along" in words_of(installed_courses(data)[0])


def test_a_pack_that_names_another_course_than_it_holds_is_refused(tmp_path: Path) -> None:
    """The name that was agreed to is the name that is installed."""
    path = tmp_path / "bad.pcpack"
    path.write_bytes(by_hand(contents(version=3)))

    with pytest.raises(ContentError, match="not the one that the pack names"):
        install(read_pack(path), tmp_path / "data", NOW)

    assert installed_courses(tmp_path / "data") == []


@pytest.mark.parametrize("step", ["write_whole", "load_course", "_put", "_pointer"])
def test_a_crash_leaves_the_old_course_or_the_new_one(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A laptop whose battery ends in the middle opens a whole course afterwards."""
    data = tmp_path / "data"
    install(packed(tmp_path), data, NOW)
    newer = packed(tmp_path, 2, "Ring the desk.")

    def crash(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(installing, step, crash)
        install(newer, data, NOW)

    [there] = installed_courses(data)
    assert "Walk along" in words_of(there)
    install(newer, data, NOW)
    assert "Ring the desk." in words_of(installed_courses(data)[0])


def test_what_a_crash_left_behind_goes_after_a_day(tmp_path: Path) -> None:
    """Half a course takes room and is good for nothing; one that is just being filled is let be."""
    data = tmp_path / "data"
    left = data / COURSES_FOLDER / ".new-1-demo"
    left.mkdir(parents=True)
    filled = datetime.fromtimestamp(left.stat().st_mtime, UTC)

    install(packed(tmp_path), data, FakeClock(filled + timedelta(hours=1)))
    is_let_be = left.exists()
    install(packed(tmp_path), data, FakeClock(filled + timedelta(days=2)))

    assert is_let_be
    assert not left.exists()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A full or locked disk is no fault of the pack's."""
    (tmp_path / "data").write_text("a file", encoding="utf-8")

    with pytest.raises(ContentError, match="could not be written"):
        install(packed(tmp_path), tmp_path / "data", NOW)


def test_a_damaged_pointer_hides_one_course_only(tmp_path: Path) -> None:
    """The others still open."""
    data = tmp_path / "data"
    install(packed(tmp_path), data, NOW)
    (data / COURSES_FOLDER / "other.json").write_text("{", encoding="utf-8")

    assert [one.id for one in installed_courses(data)] == ["demo"]
