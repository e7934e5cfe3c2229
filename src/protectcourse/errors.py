"""What the program raises when it cannot do something.

::

    ProtectCourseError(message, hint)     what is wrong; what the reader can do      exit
    ├── ContentError                      a course could not be opened, or written      3
    ├── ScenarioError                     a stale choice, a wrong condition             3
    ├── AnswerError                       an answer that does not fit its question     70
    ├── StoreError                        the progress file: locked, damaged, too new   4
    ├── RecordError                       a record or hand-in file: unreadable, untrue  5
    ├── ExchangeError                     a format that cannot carry this, an LRS       6
    └── SettingsError                     names the file, the key and the nearest key   2

Mistakes in a course are not errors but data: see ``course.problems``.
"""

from typing import ClassVar

INTERRUPTED = 130
"""The exit code after Ctrl+C."""


class ProtectCourseError(Exception):
    """Something could not be done: what, and what the reader can do about it."""

    exit_code: ClassVar[int] = 70

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\n{self.hint}" if self.hint else self.message


class ContentError(ProtectCourseError):
    """A course could not be opened, or a part of it not written."""

    exit_code = 3


class ScenarioError(ProtectCourseError):
    """A case was asked for something that it does not have, such as a choice made stale."""

    exit_code = 3


class AnswerError(ProtectCourseError):
    """An answer does not fit its question: a fault of the front end, never of the learner."""


class StoreError(ProtectCourseError):
    """The progress file is locked, damaged, newer than the program, or cannot be written."""

    exit_code = 4


class RecordError(ProtectCourseError):
    """A record or hand-in file could not be read or written, or its signature does not hold."""

    exit_code = 5


class ExchangeError(ProtectCourseError):
    """A format of another system cannot carry this or be read, or the system does not answer."""

    exit_code = 6


class SettingsError(ProtectCourseError):
    """A setting is unknown or out of range."""

    exit_code = 2
