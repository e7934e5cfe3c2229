"""Where the program begins: opens the course, or hands the command line over to `main`.

Opening the course needs no options in most starts, and is not made to wait for their parser.
"""

import gc
import os
import sys

from protectcourse import __version__
from protectcourse.errors import INTERRUPTED, ProtectCourseError


def main() -> None:
    """Run the program and leave with its exit code."""
    try:
        code = _run(sys.argv[1:])
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
    except Exception as error:  # the outer edge: a fault of the program, told without its values
        code = _tell_fault(error)
    sys.exit(code)


def _tell_fault(error: Exception) -> int:
    """Keep a report of a fault beside the learner's data, say where, and return the exit code."""
    from protectcourse.cli.output import say_aside
    from protectcourse.crash import end_after_crash
    from protectcourse.locations import data_folder

    ending = end_after_crash(error, data_folder(None, os.environ))
    say_aside(ending.message)
    return ending.exit_code


def _run(arguments: list[str]) -> int:
    """Run what the command line asks for: the simplest calls without the parser of options."""
    gc.disable()  # nothing made while starting is let go; collecting begins once it is made
    if not arguments:
        from protectcourse.cli.learn import open_app

        return open_app(None, None)
    if arguments == ["--version"]:
        from protectcourse.cli.output import say

        say(f"protectcourse {__version__}")
        return 0
    if arguments in (["--help"], ["-h"]):
        from protectcourse.cli.help_page import help_page
        from protectcourse.cli.output import say

        say(help_page())
        return 0
    from protectcourse.cli.main import run_command

    return run_command()
