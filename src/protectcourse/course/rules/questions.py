"""Q001 to Q009: whether a question can be asked and marked, and a bank drawn from."""

from protectcourse.course.lints.lint import Example
from protectcourse.course.rules.originals import QUESTION, changed
from protectcourse.course.rules.rule import Rule
from protectcourse.findings import Severity

_WEIGHED = """\
kind: one
stem: Someone waits at the locked door. What do you do?
options:
  walk:
    text: Walk along to the desk
    weight: 100
    rationale: The desk can check whom they have come to see.
  ask:
    text: Ask whom they have come to see
    weight: 50
    rationale: A good start, and the desk is there to check it.
  leave:
    text: Leave them outside
    weight: 0
    rationale: They may have a good reason to be here.
"""
_WORD = """\
kind: short-text
stem: "What does every visitor wear?"
accept: [a badge, badge]
rationale: A badge says whom they have come to see.
"""
_NUMBER = """\
kind: number
stem: "How many floors has the house?"
answer: 4
tolerance: 1
rationale: Three above the ground, and the cellar makes four.
"""
_BANK = """\
quiz: doors
title: Doors
draw: 1
questions:
  badge:
    kind: true-false
    stem: "True or false: every visitor wears a badge."
    answer: true
    rationale: A badge says whom they have come to see.
"""
_REHEARSED = f"""\
{_BANK}tests:
  knows-it:
    answers:
      badge: true
    expect: passed
"""
_THIRD = """\
  leave:
    text: Leave them outside
    rationale: They may have a good reason to be here.
"""
_PARALLEL = f"""\
{_BANK}  again:
    kind: true-false
    parallel_of: badge
    stem: "True or false: some visitors go without a badge."
    answer: false
    rationale: Each of them is given one at the desk.
"""

QUESTION_RULES = (
    Rule(
        code="Q001",
        title="A question is of one of the eight kinds.",
        why="The kind decides what a learner sees and how the answer is marked. There are `one`,"
        " `several`, `true-false`, `order`, `match`, `number`, `short-text` and `reflection`.",
        mend="Write one of them behind `kind:`.",
        severity=Severity.ERROR,
        good=Example(yaml=QUESTION),
        bad=changed(QUESTION, ("kind: one", "kind: single")),
    ),
    Rule(
        code="Q002",
        title="A question has enough to choose from, and not too much.",
        why="With one option there is nothing to decide; beyond eight nobody reads a list as a"
        " whole. To put in order takes three steps or more, to match two pairs or more, to tick"
        " several at least three options.",
        mend="Add what is missing, leave some out, or make two questions of it.",
        severity=Severity.ERROR,
        good=Example(yaml=QUESTION),
        bad=changed(
            QUESTION,
            (_THIRD, ""),
            (
                "  hold:\n    text: Hold the door open\n"
                "    rationale: Kind, but now nobody knows who is inside.\n",
                "",
            ),
        ),
    ),
    Rule(
        code="Q003",
        title="The right options are marked: one, or for `several` at least two.",
        why="Without a right option nobody could answer the question; with too many, the kind of"
        " the question promises something else. Where all are right there is nothing to choose.",
        mend="Write `correct: true` below each option that is right, and below no other. If several"
        " are right, make the question `kind: several`; if none is, a `reflection`.",
        severity=Severity.ERROR,
        good=Example(yaml=QUESTION),
        bad=changed(QUESTION, ("    correct: true\n", "")),
    ),
    Rule(
        code="Q004",
        title="Weights say for every option what it is worth, up to 100.",
        why="Weights are percent of the points. If the best answer came to less than 100, nobody"
        " could reach full marks; an option without a weight would be worth a guess.",
        mend="Give every option a weight from -100 to 100. The best option has 100; where several"
        " are to be ticked, those above 0 add up to 100. Leave `correct:` out.",
        severity=Severity.ERROR,
        good=Example(yaml=_WEIGHED),
        bad=changed(_WEIGHED, ("weight: 100", "weight: 90")),
    ),
    Rule(
        code="Q005",
        title="Words that are accepted differ from one another.",
        why="Capitals, accents and the full stop at the end do not count when an answer is"
        " compared. A form that differs in nothing else is the same answer twice; a form without"
        " any letter can never be given; and words that are parted by commas, without brackets"
        " around them, are one answer that nobody gives.",
        mend="Leave the double one out, or write another word that should count as right. Several"
        " stand in brackets: `accept: [badge, day badge]`.",
        severity=Severity.ERROR,
        good=Example(yaml=_WORD),
        bad=changed(_WORD, ("[a badge, badge]", "[badge, Badge]")),
    ),
    Rule(
        code="Q006",
        title="A tolerance is 0 or more.",
        why="The tolerance says how far an answer may be from the number and still count. Below 0"
        " even the right number would be wrong.",
        mend="Write it without a minus sign: it counts in both directions.",
        severity=Severity.ERROR,
        good=Example(yaml=_NUMBER),
        bad=changed(_NUMBER, ("tolerance: 1", "tolerance: -1")),
    ),
    Rule(
        code="Q007",
        title="A bank can be drawn from as its head says.",
        why="An attempt takes so many questions, spread over objectives or domains. If there are"
        " too few, or some belong to no objective, a learner would meet the gap in the middle of"
        " the quiz. A `floor` that wants more right answers of a part than are asked of it promises"
        " what nobody can do.",
        mend="Draw fewer, or write more questions; of parallel ones an attempt takes only one. Give"
        " every question its `objective:`, and for `spread: domain` every objective its `domain:`."
        " Let `floor` be no more than an attempt asks of each part.",
        severity=Severity.ERROR,
        good=Example(yaml=_BANK),
        bad=changed(_BANK, ("draw: 1", "draw: 2")),
    ),
    Rule(
        code="Q008",
        title="A scripted attempt answers questions of its bank, as they can be answered.",
        why="An attempt written down under `tests:` is marked again after every edit, so that you"
        " see whether the key and the pass mark are what you think. An answer to a question, or by"
        " an option, that is not there can no longer be marked.",
        mend="Correct the id of the question or the option. A `true-false` is answered by `true` or"
        " `false`, an `order` by all its steps, a `match` by `pair = right` for each pair, a"
        " `number` by a number.",
        severity=Severity.ERROR,
        good=Example(yaml=_REHEARSED),
        bad=changed(_REHEARSED, ("badge: true", "badge: perhaps")),
    ),
    Rule(
        code="Q009",
        title="A parallel question names another question of the course.",
        why="Of questions that ask the same in other words, an attempt takes only one. Under a name"
        " that is not there, both may come, and a learner answers one question twice.",
        mend="Write the id of the other question behind `parallel_of:`, or take the line out.",
        severity=Severity.ERROR,
        good=Example(yaml=_PARALLEL),
        bad=changed(_PARALLEL, ("parallel_of: badge", "parallel_of: again")),
    ),
)
