"""Files that declare what others name: the course, its sources, glossary and claims."""

from faulty_files.fault import Faults, fault

LATER = "  later_check: {draw: 10, pass: 80, from_day: 21, to_day: 35}\n"

COURSE: Faults = {
    "a key that is misspelt": fault("C010", "modul:", ("modules:\n", "modul:\n")),
    "no modules": fault("C011", "course:", ("modules:\n", "parts:\n")),
    "no language": fault("C011", "course:", ("language: en\n", "")),
    "a language in words": fault("C012", "language:", ("language: en", "language: English")),
    "a version in words": fault("C012", "version:", ("version: 1", "version: first")),
    "a version of nothing": fault("C013", "version: 0", ("version: 1", "version: 0")),
    "a status that there is not": fault("C012", "status:", ("status: draft", "status: final")),
    "reviewed by nobody": fault("C031", "status:", ("status: draft", "status: reviewed")),
    "a level of learning that there is not": fault(
        "C012", "bloom: recall", ("bloom: remember", "bloom: recall")
    ),
    "an objective without a text": fault(
        "C011",
        "domain: D1",
        (
            "    text: Recall what happened in February and March 2012, in what order, who acted"
            " and how it ended.\n",
            "",
        ),
    ),
    "a domain that is not there": fault("C022", "domain: D11", ("domain: D1", "domain: D11")),
    "an objective twice": fault("C002", "  O1.1:", ("  O1.2:", "  O1.1:")),
    "a competency with a blank": fault("C014", "K 1:", ("  K1:", "  K 1:")),
    "a module twice": fault("C002", "  m1:", ("  m2:\n", "  m1:\n")),
    "a module without units": fault(
        "C013",
        "units: []",
        ("    units:\n      - quiz: final\n", "    units: []\n"),
    ),
    "a unit of no kind": fault("C010", "quizz:", ("- quiz: final", "- quizz: final")),
    "a unit of two kinds": fault(
        "C010",
        "- lesson: start-here",
        ("- lesson: start-here\n", "- lesson: start-here\n        case: x\n"),
    ),
    "a unit that no file holds": fault(
        "C016", "dated-argumnet", ("- lesson: dated-argument", "- lesson: dated-argumnet")
    ),
    "a lesson named as a case": fault(
        "C016", "- case: dated-argument", ("- lesson: dated-argument", "- case: dated-argument")
    ),
    "a unit in two modules": fault(
        "C017", "songbun", ("      - lesson: beyond-two-boxes\n", "      - lesson: songbun\n")
    ),
    "modules that wait for each other": fault(
        "C027", "after: [end]", ("    after: [m4, m5]\n", "    after: [end]\n")
    ),
    "a module that waits for itself": fault(
        "C027", "after: [m8]", ("    after: [m4, m5]\n", "    after: [m8]\n")
    ),
    "a module after one that is not there": fault("C026", "after:", ("[m4, m5]", "[m4, m55]")),
    "something needed that there is not": fault(
        "C012", "needs:", ("[cases, final]", "[cases, exam]")
    ),
    "something needed twice": fault("C018", "needs:", ("[cases, final]", "[cases, final, cases]")),
    "a lesson to be read again that there is not": fault(
        "C018", "what-chnged", ("read: [what-changed]", "read: [what-chnged]")
    ),
    "a later check that closes before it opens": fault(
        "C013", "to_day: 14", ("to_day: 35", "to_day: 14")
    ),
    "a later check without its pass mark": fault(
        "C011", "later_check:", (LATER, LATER.replace(" pass: 80,", ""))
    ),
    "a pass mark above all points": fault("C013", "pass: 180", ("  pass: 80\n", "  pass: 180\n")),
    "elective in words": fault("C012", "elective:", ("elective: true", "elective: sometimes")),
    "an objective whose verb is of another level": fault(
        "Q115", "bloom: evaluate", ("    bloom: remember\n", "    bloom: evaluate\n")
    ),
    "code in what it is about": fault(
        "C030", "`Everything`", ("Everything runs", "`Everything` runs")
    ),
}
SOURCES: Faults = {
    "a source of no kind": fault("C012", "kind: book", ("kind: academic", "kind: book")),
    "a source of no status": fault("C012", "status: sure", ("status: confirmed", "status: sure")),
    "a date in words": fault("C012", "date: late", ("date: 2012-12", "date: late in 2012")),
    "a source without a title": fault(
        "C011",
        "author: Roberta",
        ("    title: North Koreans in China in Need of International Protection\n", ""),
    ),
    "a source of nobody": fault("C011", "title: North", ("    author: Roberta Cohen\n", "")),
    "a source that nobody has looked at": fault(
        "C011", "author: Roberta", ("    checked: 2026-11-20\n", "")
    ),
    "a source twice": fault("C002", "  conv-31:", ("  conv-33:\n", "  conv-31:\n")),
    "a source with a blank in its id": fault("C014", "conv 31:", ("  conv-31:\n", "  conv 31:\n")),
    "a key that is misspelt": fault("C010", "adress:", ("address:", "adress:")),
    "a colon in a title": fault("C003", "title: North", ("title: North", "title: North: the")),
}
GLOSSARY: Faults = {
    "a term without a meaning": fault(
        "C011",
        "term: asylum-seeker",
        (
            "    meaning: A person who has asked for protection and still waits for the final"
            " answer.\n",
            "",
        ),
    ),
    "a term without a source": fault(
        "C011", "term: best interests", ('    source: "crc-gc6, paras 19-22"\n', "")
    ),
    "a source that is not there": fault(
        "C020", "source:", ("handbook, para 80", "handbok, para 80")
    ),
    "another term that is not there": fault("C023", "see:", ("see: [refugee]", "see: [refuge]")),
    "wordings as keys": fault(
        "C012", "forms:", ("forms: [asylum-seekers, asylum-seeker's]", "forms: {a: b}")
    ),
    "a wording of two terms": fault(
        "C028", "forms:", ("forms: [charter bodies]", "forms: [imputed opinion]")
    ),
    "a term that refers to itself": fault(
        "C028", "see: [asylum-seeker]", ("see: [refugee]", "see: [asylum-seeker]")
    ),
    "a term referred to by a wording": fault(
        "C028", "see: [Refugee]", ("see: [refugee]", "see: [Refugee]")
    ),
    "a term twice": fault(
        "C002", "  asylum-seeker:", ("  attributed-opinion:", "  asylum-seeker:")
    ),
}
CLAIMS: Faults = {
    "a claim of no kind": fault("C012", "type: opinion", ("type: argument", "type: opinion")),
    "a claim without a date": fault("C011", "type: reference", ("    as_of: 2012-12\n", "")),
    "a source that is not there": fault(
        "C020", "source:", ("seed-cohen-2012, masthead", "seed-cohen, masthead")
    ),
    "contested in words": fault("C012", "contested:", ("contested: true", "contested: maybe")),
    "a claim twice": fault("C002", "  m.a:", ("  m.b:", "  m.a:")),
    "a claim that nothing uses": fault("Q135", "  m.d:", ("  m.b:", "  m.d:")),
}
