"""C001 to C009: whether a file can be read at all."""

from protectcourse.course.lints.lint import Example
from protectcourse.course.rules.originals import LESSON, changed
from protectcourse.course.rules.rule import Rule
from protectcourse.findings import Severity

_TEXT = "    text: Walk along with a visitor to the desk.\n"
_SAID = Example(yaml=LESSON)

FORM_RULES = (
    Rule(
        code="C001",
        title="A course file is a text file that holds something.",
        why="The program reads plain text, saved as UTF-8, up to 1 MB. It opens no links to other"
        " places, so that a course from a stranger cannot reach outside its own folder.",
        mend="Write the file in a text editor and save it as UTF-8; a word processor's own format"
        " cannot be read. Make several files of a very large one. Delete a file that is empty.",
        severity=Severity.ERROR,
        good=_SAID,
        bad=Example(yaml="# The welcome is still to be written.\n"),
    ),
    Rule(
        code="C002",
        title="A key stands once in each part of a file.",
        why="Of two keys with the same name only one could count, and you would not know which."
        " What you wrote under the other would silently be lost.",
        mend="The message names both lines. Keep one of the two, or give one another name.",
        severity=Severity.ERROR,
        good=_SAID,
        bad=changed(LESSON, ("minutes: 1\n", "minutes: 1\nminutes: 2\n")),
    ),
    Rule(
        code="C003",
        title="Signs and indentation are where the program expects them.",
        why="What belongs together is told from the spaces at the beginning of a line, and from"
        " colons, hyphens, quotes and brackets. One of them in the wrong place, and the rest of"
        " the file cannot be understood.",
        mend="Look at the line named, and at the one above. Put a sentence that holds a colon or"
        " begins with a sign below a `|`. Indent with spaces and never with Tabs, and let keys of"
        " one part begin in the same column.",
        severity=Severity.ERROR,
        good=changed(
            LESSON, (_TEXT, "    text: |\n      Remember: walk along with a visitor to the desk.\n")
        ),
        bad=changed(LESSON, ("text: Walk", "text: Remember: walk")),
    ),
    Rule(
        code="C004",
        title="A file says everything itself, without orders to the program that reads it.",
        why="The file format knows signs that repeat, merge or convert parts of a file (`&`, `*`,"
        " `!`, `<<`, `%`, `---`). They are turned off here: what stands in the file is what a"
        " learner reads, and nothing hides.",
        mend="Write the part out again where it is needed. A text that begins with such a sign goes"
        " between quotes.",
        severity=Severity.ERROR,
        good=changed(LESSON, ("title: Hello", "title: '& so it begins'")),
        bad=changed(LESSON, ("title: Hello", "title: &hello Hello")),
    ),
    Rule(
        code="C005",
        title="A text holds no invisible signs.",
        why="Some characters cannot be seen, and can still turn a line round, hide a part of it or"
        " confuse a terminal. They usually come along when text is copied from a web page.",
        mend="Delete what stands at the place named and type it again. In double quotes, take out"
        " the backslash with what belongs to it.",
        severity=Severity.ERROR,
        good=changed(LESSON, ("title: Hello", 'title: "Hello"')),
        bad=changed(LESSON, ("title: Hello", 'title: "Hello\\u202e"')),
    ),
    Rule(
        code="C006",
        title="A text does not end before ` #`.",
        why="A space and a `#` begin a remark for authors, which learners never see. In the middle"
        " of a sentence the rest of it would be lost without a word.",
        mend="Put the text between quotes. If a remark is meant, leave two spaces before the `#`.",
        severity=Severity.ERROR,
        good=changed(LESSON, (_TEXT, "    text: 'Walk along to desk #2.'\n")),
        bad=changed(LESSON, (_TEXT, "    text: Walk along to desk #2.\n")),
    ),
    Rule(
        code="C007",
        title="No sentence stands between braces.",
        why="Between `{` and `}` every comma begins a new key. A sentence with a comma in it is cut"
        " in two, and the second half turns into a key that means nothing: then the file cannot be"
        " read. A sentence without a comma is only warned of, since the next edit may add one.",
        mend="Write one key on each line, without braces.",
        severity=Severity.ERROR,
        good=_SAID,
        bad=changed(
            LESSON,
            (
                f"\n    title: Hello\n{_TEXT}",
                " {title: Hello, text: Walk along, with a visitor, to the desk.}\n",
            ),
        ),
    ),
    Rule(
        code="C008",
        title="A file is not nested too deep, nor too large to be handled.",
        why="No course needs more than twenty levels of indentation, 50,000 values in one file or"
        " 50,000 characters in one text. A file beyond that is damaged, or made to slow the"
        " program down.",
        mend="Make several files of it, or several pages. Look for brackets that were typed many"
        " times.",
        severity=Severity.ERROR,
        good=Example(yaml=f"{LESSON}objectives: [O1]\n"),
        bad=Example(yaml=f"{LESSON}objectives: {'[' * 20}O1{']' * 20}\n"),
    ),
    Rule(
        code="C009",
        title="The first key says what kind of file it is.",
        why="File names are free, so the program tells a lesson from a case by the first key alone."
        " A file that begins otherwise is left out of the course.",
        mend="Begin the file with `course:`, `lesson:`, `quiz:`, `scenario:`, `sources:`,"
        " `glossary:` or `claims:`, in the first column.",
        severity=Severity.ERROR,
        good=_SAID,
        bad=changed(LESSON, ("lesson: welcome\ntitle: Welcome", "title: Welcome\nlesson: welcome")),
    ),
)
