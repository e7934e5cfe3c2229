"""S140 to S160: whether ratings, endings and wording of a case agree."""

from protectcourse.course.lints.lint import Example
from protectcourse.course.rules.originals import SCENE, TRUST, changed
from protectcourse.course.rules.rule import Rule
from protectcourse.findings import Severity

_ENDINGS = "endings:\n  known:"
_SECOND = """\
      hold:
        text: Hold the door open.
        harmful: Now nobody knows who is inside.
        goto: unknown
"""
_LOST = "  unknown:\n    outcome: bad\n    text: In the evening a bag is missing.\n"
_AWAY = """\
      away:
        text: Walk away.
        harmful: Somebody else may let them in.
        goto: unknown
"""
_STRANGER = SCENE.replace("endings:\n", f"{_AWAY}endings:\n")
_FOLLOWED = SCENE.replace("goto: unknown", "goto: stairs").replace(
    _ENDINGS,
    f"""\
  stairs:
    text: The stranger walks up the stairs.
    choices:
      call:
        text: Call after them.
        best: It is not too late to ask.
        goto: known
      look:
        text: Look away.
        harmful: It was you who let them in.
        goto: landing
  landing:
    text: A door opens above.
    choices:
      run:
        text: Run up and speak to them.
        goto: unknown
      home:
        text: Go home.
        goto: unknown
{_ENDINGS}""",
)
_RUN = "        text: Run up and speak to them.\n"
_TESTED = TRUST.replace("  gate:\n", "  gate:\n    for: [tact]\n").replace(
    "  visit:\n", "  visit:\n    for: [tact]\n"
)
_MARKED = _TESTED.replace("track:\n", "rubric:\n  tact: 80\ntrack:\n")
_LONG = """\
        text: Walk along to the desk with them, ask on the way
          whom they have come to see and whether they have been
          here before, and wait until somebody has rung the host.
"""
_FLOOR = """\
  floor{number}:
    text: Somebody stands on floor {number}.
    choices:
      greet:
        text: {greet}
        best: A greeting costs nothing, and tells you who it is.
        goto: {to}
      pass_by:
        text: {pass_by}
        harmful: Now nobody knows who it was.
        goto: unknown
"""
_SHORT, _FULL = "Say good morning.", "Say good morning, and ask whom they want to see."
_SILENT, _AWAY_FAST = "Walk past.", "Walk past quickly, and hope that somebody else will ask."


def _house(often: bool) -> str:
    """Return a case of four floors; the best choice is the longest on each, or on every other."""
    floors = "".join(
        _FLOOR.format(
            number=number,
            to=f"floor{number + 1}" if number < 4 else "known",
            greet=_FULL if often or number % 2 else _SHORT,
            pass_by=_SILENT if often or number % 2 else _AWAY_FAST,
        )
        for number in range(1, 5)
    )
    begun, _, ended = SCENE.partition("nodes:\n")
    endings = ended[ended.index("endings:\n") :]
    return f"{begun.replace('start: door', 'start: floor1')}nodes:\n{floors}{endings}"


