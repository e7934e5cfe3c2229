"""Files that cannot be read as they stand: one lesson, broken in its form."""

from faulty_files.fault import FIRST_LINE, Faults, fault

TITLE = "    title: Ten sentences\n"
ABOUT = "about: Seven kinds of sentence, four questions to a figure,"
QUOTED = """text: '"About 25,000 North Koreans live in South Korea."'"""
LAW = "      extra:\n        law: Law\n"

SHAPE: Faults = {
    "a Tab before a key": fault("C003", "title: Ten", (TITLE, "\ttitle: Ten sentences\n")),
    "a Tab in the middle of the indentation": fault(
        "C003", "title: Ten", (TITLE, "  \ttitle: Ten sentences\n")
    ),
    "a colon in a sentence": fault(
        "C003", "about:", (ABOUT, "about: Seven kinds: of sentence, four questions to a figure,")
    ),
    "a sentence that begins with a quote and goes on after it": fault(
        "C003", 'title: "Ten"', (TITLE, '    title: "Ten" sentences\n')
    ),
    "a quote that is never closed": fault(
        "C003", 'title: "Ten', (TITLE, '    title: "Ten sentences\n')
    ),
    "an apostrophe inside single quotes": fault(
        "C003", "It isn't", (QUOTED, """text: '"It isn't about 25,000."'""")
    ),
    "a backslash inside double quotes": fault(
        "C003", "title:", (TITLE, '    title: "Ten \\sentences"\n')
    ),
    "no blank after a colon": fault("C003", "minutes:7", ("minutes: 7", "minutes:7")),
    "a line without a colon": fault("C003", "minutes", ("minutes: 7", "minutes")),
    "a bracket that is never closed": fault(
        "C003", "objectives:", ("objectives: [O1.2, O1.3]", "objectives: [O1.2, O1.3")
    ),
    "a comma that is missing in brackets": fault(
        "C003", "extra:", (LAW, '      extra: {"law": "Law" "fact": "Fact"}\n')
    ),
    "a key too far to the right": fault(
        "C003", "claims: [n2.c", ("    claims: [n2.c", "      claims: [n2.c")
    ),
    "a key too far to the left": fault("C003", "title: Ten", (TITLE, "   title: Ten sentences\n")),
    "text on the line of the sign for long text": fault(
        "C003",
        "text: | *Who",
        ("    text: |\n      *Who says so?", "    text: | *Who says so?"),
    ),
    "a text that begins with an at sign": fault(
        "C003", "title: @ten", (TITLE, "    title: @ten sentences\n")
    ),
    "a text that begins with a star": fault(
        "C003", "title: **Ten**", (TITLE, "    title: **Ten** sentences\n")
    ),
    "a text that begins with a comma": fault(
        "C003", "title: , ten", (TITLE, "    title: , ten sentences\n")
    ),
    "a list on the line of its key": fault(
        "C003", "objectives:", ("objectives: [O1.2, O1.3]", "objectives: - O1.2")
    ),
    "the lines of a long text not set in": fault(
        "C003",
        "Ten sentences from the article",
        ("      Ten sentences from the article", "Ten sentences from the article"),
    ),
}
ORDERS: Faults = {
    "a part that is marked to be repeated": fault(
        "C004", "title: &ten", (TITLE, "    title: &ten Ten sentences\n")
    ),
    "a part that is repeated": fault("C004", "title: *ten", (TITLE, "    title: *ten\n")),
    "a value that is converted": fault("C004", "minutes:", ("minutes: 7", "minutes: !!int 7")),
    "a part that is merged": fault(
        "C004", "<<:", ("    kind: example\n", "    <<: {kind: example}\n")
    ),
    "a second document": fault("C004", "---", ("pages:\n", "---\npages:\n")),
    "a line of orders": fault(
        "C004", "%YAML", ("lesson: dated-argument", "%YAML 1.2\n---\nlesson: dated-argument")
    ),
}
KEYS_AND_SIGNS: Faults = {
    "a key twice": fault("C002", "minutes: 8", ("minutes: 7", "minutes: 7\nminutes: 8")),
    "a page twice": fault("C002", "  seven-kinds:", ("  four-questions:", "  seven-kinds:")),
    "an option twice": fault("C002", "    now:", ("    dated:", "    now:")),
    "a bell": fault("C005", "Ten\a", (TITLE, "    title: Ten\a sentences\n")),
    "a sign that turns the line round": fault(
        "C005", "Ten \u202e", (TITLE, "    title: Ten \u202esentences\n")
    ),
    "an escape": fault("C005", "Ten\\e", (TITLE, '    title: "Ten\\e sentences"\n')),
    "a space from a word processor before a key": fault(
        "C005", "title: Ten", (TITLE, "    \u00a0title: Ten sentences\n")
    ),
    "an invisible joining sign in a key": fault(
        "C005", "min\u200dutes", ("minutes: 7", "min\u200dutes: 7")
    ),
    "a text that is cut": fault(
        "C006", "about:", (ABOUT, "about: Seven kinds #1 of sentence, four questions to a figure,")
    ),
    "a title that is cut": fault("C006", "title: Ten", (TITLE, "    title: Ten #sentences\n")),
    "a sentence in braces": fault(
        "C007", "extra:", (LAW, "      extra: {law: Law, as it is written, or not}\n")
    ),
    "braces of a sentence": fault(
        "C007", "extra:", (LAW, "      extra: {law: The law as it was written down}\n")
    ),
    "brackets in brackets": fault(
        "C008", "objectives:", ("[O1.2, O1.3]", f"{'[' * 21}O1.2{']' * 21}")
    ),
    "a text of a whole book": fault("C008", "about:", (ABOUT, f"about: {'word ' * 11_000}")),
    "more values than a course has": fault(
        "C008", "objectives:", ("[O1.2, O1.3]", f"[{'O1.2, ' * 51_000}O1.3]")
    ),
    "a first key that is none": fault(
        "C009", FIRST_LINE, ("lesson: dated-argument", "lession: dated-argument")
    ),
    "a first key that comes later": fault(
        "C009",
        FIRST_LINE,
        (
            "lesson: dated-argument\ntitle: Reading a dated argument\n",
            "title: Reading a dated argument\nlesson: dated-argument\n",
        ),
    ),
}
BYTES: Faults = {
    "an empty file": fault("C001", FIRST_LINE, save=lambda _text: b""),
    "a file of remarks only": fault("C001", FIRST_LINE, save=lambda _text: b"# later\n\n"),
    "a file in an old encoding": fault(
        "C001",
        "caf",
        (TITLE, "    title: Ten caf\u00e9s\n"),
        save=lambda text: text.encode("latin-1", "replace"),
    ),
    "a file in UTF-16": fault("C001", FIRST_LINE, save=lambda text: text.encode("utf-16")),
    "a document of a word processor": fault(
        "C001", FIRST_LINE, save=lambda _text: b"PK\x03\x04\x14\x00\x06\x00"
    ),
    "a file that is far too large": fault(
        "C001", FIRST_LINE, save=lambda text: text.encode() + b"# more\n" * 150_000
    ),
    "a picture": fault("C001", FIRST_LINE, save=lambda _text: b"\x89PNG\r\n\x1a\n\x00\x00"),
    "a list instead of keys": fault("C009", FIRST_LINE, save=lambda _text: b"- one\n- two\n"),
    "a letter": fault("C009", FIRST_LINE, save=lambda _text: b"Dear colleagues\n"),
}
