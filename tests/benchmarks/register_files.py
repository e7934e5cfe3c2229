"""Hand-in files for the benchmark of the register, made directly: as many events as one likes."""

from collections.abc import Iterator
from dataclasses import asdict
from random import Random
from typing import Any

from protectcourse.progress.chain import FIRST, Entry, canonical, seal_entry
from protectcourse.records.handing_in.bundle import compress, sign_header, spans_of, write_line
from protectcourse.signing import Signer

FILES = 1_000
SIGNERS = [Signer(bytes([number]) * 32) for number in range(1, 51)]
KINDS = (
    ("answer-given", 11),
    ("decision-made", 4),
    ("lesson-completed", 2),
    ("quiz-finished", 1),
    ("case-finished", 1),
)
HELD = 0.3
"""Share of the events that are held back."""


def make_files(events: int, learners: int, files: int = FILES) -> Iterator[bytes]:
    """Give hand-in files of so many events in all; each holds the devices of some learners."""
    each = max(1, learners // files)
    for number in range(files):
        yield make_file(number, each, max(1, events // files // each))


def make_file(number: int, learners: int, events: int) -> bytes:
    """Return a file of some learners with so many events each, the same for the same number."""
    lot = Random(number)
    chains = [
        list(_chain(lot, f"{number:08x}{one:08x}", f"{number:08x}{one + 4096:08x}", events))
        for one in range(learners)
    ]
    spans = spans_of(entry for chain in chains for entry in chain)
    header = {
        "learner": chains[0][0].device,
        "name": f"Learner {number}",
        "day": "2026-11-24",
        "level": "answers",
        "made_with": "benchmark",
        "courses": {"bench": {"version": 1, "title": "Benchmark", "status": "draft"}},
        "devices": [asdict(span) for span in spans.values()],
    }
    lines = [sign_header(header, SIGNERS[number % len(SIGNERS)])]
    lines += [
        write_line(place, entry, leaves=lot.random() >= HELD)
        for place, chain in enumerate(chains)
        for entry in chain
    ]
    return compress(lines)


def _chain(lot: Random, learner: str, device: str, events: int) -> Iterator[Entry]:
    prev = FIRST
    for seq in range(1, events + 1):
        body = _body(lot, learner)
        salt = f"{lot.getrandbits(128):032x}"
        entry = seal_entry(device, seq, prev, body["kind"], canonical(body), salt, "{}")
        prev = entry.hash
        yield entry


def _body(lot: Random, learner: str) -> dict[str, Any]:
    kind = lot.choices([name for name, _ in KINDS], [weight for _, weight in KINDS])[0]
    day = f"2026-{lot.randint(1, 12):02}-{lot.randint(1, 28):02}"
    body: dict[str, Any] = {"kind": kind, "learner": learner, "day": day}
    unit = f"bench/u{lot.randint(1, 30)}"
    match kind:
        case "answer-given":
            answer = {"kind": "choice", "chosen": [lot.choice("abcd")]}
            given = {
                "question": f"q{lot.randint(1, 20)}",
                "fingerprint": f"{lot.randint(0, 9):016}",
            }
            scored = {"answer": answer, "score": lot.choice((0, 10_000)), "sureness": 2}
            return body | {"unit": unit, "attempt": 1} | given | scored
        case "decision-made":
            taken = {"node": f"n{lot.randint(1, 12)}", "choice": "a", "rating": "best", "next": "x"}
            return body | {"unit": unit, "attempt": 1} | taken
        case "lesson-completed":
            return body | {"unit": unit, "version": 1, "minutes": lot.randint(1, 30)}
        case "quiz-finished":
            score = 100 * lot.randint(0, 100)
            rest = {"objectives": {"O1": score}, "passed": int(score >= 8000), "minutes": 9}
            return body | {"unit": unit, "attempt": 1, "score": score} | rest
        case _:
            rest = {"competencies": {"K1": 8000}, "red_lines": 0, "assessed": 1, "minutes": 12}
            return body | {"unit": unit, "attempt": 1, "ending": "heard", "passed": 1} | rest
