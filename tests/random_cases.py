"""Small cases made up by Hypothesis, to hold what is said of them against what they do."""

from typing import Any, NamedTuple

from case_plays import read_case
from hypothesis import strategies as st

from protectcourse.scenario.story import Story, compile_story

Tree = dict[str, Any]
NODES = ("one", "two", "three", "four")
ENDINGS = {
    "well": {"outcome": "good", "text": "Well."},
    "so_so": {"outcome": "mixed", "text": "So so."},
    "badly": {"outcome": "bad", "text": "Badly."},
}
TRACK = {
    "facts": {"seen": "It was seen."},
    "flags": {"told": "It was told."},
    "meters": {"trust": {"start": "1", "min": "0", "max": "2"}},
    "states": {"door": ["open", "shut"]},
}
ATOMS = (
    *("seen", "not seen", "told", "trust >= 2", "trust = 0", "door = shut", "who = them"),
    *("visited two", "asked why", "not asked how"),
)
EFFECTS = ("learn seen", "set told", "clear told", "trust +1", "trust -1", "door = shut")
RATINGS = ("best", "acceptable", "harmful", "red_line")

conditions = st.lists(st.sampled_from(ATOMS), max_size=1)
effects = st.lists(st.sampled_from(EFFECTS), max_size=2, unique=True)


class Places(NamedTuple):
    """Where the routes of a node may lead."""

    plain: tuple[str, ...]
    if_it_holds: tuple[str, ...]


@st.composite
def routes(draw: st.DrawFn, places: Places) -> list[Any]:
    """Give a `goto`, plain or with a condition."""
    last = draw(st.sampled_from(places.plain))
    if not draw(st.booleans()):
        return [last]
    atom, to = draw(st.sampled_from(ATOMS)), draw(st.sampled_from(places.if_it_holds))
    return [{"if": [atom], "to": to}, last]


@st.composite
def doings(draw: st.DrawFn, words: Tree) -> Tree:
    """Give what choices and questions have in common."""
    doing: Tree = {**words, "if": draw(conditions), "do": draw(effects)}
    rating = draw(st.sampled_from((*RATINGS, None)))
    return doing if rating is None else {**doing, rating: "Because."}


@st.composite
def choices(draw: st.DrawFn, names: tuple[str, ...], places: Places) -> Tree:
    """Give choices, of which the first is always open."""
    made = {}
    for name in names:
        made[name] = {**draw(doings({"text": name})), "goto": draw(routes(places))}
    made[names[0]]["if"] = []
    return made


@st.composite
def hubs(draw: st.DrawFn, places: Places, *, loops: bool) -> Tree:
    """Give an interview of two questions."""
    words = {
        "answer": "Yes.",
        "repeat": draw(st.sampled_from(("true", "false"))) if loops else "false",
    }
    questions = {name: draw(doings({"ask": name, **words})) for name in ("why", "how")}
    return {
        "type": "hub",
        "text": "Ask.",
        "for": "asking",
        "questions": questions,
        "at_least": str(draw(st.integers(0, 2))),
        "important": draw(st.lists(st.sampled_from(("why", "how")), unique=True)),
        "leave": draw(choices(("enough",), places)),
    }


@st.composite
def checklists(draw: st.DrawFn, places: Places) -> Tree:
    """Give a checklist of two lines."""
    return {
        "type": "checklist",
        "text": "Check.",
        "for": "checking",
        "elements": {
            "first": {"ask": "First.", "answer": "met"},
            "second": {"ask": "Second.", "met_if": [draw(st.sampled_from(ATOMS))]},
        },
        "results": {
            "sound": {"at_least": "2", "do": draw(effects), "goto": draw(routes(places))},
            "thin": {"at_least": "0", "do": draw(effects), "goto": draw(routes(places))},
        },
    }


@st.composite
def stories(draw: st.DrawFn, *, loops: bool) -> Story:
    """Give a case of four nodes, one an interview, one a checklist; with loops or without."""
    nodes: Tree = {}
    for index, name in enumerate(NODES):
        onward = NODES[index + 1 : index + 3] or tuple(ENDINGS)
        places = Places(onward, (*(NODES if loops else onward), *ENDINGS))
        if name == "two":
            nodes[name] = draw(hubs(places, loops=loops))
        elif name == "three":
            nodes[name] = draw(checklists(places))
        else:
            scene = draw(choices(("left", "right"), places))
            also = [{"if": [draw(st.sampled_from(ATOMS))], "text": "More."}]
            nodes[name] = {"text": "Choose.", "choices": scene, "also": also}
    ends = (*(NODES if loops else ()), *ENDINGS)
    track = draw(st.sampled_from((TRACK, *map(with_end, ends))))
    need = [draw(st.sampled_from(ATOMS))]
    before = draw(st.sampled_from(("two", "three", "four", "four.right", "two.how", "two.enough")))
    return compile_story(
        read_case(
            {
                **{"scenario": "made-up", "version": "1", "title": "Made up", "start": "one"},
                **{"track": track, "variants": {"who": ["us", "them"]}},
                **{"nodes": nodes, "endings": ENDINGS},
                "promises": [{"say": "A rule.", "before": before, "need": need}],
            }
        )
    )


def with_end(place: str) -> Tree:
    """Return the variables with a place that follows when trust is lost."""
    return {**TRACK, "meters": {"trust": {**TRACK["meters"]["trust"], "when_empty": place}}}
