"""C020 to C028: what one file names and another declares."""

from protectcourse.course.lints.lint import Example
from protectcourse.course.rules.originals import COURSE, LESSON, QUESTION, SCENE, changed
from protectcourse.course.rules.rule import Rule
from protectcourse.findings import Severity

_SOURCES = """\
sources:
  house-rules:
    author: Ada Smith
    title: Rules of the house
    date: 2019
    kind: academic
    status: unconfirmed
"""
_CITING = LESSON.replace("the desk.", "the desk [@house-rules, 3].") + _SOURCES
_CLAIMING = f"""\
# lessons/demo/claims.yaml
claims:
  c1:
    type: fact
    as_of: 2019
    text: Every visitor wears a badge.
    source: course
# lessons/demo/01-welcome.yaml
{LESSON}    claims: [c1]
"""
_AIMING = f"""\
# lessons/demo/course.yaml
{COURSE}objectives:
  O1:
    text: Say where a visitor is to go.
# lessons/demo/01-welcome.yaml
{LESSON}objectives: [O1]
"""
_EXPLAINING = f"""\
# lessons/demo/glossary.yaml
glossary:
  badge:
    term: badge
    forms: [badges]
    meaning: A card that shows whom somebody visits.
    source: course
# lessons/demo/01-welcome.yaml
{LESSON.replace("to the desk.", "to the desk for a [[badge]].")}"""
_TWO_TERMS = f"""\
# lessons/demo/glossary.yaml
glossary:
  badge:
    term: badge
    forms: [badges]
    meaning: A card that shows whom somebody visits.
    source: course
  name-badge:
    term: name badge
    forms: [name badges]
    meaning: A card with the name of somebody who works here.
    source: course
# lessons/demo/01-welcome.yaml
{LESSON}"""
_MISLED = QUESTION.replace("is inside.\n", "is inside.\n    misconception: kindness-first\n")
_TESTING = SCENE.replace("  door:\n", "  door:\n    for: [K1]\n")
_ABLE = f"""\
# lessons/demo/course.yaml
{COURSE.replace("lesson: welcome", "case: at-the-door")}competencies:
  K1: Meets strangers openly and with care
# lessons/demo/scenarios/at-the-door.yaml
{_TESTING}"""
_AFTER = f"""\
# lessons/demo/course.yaml
{COURSE}  two:
    title: At the desk
    after: [one]
    units:
      - lesson: at-the-desk
# lessons/demo/01-welcome.yaml
{LESSON}# lessons/demo/02-desk.yaml
{LESSON.replace("lesson: welcome", "lesson: at-the-desk")}"""

NAME_RULES = (
    Rule(
        code="C020",
        title="A source that is cited is declared.",
        why="Below each page a learner can see what it rests on. A citation that leads nowhere"
        " looks like proof and is none.",
        mend="Declare the source in sources.yaml, or correct its id. After a comma the place may"
        " follow: `[@house-rules, 3]`. The course's own frame is cited as `course`.",
        severity=Severity.ERROR,
        good=Example(yaml=_CITING),
        bad=changed(_CITING, ("[@house-rules, 3]", "[@house-rule, 3]")),
    ),
    Rule(
        code="C021",
        title="A claim that is named is declared.",
        why="The list of claims shows a reviewer what the course teaches and where. A claim that"
        " the list does not have cannot be reviewed.",
        mend="Declare the claim in claims.yaml, or correct its id under `claims:`.",
        severity=Severity.ERROR,
        good=Example(yaml=_CLAIMING),
        bad=changed(_CLAIMING, ("claims: [c1]", "claims: [c2]")),
    ),
    Rule(
        code="C022",
        title="An objective, or the domain of one, is declared in course.yaml.",
        why="Results are added up by objective and domain. What is tested under a name that the"
        " course does not have counts for nothing.",
        mend="Declare it under `objectives:` or `domains:` in course.yaml, or correct the id.",
        severity=Severity.ERROR,
        good=Example(yaml=_AIMING),
        bad=changed(_AIMING, ("objectives: [O1]", "objectives: [O2]")),
    ),
    Rule(
        code="C023",
        title="A glossary term between [[ ]] is in the glossary.",
        why="The words stand out, and whoever asks what they mean finds nothing.",
        mend="Add the term to glossary.yaml, or this wording of it under its `forms:`; or take the"
        " brackets away. Between [[ and | stands the term, behind the | what is read.",
        severity=Severity.ERROR,
        good=Example(yaml=_EXPLAINING),
        bad=changed(_EXPLAINING, ("[[badge]]", "[[name badge]]")),
    ),
    Rule(
        code="C024",
        title="A misconception that is named is declared in course.yaml.",
        why="A wrong option says which misunderstanding it stands for, so that a trainer sees what"
        " a group has not yet understood. Under an unknown name nothing can be counted.",
        mend="Declare it under `misconceptions:` in course.yaml, or correct the id.",
        severity=Severity.ERROR,
        good=Example(yaml=_MISLED),
        bad=changed(_MISLED, ("misconception: kindness-first", "misconception: kindness")),
    ),
    Rule(
        code="C025",
        title="A competency that a case tests is declared in course.yaml.",
        why="The debrief says how well each competency was shown, by the words that course.yaml has"
        " for it. Without them a learner would read an id.",
        mend="Declare it under `competencies:` in course.yaml, or correct the id behind `for:`.",
        severity=Severity.ERROR,
        good=Example(yaml=_ABLE),
        bad=changed(_ABLE, ("for: [K1]", "for: [K2]")),
    ),
    Rule(
        code="C026",
        title="A module comes after modules that exist.",
        why="A module opens when those named under `after:` are done. One that does not exist is"
        " never done, so the module would stay closed for everybody.",
        mend="Write the id of a module behind `after:`, as it stands under `modules:`.",
        severity=Severity.ERROR,
        good=Example(yaml=_AFTER),
        bad=changed(_AFTER, ("after: [one]", "after: [first]")),
    ),
    Rule(
        code="C027",
        title="No module waits for itself.",
        why="A module opens when those under its `after:` are done. If one of them waits for this"
        " one in turn, over however many others, none of them can ever be opened.",
        mend="The message names the circle. Take one of its modules out of an `after:`: the one"
        " with which learners are to begin.",
        severity=Severity.ERROR,
        good=Example(yaml=_AFTER),
        bad=changed(_AFTER, ("    title: Visitors\n", "    title: Visitors\n    after: [two]\n")),
    ),
    Rule(
        code="C028",
        title="A wording leads to one term of the glossary, and `see:` to another one.",
        why="Between [[ and ]] a text may use any wording of a term. A wording that two terms have"
        " leads to the first of them, which may be the wrong one. A term that refers to itself"
        " tells a reader nothing new.",
        mend="Leave the wording to one of the two terms. In a text, write the id of the other and"
        " the wording behind a `|`. Take a term out of its own `see:`.",
        severity=Severity.WARNING,
        good=Example(yaml=_TWO_TERMS),
        bad=changed(_TWO_TERMS, ("forms: [name badges]", "forms: [badges]")),
    ),
)