CASE_POINT_RULES = (
    Rule(
        code="S140",
        title="Full marks can be reached.",
        why="Whoever decides as well as the case allows should read that nothing was better. If"
        " every play loses points, a good learner looks for a mistake that was not theirs. The"
        " message says where the best play loses them.",
        mend="Let one choice be `best`, or open its condition to those who did well before; let"
        " every important question be asked.",
        severity=Severity.WARNING,
        good=Example(yaml=SCENE),
        bad=changed(SCENE, ("best: There", "acceptable: There")),
    ),
    Rule(
        code="S141",
        title="A play without a fault ends well.",
        why="Ratings say one thing and the ending another: a learner who did everything right reads"
        " of a bad end and draws the wrong lesson. In real life it happens; then the case must say"
        " so.",
        mend="Rate the decision that leads there, lead it elsewhere, or write"
        " `despite_good_practice: true` on the ending, if this is meant.",
        severity=Severity.WARNING,
        good=Example(yaml=TRUST),
        bad=changed(TRUST, ("        acceptable: Somebody may come, or nobody.\n", "")),
    ),
    Rule(
        code="S142",
        title="Some play without a fault ends well.",
        why="If the best decisions can only lead to a poor end, the case teaches that they are not"
        " worth it.",
        mend="Lead the best decisions to a good ending, or write `despite_good_practice: true` on"
        " the ending that they have, and let its `debrief:` say why.",
        severity=Severity.ERROR,
        good=Example(yaml=SCENE),
        bad=changed(SCENE, ("outcome: good", "outcome: mixed")),
    ),
    Rule(
        code="S143",
        title="Who crosses a red line does not come to a good ending.",
        why="A red line stands for harm that cannot be undone. If all ends well nevertheless, it"
        " looks as if it had not mattered.",
        mend="Let a consequence follow, or write `despite_red_line: true` on the ending, if the"
        " luck is meant, and name it in the debrief.",
        severity=Severity.WARNING,
        good=Example(yaml=TRUST),
        bad=changed(
            TRUST,
            (
                "        do: [trust -1]\n        harmful: He owes",
                "        do: [set told]\n        red_line: He owes",
            ),
        ),
    ),
    Rule(
        code="S144",
        title="Harm done again and again does not end well.",
        why="One harmful decision may be made good. When two or more have no consequence, learners"
        " see that it does not matter how they decide. One is only a note.",
        mend="Let a later way depend on what was done before, or lead to another ending.",
        severity=Severity.WARNING,
        good=Example(yaml=SCENE),
        bad=changed(_FOLLOWED, (f"{_RUN}        goto: unknown", f"{_RUN}        goto: known")),
    ),
    Rule(
        code="S145",
        title="Each pass mark can be reached, and each competency is tested twice.",
        why="A mark that no play can reach fails everybody. And one decision says little about a"
        " competency; another case of the course may test it too, so that is only a note.",
        mend="Lower the mark under `rubric:`, or see where every play loses points. Add a decision"
        " that tests the same competency.",
        severity=Severity.WARNING,
        good=Example(yaml=_MARKED),
        bad=changed(_MARKED, ("best: One name", "acceptable: One name")),
    ),
    Rule(
        code="S146",
        title="A harmful choice leads to something worse than the best one.",
        why="The reason says that it does harm, and the story says that nothing comes of it."
        " Learners believe the story.",
        mend="Let something come of it, at once or later, or change the rating.",
        severity=Severity.WARNING,
        good=Example(yaml=_STRANGER),
        bad=changed(
            _STRANGER, ("is inside.\n        goto: unknown", "is inside.\n        goto: known")
        ),
    ),
    Rule(
        code="S150",
        title="The best choice is not always the longest.",
        why="Authors explain what is right and are brief about the rest. Who has noticed that can"
        " pass a case without having understood it. It is told from four decisions on, where it"
        " holds for more than 60 % of them.",
        mend="Shorten some of the best choices, or say as much in the others.",
        severity=Severity.WARNING,
        good=Example(yaml=_house(often=False)),
        bad=Example(yaml=_house(often=True)),
    ),
    Rule(
        code="S151",
        title="A decision that counts offers two choices at least.",
        why="Where only one choice is open there is nothing to decide, and the points are a"
        " present.",
        mend="Add another that a decent colleague might take, open one that is locked, or take the"
        " rating away.",
        severity=Severity.WARNING,
        good=Example(yaml=SCENE),
        bad=changed(SCENE, (_SECOND, ""), (_LOST, "")),
    ),
    Rule(
        code="S160",
        title="A case is easy to read.",
        why="People read a case under pressure, and often in their second or third language. More"
        " than 120 words in a scene, 25 in a choice, 30 in a sentence, or more than four choices"
        " are too much at once.",
        mend="Say less, make two sentences or two scenes of it, or leave a choice out.",
        severity=Severity.WARNING,
        good=Example(yaml=SCENE),
        bad=changed(SCENE, ("        text: Walk along to the desk.\n", _LONG)),
    ),
)
