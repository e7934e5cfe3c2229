from pathlib import Path

import pytest

from protectcourse.errors import SettingsError
from protectcourse.organisation import (
    NO_ORGANISATION,
    Organisation,
    forget_organisation,
    keep_organisation,
    load_organisation,
    read_organisation,
)

WHOLE = f'''\
organisation = "example-aid"
name = "Example Aid"
support = """
Ring the staff counsellor.
Day or night."""
public_key = "{"ab" * 32}"
xapi_base = "https://learning.example.org/course/"
short_form = ["camps", "S12"]
'''


def read(text: str) -> Organisation:
    """Return the settings in a text."""
    return read_organisation(text.encode(), "org.toml")


def test_every_setting_is_read() -> None:
    """What an organisation writes is what its trainees get."""
    assert read(WHOLE) == Organisation(
        id="example-aid",
        name="Example Aid",
        support="Ring the staff counsellor.\nDay or night.",
        public_key="ab" * 32,
        xapi_base="https://learning.example.org/course/",
        short_form=("camps", "S12"),
    )


@pytest.mark.parametrize(
    ("old", "new", "line", "says", "hint"),
    [
        ('name = "Example Aid"\n', "", 1, "`name` is missing", "name ="),
        ("name =", "nmae =", 2, "`nmae` is not a setting", "Did you mean `name`?"),
        ('"example-aid"', '"Example Aid"', 1, "`organisation` wants", "example-aid"),
        ("short_form = [", "short_form = [1, ", 8, "`short_form` wants", "true"),
        ("ab" * 32, "ab", 6, "`public_key` wants the 64 digits", "0000"),
        ("https://", "http://", 7, "`xapi_base` wants an address", "https://"),
        ("Day or", "Day \u202e or", 5, "hidden character", "Type that line again"),
        ('name = "Example', "name = Example", 2, "this is not TOML", "quotes"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_how_to_mend_it(
    old: str, new: str, line: int, says: str, hint: str
) -> None:
    """The file is written by hand, once, by somebody who does not know TOML."""
    with pytest.raises(SettingsError, match=says) as raised:
        read(WHOLE.replace(old, new, 1))

    assert f"org.toml:{line}:" in raised.value.message or f"line {line}," in raised.value.message
    assert hint in raised.value.hint


def test_what_is_no_text_or_far_too_long_is_refused() -> None:
    """A wrong file is taken for a right one more often than one thinks."""
    for data in (b"\xff\xfe\x00", b"#" * 100_000, b"x = " + b"[" * 20_000):
        with pytest.raises(SettingsError):
            read_organisation(data, "org.toml")


def test_kept_settings_come_back_and_are_private(tmp_path: Path) -> None:
    """From one start to the next; contacts are nobody else's business."""
    folder = tmp_path / "data"
    keep_organisation(folder, WHOLE.encode())

    kept = load_organisation(folder)
    mode = (folder / "organisation.toml").stat().st_mode & 0o777
    gone = forget_organisation(folder), forget_organisation(folder)

    assert kept == read(WHOLE)
    assert mode == 0o600
    assert gone == (True, False)
    assert load_organisation(folder) == NO_ORGANISATION


def test_settings_that_cannot_be_read_keep_nobody_from_learning(tmp_path: Path) -> None:
    """A damaged file costs the contacts, not the course."""
    (tmp_path / "organisation.toml").write_bytes(b"\xff")

    assert load_organisation(tmp_path) == NO_ORGANISATION


@pytest.mark.parametrize(
    ("short_form", "suggested"),
    [(False, []), (True, ["camps", "doors"]), (("camps",), ["camps"])],
)
def test_the_short_form_is_suggested_where_it_is_meant(
    short_form: bool | tuple[str, ...], suggested: list[str]
) -> None:
    """For all, for some, or for none."""
    organisation = Organisation("x", "X", short_form=short_form)

    assert [one for one in ("camps", "doors") if organisation.suggests_short_form(one)] == suggested
