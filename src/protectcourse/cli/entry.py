"""Where the program begins: opens the course, or hands the command line over to `main`.

Opening the course needs no options in most starts, and is not made to wait for their parser.
"""

import os
import sys

from protectcourse.errors import ProtectCourseError

INTERRUPTED = 130


def main() -> None:
    """Run the program and leave with its exit code."""
    try:
        code = _open_course() if len(sys.argv) == 1 else _run_command()
    except ProtectCourseError as error:
        from protectcourse.cli.output import say_failure

        say_failure(error)
        code = error.exit_code
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        # the reader of our output has gone: what is still buffered has nowhere to go
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    sys.exit(code)


def _open_course() -> int:
    from protectcourse.cli.learn import open_app

    return open_app(None, None)


def _run_command() -> int:
    from protectcourse.cli.main import run_command

    return run_command()
