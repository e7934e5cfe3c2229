"""Lessons that can be read, and say something wrong, or badly."""

from faulty_files.fault import Faults, fault

WHAT = (
    "about: What forced return can mean for women, and how to listen without adding to the harm.\n"
)
REPORTED = "    title: What has been reported\n"
TITLE = "    title: Ten sentences\n"
RIGHT = "      correct: true\n"
QUOTED = """      text: '"In 2012 about 25,000, by an article of that year."'"""
REASON = "Maker and date travel with the figure, so a reader can check it and replace it."
ABOUT = "about: Seven kinds of sentence,"
TEN = "      Ten sentences from the article, retold."

PARTS: Faults = {
    "a key that is misspelt": fault("C010", "titel:", ("title: Reading", "titel: Reading")),
    "a key of a page that is misspelt": fault("C010", "claim:", ("claims: [n2.c", "claim: [n2.c")),
    "a key of an option that is misspelt": fault("C010", "corect:", ("correct:", "corect:")),
    "a key that belongs to another kind of question": fault(
        "C010", "answer: true", ("      extra:\n", "      answer: true\n      extra:\n")
    ),
    "a page without a title": fault("C011", "kind: example", (TITLE, "")),
    "a lesson without minutes": fault("C011", "lesson:", ("minutes: 7\n", "")),
    "an option without a text": fault("C011", "correct: true", (f"{QUOTED}\n", "")),
    "an option without a reason": fault(
        "C011",
        "text: '\"Many",
        (
            "      rationale: Nothing is false here, and nothing can be checked. The figure was"
            " there to be used.\n",
            "",
        ),
    ),
    "a question without a stem": fault(
        "C011", "kind: match", ('      stem: "Match each sentence from the article', "      #")
    ),
    "a box with nothing in it": fault("C011", "kind: box", ("kind: example", "kind: box")),
    "minutes in words": fault("C012", "minutes:", ("minutes: 7", "minutes: seven")),
    "minutes with their unit": fault("C012", "minutes:", ("minutes: 7", "minutes: 7 min")),
    "a key with nothing behind it": fault("C012", "minutes:", ("minutes: 7", "minutes:")),
    "yes instead of true": fault("C012", "correct: yes", ("correct: true", "correct: yes")),
    "a kind of page that there is not": fault(
        "C012", "kind: exampel", ("kind: example", "kind: exampel")
    ),
    "a date in words": fault("C012", "as_of:", ("as_of: 2012-12", "as_of: December 2012")),
    "a level that there is not": fault(
        "C012", "sensitivity:", ("minutes: 7\n", "minutes: 7\nsensitivity: high\n")
    ),
    "keys where text is wanted": fault("C012", "text:", (QUOTED, "      text: {en: Hello}")),
    "text where keys are wanted": fault(
        "C012", "extra: Law", ("extra:\n        law: Law", "extra: Law")
    ),
    "a list where keys are wanted": fault(
        "C012", "- law", ("extra:\n        law: Law", "extra:\n        - law")
    ),
    "no minutes at all": fault("C013", "minutes:", ("minutes: 7", "minutes: 0")),
    "minutes of a day": fault("C013", "minutes:", ("minutes: 7", "minutes: 1440")),
    "a title of a whole page": fault("C013", "title:", (TITLE, f"    title: {'Ten ' * 130}\n")),
    "an empty text": fault("C013", 'title: ""', (TITLE, '    title: ""\n')),
    "an id with a blank": fault("C014", "ten sentences:", ("  ten-sentences:", "  ten sentences:")),
    "an id with an accent": fault("C014", "dixième", ("  ten-sentences:", "  dixième:")),
    "an id of an option in capitals": fault("C014", "    Dated:", ("    dated:", "    Dated:")),
    "an extra that has the id of a pair": fault("C015", "fact: Law", ("law: Law", "fact: Law")),
    "reviewed by nobody": fault(
        "C031", "status:", ("minutes: 7\n", "minutes: 7\nstatus: reviewed\n")
    ),
    "an exception to a rule that there is not": fault(
        "C032", "Q999", ("minutes: 7\n", "minutes: 7\nlint_allow: {Q999: None}\n")
    ),
    "an exception that allows nothing": fault(
        "C032", "Q103", ("minutes: 7\n", "minutes: 7\nlint_allow: {Q103: Meant.}\n")
    ),
}
NAMES: Faults = {
    "a source that is cited and not there": fault(
        "C020", "[@jpost-13]", ("[@jpost-12]", "[@jpost-13]")
    ),
    "a claim that is not there": fault("C021", "claims: [m.a", ("[m.a, m.b", "[m.a, m.bb")),
    "an objective that is not there": fault(
        "C022", "objectives:", ("[O1.2, O1.3]", "[O1.2, O1.33]")
    ),
    "a term that is not in the glossary": fault(
        "C023", "about:", (ABOUT, "about: Seven [[kinds]] of sentence,")
    ),
    "a misconception that is not there": fault(
        "C024", "old-figures", ("old-figure-is-current", "old-figures-are-current")
    ),
}
PROSE: Faults = {
    "a heading": fault("C030", "# Ten", (TEN, f"      # Ten sentences\n\n{TEN}")),
    "HTML": fault("C030", "about:", (ABOUT, "about: Seven <b>kinds</b> of sentence,")),
    "code": fault("C030", "about:", (ABOUT, "about: Seven `kinds` of sentence,")),
    "an image": fault(
        "C030", "about:", (ABOUT, "about: See ![seven](seven.png) kinds of sentence,")
    ),
    "a link with words": fault(
        "C030", "about:", (ABOUT, "about: Seven [kinds](https://example.org/) of sentence,")
    ),
    "strong text that is never closed": fault(
        "C030", "about:", (ABOUT, "about: Seven **kinds of sentence,")
    ),
    "a citation in a stem": fault(
        "C030", 'stem: "Match', ("with its kind:", "with its kind [@jpost-12]:")
    ),
    "a list in a reason": fault(
        "C030",
        "- An event",
        (
            "      rationale: An event, a party's view, a proposal and a conclusion.",
            "      rationale: |\n        - An event\n        - A view\n\n       ",
        ),
    ),
    "a page that is too long": fault(
        "T002", "text: |", (TEN, f"      {'Ten sentences. ' * 150}\n\n{TEN}")
    ),
}
PROMPTS: Faults = {
    "a kind of question that there is not": fault("Q001", "kind: one", ("kind: one", "kind: ones")),
    "a match of one pair": fault(
        "Q002",
        "pairs:",
        (
            "        view:\n          left: They crossed for economic reasons, says China\n"
            "          right: Position\n        should:\n"
            "          left: Women married by consent should get permits\n"
            "          right: Recommendation\n        thinks:\n"
            "          left: The group was among those in most danger\n"
            "          right: Inference\n",
            "",
        ),
    ),
    "no right option": fault("Q003", "options:", (RIGHT, "")),
    "two right options": fault(
        "Q003",
        "correct: true",
        ("      misconception: old-figure-is-current\n", "      correct: true\n"),
    ),
}
WRITING: Faults = {
    "minutes that are not those it takes": fault("Q138", "minutes:", ("minutes: 7", "minutes: 25")),
    "no objective": fault("Q113", "lesson:", ("objectives: [O1.2, O1.3]\n", "")),
    "an abbreviation that nothing explains": fault(
        "Q132", "about:", (ABOUT, "about: Seven kinds of QZX sentence,")
    ),
    "a word that takes sides": fault(
        "Q130", "about:", (ABOUT, "about: What the hermit kingdom says, seven kinds of sentence,")
    ),
    "a figure without its date": fault(
        "Q127",
        "About 4,500",
        ("Three of the eight in this article", "About 4,500 people read them. Three"),
    ),
    "a sentence from elsewhere": fault(
        "Q128",
        "about:",
        (ABOUT, "about: The porter of the old house wrote every guest into a green book, as"),
    ),
    "a reason that gives none": fault(
        "Q111",
        "rationale: That is right",
        (f"rationale: {REASON}", "rationale: That is right."),
    ),
    "an option about the others": fault(
        "Q103",
        "All of the above",
        ("""'"Many North Koreans live in South Korea."'""", "All of the above"),
    ),
    "two options alike": fault(
        "Q109",
        "Cite it as the note has it",
        ("text: Put the right number in its place", "text: Cite it as the note has it"),
    ),
    "a question for what is not so": fault(
        "Q106", "stem:", ("Which reply is best?", "Which reply is not sound?")
    ),
    "a stem that asks nothing": fault("Q123", "stem:", ("Which reply is best?", "Say it.")),
    "several right ones, and nothing says so": fault(
        "Q122", "stem:", (" Choose all that apply:", " What?")
    ),
    "harm without its level": fault(
        "Q131",
        "about:",
        (ABOUT, "about: How people were tortured to death, seven kinds of sentence,"),
    ),
    "a table too wide": fault(
        "Q137", "| Kind ", ("where something can be found   |", f"{'where it can be found ' * 4}|")
    ),
}
SENSITIVE: Faults = {
    "no content note": fault("C011", "lesson:", ("content_note:\n", "about:\n"), (WHAT, "")),
    "a page without a short form": fault(
        "Q131",
        "  what-is-reported:",
        (REPORTED, f"{REPORTED}    kind: box\n"),
        ("    short: |\n", "    changed: |\n"),
    ),
    "a source with a place that is not there": fault(
        "C020", "[@coi-crp, para", ("[@coi-crp1, para 424]", "[@coi-crp, para 424]")
    ),
    "a wording that the glossary does not have": fault(
        "C023", "[[testimonials]]", ("[[testimony]]", "[[testimonials]]")
    ),
}
