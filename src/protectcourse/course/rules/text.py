"""C030 to C032 and T002: the text of a page, and what is said about the text itself."""

from protectcourse.course.lints.lint import Example
from protectcourse.course.rules.originals import LESSON, QUESTION, changed
from protectcourse.course.rules.rule import Rule
from protectcourse.findings import Severity

_READ = f"{LESSON}status: reviewed\nreviewers:\n  - by: Ada Smith\n    date: 2026-11-20\n"
_PAGE = """\
title: A long morning
text: |
  Seven visitors came before noon, and each of them was met at the desk.
"""
_ALLOWED = f"{QUESTION}lint_allow:\n  Q112: Our rule for the door is written down nowhere.\n"

TEXT_RULES = (
    Rule(
        code="C030",
        title="A text uses the few signs that every screen can show.",
        why="Learners read in a terminal, on paper and with a screen reader. Headings, HTML,"
        " pictures and code do not come out well in all three. A question, an option or a reason"
        " is one run of text, so lists, tables and citations have no place in it.",
        mend="Use paragraphs, lists, quotations, small tables, **strong** and *emphasis*, addresses"
        " between < and >, and nothing else. Make another page instead of a heading. What was"
        " opened with `**`, `[[` or `[@` must be closed.",
        severity=Severity.ERROR,
        good=changed(LESSON, ("text: Walk along", "text: Walk *along*")),
        bad=changed(LESSON, ("text: Walk along", "text: Walk `along`")),
    ),
    Rule(
        code="C031",
        title="What is called reviewed names who has reviewed it.",
        why="Learners and organisations trust the word. It says that somebody has read the text,"
        " on a certain day, and looked at certain things.",
        mend="Add `reviewers:` with `by`, `date` and `checked` for each person who has really read"
        " it. Until then leave `status: draft`.",
        severity=Severity.ERROR,
        good=Example(yaml=f"{_READ}    checked: The rules of the house, line by line\n"),
        bad=Example(yaml=f"{LESSON}status: reviewed\n"),
    ),
    Rule(
        code="C032",
        title="An exception names a rule, and allows something.",
        why="With `lint_allow` an author tells a reviewer what was left as it is, and why. An"
        " exception to a rule that does not exist does nothing; one that has nothing left to allow"
        " hides the next fault of that sort.",
        mend="Correct the code, or take the line out once it has nothing to allow.",
        severity=Severity.ERROR,
        good=Example(yaml=_ALLOWED),
        bad=changed(_ALLOWED, ("Q112", "Q912")),
    ),
    Rule(
        code="T002",
        title="A page has at most about 250 words.",
        why="A page beyond 2 KB takes several screens to read and a noticeable time to show on an"
        " old laptop. Short pages also leave places at which to stop.",
        mend="Make two pages of it, each with a title of its own and, where it helps, a question"
        " to recall.",
        severity=Severity.WARNING,
        good=Example(yaml=_PAGE),
        bad=Example(yaml=_PAGE, times=30),
    ),
)
