"""What is pasted, kept text: between the marks of a paste nothing may count as a key."""

from typing import Final

from protectcourse.plain_text import UNCLEAN

BEGIN: Final = "\x1b[200~"
END: Final = "\x1b[201~"
LONGEST: Final = 100_000
"""Characters of one paste that are kept; no box in the program takes more."""


class PasteFilter:
    """Cleans pastes in what a terminal sends, in pieces of any size.

    Textual gives what follows an escape code in a paste out again as keys, so that pasted text
    could answer a question or quit, and a long paste would keep the app busy for minutes.
    """

    def __init__(self) -> None:
        self._inside = False
        self._seen = ""
        """The end of what was passed on, in which the mark of a paste may have begun."""
        self._held = ""
        """The end of what was pasted, in which its closing mark may have begun."""
        self._room = LONGEST

    def pass_on(self, text: str) -> str:
        """Return what the app may see of a piece."""
        passed: list[str] = []
        while text:
            step = self._pass_paste if self._inside else self._pass_keys
            part, text = step(text)
            passed.append(part)
        return "".join(passed)

    def _pass_keys(self, text: str) -> tuple[str, str]:
        """Pass everything up to where a paste begins; return that and the rest."""
        joined = self._seen + text
        at = joined.find(BEGIN)
        if at < 0:
            self._seen = joined[-(len(BEGIN) - 1) :]
            return text, ""
        self._inside, self._room, self._seen = True, LONGEST, ""
        end = at + len(BEGIN) - (len(joined) - len(text))
        return text[:end], text[end:]

    def _pass_paste(self, text: str) -> tuple[str, str]:
        """Pass pasted text, cleaned; return that and what follows the paste."""
        joined = self._held + text
        at = joined.find(END)
        if at >= 0:
            self._inside, self._held = False, ""
            return self._clean(joined[:at]) + END, joined[at + len(END) :]
        keep = next((n for n in range(len(END) - 1, 0, -1) if joined.endswith(END[:n])), 0)
        if not keep and joined.endswith("\r"):
            keep = 1  # a line feed may follow, which together are one
        self._held = joined[len(joined) - keep :]
        return self._clean(joined[: len(joined) - keep]), ""

    def _clean(self, text: str) -> str:
        """Return text without control characters, as much of it as there is room for."""
        lines = text.replace("\r\n", "\n").replace("\r", "\n")
        kept = UNCLEAN.sub("", lines)[: self._room]
        self._room -= len(kept)
        return kept
