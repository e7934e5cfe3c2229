"""Writing a file whole or not at all."""

import contextlib
import os
import shutil
from pathlib import Path

OWNER_ONLY = 0o700


def make_private_folder(folder: Path) -> None:
    """Make a folder that only its owner can read, with those above it. Raises OSError."""
    folder.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)


def write_whole(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Put `data` at `path` (owner only): a reader sees the old file or the new one. Raises OSError.

    Without `durable` the disk is not waited for: for what can be made again.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.new")
    handle = os.open(temporary, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def write_new(path: Path, data: bytes) -> None:
    """Put `data` at `path`, where nothing may be yet: whole or not at all.

    The file may be read by whoever may read others made here. Raises OSError: FileExistsError if
    something is there.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        _write_through(temporary, data)
        _give_name(temporary, path)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def write_in_place(path: Path, data: bytes) -> None:
    """Put `data` in place of the file at `path`, with the permissions that it has. Raises OSError.

    A reader sees the old file or the new one.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        _write_through(temporary, data)
        shutil.copymode(path, temporary)
        temporary.replace(path)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def _write_through(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _give_name(temporary: Path, path: Path) -> None:
    """Give a file its name, if nothing else has it."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:  # some memory sticks know no links
        if os.path.lexists(path):
            raise FileExistsError(17, os.strerror(17), str(path)) from None
        temporary.rename(path)
