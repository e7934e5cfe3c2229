"""Cases that cannot be played, or that teach something else than they say."""

from faulty_files.fault import FIRST_LINE, Faults, fault

AGREED = "        if: [agreed]\n"
HOTLINE = "        text: Ring the refugee office's urgent line"
LETTER = "        text: Leave a formal letter at the desk and wait for the reply.\n"
STOREROOM = (
    "        text: Ask for a room with a door, and reach an independent interpreter by phone.\n"
)
BEST = (
    "        best: People cannot speak safely, or refuse safely, in front of those who hold them.\n"
)
LAW_ROUTES = "goto: [{if: [overheard], to: exposed}, {if: [not agreed], to: delayed}, referred]"

FORM: Faults = {
    "a start that is not there": fault("S016", "start: gat", ("start: gate", "start: gat")),
    "a way to nowhere": fault("S016", "goto: consnt", ("goto: consent", "goto: consnt")),
    "a route to nowhere": fault("S016", "to: exposd", ("to: exposed", "to: exposd")),
    "a meter that empties into nowhere": fault(
        "S016", "when_empty: gone", ("when_empty: returned", "when_empty: gone")
    ),
    "a choice that leads nowhere": fault(
        "S015",
        "      enough:",
        ("Stop here and put the facts in order.\n        goto: assess\n", "Stop here.\n"),
    ),
    "a result that leads nowhere": fault(
        "S015", "sound:", ("sound: {at_least: 5, goto: advise}", "sound: {at_least: 5}")
    ),
    "a condition on something unknown": fault("S010", "[agred]", ("if: [agreed]", "if: [agred]")),
    "an effect on something unknown": fault(
        "S010", "set agred", ("do: [set agreed]", "do: [set agred]")
    ),
    "an important question that is not there": fault(
        "S010", "important:", ("[leaving, back, since, safe_now]", "[leaving, back, sinse]")
    ),
    "an element that waits for something unknown": fault(
        "S010", "met_if: [fear_of", ("met_if: [photo]", "met_if: [fear_of_return]")
    ),
    "a promise about a choice that is not there": fault(
        "S010", "before: advise.option", ("before: advise.options", "before: advise.option")
    ),
    "a model play with a choice that is not there": fault(
        "S010", "play: [store", ("play: [storeroom", "play: [store")
    ),
    "an extra text that waits for something unknown": fault(
        "S010", "- if: [brokr]", ("- if: [broker]", "- if: [brokr]")
    ),
    "a question asked that is not there": fault(
        "S010", "asked why", (AGREED, "        if: [asked why]\n")
    ),
    "two conditions in one": fault(
        "S011", "agreed and photo", (AGREED, "        if: [agreed and photo]\n")
    ),
    "an effect in words": fault("S011", "trust goes up", ("do: [trust +1]", "do: [trust goes up]")),
    "a variable with a word of conditions for its name": fault(
        "S011", "asked:", ("    agreed: After", "    asked: Somebody asked.\n    agreed: After")
    ),
    "a meter that is only named": fault("S012", "[trust]", (AGREED, "        if: [trust]\n")),
    "a flag that is learnt": fault(
        "S012", "learn agreed", ("do: [set agreed]", "do: [learn agreed]")
    ),
    "a fact that is compared": fault("S012", "photo >= 1", (AGREED, "        if: [photo >= 1]\n")),
    "a meter that never comes so far": fault(
        "S013", "trust >= 9", ("if: [trust >= 2]", "if: [trust >= 9]")
    ),
    "a meter that starts outside": fault(
        "S013", "trust: {start: 7", ("trust: {start: 1", "trust: {start: 7")
    ),
    "a meter with a word too few": fault(
        "S013", "words:", ("[closed, wary, talking, open]", "[closed, wary, open]")
    ),
    "a meter that is upside down": fault("S013", "max: 0", ("min: 0, max: 3", "min: 0, max: 0")),
    "a step of nothing": fault("S013", "trust +0", ("do: [trust +1]", "do: [trust +0]")),
    "two ratings": fault(
        "S014", "acceptable: Good too", (BEST, f"{BEST}        acceptable: Good too.\n")
    ),
    "a model play that ends elsewhere": fault(
        "S017", "expect: delayed", ("expect: referred", "expect: delayed")
    ),
    "a model play that cannot go on": fault(
        "S017", "play: [storeroom, explain", ("since, safe_now, enough", "since, enough, safe_now")
    ),
    "a type of node that there is not": fault(
        "S018", "type: interview", ("type: hub", "type: interview")
    ),
    "no result for the rest": fault("S019", "results:", ("at_least: 0", "at_least: 1")),
    "a result out of reach": fault("S019", "sound:", ("at_least: 5", "at_least: 9")),
    "a line without a right answer": fault("S019", "      outside:", ("        answer: met\n", "")),
    "a line with two right answers": fault(
        "S019",
        "      fear:",
        ("met_if: [camp_risk]\n", "met_if: [camp_risk]\n        answer: met\n"),
    ),
    "a last route with a condition": fault(
        "S020", "goto: [{if", (", referred]", ", {if: [agreed], to: referred}]")
    ),
    "a plain route before others": fault(
        "S020",
        "goto: [exposed",
        (LAW_ROUTES, LAW_ROUTES.replace("{if: [overheard], to: exposed}", "exposed")),
    ),
    "an interview that nobody can leave": fault(
        "S021",
        "  talk:",
        (
            "    leave:\n      enough:\n        text: Stop here and put the facts in order.\n"
            "        goto: assess\n",
            "",
        ),
    ),
    "more questions to ask than there are": fault(
        "S021", "at_least: 12", ("    at_least: 1\n", "    at_least: 12\n")
    ),
    "a rating without a reason": fault(
        "S030", "harmful:", ("harmful: You do not need these names,", "harmful:  # You do")
    ),
    "law without a source": fault(
        "S031",
        "      law:",
        ("        source: nonref\n        goto: [{if", "        goto: [{if"),
    ),
    "a source that nothing cites": fault(
        "S032", "spare:", ("  exit: UNHCR", "  spare: A book\n  exit: UNHCR")
    ),
    "grave harm without a note": fault(
        "S033",
        FIRST_LINE,
        (
            "content_note: Detention, threat of forced return, sexual exploitation (mentioned, not"
            " described).\n",
            "sensitivity: S2\n",
        ),
    ),
    "reviewed by nobody": fault(
        "C031", "status:", ("minutes: 20", "minutes: 20\nstatus: reviewed")
    ),
    "a name used for a fact and a flag": fault(
        "C015", "photo: She", ("    agreed: After", "    photo: She said so.\n    agreed: After")
    ),
    "an ending with the name of a node": fault(
        "C015",
        "  gate:",
        ("  exposed:\n    outcome", "  gate:\n    outcome"),
    ),
    "a node twice": fault("C002", "  gate:", ("  consent:\n", "  gate:\n")),
    "a key of a choice that is misspelt": fault("C010", "got:", ("goto: consent", "got: consent")),
    "an ending without an outcome": fault(
        "C011", "text: The van leaves", ("    outcome: good\n", "")
    ),
    "an outcome that there is not": fault(
        "C012", "outcome: fair", ("outcome: mixed", "outcome: fair")
    ),
    "a mark above all points": fault("C013", "rubric:", ("protection: 60", "protection: 160")),
    "an id with a hyphen": fault("C014", "store-room:", ("      storeroom:", "      store-room:")),
    "a source that is not declared": fault(
        "C020", "source: standard", ("source: standards", "source: standard")
    ),
    "a heading in a scene": fault(
        "C030", "# Sena", ("      Sena, 19, sits", "      # Sena\n\n      Sena, 19, sits")
    ),
    "a scene without choices": fault(
        "C011",
        "for: [referral",
        ("    choices:\n      options:", "    was: was\n    leave:\n      options:"),
    ),
    "a sentence in braces": fault(
        "C007",
        "sound:",
        ("goto: advise}", "goto: advise, then: You know, more or less, enough of it}"),
    ),
}
WAYS: Faults = {
    "a way that skips the interview": fault(
        "S101",
        "  talk:",
        ("goto: talk\n      form", "goto: assess\n      form"),
        ("goto: talk\n      promise", "goto: assess\n      promise"),
        ("goto: talk\n  talk", "goto: assess\n  talk"),
    ),
    "an ending that nobody comes to": fault("S102", "  returned:", (", when_empty: returned", "")),
    "a choice behind what cannot be": fault(
        "S105", "      storeroom:", (STOREROOM, f"{STOREROOM}        if: [photo]\n")
    ),
    "a question behind what cannot be": fault(
        "S105",
        "      back:",
        (
            "        ask: What do you think would",
            "        if: [visited advise]\n        ask: What do you think would",
        ),
    ),
    "a condition that always holds": fault(
        "S106", "if: [visited gate]", (AGREED, "        if: [visited gate]\n")
    ),
    "a route that nobody takes": fault(
        "S107",
        "goto: [{if",
        (LAW_ROUTES, LAW_ROUTES.replace("[{if: [ov", "[{if: [time = 0], to: lost}, {if: [ov")),
        ("endings:\n", "endings:\n  lost: {outcome: bad, text: Gone.}\n"),
    ),
    "a flag that nothing sets": fault(
        "S112",
        "    warned:",
        ("    agreed: After", "    warned: Somebody warned her.\n    agreed: After"),
        (AGREED, "        if: [not warned]\n"),
    ),
    "a state that nothing uses": fault(
        "S111",
        "custody:",
        ("start: gate\n", "  states:\n    custody: [post, shelter]\nstart: gate\n"),
    ),
    "a red line without a way round": fault(
        "S120", "  gate:", ("        best: People cannot", "        red_line: People cannot")
    ),
    "a decision to come back to": fault(
        "S125",
        "  gate:",
        ("Send her file to every group", "Go back to the gate and send her file to every group"),
        ("goto: exposed\n  commander", "goto: gate\n  commander"),
    ),
    "a promise that one way breaks": fault(
        "S130",
        "say: Nobody sets out",
        ("        do: [set agreed]\n        acceptable", "        acceptable"),
        (AGREED, ""),
    ),
    "a best choice that nobody has": fault(
        "S140",
        "      storeroom:",
        ("        best: People cannot", "        acceptable: People cannot"),
    ),
    "an ending that is called worse": fault(
        "S142", "  referred:", ("outcome: good", "outcome: mixed")
    ),
    "a mark that nobody reaches": fault(
        "S145",
        "protection: 100",
        ("protection: 60", "protection: 100"),
        ("        best: An open question.", "        acceptable: An open question."),
    ),
    "a decision of one choice": fault(
        "S151",
        "  commander:",
        (LETTER, f"{LETTER}        if: [trust > 3]\n"),
        (
            "so that he understands what is at stake.\n",
            "so that he understands.\n        if: [trust > 3]\n",
        ),
    ),
    "a choice of forty words": fault(
        "S160", "text: Ring", (HOTLINE, f"{HOTLINE} {'and say so ' * 10}")
    ),
    "five choices": fault(
        "S160",
        "for: [confidentiality",
        (
            "      sergeant:\n",
            "".join(f"      more{n}: {{text: Wait., goto: consent}}\n" for n in range(3))
            + "      sergeant:\n",
        ),
    ),
}
IN_COURSE: Faults = {
    "a competency that is not there": fault("C025", "for: [K33]", ("for: [K3]", "for: [K33]")),
    "a pass mark for a competency that is not there": fault(
        "C025", "rubric:", ("start: file\n", "rubric: {K33: 80}\nstart: file\n")
    ),
    "an objective that is not there": fault(
        "C022", "objectives:", ("[O3.2, O3.3]", "[O3.2, O3.9]")
    ),
    "a claim that is not there": fault("C021", "claims:", ("claims: [p03.d]", "claims: [p03.x]")),
    "a source that is not there": fault(
        "C020", "source: handbok", ("source: handbook", "source: handbok")
    ),
    "law without a source": fault(
        "S031", "only_status:", ('        source: [cat-3, "cat-gc4, paras 8-11"]\n', "")
    ),
    "a word that takes sides": fault(
        "Q130", "Jin the defector", ("Jin, your colleagues", "Jin the defector, your colleagues")
    ),
    "harm above its level": fault("Q131", "text:", ("sensitivity: S2\n", "sensitivity: S0\n")),
    "an abbreviation that nothing explains": fault(
        "Q132", "Jin of the QZX", ("Jin, your colleagues", "Jin of the QZX, your colleagues")
    ),
    "an exception that allows nothing": fault(
        "C032", "S140", ("start: file\n", "lint_allow: {S140: Meant.}\nstart: file\n")
    ),
}
