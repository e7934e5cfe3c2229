"""`protectcourse organisation`: an organisation's settings and its key."""

from pathlib import Path

from protectcourse.cli.agreement import NOT_AGREED, is_sure
from protectcourse.cli.output import say, say_aside
from protectcourse.errors import SettingsError
from protectcourse.organisation import (
    LARGEST,
    ORGANISATION_FILE,
    Organisation,
    forget_organisation,
    keep_organisation,
    load_organisation,
    read_organisation,
)
from protectcourse.plain_text import one_line
from protectcourse.signing import fingerprint, make_key

REFUSED = 2


def show_organisation(folder: Path) -> int:
    """Print the settings in use; return the exit code."""
    path = folder / ORGANISATION_FILE
    if not path.exists():
        say("No organisation has set anything here.")
        say("To use its settings: protectcourse organisation add FILE")
        return 0
    for line in setting_lines(read_organisation(_read(path), str(path))):
        say(line)
    return 0


def add_settings(folder: Path, file: Path, *, sure: bool) -> int:
    """Take the settings in a file into use, after asking; return the exit code."""
    data = _read(file)
    return take_settings(folder, data, read_organisation(data, str(file)), sure=sure)


def take_settings(folder: Path, data: bytes, new: Organisation, *, sure: bool) -> int:
    """Take settings into use, after asking where they change any; return the exit code."""
    old = load_organisation(folder)
    for line in setting_lines(new):
        say(line)
    if old == new:
        say("These settings are in use already.")
        return 0
    if not is_sure(_question(old, new), sure=sure):
        return NOT_AGREED
    keep_organisation(folder, data)
    say(f"The settings of {one_line(new.name)} are in use.")
    return 0


def remove_settings(folder: Path) -> int:
    """Take the settings out of use; return the exit code."""
    there = forget_organisation(folder)
    say("The settings are no longer in use." if there else "No organisation has set anything here.")
    return 0


def make_organisation_key(file: Path) -> int:
    """Make a key in a new file and print its public half; return the exit code."""
    if file.exists():
        say_aside(f"protectcourse: {file} is there already. A key is never written over.")
        return REFUSED
    public = make_key(file).public_key
    say(f"The key is in {file}. Keep it where only you can read it, and keep a copy.")
    say("Whoever has it can sign as your organisation. For your settings file:")
    say(f'public_key = "{public}"')
    say(f"In a form that can be compared by telephone: {fingerprint(public)}")
    return 0


def setting_lines(organisation: Organisation) -> list[str]:
    """Return settings in words."""
    lines = [f"Organisation  {one_line(organisation.name)} ({organisation.id})"]
    if organisation.support:
        lines.append("Support       shown under lessons that may weigh on the reader:")
        lines += [f"              {one_line(line)}" for line in organisation.support.splitlines()]
    if organisation.public_key:
        lines.append(f"Key           {fingerprint(organisation.public_key)}")
    if organisation.xapi_base:
        lines.append(f"Records       named under {organisation.xapi_base}")
    match organisation.short_form:
        case True:
            lines.append("Short form    suggested for every lesson and case that has one")
        case tuple(names) if names:
            lines.append(f"Short form    suggested for {', '.join(names)}")
    return lines


def _question(old: Organisation, new: Organisation) -> str:
    if not old.id:
        return "Use these settings?"
    if old.public_key and old.public_key != new.public_key:
        return f"They replace those of {one_line(old.name)}, WITH ANOTHER KEY. Use them?"
    return f"They replace those of {one_line(old.name)}. Use them?"


def _read(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except OSError as error:
        hint = "Name the TOML file that your organisation gave you."
        raise SettingsError(f"{file} cannot be read ({error.strerror})", hint) from error
