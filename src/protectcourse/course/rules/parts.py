"""C010 to C018: the keys of a file, what stands behind them, and the ids that authors choose."""

from protectcourse.course.lints.lint import Example
from protectcourse.course.rules.originals import COURSE, LESSON, SCENE, changed
from protectcourse.course.rules.rule import Rule
from protectcourse.findings import Severity

_SAID = Example(yaml=LESSON)
_IN_COURSE = f"# lessons/demo/course.yaml\n{COURSE}# lessons/demo/01-welcome.yaml\n{LESSON}"
_COMPLETED = _IN_COURSE.replace(COURSE, f"{COURSE}completion:\n  needs: [lessons]\n")

PART_RULES = (
    Rule(
        code="C010",
        title="Every key is one that the program knows, in a place where it belongs.",
        why="A key that is misspelt would be passed over without a word, and what you wrote under"
        " it would never be seen. So each key is checked.",
        mend="The message names the nearest key that is known, or all that may stand there. A key"
        " that is right may be indented wrongly, so that it belongs to another part.",
        severity=Severity.ERROR,
        good=changed(LESSON, ("minutes: 1\n", "minutes: 1\nabout: How we greet a visitor.\n")),
        bad=changed(LESSON, ("minutes: 1\n", "minutes: 1\nabuot: How we greet a visitor.\n")),
    ),
    Rule(
        code="C011",
        title="What must be said is said.",
        why="Some keys cannot be left out: a page without a title has no heading, a question"
        " without a stem asks nothing, and a lesson on grave harm owes its readers a note"
        " beforehand.",
        mend="Add the key that is named to the part of the file that begins at this line.",
        severity=Severity.ERROR,
        good=_SAID,
        bad=changed(LESSON, ("    title: Hello\n", "")),
    ),
    Rule(
        code="C012",
        title="Behind a key stands what the key asks for.",
        why="Where a number, a date, a list or one of a few words is wanted, anything else cannot"
        " be used. It is better told here than guessed at in front of a learner.",
        mend="Write what the message asks for: numbers in digits, yes or no as `true` or `false`,"
        " dates as `2012`, `2012-03` or `2012-03-28`, and words exactly as they are listed.",
        severity=Severity.ERROR,
        good=_SAID,
        bad=changed(LESSON, ("minutes: 1\n", "minutes: a few\n")),
    ),
    Rule(
        code="C013",
        title="Nothing is empty, too long or out of range.",
        why="A heading of a whole paragraph does not fit a screen, a share above 1 is none, and"
        " an empty list asks for nothing.",
        mend="Keep to the bounds in the message.",
        severity=Severity.ERROR,
        good=_SAID,
        bad=changed(LESSON, ("minutes: 1\n", "minutes: 0\n")),
    ),
    Rule(
        code="C014",
        title="An id is a short name without spaces or accents.",
        why="What learners have done is kept under ids, and other files point to them. So an id is"
        " made of signs that cannot be mistaken. Learners never see it.",
        mend="Use letters, digits, `-` and `.`, at most 64. Options and steps have small letters"
        " only; inside a case use `_` and no `-`. What learners read goes under `title:` or"
        " `text:`.",
        severity=Severity.ERROR,
        good=changed(LESSON, ("  hello:", "  first-visit:")),
        bad=changed(LESSON, ("  hello:", "  first visit:")),
    ),
    Rule(
        code="C015",
        title="An id is used once.",
        why="Work is kept by id: two lessons or two questions with the same one would share it, and"
        " a `goto` would not know which of two places is meant.",
        mend="Give one of the two another id. If learners have begun with it already, give the"
        " newer one the new id.",
        severity=Severity.ERROR,
        good=Example(yaml=SCENE),
        bad=changed(
            SCENE,
            ("  unknown:\n    outcome", "  door:\n    outcome"),
            ("goto: unknown", "goto: door"),
        ),
    ),
    Rule(
        code="C016",
        title="What a module names is there, and what is there is named.",
        why="A learner meets a lesson, case or quiz only where a module names it, and a name"
        " without a file leaves a gap in the course. A file that no module names is only mentioned:"
        " it may be work that is not finished.",
        mend="Compare the name under `units:` in course.yaml with the first line of the file. Add"
        " what is missing, or take the name out.",
        severity=Severity.ERROR,
        good=Example(yaml=_IN_COURSE),
        bad=changed(_IN_COURSE, ("- lesson: welcome", "- lesson: wellcome")),
    ),
    Rule(
        code="C017",
        title="The modules name each lesson, case and quiz once.",
        why="What a learner has done is kept by unit. Named twice, a lesson would stand on the"
        " dashboard two times, be done in both places at once, and count double.",
        mend="Keep the line in the module where the unit belongs, and take the other out. If a"
        " lesson is to be read again later, say so in a text.",
        severity=Severity.ERROR,
        good=Example(yaml=_IN_COURSE),
        bad=changed(_IN_COURSE, ("      - lesson: welcome\n", "      - lesson: welcome\n" * 2)),
    ),
    Rule(
        code="C018",
        title="Completion asks only for what the course has.",
        why="Where a final is needed and there is none, nobody can complete the course. A lesson to"
        " be read again must be one that learners know. A later check that draws more questions"
        " than the practice banks hold would be shorter than you promise.",
        mend="Correct what stands under `completion:`, or write what is missing: a quiz of"
        " `pool: final` that a module names, the lesson, more questions of `pool: practice`. Name"
        " each thing that is needed once.",
        severity=Severity.ERROR,
        good=Example(yaml=_COMPLETED),
        bad=changed(_COMPLETED, ("[lessons]", "[lessons, final]")),
    ),
)
