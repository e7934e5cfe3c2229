"""An organisation's settings: one small TOML file that it hands to its trainees.

It names whom to turn to, the key by which the organisation is known, where its learning records
go, and which sensitive lessons open in their short form. Nothing in it is run or opened.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from protectcourse.atomic import make_private_folder, write_whole
from protectcourse.errors import SettingsError
from protectcourse.findings import did_you_mean
from protectcourse.plain_text import find_unclean

ORGANISATION_FILE = "organisation.toml"
"""In the data folder, and in a pack."""
LARGEST = 65_536
"""Bytes."""
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_KEY = re.compile(r"[0-9a-f]{64}")
_UNIT = re.compile(r"[A-Za-z0-9][A-Za-z0-9.\-]{0,63}")
_ADDRESS = re.compile(r"https://[A-Za-z0-9.\-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~/\-]*)?")


class Organisation(NamedTuple):
    """What an organisation says to the program on its trainees' computers."""

    id: str
    name: str
    support: str = ""
    """Whom to turn to, under lessons that may weigh on the reader; empty for what the course says.
    """
    public_key: str = ""
    """64 hex digits: what its signatures are checked with, and hand-in files are sealed to."""
    xapi_base: str = ""
    """The address under which its learning records name their activities."""
    short_form: tuple[str, ...] | bool = False
    """The lessons and cases that open in their short form, or whether all that have one do."""

    def suggests_short_form(self, unit_id: str) -> bool:
        """Say whether a lesson or case is to open in its short form."""
        if isinstance(self.short_form, bool):
            return self.short_form
        return unit_id in self.short_form


NO_ORGANISATION = Organisation("", "")
"""What holds where no organisation has set anything."""


def read_organisation(data: bytes, name: str) -> Organisation:
    """Return the settings in a file called `name`.

    Raises SettingsError with the line of the first mistake.
    """
    text = _decoded(data, name)
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        hint = 'Each line is a word, `=` and a value in straight "quotes".'
        raise SettingsError(f"{name}: this is not TOML: {error}", hint) from error
    for key, value in table.items():
        _check(text, name, key, value)
    for key in ("organisation", "name"):
        if key not in table:
            hint = f'Add a line such as {key} = "{_EXAMPLES[key]}".'
            raise SettingsError(f"{name}:1: `{key}` is missing", hint)
    short = table.get("short_form", False)
    return Organisation(
        id=table["organisation"],
        name=table["name"].strip(),
        support=table.get("support", "").strip(),
        public_key=table.get("public_key", ""),
        xapi_base=table.get("xapi_base", ""),
        short_form=short if isinstance(short, bool) else tuple(short),
    )


def load_organisation(folder: Path) -> Organisation:
    """Return the settings kept in a data folder, or none at all where there are none.

    What cannot be read there counts as none: it keeps nobody from learning.
    """
    try:
        data = (folder / ORGANISATION_FILE).read_bytes()
    except OSError:
        return NO_ORGANISATION
    with suppress(SettingsError):
        return read_organisation(data, ORGANISATION_FILE)
    return NO_ORGANISATION


def keep_organisation(folder: Path, data: bytes) -> None:
    """Keep the settings of a file, as it stands, in a data folder. Raises SettingsError."""
    try:
        make_private_folder(folder)
        write_whole(folder / ORGANISATION_FILE, data)
    except OSError as error:
        message = f"the settings could not be written in {folder} ({error.strerror})"
        raise SettingsError(message, "Check that the folder can be written.") from error


def forget_organisation(folder: Path) -> bool:
    """Take the settings out of a data folder; say whether there were any. Raises SettingsError."""
    try:
        (folder / ORGANISATION_FILE).unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        message = f"the settings in {folder} could not be removed ({error.strerror})"
        raise SettingsError(message, "Check that the folder can be written.") from error
    return True


def _decoded(data: bytes, name: str) -> str:
    if len(data) > LARGEST:
        raise SettingsError(f"{name} is larger than {LARGEST} bytes", "Shorten `support`.")
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise SettingsError(f"{name} is not UTF-8 text", "Save it again as UTF-8.") from error
    unclean = find_unclean(text)
    if unclean is not None:
        line = text.count("\n", 0, unclean.start()) + 1
        hint = "Type that line again; it came along with copied text."
        raise SettingsError(f"{name}:{line}: there is a hidden character", hint)
    return text


def _check(text: str, name: str, key: str, value: object) -> None:
    """Say what is wrong with one setting. Raises SettingsError."""
    line = _line_of(text, key)
    setting = _SETTINGS.get(key)
    if setting is None:
        hint = did_you_mean(key, _SETTINGS) or f"Known: {', '.join(_SETTINGS)}."
        raise SettingsError(f"{name}:{line}: `{key}` is not a setting", hint)
    is_right, wanted = setting
    if not is_right(value):
        hint = f"Such as: {key} = {_EXAMPLES[key]!r}".replace("'", '"').replace("True", "true")
        raise SettingsError(f"{name}:{line}: `{key}` wants {wanted}", hint)


def _line_of(text: str, key: str) -> int:
    """Return the line on which a key stands."""
    found = re.search(rf"""(?m)^\s*\[*\s*["']?{re.escape(key)}\b""", text)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _text(most: int) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and 0 < len(value.strip()) <= most


def _like(form: re.Pattern[str]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and form.fullmatch(value) is not None


def _is_short_form(value: object) -> bool:
    if isinstance(value, list):
        return all(isinstance(one, str) and _UNIT.fullmatch(one) for one in value)
    return isinstance(value, bool)


_SETTINGS: Mapping[str, tuple[Callable[[object], bool], str]] = {
    "organisation": (_like(_ID), "a short name of small letters, digits and `-`"),
    "name": (_text(200), "the organisation's name, at most 200 letters"),
    "support": (_text(5_000), "a text of at most 5,000 letters"),
    "public_key": (_like(_KEY), "the 64 digits that `protectcourse organisation key` prints"),
    "xapi_base": (_like(_ADDRESS), "an address that begins with https://"),
    "short_form": (_is_short_form, "true, false, or a list of names of lessons and cases"),
}
"""Each key with what is right for it, and that in words."""
_EXAMPLES: Mapping[str, Any] = {
    "organisation": "example-aid",
    "name": "Example Aid",
    "support": "Ring the staff counsellor, day or night.",
    "public_key": "0" * 64,
    "xapi_base": "https://learning.example.org/",
    "short_form": True,
}
