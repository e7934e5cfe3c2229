"""From two hundred laptops to certificates: all that a coordinator does, by commands alone.

What is expected is worked out here from what the learners did, by no code of the program's.
"""

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from program import PROGRAM, run_here
from scipy.stats import pearsonr
from terminal import Terminal
from two_hundred import (
    HURT,
    NEVER_CAME,
    SENT_AGAIN,
    Office,
    due_of,
    make_office,
)
from two_hundred_people import (
    AHEAD,
    COUNT,
    EXPIRED,
    EXPIRING,
    LURE,
    MISLEADING,
    OTHER_KEY,
    QUIZ,
    SHARED,
    TEAMS,
    TODAY,
    Person,
)

from protectcourse.records.handing_in.levels import Level

Rows = list[dict[str, str]]
QUESTIONS = 40
"""In the final."""
LOST = (set(HURT) - {SENT_AGAIN}) | {OTHER_KEY}
"""People of whom nothing could be taken in."""
UNCLEAR = {18, SHARED[18]}
"""Two people of one name who stand on the roster as one row, without a number."""


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Return what a coordinator has of two hundred learners before the first command."""
    return make_office(tmp_path_factory.mktemp("organisation"))


def test_a_coordinator_goes_the_whole_way(office: Office) -> None:
    """Each part has tests of its own; here they meet, with the numbers of a real organisation."""
    desk = Desk(office)

    desk.collects()
    desk.imports_the_roster()

    desk.sees_who_is_overdue()
    desk.sees_how_everybody_stands()
    desk.sees_which_question_misleads()
    desk.sees_how_each_question_did()
    desk.sees_everybody_on_the_full_screen()
    desk.issues_certificates()
    desk.would_send_it_to_an_lrs()


@dataclass
class Desk:
    """A coordinator's desk: what is done at it, and what must come of that."""

    office: Office

    def call(self, *words: str | Path, ends: int = 0) -> str:
        """Give a command and return what it says, in one line."""
        name, *rest = words
        data = ("--data-dir", self.office.folder / "data")
        if name not in {"verify", "organisation"}:
            rest += ["--register", "our-register.db"]
        done = run_here(*data, name, *rest, cwd=self.office.folder)
        assert done.returncode == ends, done.stderr
        return " ".join((done.stdout + done.stderr).split())

    def collects(self) -> None:
        """Take everything in; what is damaged is set aside, and comes in once sent again."""
        key = ("--key", self.office.key)
        first = self.call("collect", self.office.files, *key, ends=5)
        again = self.call("collect", self.office.files, *key, ends=5)
        mended = self.call("collect", self.office.sent_again, *key)

        files = len(list(self.office.files.iterdir()))
        lost = len(HURT) + 1
        assert f"{files} files: {files - lost} taken in, 0 taken in before, {lost} set" in first
        assert f"{files} files: 0 taken in, {files - lost} taken in before, {lost} set" in again
        assert first.count("set aside: ") == lost
        assert first.count("Fork at steps") == 1  # the copied folder; of the backup the app knows
        assert first.count("dated in the future") == self._files_of(AHEAD)
        assert "Key: " not in first
        assert "1 file: 1 taken in" in mended

    def imports_the_roster(self) -> None:
        """Nobody of two is guessed, and whoever has handed in is found."""
        said = self.call("roster", "import", self.office.roster)

        numbered = len(SHARED.keys() | SHARED.values()) - len(UNCLEAR)
        missing = len(LOST) + len(NEVER_CAME)
        assert f"by number: {numbered} " in said
        assert f"by name: {COUNT - numbered - len(UNCLEAR) - len(LOST)} " in said
        assert f"nothing handed in: {missing} " in said
        assert "several learners of this name: 1 " in said

    def sees_who_is_overdue(self) -> None:
        """By name, and so many of each team."""
        rows = self.report("overdue", "people")
        teams = self.report("overdue", "teams")

        rowed = [one for one in self.office.people if one.number not in SHARED or one.number == 41]
        late = [
            one
            for one in rowed
            if due_of(one) < TODAY and (one.number in UNCLEAR or not self._holds(one))
        ]
        expected = Counter((one.name, one.team) for one in late)
        expected.update((name, TEAMS[place % 2 * 7]) for place, name in enumerate(NEVER_CAME))
        assert Counter((row["Name"], row["Team"]) for row in rows) == expected
        by_team = Counter(team for _, team in expected.elements())
        assert {row["Team"]: row["overdue"] for row in teams if row["Team"] in TEAMS} == {
            team: str(by_team[team]) for team in TEAMS
        }

    def sees_how_everybody_stands(self) -> None:
        """In states, of which expiring is the one to plan for."""
        states = {row["State"]: int(row["people"]) for row in self.report("completion", "states")}
        people = self.report("completion", "people")
        expiring = self.report("expiring")

        holding = [one for one in self.known if self._holds(one)]
        soon = [one for one in holding if one.number in EXPIRING]
        assert states["expiring"] == len(soon) == len(EXPIRING)
        assert states["completed"] == len(holding) - len(soon)
        assert len(self.known) == COUNT - len(LOST)
        scores = {row["Learner"]: row["Best score (%)"] for row in people}
        for one in self.known:
            best = str(one.right_in_final * 100 // QUESTIONS) if one.completed else ""
            assert scores[self.office.numbers[one.number]] == best
        assert {row["Name"] for row in expiring} == {
            one.name for one in self.office.people if one.number in EXPIRING | EXPIRED
        }

    def sees_which_question_misleads(self) -> None:
        """See the wrong option that most chose, and how many did."""
        rows = self.items("misleading")

        given = [one.answers[MISLEADING] for one in self.answering if MISLEADING in one.answers]
        lured = sum(one.chosen == {LURE} for one in given)
        (row,) = (row for row in rows if row["Quiz"] == QUIZ)
        assert (row["Question"], row["Chose it"]) == (MISLEADING, str(lured))
        assert (row["All right"], row["People"]) == (
            str(sum(one.is_right for one in given)),
            str(len(given)),
        )

    def sees_how_each_question_did(self) -> None:
        """See the share right, and how it goes with the rest, as they are worked out elsewhere."""
        rows = [row for row in self.items("questions") if row["Quiz"] == QUIZ]

        asked = {name for one in self.answering for name in one.answers}
        assert {row["Question"] for row in rows} == asked
        for row in rows:
            name = row["Question"]
            right = [
                (one.answers[name].is_right, sum(given.is_right for given in one.answers.values()))
                for one in self.answering
                if name in one.answers
            ]
            scores = [int(is_right) for is_right, _ in right]
            rests = [total - is_right for is_right, total in right]
            assert row["People"] == str(len(scores))
            assert _near(row["Right (%)"], 100 * sum(scores) / len(scores))
            assert _near(row["Discrimination (%)"], 100 * pearsonr(scores, rests).statistic)

    def sees_everybody_on_the_full_screen(self) -> None:
        """Whoever is on the roster, and those two who are not found on it."""
        argv = [*PROGRAM, "register", str(self.office.folder / "our-register.db")]
        rows = len(self.on_roster) + len(NEVER_CAME) + 1 + len(UNCLEAR)

        with Terminal(argv) as terminal:
            terminal.wait(f"{rows} · by name")
            terminal.press("/")
            terminal.type("김하늘")
            terminal.wait(f"1 of {rows}")
            assert "김하늘" in terminal.text()

    def issues_certificates(self) -> None:
        """One for each completion whose day has come; and each of them verifies."""
        to = self.office.folder / "certificates"
        to.mkdir()
        signing = ("--key", self.office.key, "--organisation", self.office.settings)
        said = self.call("issue", *signing, "--all", "--to", to, ends=1)
        again = self.call("issue", *signing, "--all", "--to", to, "--yes", ends=1)

        done = [one for one in self.known if one.completed and one.number != AHEAD]
        signed = sorted(to.glob("*.jwt"))
        assert f"Issued: {len(done)}. Issued before: 0. Not: 1." in said
        assert f"Issued: 0. Issued before: {len(done)}. Not: 1." in again
        assert len(signed) == len(list(to.glob("*.html"))) == len(done)
        over = [self.call("verify", file, *self._issuer, ends=5) for file in self._expired(signed)]
        assert len(over) == len(EXPIRED)
        assert all("Expired: " in said for said in over)
        for file in set(signed) - set(self._expired(signed)):
            self.call("verify", file, *self._issuer)

    def would_send_it_to_an_lrs(self) -> None:
        """Everybody's beginning and certificate; nothing is sent."""
        self.call("organisation", "add", self.office.settings, "--yes")
        said = self.call("lrs", "push", "--endpoint", "https://lrs.example.org/xapi", "--dry-run")

        done = [one for one in self.known if one.completed and one.number != AHEAD]
        assert f"initialized {len(self.known)} " in said
        assert f"earned {len(done)} " in said

    # what is known of whom

    @property
    def known(self) -> Sequence[Person]:
        """Everybody of whom something was taken in."""
        return [one for one in self.office.people if one.number not in LOST]

    @property
    def answering(self) -> Sequence[Person]:
        """Everybody who handed in their answers to the quiz, and finished it."""
        return [one for one in self.known if one.level is Level.ANSWERS and one.answers]

    @property
    def on_roster(self) -> Sequence[Person]:
        """Everybody who has a row of their own; of two that share one, neither."""
        return [one for one in self.office.people if one.number not in UNCLEAR]

    def report(self, kind: str, table: str = "") -> Rows:
        """Return a table of a report."""
        return self._table("report", kind, f"{kind}-{table}" if table else kind)

    def items(self, table: str) -> Rows:
        """Return a table of the report on questions."""
        return self._table("items", "--course", "sent-back", f"items-{table}")

    def _table(self, *words: str) -> Rows:
        *command, name = words
        out = self.office.folder / f"tables-{name}"
        out.mkdir()
        self.call(*command, "--format", "csv", "--to", out)
        with (out / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    @property
    def _issuer(self) -> Sequence[str | Path]:
        return ("--issuer", self.office.settings)

    def _expired(self, signed: Sequence[Path]) -> Sequence[Path]:
        """Return the certificates of completions that held until long ago, by their names."""
        return [one for one in signed if f"-{TODAY.year - 3}-06-" in one.name]

    def _files_of(self, number: int) -> int:
        return len(list(self.office.files.glob(f"{number:03}-*")))

    def _holds(self, person: Person) -> bool:
        """Say whether somebody has completed the course, as far as is known, and still has it."""
        done = person.completed
        if person.number in LOST or done is None:
            return False
        return done + timedelta(days=731) >= TODAY


def _near(shown: str, worked_out: float) -> bool:
    return abs(float(shown) - worked_out) <= 0.05 + 1e-9
