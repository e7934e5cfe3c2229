"""Where credentials come from, and that they show nowhere."""

from base64 import b64encode
from pathlib import Path

import pytest

from protectcourse.errors import SettingsError
from protectcourse.records.lrs.credentials import HIDDEN, PASSWORD, TOKEN, USER, find_credentials

SECRET = "correct-horse"
WHOLE = f'user = "ada"\npassword = "{SECRET}"\n'
BASIC = f"Basic {b64encode(b'ada:correct-horse').decode()}"


def kept(folder: Path, text: str, mode: int = 0o600) -> Path:
    """Return a file of credentials."""
    file = folder / "lrs.toml"
    file.write_text(text, encoding="utf-8")
    file.chmod(mode)
    return file


def test_they_come_from_the_environment() -> None:
    """What a scheduled job has."""
    assert find_credentials({USER: "ada", PASSWORD: SECRET}, None).header == BASIC
    assert find_credentials({TOKEN: "abc.def-1"}, None).header == "Bearer abc.def-1"


def test_they_come_from_a_file_of_ones_own_before_the_environment(tmp_path: Path) -> None:
    """What a person has, who names it on purpose."""
    file = kept(tmp_path, WHOLE)

    assert find_credentials({TOKEN: "other"}, file).header == BASIC


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644])
def test_a_file_that_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    """It is then no secret any more, and whoever runs the LRS should know."""
    with pytest.raises(SettingsError, match="others can read"):
        find_credentials({}, kept(tmp_path, WHOLE, mode))


@pytest.mark.parametrize(
    "text",
    [
        *("", f"{SECRET}\n", f'password = "{SECRET}"\n', f'user = "a:b"\npassword = "{SECRET}"\n'),
        *(f'user = "a"\npassword = "{SECRET}\\r\\nX: y"\n', f'token = "{SECRET} b"\n'),
        *(f"user = 1\npassword = '{SECRET}'\n", f'{WHOLE}token = "x"\n', f'{WHOLE}urls = "x"\n'),
        f"user = {SECRET}",
        "x = " + "[" * 5000,
    ],
)
def test_what_is_not_credentials_is_refused_without_repeating_it(tmp_path: Path, text: str) -> None:
    """Messages end up in mails that ask for help."""
    with pytest.raises(SettingsError) as caught:
        find_credentials({}, kept(tmp_path, text))

    assert SECRET not in str(caught.value)
    assert caught.value.hint


def test_a_folder_and_a_missing_file_are_told_apart(tmp_path: Path) -> None:
    """A mistyped name is the commonest mistake."""
    for place in (tmp_path, tmp_path / "missing"):
        with pytest.raises(SettingsError):
            find_credentials({}, place)


def test_without_any_it_says_where_to_put_them() -> None:
    """Nobody guesses the names of the variables."""
    with pytest.raises(SettingsError) as caught:
        find_credentials({}, None)

    assert all(name in caught.value.hint for name in (USER, PASSWORD, TOKEN, "--credentials"))


def test_they_show_neither_when_printed_nor_in_what_an_lrs_repeats() -> None:
    """Some servers answer with the headers that they were sent."""
    found = find_credentials({USER: "ada", PASSWORD: SECRET}, None)

    assert SECRET not in repr(found)
    assert BASIC.partition(" ")[2] not in repr(found)
    assert found.hide(f"bad header {BASIC}, {SECRET}") == f"bad header Basic {HIDDEN}, {HIDDEN}"
