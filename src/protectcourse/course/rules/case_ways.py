"""S100 to S130: where the ways through a case lead, and what its conditions do."""

from protectcourse.course.lints.lint import Example
from protectcourse.course.rules.originals import INTERVIEW, SCENE, TRUST, changed
from protectcourse.course.rules.rule import Rule
from protectcourse.findings import Severity

_LATE = "  late:\n    outcome: mixed\n    text: The desk is closed.\n"
_ONLY_BEFORE = "        if: [host, not asked whom]\n"
_WAIT = "        text: Wait until somebody comes.\n"
_BELOW = """\
  cellar:
    text: The light goes out.
    choices:
      wait:
        text: Wait for the light.
        goto: cellar
      back:
        text: Feel your way back.
        goto: unknown
"""
_ENDINGS = "endings:\n  known:"
_STAIRS = """\
      stairs:
        text: Take the stairs to the cellar.
        harmful: Whoever waits at the door is left alone.
        goto: cellar
"""
_CELLAR = SCENE.replace(_ENDINGS, f"{_STAIRS}{_BELOW}{_ENDINGS}")
_WAY_BACK = "        text: Feel your way back.\n"
_ALSO = TRUST.replace(
    "    text: He reaches for the telephone.\n",
    "    text: He reaches for the telephone.\n    also:\n"
    "      - if: [told]\n        text: He knows what it is about.\n",
)
_PROMISED = f"""\
{TRUST}promises:
  - say: Nobody asks for the host before the guard has heard why.
    before: visit.ask
    need: [told]
"""
_METERS = "".join(f"    step{n}: {{{{start: 0, max: {{most}}}}}}\n" for n in "abcd")
_BUTTONS = "".join(
    f"      step{n}:\n        ask: Press {n.upper()}.\n        answer: It clicks.\n"
    f"        repeat: true\n        do: [step{n} +1]\n"
    for n in "abcd"
)
_MACHINE = f"""\
scenario: the-machine
version: 1
title: The machine
track:
  meters:
{_METERS}start: machine
nodes:
  machine:
    type: hub
    text: Four buttons, and each of them counts.
    questions:
{_BUTTONS}    leave:
      pull:
        text: Pull the lever.
        if: [stepa = {{most}}, stepb = {{most}}, stepc = {{most}}, stepd = {{most}}]
        goto: done
      go:
        text: Walk away.
        goto: left
endings:
  done:
    outcome: good
    text: A bell rings.
  left:
    outcome: mixed
    text: Nothing happens.
"""

