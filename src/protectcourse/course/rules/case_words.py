"""S010 to S013: the names, conditions and effects of a case."""

from protectcourse.course.lints.lint import Example
from protectcourse.course.rules.originals import INTERVIEW, TRUST, changed
from protectcourse.course.rules.rule import Rule
from protectcourse.findings import Severity

CASE_WORD_RULES = (
    Rule(
        code="S010",
        title="Every name in a case is declared in it.",
        why="A condition on something that does not exist would never hold, and the choice behind"
        " it would never open. Mostly it is a slip of the pen.",
        mend="Correct the spelling, or declare the fact, flag, meter or state under `track:`. An"
        " important question, a promise and a model play name what the case has, by id.",
        severity=Severity.ERROR,
        good=Example(yaml=INTERVIEW),
        bad=changed(INTERVIEW, ("if: [host]", "if: [hosts]")),
    ),
    Rule(
        code="S011",
        title="A condition or an effect says one thing, in a form the program knows.",
        why="They are short on purpose, so that the program can try every way through the case."
        " Whatever it cannot read, it cannot try.",
        mend="Conditions: `photo`, `not photo`, `trust >= 2`, `custody = post`, `asked since`,"
        " `visited gate`. Effects: `learn photo`, `set agreed`, `clear agreed`, `trust +1`,"
        " `custody = post`. Several stand in a list, separated by commas. The words `not`, `any`,"
        " `asked`, `visited`, `learn`, `set` and `clear` are no names.",
        severity=Severity.ERROR,
        good=Example(yaml=TRUST),
        bad=changed(TRUST, ("if: [told, trust >= 1]", "if: [told and trust >= 1]")),
    ),
    Rule(
        code="S012",
        title="A variable is used as what it is.",
        why="A fact is learnt, a flag is set, a meter moves by steps, a state becomes one of its"
        " values. A meter on its own is neither true nor false, and a flag has no more and less.",
        mend="Compare a meter (`trust >= 1`) and a state (`custody = post`); name a fact or a flag"
        " just by itself. Facts are learnt, flags are set and cleared.",
        severity=Severity.ERROR,
        good=Example(yaml=TRUST),
        bad=changed(TRUST, ("if: [told, trust >= 1]", "if: [told, trust]")),
    ),
    Rule(
        code="S013",
        title="A value lies within the range that was declared.",
        why="A meter that stops at 3 never comes to 4, so whatever waits for 4 never happens. A"
        " meter with words needs one for each of its values.",
        mend="Choose a value from the range or the list in the message, or widen the range.",
        severity=Severity.ERROR,
        good=Example(yaml=TRUST),
        bad=changed(TRUST, ("if: [told, trust >= 1]", "if: [told, trust >= 4]")),
    ),
)
