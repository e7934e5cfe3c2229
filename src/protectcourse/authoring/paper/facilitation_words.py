"""What a facilitator's plan says whatever the course: ground rules, ways to work, the debrief."""

from protectcourse.authoring.paper.facilitation import Kind

GROUND_RULES = (
    "Nobody plays a survivor or a child, ever. Cases are read, talked over and decided; nobody"
    " acts them out.",
    "Nobody is asked for a story of their own, and nobody has to say why something touches them.",
    "Everybody may leave the room at any time, without a reason, and come back. Say where a quiet"
    " place is, and who can be spoken to.",
    "No names and no details of real people, neither on paper nor aloud. The people in the cases"
    " are invented.",
    "Argue with what was said, and not with who said it. Where sides are assigned by lot, nobody"
    " is taken to hold what they argue.",
    "What is said in the room stays there. What is taken away is what was learnt.",
    "Nothing that is chosen here is a decision on anybody's case, and the session qualifies nobody"
    " to take one.",
)
TITLES: dict[Kind, str] = {
    "opening": "Welcome and ground rules",
    "pairs": "A case in pairs",
    "reading": "Reading together",
    "break": "Break",
    "teams": "A case in teams",
    "corners": "Four corners",
    "questions": "Questions in teams",
    "debrief": "Debrief",
}
STEPS: dict[Kind, tuple[str, ...]] = {
    "opening": (
        "Say what the session is for, how long it takes, and what the content notes say.",
        "Read the ground rules aloud, and ask whether one is missing.",
    ),
    "pairs": (
        "Where no time is set aside for it, begin with the ground rules: read them aloud.",
        "Give each pair one set of cards. They read aloud to each other, and write each choice"
        " down before they turn to the next card.",
        "Go round. Where a card says that whoever leads decides, use the key at the end. Say what"
        " a choice changes, and not whether it was good.",
        "Stop five minutes before the end, wherever they are, and let two pairs say at which card"
        " they disagreed.",
    ),
    "reading": (
        "Everybody reads the same lesson for themselves, and answers its questions in writing.",
        "In pairs they compare one answer on which they differ, and look for the place in the"
        " text that settles it.",
    ),
    "break": ("Keep the break, also where time is short.",),
    "teams": (
        "Make teams of four to six. Each team has one printed set of cards and files, one reader,"
        " and one person who writes.",
        "A choice needs a reason that the whole team could defend, or a dissent in one sentence.",
        "Let each team name the one decision that it would take again in another way.",
    ),
    "corners": (
        "Read the decision below aloud and give each choice a corner of the room.",
        "Assign the corners by lot, so that nobody argues their own view by choice. Each corner"
        " has five minutes to find the strongest case for its choice.",
        "Each corner speaks for two minutes, and the corner opposite says back what it heard"
        " before it answers.",
        "Then let everybody walk, in silence, to the corner that they would choose themselves."
        " Ask what would have to be known to move them.",
    ),
    "questions": (
        "Teams answer six questions of the quiz together, and say how sure they are before they"
        " hear what is right.",
        "Talk about the one on which the teams were surest and wrong.",
    ),
    "debrief": (
        "Sit in a circle, without the papers. Leave silence where there is silence.",
        "Keep three things apart: what was decided, how it was decided, and how it ended. Good"
        " decisions can end badly.",
        "End with the support contacts, and stay for a while afterwards.",
    ),
}
CLOSING = (
    "What will you do in another way at work, and when is the next time that you could?",
    "What did you not know, and whom could you ask?",
)
