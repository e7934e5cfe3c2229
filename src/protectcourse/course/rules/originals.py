"""The small files that most examples are made from, and how one is changed into another."""

from protectcourse.course.lints.lint import Example

LESSON = """\
lesson: welcome
title: Welcome
minutes: 1
pages:
  hello:
    title: Hello
    text: Walk along with a visitor to the desk.
"""
COURSE = """\
course: demo
version: 1
title: A demonstration
language: en
modules:
  one:
    title: Visitors
    units:
      - lesson: welcome
"""
QUESTION = """\
kind: one
stem: Someone waits at the locked door. What do you do?
options:
  hold:
    text: Hold the door open
    rationale: Kind, but now nobody knows who is inside.
  walk:
    text: Walk along to the desk
    correct: true
    rationale: The desk can check whom they have come to see.
  leave:
    text: Leave them outside
    rationale: They may have a good reason to be here.
"""
SCENE = """\
scenario: at-the-door
version: 1
title: At the door
start: door
nodes:
  door:
    text: Somebody you do not know waits at the locked door.
    choices:
      desk:
        text: Walk along to the desk.
        best: There somebody can see who it is.
        goto: known
      hold:
        text: Hold the door open.
        harmful: Now nobody knows who is inside.
        goto: unknown
endings:
  known:
    outcome: good
    text: The desk rings the host.
  unknown:
    outcome: bad
    text: In the evening a bag is missing.
"""
INTERVIEW = """\
scenario: at-the-desk
version: 1
title: At the desk
track:
  facts:
    host: The visitor has come to see Ada.
start: desk
nodes:
  desk:
    type: hub
    text: A visitor stands at the desk.
    important: [whom]
    questions:
      whom:
        ask: Whom would you like to see?
        answer: Ada, on the second floor.
        do: [learn host]
        best: You need it in order to ring her.
      weather:
        ask: Is it still raining?
        answer: It has stopped.
    leave:
      ring:
        text: Ring the host.
        goto: [{if: [host], to: met}, gone]
endings:
  met:
    outcome: good
    text: Ada comes down the stairs.
  gone:
    outcome: bad
    text: Nobody knows whom to ring, and the visitor leaves.
"""
CHECKLIST = """\
scenario: the-parcel
version: 1
title: The parcel
start: parcel
nodes:
  parcel:
    type: checklist
    text: A parcel lies at the desk. What can be seen of it?
    elements:
      sender:
        ask: It bears the name of a sender.
        answer: met
      weight:
        ask: It weighs more than a letter.
        answer: unclear
    results:
      seen:
        at_least: 2
        goto: opened
      missed:
        at_least: 0
        goto: left
endings:
  opened:
    outcome: good
    text: It holds the new badges.
  left:
    outcome: mixed
    text: It lies there until Monday.
"""
TRUST = """\
scenario: at-the-gate
version: 1
title: At the gate
track:
  flags:
    told: The guard has heard what this is about.
  meters:
    trust: {start: 1, min: 0, max: 3}
start: gate
nodes:
  gate:
    text: The guard does not look up.
    choices:
      greet:
        text: Greet him, and say why you have come.
        do: [set told, trust +1]
        best: He can decide only when he knows.
        goto: visit
      insist:
        text: Tell him to open at once.
        do: [trust -1]
        harmful: He owes you nothing yet.
        goto: visit
  visit:
    text: He reaches for the telephone.
    choices:
      ask:
        text: Ask for the host by name.
        if: [told, trust >= 1]
        best: One name is all he needs.
        goto: inside
      wait:
        text: Wait until somebody comes.
        acceptable: Somebody may come, or nobody.
        goto: outside
endings:
  inside:
    outcome: good
    text: The gate opens.
  outside:
    outcome: bad
    text: It grows dark, and the gate stays shut.
"""


def changed(original: str, *edits: tuple[str, str]) -> Example:
    """Return an example: a text after edits, each of which replaces what stands there once."""
    for old, new in edits:
        assert original.count(old) == 1, f"{old!r} stands {original.count(old)} times"
        original = original.replace(old, new)
    return Example(yaml=original)
