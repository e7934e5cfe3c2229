"""Question banks that cannot be asked or marked, or that give their answers away."""

from faulty_files.fault import Faults, fault

TRUTH = "    answer: false\n"
KIND = "    kind: true-false\n"
LINK = "        text: A link between the harm and a Convention ground\n"
NOTHING = "        text: No part, because hunger is harm enough by itself\n"
PAST = "        text: Arrest or ill-treatment before she went abroad\n"
PAST_OPTION = """\
      past:
        text: Arrest or ill-treatment before she went abroad
        rationale: Earlier harm can help to prove a fear. The definition does not ask for it.
        misconception: past-harm-required
"""
NOTHING_OPTION = (
    "      nothing:\n        text: No part, because hunger is harm enough by itself\n"
    "        rationale: Hunger calls for help. For refugee status it has to be joined to"
    " persecution on a ground.\n        misconception: poverty-equals-refugee\n"
)
RIGHT = "        correct: true\n"
ASKED = "refugee definition still lacks support?"
LATE = "  late-decision:\n"

SHAPE: Faults = {
    "a key of the head that is misspelt": fault("C010", "drow:", ("draw: 6", "drow: 6")),
    "a question without a stem": fault(
        "C011", "kind: true-false", ('    stem: "An officer says:', "    #")
    ),
    "a statement without an answer": fault("C011", "kind: true-false", (TRUTH, "")),
    "an answer in words": fault("C012", "answer: no", (TRUTH, "    answer: no\n")),
    "a level of learning that there is not": fault(
        "C012", "bloom: applying", ("bloom: apply", "bloom: applying")
    ),
    "a pool that there is not": fault("C012", "pool:", ("pool: practice", "pool: exam")),
    "a number with a comma": fault(
        "C012", "answer:", (KIND, "    kind: number\n"), (TRUTH, "    answer: 1,5\n")
    ),
    "a draw of none": fault("C013", "draw: 0", ("draw: 6", "draw: 0")),
    "a pass mark above all points": fault("C013", "pass: 180", ("draw: 6", "draw: 6\npass: 180")),
    "a share above the whole": fault("C013", "angoff:", (LATE, f"{LATE}    angoff: 1.4\n")),
    "an id of a question with a blank": fault(
        "C014", "late decision:", (LATE, "  late decision:\n")
    ),
    "a question twice": fault("C002", "  drought:", (LATE, "  drought:\n")),
    "no question": fault("C013", "questions: {}", ("questions:\n", "questions: {}\nwas:\n")),
    "a source that is not there": fault(
        "C020", "source:", ("handbook, paras 39", "handbok, paras 39")
    ),
    "a claim that is not there": fault("C021", "claims:", ("claims: [p06.e]", "claims: [p06.x]")),
    "an objective that is not there": fault(
        "C022", "objective: O2.9", ("objective: O2.1", "objective: O2.9")
    ),
    "a misconception that is not there": fault(
        "C024", "misconception: past-harm", ("past-harm-required", "past-harm")
    ),
    "a citation in an option": fault(
        "C030", "text: A link", (LINK, LINK.replace("ground\n", "ground [@conv-33]\n"))
    ),
}
MARKING: Faults = {
    "a kind that there is not": fault("Q001", "kind: single", ("kind: one", "kind: single")),
    "no kind": fault("C011", "objective: O2.1", ("    kind: one\n", "")),
    "one option": fault("Q002", "options:", (PAST_OPTION, ""), (NOTHING_OPTION, "")),
    "nine options": fault(
        "Q002",
        "options:",
        (
            PAST_OPTION,
            "".join(
                PAST_OPTION.replace("past:", f"past{n}:", 1).replace("Arrest", f"Arrest {n}", 1)
                for n in range(7)
            ),
        ),
    ),
    "two steps to put in order": fault(
        "Q002",
        "steps:",
        (KIND, "    kind: order\n"),
        (
            f"{TRUTH}    misconception: recognition-first\n",
            "    steps: {hear: Hear her, decide: Decide}\n",
        ),
    ),
    "no right option": fault("Q003", "options:", (RIGHT, "")),
    "two right options": fault("Q003", "correct: true", (NOTHING, f"{NOTHING}{RIGHT}")),
    "one right option of several": fault("Q003", "options:", ("kind: one", "kind: several")),
    "an option without a weight": fault(
        "Q004", "text: Arrest", (LINK, f"{LINK}        weight: 100\n"), (RIGHT, "")
    ),
    "weights that come to less than all": fault(
        "Q004",
        "options:",
        (LINK, f"{LINK}        weight: 60\n"),
        (PAST, f"{PAST}        weight: 0\n"),
        (NOTHING, f"{NOTHING}        weight: 0\n"),
        (RIGHT, ""),
    ),
    "a weight beyond all points": fault(
        "Q004",
        "weight: -300",
        (LINK, f"{LINK}        weight: 100\n"),
        (PAST, f"{PAST}        weight: -300\n"),
        (NOTHING, f"{NOTHING}        weight: 0\n"),
        (RIGHT, ""),
    ),
    "an accepted word twice": fault(
        "Q005",
        "accept:",
        (KIND, "    kind: short-text\n"),
        (f"{TRUTH}    misconception: recognition-first\n", "    accept: [yes, Yes]\n"),
    ),
    "no accepted word": fault(
        "Q005",
        "accept:",
        (KIND, "    kind: short-text\n"),
        (f"{TRUTH}    misconception: recognition-first\n", "    accept: []\n"),
    ),
    "a tolerance below nothing": fault(
        "Q006",
        "tolerance:",
        (KIND, "    kind: number\n"),
        (f"{TRUTH}    misconception: recognition-first\n", "    answer: 33\n    tolerance: -2\n"),
    ),
    "more drawn than there are": fault("Q007", "draw: 60", ("draw: 6", "draw: 60")),
    "a least number, and a question without an objective": fault(
        "Q007",
        "kind: one",
        ("draw: 6", "draw: 6\nfloor: 1"),
        ("    objective: O2.1\n", ""),
    ),
    "more right answers wanted of a part than are asked": fault(
        "Q007", "floor: 5", ("draw: 6", "draw: 6\nfloor: 5")
    ),
    "a question parallel to itself": fault(
        "Q009", "parallel_of:", (LATE, f"{LATE}    parallel_of: late-decision\n")
    ),
    "a script that answers nothing of the bank": fault(
        "Q008",
        "drougth:",
        ("draw: 6\n", "draw: 6\ntests: {one: {answers: {drougth: link}, expect: passed}}\n"),
    ),
}
WRITING: Faults = {
    "a right option that is much longer": fault(
        "Q101",
        "text: A link",
        (
            LINK,
            LINK.replace(
                "ground\n",
                "ground, which whoever has heard her out looks for in all that she says\n",
            ),
        ),
    ),
    "all of the above": fault("Q103", "text: All", (NOTHING, "        text: All of the above\n")),
    "an absolute word on one side": fault(
        "Q104", "text: Always", (PAST, PAST.replace("Arrest or", "Always arrest or"))
    ),
    "a vague word": fault(
        "Q105", "text: Usually", (PAST, PAST.replace("Arrest or", "Usually arrest or"))
    ),
    "a question for what is not so": fault("Q106", "stem:", (ASKED, "definition is not met?")),
    "a stem that only one option can follow": fault(
        "Q107", "text:", (ASKED, "definition lacks an")
    ),
    "two options alike": fault("Q109", "text: Arrest", (NOTHING, PAST)),
    "a reason of two words": fault(
        "Q111",
        "rationale: Not so.",
        ("Earlier harm can help to prove a fear. The definition does not ask for it.", "Not so."),
    ),
    "no source": fault(
        "Q112", "  drought:", ('    source: [conv-1a2, "handbook, paras 39 and 64"]\n', "")
    ),
    "no objective": fault("Q113", "  drought:", ("    objective: O2.1\n", "")),
    "no level": fault("Q113", "  drought:", ("    bloom: apply\n", "")),
    "a question far below its objective": fault(
        "Q115", "bloom: remember", ("bloom: apply", "bloom: remember")
    ),
    "two options": fault("Q121", "options:", (PAST_OPTION, "")),
    "several right ones, and nothing says so": fault(
        "Q122", "stem:", ("refugee definition to her? Choose all that apply:", "definition?")
    ),
    "a stem that asks nothing": fault("Q123", "stem:", (ASKED, "definition lacks support.")),
    "true or false about what is disputed": fault(
        "Q125", "kind: true-false", (LATE, f"{LATE}    contested: true\n")
    ),
    "a figure without its date": fault(
        "Q127", "34,000", ("A drought took her harvest", "A drought took 34,000 harvests")
    ),
    "a word that takes sides": fault(
        "Q130", "illegal immigrant", ("A farmer is abroad", "An illegal immigrant is abroad")
    ),
    "harm without its level": fault(
        "Q131", "text: Arrest", (PAST, PAST.replace("ill-treatment", "torture"))
    ),
    "an origin beside a crime": fault(
        "Q133",
        "text: Arrest",
        (PAST, "        text: Arrest, as Chinese smugglers have brought her abroad\n"),
    ),
    "an old id that is in use": fault("Q136", "was:", (LATE, f"{LATE}    was: drought\n")),
    "a wrong option without a misconception": fault(
        "Q118", "text: Arrest", ("        misconception: past-harm-required\n", "")
    ),
}
FINAL: Faults = {
    "more drawn than there are": fault("Q007", "draw: 400", ("draw: 40\n", "draw: 400\n")),
    "a question that belongs to no domain": fault(
        "Q007", "kind: one", ("    objective: O1.1\n", "")
    ),
    "more right answers wanted of a domain than are asked": fault(
        "Q007", "floor: 6", ("floor: 2\n", "floor: 6\n")
    ),
    "a way of spreading that there is not": fault(
        "C012", "spread:", ("spread: domain", "spread: domains")
    ),
    "feedback at a time that there is not": fault(
        "C012", "feedback:", ("feedback: after-pass", "feedback: later")
    ),
    "no attempts in a day": fault(
        "C013", "attempts_per_day:", ("attempts_per_day: 2", "attempts_per_day: 0")
    ),
}
PRETEST: Faults = {
    "a question of grave harm": fault(
        "Q131", "sensitivity: S3", ("sensitivity: S1", "sensitivity: S3")
    ),
}