CASE_WAY_RULES = (
    Rule(
        code="S100",
        title="A case is small enough to try every way through it.",
        why="The program plays a case in every possible manner and so finds dead ends before a"
        " learner does. Meters with many steps and interviews with many questions multiply; beyond"
        " 200,000 situations it stops and only says what it has seen.",
        mend="Give meters fewer steps (seven are plenty), interviews at most twelve questions, and"
        " drop variables that nothing needs. The message names those that weigh most.",
        severity=Severity.WARNING,
        good=Example(yaml=_MACHINE.format(most=2)),
        bad=Example(yaml=_MACHINE.format(most=40)),
    ),
    Rule(
        code="S101",
        title="Every node is reached by some way through the case.",
        why="A scene that nobody can come to is work that nobody sees, and often the sign of a"
        " `goto:` or a condition that went wrong.",
        mend="Lead a `goto:` to it, change the conditions on the ways to it, or leave it out.",
        severity=Severity.ERROR,
        good=Example(yaml=_CELLAR),
        bad=changed(_CELLAR, (_STAIRS, _STAIRS.replace("goto: cellar", "goto: unknown"))),
    ),
    Rule(
        code="S102",
        title="Every ending is reached by some way through the case.",
        why="An ending that cannot come about shows that the story does not branch as you think.",
        mend="Lead a `goto:` to it, change the conditions on the ways to it, or leave it out.",
        severity=Severity.ERROR,
        good=Example(yaml=SCENE),
        bad=changed(SCENE, ("  unknown:\n", f"{_LATE}  unknown:\n")),
    ),
    Rule(
        code="S103",
        title="Wherever a learner comes, something can be chosen.",
        why="If every choice has a condition, and none holds, the learner is stuck and can only"
        " give up. The message says by which decisions one gets there.",
        mend="Add a choice without a condition, loosen one, or lead somewhere else before.",
        severity=Severity.ERROR,
        good=Example(yaml=TRUST),
        bad=changed(TRUST, (_WAIT, f"{_WAIT}        if: [told]\n")),
    ),
    Rule(
        code="S104",
        title="From everywhere an ending can be reached.",
        why="A circle without a way out keeps a learner walking for ever.",
        mend="Let one of the choices in the circle lead out of it.",
        severity=Severity.ERROR,
        good=Example(yaml=_CELLAR),
        bad=changed(
            _CELLAR, (f"{_WAY_BACK}        goto: unknown", f"{_WAY_BACK}        goto: cellar")
        ),
    ),
    Rule(
        code="S105",
        title="Every choice and every question can be chosen at some time.",
        why="A choice whose condition never holds is never seen by anybody.",
        mend="Change its condition, let something before it make it true, or leave it out.",
        severity=Severity.ERROR,
        good=Example(yaml=INTERVIEW),
        bad=changed(
            INTERVIEW,
            ("ask: Is it still raining?\n", f"ask: Is it still raining?\n{_ONLY_BEFORE}"),
        ),
    ),
    Rule(
        code="S106",
        title="A condition makes a difference.",
        why="A condition that always holds does nothing. Perhaps it should have said something"
        " else. This is only a note.",
        mend="Leave it out, or write what it should have said.",
        severity=Severity.INFO,
        good=Example(yaml=TRUST),
        bad=changed(TRUST, (_WAIT, f"{_WAIT}        if: [trust >= 0]\n")),
    ),
    Rule(
        code="S107",
        title="Every route behind a condition is taken by somebody.",
        why="A route that is never taken does not change the story, though it looks as if it did.",
        mend="Change its condition, or leave it out. Routes are tried from the top: one above it"
        " may take everybody away.",
        severity=Severity.WARNING,
        good=Example(yaml=INTERVIEW),
        bad=changed(
            INTERVIEW,
            (
                "[{if: [host], to: met}, gone]",
                "[{if: [host], to: met}, {if: [host], to: gone}, gone]",
            ),
        ),
    ),
    Rule(
        code="S108",
        title="Every extra text is shown to somebody.",
        why="A paragraph under `also:`, or the sentence of a `locked:` choice, was written for"
        " learners in a certain position. If nobody comes into it, nobody reads it. This is only a"
        " remark.",
        mend="Change the condition, or leave the text out.",
        severity=Severity.INFO,
        good=Example(yaml=_ALSO),
        bad=changed(_ALSO, ("- if: [told]", "- if: [not told, trust >= 2]")),
    ),
    Rule(
        code="S111",
        title="A variable that is declared is used.",
        why="It may be a leftover, or the sign that an effect or a condition was forgotten.",
        mend="Use it in `do:` and `if:`, or leave it out.",
        severity=Severity.WARNING,
        good=Example(yaml=TRUST),
        bad=changed(TRUST, ("  meters:\n", "    late: It is after office hours.\n  meters:\n")),
    ),
    Rule(
        code="S112",
        title="What is tested can change.",
        why="A condition on something that never changes gives the same answer in every play: the"
        " choice behind it is always open, or never.",
        mend="Change the variable somewhere with `do:`, or leave out the condition.",
        severity=Severity.ERROR,
        good=Example(yaml=TRUST),
        bad=changed(
            TRUST, ("[set told, trust +1]", "[trust +1]"), ("[told, trust", "[not told, trust")
        ),
    ),
    Rule(
        code="S113",
        title="What changes is tested somewhere.",
        why="A flag that is set and never looked at has no consequence. A meter that learners see"
        " may be there for its own sake: then this is only a note.",
        mend="Let a condition, a route or an extra text depend on it, or leave it out.",
        severity=Severity.WARNING,
        good=Example(yaml=TRUST),
        bad=changed(TRUST, ("[told, trust >= 1]", "[trust >= 2]")),
    ),
    Rule(
        code="S114",
        title="A fact that can be found out matters to the story.",
        why="Learners remember what had consequences. A fact on which nothing depends stands in the"
        " case file and is forgotten. This is only a note.",
        mend="Let a choice, a checklist or an extra text depend on it, or leave it so.",
        severity=Severity.INFO,
        good=Example(yaml=INTERVIEW),
        bad=changed(
            INTERVIEW, ("[{if: [host], to: met}, gone]", "[{if: [asked whom], to: met}, gone]")
        ),
    ),
    Rule(
        code="S120",
        title="There is always something to choose that does no harm.",
        why="If every open choice is harmful, a learner is punished for a situation and not for a"
        " decision. Sometimes that is the point; then the case must say so.",
        mend="Offer a choice that is best or acceptable, or none of the ratings; or write"
        " `dilemma: true` on the node, if this is meant.",
        severity=Severity.ERROR,
        good=Example(yaml=TRUST),
        bad=changed(TRUST, ("acceptable: Somebody may come", "harmful: Somebody may come")),
    ),
    Rule(
        code="S121",
        title="An important question can be asked before an interview is left.",
        why="Important questions that were not asked cost points. Where all of them are locked,"
        " they cost points that nobody could have earned.",
        mend="Let at least one of them be asked without a condition.",
        severity=Severity.WARNING,
        good=Example(yaml=INTERVIEW),
        bad=changed(
            INTERVIEW,
            ("would you like to see?\n", "would you like to see?\n        if: [asked weather]\n"),
        ),
    ),
    Rule(
        code="S125",
        title="A decision with points comes once.",
        why="Only the first decision counts. Whoever comes round again chooses without effect, and"
        " learns to try until it fits.",
        mend="Let the story go on after the decision. For going round there are interviews.",
        severity=Severity.WARNING,
        good=Example(yaml=_CELLAR),
        bad=changed(
            _CELLAR, (f"{_WAY_BACK}        goto: unknown", f"{_WAY_BACK}        goto: door")
        ),
    ),
    Rule(
        code="S130",
        title="A promise of the author's holds in every play.",
        why="Under `promises:` you say what must be so before a place is reached, such as consent"
        " before a referral. The program tries every way and shows one that breaks the promise. A"
        " place that nobody reaches proves nothing.",
        mend="Change the conditions on the way there, or the promise, if it asked too much.",
        severity=Severity.ERROR,
        good=Example(yaml=_PROMISED),
        bad=changed(_PROMISED, ("        if: [told, trust >= 1]\n", "")),
    ),
)
