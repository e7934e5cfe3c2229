"""What the YAML parser says, in words that an author can act on."""

COLON_HINT = "Put the sentence below a `|`, indented, or in quotes."
SAYINGS = (
    ("mapping values are not allowed", "a colon inside a sentence confuses the file", COLON_HINT),
    (
        "could not find expected ':'",
        "this line holds no colon, or is not indented like the text above",
        "Write `key: value`, or indent the line as the text that it belongs to.",
    ),
    (
        "did not find expected key",
        "this line is indented otherwise than those above, or a quote ended too early",
        "Let the keys of one part begin in the same column; check the quotes above.",
    ),
    (
        "did not find expected '-' indicator",
        "this line is indented otherwise than the list above",
        "Let each `- ` of a list begin in the same column.",
    ),
    (
        "found character that cannot start any token",
        "a sign stands here that cannot begin a text: a Tab, `@`, `%` or a back-quote",
        "Indent with blanks instead of Tabs; put a text that begins with such a sign in quotes.",
    ),
    (
        "found a tab character",
        "a Tab stands here",
        "Indent with blanks instead of Tabs.",
    ),
    (
        "did not find expected ',' or",
        "a bracket or brace is not closed, or a comma is missing",
        "Close it, or write the list with one `- ` a line.",
    ),
    ("did not find expected node content", "a bracket or brace is not closed", "Close it."),
    (
        "found unexpected end of stream",
        "a quote is opened and never closed",
        "Close it, or put the text below a `|`.",
    ),
    (
        "found unknown escape character",
        "a backslash inside double quotes means something else to YAML",
        "Use single quotes.",
    ),
    (
        "block sequence entries are not allowed",
        "a list cannot begin here",
        "Begin the list on a line of its own, below its key.",
    ),
    ("did not find expected <document start>", "the file goes on after its end", COLON_HINT),
    (
        "found undefined",
        "a word beginning with `*` or `!` means something else to YAML",
        COLON_HINT,
    ),
    (
        "exceeded maximum nesting depth",
        "this is nested far too deep",
        "Make it flatter.",
    ),
)


def say_yaml_error(problem: str, context: str, began: tuple[int, int] | None) -> tuple[str, str]:
    """Return message and hint for what the parser says and where the trouble began."""
    for said, message, hint in SAYINGS:
        if said in problem:
            where = f" (begun in line {began[0]})" if began and "opened" in message else ""
            return message + where, hint
    quoted = "quoted" in context
    if quoted:
        return "a quote is opened and never closed", "Close it, or put the text below a `|`."
    return "the file is not well-formed here", "Compare the indentation with the lines above."
