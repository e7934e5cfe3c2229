"""S014 to S033: the ratings, routes, sources and head of a case."""

from protectcourse.course.lints.lint import Example
from protectcourse.course.rules.originals import CHECKLIST, INTERVIEW, SCENE, changed
from protectcourse.course.rules.rule import Rule
from protectcourse.findings import Severity

_PLAYED = f"{SCENE}tests:\n  model:\n    play: [desk]\n    expect: known\n"
_LEAVE = "    leave:\n      ring:\n        text: Ring the host.\n"
_LEGAL = SCENE.replace(
    "There somebody can see who it is.\n", "The law on visitors asks for it.\n        source: act\n"
)
_GRAVE = SCENE.replace(
    "start: door\n", "sensitivity: S2\ncontent_note: A fire is mentioned.\nstart: door\n"
)
_ACT = "sources:\n  act: An act on visitors, section 3\n"

CASE_FORM_RULES = (
    Rule(
        code="S014",
        title="A choice has one rating.",
        why="A decision cannot be the best and harmful at once: the debrief would contradict"
        " itself, and the points would hang on chance.",
        mend="Keep the rating that is meant. If it depends on what was found out before, make two"
        " choices of it, each with its own `if:`.",
        severity=Severity.ERROR,
        good=Example(yaml=SCENE),
        bad=changed(
            SCENE, ("who it is.\n", "who it is.\n        acceptable: It takes a little while.\n")
        ),
    ),
    Rule(
        code="S015",
        title="Every choice and every result leads on.",
        why="After a choice the story goes on somewhere. Without `goto:` a learner would be left"
        " standing there.",
        mend="Add `goto:` with the id of a node or an ending.",
        severity=Severity.ERROR,
        good=Example(yaml=SCENE),
        bad=changed(SCENE, ("        goto: unknown\n", "")),
    ),
    Rule(
        code="S016",
        title="A way leads to a node or an ending that exists.",
        why="A `goto:` to a place that is not there breaks the story off in the middle.",
        mend="Correct the id, or write the node or the ending that is missing.",
        severity=Severity.ERROR,
        good=Example(yaml=SCENE),
        bad=changed(SCENE, ("goto: unknown", "goto: unkown")),
    ),
    Rule(
        code="S017",
        title="A model play ends where its author says.",
        why="A model play is your own walk through the case, repeated at every check. When it ends"
        " elsewhere, something that you changed has moved the story.",
        mend="See which decision leads elsewhere, and correct the case; or correct the play, if the"
        " change was meant.",
        severity=Severity.ERROR,
        good=Example(yaml=_PLAYED),
        bad=changed(_PLAYED, ("expect: known", "expect: unknown")),
    ),
    Rule(
        code="S018",
        title="A node is a scene, a hub or a checklist.",
        why="The type decides what a learner can do there: choose (`scene`), ask (`hub`) or assess"
        " (`checklist`).",
        mend="Write one of the three behind `type:`; without the key it is a scene.",
        severity=Severity.ERROR,
        good=Example(yaml=INTERVIEW),
        bad=changed(INTERVIEW, ("type: hub", "type: interview")),
    ),
    Rule(
        code="S019",
        title="A checklist has a right answer to each line and a result for everybody.",
        why="Each line is met, not met or unclear, or depends on what was found out. Whoever has"
        " few answers right must come to a result too, or the story would stop.",
        mend="Give each line either `answer:` or `met_if:`. Give one result `at_least: 0`, and no"
        " result more than there are lines, nor the number of another. With `template:` name each"
        " of its lines.",
        severity=Severity.ERROR,
        good=Example(yaml=CHECKLIST),
        bad=changed(CHECKLIST, ("at_least: 0", "at_least: 1")),
    ),
    Rule(
        code="S020",
        title="The last of several routes is plain, and only the last.",
        why="Routes are tried from the top, and the first whose condition holds is taken. If the"
        " last has a condition too, there may be no way on; what follows a plain one is never"
        " taken.",
        mend="Write a plain id as the last entry of `goto:`, and a condition on all before it.",
        severity=Severity.ERROR,
        good=Example(yaml=INTERVIEW),
        bad=changed(INTERVIEW, (", gone]", ", {if: [not host], to: gone}]")),
    ),
    Rule(
        code="S021",
        title="An interview can be left.",
        why="Questions lead back to the interview. Without a way to leave, or with more questions"
        " to be asked than there are, nobody would come out of it.",
        mend="Add `leave:` with at least one choice, and let `at_least:` be no more than there are"
        " questions.",
        severity=Severity.ERROR,
        good=Example(yaml=INTERVIEW),
        bad=changed(
            INTERVIEW,
            (f"{_LEAVE}        goto: [{{if: [host], to: met}}, gone]\n", "    at_least: 1\n"),
        ),
    ),
    Rule(
        code="S030",
        title="A rating gives its reason.",
        why="Learners do not learn from a mark but from why it was given. The reason is what they"
        " read after the decision, or in the debrief.",
        mend="Write one or two sentences behind the rating: what speaks for this decision, or whom"
        " it may harm.",
        severity=Severity.ERROR,
        good=Example(yaml=SCENE),
        bad=changed(SCENE, ("harmful: Now nobody knows who is inside.", "harmful:")),
    ),
    Rule(
        code="S031",
        title="What a case says about law has a source.",
        why="A treaty, a court or a duty is named, and a learner may repeat it at work. They, and"
        " whoever reviews the case, must be able to look it up.",
        mend="Add `source:` with the id of a source, and after a comma the place in it. If no law"
        " is meant, say it in other words.",
        severity=Severity.WARNING,
        good=Example(yaml=f"{_LEGAL}{_ACT}"),
        bad=changed(_LEGAL, ("        source: act\n", "")),
    ),
    Rule(
        code="S032",
        title="A source that a case declares is cited in it.",
        why="A source that nothing cites was forgotten somewhere, or belongs to a text that is no"
        " more.",
        mend="Cite it with `source:` or between `[@` and `]`, or leave it out.",
        severity=Severity.WARNING,
        good=Example(yaml=f"{_LEGAL}{_ACT}"),
        bad=Example(yaml=f"{SCENE}{_ACT}"),
    ),
    Rule(
        code="S033",
        title="A case about grave harm says so before it begins.",
        why="Some who learn have lived through what a case is about. With one sentence beforehand"
        " they can choose the day, the short form, or not to play it.",
        mend="Add `content_note:` with one sentence on what is mentioned, or lower `sensitivity:`"
        " if nothing grave is.",
        severity=Severity.ERROR,
        good=Example(yaml=_GRAVE),
        bad=changed(_GRAVE, ("content_note: A fire is mentioned.\n", "")),
    ),
)
