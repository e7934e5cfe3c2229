"""What `--help` lists: the options of the program, and its commands by kind of reader."""

from collections.abc import Mapping

ABOUT = "Learn about protection from forced return, in your terminal, offline."
EPILOG = "Without a command the course opens. Data stays on this computer."
OPTIONS: Mapping[str, str] = {
    "--version": "Show the version and exit.",
    "--data-dir DIRECTORY": "Folder for your progress (else PROTECTCOURSE_DATA_DIR, else your user"
    " data folder).",
    "--course FOLDER|ID": "Open the course in this folder, or of this id, instead of all that there"
    " are.",
    "-h, --help": "Show this message and exit.",
}
SECTIONS: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "To learn": {
        "learning": {
            "doctor": "Say how the program, terminal and your progress are.",
            "record": "Write your completion record: a page to print, and a signed file.",
            "verify": "Say whether a completion record or a certificate stands as it was signed.",
            "privacy": "Say what is kept about you, and what leaves this computer.",
            "export-mine": "Write all that is kept about you to a file of your own.",
            "restore": "Bring in a FILE that `export-mine` wrote.",
            "erase": "Erase all that is kept about you here, after asking.",
        },
    },
    "To write a course": {
        "starting": {
            "new": "Begin a course, a lesson, a quiz or a case from a template.",
            "schema": "Print the JSON Schema of a sort of file, by which an editor completes and"
            " explains its keys.",
        },
        "checking": {
            "check": "Say what is wrong in a course, a folder or a file, with line, column and"
            " how to mend it.",
        },
        "trying": {
            "preview": "Show a lesson, a quiz, a case or a course as a learner sees it, while you"
            " edit it.",
            "rehearse": "Play the scripts below `tests:` of cases and quizzes again, and say"
            " where they differ.",
        },
        "exploring": {
            "explore": "Try every way through a case, and say what it found: endings, points,"
            " dead ends, promises.",
            "diff": "Say what changed between two versions of a course, and who could go on where"
            " they were.",
        },
        "banks": {
            "import": "Bring in a bank of questions from another system.",
            "export": "Write a bank of questions for another system.",
        },
        "packs": {
            "pack": "Make one file of a whole COURSE, for a USB stick or a mail.",
            "courses": "List the courses that there are; add or remove one.",
            "organisation": "Show the settings of your organisation; add or remove them, or make"
            " its key.",
        },
        "guides": {
            "guide": "Read a guide for trainers or coordinators.",
        },
        "proving": {
            "proof": "Write a lesson, a quiz, a case or a course out in full, for whoever reviews"
            " it.",
            "handout": "Write a lesson, a quiz, a case or a course for learners in a room,"
            " without any answer.",
        },
    },
    "To keep track of who has learnt what": {
        "records": {
            "handin": "Write the file that you hand in to your organisation.",
            "collect": "Take hand-in files into your organisation's register.",
        },
        "reports": {
            "roster": "Say who is to take which course, in which team and place, and by when.",
            "report": "Say who has completed, who is overdue or expires soon, and what has"
            " changed.",
            "register": "Look at everybody in the register, on the full screen.",
        },
        "statistics": {
            "items": "Say which questions mislead people, and how each question and each quiz did.",
            "paths": "Say which ways people take through CASE, and where they cross red lines.",
        },
        "lrs": {
            "lrs": "Send what was learnt to a learning record store (LRS), as xAPI statements.",
        },
        "certificates": {
            "issue": "Issue certificates for what was completed, under your organisation's key.",
            "revoke": "Withdraw the certificate with this NUMBER, and write the signed list of"
            " all withdrawn.",
        },
    },
}
"""The commands with the first sentence of each: section, module that holds them, name.

The sentences stand here too, so that `--help` imports no command; a test holds them together.
"""
